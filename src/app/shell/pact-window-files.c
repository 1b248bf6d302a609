/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-window-files"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-exchange.h"
#include "pact-file-dialog.h"
#include "pact-paths.h"
#include "pact-portal.h"
#include "pact-shell.h"
#include "pact-window-private.h"

/* One file that is being imported. */
typedef struct
{
  PactWindow *window;
  GFile *file;
} Import;

static Import *
import_new (PactWindow *window,
            GFile *file)
{
  Import *import = g_new0 (Import, 1);

  import->window = g_object_ref (window);
  import->file = g_object_ref (file);

  return import;
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->window);
  g_object_unref (import->file);
  g_free (import);
}

static void import_file (PactWindow *self,
                         GFile *file,
                         gboolean as_copy);

static void
import_copy_cb (gboolean confirmed,
                gpointer data)
{
  Import *import = data;

  if (confirmed)
    import_file (import->window, import->file, TRUE);
}

/* All that is wrong with a file, one fault a line, with the place it stands at. */
static char *
list_problems (GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      PactProblem *problem = g_ptr_array_index (problems, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* The path is kept left to right in any script. */
      g_string_append_printf (text, "\u2066%s\u2069\n%s\n", problem->path, problem->message);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Import *import = user_data;
  PactWindow *self = import->window;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = pact_workspace_import_finish (PACT_WORKSPACE (source), result, &problems, &error);
  g_autofree char *name = g_file_get_basename (import->file);
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *heading = NULL;

  if (uuid != NULL)
    {
      pact_shell_open_plan (PACT_SHELL (self), uuid, NULL);
      pact_shell_say (PACT_SHELL (self), _("The plan was imported."));
    }
  else if (g_error_matches (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS))
    {
      pact_alert_confirm (GTK_WIDGET (self), _("Import as a copy?"), error->message, C_ ("button", "Import as Copy"), FALSE,
                          import_copy_cb, import_new (self, import->file), import_free);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *details = problems != NULL && problems->len > 0 ? list_problems (problems) : NULL;

      /* Translators: %s is the name of a file. */
      heading = g_strdup_printf (_("“%s” was not imported"), display_name);
      pact_alert_tell (GTK_WIDGET (self), heading, error->message, details);
    }
  import_free (import);
}

static void
import_file (PactWindow *self,
             GFile *file,
             gboolean as_copy)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (C_ ("what is being done", "Importing “%s”…"), display_name);
  g_autoptr (PactJob) job = pact_job_new (title);

  pact_workspace_import_async (pact_shell_get_workspace (PACT_SHELL (self)), file, as_copy, job, imported_cb, import_new (self, file));
}

/**
 * pact_window_import_files:
 * @self: a window
 * @files: (array length=n_files): exchange files
 * @n_files: how many
 *
 * Imports plans. For each file the person is told what became of it.
 */
void
pact_window_import_files (PactWindow *self,
                          GFile **files,
                          int n_files)
{
  g_return_if_fail (PACT_IS_WINDOW (self));

  pact_shell_flush (PACT_SHELL (self));
  for (int i = 0; i < n_files; i++)
    import_file (self, files[i], FALSE);
}

static void
import_chosen_cb (GFile **files,
                  int n_files,
                  gpointer data)
{
  pact_window_import_files (PACT_WINDOW (data), files, n_files);
}

void
pact_window_import_activated (GtkWidget *widget,
                              const char *action_name,
                              GVariant *parameter)
{
  pact_file_dialog_open (widget, C_ ("dialog", "Import Plans"), import_chosen_cb, widget);
}

/* The plan of a town that does not exist, to look at and to try things in. */
void
pact_window_example_activated (GtkWidget *widget,
                               const char *action_name,
                               GVariant *parameter)
{
  g_autofree char *path = pact_paths_dup_example ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  pact_window_import_files (PACT_WINDOW (widget), &file, 1);
}

static void
backed_up_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (PactWindow) self = PACT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (pact_workspace_backup_finish (PACT_WORKSPACE (source), result, &error))
    pact_shell_say (PACT_SHELL (self), _("A copy of all plans was saved."));
  else
    pact_shell_report (PACT_SHELL (self), _("The copy was not saved"), error);
}

static void
backup_chosen_cb (GFile **files,
                  int n_files,
                  gpointer data)
{
  PactWindow *self = PACT_WINDOW (data);
  g_autoptr (PactJob) job = pact_job_new (C_ ("what is being done", "Saving a copy of all plans…"));

  if (n_files == 1)
    pact_workspace_backup_async (pact_shell_get_workspace (PACT_SHELL (self)), files[0], job, backed_up_cb, g_object_ref (self));
}

void
pact_window_backup_activated (GtkWidget *widget,
                              const char *action_name,
                              GVariant *parameter)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "pact-planner-%Y-%m-%d.db");

  pact_shell_flush (PACT_SHELL (widget));
  pact_file_dialog_save (widget, C_ ("dialog", "Back Up All Plans"), name, backup_chosen_cb, widget);
}

/* The parameter is the URI of a file. */
void
pact_window_show_in_folder_activated (GtkWidget *widget,
                                      const char *action_name,
                                      GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  pact_portal_show_in_folder (PACT_SHELL (widget), file);
}

static void
repair_answered_cb (gboolean confirmed,
                    gpointer data)
{
  PactWindow *self = PACT_WINDOW (data);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!confirmed)
    return;
  if (!pact_workspace_repair (pact_shell_get_workspace (PACT_SHELL (self)), &problems, &error))
    pact_shell_report (PACT_SHELL (self), _("The library was not repaired"), error);
  else if (problems->len == 0)
    pact_shell_say (PACT_SHELL (self), _("The library is in order again."));
  else
    {
      g_autofree char *details = NULL;

      g_ptr_array_add (problems, NULL);
      details = g_strjoinv ("\n", (char **) problems->pdata);
      pact_alert_tell (GTK_WIDGET (self), _("Something is lost"),
                       _("What can be derived from the plans was made anew, but something in the plans themselves is damaged. Restore a backup in Preferences."),
                       details);
    }
}

void
pact_window_repair_activated (GtkWidget *widget,
                              const char *action_name,
                              GVariant *parameter)
{
  pact_alert_confirm (widget, _("Repair the library?"),
                      _("What can be derived from the plans is made anew, after a backup. What is lost in the plans themselves comes back only from a backup, which can be restored in Preferences."),
                      C_ ("button", "Repair"), FALSE, repair_answered_cb, g_object_ref (widget), g_object_unref);
}
