/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measures-tree"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-measures-tree-private.h"
#include "pact-plan.h"
#include "pact-window.h"

/* The verbs of the tree of measures: its actions and their keys. */

static void
report (PactMeasuresTree *self,
        const char *heading,
        const GError *error)
{
  pact_window_report (pact_window_of (GTK_WIDGET (self)), heading, error);
}

/* Selects what an edit brought, or tells why it brought nothing. */
static void
show_result (PactMeasuresTree *self,
             PactElement *element,
             const char *failure,
             const GError *error)
{
  if (element != NULL)
    _pact_measures_tree_show (self, element);
  else
    report (self, failure, error);
}

static void
add (PactMeasuresTree *self,
     const char *kind_name)
{
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *selected = pact_measures_tree_get_selected (self);
  PactElement *parent = pact_plan_get_root (pact_editor_get_plan (editor));
  PactElement *before = NULL;
  PactElement *element;
  g_autoptr (GError) error = NULL;

  pact_window_flush (pact_window_of (GTK_WIDGET (self)));
  if (g_str_equal (kind_name, "objective"))
    parent = pact_element_get_ancestor (selected, "pillar");
  else if (g_str_equal (kind_name, "measure"))
    parent = pact_element_get_ancestor (selected, "objective");

  /* After the selected one, if that is of the same kind. */
  if (selected != NULL && pact_element_is_kind (selected, kind_name))
    {
      GListModel *siblings = pact_element_get_children_by_name (parent, kind_name);

      before = g_list_model_get_item (siblings, pact_element_get_index (selected) + 1);
    }
  element = pact_editor_add (editor, parent, kind_name, before, &error);
  g_clear_object (&before);
  show_result (self, element, _("Nothing was added"), error);
  if (element != NULL)
    g_signal_emit_by_name (self, "added", element);
}

static void
add_pillar_activated (GtkWidget *widget,
                      const char *action_name,
                      GVariant *parameter)
{
  add (PACT_MEASURES_TREE (widget), "pillar");
}

static void
add_objective_activated (GtkWidget *widget,
                         const char *action_name,
                         GVariant *parameter)
{
  add (PACT_MEASURES_TREE (widget), "objective");
}

static void
add_measure_activated (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  add (PACT_MEASURES_TREE (widget), "measure");
}

static void
step_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *selected = pact_measures_tree_get_selected (self);
  g_autoptr (GError) error = NULL;

  pact_window_flush (pact_window_of (widget));
  if (!pact_editor_step (editor, selected, g_variant_get_int32 (parameter), &error))
    report (self, _("This cannot be moved"), error);
}

static void
copy_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *selected = pact_measures_tree_get_selected (self);
  g_autofree char *text = NULL;

  pact_window_flush (pact_window_of (widget));
  text = pact_editor_copy (editor, selected);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
cut_activated (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *selected = pact_measures_tree_get_selected (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  pact_window_flush (pact_window_of (widget));
  text = pact_editor_cut (editor, selected, &error);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  else
    report (self, _("This cannot be cut"), error);
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (PactMeasuresTree) self = PACT_MEASURES_TREE (user_data);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *target = pact_measures_tree_get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (editor == NULL || pact_window_of (GTK_WIDGET (self)) == NULL)
    return;
  if (target == NULL)
    target = pact_plan_get_root (pact_editor_get_plan (editor));
  g_clear_error (&error);
  show_result (self, pact_editor_paste (editor, target, text != NULL ? text : "", &error), _("This cannot be pasted here"),
               error);
}

static void
paste_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  pact_window_flush (pact_window_of (widget));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
duplicate_activated (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *selected = pact_measures_tree_get_selected (self);
  g_autoptr (GError) error = NULL;

  pact_window_flush (pact_window_of (widget));
  show_result (self, pact_editor_duplicate (editor, selected, &error), _("This cannot be duplicated"), error);
}

static void
delete_activated (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *selected = pact_measures_tree_get_selected (self);
  PactWindow *window = pact_window_of (widget);
  const char *title = pact_element_get_title (selected);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  /* Translators: %s is the title of what was deleted, such as a measure. */
  sentence = g_strdup_printf (_("“%s” was deleted."), title != NULL ? title : C_("element", "Without a name"));
  pact_window_flush (window);
  if (pact_editor_remove (editor, selected, &error))
    pact_window_say_with_undo (window, sentence, "win.undo", NULL);
  else
    report (self, _("This cannot be deleted"), error);
}

/* Installs the actions of the tree's class, with their keys. */
void
_pact_measures_tree_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tree.add-pillar", NULL, add_pillar_activated);
  gtk_widget_class_install_action (widget_class, "tree.add-objective", NULL, add_objective_activated);
  gtk_widget_class_install_action (widget_class, "tree.add-measure", NULL, add_measure_activated);
  gtk_widget_class_install_action (widget_class, "tree.step", "i", step_activated);
  gtk_widget_class_install_action (widget_class, "tree.cut", NULL, cut_activated);
  gtk_widget_class_install_action (widget_class, "tree.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "tree.paste", NULL, paste_activated);
  gtk_widget_class_install_action (widget_class, "tree.duplicate", NULL, duplicate_activated);
  gtk_widget_class_install_action (widget_class, "tree.delete", NULL, delete_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "tree.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "tree.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, "tree.cut", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "tree.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "tree.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "tree.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "tree.delete", NULL);
}

/* Enables what can be done to the element that is chosen. */
void
_pact_measures_tree_update_actions (PactMeasuresTree *self)
{
  PactElement *selected = pact_measures_tree_get_selected (self);
  GtkWidget *widget = GTK_WIDGET (self);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  gboolean has_selected = selected != NULL;
  gboolean is_read_only = editor != NULL && pact_editor_is_read_only (editor);
  gboolean may_change = has_selected && !is_read_only;

  gtk_widget_action_set_enabled (widget, "tree.add-pillar", !is_read_only);
  gtk_widget_action_set_enabled (widget, "tree.paste", !is_read_only);
  gtk_widget_action_set_enabled (widget, "tree.add-objective", may_change);
  gtk_widget_action_set_enabled (widget, "tree.add-measure",
                                 may_change && !pact_element_is_kind (selected, "pillar"));
  gtk_widget_action_set_enabled (widget, "tree.step", may_change);
  gtk_widget_action_set_enabled (widget, "tree.cut", may_change);
  gtk_widget_action_set_enabled (widget, "tree.copy", has_selected);
  gtk_widget_action_set_enabled (widget, "tree.duplicate", may_change);
  gtk_widget_action_set_enabled (widget, "tree.delete", may_change);
}
