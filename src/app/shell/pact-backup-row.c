/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-backup-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-backup-row.h"
#include "pact-dates.h"
#include "pact-name.h"
#include "pact-times.h"
#include "pact-size.h"

/**
 * PactBackupRow:
 *
 * One backup: when it was made, what is in it, and a button to go back to it.
 */
struct _PactBackupRow
{
  AdwActionRow parent_instance;

  PactBackup *backup;

  /* Template widgets */
  GtkButton *restore_button;
};

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactBackupRow, pact_backup_row, ADW_TYPE_ACTION_ROW)

static void
restore_clicked_cb (PactBackupRow *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

static void
pact_backup_row_dispose (GObject *object)
{
  g_clear_object (&PACT_BACKUP_ROW (object)->backup);

  G_OBJECT_CLASS (pact_backup_row_parent_class)->dispose (object);
}

static void
pact_backup_row_class_init (PactBackupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_backup_row_dispose;

  /**
   * PactBackupRow::restore:
   * @self: the row
   *
   * The person wants to go back to this backup.
   */
  signals[RESTORE] = g_signal_new ("restore", PACT_TYPE_BACKUP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-backup-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactBackupRow, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
pact_backup_row_init (PactBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static const char *
describe_reason (PactBackup *backup)
{
  switch (pact_backup_get_reason (backup))
    {
    case PACT_BACKUP_BY_HAND:
      return C_ ("backup", "Made by hand");
    case PACT_BACKUP_MIGRATION:
      return C_ ("backup", "Before a newer version");
    case PACT_BACKUP_PURGE:
      return C_ ("backup", "Before plans were deleted");
    case PACT_BACKUP_REPAIR:
      return C_ ("backup", "Before a repair");
    case PACT_BACKUP_DAILY:
    default:
      return C_ ("backup", "Daily");
    }
}

static char *
describe_content (PactBackup *backup)
{
  g_autofree char *size = pact_size_display (pact_backup_get_size (backup), NULL);
  g_autofree char *modified = NULL;
  g_autofree char *plans = NULL;
  guint n_plans = pact_backup_get_n_plans (backup);

  if (!pact_backup_is_good (backup))
    return g_strdup_printf ("%s · %s · %s", describe_reason (backup), size, C_ ("backup", "damaged"));

  plans = g_strdup_printf (ngettext ("%u plan", "%u plans", n_plans), n_plans);
  if (pact_backup_get_modified (backup) == NULL)
    return g_strdup_printf ("%s · %s · %s", describe_reason (backup), size, plans);
  modified = pact_describe_time (pact_backup_get_modified (backup));

  return g_strdup_printf ("%s · %s · %s, %s", describe_reason (backup), size, plans, modified);
}

/**
 * pact_backup_dup_date:
 * @backup: a backup
 *
 * Returns: (transfer full): when it was made, for people
 */
char *
pact_backup_dup_date (PactBackup *backup)
{
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  PactDate date;

  g_return_val_if_fail (PACT_IS_BACKUP (backup), NULL);

  made = g_date_time_to_local (pact_backup_get_made (backup));
  date = (PactDate){ g_date_time_get_year (made), g_date_time_get_month (made), g_date_time_get_day_of_month (made) };
  day = pact_date_display (&date, NULL);
  clock = g_date_time_format (made, "%H:%M");

  /* Translators: a date and a time of the day: “26 November 2026, 13:05”. */
  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), day, clock);
}

/**
 * pact_backup_row_new:
 * @backup: a backup that was looked into
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
pact_backup_row_new (PactBackup *backup)
{
  PactBackupRow *self = g_object_new (PACT_TYPE_BACKUP_ROW, NULL);
  g_autofree char *heading = pact_backup_dup_date (backup);
  g_autofree char *content = describe_content (backup);
  g_autofree char *label = NULL;

  self->backup = g_object_ref (backup);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), content);
  gtk_widget_set_sensitive (GTK_WIDGET (self->restore_button), pact_backup_is_good (backup));
  /* Translators: %s is the date and time of a backup. */
  label = g_strdup_printf (_("Restore the backup of %s"), heading);
  pact_name_widget (GTK_WIDGET (self->restore_button), label);

  return GTK_WIDGET (self);
}

/**
 * pact_backup_row_get_backup:
 * @self: a row
 *
 * Returns: (transfer none): the backup that is shown
 */
PactBackup *
pact_backup_row_get_backup (PactBackupRow *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP_ROW (self), NULL);

  return self->backup;
}
