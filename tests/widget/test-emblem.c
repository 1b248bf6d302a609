/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "pact-documents.h"
#include "pact-emblem.h"
#include "pact-picture-file.h"
#include "pact-picture.h"
#include "pact-plan.h"
#include "pact-shell.h"
#include "widget-fixture.h"

/* The authority's coat of arms or logo: files of other programs become pictures that a plan can hold, or are refused. */

static const char logo[] = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">"
                           "<rect width=\"20\" height=\"20\" fill=\"#ff0000\"/></svg>";

typedef struct
{
  gboolean is_done;
  char *value;
  GError *error;
} Reading;

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Reading *reading = data;

  reading->value = pact_picture_file_read_finish (result, &reading->error);
  reading->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Reading *) data)->is_done;
}

static GFile *
write_file (WidgetFixture *fixture,
            const char *name,
            const char *content,
            gsize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* Reads a file and removes it; the picture, or NULL if it is refused with a sentence. */
static char *
read_file (GFile *file)
{
  g_autoptr (PactJob) job = pact_job_new ("Reading");
  Reading reading = { 0 };

  pact_picture_file_read_async (file, job, read_cb, &reading);
  widget_wait (is_done, &reading);
  g_assert_true ((reading.value != NULL) == (reading.error == NULL));
  if (reading.error != NULL)
    g_assert_cmpstr (reading.error->message, !=, "");
  g_clear_error (&reading.error);
  g_unlink (g_file_peek_path (file));

  return reading.value;
}

static void
assert_size (const char *value,
             guint width,
             guint height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  guint own_width, own_height;

  g_assert_nonnull (value);
  png = pact_picture_read (value, &own_width, &own_height, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own_width, ==, width);
  g_assert_cmpuint (own_height, ==, height);
}

/* A picture as a file; one of noise cannot be made small by compressing it. */
static GFile *
write_picture (WidgetFixture *fixture,
               const char *format,
               int width,
               int height,
               gboolean is_noise)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  g_autofree char *buffer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x20408060);
  for (gsize i = 0; is_noise && i < (gsize) gdk_pixbuf_get_rowstride (pixbuf) * height; i++)
    gdk_pixbuf_get_pixels (pixbuf)[i] = g_rand_int_range (rand, 0, 256);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &length, format, &error, NULL);
  g_assert_no_error (error);

  return write_file (fixture, "picture", buffer, length);
}

static void
check_read (WidgetFixture *fixture,
            const char *format,
            int width,
            int height,
            guint own_width,
            guint own_height)
{
  g_autoptr (GFile) file = write_picture (fixture, format, width, height, FALSE);
  g_autofree char *value = read_file (file);

  assert_size (value, own_width, own_height);
}

/* What is larger than a plan can hold is made smaller, in its proportions; nothing is made larger, save what is drawn. */
static void
test_read (WidgetFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "logo", logo, strlen (logo));
  g_autofree char *drawn = read_file (file);
  g_autofree char *noise = NULL;
  g_autoptr (GFile) noise_file = NULL;

  assert_size (drawn, PACT_PICTURE_MAX_SIDE, PACT_PICTURE_MAX_SIDE / 2);
  check_read (fixture, "png", 30, 50, 30, 50);
  check_read (fixture, "png", 1200, 100, 600, 50);
  check_read (fixture, "png", 3, 3000, 1, 600);
  check_read (fixture, "jpeg", 300, 900, 200, 600);
  noise_file = write_picture (fixture, "png", 700, 700, TRUE);
  noise = read_file (noise_file);
  g_assert_nonnull (noise);
  g_assert_cmpuint (strlen (noise), <=, PACT_PICTURE_MAX_LENGTH);
  g_assert_cmpuint (strlen (noise), >, PACT_PICTURE_MAX_LENGTH / 3);
}

/* What is no picture, a broken one, one of another format, or one with more pixels than memory has room for. */
static void
test_refused (WidgetFixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *content;
    gsize length;
  } contents[] = {
    { "", 0 },
    { "a text", 6 },
    { "GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377,\0\0\0\0\1\0\1\0\0\2\2D\1\0;", 35 },
    { "\211PNG\r\n\032\nnothing", 15 },
    { "\377\330\377\340nothing", 11 },
    { "<svg xmlns=\"http://www.w3.org/2000/svg\"", 39 },
    /* 30,000 pixels wide and high. */
    { "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\6\0\0\0\x66\x27\xf8\xba", 33 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GFile) file = write_file (fixture, "picture", contents[i].content, contents[i].length);
      g_autofree char *value = read_file (file);

      if (value != NULL)
        g_error ("the file %" G_GSIZE_FORMAT " was taken", i);
    }
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static gboolean
has_emblem (gpointer data)
{
  WidgetFixture *fixture = data;

  return pact_element_get (pact_plan_get_root (pact_editor_get_plan (fixture->editor)), "emblem") != NULL;
}

/* A picture that is dropped on the pages is kept with the plan, and shown where it can be removed. */
static void
test_drop (WidgetFixture *fixture,
           gconstpointer data)
{
  g_autoptr (PactApplication) application = widget_application_new ();
  PactWindow *window = widget_window_show (application, fixture->workspace);
  g_autoptr (GFile) file = write_file (fixture, "logo", logo, strlen (logo));
  GSList files = { .data = file };
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *kept = NULL;
  gboolean is_taken = FALSE;
  GtkWidget *section;
  GtkWidget *picture;

  pact_shell_open_plan (PACT_SHELL (window), pact_editor_get_uuid (fixture->editor), NULL);
  pact_shell_show_section (PACT_SHELL (window), "documents");
  section = widget_find (GTK_WIDGET (window), PACT_TYPE_DOCUMENTS, 0);
  picture = widget_find (widget_find (section, PACT_TYPE_EMBLEM, 0), GTK_TYPE_PICTURE, 0);
  g_assert_false (gtk_widget_get_visible (picture));

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (find_drop_target (section), "drop", &value, 0.0, 0.0, &is_taken);
  g_assert_true (is_taken);
  widget_wait (has_emblem, fixture);
  widget_wait_until_saved ();
  kept = widget_fixture_read (fixture, pact_plan_get_root (pact_editor_get_plan (fixture->editor)), "emblem");
  assert_size (kept, PACT_PICTURE_MAX_SIDE, PACT_PICTURE_MAX_SIDE / 2);
  g_assert_true (gtk_widget_get_visible (picture));
  g_unlink (g_file_peek_path (file));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add ("/emblem/read", WidgetFixture, NULL, widget_fixture_set_up, test_read, widget_fixture_tear_down);
  g_test_add ("/emblem/refused", WidgetFixture, NULL, widget_fixture_set_up, test_refused, widget_fixture_tear_down);
  g_test_add ("/emblem/drop", WidgetFixture, NULL, widget_fixture_set_up, test_drop, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
