/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-shell.h"
#include "pact-template-actions.h"
#include "pact-template-dialog.h"
#include "pact-text.h"

/* What a person can do with a template of their own. */

/**
 * pact_template_rename:
 * @widget: what shows the template
 * @template: a template of the person's own
 *
 * Asks for another name, and gives it.
 */
void
pact_template_rename (GtkWidget *widget,
                      PactTemplate *template)
{
  pact_template_dialog_present_renaming (pact_shell_get (widget), template);
}

/**
 * pact_template_tell_origin:
 * @widget: what shows the template
 * @template: a template of the person's own
 *
 * Says of which plan the template was made, when, in which version it is, and in which file it stands.
 */
void
pact_template_tell_origin (GtkWidget *widget,
                           PactTemplate *template)
{
  const char *basis = pact_template_get_basis (template, NULL);
  g_autofree char *path = g_filename_display_name (pact_template_get_file_name (template));
  g_autofree char *version = NULL;
  g_autofree char *file = NULL;
  g_autofree char *details = NULL;

  /* Translators: %s is a number with points such as 1.2.0. */
  version = g_strdup_printf (_("Version: %s"), pact_template_get_version (template));
  /* Translators: %s is where a file lies, such as /home/ana/template.json. */
  file = g_strdup_printf (_("File: %s"), path);
  details = g_strjoin ("\n", version, file, NULL);
  pact_alert_tell (widget, pact_template_get_title (template, NULL),
                   basis != NULL && *basis != '\0' ? basis : _("The template does not say from which plan it was made."), details);
}

/* A template that is to go. What showed it may be gone before it is. */
typedef struct
{
  PactShell *shell;
  PactTemplate *template;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *self = data;

  g_object_unref (self->shell);
  g_object_unref (self->template);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static Removal *
removal_new (PactShell *shell,
             PactTemplate *template)
{
  Removal *self = g_new0 (Removal, 1);

  self->shell = g_object_ref (shell);
  self->template = g_object_ref (template);

  return self;
}

/* The templates are read anew, so that the one that went is not offered any more. */
static void
say_gone (Removal *self,
          const char *sentence)
{
  pact_template_library_reload (pact_workspace_get_templates (pact_shell_get_workspace (self->shell)));
  pact_shell_say (self->shell, sentence);
}

static char *
dup_short_title (Removal *self)
{
  return pact_text_shorten_title (pact_template_get_title (self->template, NULL));
}

static void
deleted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Removal) self = user_data;
  g_autofree char *title = dup_short_title (self);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_delete_finish (G_FILE (source), result, &error))
    {
      pact_shell_report (self->shell, _("The template was not deleted"), error);
      return;
    }

  /* Translators: %s is the title of a template. */
  sentence = g_strdup_printf (_("“%s” was deleted."), title);
  say_gone (self, sentence);
}

static void
delete_confirmed_cb (gboolean confirmed,
                     gpointer data)
{
  Removal *self = data;
  g_autoptr (GFile) file = NULL;

  if (!confirmed)
    return;
  file = g_file_new_for_path (pact_template_get_file_name (self->template));
  g_file_delete_async (file, G_PRIORITY_DEFAULT, NULL, deleted_cb, removal_new (self->shell, self->template));
}

static void
trashed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Removal) self = user_data;
  g_autofree char *title = dup_short_title (self);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_trash_finish (G_FILE (source), result, &error))
    {
      /* Translators: %s is the title of a template. */
      sentence = g_strdup_printf (_("“%s” was moved to the trash of the desktop."), title);
      say_gone (self, sentence);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    {
      /* Not every file system has a trash. */
      pact_alert_confirm (GTK_WIDGET (self->shell), _("Delete the template for ever?"),
                          _("There is no trash where its file lies."), C_ ("button", "Delete"), TRUE, delete_confirmed_cb,
                          removal_new (self->shell, self->template), removal_free);
    }
  else
    {
      pact_shell_report (self->shell, _("The template was not moved to the trash"), error);
    }
}

static void
trash_confirmed_cb (gboolean confirmed,
                    gpointer data)
{
  Removal *self = data;
  g_autoptr (GFile) file = NULL;

  if (!confirmed)
    return;
  file = g_file_new_for_path (pact_template_get_file_name (self->template));
  g_file_trash_async (file, G_PRIORITY_DEFAULT, NULL, trashed_cb, removal_new (self->shell, self->template));
}

/**
 * pact_template_ask_to_trash:
 * @widget: what shows the template
 * @template: a template of the person's own
 *
 * Moves the template's file to the trash of the desktop, where it can be taken out again, once the person agrees.
 */
void
pact_template_ask_to_trash (GtkWidget *widget,
                            PactTemplate *template)
{
  g_autofree char *heading = NULL;

  /* Translators: %s is the title of a template. */
  heading = g_strdup_printf (_("Move “%s” to the trash?"), pact_template_get_title (template, NULL));
  pact_alert_confirm (widget, heading,
                      _("Plans that began with the template keep all that is in them, but its guidance is not shown beside their "
                        "measures any more. Its file can be restored from the trash of the desktop."),
                      C_ ("button", "Move to Trash"), TRUE, trash_confirmed_cb, removal_new (pact_shell_get (widget), template),
                      removal_free);
}
