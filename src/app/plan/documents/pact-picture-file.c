/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-picture-file"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-picture-file.h"
#include "pact-picture.h"
#include "pact-workspace.h"

/*
 * A picture from a file of some other program, made one that a plan can hold: drawn anew, so that only its pixels come along, and
 * made smaller until it has room.
 */

/* What a picture may unfold to in memory: four bytes each. */
#define MAX_PIXELS (40 * 1000 * 1000)
/* How much smaller a picture is made each time it takes too many bytes, and where that ends. */
#define SHRINKING 0.8
#define MIN_SIDE 32
/* Where an SVG file says that it is one. */
#define BEGINNING 4096

static gboolean
refuse (GFile *file,
        GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("The file “%s” is not a picture that can be read. PNG, JPEG and SVG files can."), name);

  return FALSE;
}

/* The loader for a file, by what it begins with; only these three, each of which can be trusted with a file from anywhere. */
static const char *
find_format (const guint8 *bytes,
             gsize length)
{
  if (length >= 8 && memcmp (bytes, "\211PNG\r\n\032\n", 8) == 0)
    return "png";
  if (length >= 3 && memcmp (bytes, "\377\330\377", 3) == 0)
    return "jpeg";
  if (length > 0 && g_strstr_len ((const char *) bytes, MIN (length, BEGINNING), "<svg") != NULL)
    return "svg";

  return NULL;
}

/* What is drawn when it is read is read as large as a plan can hold; what has too many pixels is not read at all. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int width,
                  int height,
                  gpointer data)
{
  gboolean is_drawn = *(gboolean *) data;
  double scale = (double) PACT_PICTURE_MAX_SIDE / MAX (MAX (width, height), 1);

  if (is_drawn)
    gdk_pixbuf_loader_set_size (loader, MAX (width * scale, 1), MAX (height * scale, 1));
  else if ((gint64) width * height > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static GdkPixbuf *
load (GFile *file,
      GBytes *bytes,
      GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *format = find_format (data, length);
  g_autoptr (GdkPixbufLoader) loader = format != NULL ? gdk_pixbuf_loader_new_with_type (format, NULL) : NULL;
  g_autoptr (GError) cause = NULL;
  gboolean is_drawn = g_strcmp0 (format, "svg") == 0;
  gboolean is_read;
  GdkPixbuf *pixbuf = NULL;

  if (loader == NULL)
    {
      refuse (file, error);
      return NULL;
    }

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &is_drawn);
  is_read = gdk_pixbuf_loader_write (loader, data, length, &cause);
  /* It wants to be closed whatever it has said. */
  is_read = gdk_pixbuf_loader_close (loader, is_read ? &cause : NULL) && is_read;
  if (is_read)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_debug ("gdk-pixbuf: %s", cause != NULL ? cause->message : "no picture");
      refuse (file, error);
      return NULL;
    }

  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/* Takes a picture and makes it smaller. */
static GdkPixbuf *
shrink (GdkPixbuf *whole,
        double scale)
{
  g_autoptr (GdkPixbuf) pixbuf = whole;
  int width = MAX (gdk_pixbuf_get_width (pixbuf) * scale, 1);
  int height = MAX (gdk_pixbuf_get_height (pixbuf) * scale, 1);

  return gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR);
}

static int
get_side (GdkPixbuf *pixbuf)
{
  return MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
}

static char *
write_value (GdkPixbuf *pixbuf)
{
  g_autofree char *buffer = NULL;
  g_autoptr (GBytes) png = NULL;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, "png", NULL, "compression", "9", NULL))
    return NULL;

  png = g_bytes_new_take (g_steal_pointer (&buffer), length);

  return pact_picture_write (png);
}

static void
read_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  GFile *file = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_read_file (file, &error);
  g_autoptr (GdkPixbuf) pixbuf = bytes != NULL ? load (file, bytes, &error) : NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *value = NULL;

  if (pixbuf != NULL && get_side (pixbuf) > PACT_PICTURE_MAX_SIDE)
    {
      double scale = (double) PACT_PICTURE_MAX_SIDE / get_side (pixbuf);

      pixbuf = shrink (g_steal_pointer (&pixbuf), scale);
    }
  while (pixbuf != NULL && png == NULL && !g_cancellable_is_cancelled (cancellable))
    {
      g_free (value);
      value = write_value (pixbuf);
      png = value != NULL ? pact_picture_read (value, NULL, NULL, NULL) : NULL;
      if (png == NULL && get_side (pixbuf) * SHRINKING < MIN_SIDE)
        {
          refuse (file, &error);
          g_clear_object (&pixbuf);
        }
      else if (png == NULL)
        pixbuf = shrink (g_steal_pointer (&pixbuf), SHRINKING);
    }

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&value), g_free);
}

/**
 * pact_picture_file_read_async:
 * @file: a file
 * @job: what stops it
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Reads a picture in the background, and makes it one that a plan can hold.
 */
void
pact_picture_file_read_async (GFile *file,
                              PactJob *job,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (PACT_IS_JOB (job));

  task = g_task_new (NULL, pact_job_get_cancellable (job), callback, user_data);
  g_task_set_source_tag (task, pact_picture_file_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  pact_job_run (job, task, read_thread);
}

/**
 * pact_picture_file_read_finish:
 * @result: what pact_picture_file_read_async() came to
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture as a value of type %PACT_TYPE_PICTURE, or %NULL with @error set to an error with a
 *   sentence for people, or to %G_IO_ERROR_CANCELLED
 */
char *
pact_picture_file_read_finish (GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pact_picture_file_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pact_picture_create_texture:
 * @value: (nullable): a value of type %PACT_TYPE_PICTURE
 * @max_width: how wide it is at most
 * @max_height: how high it is at most
 *
 * Returns: (transfer full) (nullable): the picture, as large as there is room; %NULL if there is none
 */
GdkTexture *
pact_picture_create_texture (const char *value,
                             int max_width,
                             int max_height)
{
  guint width, height;
  g_autoptr (GBytes) png = value != NULL ? pact_picture_read (value, &width, &height, NULL) : NULL;
  g_autoptr (GInputStream) stream = png != NULL ? g_memory_input_stream_new_from_bytes (png) : NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GBytes) pixels = NULL;
  double scale;

  if (png == NULL)
    return NULL;

  scale = MIN (1.0, MIN ((double) max_width / width, (double) max_height / height));
  pixbuf = gdk_pixbuf_new_from_stream_at_scale (stream, MAX (width * scale, 1), MAX (height * scale, 1), FALSE, NULL, NULL);
  if (pixbuf == NULL)
    return NULL;

  pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8, pixels,
                                 gdk_pixbuf_get_rowstride (pixbuf));
}
