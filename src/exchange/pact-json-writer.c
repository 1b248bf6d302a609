/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-json-private.h"

const char *const pact_json_envelope_members[] = {
  "$schema", "format", "format_version", "generator", "exported", "purpose", "plan", "submission", NULL,
};

const char *const pact_json_submission_members[] = { "digest", "revision", "recipient", NULL };

/**
 * pact_json_has_kind:
 * @kind: a kind
 *
 * The records of past submissions tell of files; they are not part of one.
 *
 * Returns: whether elements of @kind stand in exchange files
 */
gboolean
pact_json_has_kind (const PactKind *kind)
{
  return !g_str_equal (kind->name, "submission");
}

/**
 * pact_json_has_field:
 * @field: a field
 *
 * Returns: whether @field stands in exchange files
 */
gboolean
pact_json_has_field (const PactField *field)
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
    return pact_json_has_field (field);

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *child = &model->kinds[i];

      if (g_str_equal (child->collection, name) && pact_json_has_kind (child) && pact_kind_may_contain (kind, child))
        return TRUE;
    }

  return FALSE;
}

/* Puts a value of @source, which belongs to another document, at the end of @parent. */
static void
copy_node (PactJsonDocument *document,
           PactJsonNode *parent,
           const PactJsonNode *source)
{
  const char *name = source->name != NULL ? pact_json_keep (document, source->name) : NULL;
  PactJsonNode *copy = pact_json_add (document, parent, name, source->type);

  if (source->type == PACT_JSON_STRING || source->type == PACT_JSON_NUMBER)
    {
      copy->text = pact_json_keep (document, source->text);
      copy->length = source->length;
    }
  else if (source->type == PACT_JSON_ARRAY || source->type == PACT_JSON_OBJECT)
    {
      for (const PactJsonNode *child = source->first; child != NULL; child = child->next)
        copy_node (document, copy, child);
    }
}

static PactJsonDocument *
scan_kept_object (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PactJsonDocument) document = pact_json_scan (bytes, NULL, &error);

  if (document == NULL || pact_json_document_get_root (document)->type != PACT_JSON_OBJECT)
    {
      g_warning ("What was kept for a newer version is no JSON object: %s", error != NULL ? error->message : text);
      return NULL;
    }

  return g_steal_pointer (&document);
}

static void
add_extra (PactJsonDocument *document,
           PactJsonNode *object,
           const PactModel *model,
           PactElement *element)
{
  const char *extra = pact_element_get_extra (element);
  g_autoptr (PactJsonDocument) unknown = extra != NULL ? scan_kept_object (extra) : NULL;

  if (unknown == NULL)
    return;

  /* What was unknown when it was read may be known by now, and then the field counts. */
  for (PactJsonNode *member = pact_json_document_get_root (unknown)->first; member != NULL; member = member->next)
    {
      if (!knows_member (model, pact_element_get_kind (element), member->name))
        copy_node (document, object, member);
    }
}

static void
add_value (PactJsonDocument *document,
           PactJsonNode *object,
           const PactField *field,
           const char *value)
{
  g_autoptr (PactJsonDocument) json = NULL;
  g_auto (GStrv) codes = NULL;
  PactJsonNode *array;

  switch (field->type)
    {
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      pact_json_append (object, field->name, pact_json_new_text (document, PACT_JSON_NUMBER, value));
      break;
    case PACT_TYPE_BOOLEAN:
      pact_json_add (document, object, field->name, g_str_equal (value, "1") ? PACT_JSON_TRUE : PACT_JSON_FALSE);
      break;
    case PACT_TYPE_CHOICES:
      array = pact_json_add (document, object, field->name, PACT_JSON_ARRAY);
      codes = g_strsplit (value, " ", -1);
      for (guint i = 0; codes[i] != NULL; i++)
        pact_json_add_string (document, array, NULL, pact_json_keep (document, codes[i]));
      break;
    case PACT_TYPE_JSON:
      json = scan_kept_object (value);
      if (json != NULL)
        {
          pact_json_document_get_root (json)->name = field->name;
          copy_node (document, object, pact_json_document_get_root (json));
        }
      break;
    default:
      pact_json_add_string (document, object, field->name, value);
    }
}

/* An element that is being written, and its object. */
typedef struct
{
  PactElement *element;
  PactJsonNode *object;
} Level;

typedef struct
{
  PactJsonDocument *document;
  const PactModel *model;
  gboolean withhold_personal;
  const char *modified; /* the latest of all elements */
  PactJsonNode *root;
  GArray *levels; /* of Level: the way from the first element to the last one */
} Builder;

