/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-take"

#include "config.h"

#include <string.h>

#include "pact-editor-private.h"
#include "pact-fold.h"
#include "pact-known.h"
#include "pact-value.h"

/* Pillars, objectives and measures of a template come into a plan that began with another, or with none. The template is handed
 * over as a plan that was made of it. */

static gboolean
is_measure (PactElement *element)
{
  return (pact_element_get_kind (element)->flags & PACT_KIND_MEASURE) != 0;
}

/* What belongs to @plan of what is said of an element that comes from elsewhere. */
static PactRecord *
make_record (PactEditor *self,
             PactElement *element)
{
  PactRecord *record = pact_element_to_record (element);
  const char *home = pact_element_get (pact_plan_get_root (pact_editor_get_plan (self)), "template_id");
  const char *origin = pact_element_get_template_id (element);

  if (origin != NULL)
    pact_record_set (record, "template_id", g_strcmp0 (origin, home) != 0 ? origin : NULL);

  return record;
}

/* Of a measure only the main indicator comes, which is the first: the others are offered in its form. */
static gboolean
is_further_indicator (PactElement *element)
{
  return pact_element_is_kind (element, "indicator") && pact_element_get_index (element) > 0;
}

/* All of @element but the measures that the plan has already, and what is empty without them; FALSE if that is all of it. */
static gboolean
collect (PactEditor *self,
         PactKnown *known,
         PactElement *element,
         GPtrArray *records)
{
  const PactModel *model = pact_plan_get_model (pact_element_get_plan (element));
  guint n_before = records->len;
  gboolean had_measures = FALSE;
  gboolean has_measures = FALSE;

  if (is_further_indicator (element) || (known != NULL && is_measure (element) && pact_known_find (known, element) != NULL))
    return FALSE;

  g_ptr_array_add (records, make_record (self, element));
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      GListModel *children;

      if (!pact_kind_may_contain (pact_element_get_kind (element), &model->kinds[i]))
        continue;
      children = pact_element_get_children (element, &model->kinds[i]);
      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr (PactElement) child = g_list_model_get_item (children, j);
          gboolean counts = is_measure (child) || pact_element_is_kind (child, "objective");
          gboolean came = collect (self, known, child, records);

          had_measures = had_measures || counts;
          has_measures = has_measures || (counts && came);
        }
    }
  if (had_measures && !has_measures)
    {
      g_ptr_array_set_size (records, (int) n_before);
      return FALSE;
    }

  return TRUE;
}

/* The pillar or objective of the plan that is the same as one of elsewhere, or is called the same. */
static PactElement *
find_same (PactKnown *known,
           PactElement *parent,
           PactElement *other)
{
  PactElement *same = pact_known_find (known, other);
  GListModel *siblings = pact_element_get_children (parent, pact_element_get_kind (other));

  if (same != NULL)
    return same;
  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (PactElement) sibling = g_list_model_get_item (siblings, i);

      if (pact_text_is_same_name (pact_element_get_name (sibling), pact_element_get_name (other)))
        return sibling; /* the plan holds it */
    }

  return NULL;
}

typedef struct
{
  PactEditor *editor;
  PactKnown *known;     /* (owned) */
  GPtrArray *records;   /* (owned) PactRecord: what comes, parents first */
  GPtrArray *landings;  /* (owned) PactLanding: where the outermost of the records come */
  GPtrArray *outermost; /* (owned) PactRecord, borrowed: what was asked for */
  GHashTable *made;     /* (owned) PactElement of elsewhere, borrowed: PactRecord, borrowed: what comes only to hold something */
} Taking;

static void
taking_clear (Taking *self)
{
  pact_known_free (self->known);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->landings);
  g_ptr_array_unref (self->outermost);
  g_hash_table_unref (self->made);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taking, taking_clear)

static void
taking_init (Taking *self,
             PactEditor *editor)
{
  self->editor = editor;
  self->known = pact_known_new (pact_editor_get_plan (editor));
  self->records = pact_record_list_new ();
  self->landings = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_landing_free);
  self->outermost = g_ptr_array_new ();
  self->made = g_hash_table_new (NULL, NULL);
}

static void
land (Taking *self,
      PactRecord *record,
      PactElement *parent,
      PactElement *before)
{
  PactLanding *landing;

  for (guint i = 0; i < self->landings->len; i++)
    {
      landing = g_ptr_array_index (self->landings, i);
      if (landing->parent == parent && landing->kind == record->kind && landing->before == before)
        {
          g_ptr_array_add (landing->records, record);
          return;
        }
    }
  landing = _pact_landing_new (parent, record->kind, before);
  g_ptr_array_add (landing->records, record);
  g_ptr_array_add (self->landings, landing);
}

static void
stand_below (PactRecord *record,
             const PactRecord *parent)
{
  g_free (record->parent);
  record->parent = g_strdup (parent->uuid);
}

