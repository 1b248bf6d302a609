/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-exchange-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-exchange-private.h"

const char *const pact_exchange_envelope_members[] = {
  "$schema", "format", "format_version", "generator", "exported", "purpose", "plan", "submission", NULL,
};

const char *const pact_exchange_submission_members[] = { "digest", "revision", "recipient", NULL };

/**
 * pact_exchange_has_kind:
 * @kind: a kind
 *
 * The records of past submissions tell of files; they are not part of one.
 *
 * Returns: whether elements of @kind stand in exchange files
 */
gboolean
pact_exchange_has_kind (const PactKind *kind)
{
  return !(kind->flags & PACT_KIND_OF_THIS_PLAN);
}

/**
 * pact_exchange_has_field:
 * @field: a field
 *
 * Returns: whether @field stands in exchange files
 */
gboolean
pact_exchange_has_field (const PactField *field)
{
  return (field->flags & PACT_FIELD_NOT_EXPORTED) == 0;
}

static gboolean
knows_member (const PactModel *model,
              const PactKind *kind,
              const char *name)
{
  const PactField *field = pact_kind_find_field (kind, name);

  if (g_str_equal (name, "id") || g_str_equal (name, "created") || g_str_equal (name, "modified"))
    return TRUE;
  if (field != NULL)
    return pact_exchange_has_field (field);

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *child = &model->kinds[i];

      if (g_str_equal (child->collection, name) && pact_exchange_has_kind (child) && pact_kind_may_contain (kind, child))
        return TRUE;
    }

  return FALSE;
}

/* A kept object; %NULL if it is none. */
static json_object *
parse_kept_object (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (json_object) object = NULL;

  if (!pact_json_parse (bytes, &object, &error) || !json_object_is_type (object, json_type_object))
    {
      g_warning ("What was kept for a newer version is no JSON object: %s", error != NULL ? error->message : text);
      return NULL;
    }

  return g_steal_pointer (&object);
}

static void
add_extra (json_object *object,
           const PactModel *model,
           PactElement *element)
{
  const char *extra = pact_element_get_extra (element);
  g_autoptr (json_object) unknown = extra != NULL ? parse_kept_object (extra) : NULL;

  if (unknown == NULL)
    return;

  /* What was unknown when it was read may be known by now, and then the field counts. */
  json_object_object_foreach (unknown, name, value)
    {
      if (!knows_member (model, pact_element_get_kind (element), name))
        json_object_object_add (object, name, json_object_get (value));
    }
}

static void
add_codes (json_object *object,
           const char *name,
           const char *value)
{
  json_object *list = pact_json_add (object, name, json_object_new_array ());
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    pact_json_add_string (list, NULL, codes[i]);
}

static void
add_value (json_object *object,
           const PactField *field,
           const char *value)
{
  json_object *kept;

  switch (field->type)
    {
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      pact_json_add (object, field->name, json_object_new_int64 (g_ascii_strtoll (value, NULL, 10)));
      break;
    case PACT_TYPE_BOOLEAN:
      pact_json_add (object, field->name, json_object_new_boolean (g_str_equal (value, "1")));
      break;
    case PACT_TYPE_CHOICES:
      add_codes (object, field->name, value);
      break;
    case PACT_TYPE_JSON:
      kept = parse_kept_object (value);
      if (kept != NULL)
        pact_json_add (object, field->name, kept);
      break;
    default:
      pact_json_add_string (object, field->name, value);
    }
}

/* An element that is being written, and its object. */
typedef struct
{
  PactElement *element;
  json_object *object;
  const PactKind *kind;  /* of the list that grows at its end */
  json_object *list;     /* (nullable) that list */
} Level;

typedef struct
{
  const PactModel *model;
  gboolean withhold_personal;
  const char *modified; /* the latest of all elements */
  json_object *root;
  GArray *levels; /* of Level: the way from the first element to the last one */
} Builder;

static void
add_fields (Builder *self,
            json_object *object,
            PactElement *element)
{
  const PactKind *kind = pact_element_get_kind (element);

  pact_json_add_string (object, "id", pact_element_get_uuid (element));
  pact_json_add_string (object, "created", pact_element_get_created (element));
  pact_json_add_string (object, "modified", pact_element_get_modified (element));

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];
      const char *value = pact_element_get_value (element, field);

      if (value == NULL || !pact_exchange_has_field (field))
        continue;
      /* Objects are kept as they came, perhaps from elsewhere: nobody here knows whether anything in them is said of a person. */
      if (self->withhold_personal && ((field->flags & PACT_FIELD_PERSONAL) || field->type == PACT_TYPE_JSON))
        continue;
      add_value (object, field, value);
    }
}

