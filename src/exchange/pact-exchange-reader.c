/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-exchange-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-exchange-private.h"
#include "pact-value.h"

static gboolean
fail_format (PactExchangeReader *reader,
             GError **error,
             const char *member,
             const char *sentence)
{
  if (member != NULL)
    pact_exchange_reader_push (reader, member, 0);
  pact_exchange_reader_complain (reader, "%s", sentence);
  if (member != NULL)
    pact_exchange_reader_pop (reader);
  g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_FORMAT, sentence);

  return FALSE;
}

static gboolean
is_text (json_object *value,
         const char *text)
{
  return json_object_is_type (value, json_type_string) && g_str_equal (json_object_get_string (value), text);
}

/* Whether the file is a plan in a version that can be read. */
static gboolean
check_format (PactExchangeReader *reader,
              json_object *root,
              GError **error)
{
  json_object *format, *version;
  gboolean has_format = json_object_object_get_ex (root, "format", &format);
  gboolean has_version = json_object_object_get_ex (root, "format_version", &version);
  g_autofree char *number = NULL;

  if (!is_text (format, PACT_EXCHANGE_FORMAT))
    return fail_format (reader, error, has_format ? "format" : NULL,
                        _("The file is not a plan: its member “format” is not “pact-plan”."));

  if (pact_json_is_number (version))
    number = pact_exchange_normalize_integer (version);
  if (number == NULL || *number == '-' || *number == '0')
    return fail_format (reader, error, has_version ? "format_version" : NULL,
                        _("The file does not say the version of its format in the member “format_version”."));
  if (g_ascii_strtoll (number, NULL, 10) > PACT_EXCHANGE_FORMAT_VERSION)
    return fail_format (reader, error, "format_version",
                        _("The file was written by a newer version of Pact Planner, which is needed to read it."));

  if (!json_object_object_get_ex (root, "plan", NULL))
    return fail_format (reader, error, NULL, _("The file holds no plan."));

  return TRUE;
}

/* Checks a text of the outermost object that may be absent. */
static void
check_string (PactExchangeReader *reader,
              json_object *object,
              const char *name,
              const PactField *field)
{
  g_autoptr (GError) error = NULL;
  json_object *value;

  if (!json_object_object_get_ex (object, name, &value))
    return;

  pact_exchange_reader_push (reader, name, 0);
  if (pact_exchange_reader_expect (reader, value, json_type_string) && field != NULL
      && !pact_field_check (field, json_object_get_string (value), &error))
    pact_exchange_reader_complain (reader, "%s", error->message);
  pact_exchange_reader_pop (reader);
}

static void
check_revision (PactExchangeReader *reader,
                json_object *submission)
{
  g_autofree char *number = NULL;
  json_object *value;

  if (!json_object_object_get_ex (submission, "revision", &value))
    return;

  pact_exchange_reader_push (reader, "revision", 0);
  if (pact_exchange_reader_expect (reader, value, json_type_int))
    {
      number = pact_exchange_normalize_integer (value);
      if (number == NULL || *number == '-' || *number == '0')
        pact_exchange_reader_complain (reader, _("This must be a whole number from 1."));
    }
  pact_exchange_reader_pop (reader);
}

/* The digest of a submission vouches for what was submitted; a draft may be changed by anybody. */
static void
check_digest (PactExchangeReader *reader,
              json_object *root,
              json_object *digest)
{
  g_autofree char *actual = NULL;

  if (!json_object_is_type (digest, json_type_string) || !is_text (json_object_object_get (root, "purpose"), "submission"))
    return;

  actual = pact_json_digest (json_object_object_get (root, "plan"), NULL);
  if (g_strcmp0 (actual, json_object_get_string (digest)) == 0)
    return;

  pact_exchange_reader_push (reader, "digest", 0);
  pact_exchange_reader_complain (reader, _("The plan in this file was changed after it was exported for submission: the digest does not match."));
  pact_exchange_reader_pop (reader);
}

static void
check_envelope (PactExchangeReader *reader,
                json_object *root)
{
  static const PactField timestamp = { .name = "exported", .type = PACT_TYPE_TIMESTAMP };
  json_object *purpose, *submission;

  check_string (reader, root, "$schema", NULL);
  check_string (reader, root, "generator", NULL);
  check_string (reader, root, "exported", &timestamp);
  check_string (reader, root, "purpose", NULL);
  json_object_object_get_ex (root, "purpose", &purpose);
  if (json_object_is_type (purpose, json_type_string) && !is_text (purpose, "draft") && !is_text (purpose, "submission"))
    {
      pact_exchange_reader_push (reader, "purpose", 0);
      pact_exchange_reader_complain (reader, _("The purpose of a file is “draft” or “submission”."));
      pact_exchange_reader_pop (reader);
    }

  if (!json_object_object_get_ex (root, "submission", &submission))
    return;
  pact_exchange_reader_push (reader, "submission", 0);
  if (pact_exchange_reader_expect (reader, submission, json_type_object))
    {
      check_string (reader, submission, "digest", NULL);
      check_string (reader, submission, "recipient", NULL);
      check_revision (reader, submission);
      check_digest (reader, root, json_object_object_get (submission, "digest"));
    }
  pact_exchange_reader_pop (reader);
}