/* What @element stands below in its template, in this plan: either what is there is found again, or what is not comes along. */
static const PactRecord *
ensure_home (Taking *self,
             PactElement *element,
             PactElement **home)
{
  PactElement *above = pact_element_get_parent (element);
  PactRecord *record = g_hash_table_lookup (self->made, above);
  PactElement *parent = NULL;
  const PactRecord *parent_record;

  *home = NULL;
  if (record != NULL)
    return record;
  if (pact_element_get_parent (above) == NULL)
    {
      *home = pact_plan_get_root (pact_editor_get_plan (self->editor));
      return NULL;
    }

  parent_record = ensure_home (self, above, &parent);
  *home = parent != NULL ? find_same (self->known, parent, above) : NULL;
  if (*home != NULL)
    return NULL;

  record = make_record (self->editor, above);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->made, above, record);
  if (parent != NULL)
    land (self, record, parent, NULL);
  else
    stand_below (record, parent_record);

  return record;
}

static void
append_all (GPtrArray *records,
            GPtrArray *more)
{
  g_ptr_array_set_free_func (more, NULL);
  g_ptr_array_extend (records, more, NULL, NULL);
}

/* @parent is NULL for where the template has it. */
static void
add (Taking *self,
     PactElement *element,
     PactElement *parent,
     PactElement *before)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  const PactRecord *home_record = NULL;
  PactRecord *record;

  /* Whoever asks for one measure has been told that it is there, and means it. */
  if (!collect (self->editor, is_measure (element) ? NULL : self->known, element, records))
    return;

  record = g_ptr_array_index (records, 0);
  g_ptr_array_add (self->outermost, record);
  if (parent == NULL)
    home_record = ensure_home (self, element, &parent);
  if (parent != NULL)
    land (self, record, parent, before);
  else
    stand_below (record, home_record);
  append_all (self->records, records);
}

static void
add_alone (Taking *self,
           PactElement *element,
           PactElement *parent)
{
  PactRecord *record = make_record (self->editor, element);

  g_ptr_array_add (self->records, record);
  land (self, record, parent, NULL);
}

static guint
count_measures (GPtrArray *elements)
{
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      PactTally tally;

      pact_element_get_tally (g_ptr_array_index (elements, i), &tally);
      n += tally.measures;
    }

  return n;
}

static guint
count_records (GPtrArray *records)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += (((PactRecord *) g_ptr_array_index (records, i))->kind->flags & PACT_KIND_MEASURE) != 0;

  return n;
}

static GPtrArray *
take (Taking *self,
      GPtrArray *elements,
      guint *n_known,
      GError **error)
{
  PactEditor *editor = self->editor;
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);

  if (n_known != NULL)
    *n_known = count_measures (elements) - count_records (self->records);
  if (self->records->len == 0)
    return taken;

  pact_editor_end_step (editor);
  if (!_pact_editor_begin (editor, "template", NULL, NULL, error)
      || !_pact_editor_end (editor, _pact_editor_land (editor, self->records, self->landings, NULL, error), error))
    {
      g_ptr_array_unref (taken);
      return NULL;
    }
  for (guint i = 0; i < self->outermost->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (self->outermost, i);

      g_ptr_array_add (taken, g_object_ref (pact_plan_lookup (pact_editor_get_plan (editor), record->uuid)));
    }

  return taken;
}

/**
 * pact_editor_take:
 * @self: an editor
 * @elements: (element-type PactElement): pillars, objectives or measures of a plan that was made of a template
 * @target: the element of this plan to which they are taken
 * @n_known: (out) (optional): how many measures were left out because the plan has them already
 * @error: return location for an error
 *
 * Takes over what a template proposes, as one step of undo: below @target or the nearest element above it that may hold it, behind
 * @target if that is of the same kind; where nothing may hold it, with the pillar and the objective that it has in its template.
 * Of pillars and objectives, the measures that the plan has already are left out; a measure that is asked for comes in any case.
 *
 * Returns: (transfer full) (nullable) (element-type PactElement): what has come, without what came only to hold it; %NULL with
 *   @error set to an error of %PACT_DB_ERROR
 */
GPtrArray *
pact_editor_take (PactEditor *self,
                  GPtrArray *elements,
                  PactElement *target,
                  guint *n_known,
                  GError **error)
{
  g_auto (Taking) taking = { 0 };
  g_autoptr (GPtrArray) outermost = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (elements != NULL, NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (target), NULL);

  taking_init (&taking, self);
  outermost = pact_elements_find_outermost (elements);
  for (guint i = 0; i < outermost->len; i++)
    {
      PactElement *element = g_ptr_array_index (outermost, i);
      PactLanding *landing = _pact_landing_find (target, pact_element_get_kind (element));

      add (&taking, element, landing != NULL ? landing->parent : NULL, landing != NULL ? landing->before : NULL);
      g_clear_pointer (&landing, _pact_landing_free);
    }

  return take (&taking, outermost, n_known, error);
}

