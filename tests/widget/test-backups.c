/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>

#include "folder.h"
#include "pact-backup-row.h"
#include "pact-backups-group.h"
#include "pact-care.h"
#include "pact-size.h"
#include "widget-fixture.h"
#include "wait.h"

#define HOUR (3600 * G_TIME_SPAN_SECOND)

/* A library with a plan, and a folder for its backups. */
typedef struct
{
  WidgetFixture base;
  Folder *backups;
  PactBackupsGroup *group;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  widget_fixture_set_up (&fixture->base, NULL);
  fixture->backups = folder_new ();
  pact_backups_set_folder (fixture->base.path, fixture->backups);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  pact_backups_set_folder (fixture->base.path, NULL);
  folder_free (fixture->backups);
  widget_fixture_tear_down (&fixture->base, NULL);
}

static guint
count_backups (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

static PactBackup *
make (Fixture *fixture,
      PactBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  PactBackup *backup = pact_backups_make (fixture->base.path, reason, NULL, &error);

  g_assert_no_error (error);

  return backup;
}

/* The backup as the list of backups tells it. */
static PactBackup *
find_listed (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = pact_backups_list (fixture->base.path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);

  return g_object_ref (g_ptr_array_index (backups, 0));
}

/* The row. */

static void
show_row (Fixture *fixture,
          GtkWidget *row)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  widget_fixture_show (&fixture->base, group);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A row says when and why a backup was made, how large it is, and what is in it, and goes back to it. */
static void
test_row (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (PactBackup) made = make (fixture, PACT_BACKUP_PURGE);
  g_autoptr (PactBackup) backup = find_listed (fixture);
  g_autofree char *date = pact_backup_dup_date (backup);
  g_autofree char *size = pact_size_display (pact_backup_get_size (backup), NULL);
  g_autofree char *beginning = g_strdup_printf ("Before plans were deleted · %s · 1 plan, ", size);
  GtkWidget *row = pact_backup_row_new (backup);
  GtkWidget *button = widget_find (row, GTK_TYPE_BUTTON, 0);
  guint n_restored = 0;

  show_row (fixture, row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, date);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), beginning));
  g_assert_true (pact_backup_row_get_backup (PACT_BACKUP_ROW (row)) == backup);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_connect_swapped (row, "restore", G_CALLBACK (count_cb), &n_restored);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_restored, ==, 1);
}

/* A day and an hour, in the zone of the person. */
static void
test_date (void)
{
  g_autoptr (GDateTime) local = g_date_time_new_local (2026, 11, 26, 13, 5, 0);
  g_autoptr (GDateTime) made = g_date_time_to_utc (local);
  g_autoptr (PactBackup) backup = pact_backup_new ("/nowhere/backup.db", made, PACT_BACKUP_DAILY, TRUE);
  g_autofree char *date = pact_backup_dup_date (backup);

  g_assert_cmpstr (date, ==, "26 November 2026, 13:05");
}

/* What is damaged is shown and cannot be gone back to. */
static void
test_damaged_row (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (PactBackup) made = make (fixture, PACT_BACKUP_BY_HAND);
  g_autoptr (PactBackup) backup = NULL;
  GtkWidget *row;

  g_assert_true (g_file_set_contents (pact_backup_get_path (made), "Dear all,", -1, NULL));
  backup = find_listed (fixture);
  row = pact_backup_row_new (backup);
  show_row (fixture, row);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Made by hand · "));
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), " · damaged"));
  g_assert_false (gtk_widget_get_sensitive (widget_find (row, GTK_TYPE_BUTTON, 0)));
}

/* The group. */

