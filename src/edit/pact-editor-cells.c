/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-cells"

#include "config.h"

#include "pact-editor-private.h"
#include "pact-fold.h"
#include "pact-text.h"
#include "pact-value.h"

/* Many fields of many elements at once, as one step of undo. */

/**
 * pact_cell_new:
 * @element: an element
 * @field: a field of its kind
 * @value: (nullable): a value in canonical form, %NULL for none
 *
 * Returns: (transfer full): what @field shall say
 */
PactCell *
pact_cell_new (PactElement *element,
               const PactField *field,
               const char *value)
{
  PactCell *self = g_new0 (PactCell, 1);

  self->element = g_object_ref (element);
  self->field = field;
  self->value = g_strdup (value);

  return self;
}

/**
 * pact_cell_new_named:
 * @element: an element
 * @field: a field of its kind that refers to another kind
 * @name: what the element that it shall refer to is called; one that is not there yet is made
 *
 * Returns: (transfer full): what @field shall say
 */
PactCell *
pact_cell_new_named (PactElement *element,
                     const PactField *field,
                     const char *name)
{
  PactCell *self = pact_cell_new (element, field, NULL);

  self->name = pact_text_clean_line (name);

  return self;
}

/**
 * pact_cell_free:
 * @self: (transfer full): a cell
 */
void
pact_cell_free (PactCell *self)
{
  g_object_unref (self->element);
  g_free (self->value);
  g_free (self->name);
  g_free (self);
}

/* The UUID of what is called so, whether it was there before or was made by this edit. */
static const char *
ensure_named (PactEditor *self,
              GHashTable *made,
              const PactCell *cell,
              GError **error)
{
  PactPlan *plan = pact_editor_get_plan (self);
  const PactKind *kind = pact_model_find_kind (pact_plan_get_model (plan), cell->field->target);
  PactElement *present = _pact_editor_find_titled (self, kind, cell->name);
  PactRecord *record = NULL;
  GHashTableIter iter;
  gpointer other;

  if (present != NULL)
    return pact_element_get_uuid (present);
  g_hash_table_iter_init (&iter, made);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    {
      if (((PactRecord *) other)->kind == kind
          && pact_text_is_same_name (pact_record_get (other, pact_kind_get_title_field (kind)->name), cell->name))
        return ((PactRecord *) other)->uuid;
    }

  record = pact_record_new (kind, pact_element_get_uuid (pact_plan_get_root (plan)));
  g_hash_table_insert (made, record->uuid, record);
  pact_record_set (record, pact_kind_get_title_field (kind)->name, cell->name);
  if (!_pact_editor_find_position (self, pact_plan_get_root (plan), kind, NULL, &record->position, error))
    return NULL;
  /* The plan in memory does not know yet of those that were made before. */
  record->position += PACT_POSITION_STEP * g_hash_table_size (made);
  if (!pact_library_insert (_pact_editor_get_library (self), record, error))
    return NULL;

  return record->uuid;
}

/* Who leads a measure is not one of its partners. */
static gboolean
write_cell (PactEditor *self,
            GHashTable *made,
            const PactCell *cell,
            GError **error)
{
  const char *value = cell->value;

  if (cell->name != NULL)
    value = ensure_named (self, made, cell, error);
  if (cell->name != NULL && value == NULL)
    return FALSE;
  if (value != NULL && pact_element_is_kind (cell->element, "measure") && g_str_equal (cell->field->name, "lead")
      && !_pact_editor_drop_partner (self, cell->element, value, error))
    return FALSE;

  return g_strcmp0 (pact_element_get_value (cell->element, cell->field), value) == 0
         || pact_library_update (_pact_editor_get_library (self), pact_element_get_uuid (cell->element), cell->field, value, error);
}

/**
 * pact_editor_set_cells:
 * @self: an editor
 * @cells: (element-type PactCell): what shall be said; not the currency of the plan
 * @error: return location for an error
 *
 * Sets many fields as one step of undo.
 *
 * Returns: whether they all say it now; %FALSE with @error set to an error of the domains %PACT_MODEL_ERROR or
 *   %PACT_STORE_ERROR if nothing was changed
 */
gboolean
pact_editor_set_cells (PactEditor *self,
                       GPtrArray *cells,
                       GError **error)
{
  g_autoptr (GHashTable) made = NULL;
  gboolean success = TRUE;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (cells != NULL, FALSE);

  for (guint i = 0; i < cells->len; i++)
    {
      const PactCell *cell = g_ptr_array_index (cells, i);

      g_return_val_if_fail (cell->field->type != PACT_TYPE_CURRENCY, FALSE);
      if (!pact_field_check (cell->field, cell->value, error))
        return FALSE;
    }
  if (cells->len == 0)
    return TRUE;

  pact_editor_end_step (self);
  if (!_pact_editor_begin (self, "edit", pact_element_get_kind (((PactCell *) g_ptr_array_index (cells, 0))->element), NULL, error))
    return FALSE;
  made = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pact_record_free);
  for (guint i = 0; success && i < cells->len; i++)
    success = write_cell (self, made, g_ptr_array_index (cells, i), error);

  return _pact_editor_end (self, success, error);
}
