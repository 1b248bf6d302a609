/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measures-tree"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-measures-tree-private.h"
#include "pact-plan.h"
#include "pact-removal.h"
#include "pact-shell.h"

/* The verbs of the tree of measures: its actions and their keys. */

static void
report (PactMeasuresTree *self,
        const char *heading,
        const GError *error)
{
  pact_shell_report (pact_shell_get (GTK_WIDGET (self)), heading, error);
}

/* Selects what an edit brought, or tells why it brought nothing. Takes @elements. */
static void
show_result (PactMeasuresTree *self,
             GPtrArray *elements,
             const char *failure,
             const GError *error)
{
  if (elements != NULL)
    _pact_measures_tree_show_added (self, elements);
  else
    report (self, failure, error);
  g_clear_pointer (&elements, g_ptr_array_unref);
}

/* The element that what is added or pasted goes to: the last that is chosen, or the plan. */
static PactElement *
get_target (PactMeasuresTree *self)
{
  GPtrArray *chosen = pact_measures_tree_get_chosen (self);

  if (chosen->len > 0)
    return g_ptr_array_index (chosen, chosen->len - 1);

  return pact_plan_get_root (pact_editor_get_plan (_pact_measures_tree_get_editor (self)));
}

/* Adds an element behind the one of its kind that is chosen or holds what is chosen, else below what is chosen; and goes to its
 * title. */
static void
add (PactMeasuresTree *self,
     const char *kind_name)
{
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  PactElement *target = get_target (self);
  PactElement *sibling = pact_element_get_ancestor (target, kind_name);
  PactElement *parent = NULL;
  PactElement *element;
  g_autoptr (PactElement) before = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;

  pact_shell_flush (pact_shell_get (GTK_WIDGET (self)));
  if (sibling != NULL)
    {
      parent = pact_element_get_parent (sibling);
      before = g_list_model_get_item (pact_element_get_children_by_name (parent, kind_name),
                                      pact_element_get_index (sibling) + 1);
    }
  else
    {
      parent = target;
    }

  element = pact_editor_add (editor, parent, kind_name, before, &error);
  if (element != NULL)
    {
      added = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (added, g_object_ref (element));
    }
  show_result (self, g_steal_pointer (&added), _("Nothing was added"), error);
  if (element != NULL)
    g_signal_emit_by_name (self, "title-wanted", element);
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

/* Another of what is chosen. */
static void
add_sibling_activated (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  PactElement *target = get_target (self);

  add (self, pact_element_get_parent (target) != NULL ? pact_element_get_kind (target)->name : "pillar");
}

/* What stands below what is chosen, unless that is a measure. */
static void
add_child_activated (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  PactElement *target = get_target (self);

  add (self, pact_element_is_kind (target, "pillar") ? "objective" : "measure");
}

static void
step_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  g_autoptr (GPtrArray) chosen = pact_elements_find_outermost (pact_measures_tree_get_chosen (self));
  g_autoptr (GError) error = NULL;

  pact_shell_flush (pact_shell_get (widget));
  if (!pact_editor_step_all (_pact_measures_tree_get_editor (self), chosen, g_variant_get_int32 (parameter), &error))
    report (self, _("This cannot be moved"), error);
}

static void
copy_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  g_autofree char *text = NULL;

  pact_shell_flush (pact_shell_get (widget));
  text = pact_editor_copy (_pact_measures_tree_get_editor (self), pact_measures_tree_get_chosen (self));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
cut_activated (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  g_autoptr (GPtrArray) chosen = g_ptr_array_ref (pact_measures_tree_get_chosen (self));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  pact_shell_flush (pact_shell_get (widget));
  text = pact_editor_cut (_pact_measures_tree_get_editor (self), chosen, &error);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  else
    report (self, _("This cannot be cut"), error);
}

/* What a list of lines has become. */
static char *
describe_lines (guint n,
                guint n_long)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u measure was added.", "%u measures were added.", n), n);
  g_autofree char *kept = NULL;

  if (n_long == 0)
    return g_steal_pointer (&added);

  kept = g_strdup_printf (ngettext ("%u line is too long for a title; all of it stands in the description.",
                                    "%u lines are too long for titles; all of each stands in the description.", n_long),
                          n_long);

  /* Translators: two sentences, the first such as “2 elements were deleted.”. */
  return g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), added, kept);
}

