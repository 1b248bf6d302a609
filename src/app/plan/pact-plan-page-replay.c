/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-field-row.h"
#include "pact-plan-page.h"
#include "pact-plan.h"
#include "pact-shell.h"
#include "pact-unsaved.h"

/* Undo and redo as a person meets them: what is not saved is taken back first, and what was done is shown or said. And going
 * to what is not saved. */

/* The row that the keyboard is in. */
static PactFieldRow *
get_row (PactPlanPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, PACT_TYPE_FIELD_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? PACT_FIELD_ROW (row) : NULL;
}

static gboolean
is_row_of (PactFieldRow *row,
           const char *element_uuid,
           const PactField *field)
{
  PactElement *element = row != NULL ? pact_field_row_get_element (row) : NULL;

  return element != NULL && field != NULL && pact_field_row_get_field (row) == field
         && g_strcmp0 (pact_element_get_uuid (element), element_uuid) == 0;
}

/* The first field that holds something unsaved and would say something else below that; and whose it is. */
static const PactField *
find_obstacle (PactPlanPage *self,
               gboolean is_undo,
               PactElement **element)
{
  PactEditor *editor = pact_plan_page_get_editor (self);
  g_autoptr (GPtrArray) list = pact_unsaved_list (pact_editor_get_plan (editor));

  for (guint i = 0; i < list->len; i++)
    {
      const PactUnsaved *unsaved = g_ptr_array_index (list, i);

      if (!pact_editor_replay_touches (editor, is_undo, unsaved->element, unsaved->field))
        continue;
      *element = g_object_ref (unsaved->element);
      return unsaved->field;
    }

  return NULL;
}

/* A field that holds something unsaved must not say something else below that. Goes there; undo takes back what is not saved. */
static gboolean
stop_at_unsaved (PactPlanPage *self,
                 gboolean is_undo)
{
  g_autoptr (PactElement) element = NULL;
  const PactField *field = find_obstacle (self, is_undo, &element);
  PactFieldRow *row;

  if (field == NULL || !pact_plan_page_reveal (self, pact_element_get_uuid (element), field->name))
    return FALSE;
  row = get_row (self);
  if (is_undo && is_row_of (row, pact_element_get_uuid (element), field))
    pact_field_row_take_back (row);

  return TRUE;
}

/* What came back or went elsewhere together is chosen together. */
static void
choose_all (PactPlanPage *self,
            const PactReplay *replay)
{
  PactPlan *plan = pact_editor_get_plan (pact_plan_page_get_editor (self));
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  if (replay->others->len == 0 || replay->outcome == PACT_REPLAY_WENT)
    return;

  g_ptr_array_add (elements, pact_plan_lookup (plan, replay->element));
  for (guint i = 0; i < replay->others->len; i++)
    {
      PactElement *other = pact_plan_lookup (plan, g_ptr_array_index (replay->others, i));

      if (other != NULL)
        g_ptr_array_add (elements, other);
    }
  pact_plan_page_choose (self, elements);
}

/* Goes to where something is different now, and says what it is, unless the person is there already. */
static void
show_replay (PactPlanPage *self,
             const PactReplay *replay,
             gboolean is_there)
{
  g_autofree char *sentence = pact_replay_describe (replay);

  if (is_there)
    return;

  if (replay->element != NULL
      && pact_plan_page_reveal (self, replay->element, replay->field != NULL ? replay->field->name : NULL)
      && is_row_of (get_row (self), replay->element, replay->field))
    pact_field_row_grab_caret (get_row (self));
  choose_all (self, replay);
  if (sentence != NULL)
    pact_shell_say_in_passing (pact_shell_get (GTK_WIDGET (self)), sentence);
}

static void
replay (PactPlanPage *self,
        gboolean is_undo)
{
  PactEditor *editor = pact_plan_page_get_editor (self);
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  PactFieldRow *row = get_row (self);
  g_autofree char *uuid = NULL;
  const PactField *field = NULL;
  const PactReplay *done;
  g_autoptr (GError) error = NULL;

  /* What is being typed is the last thing that was done. */
  pact_shell_flush (shell);
  if (row != NULL && (is_undo ? pact_field_row_take_back (row) : pact_field_row_put_back (row)))
    return;
  if (row != NULL && pact_field_row_is_unsaved (row))
    return;
  if (!(is_undo ? pact_editor_can_undo (editor) : pact_editor_can_redo (editor)) || stop_at_unsaved (self, is_undo))
    return;

  if (row != NULL && pact_field_row_get_element (row) != NULL)
    {
      uuid = g_strdup (pact_element_get_uuid (pact_field_row_get_element (row)));
      field = pact_field_row_get_field (row);
    }
  if (!(is_undo ? pact_editor_undo (editor, &error) : pact_editor_redo (editor, &error)))
    {
      pact_shell_report (shell, is_undo ? _("This cannot be undone") : _("This cannot be redone"), error);
      return;
    }
  done = pact_editor_get_replay (editor);
  show_replay (self, done, done->field != NULL && done->field == field && g_strcmp0 (done->element, uuid) == 0);
}