static guint
count_rows (GtkWidget *widget)
{
  guint n = PACT_IS_BACKUP_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

static void
show_group (Fixture *fixture)
{
  fixture->group = g_object_new (PACT_TYPE_BACKUPS_GROUP, NULL);
  pact_backups_group_set_library (fixture->group, fixture->base.path);
  widget_fixture_show (&fixture->base, GTK_WIDGET (fixture->group));
}

static GtkWidget *
find_button (Fixture *fixture,
             const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = widget_find (GTK_WIDGET (fixture->group), GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
}

static AdwActionRow *
find_row (Fixture *fixture,
          const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = widget_find (GTK_WIDGET (fixture->group), ADW_TYPE_ACTION_ROW, i);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return ADW_ACTION_ROW (row);
    }
}

static gboolean
has_one_row (gpointer group)
{
  return count_rows (group) == 1;
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_get_sensitive (widget);
}

/* A backup is made when it is asked for, once a press, and is in the list then. */
static void
test_back_up_now (Fixture *fixture,
                  gconstpointer data)
{
  GtkWidget *button;

  show_group (fixture);
  g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->group)), ==, 0);
  button = find_button (fixture, "Back Up Now");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_sensitive (button));
  widget_wait (has_one_row, fixture->group);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_cmpuint (count_backups (fixture->backups), ==, 1);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget_find (GTK_WIDGET (fixture->group), PACT_TYPE_BACKUP_ROW, 0))),
                                   "Made by hand · "));
}

static GtkDialog *
find_file_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_visible (window))
        return GTK_DIALOG (window);
    }

  return NULL;
}

static gboolean
is_chosen (gpointer folder)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (find_file_dialog ()));

  return file != NULL && g_file_equal (file, folder);
}

static gboolean
is_answered (gpointer data)
{
  return find_file_dialog () == NULL;
}

static void
choose_folder (Fixture *fixture,
               const char *path,
               int response)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_signal_emit_by_name (find_button (fixture, "Choose…"), "clicked");
  g_assert_nonnull (find_file_dialog ());
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (find_file_dialog ()), folder, &error);
  g_assert_no_error (error);
  widget_wait (is_chosen, folder);
  gtk_dialog_response (find_file_dialog (), response);
  widget_wait (is_answered, NULL);
}

/* What is chosen is shown and known from then on, and backups go there; who thinks better of it has changed nothing. */
static void
test_choose_folder (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (Folder) other = folder_new ();
  g_autofree char *known = NULL;
  AdwActionRow *row;

  show_group (fixture);
  row = find_row (fixture, "Folder for backups");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, fixture->backups);

  choose_folder (fixture, other, GTK_RESPONSE_CANCEL);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, fixture->backups);

  choose_folder (fixture, other, GTK_RESPONSE_ACCEPT);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, other);
  known = pact_backups_get_folder (fixture->base.path);
  g_assert_cmpstr (known, ==, other);
  g_signal_emit_by_name (find_button (fixture, "Back Up Now"), "clicked");
  widget_wait (has_one_row, fixture->group);
  g_assert_cmpuint (count_backups (other), ==, 1);
  g_assert_cmpuint (count_backups (fixture->backups), ==, 0);
}

/* Why the last backup was not made is shown until one is. */
static void
test_failure (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->base.path, "backups", NULL);
  GtkWidget *button;
  GtkWidget *row;

  pact_backups_set_folder (fixture->base.path, nowhere);
  show_group (fixture);
  row = GTK_WIDGET (find_row (fixture, "The last backup was not made"));
  g_assert_false (gtk_widget_get_visible (row));
  button = find_button (fixture, "Back Up Now");
  g_signal_emit_by_name (button, "clicked");
  widget_wait (is_sensitive, button);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");

  pact_backups_set_folder (fixture->base.path, fixture->backups);
  g_signal_emit_by_name (button, "clicked");
  widget_wait (has_one_row, fixture->group);
  g_assert_false (gtk_widget_get_visible (row));
}

/* The timer. */

static GSource *
get_timer (PactCare *care)
{
  GSource *timer = g_main_context_find_source_by_user_data (NULL, care);

  g_assert_nonnull (timer);

  return timer;
}

/* Whoever works for it in the background holds it. */
static gboolean
is_idle (gpointer care)
{
  return G_OBJECT (care)->ref_count == 1;
}

static gboolean
has_rung (gpointer care)
{
  return g_source_get_ready_time (get_timer (care)) > g_get_monotonic_time ();
}

/* Lets the time come, and what is done then. */
static void
ring (PactCare *care)
{
  g_source_set_ready_time (get_timer (care), 0);
  widget_wait (has_rung, care);
  widget_wait (is_idle, care);
}

static PactCare *
care_new (Fixture *fixture)
{
  PactCare *care = pact_care_new (fixture->base.workspace);

  ring (care);

  return care;
}