static void
paste_lines (PactMeasuresTree *self,
             char **lines)
{
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  GPtrArray *pasted;
  guint n_long = 0;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  pasted = pact_editor_paste_lines (editor, get_target (self), lines, &n_long, &error);
  if (pasted != NULL)
    sentence = describe_lines (pasted->len, n_long);
  show_result (self, pasted, _("This cannot be pasted here"), error);
  if (sentence != NULL)
    pact_shell_say_with_undo (pact_shell_get (GTK_WIDGET (self)), sentence, "win.undo", NULL);
}

/* Whether a text is a list that somebody wrote, and nothing that a program did. */
static gboolean
is_list (char **lines)
{
  return g_strv_length (lines) > 1 && lines[0][0] != '{' && lines[0][0] != '[' && lines[0][0] != '<';
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (PactMeasuresTree) self = PACT_MEASURES_TREE (user_data);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  /* What is no text at all, such as a picture, is as good as nothing. */
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_auto (GStrv) lines = pact_lines_from_text (text != NULL ? text : "");
  GPtrArray *pasted;
  g_autoptr (GError) error = NULL;

  if (editor == NULL || pact_shell_get (GTK_WIDGET (self)) == NULL)
    return;
  if (is_list (lines))
    {
      paste_lines (self, lines);
      return;
    }
  pasted = pact_editor_paste (editor, get_target (self), text != NULL ? text : "", &error);
  show_result (self, pasted, _("This cannot be pasted here"), error);
}

static void
paste_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  pact_shell_flush (pact_shell_get (widget));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
duplicate_activated (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  GPtrArray *copies;
  g_autoptr (GError) error = NULL;

  pact_shell_flush (pact_shell_get (widget));
  copies = pact_editor_duplicate_all (_pact_measures_tree_get_editor (self), pact_measures_tree_get_chosen (self), &error);
  show_result (self, copies, _("This cannot be duplicated"), error);
}

static void
delete_activated (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);

  pact_removal_ask (widget, _pact_measures_tree_get_editor (self), pact_measures_tree_get_chosen (self));
}

/* Installs the actions of the tree's class, with their keys. */
void
_pact_measures_tree_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tree.add-pillar", NULL, add_pillar_activated);
  gtk_widget_class_install_action (widget_class, "tree.add-objective", NULL, add_objective_activated);
  gtk_widget_class_install_action (widget_class, "tree.add-measure", NULL, add_measure_activated);
  gtk_widget_class_install_action (widget_class, "tree.add-sibling", NULL, add_sibling_activated);
  gtk_widget_class_install_action (widget_class, "tree.add-child", NULL, add_child_activated);
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

/* Enables what can be done to the elements that are chosen. */
void
_pact_measures_tree_update_actions (PactMeasuresTree *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PactEditor *editor = _pact_measures_tree_get_editor (self);
  g_autoptr (GPtrArray) chosen = pact_elements_find_outermost (pact_measures_tree_get_chosen (self));
  PactElement *target = chosen->len > 0 ? get_target (self) : NULL;
  gboolean has_chosen = target != NULL;
  gboolean is_read_only = editor != NULL && pact_editor_is_read_only (editor);
  gboolean may_change = has_chosen && !is_read_only;

  gtk_widget_action_set_enabled (widget, "tree.add-pillar", !is_read_only);
  gtk_widget_action_set_enabled (widget, "tree.strategies", !is_read_only);
  gtk_widget_action_set_enabled (widget, "tree.add-sibling", !is_read_only);
  gtk_widget_action_set_enabled (widget, "tree.paste", !is_read_only);
  gtk_widget_action_set_enabled (widget, "tree.add-objective", may_change);
  gtk_widget_action_set_enabled (widget, "tree.add-measure", may_change && !pact_element_is_kind (target, "pillar"));
  gtk_widget_action_set_enabled (widget, "tree.add-child", may_change && !pact_element_is_kind (target, "measure"));
  gtk_widget_action_set_enabled (widget, "tree.rename", chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "tree.step", may_change && pact_editor_can_step_all (editor, chosen));
  gtk_widget_action_set_enabled (widget, "tree.cut", may_change);
  gtk_widget_action_set_enabled (widget, "tree.copy", has_chosen);
  gtk_widget_action_set_enabled (widget, "tree.duplicate", may_change);
  gtk_widget_action_set_enabled (widget, "tree.delete", may_change);
}
