/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-clip"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-edit-error.h"
#include "pact-editor-private.h"
#include "pact-exchange.h"
#include "pact-template.h"
#include "pact-value.h"

/* The clipboard, and plans as templates: elements leaving and entering a plan as text. */

/**
 * pact_editor_copy:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan
 *
 * Returns: (transfer full): @elements and everything below them as text for the clipboard, with what they refer to
 */
char *
pact_editor_copy (PactEditor *self,
                  GPtrArray *elements)
{
  g_autoptr (GPtrArray) outermost = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (elements != NULL && elements->len > 0, NULL);

  outermost = pact_elements_find_outermost (elements);

  return pact_exchange_write_clip (outermost);
}

/**
 * pact_editor_cut:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan, not the plan itself
 * @error: return location for an error
 *
 * Removes @elements with everything below them.
 *
 * Returns: (transfer full) (nullable): what was removed, as text for the clipboard, or %NULL with @error set
 */
char *
pact_editor_cut (PactEditor *self,
                 GPtrArray *elements,
                 GError **error)
{
  g_autofree char *text = pact_editor_copy (self, elements);
  g_autoptr (GPtrArray) outermost = pact_elements_find_outermost (elements);
  gboolean success = TRUE;

  if (!_pact_editor_begin (self, "cut", pact_element_get_kind (g_ptr_array_index (outermost, 0)), NULL, error))
    return NULL;
  for (guint i = 0; success && i < outermost->len; i++)
    success = pact_library_delete (_pact_editor_get_library (self),
                                   pact_element_get_uuid (g_ptr_array_index (outermost, i)), error);
  if (!_pact_editor_end (self, success, error))
    return NULL;

  return g_steal_pointer (&text);
}

/* Where what is of a kind lands when it is pasted on @target: below that or the nearest element above it that may hold it, behind
 * that one on the way up which is of the same kind. NULL if it cannot stand there. */
PactLanding *
_pact_landing_find (PactElement *target,
                    const PactKind *kind)
{
  PactElement *before = NULL;

  for (PactElement *parent = target; parent != NULL; parent = pact_element_get_parent (parent))
    {
      if (pact_kind_may_contain (pact_element_get_kind (parent), kind))
        return _pact_landing_new (parent, kind, before);
      if (pact_element_get_kind (parent) == kind)
        before = pact_element_get_parent (parent) != NULL ? _pact_element_get_next (parent) : NULL;
    }

  return NULL;
}

static PactLanding *
find_landing_of_kind (GPtrArray *landings,
                      const PactKind *kind)
{
  for (guint i = 0; i < landings->len; i++)
    {
      if (((PactLanding *) g_ptr_array_index (landings, i))->kind == kind)
        return g_ptr_array_index (landings, i);
    }

  return NULL;
}

/* Where each of the outermost of @records lands. */
static GPtrArray *
find_landings (PactElement *target,
               GPtrArray *records)
{
  g_autoptr (GPtrArray) landings = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_landing_free);

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);
      PactLanding *landing;

      if (record->parent != NULL)
        continue;
      landing = find_landing_of_kind (landings, record->kind);
      if (landing == NULL)
        {
          landing = _pact_landing_find (target, record->kind);
          if (landing == NULL)
            return NULL;
          g_ptr_array_add (landings, landing);
        }
      g_ptr_array_add (landing->records, record);
    }

  return g_steal_pointer (&landings);
}

static void
refer_to (GPtrArray *records,
          const char *old_uuid,
          const char *new_uuid)
{
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          if (record->kind->fields[j].type == PACT_TYPE_REFERENCE && g_strcmp0 (record->values[j], old_uuid) == 0)
            pact_record_set (record, record->kind->fields[j].name, new_uuid);
        }
    }
}

/* For what is referred to and this plan does not have, the element of the same name is taken; what has no such one comes along
 * before all others, and where it lands is added to @landings. */