/* Ends the objects of all elements that stand deeper than @parent. */
static void
close_levels (Builder *self,
              PactElement *parent)
{
  while (self->levels->len > 0)
    {
      Level *level = &g_array_index (self->levels, Level, self->levels->len - 1);

      if (level->element == parent)
        return;
      /* Nobody here knows whether what is unknown is said of a person. */
      if (!self->withhold_personal)
        add_extra (level->object, self->model, level->element);
      g_array_set_size (self->levels, self->levels->len - 1);
    }
}

/* Elements come parents first and sorted by kind, so that a list of children is the last member
 * of its parent as long as it grows. */
static void
add_child (Builder *self,
           const PactKind *kind,
           json_object *child)
{
  Level *level = &g_array_index (self->levels, Level, self->levels->len - 1);

  if (level->kind != kind)
    {
      level->kind = kind;
      level->list = pact_json_add (level->object, kind->collection, json_object_new_array ());
    }
  pact_json_add (level->list, NULL, child);
}

static void
build_one (PactElement *element,
           gpointer data)
{
  Builder *self = data;
  const PactKind *kind = pact_element_get_kind (element);
  Level level = { .element = element };

  if (!pact_exchange_has_kind (kind))
    return;

  if (g_strcmp0 (pact_element_get_modified (element), self->modified) > 0)
    self->modified = pact_element_get_modified (element);
  level.object = json_object_new_object ();
  add_fields (self, level.object, element);
  if (self->root == NULL)
    {
      self->root = level.object;
    }
  else
    {
      close_levels (self, pact_element_get_parent (element));
      g_assert (self->levels->len > 0);
      add_child (self, kind, level.object);
    }
  g_array_append_val (self->levels, level);
}

static json_object *
build (PactElement *element,
       gboolean withhold_personal,
       gboolean is_alone,
       const char **modified)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Builder self = {
    .model = pact_plan_get_model (pact_element_get_plan (element)),
    .withhold_personal = withhold_personal,
    .levels = levels,
  };

  if (is_alone)
    build_one (element, &self);
  else
    pact_element_walk (element, build_one, &self);
  close_levels (&self, NULL);
  if (modified != NULL)
    *modified = self.modified;

  return self.root;
}

/**
 * pact_exchange_build_element:
 * @element: an element
 * @withhold_personal: whether to leave out fields with personal data
 * @modified: (out) (optional): when any of it was last changed
 *
 * Returns: (transfer full): @element with everything below it as an object
 */
json_object *
pact_exchange_build_element (PactElement *element,
                             gboolean withhold_personal,
                             const char **modified)
{
  return build (element, withhold_personal, FALSE, modified);
}

/**
 * pact_exchange_build_alone:
 * @element: an element
 *
 * Returns: (transfer full): @element without what stands below it and without personal data, as
 *   pact_exchange_build_element() has it otherwise
 */
json_object *
pact_exchange_build_alone (PactElement *element)
{
  return build (element, TRUE, TRUE, NULL);
}

static void
copy_but (json_object *object,
          json_object *source,
          const char *const *known)
{
  json_object_object_foreach (source, name, value)
    {
      if (!g_strv_contains (known, name))
        json_object_object_add (object, name, json_object_get (value));
    }
}

/* What the file had that was read, besides what this version writes itself. */
static void
add_envelope (json_object *root,
              PactElement *plan)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (plan), "envelope");
  const char *value = field != NULL ? pact_element_get_value (plan, field) : NULL;
  g_autoptr (json_object) unknown = value != NULL ? parse_kept_object (value) : NULL;
  json_object *submission;

  if (unknown == NULL)
    return;

  copy_but (root, unknown, pact_exchange_envelope_members);
  submission = json_object_object_get (unknown, "submission");
  if (json_object_is_type (submission, json_type_object))
    copy_but (json_object_object_get (root, "submission"), submission, pact_exchange_submission_members);
}

static gboolean
add_submission (json_object *root,
                json_object *plan,
                const PactExportOptions *options,
                GError **error)
{
  json_object *submission = pact_json_add (root, "submission", json_object_new_object ());
  GError *json_error = NULL;
  g_autofree char *digest = pact_json_digest (plan, &json_error);

  if (digest == NULL)
    {
      pact_exchange_take_json_error (error, json_error);
      return FALSE;
    }

  pact_json_add_string (submission, "digest", digest);
  if (options->draft)
    return TRUE;

  pact_json_add (submission, "revision", json_object_new_int64 (options->revision));
  if (options->recipient != NULL && *options->recipient != '\0')
    pact_json_add_string (submission, "recipient", options->recipient);

  return TRUE;
}

