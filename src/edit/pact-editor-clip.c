/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-clip"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-editor-private.h"
#include "pact-json.h"
#include "pact-template.h"
#include "pact-workspace.h"

/* The clipboard, and plans as templates: elements leaving and entering a plan as text. */

/**
 * pact_editor_copy:
 * @self: an editor
 * @element: an element of the plan
 *
 * Returns: (transfer full): @element and everything below it as text for the clipboard
 */
char *
pact_editor_copy (PactEditor *self,
                  PactElement *element)
{
  g_autoptr (GPtrArray) elements = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);

  elements = g_ptr_array_new ();
  g_ptr_array_add (elements, element);

  return pact_json_write_clip (elements);
}

/**
 * pact_editor_cut:
 * @self: an editor
 * @element: an element of the plan, not the plan itself
 * @error: return location for an error
 *
 * Removes @element with everything below it.
 *
 * Returns: (transfer full) (nullable): what was removed, as text for the clipboard, or %NULL with @error set
 */
char *
pact_editor_cut (PactEditor *self,
                 PactElement *element,
                 GError **error)
{
  g_autofree char *text = pact_editor_copy (self, element);

  if (!_pact_editor_begin (self, "cut", pact_element_get_kind (element), NULL, error))
    return NULL;
  if (!_pact_editor_end (
        self, pact_library_delete (_pact_editor_get_library (self), pact_element_get_uuid (element), error), error))
    return NULL;

  return g_steal_pointer (&text);
}

/**
 * pact_editor_paste:
 * @self: an editor
 * @target: the element on which it is pasted
 * @text: what is on the clipboard
 * @error: return location for an error
 *
 * Pastes what was copied from this plan or another: below @target or the nearest element above it
 * that may hold it; behind @target if that is of the same kind. Everything gets new UUIDs; references
 * to what this plan does not have are emptied. Amounts in another currency keep their figures, rounded
 * to what this plan's currency can express; #PactEditor::restated tells of it.
 *
 * Returns: (transfer none) (nullable): the first element pasted, or %NULL with @error set to
 *   %PACT_EDIT_ERROR_CLIPBOARD if the text is nothing that can be pasted here, or to %PACT_EDIT_ERROR_AMOUNT
 *   if an amount would be too large
 */
PactElement *
pact_editor_paste (PactEditor *self,
                   PactElement *target,
                   const char *text,
                   GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PactElement) before = NULL;
  g_autofree char *currency = NULL;
  g_autofree char *rounding = NULL;
  const PactRecord *first;
  PactElement *parent;
  PactElement *pasted;
  gboolean restated;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (target), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  records = pact_json_read_clip (text, pact_plan_get_model (pact_editor_get_plan (self)), &currency, NULL);
  if (records == NULL || records->len == 0)
    {
      g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD,
                   _("The clipboard holds nothing that was copied from a plan."));
      return NULL;
    }

  first = g_ptr_array_index (records, 0);
  parent = target;
  while (parent != NULL && !pact_kind_may_contain (pact_element_get_kind (parent), first->kind))
    {
      if (pact_element_get_kind (parent) == first->kind)
        {
          PactElement *above = pact_element_get_parent (parent);

          g_clear_object (&before);
          before = above != NULL ? g_list_model_get_item (pact_element_get_children (above, first->kind),
                                                          pact_element_get_index (parent) + 1)
                                 : NULL;
        }
      parent = pact_element_get_parent (parent);
    }
  if (parent == NULL)
    {
      g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD,
                   _("What is on the clipboard cannot stand here. Select an element that may hold it, and paste again."));
      return NULL;
    }

  if (!_pact_editor_restate_records (self, records, currency, &restated, &rounding, error))
    return NULL;

  pasted = _pact_editor_insert_copy (self, records, parent, before, "paste", error);
  if (pasted != NULL && restated)
    _pact_editor_tell_restated (self, rounding);

  return pasted;
}

/**
 * pact_editor_write_template:
 * @self: an editor
 * @templates: all templates there are
 * @title: what the template shall be called
 * @error: return location for an error
 *
 * Makes a template of the plan: its pillars, objectives, measures and indicators, without dates,
 * targets, money, names or notes. The guidance and the sources of the template that the plan came from
 * stay with its measures, if that template is still there.
 *
 * Returns: (transfer full) (nullable): the template's file, or %NULL with @error set to an error of
 *   %PACT_TEMPLATE_ERROR
 */
GBytes *
pact_editor_write_template (PactEditor *self,
                            PactTemplateLibrary *templates,
                            const char *title,
                            GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  const char *template_id;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_TEMPLATE_LIBRARY (templates), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  records = pact_plan_to_records (pact_editor_get_plan (self));
  template_id = pact_record_get (g_ptr_array_index (records, 0), "template_id");

  return pact_template_write (records, pact_template_library_find (templates, template_id), title, error);
}

/**
 * pact_editor_add_indicators:
 * @self: an editor
 * @measure: a measure of the plan
 * @records: (element-type PactRecord): indicators, as a template suggests them
 * @error: return location for an error
 *
 * Adds suggested indicators to a measure as one step of undo.
 *
 * Returns: whether they were added; %FALSE with @error set to an error of %PACT_STORE_ERROR
 */
gboolean
pact_editor_add_indicators (PactEditor *self,
                            PactElement *measure,
                            GPtrArray *records,
                            GError **error)
{
  gint64 position = 0;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (pact_element_is_kind (measure, "measure"), FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  if (records->len == 0)
    return TRUE;
  if (!_pact_editor_begin (self, "template", NULL, NULL, error))
    return FALSE;
  if (!_pact_editor_find_position (self, measure, ((PactRecord *) g_ptr_array_index (records, 0))->kind, NULL, NULL,
                                   &position, error))
    return _pact_editor_end (self, FALSE, error);
  for (guint i = 0; i < records->len; i++)
    ((PactRecord *) g_ptr_array_index (records, i))->position = position + i * PACT_POSITION_STEP;

  return _pact_editor_end (self, _pact_editor_insert_records (self, records, error), error);
}
