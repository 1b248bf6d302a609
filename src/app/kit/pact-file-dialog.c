/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-file-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-file-dialog.h"
#include "pact-workspace.h"

/* Choosing files. GtkFileDialog, which takes the place of GtkFileChooserNative, does not exist in
 * GTK 4.8; this is the one file to change when the floor is raised. */

typedef struct
{
  GtkNativeDialog *dialog;
  GtkWindow *window; /* borrowed: whoever holds it would keep it from being destroyed */
  PactFilesFunc func;
  gpointer data;
} Request;

/* Takes @request. The answer is given while the window is still there, for what it is about is mostly the window's. */
static void
answer (Request *request,
        GPtrArray *files)
{
  g_signal_handlers_disconnect_by_data (request->window, request);
  gtk_native_dialog_destroy (request->dialog);
  request->func ((GFile **) files->pdata, files->len, request->data);
  g_object_unref (request->dialog);
  g_free (request);
}

static void
response_cb (GtkNativeDialog *dialog,
             int response,
             gpointer user_data)
{
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
    }
  answer (user_data, files);
}

/* Whoever closes the window has chosen nothing. */
static void
window_destroyed_cb (gpointer user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  answer (user_data, files);
}

static void
run (GtkWidget *parent,
     const char *title,
     GtkFileChooserAction action,
     const char *suggested_name,
     gboolean of_plans,
     PactFilesFunc func,
     gpointer data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Request *request = g_new0 (Request, 1);

  request->dialog = GTK_NATIVE_DIALOG (dialog);
  request->window = window;
  request->func = func;
  request->data = data;
  gtk_file_filter_set_name (plans, _("Plans (JSON)"));
  gtk_file_filter_add_suffix (plans, "json");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");

  if (action == GTK_FILE_CHOOSER_ACTION_OPEN && of_plans)
    {
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), plans);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
      gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
    }
  else if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (window_destroyed_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * pact_file_dialog_open:
 * @parent: a widget of the window in question
 * @title: what is to be chosen
 * @func: (scope async): told which files were chosen, none if the window is closed first
 * @data: (closure): handed to @func
 *
 * Lets a person choose files to read, plans first.
 */
void
pact_file_dialog_open (GtkWidget *parent,
                       const char *title,
                       PactFilesFunc func,
                       gpointer data)
{
  run (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, TRUE, func, data);
}

/**
 * pact_file_dialog_open_one:
 * @parent: a widget of the window in question
 * @title: what is to be chosen
 * @func: (scope async): told which file was chosen
 * @data: (closure): handed to @func
 *
 * Lets a person choose one file of any type.
 */
void
pact_file_dialog_open_one (GtkWidget *parent,
                           const char *title,
                           PactFilesFunc func,
                           gpointer data)
{
  run (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, FALSE, func, data);
}

/**
 * pact_file_dialog_save:
 * @parent: a widget of the window in question
 * @title: what is to be written
 * @suggested_name: the name to begin with
 * @func: (scope async): told which file was chosen, none if the window is closed first
 * @data: (closure): handed to @func
 *
 * Lets a person choose a file to write. Whether an existing one is replaced is asked by the dialog.
 */
void
pact_file_dialog_save (GtkWidget *parent,
                       const char *title,
                       const char *suggested_name,
                       PactFilesFunc func,
                       gpointer data)
{
  run (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, suggested_name, FALSE, func, data);
}

/**
 * pact_file_dialog_choose_folder:
 * @parent: a widget of the window in question
 * @title: what the folder is for
 * @func: (scope async): told which folder was chosen
 * @data: (closure): handed to @func
 *
 * Lets a person choose a folder.
 */
void
pact_file_dialog_choose_folder (GtkWidget *parent,
                                const char *title,
                                PactFilesFunc func,
                                gpointer data)
{
  run (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, FALSE, func, data);
}

/**
 * pact_file_dialog_find_path:
 * @parent: a widget of the window in question
 * @heading: what did not happen, if it cannot
 * @files: (array length=n_files): what a dialog for one file or folder has answered
 * @n_files: how many
 *
 * Finds the path of what was chosen. A place that is not on this computer has none, which is said in an alert.
 *
 * Returns: (nullable): the path, or %NULL if nothing was chosen or it has none
 */
const char *
pact_file_dialog_find_path (GtkWidget *parent,
                            const char *heading,
                            GFile **files,
                            int n_files)
{
  g_autoptr (GError) error = NULL;
  const char *path = n_files == 1 ? pact_file_find_path (files[0], &error) : NULL;

  if (error != NULL)
    pact_alert_tell (parent, heading, error->message, NULL);

  return path;
}
