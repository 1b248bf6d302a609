/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-failure-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-backup-row.h"
#include "pact-failure-window.h"
#include "pact-file-dialog.h"

/**
 * PactFailureWindow:
 *
 * Stands where the program's window would, when the library cannot be opened: says why, and offers the backups that can.
 */
struct _PactFailureWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwStatusPage *status_page;
  GtkWidget *backups_box;
  GtkListBox *backups_list;
};

G_DEFINE_FINAL_TYPE (PactFailureWindow, pact_failure_window, ADW_TYPE_APPLICATION_WINDOW)

static void
restore (PactFailureWindow *self,
         const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.restore-backup", "s", path);
}

static void
restore_cb (PactFailureWindow *self,
            PactBackupRow *row)
{
  restore (self, pact_backup_get_path (pact_backup_row_get_backup (row)));
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (PactFailureWindow) self = PACT_FAILURE_WINDOW (user_data);
  g_autoptr (GPtrArray) backups = pact_backups_list_finish (result, NULL);

  /* The window may have been closed meanwhile. */
  if (self->backups_list == NULL)
    return;
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      GtkWidget *row;

      if (!pact_backup_is_good (g_ptr_array_index (backups, i)))
        continue;
      row = pact_backup_row_new (g_ptr_array_index (backups, i));
      g_signal_connect_object (row, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->backups_list, row);
      gtk_widget_set_visible (self->backups_box, TRUE);
    }
}

static void
chosen_cb (GFile **files,
           int n_files,
           gpointer data)
{
  g_autoptr (PactFailureWindow) self = PACT_FAILURE_WINDOW (data);
  const char *path = pact_file_dialog_find_path (GTK_WIDGET (self), _("The backup was not restored"), files, n_files);

  if (path != NULL)
    restore (self, path);
}

static void
choose_clicked_cb (PactFailureWindow *self)
{
  pact_file_dialog_open_one (GTK_WIDGET (self), C_ ("dialog", "Restore a Backup"), chosen_cb, g_object_ref (self));
}

static void
pact_failure_window_class_init (PactFailureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-failure-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PactFailureWindow, status_page);
  gtk_widget_class_bind_template_child (widget_class, PactFailureWindow, backups_box);
  gtk_widget_class_bind_template_child (widget_class, PactFailureWindow, backups_list);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
}

static void
pact_failure_window_init (PactFailureWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_failure_window_new:
 * @application: the program
 * @library: (nullable): the path of the library, %NULL for the user's own
 * @error: why the library cannot be opened
 *
 * Returns: (transfer none): the window; the application owns it
 */
PactFailureWindow *
pact_failure_window_new (GtkApplication *application,
                         const char *library,
                         const GError *error)
{
  PactFailureWindow *self = g_object_new (PACT_TYPE_FAILURE_WINDOW, "application", application, NULL);
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->status_page, description);
  pact_backups_list_async (library, NULL, listed_cb, g_object_ref (self));

  return self;
}
