/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-mark"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "pact-db-private.h"

/*
 * A mark by which a file and a log know each other.
 *
 * Everything that is written gives the library a new mark, a random one, which stands in one row together with the mark
 * before it. That row is on one page, so the log of a library has in it, for each thing that was written, the mark that
 * came before and the one after it. SQLite begins a log anew only when all of it is in the file. So the mark in the file
 * is the one before the first thing in its log, or one of those after. The file's mark is in no other log: not in that of
 * another library, of an older or a newer state of the same one, or of a copy that went its own way.
 *
 * What cannot be told by it: a log that only other programs wrote, or a version of this one without marks, has no mark
 * in it; and two copies between which only such programs wrote have the same one. Nor can the first mark of all be told
 * from another library's, as before it both have none. Such a log is taken for the file's, as SQLite takes it.
 *
 * See https://www.sqlite.org/fileformat.html, sections 4.1 and 4.2.
 */

#define BEGINNING "pact-log-mark:"
#define NO_MARK "00000000000000000000000000000000"
#define MARK_LENGTH (sizeof NO_MARK - 1)
#define LOG_HEADER_BYTES 32
#define FRAME_HEADER_BYTES 24
#define MAX_PAGE_SIZE 65536
#define MAX_TRIES 20

typedef enum
{
  LOG_HAS_NO_MARK,
  LOG_HAS_MARK,
  LOG_HAS_OTHER_MARKS,
} LogMarks;

/* To be called before what was written is committed. */
gboolean
_pact_db_renew_mark (PactDb *self,
                     GError **error)
{
  return pact_db_run (self, error,
                      "INSERT INTO meta (key, value) VALUES ('log', ?1 || ?2 || hex (randomblob (16)))"
                      " ON CONFLICT (key) DO UPDATE SET value ="
                      " ?1 || substr (value, length (?1 || ?2) + 1) || hex (randomblob (16))",
                      "ss", BEGINNING, NO_MARK);
}

static char *
query_mark (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_readable = FALSE;
  char *mark = NULL;

  /* Without an index, which may be newer or older than the table while the log is being moved into the file. */
  if (sqlite3_prepare_v2 (db, "SELECT key, value FROM meta NOT INDEXED", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *key = (const char *) sqlite3_column_text (statement, 0);
      const char *value = (const char *) sqlite3_column_text (statement, 1);

      is_readable = TRUE;
      if (g_strcmp0 (key, "log") == 0 && value != NULL && strlen (value) == strlen (BEGINNING) + 2 * MARK_LENGTH)
        mark = g_strdup (value + strlen (BEGINNING) + MARK_LENGTH);
    }
  sqlite3_finalize (statement);

  return mark == NULL && is_readable ? g_strdup (NO_MARK) : mark;
}

/* The mark in the file itself, whatever its log says; NULL if it cannot be read. */
static char *
read_mark (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3 *db = NULL;
  char *mark = NULL;

  if (sqlite3_open_v2 (immutable, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL) == SQLITE_OK)
    mark = query_mark (db);
  sqlite3_close (db);

  return mark;
}

static guint32
get_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT32_FROM_BE (number);
}

static void
add_to_sum (guint32 sum[2],
            const guint8 *bytes,
            gsize size,
            gboolean is_big_endian)
{
  for (gsize i = 0; i < size; i += 8)
    {
      guint32 first = get_number (bytes + i), second = get_number (bytes + i + 4);

      sum[0] += (is_big_endian ? first : GUINT32_SWAP_LE_BE (first)) + sum[1];
      sum[1] += (is_big_endian ? second : GUINT32_SWAP_LE_BE (second)) + sum[0];
    }
}

/* Whatever else in a plan looks like a mark can only make the log the file's, and so take nothing away. */
static LogMarks
search_page (const guint8 *page,
             gsize size,
             const char *mark)
{
  const gsize length = strlen (BEGINNING) + 2 * MARK_LENGTH;
  LogMarks marks = LOG_HAS_NO_MARK;
  const guint8 *end = page + size;
  const guint8 *found;

  for (const guint8 *p = page; (found = memmem (p, end - p, BEGINNING, strlen (BEGINNING))) != NULL; p = found + 1)
    {
      const guint8 *before = found + strlen (BEGINNING);

      if ((gsize) (end - found) < length)
        break;
      if (memcmp (before, mark, MARK_LENGTH) == 0 || memcmp (before + MARK_LENGTH, mark, MARK_LENGTH) == 0)
        return LOG_HAS_MARK;
      marks = LOG_HAS_OTHER_MARKS;
    }

  return marks;
}

/* Looks through what SQLite would replay. What is behind that was there before the log was begun anew. */
static LogMarks
search_log (FILE *log,
            const guint8 *header,
            const char *mark)
{
  gboolean is_big_endian = (get_number (header) & 1) != 0;
  guint32 page_size = get_number (header + 8);
  guint32 sum[2] = { get_number (header + 24), get_number (header + 28) };
  guint8 frame[FRAME_HEADER_BYTES];
  g_autofree guint8 *page = NULL;
  LogMarks marks = LOG_HAS_NO_MARK;

  if (page_size < 512 || page_size > MAX_PAGE_SIZE || page_size % 8 != 0)
    return LOG_HAS_NO_MARK;
  page = g_malloc (page_size);
  while (fread (frame, sizeof frame, 1, log) == 1 && fread (page, page_size, 1, log) == 1
         && memcmp (frame + 8, header + 16, 8) == 0)
    {
      LogMarks found;

      add_to_sum (sum, frame, 8, is_big_endian);
      add_to_sum (sum, page, page_size, is_big_endian);
      if (get_number (frame + 16) != sum[0] || get_number (frame + 20) != sum[1])
        break;
      found = search_page (page, page_size, mark);
      if (found == LOG_HAS_MARK)
        return LOG_HAS_MARK;
      marks = MAX (marks, found);
    }

  return marks;
}

static gboolean
read_log_header (FILE *log,
                 guint8 *header)
{
  rewind (log);

  return fread (header, LOG_HEADER_BYTES, 1, log) == 1;
}

/* Another program may write while this one looks. Then it is looked again. */
static gboolean
compare (const char *path,
         FILE *log,
         gboolean *differ)
{
  guint8 header[LOG_HEADER_BYTES], header_after[LOG_HEADER_BYTES];
  g_autofree char *mark = NULL;
  g_autofree char *mark_after = NULL;

  *differ = FALSE;
  if (!read_log_header (log, header) || (mark = read_mark (path)) == NULL)
    return TRUE;
  *differ = search_log (log, header, mark) == LOG_HAS_OTHER_MARKS;
  if (!*differ)
    return TRUE;
  mark_after = read_mark (path);

  return g_strcmp0 (mark, mark_after) == 0 && read_log_header (log, header_after)
         && memcmp (header, header_after, sizeof header) == 0;
}

/* Whether it is certain that a log is not that of a file. */
gboolean
_pact_db_has_mark_of_another (const char *path,
                              const char *log_path)
{
  FILE *log = fopen (log_path, "rbe");
  gboolean differ = FALSE;
  gboolean is_settled = FALSE;

  if (log == NULL)
    return FALSE;
  /* Nothing of it may be kept in a buffer from one look to the next. */
  setvbuf (log, NULL, _IONBF, 0);
  for (int i = 0; i < MAX_TRIES && !is_settled; i++)
    is_settled = compare (path, log, &differ);
  fclose (log);

  return is_settled && differ;
}
