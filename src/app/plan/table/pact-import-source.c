/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-import-source"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-import-source.h"
#include "pact-table-import.h"

/* Where a table comes from: the clipboard or a file. It is read and taken apart without the window waiting for it. */

#define HTML "text/html"

static GBytes *
read_stream (GInputStream *stream,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gsize n_bytes = 0;

  while (n_bytes <= PACT_TABLE_MAX_BYTES)
    {
      g_autoptr (GBytes) bytes = g_input_stream_read_bytes (stream, 1 << 16, cancellable, error);

      if (bytes == NULL)
        return NULL;
      if (g_bytes_get_size (bytes) == 0)
        {
          g_output_stream_close (memory, NULL, NULL);
          return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
        }
      n_bytes += g_bytes_get_size (bytes);
      if (!g_output_stream_write_all (memory, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error))
        return NULL;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("This is too large for the table of a plan."));

  return NULL;
}

static GPtrArray *
read_table (GInputStream *stream,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GBytes) bytes = read_stream (stream, cancellable, error);
  g_autofree char *text = bytes != NULL ? pact_table_decode (bytes, error) : NULL;

  return text != NULL ? pact_table_split (text, error) : NULL;
}

static void
return_rows (GTask *task,
             GPtrArray *rows,
             GError *error)
{
  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
file_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (data, cancellable, &error);
  GPtrArray *rows = stream != NULL ? read_table (G_INPUT_STREAM (stream), cancellable, &error) : NULL;

  return_rows (task, rows, g_steal_pointer (&error));
}

/**
 * pact_import_source_open:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): told when the table is there
 * @user_data: handed to @callback
 *
 * Reads a table that was saved as text.
 */
void
pact_import_source_open (GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, file_thread);
}

/* What is on the clipboard, in the two ways in which it can be there. */
typedef struct
{
  GdkClipboard *clipboard;
  GBytes *html; /* (nullable) */
  char *text;   /* (nullable) */
} Clip;

static void
clip_free (gpointer data)
{
  Clip *clip = data;

  g_object_unref (clip->clipboard);
  g_clear_pointer (&clip->html, g_bytes_unref);
  g_free (clip->text);
  g_free (clip);
}

/* A word processor's table is whole only as HTML: as text the lines of a cell are rows. */
static void
clip_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  const Clip *clip = data;
  g_autofree char *html = clip->html != NULL ? pact_table_decode (clip->html, NULL) : NULL;
  GPtrArray *rows = html != NULL ? pact_table_split_html (html, NULL) : NULL;
  g_autoptr (GError) error = NULL;

  if (rows == NULL && clip->text != NULL)
    rows = pact_table_split (clip->text, &error);
  else if (rows == NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no table on the clipboard. Copy it first."));
  return_rows (task, rows, g_steal_pointer (&error));
}

static void
text_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Clip *clip = g_task_get_task_data (task);

  clip->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_task_run_in_thread (task, clip_thread);
}

/* Takes @task. */
static void
read_text (GTask *task)
{
  Clip *clip = g_task_get_task_data (task);

  gdk_clipboard_read_text_async (clip->clipboard, g_task_get_cancellable (task), text_read_cb, task);
}

static void
html_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  Clip *clip = g_task_get_task_data (task);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    clip->html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  read_text (task);
}

static void
html_opened_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    read_text (task);
  else
    g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, g_task_get_cancellable (task), html_read_cb, task);
}

/**
 * pact_import_source_paste:
 * @clipboard: the clipboard
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): told when the table is there
 * @user_data: handed to @callback
 *
 * Reads a table that was copied in a spreadsheet or a word processor.
 */
void
pact_import_source_paste (GdkClipboard *clipboard,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  static const char *const types[] = { HTML, NULL };
  GTask *task;
  Clip *clip;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  task = g_task_new (NULL, cancellable, callback, user_data);
  clip = g_new0 (Clip, 1);
  clip->clipboard = g_object_ref (clipboard);
  g_task_set_task_data (task, clip, clip_free);
  /* Whether there is any is asked of whom it was copied from: what GTK knows of it may be of a moment ago. */
  gdk_clipboard_read_async (clipboard, (const char **) types, G_PRIORITY_DEFAULT, cancellable, html_opened_cb, task);
}

/**
 * pact_import_source_finish:
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type GPtrArray): the rows of the table, or %NULL with @error set
 */
GPtrArray *
pact_import_source_finish (GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
