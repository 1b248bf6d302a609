/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-json-private.h"
#include "pact-value.h"

static gboolean
fail_format (PactJsonReader *reader,
             GError **error,
             const char *member,
             const char *sentence)
{
  if (member != NULL)
    pact_json_reader_push (reader, member, 0);
  pact_json_reader_complain (reader, "%s", sentence);
  if (member != NULL)
    pact_json_reader_pop (reader);
  g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_FORMAT, sentence);

  return FALSE;
}

/* Whether the file is a plan in a version that can be read. */
static gboolean
check_format (PactJsonReader *reader,
              const PactJsonNode *root,
              GError **error)
{
  const PactJsonNode *format = pact_json_find (root, "format");
  const PactJsonNode *version = pact_json_find (root, "format_version");
  const PactJsonNode *plan = pact_json_find (root, "plan");
  g_autofree char *number = NULL;

  if (format == NULL || format->type != PACT_JSON_STRING || !g_str_equal (format->text, PACT_JSON_FORMAT))
    return fail_format (reader, error, format != NULL ? "format" : NULL,
                        _("The file is not a plan: its member “format” is not “pact-plan”."));

  if (version != NULL && version->type == PACT_JSON_NUMBER)
    number = pact_json_normalize_integer (version);
  if (number == NULL || *number == '-' || *number == '0')
    return fail_format (reader, error, version != NULL ? "format_version" : NULL,
                        _("The file does not say the version of its format in the member “format_version”."));
  if (g_ascii_strtoll (number, NULL, 10) > PACT_JSON_FORMAT_VERSION)
    return fail_format (reader, error, "format_version",
                        _("The file was written by a newer version of Pact Planner, which is needed to read it."));

  if (plan == NULL)
    return fail_format (reader, error, NULL, _("The file holds no plan."));

  return TRUE;
}

/* Checks a text of the outermost object that may be absent. */
static void
check_string (PactJsonReader *reader,
              const PactJsonNode *object,
              const char *name,
              const PactField *field)
{
  const PactJsonNode *node = pact_json_find (object, name);
  g_autoptr (GError) error = NULL;

  if (node == NULL)
    return;

  pact_json_reader_push (reader, name, 0);
  if (pact_json_reader_expect (reader, node, PACT_JSON_STRING) && field != NULL && !pact_field_check (field, node->text, &error))
    pact_json_reader_complain (reader, "%s", error->message);
  pact_json_reader_pop (reader);
}

static void
check_revision (PactJsonReader *reader,
                const PactJsonNode *submission)
{
  const PactJsonNode *node = pact_json_find (submission, "revision");
  g_autofree char *number = NULL;

  if (node == NULL)
    return;

  pact_json_reader_push (reader, "revision", 0);
  if (pact_json_reader_expect (reader, node, PACT_JSON_NUMBER))
    {
      number = pact_json_normalize_integer (node);
      if (number == NULL || *number == '-' || *number == '0')
        pact_json_reader_complain (reader, _("This must be a whole number from 1."));
    }
  pact_json_reader_pop (reader);
}

/* The digest of a submission vouches for what was submitted; a draft may be changed by anybody. */
static void
check_digest (PactJsonReader *reader,
              const PactJsonNode *root,
              const PactJsonNode *digest)
{
  const PactJsonNode *purpose = pact_json_find (root, "purpose");
  g_autofree char *actual = NULL;

  if (digest == NULL || digest->type != PACT_JSON_STRING)
    return;
  if (purpose == NULL || purpose->type != PACT_JSON_STRING || !g_str_equal (purpose->text, "submission"))
    return;

  actual = pact_json_digest (pact_json_find (root, "plan"), NULL);
  if (g_strcmp0 (actual, digest->text) == 0)
    return;

  pact_json_reader_push (reader, "digest", 0);
  pact_json_reader_complain (reader, _("The plan in this file was changed after it was exported for submission: the digest does not match."));
  pact_json_reader_pop (reader);
}

