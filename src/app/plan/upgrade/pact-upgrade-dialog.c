/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-upgrade-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-upgrade-dialog.h"
#include "pact-upgrade-group.h"

/**
 * PactUpgradeDialog:
 *
 * Shows what newer versions of the strategies that a plan draws on would change in it, and lets a person take over what they
 * choose.
 */
struct _PactUpgradeDialog
{
  AdwWindow parent_instance;

  PactEditor *editor;
  PactUpgrade *upgrade; /* (nullable) */

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *cancel_button;
  GtkLabel *versions_label;
  PactUpgradeGroup *new_group;
  PactUpgradeGroup *changed_group;
  PactUpgradeGroup *both_group;
  PactUpgradeGroup *withdrawn_group;
  PactUpgradeGroup *left_group;
  GtkLabel *summary_label;
};

G_DEFINE_FINAL_TYPE (PactUpgradeDialog, pact_upgrade_dialog, ADW_TYPE_WINDOW)

static PactShell *
get_shell (PactUpgradeDialog *self)
{
  return PACT_SHELL (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static void
show_summary (PactUpgradeDialog *self)
{
  GPtrArray *steps = pact_upgrade_get_steps (self->upgrade);
  g_autofree char *summary = NULL;
  guint n_taken = 0;

  for (guint i = 0; i < steps->len; i++)
    n_taken += ((PactUpgradeStep *) g_ptr_array_index (steps, i))->is_taken;
  if (steps->len == 0)
    summary = g_strdup (_("The newer version changes nothing that stands in this plan."));
  else
    /* Translators: %1$u is how many of all %2$u changes are ticked. */
    summary = g_strdup_printf (ngettext ("%1$u of %2$u change is taken over. What is not ticked is not asked again.",
                                         "%1$u of %2$u changes are taken over. What is not ticked is not asked again.", steps->len),
                               n_taken, steps->len);
  gtk_label_set_label (self->summary_label, summary);
}

/* Which strategies there are in which newer version, a sentence on each line. */
static void
show_versions (PactUpgradeDialog *self)
{
  GPtrArray *templates = pact_upgrade_get_templates (self->upgrade);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < templates->len; i++)
    {
      PactTemplate *template = g_ptr_array_index (templates, i);

      /* Translators: %1$s is the title of a strategy, %2$s the number of its version, such as 1.2.0. */
      g_ptr_array_add (sentences, g_strdup_printf (_("There is version %2$s of “%1$s”, which is newer than what this plan came from."),
                                                   pact_template_get_title (template, NULL), pact_template_get_version (template)));
    }
  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv ("\n", (char **) sentences->pdata);
  gtk_label_set_label (self->versions_label, text);
}

/* The rows hold what belongs to the upgrade. */
static void
show (PactUpgradeDialog *self,
      GPtrArray *steps)
{
  pact_upgrade_group_show (self->new_group, PACT_UPGRADE_NEW, steps);
  pact_upgrade_group_show (self->changed_group, PACT_UPGRADE_CHANGED, steps);
  pact_upgrade_group_show (self->both_group, PACT_UPGRADE_BOTH_CHANGED, steps);
  pact_upgrade_group_show (self->withdrawn_group, PACT_UPGRADE_WITHDRAWN, steps);
  pact_upgrade_group_show (self->left_group, PACT_UPGRADE_LEFT, steps);
}

static void
forget (PactUpgradeDialog *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  show (self, none);
  g_clear_pointer (&self->upgrade, pact_upgrade_free);
}

/* The plan or the strategies are not what they were: what was found is not true any more. */
static void
compare (PactUpgradeDialog *self)
{
  PactTemplateLibrary *templates = pact_workspace_get_templates (pact_shell_get_workspace (get_shell (self)));
  gboolean is_due;

  forget (self);
  self->upgrade = pact_upgrade_new (pact_editor_get_plan (self->editor), templates);
  is_due = pact_upgrade_get_templates (self->upgrade)->len > 0;
  show (self, pact_upgrade_get_steps (self->upgrade));
  show_versions (self);
  show_summary (self);
  gtk_stack_set_visible_child_name (self->stack, is_due ? "news" : "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "upgrade.apply", is_due && !pact_editor_is_read_only (self->editor));
}

static void
apply_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  PactUpgradeDialog *self = PACT_UPGRADE_DIALOG (widget);
  PactShell *shell = get_shell (self);
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (self->editor, compare, self);
  if (!pact_editor_upgrade (self->editor, self->upgrade, &error))
    {
      g_signal_connect_object (self->editor, "edited", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
      pact_alert_tell (widget, _("The plan was not updated"), error->message, NULL);
      return;
    }
  pact_shell_say_with_undo (shell, _("The plan was updated from the strategy."), "win.undo", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
pact_upgrade_dialog_dispose (GObject *object)
{
  PactUpgradeDialog *self = PACT_UPGRADE_DIALOG (object);

  if (self->upgrade != NULL)
    forget (self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (pact_upgrade_dialog_parent_class)->dispose (object);
}

static void
pact_upgrade_dialog_class_init (PactUpgradeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_upgrade_dialog_dispose;

  g_type_ensure (PACT_TYPE_UPGRADE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-upgrade-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, versions_label);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, new_group);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, changed_group);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, both_group);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, withdrawn_group);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, left_group);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeDialog, summary_label);
  gtk_widget_class_install_action (widget_class, "upgrade.apply", NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pact_upgrade_dialog_init (PactUpgradeDialog *self)
{
  PactUpgradeGroup *groups[5];

  gtk_widget_init_template (GTK_WIDGET (self));
  groups[0] = self->new_group;
  groups[1] = self->changed_group;
  groups[2] = self->both_group;
  groups[3] = self->withdrawn_group;
  groups[4] = self->left_group;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_signal_connect_object (groups[i], "changed", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
}

/**
 * pact_upgrade_dialog_present:
 * @shell: the window that shows the plan
 * @editor: the plan
 *
 * Lets a person take over what newer versions of its strategies say. What was typed is written first.
 */
void
pact_upgrade_dialog_present (PactShell *shell,
                             PactEditor *editor)
{
  PactUpgradeDialog *self;
  PactTemplateLibrary *templates;

  g_return_if_fail (PACT_IS_SHELL (shell));
  g_return_if_fail (PACT_IS_EDITOR (editor));

  pact_shell_flush (shell);
  templates = pact_workspace_get_templates (pact_shell_get_workspace (shell));
  self = g_object_new (PACT_TYPE_UPGRADE_DIALOG, "transient-for", shell, NULL);
  self->editor = g_object_ref (editor);
  compare (self);
  g_signal_connect_object (editor, "edited", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (templates, "items-changed", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->cancel_button);
  gtk_window_present (GTK_WINDOW (self));
}