static void
end_care (PactCare *care)
{
  g_object_run_dispose (G_OBJECT (care));
  g_object_unref (care);
}

/* Makes the only backup one of the day before yesterday. */
static void
age_backup (Fixture *fixture)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->backups, 0, NULL);
  const char *name = g_dir_read_name (directory);
  g_autofree char *path = g_build_filename (fixture->backups, name, NULL);
  const char *date = name + strlen ("library-");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -2);
  g_autofree char *day = g_date_time_format (then, "%Y-%m-%d");
  g_autofree char *aged_name = g_strconcat ("library-", day, date + strlen (day), NULL);
  g_autofree char *aged_path = g_build_filename (fixture->backups, aged_name, NULL);

  g_assert_true (g_str_has_prefix (name, "library-"));
  g_assert_cmpint (g_rename (path, aged_path), ==, 0);
}

/* The first backup is made as soon as the library was looked through; the next as soon as another day has begun, which is looked
 * for every hour, and not before. */
static void
test_every_day (Fixture *fixture,
                gconstpointer data)
{
  PactCare *care = care_new (fixture);
  gint64 left = g_source_get_ready_time (get_timer (care)) - g_get_monotonic_time ();

  g_assert_cmpuint (count_backups (fixture->backups), ==, 1);
  g_assert_cmpint (left, >, HOUR / 2);
  g_assert_cmpint (left, <=, HOUR + G_TIME_SPAN_SECOND);

  ring (care);
  g_assert_cmpuint (count_backups (fixture->backups), ==, 1);

  age_backup (fixture);
  ring (care);
  g_assert_cmpuint (count_backups (fixture->backups), ==, 2);
  left = g_source_get_ready_time (get_timer (care)) - g_get_monotonic_time ();
  g_assert_cmpint (left, >, HOUR / 2);
  end_care (care);
}

/* A library without a plan needs none. */
static void
test_nothing_to_keep (Fixture *fixture,
                      gconstpointer data)
{
  g_autofree char *uuid = g_strdup (pact_editor_get_uuid (fixture->base.editor));
  g_autoptr (GError) error = NULL;
  PactCare *care;

  g_clear_object (&fixture->base.editor);
  wait_purge (fixture->base.workspace, uuid, NULL, &error);
  g_assert_no_error (error);
  care = care_new (fixture);
  g_assert_cmpuint (count_backups (fixture->backups), ==, 0);
  end_care (care);
}

/* That no backup can be made is told once, not every hour. */
static void
test_failure_is_told_once (Fixture *fixture,
                           gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->base.path, "backups", NULL);
  PactCare *care = pact_care_new (fixture->base.workspace);
  guint n_said = 0;

  pact_backups_set_folder (fixture->base.path, nowhere);
  g_signal_connect_swapped (care, "say", G_CALLBACK (count_cb), &n_said);
  ring (care);
  g_assert_cmpuint (n_said, ==, 1);
  ring (care);
  g_assert_cmpuint (n_said, ==, 1);

  pact_backups_set_folder (fixture->base.path, fixture->backups);
  ring (care);
  g_assert_cmpuint (n_said, ==, 1);
  g_assert_cmpuint (count_backups (fixture->backups), ==, 1);
  end_care (care);
}

static void
add_tests (void)
{
  g_test_add ("/backups/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add_func ("/backups/date", test_date);
  g_test_add ("/backups/damaged-row", Fixture, NULL, set_up, test_damaged_row, tear_down);
  g_test_add ("/backups/back-up-now", Fixture, NULL, set_up, test_back_up_now, tear_down);
  g_test_add ("/backups/choose-folder", Fixture, NULL, set_up, test_choose_folder, tear_down);
  g_test_add ("/backups/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/backups/every-day", Fixture, NULL, set_up, test_every_day, tear_down);
  g_test_add ("/backups/nothing-to-keep", Fixture, NULL, set_up, test_nothing_to_keep, tear_down);
  g_test_add ("/backups/failure-is-told-once", Fixture, NULL, set_up, test_failure_is_told_once, tear_down);
}

int
main (int argc,
      char *argv[])
{
  /* Somewhere where the clocks do not show the time of the files' names. */
  g_setenv ("TZ", "CET-1", TRUE);

  return widget_test_run (argc, argv, add_tests);
}