static void
check_envelope (PactJsonReader *reader,
                const PactJsonNode *root)
{
  static const PactField timestamp = { .name = "exported", .type = PACT_TYPE_TIMESTAMP };
  const PactJsonNode *purpose = pact_json_find (root, "purpose");
  const PactJsonNode *submission = pact_json_find (root, "submission");

  check_string (reader, root, "$schema", NULL);
  check_string (reader, root, "generator", NULL);
  check_string (reader, root, "exported", &timestamp);
  check_string (reader, root, "purpose", NULL);
  if (purpose != NULL && purpose->type == PACT_JSON_STRING &&
      !g_str_equal (purpose->text, "draft") && !g_str_equal (purpose->text, "submission"))
    {
      pact_json_reader_push (reader, "purpose", 0);
      pact_json_reader_complain (reader, _("The purpose of a file is “draft” or “submission”."));
      pact_json_reader_pop (reader);
    }

  if (submission == NULL)
    return;
  pact_json_reader_push (reader, "submission", 0);
  if (pact_json_reader_expect (reader, submission, PACT_JSON_OBJECT))
    {
      check_string (reader, submission, "digest", NULL);
      check_string (reader, submission, "recipient", NULL);
      check_revision (reader, submission);
      check_digest (reader, root, pact_json_find (submission, "digest"));
    }
  pact_json_reader_pop (reader);
}

static char *
collect_but (PactJsonReader *reader,
             const PactJsonNode *object,
             const char *const *known)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();

  for (const PactJsonNode *member = object->first; member != NULL; member = member->next)
    {
      if (!g_strv_contains (known, member->name))
        g_ptr_array_add (unknown, (gpointer) member);
    }

  return pact_json_reader_collect_unknown (reader, unknown);
}

static char *
collect_submission (PactJsonReader *reader,
                    const PactJsonNode *root)
{
  const PactJsonNode *submission = pact_json_find (root, "submission");
  char *unknown;

  if (submission == NULL || submission->type != PACT_JSON_OBJECT)
    return NULL;

  pact_json_reader_push (reader, "submission", 0);
  unknown = collect_but (reader, submission, pact_json_submission_members);
  pact_json_reader_pop (reader);

  return unknown;
}

/* The unknown members of the outermost object, and in its member “submission” those of that. */
static char *
collect_envelope (PactJsonReader *reader,
                  const PactJsonNode *root)
{
  g_autofree char *outer = collect_but (reader, root, pact_json_envelope_members);
  g_autofree char *submission = collect_submission (reader, root);

  if (submission == NULL)
    return g_steal_pointer (&outer);
  if (outer == NULL)
    return g_strdup_printf ("{\"submission\":%s}", submission);

  return g_strdup_printf ("{\"submission\":%s,%s", submission, outer + 1);
}

static gboolean
fail_content (GError **error,
              guint n_problems)
{
  if (n_problems >= PACT_JSON_MAX_PROBLEMS)
    g_set_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT,
                 _("The file has at least %u mistakes."), n_problems);
  else
    g_set_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT,
                 ngettext ("The file has %u mistake.", "The file has %u mistakes.", n_problems), n_problems);

  return FALSE;
}

static gboolean
read_document (PactJsonReader *reader,
               const PactModel *model,
               const PactJsonNode *root,
               char **envelope,
               GError **error)
{
  if (!check_format (reader, root, error))
    return FALSE;

  pact_json_reader_push (reader, "plan", 0);
  pact_json_reader_read_element (reader, pact_json_find (root, "plan"), pact_model_get_root (model), NULL, 0);
  pact_json_reader_pop (reader);
  pact_json_reader_check_references (reader);
  check_envelope (reader, root);
  *envelope = collect_envelope (reader, root);

  return TRUE;
}

/**
 * pact_json_read_plan:
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
pact_json_read_plan (GBytes *bytes,
                     const PactModel *model,
                     GPtrArray **problems,
                     GError **error)
{
  g_autoptr (PactJsonDocument) document = NULL;
  g_autoptr (PactJsonReader) reader = NULL;
  g_autoptr (PactProblem) problem = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *envelope = NULL;
  gboolean is_plan = FALSE;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (model != NULL && model->n_kinds <= PACT_MAX_KINDS, NULL);

  if (problems != NULL)
    *problems = NULL;

  document = pact_json_scan (bytes, &problem, error);
  reader = pact_json_reader_new (model);
  if (document != NULL)
    is_plan = read_document (reader, model, pact_json_document_get_root (document), &envelope, error);

  found = pact_json_reader_steal_problems (reader);
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

  records = pact_json_reader_steal_records (reader);
  if (pact_kind_find_field (pact_model_get_root (model), "envelope") != NULL)
    pact_record_set (g_ptr_array_index (records, 0), "envelope", envelope);

  return g_steal_pointer (&records);
}
