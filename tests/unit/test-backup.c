/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "pact-backup.h"
#include "workspace-fixture.h"

/* Backups: which are kept, when one is due, making and restoring them. */

static GDateTime *
at (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree char *full = g_strconcat (text, ":00", NULL);
  GDateTime *time = g_date_time_new_from_iso8601 (full, zone);

  g_assert_nonnull (time);

  return time;
}

static void
add (GPtrArray *backups,
     const char *text)
{
  g_autoptr (GDateTime) made = at (text);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (made);

  g_ptr_array_add (backups, pact_backup_new (text, utc, PACT_BACKUP_DAILY, TRUE));
}

/* Returns the names of those that stay, in the order in which they were added. */
static char *
thin (GPtrArray *backups,
      const char *now_text)
{
  g_autoptr (GDateTime) now = at (now_text);
  g_autoptr (GPtrArray) superfluous = pact_backups_find_superfluous (backups, now);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      if (!g_ptr_array_find (superfluous, g_ptr_array_index (backups, i), NULL))
        g_string_append_printf (kept, "%s ", pact_backup_get_path (g_ptr_array_index (backups, i)));
    }

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

static void
test_thinning (void)
{
  static const char *const made[] = {
    "2026-11-26T12:00", "2026-11-26T09:00", "2026-11-26T00:10", /* all of today */
    "2026-11-25T23:50", "2026-11-25T08:00",                     /* one a day */
    "2026-11-19T08:00", "2026-11-19T07:00",
    "2026-11-18T08:00", /* the week has a later one */
    "2026-11-15T08:00", "2026-11-14T08:00",
    "2026-10-29T08:00", "2026-10-26T08:00", /* the last of its week and month, one that is neither */
    "2026-09-30T08:00", "2026-09-01T08:00",
    "2025-11-30T08:00", "2025-11-27T08:00", "2025-11-25T08:00", /* within a year, and not */
    "2027-01-01T08:00", /* a wrong clock */
  };
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    add (backups, made[i]);
  kept = thin (backups, "2026-11-26T13:00");
  g_assert_cmpstr (kept, ==,
                   "2026-11-26T12:00 2026-11-26T09:00 2026-11-26T00:10 2026-11-25T23:50 2026-11-19T08:00 2026-11-15T08:00 "
                   "2026-10-29T08:00 2026-09-30T08:00 2025-11-30T08:00 2027-01-01T08:00 ");
}

/* However old it is, the last one stays. */
static void
test_last_one (void)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *kept = NULL;

  add (backups, "2019-01-02T08:00");
  add (backups, "2019-01-01T08:00");
  kept = thin (backups, "2026-11-26T13:00");
  g_assert_cmpstr (kept, ==, "2019-01-02T08:00 ");
}

/* Three years of daily use come down to what is promised, whatever the day on which it is looked at. */
static void
test_three_years (void)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) first = at ("2024-01-01T08:00");

  for (int day = 0; day < 3 * 365; day++)
    {
      g_autoptr (GDateTime) now = g_date_time_add_days (first, day);
      g_autoptr (GPtrArray) superfluous = NULL;

      g_ptr_array_add (backups, pact_backup_new ("x", now, PACT_BACKUP_DAILY, TRUE));
      superfluous = pact_backups_find_superfluous (backups, now);
      for (guint i = 0; i < superfluous->len; i++)
        g_ptr_array_remove (backups, g_ptr_array_index (superfluous, i));
    }
  g_assert_cmpuint (backups->len, >=, 1 + 7 + 3 + 11);
  g_assert_cmpuint (backups->len, <=, 1 + 7 + 5 + 13);
}

static guint
count_backups (const char *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = pact_backups_list (library, &error);

  g_assert_no_error (error);

  return backups->len;
}

