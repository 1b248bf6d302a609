/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-file-name.h"
#include "pact-plan.h"
#include "pact-template-dialog.h"
#include "pact-text.h"
#include "pact-value.h"
#include "pact-whole-paste.h"

/**
 * PactTemplateDialog:
 *
 * Asks what a template of the person's own is called: one that the open plan is kept as, or one that is there.
 */
struct _PactTemplateDialog
{
  AdwWindow parent_instance;

  PactEditor *editor;     /* (nullable): the plan that is kept */
  PactTemplate *template; /* (nullable): the one that gets another name */

  /* Template widgets */
  GtkLabel *explanation_label;
  GtkButton *save_button;
  GtkEditable *name_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (PactTemplateDialog, pact_template_dialog, ADW_TYPE_WINDOW)

/* A file of the folder of templates that does not exist yet. */
static GFile *
find_file (const char *title)
{
  g_autofree char *folder = pact_template_library_get_user_folder ();
  g_autofree char *stem = pact_file_name_from_text (title);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.json", stem) : g_strdup_printf ("%s-%u.json", stem, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }
}

static char *
dup_name (PactTemplateDialog *self)
{
  return pact_text_clean_line (gtk_editable_get_text (self->name_row));
}

static gboolean
complain (gpointer user_data,
          const char *sentence)
{
  PactTemplateDialog *self = PACT_TEMPLATE_DIALOG (user_data);

  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");

  return TRUE;
}

/* The title of a template is as long as that of a plan. */
static void
name_changed_cb (PactTemplateDialog *self)
{
  const PactField *title = pact_kind_get_title_field (pact_model_get_root (pact_model_get_default ()));
  g_autofree char *name = dup_name (self);
  g_autoptr (GError) error = NULL;
  gboolean is_blank = pact_text_is_blank (name);
  gboolean is_good = is_blank || pact_field_check (title, name, &error);

  complain (self, is_good ? NULL : error->message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", is_good && !is_blank);
}

static GBytes *
write_template (PactTemplateDialog *self,
                PactTemplateLibrary *templates,
                const char *name,
                GError **error)
{
  if (self->template != NULL)
    return pact_template_write_renamed (self->template, name, error);

  return pact_editor_write_template (self->editor, templates, name, error);
}

static void
save_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactTemplateDialog *self = PACT_TEMPLATE_DIALOG (widget);
  PactShell *shell = PACT_SHELL (gtk_window_get_transient_for (GTK_WINDOW (self)));
  PactTemplateLibrary *templates = pact_workspace_get_templates (pact_shell_get_workspace (shell));
  gboolean is_renamed = self->template != NULL;
  g_autofree char *name = dup_name (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_template (self, templates, name, &error);
  g_autoptr (GFile) file = NULL;

  if (bytes != NULL)
    file = is_renamed ? g_file_new_for_path (pact_template_get_file_name (self->template)) : find_file (name);
  if (bytes == NULL || !pact_write_file (file, bytes, &error))
    {
      pact_alert_tell (widget, is_renamed ? _("The template was not renamed") : _("The template was not saved"),
                       error->message, NULL);
      return;
    }
  pact_template_library_reload (templates);
  pact_shell_say (shell, is_renamed ? _("The template was renamed.")
                                    : _("The template was saved. New plans can begin with it."));
  gtk_window_close (GTK_WINDOW (self));
}

static void
pact_template_dialog_dispose (GObject *object)
{
  g_clear_object (&PACT_TEMPLATE_DIALOG (object)->editor);
  g_clear_object (&PACT_TEMPLATE_DIALOG (object)->template);

  G_OBJECT_CLASS (pact_template_dialog_parent_class)->dispose (object);
}

static void
pact_template_dialog_class_init (PactTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_template_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PactTemplateDialog, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pact_template_dialog_init (PactTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pact_editable_insert_whole (self->name_row, complain, self);
}

static void
present (PactTemplateDialog *self,
         const char *name)
{
  gtk_editable_set_text (self->name_row, name != NULL ? name : "");
  name_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * pact_template_dialog_present:
 * @shell: the window that shows the plan
 * @editor: the plan
 *
 * Lets a person keep the plan as a template: its pillars, objectives, measures and indicators, without dates, bodies and
 * figures. What was typed is written first.
 */
void
pact_template_dialog_present (PactShell *shell,
                              PactEditor *editor)
{
  PactTemplateDialog *self;

  g_return_if_fail (PACT_IS_SHELL (shell));
  g_return_if_fail (PACT_IS_EDITOR (editor));

  pact_shell_flush (shell);
  self = g_object_new (PACT_TYPE_TEMPLATE_DIALOG, "transient-for", shell, NULL);
  self->editor = g_object_ref (editor);
  present (self, pact_element_get_title (pact_plan_get_root (pact_editor_get_plan (editor))));
}

/**
 * pact_template_dialog_present_renaming:
 * @shell: the window that shows the templates
 * @template: a template of the person's own
 *
 * Lets a person give a template another name.
 */
void
pact_template_dialog_present_renaming (PactShell *shell,
                                       PactTemplate *template)
{
  PactTemplateDialog *self;

  g_return_if_fail (PACT_IS_SHELL (shell));
  g_return_if_fail (PACT_IS_TEMPLATE (template) && pact_template_is_own (template));

  self = g_object_new (PACT_TYPE_TEMPLATE_DIALOG, "transient-for", shell, "title", _("Rename Template"), NULL);
  self->template = g_object_ref (template);
  gtk_label_set_label (self->explanation_label, _("Plans that began with it stay as they are."));
  gtk_button_set_label (self->save_button, C_ ("button", "Rename"));
  present (self, pact_template_get_title (template, NULL));
}