static void
add_fields (Builder *self,
            PactJsonNode *object,
            PactElement *element)
{
  const PactKind *kind = pact_element_get_kind (element);

  pact_json_add_string (self->document, object, "id", pact_element_get_uuid (element));
  pact_json_add_string (self->document, object, "created", pact_element_get_created (element));
  pact_json_add_string (self->document, object, "modified", pact_element_get_modified (element));

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];
      const char *value = pact_element_get_value (element, field);

      if (value == NULL || !pact_json_has_field (field))
        continue;
      if (self->withhold_personal && (field->flags & PACT_FIELD_PERSONAL))
        continue;
      add_value (self->document, object, field, value);
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
        add_extra (self->document, level->object, self->model, level->element);
      g_array_set_size (self->levels, self->levels->len - 1);
    }
}

/* Elements come parents first and sorted by kind, so that a list of children is the last member
 * of its parent as long as it grows. */
static void
build_one (PactElement *element,
           gpointer data)
{
  Builder *self = data;
  const PactKind *kind = pact_element_get_kind (element);
  Level level = { element, NULL };

  if (!pact_json_has_kind (kind))
    return;

  if (g_strcmp0 (pact_element_get_modified (element), self->modified) > 0)
    self->modified = pact_element_get_modified (element);
  level.object = pact_json_new (self->document, PACT_JSON_OBJECT);
  add_fields (self, level.object, element);
  if (self->root == NULL)
    {
      self->root = level.object;
    }
  else
    {
      PactJsonNode *parent, *list;

      close_levels (self, pact_element_get_parent (element));
      g_assert (self->levels->len > 0);
      parent = g_array_index (self->levels, Level, self->levels->len - 1).object;
      list = parent->last;
      if (list->name != kind->collection)
        list = pact_json_add (self->document, parent, kind->collection, PACT_JSON_ARRAY);
      pact_json_append (list, NULL, level.object);
    }
  g_array_append_val (self->levels, level);
}

/**
 * pact_json_build_element:
 * @document: a document
 * @element: an element
 * @withhold_personal: whether to leave out fields with personal data
 * @modified: (out) (optional): when any of it was last changed
 *
 * Returns: (transfer none): @element with everything below it as an object that points into
 *   @element, which must not change as long as @document is used
 */
PactJsonNode *
pact_json_build_element (PactJsonDocument *document,
                         PactElement *element,
                         gboolean withhold_personal,
                         const char **modified)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Builder self = {
    .document = document,
    .model = pact_plan_get_model (pact_element_get_plan (element)),
    .withhold_personal = withhold_personal,
    .levels = levels,
  };

  pact_element_walk (element, build_one, &self);
  close_levels (&self, NULL);
  if (modified != NULL)
    *modified = self.modified;

  return self.root;
}

/**
 * pact_json_build_alone:
 * @document: a document
 * @element: an element
 *
 * Returns: (transfer none): @element without what stands below it and without personal data, as
 *   pact_json_build_element() has it otherwise
 */
PactJsonNode *
pact_json_build_alone (PactJsonDocument *document,
                       PactElement *element)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Builder self = {
    .document = document,
    .model = pact_plan_get_model (pact_element_get_plan (element)),
    .withhold_personal = TRUE,
    .levels = levels,
  };

  build_one (element, &self);

  return self.root;
}

static void
copy_but (PactJsonDocument *document,
          PactJsonNode *object,
          const PactJsonNode *source,
          const char *const *known)
{
  for (const PactJsonNode *member = source->first; member != NULL; member = member->next)
    {
      if (!g_strv_contains (known, member->name))
        copy_node (document, object, member);
    }
}

/* What the file had that was read, besides what this version writes itself. */
static void
add_envelope (PactJsonDocument *document,
              PactJsonNode *root,
              PactElement *plan)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (plan), "envelope");
  const char *value = field != NULL ? pact_element_get_value (plan, field) : NULL;
  g_autoptr (PactJsonDocument) unknown = value != NULL ? scan_kept_object (value) : NULL;
  const PactJsonNode *submission;

  if (unknown == NULL)
    return;

  copy_but (document, root, pact_json_document_get_root (unknown), pact_json_envelope_members);
  submission = pact_json_find (pact_json_document_get_root (unknown), "submission");
  if (submission != NULL && submission->type == PACT_JSON_OBJECT)
    copy_but (document, pact_json_find (root, "submission"), submission, pact_json_submission_members);
}