static void
test_making (WorkspaceFixture *fixture,
             gconstpointer data)
{
  g_autofree char *plan = workspace_create_plan (fixture->workspace, NULL, "en", "In the backup");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (PactBackup) backup = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpuint (count_backups (fixture->path), ==, 0);
  g_assert_true (pact_backups_are_due (fixture->path, now));
  backup = pact_backups_make (fixture->path, PACT_BACKUP_DAILY, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (pact_backups_are_due (fixture->path, now));
  /* Nothing has changed since. */
  g_assert_false (pact_backups_are_due (fixture->path, tomorrow));

  g_assert_cmpint (g_stat (pact_backup_get_path (backup), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  backups = pact_backups_list (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (pact_backup_is_good (g_ptr_array_index (backups, 0)));
  g_assert_true (pact_backup_is_own (g_ptr_array_index (backups, 0)));
  g_assert_cmpuint (pact_backup_get_n_plans (g_ptr_array_index (backups, 0)), ==, 1);
  g_assert_nonnull (pact_backup_get_modified (g_ptr_array_index (backups, 0)));
  g_assert_cmpint (pact_backup_get_size (g_ptr_array_index (backups, 0)), ==, status.st_size);
}

/* A place that cannot be used is said, until a backup is made again. */
static void
test_place (WorkspaceFixture *fixture,
            gconstpointer data)
{
  g_autofree char *plan = workspace_create_plan (fixture->workspace, NULL, "en", "In the backup");
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *nowhere = g_build_filename (file, "backups", NULL);
  g_autofree char *stick = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *failure = NULL;
  g_autofree char *none = NULL;
  g_autoptr (PactBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  pact_backups_set_folder (fixture->path, nowhere);
  backup = pact_backups_make (fixture->path, PACT_BACKUP_DAILY, NULL, &error);
  g_assert_null (backup);
  failure = pact_backups_get_failure (fixture->path);
  g_assert_cmpstr (failure, ==, error->message);
  g_clear_error (&error);

  pact_backups_set_folder (fixture->path, stick);
  backup = pact_backups_make (fixture->path, PACT_BACKUP_DAILY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (pact_backup_get_path (backup), stick));
  none = pact_backups_get_failure (fixture->path);
  g_assert_null (none);
}

static void
test_restoring (WorkspaceFixture *fixture,
                gconstpointer data)
{
  g_autofree char *plan = workspace_create_plan (fixture->workspace, NULL, "en", "In the backup");
  g_autofree char *text = workspace_export_text (fixture->workspace, plan);
  g_autofree char *later = NULL;
  g_autofree char *after = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *again = NULL;
  g_autoptr (PactBackup) backup = NULL;
  g_autoptr (PactWorkspace) opened = NULL;
  g_autoptr (GError) error = NULL;

  backup = pact_backups_make (fixture->path, PACT_BACKUP_BY_HAND, NULL, &error);
  g_assert_no_error (error);
  later = workspace_create_plan (fixture->workspace, NULL, "en", "Made later");
  g_clear_object (&fixture->workspace);

  pact_backups_restore (fixture->path, pact_backup_get_path (backup), NULL, &aside, &error);
  g_assert_no_error (error);
  fixture->workspace = workspace_open (fixture->path);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 1);
  after = workspace_export_text (fixture->workspace, plan);
  g_assert_cmpstr (after, ==, text);

  /* What was there is kept, and one plan of it can be brought back. */
  opened = pact_workspace_open_backup (aside, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (workspace_count_plans (opened), ==, 2);
  again = pact_workspace_restore_plan (fixture->workspace, opened, later, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, later);
  g_assert_null (pact_workspace_restore_plan (fixture->workspace, opened, later, FALSE, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS);
  g_clear_error (&error);
  copy = pact_workspace_restore_plan (fixture->workspace, opened, later, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy, !=, later);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 3);
}

/* What is damaged takes nobody's place. */
static void
test_damaged_backup (WorkspaceFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *plan = workspace_create_plan (fixture->workspace, NULL, "en", "In the backup");
  g_autofree char *content = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PactBackup) backup = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_before, length_after;

  backup = pact_backups_make (fixture->path, PACT_BACKUP_DAILY, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->workspace);
  g_assert_true (g_file_get_contents (pact_backup_get_path (backup), &content, &length, NULL));
  memset (content + 4096 * 5, 0xa5, 4096 * 3);
  g_assert_true (g_file_set_contents (pact_backup_get_path (backup), content, length, NULL));

  backups = pact_backups_list (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (pact_backup_is_good (g_ptr_array_index (backups, 0)));
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  g_assert_false (pact_backups_restore (fixture->path, pact_backup_get_path (backup), NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  fixture->workspace = workspace_open (fixture->path);
}

static void
add_test (const char *name,
          void (*test) (WorkspaceFixture *, gconstpointer))
{
  g_test_add (name, WorkspaceFixture, NULL, workspace_fixture_set_up, test, workspace_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/thinning", test_thinning);
  g_test_add_func ("/backup/last-one", test_last_one);
  g_test_add_func ("/backup/three-years", test_three_years);
  add_test ("/backup/making", test_making);
  add_test ("/backup/place", test_place);
  add_test ("/backup/restoring", test_restoring);
  add_test ("/backup/damaged", test_damaged_backup);

  return g_test_run ();
}