/* Checks the members of @object that are not known, and puts them into @unknown. */
static void
collect_but (PactExchangeReader *reader,
             json_object *object,
             const char *const *known,
             json_object *unknown)
{
  json_object_object_foreach (object, name, value)
    {
      if (!g_strv_contains (known, name))
        pact_exchange_reader_keep_unknown (reader, unknown, name, value);
    }
}

/* The unknown members of the outermost object, and in its member “submission” those of that. */
static char *
collect_envelope (PactExchangeReader *reader,
                  json_object *root)
{
  g_autoptr (json_object) envelope = json_object_new_object ();
  json_object *submission = json_object_object_get (root, "submission");

  if (json_object_is_type (submission, json_type_object))
    {
      json_object *unknown = json_object_new_object ();

      json_object_object_add (envelope, "submission", unknown);
      pact_exchange_reader_push (reader, "submission", 0);
      collect_but (reader, submission, pact_exchange_submission_members, unknown);
      pact_exchange_reader_pop (reader);
      if (json_object_object_length (unknown) == 0)
        json_object_object_del (envelope, "submission");
    }
  collect_but (reader, root, pact_exchange_envelope_members, envelope);

  return json_object_object_length (envelope) > 0 ? pact_json_dup_text (envelope) : NULL;
}

static gboolean
fail_content (GError **error,
              guint n_problems)
{
  if (n_problems >= PACT_EXCHANGE_MAX_PROBLEMS)
    g_set_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT,
                 _("The file has at least %u mistakes."), n_problems);
  else
    g_set_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT,
                 ngettext ("The file has %u mistake.", "The file has %u mistakes.", n_problems), n_problems);

  return FALSE;
}

static gboolean
read_document (PactExchangeReader *reader,
               const PactModel *model,
               json_object *root,
               char **envelope,
               GError **error)
{
  if (!check_format (reader, root, error))
    return FALSE;

  pact_exchange_reader_push (reader, "plan", 0);
  pact_exchange_reader_read_element (reader, json_object_object_get (root, "plan"), pact_model_get_root (model), NULL, 0);
  pact_exchange_reader_pop (reader);
  pact_exchange_reader_check_references (reader);
  check_envelope (reader, root);
  *envelope = collect_envelope (reader, root);

  return TRUE;
}

/**
 * pact_exchange_read_plan:
 * @bytes: a file
 * @model: the model table
 * @problems: (out) (optional) (nullable) (transfer full) (element-type PactProblem): everything that is wrong, in the
 *   file's order, references and the outermost members last; %NULL if nothing is
 * @error: return location for an error
 *
 * Reads an exchange file. Members that @model does not know are kept in the records, and those of
 * the outermost object and of its member `submission` in the plan's field `envelope`. Elements without identifier get one,
 * elements without times are made now.
 *
 * Returns: (transfer full) (nullable) (element-type PactRecord): the plan's records; %NULL with @error set to
 *   %PACT_EXCHANGE_ERROR_SYNTAX, %PACT_EXCHANGE_ERROR_FORMAT or %PACT_EXCHANGE_ERROR_CONTENT
 */
GPtrArray *
pact_exchange_read_plan (GBytes *bytes,
                         const PactModel *model,
                         GPtrArray **problems,
                         GError **error)
{
  g_autoptr (json_object) root = NULL;
  g_autoptr (PactExchangeReader) reader = NULL;
  g_autoptr (PactProblem) problem = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *envelope = NULL;
  gboolean is_plan = FALSE;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (model != NULL && model->n_kinds <= PACT_MAX_KINDS, NULL);

  if (problems != NULL)
    *problems = NULL;

  reader = pact_exchange_reader_new (model);
  if (pact_exchange_parse (bytes, &root, &problem, error))
    is_plan = read_document (reader, model, root, &envelope, error);

  found = pact_exchange_reader_steal_problems (reader);
  if (problem != NULL)
    g_ptr_array_add (found, g_steal_pointer (&problem));
  if (found->len > 0)
    {
      if (is_plan)
        fail_content (error, found->len);
      if (problems != NULL)
        *problems = g_steal_pointer (&found);
      return NULL;
    }

  records = pact_exchange_reader_steal_records (reader);
  if (pact_kind_find_field (pact_model_get_root (model), "envelope") != NULL)
    pact_record_set (g_ptr_array_index (records, 0), "envelope", envelope);

  return g_steal_pointer (&records);
}
