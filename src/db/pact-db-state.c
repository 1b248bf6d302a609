/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-state"

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "pact-db-private.h"

/* A small file beside the library with what this computer knows of it and what must be known also when it cannot be
 * opened: as what it was left in order, and where its backups are. It is not needed, and if it is lost it is made again. */

#define GROUP "Library"
#define KEY_SOUND "Sound"

static char *
get_state_path (const char *path)
{
  return g_strconcat (path, "-state", NULL);
}

static GKeyFile *
read_state (const char *path)
{
  g_autofree char *state_path = get_state_path (path);
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, state_path, G_KEY_FILE_NONE, NULL);

  return file;
}

/**
 * pact_db_get_state:
 * @path: the path of a library
 * @key: what to look for
 *
 * Returns: (transfer full) (nullable): what is kept of it beside the library, %NULL if nothing is
 */
char *
pact_db_get_state (const char *path,
                   const char *key)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  file = read_state (path);

  return g_key_file_get_string (file, GROUP, key, NULL);
}

/**
 * pact_db_set_state:
 * @path: the path of a library
 * @key: what it is
 * @value: (nullable): what is to be kept beside the library, %NULL to forget it
 *
 * Keeps something that must be known of a library also when it cannot be opened. Where nothing can be written it is not kept.
 */
void
pact_db_set_state (const char *path,
                   const char *key,
                   const char *value)
{
  g_autofree char *state_path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_return_if_fail (path != NULL);
  g_return_if_fail (key != NULL);

  file = read_state (path);
  if (value != NULL)
    g_key_file_set_string (file, GROUP, key, value);
  else
    g_key_file_remove_key (file, GROUP, key, NULL);

  state_path = get_state_path (path);
  data = g_key_file_to_data (file, &size, NULL);
  if (!g_file_set_contents_full (state_path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("%s", error->message);
}

/* Returns what changes whenever somebody writes to a file, moves it or puts another in its place; NULL if it is not there. */
char *
_pact_db_describe_file (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld",
                          (guint64) status.st_ino, (guint64) status.st_size,
                          (gint64) status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                          (gint64) status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
}

/* Likewise of the library's file together with its log. */
char *
_pact_db_describe_state (PactDb *self)
{
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *file = _pact_db_describe_file (self->path);
  g_autofree char *log = _pact_db_describe_file (log_path);

  return g_strdup_printf ("%s, %s", file, log);
}

/* Whether the library is as the last one left it who had looked it through. A crash, a copy put in its place and whoever
 * writes without this program break the seal. */
gboolean
_pact_db_read_seal (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *now = NULL;

  if (g_file_test (log, G_FILE_TEST_EXISTS))
    return FALSE;
  kept = pact_db_get_state (path, KEY_SOUND);
  now = _pact_db_describe_file (path);

  return kept != NULL && g_strcmp0 (kept, now) == 0;
}

/* To be called when the last connection is closed. */
void
_pact_db_write_seal (const char *path)
{
  g_autofree char *kept = pact_db_get_state (path, KEY_SOUND);
  g_autofree char *now = _pact_db_describe_file (path);

  if (g_strcmp0 (kept, now) != 0)
    pact_db_set_state (path, KEY_SOUND, now);
}