static void
resolve_referenced (PactEditor *self,
                    PactClip *clip,
                    GPtrArray *landings)
{
  PactPlan *plan = pact_editor_get_plan (self);
  PactElement *root = pact_plan_get_root (plan);

  for (guint i = 0; i < clip->referenced->len; i++)
    {
      PactRecord *referenced = g_ptr_array_index (clip->referenced, i);
      const PactField *title_field = pact_kind_get_title_field (referenced->kind);
      const char *title = title_field != NULL ? pact_record_get (referenced, title_field->name) : NULL;
      PactElement *same;
      PactLanding *landing;
      PactRecord *copy;

      if (title == NULL || pact_plan_lookup (plan, referenced->uuid) != NULL
          || !pact_kind_may_contain (pact_element_get_kind (root), referenced->kind))
        continue;
      same = _pact_editor_find_titled (self, referenced->kind, title);
      if (same != NULL)
        {
          refer_to (clip->records, referenced->uuid, pact_element_get_uuid (same));
          continue;
        }
      landing = find_landing_of_kind (landings, referenced->kind);
      if (landing == NULL)
        {
          landing = _pact_landing_new (root, referenced->kind, NULL);
          g_ptr_array_add (landings, landing);
        }
      copy = pact_record_copy (referenced);
      g_ptr_array_insert (clip->records, 0, copy);
      g_ptr_array_add (landing->records, copy);
    }
}

/* What came from the template of another plan says so; what comes home to a plan of its template needs not. */
static void
settle_origins (PactEditor *self,
                const PactClip *clip)
{
  const char *home = pact_element_get (pact_plan_get_root (pact_editor_get_plan (self)), "template_id");

  for (guint i = 0; i < clip->records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (clip->records, i);
      const PactField *field = pact_kind_find_field (record->kind, "template_id");
      const char *origin;

      if (field == NULL || pact_record_get (record, "template_key") == NULL)
        continue;
      origin = pact_record_get (record, "template_id");
      if (origin == NULL && g_strcmp0 (clip->template_id, home) != 0 && pact_field_check (field, clip->template_id, NULL))
        pact_record_set (record, "template_id", clip->template_id);
      else if (origin != NULL && g_strcmp0 (origin, home) == 0)
        pact_record_set (record, "template_id", NULL);
    }
}

/**
 * pact_editor_paste:
 * @self: an editor
 * @target: the element on which it is pasted
 * @text: what is on the clipboard
 * @error: return location for an error
 *
 * Pastes what was copied from this plan or another: below @target or the nearest element above it
 * that may hold it; behind @target if that is of the same kind. Everything gets new UUIDs. Bodies and funding sources
 * that are referred to are found again by their names, or come along. Amounts in another currency keep their figures, rounded
 * to what this plan's currency can express; #PactEditor::restated tells of it.
 *
 * Returns: (transfer full) (nullable) (element-type PactElement): the outermost of what was pasted, or %NULL with @error set to
 *   %PACT_EDIT_ERROR_CLIPBOARD if the text is nothing that can be pasted here, or to %PACT_EDIT_ERROR_AMOUNT
 *   if an amount would be too large
 */
GPtrArray *
pact_editor_paste (PactEditor *self,
                   PactElement *target,
                   const char *text,
                   GError **error)
{
  g_autoptr (PactClip) clip = NULL;
  g_autoptr (GPtrArray) landings = NULL;
  g_autoptr (GPtrArray) brought = NULL;
  g_autofree char *rounding = NULL;
  const PactKind *kind;
  gboolean restated;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (target), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  clip = pact_exchange_read_clip (text, pact_plan_get_model (pact_editor_get_plan (self)), NULL);
  if (clip == NULL)
    {
      g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD,
                   _("The clipboard holds nothing that was copied from a plan."));
      return NULL;
    }

  landings = find_landings (target, clip->records);
  if (landings == NULL || landings->len == 0)
    {
      g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD,
                   _("What is on the clipboard cannot stand here. Select an element that may hold it, and paste again."));
      return NULL;
    }

  kind = ((PactRecord *) g_ptr_array_index (clip->records, 0))->kind;
  brought = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_landing_free);
  resolve_referenced (self, clip, brought);
  settle_origins (self, clip);
  if (!_pact_editor_restate_records (self, clip->records, clip->currency, &restated, &rounding, error)
      || !_pact_editor_begin (self, "paste", kind, NULL, error)
      || !_pact_editor_end (self, _pact_editor_land (self, clip->records, brought, landings, error), error))
    return NULL;
  if (restated)
    _pact_editor_tell_restated (self, rounding);

  return _pact_editor_find_landed (self, landings);
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
 * Returns: whether they were added; %FALSE with @error set to an error of %PACT_DB_ERROR
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
  if (!_pact_editor_find_position (self, measure, ((PactRecord *) g_ptr_array_index (records, 0))->kind, NULL,
                                   &position, error))
    return _pact_editor_end (self, FALSE, error);
  for (guint i = 0; i < records->len; i++)
    ((PactRecord *) g_ptr_array_index (records, i))->position = position + i * PACT_POSITION_STEP;

  return _pact_editor_end (self, _pact_editor_insert_records (self, records, error), error);
}
