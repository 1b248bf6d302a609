/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-backups-group"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-backup-row.h"
#include "pact-backups-group.h"
#include "pact-file-dialog.h"

/**
 * PactBackupsGroup:
 *
 * The part of the preferences about backups: where they are kept, and which there are.
 */
struct _PactBackupsGroup
{
  AdwPreferencesGroup parent_instance;

  char *library;
  GPtrArray *rows; /* the backups' rows, owned by the group */
  GCancellable *cancellable;

  /* Template widgets */
  AdwActionRow *folder_row;
  AdwActionRow *failure_row;
  GtkButton *make_button;
};

G_DEFINE_FINAL_TYPE (PactBackupsGroup, pact_backups_group, ADW_TYPE_PREFERENCES_GROUP)

static void
restore_confirmed_cb (gboolean confirmed,
                      gpointer data)
{
  const char *path = data;

  /* The preferences are a window that the application does not know. */
  if (confirmed)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "restore-backup",
                                    g_variant_new_string (path));
}

static void
restore_cb (PactBackupsGroup *self,
            PactBackupRow *row)
{
  PactBackup *backup = pact_backup_row_get_backup (row);
  g_autofree char *date = pact_backup_dup_date (backup);
  /* Translators: %s is a date and time. */
  g_autofree char *heading = g_strdup_printf (_("Go back to the backup of %s?"), date);

  pact_alert_confirm (GTK_WIDGET (self), heading,
                      _("All plans become what they were then. The library as it is now is kept beside it under a name with the date."),
                      C_ ("button", "Restore"), TRUE, restore_confirmed_cb, g_strdup (pact_backup_get_path (backup)), g_free);
}

static void
show_state (PactBackupsGroup *self)
{
  g_autofree char *folder = pact_backups_get_folder (self->library);
  g_autofree char *failure = pact_backups_get_failure (self->library);

  adw_action_row_set_subtitle (self->folder_row, folder);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_row), failure != NULL);
  adw_action_row_set_subtitle (self->failure_row, failure != NULL ? failure : "");
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (PactBackupsGroup) self = PACT_BACKUPS_GROUP (user_data);
  g_autoptr (GPtrArray) backups = pact_backups_list_finish (result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      GtkWidget *row = pact_backup_row_new (g_ptr_array_index (backups, i));

      g_signal_connect_object (row, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
refresh (PactBackupsGroup *self)
{
  show_state (self);
  pact_backups_list_async (self->library, NULL, listed_cb, g_object_ref (self));
}

static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (PactBackupsGroup) self = PACT_BACKUPS_GROUP (user_data);
  g_autoptr (PactBackup) backup = pact_backups_make_finish (result, NULL);

  /* What went wrong is shown in a row of its own. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), TRUE);
  refresh (self);
}

static void
make_clicked_cb (PactBackupsGroup *self)
{
  g_autoptr (PactJob) job = pact_job_new (C_ ("what is being done", "Making a backup…"));

  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), FALSE);
  pact_backups_make_async (self->library, PACT_BACKUP_BY_HAND, job, made_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GFile **files,
                  int n_files,
                  gpointer data)
{
  g_autoptr (PactBackupsGroup) self = PACT_BACKUPS_GROUP (data);
  const char *path = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  path = pact_file_dialog_find_path (GTK_WIDGET (self), _("The folder for backups was not changed"), files, n_files);
  if (path == NULL)
    return;
  pact_backups_set_folder (self->library, path);
  refresh (self);
}

static void
choose_clicked_cb (PactBackupsGroup *self)
{
  pact_file_dialog_choose_folder (GTK_WIDGET (self), C_ ("dialog", "Folder for Backups"), folder_chosen_cb, g_object_ref (self));
}

static void
pact_backups_group_dispose (GObject *object)
{
  PactBackupsGroup *self = PACT_BACKUPS_GROUP (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (pact_backups_group_parent_class)->dispose (object);
}

static void
pact_backups_group_finalize (GObject *object)
{
  PactBackupsGroup *self = PACT_BACKUPS_GROUP (object);

  g_clear_pointer (&self->library, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (pact_backups_group_parent_class)->finalize (object);
}

static void
pact_backups_group_class_init (PactBackupsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_backups_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_backups_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-backups-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PactBackupsGroup, folder_row);
  gtk_widget_class_bind_template_child (widget_class, PactBackupsGroup, failure_row);
  gtk_widget_class_bind_template_child (widget_class, PactBackupsGroup, make_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
}

static void
pact_backups_group_init (PactBackupsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->failure_row), FALSE);
}

/**
 * pact_backups_group_set_library:
 * @self: a group
 * @library: the path of the library
 *
 * Shows the backups of a library.
 */
void
pact_backups_group_set_library (PactBackupsGroup *self,
                                const char *library)
{
  g_return_if_fail (PACT_IS_BACKUPS_GROUP (self));

  g_free (self->library);
  self->library = g_strdup (library);
  refresh (self);
}
