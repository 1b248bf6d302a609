/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-lost-bar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-file-dialog.h"
#include "pact-lost-bar.h"
#include "pact-pending.h"
#include "pact-shell.h"

/**
 * PactLostBar:
 *
 * Says that the library's file is not in its place any more, for as long as that is so, and offers what can be done. All that
 * is open stays open meanwhile, and what is typed stays where it was typed.
 */
struct _PactLostBar
{
  AdwBin parent_instance;

  char *trouble; /* (nullable) */

  /* Template widgets */
  GtkLabel *sentence_label;
  GtkWidget *open_button;
  GtkWidget *elsewhere_button;
  GtkWidget *back_button;
};

G_DEFINE_FINAL_TYPE (PactLostBar, pact_lost_bar, ADW_TYPE_BIN)

static PactWorkspace *
get_workspace (PactLostBar *self)
{
  return pact_shell_get_workspace (pact_shell_get (GTK_WIDGET (self)));
}

/* Saves to @file, or in the old place, and then all that waited for that. */
static void
save_to (PactLostBar *self,
         GFile *file)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;
  gboolean is_whole;

  if (!pact_workspace_save_to (get_workspace (self), file, &is_whole, &error))
    {
      pact_shell_report (shell, _("The library was not saved"), error);
      return;
    }
  pact_lost_bar_look (self);
  pact_shell_flush (shell);

  name = g_filename_display_name (pact_workspace_get_path (get_workspace (self)));
  if (!is_whole)
    sentence = g_strdup_printf (_("Only the plan that is open could still be read. It is in “%s”. Look for a backup of the others."), name);
  else if (file != NULL)
    sentence = g_strdup_printf (_("All plans are in “%s” now, and everything you change is saved there until the program is closed. At its next start it opens its usual library again: put the file in its place before that."), name);
  if (sentence != NULL)
    pact_alert_tell (GTK_WIDGET (shell), _("The library was saved to a new place"), sentence, NULL);
  else
    pact_shell_say (shell, _("The library is in its place again, with everything in it."));
}

static void
back_clicked_cb (PactLostBar *self)
{
  save_to (self, NULL);
}

static void
file_chosen_cb (GFile **files,
                int n_files,
                gpointer data)
{
  g_autoptr (PactLostBar) self = PACT_LOST_BAR (data);

  if (n_files == 1 && pact_shell_get (GTK_WIDGET (self)) != NULL)
    save_to (self, files[0]);
}

static void
elsewhere_clicked_cb (PactLostBar *self)
{
  g_autofree char *name = g_path_get_basename (pact_workspace_get_path (get_workspace (self)));
  g_autofree char *display_name = g_filename_display_name (name);

  pact_file_dialog_save (GTK_WIDGET (self), C_ ("dialog", "Save All Plans to a New Place"), display_name, file_chosen_cb,
                         g_object_ref (self));
}

static void
open_confirmed_cb (gboolean confirmed,
                   gpointer data)
{
  PactLostBar *self = PACT_LOST_BAR (data);
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!confirmed || shell == NULL)
    return;
  if (!pact_workspace_reopen (get_workspace (self), &error))
    {
      pact_shell_report (shell, _("The library cannot be opened"), error);
      return;
    }
  pact_lost_bar_look (self);
  /* The plan that is open may not be in it. */
  pact_shell_show_library (shell);
}

static void
open_clicked_cb (PactLostBar *self)
{
  pact_alert_confirm (GTK_WIDGET (self), _("Open the library that is there now?"),
                      _("The one that is open now is closed, with what could not be saved. If its file was deleted or written over, its plans are gone: save it to a new place first to keep them."),
                      C_ ("button", "Open What Is There"), TRUE, open_confirmed_cb, g_object_ref (self), g_object_unref);
}

static void
pact_lost_bar_finalize (GObject *object)
{
  g_free (PACT_LOST_BAR (object)->trouble);

  G_OBJECT_CLASS (pact_lost_bar_parent_class)->finalize (object);
}

static void
pact_lost_bar_class_init (PactLostBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_lost_bar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-lost-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PactLostBar, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, PactLostBar, open_button);
  gtk_widget_class_bind_template_child (widget_class, PactLostBar, elsewhere_button);
  gtk_widget_class_bind_template_child (widget_class, PactLostBar, back_button);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, elsewhere_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
pact_lost_bar_init (PactLostBar *self)
{
  GtkWidget *buttons[3];

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Long words and large text need more than one line. */
  buttons[0] = self->open_button;
  buttons[1] = self->elsewhere_button;
  buttons[2] = self->back_button;
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (buttons[i]))), TRUE);
}

/**
 * pact_lost_bar_look:
 * @self: a bar in a window
 *
 * Looks whether the library's file is in its place, and shows itself if it is not.
 */
void
pact_lost_bar_look (PactLostBar *self)
{
  g_autofree char *trouble = NULL;
  gboolean is_gone;

  g_return_if_fail (PACT_IS_LOST_BAR (self));

  trouble = pact_workspace_dup_trouble (get_workspace (self));
  if (g_strcmp0 (trouble, self->trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_steal_pointer (&trouble);
  is_gone = pact_workspace_is_gone (get_workspace (self));
  gtk_label_set_label (self->sentence_label, self->trouble != NULL ? self->trouble : "");
  gtk_widget_set_visible (self->open_button, !is_gone);
  gtk_widget_set_visible (self->back_button, is_gone);
  gtk_widget_set_visible (GTK_WIDGET (self), self->trouble != NULL);
  pact_pending_set_lost (pact_pending_get_default (), self->trouble != NULL);
}