static gboolean
add_submission (PactJsonDocument *document,
                PactJsonNode *root,
                const PactJsonNode *plan,
                const PactExportOptions *options,
                GError **error)
{
  PactJsonNode *submission = pact_json_add (document, root, "submission", PACT_JSON_OBJECT);
  g_autofree char *digest = pact_json_digest (plan, error);

  if (digest == NULL)
    return FALSE;

  pact_json_add_string (document, submission, "digest", pact_json_keep (document, digest));
  if (options->draft)
    return TRUE;

  pact_json_append (submission, "revision", pact_json_new_integer (document, options->revision));
  if (options->recipient != NULL && *options->recipient != '\0')
    pact_json_add_string (document, submission, "recipient", options->recipient);

  return TRUE;
}

static gboolean
refuse_size (GError **error,
             const char *sentence)
{
  g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT, sentence);

  return FALSE;
}

/* What is written must be read again. */
static gboolean
check_counts (PactPlan *plan,
              PactJsonDocument *document,
              GError **error)
{
  const PactModel *model = pact_plan_get_model (plan);
  guint n_elements = 0;

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      if (pact_json_has_kind (&model->kinds[i]))
        n_elements += pact_plan_count (plan, model->kinds[i].name);
    }

  if (n_elements > PACT_JSON_MAX_ELEMENTS)
    return refuse_size (error,
                        _("The plan cannot be exported: it has more than 250,000 elements and could not be imported again."));
  if (pact_json_document_count (document) > PACT_JSON_MAX_VALUES)
    return refuse_size (error,
                        _("The plan cannot be exported: the file would have more than four million values and could not be imported again."));

  return TRUE;
}

/**
 * pact_json_write_plan:
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
pact_json_write_plan (PactPlan *plan,
                      const PactExportOptions *options,
                      GError **error)
{
  g_autoptr (PactJsonDocument) document = NULL;
  g_autoptr (GString) out = NULL;
  PactElement *element;
  PactJsonNode *root, *node;
  const char *modified;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  document = pact_json_document_new (NULL);
  element = pact_plan_get_root (plan);
  node = pact_json_build_element (document, element, options->withhold_personal, &modified);
  root = pact_json_new (document, PACT_JSON_OBJECT);
  pact_json_add_string (document, root, "$schema", PACT_JSON_SCHEMA_ID);
  pact_json_add_string (document, root, "format", PACT_JSON_FORMAT);
  pact_json_append (root, "format_version", pact_json_new_integer (document, PACT_JSON_FORMAT_VERSION));
  pact_json_add_string (document, root, "generator", "Pact Planner " PACKAGE_VERSION);
  /* The time of the last change of what is in the file, rather than of the export: see the promise above. */
  pact_json_add_string (document, root, "exported", modified);
  pact_json_add_string (document, root, "purpose", options->draft ? "draft" : "submission");
  pact_json_append (root, "plan", node);
  if (!add_submission (document, root, node, options, error))
    return NULL;
  if (!options->withhold_personal)
    add_envelope (document, root, element);
  if (!check_counts (plan, document, error))
    return NULL;

  out = g_string_sized_new (1 << 16);
  pact_json_print (out, root, TRUE);
  g_string_append_c (out, '\n');
  if (out->len > PACT_JSON_MAX_BYTES)
    {
      refuse_size (error, _("The plan cannot be exported: the file would be larger than 64 MiB and could not be imported again."));
      return NULL;
    }

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * pact_json_digest_plan:
 * @plan: a plan
 * @withhold_personal: whether fields with personal data are left out
 *
 * Returns: (transfer full) (nullable): the digest that stands in the exported file; %NULL if a member kept
 *   from another file has no canonical form
 */
char *
pact_json_digest_plan (PactPlan *plan,
                       gboolean withhold_personal)
{
  g_autoptr (PactJsonDocument) document = NULL;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  document = pact_json_document_new (NULL);

  return pact_json_digest (pact_json_build_element (document, pact_plan_get_root (plan), withhold_personal, NULL), NULL);
}

/**
 * pact_json_digest_document:
 * @bytes: an exchange file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the digest of the plan that the file holds, whatever digest
 *   the file itself names; %NULL with @error set to %PACT_EXCHANGE_ERROR_SYNTAX if the file is not
 *   JSON, to %PACT_EXCHANGE_ERROR_FORMAT if it holds no plan
 */
char *
pact_json_digest_document (GBytes *bytes,
                           GError **error)
{
  g_autoptr (PactJsonDocument) document = NULL;
  PactJsonNode *plan;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = pact_json_scan (bytes, NULL, error);
  if (document == NULL)
    return NULL;

  plan = pact_json_find (pact_json_document_get_root (document), "plan");
  if (plan == NULL || plan->type != PACT_JSON_OBJECT)
    {
      g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_FORMAT, _("The file holds no plan."));
      return NULL;
    }

  return pact_json_digest (plan, error);
}