static gboolean
refuse_size (GError **error,
             const char *sentence)
{
  g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT, sentence);

  return FALSE;
}

static gboolean
check_elements (PactPlan *plan,
                GError **error)
{
  const PactModel *model = pact_plan_get_model (plan);
  guint n_elements = 0;

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      if (pact_exchange_has_kind (&model->kinds[i]))
        n_elements += pact_plan_count (plan, model->kinds[i].name);
    }
  if (n_elements <= PACT_EXCHANGE_MAX_ELEMENTS)
    return TRUE;

  return refuse_size (error,
                      _("The plan cannot be exported: it has more than 250,000 elements and could not be imported again."));
}

/* What is written must be read again. */
static GBytes *
print (json_object *root,
       GError **error)
{
  gboolean is_readable;
  g_autoptr (GBytes) bytes = pact_json_print (root, &is_readable);

  if (is_readable)
    return g_steal_pointer (&bytes);

  if (g_bytes_get_size (bytes) > PACT_JSON_MAX_BYTES)
    refuse_size (error, _("The plan cannot be exported: the file would be larger than 64 MiB and could not be imported again."));
  else
    refuse_size (error, _("The plan cannot be exported: the file would have so many values that it could not be imported again."));

  return NULL;
}

/**
 * pact_exchange_write_plan:
 * @plan: a plan
 * @options: what goes into the file
 * @error: return location for an error
 *
 * Writes a plan as an exchange file. The same plan with the same options gives the same bytes,
 * whenever and wherever it is written.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with @error set to
 *   %PACT_EXCHANGE_ERROR_CONTENT if it would be too large to be read again, or to
 *   %PACT_EXCHANGE_ERROR_SYNTAX if a member kept from another file has no canonical form
 */
GBytes *
pact_exchange_write_plan (PactPlan *plan,
                          const PactExportOptions *options,
                          GError **error)
{
  g_autoptr (json_object) root = NULL;
  json_object *object;
  const char *modified;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!check_elements (plan, error))
    return NULL;

  object = pact_exchange_build_element (pact_plan_get_root (plan), options->withhold_personal, &modified);
  root = json_object_new_object ();
  pact_json_add_string (root, "$schema", PACT_EXCHANGE_SCHEMA_ID);
  pact_json_add_string (root, "format", PACT_EXCHANGE_FORMAT);
  pact_json_add (root, "format_version", json_object_new_int64 (PACT_EXCHANGE_FORMAT_VERSION));
  pact_json_add_string (root, "generator", "Pact Planner " PACKAGE_VERSION);
  /* The time of the last change of what is in the file, rather than of the export: see the promise above. */
  pact_json_add_string (root, "exported", modified);
  pact_json_add_string (root, "purpose", options->draft ? "draft" : "submission");
  pact_json_add (root, "plan", object);
  if (!add_submission (root, object, options, error))
    return NULL;
  if (!options->withhold_personal)
    add_envelope (root, pact_plan_get_root (plan));

  return print (root, error);
}

/**
 * pact_exchange_digest_plan:
 * @plan: a plan
 * @withhold_personal: whether fields with personal data are left out
 *
 * Returns: (transfer full) (nullable): the digest that stands in the exported file; %NULL if a member kept
 *   from another file has no canonical form
 */
char *
pact_exchange_digest_plan (PactPlan *plan,
                           gboolean withhold_personal)
{
  g_autoptr (json_object) object = NULL;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  object = pact_exchange_build_element (pact_plan_get_root (plan), withhold_personal, NULL);

  return pact_json_digest (object, NULL);
}

/**
 * pact_exchange_digest_document:
 * @bytes: an exchange file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the digest of the plan that the file holds, whatever digest
 *   the file itself names; %NULL with @error set to %PACT_EXCHANGE_ERROR_SYNTAX if the file is not
 *   JSON, to %PACT_EXCHANGE_ERROR_FORMAT if it holds no plan
 */
char *
pact_exchange_digest_document (GBytes *bytes,
                               GError **error)
{
  g_autoptr (json_object) root = NULL;
  GError *json_error = NULL;
  json_object *plan;
  char *digest;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!pact_exchange_parse (bytes, &root, NULL, error))
    return NULL;

  if (!json_object_object_get_ex (root, "plan", &plan) || !json_object_is_type (plan, json_type_object))
    {
      g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_FORMAT, _("The file holds no plan."));
      return NULL;
    }

  digest = pact_json_digest (plan, &json_error);
  if (digest == NULL)
    pact_exchange_take_json_error (error, json_error);

  return digest;
}