/**
 * pact_plan_page_undo:
 * @self: a page
 *
 * Takes back what is typed where the keyboard is and could not be saved, or else the last edit, and shows what that did.
 */
void
pact_plan_page_undo (PactPlanPage *self)
{
  g_return_if_fail (PACT_IS_PLAN_PAGE (self));

  replay (self, TRUE);
}

/**
 * pact_plan_page_redo:
 * @self: a page
 *
 * Does again what pact_plan_page_undo() has taken back, and shows what that did.
 */
void
pact_plan_page_redo (PactPlanPage *self)
{
  g_return_if_fail (PACT_IS_PLAN_PAGE (self));

  replay (self, FALSE);
}

/**
 * pact_plan_page_can_undo:
 * @self: a page
 *
 * Returns: whether there is something that pact_plan_page_undo() would take back
 */
gboolean
pact_plan_page_can_undo (PactPlanPage *self)
{
  PactFieldRow *row;

  g_return_val_if_fail (PACT_IS_PLAN_PAGE (self), FALSE);

  row = get_row (self);

  return pact_editor_can_undo (pact_plan_page_get_editor (self)) || (row != NULL && pact_field_row_is_unsaved (row));
}

/**
 * pact_plan_page_can_redo:
 * @self: a page
 *
 * Returns: whether there is something that pact_plan_page_redo() would do again
 */
gboolean
pact_plan_page_can_redo (PactPlanPage *self)
{
  PactFieldRow *row;

  g_return_val_if_fail (PACT_IS_PLAN_PAGE (self), FALSE);

  row = get_row (self);

  return pact_editor_can_redo (pact_plan_page_get_editor (self)) || (row != NULL && pact_field_row_can_put_back (row));
}

/* What is being typed or is not saved goes first, then what was edited last. */
static char *
dup_undo_label (PactPlanPage *self)
{
  PactFieldRow *row = get_row (self);
  g_autoptr (PactElement) element = NULL;
  const PactField *field = row != NULL && pact_field_row_is_unsaved (row) ? pact_field_row_get_field (row)
                                                                          : find_obstacle (self, TRUE, &element);

  if (field == NULL)
    return pact_editor_dup_undo_label (pact_plan_page_get_editor (self));

  /* Translators: %s is the name of a field, such as “Start”. */
  return g_strdup_printf (C_ ("undo", "Undo Typing in “%s”"), pact_field_get_label (field));
}

static char *
dup_redo_label (PactPlanPage *self)
{
  PactFieldRow *row = get_row (self);

  if (row == NULL || !pact_field_row_can_put_back (row))
    return pact_editor_dup_redo_label (pact_plan_page_get_editor (self));

  /* Translators: %s is the name of a field, such as “Start”. */
  return g_strdup_printf (C_ ("undo", "Redo Typing in “%s”"), pact_field_get_label (pact_field_row_get_field (row)));
}

static void
name_button (GtkWidget *button,
             const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * pact_plan_page_name_undo:
 * @self: a page
 *
 * Has the buttons for undo and redo say what they would do now. To be called when the keyboard has gone elsewhere, when
 * something was edited, and when what is not saved is something else.
 */
void
pact_plan_page_name_undo (PactPlanPage *self)
{
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  g_return_if_fail (PACT_IS_PLAN_PAGE (self));

  undo_label = dup_undo_label (self);
  redo_label = dup_redo_label (self);
  name_button (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), PACT_TYPE_PLAN_PAGE, "undo_button")), undo_label);
  name_button (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), PACT_TYPE_PLAN_PAGE, "redo_button")), redo_label);
}

/**
 * pact_plan_page_show_unsaved:
 * @self: a page
 *
 * Goes to a field that holds something that could not be saved: the first, or the one after that where the keyboard is.
 *
 * Returns: whether there is one in this plan
 */
gboolean
pact_plan_page_show_unsaved (PactPlanPage *self)
{
  g_autoptr (GPtrArray) list = NULL;
  PactFieldRow *row;
  guint next = 0;
  const PactUnsaved *unsaved;

  g_return_val_if_fail (PACT_IS_PLAN_PAGE (self), FALSE);

  list = pact_unsaved_list (pact_editor_get_plan (pact_plan_page_get_editor (self)));
  if (list->len == 0)
    return FALSE;

  row = get_row (self);
  for (guint i = 0; i < list->len; i++)
    {
      unsaved = g_ptr_array_index (list, i);
      if (is_row_of (row, pact_element_get_uuid (unsaved->element), unsaved->field))
        next = (i + 1) % list->len;
    }
  unsaved = g_ptr_array_index (list, next);
  pact_plan_page_reveal (self, pact_element_get_uuid (unsaved->element), unsaved->field->name);

  return TRUE;
}