/**
 * pact_editor_take_to:
 * @self: an editor
 * @elements: (element-type PactElement): pillars, objectives or measures of a plan that was made of a template, all of one kind
 * @parent: an element of this plan that may hold them
 * @before: (nullable): the element there before which they come, %NULL for the end
 * @n_known: (out) (optional): how many measures were left out because the plan has them already
 * @error: return location for an error
 *
 * Takes over what a template proposes to a certain place, else as pact_editor_take() does.
 *
 * Returns: (transfer full) (nullable) (element-type PactElement): what has come; %NULL with @error set to an error of
 *   %PACT_DB_ERROR
 */
GPtrArray *
pact_editor_take_to (PactEditor *self,
                     GPtrArray *elements,
                     PactElement *parent,
                     PactElement *before,
                     guint *n_known,
                     GError **error)
{
  g_auto (Taking) taking = { 0 };
  g_autoptr (GPtrArray) outermost = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (elements != NULL, NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (parent), NULL);

  taking_init (&taking, self);
  outermost = pact_elements_find_outermost (elements);
  for (guint i = 0; i < outermost->len; i++)
    add (&taking, g_ptr_array_index (outermost, i), parent, before);

  return take (&taking, outermost, n_known, error);
}

static char *
join_codes (const PactField *field,
            const char *one,
            const char *other)
{
  g_autofree char *both = g_strjoin (" ", one != NULL ? one : "", other, NULL);
  g_auto (GStrv) codes = g_strsplit (both, " ", -1);

  return pact_field_join_codes (field, (const char *const *) codes);
}

/* What both say; NULL if that is nothing new, or there is no room for it. */
static char *
join_values (const PactField *field,
             const char *one,
             const char *other)
{
  g_autofree char *joined = NULL;

  if (other == NULL || g_strcmp0 (one, other) == 0)
    return NULL;
  if (field->type == PACT_TYPE_CHOICES)
    joined = join_codes (field, one, other);
  else if (one == NULL)
    joined = g_strdup (other);
  else if (strstr (one, other) == NULL)
    joined = g_strjoin ("\n", one, other, NULL);

  return joined != NULL && g_strcmp0 (joined, one) != 0 && pact_field_check (field, joined, NULL) ? g_steal_pointer (&joined) : NULL;
}

static gboolean
has_indicator (PactElement *measure,
               PactElement *other)
{
  GListModel *indicators = pact_element_get_children (measure, pact_element_get_kind (other));

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (PactElement) indicator = g_list_model_get_item (indicators, i);

      if (pact_text_is_same_name (pact_element_get_name (indicator), pact_element_get_name (other)))
        return TRUE;
    }

  return FALSE;
}

/**
 * pact_editor_merge:
 * @self: an editor
 * @measure: a measure of the plan
 * @other: the same measure in a plan that was made of a template
 * @n_added: (out) (optional): how many fields and indicators it got
 * @error: return location for an error
 *
 * Adds to a measure the legal references and the indicators that a template gives it besides, as one step of undo. All that it says
 * already stays.
 *
 * Returns: whether it has them now; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_merge (PactEditor *self,
                   PactElement *measure,
                   PactElement *other,
                   guint *n_added,
                   GError **error)
{
  static const char *const fields[] = { "legal_basis", "legal_note" };
  g_auto (Taking) taking = { 0 };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_cell_free);
  GListModel *indicators;
  gboolean success = TRUE;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (is_measure (measure) && is_measure (other), FALSE);

  taking_init (&taking, self);
  indicators = pact_element_get_children_by_name (other, "indicator");
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (PactElement) indicator = g_list_model_get_item (indicators, i);

      if (!has_indicator (measure, indicator))
        add_alone (&taking, indicator, measure);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const PactField *field = pact_kind_find_field (pact_element_get_kind (measure), fields[i]);
      g_autofree char *joined =
        join_values (field, pact_element_get_value (measure, field), pact_element_get_value (other, field));

      if (joined != NULL)
        g_ptr_array_add (cells, pact_cell_new (measure, field, joined));
    }
  if (n_added != NULL)
    *n_added = cells->len + taking.records->len;
  if (cells->len + taking.records->len == 0)
    return TRUE;

  pact_editor_end_step (self);
  if (!_pact_editor_begin (self, "template", NULL, NULL, error))
    return FALSE;
  for (guint i = 0; success && i < cells->len; i++)
    {
      const PactCell *cell = g_ptr_array_index (cells, i);

      success = pact_library_update (_pact_editor_get_library (self), pact_element_get_uuid (measure), cell->field, cell->value, error);
    }

  return _pact_editor_end (self, success && _pact_editor_land (self, taking.records, taking.landings, NULL, error), error);
}
