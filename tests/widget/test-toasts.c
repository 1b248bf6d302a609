/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-toasts.h"
#include "widget-fixture.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *overlay;
  PactToasts *toasts;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), gtk_label_new ("Page"));
  gtk_window_set_child (fixture->window, fixture->overlay);
  fixture->toasts = pact_toasts_new (ADW_TOAST_OVERLAY (fixture->overlay));
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->toasts);
  gtk_window_destroy (fixture->window);
}

static gboolean
shows (GtkWidget *widget,
       const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (shows (child, text))
        return TRUE;
    }

  return FALSE;
}

/* What is told quickly one after the other stands in one message, the latest of it, with a button as long as that counts. */
static void
test_latest (Fixture *fixture,
             gconstpointer data)
{
  pact_toasts_say_with_undo (fixture->toasts, "“A & B” was deleted.", "win.undo", NULL);
  widget_wait_for_frames (fixture->overlay);
  g_assert_true (shows (fixture->overlay, "“A & B” was deleted."));
  g_assert_true (shows (fixture->overlay, "Undo"));

  pact_toasts_outdate_undo (fixture->toasts);
  g_assert_true (shows (fixture->overlay, "“A & B” was deleted."));
  g_assert_false (shows (fixture->overlay, "Undo"));

  pact_toasts_say_in_passing (fixture->toasts, "It is back.");
  g_assert_true (shows (fixture->overlay, "It is back."));
  g_assert_false (shows (fixture->overlay, "“A & B” was deleted."));
  g_assert_false (shows (fixture->overlay, "Undo"));

  pact_toasts_say_with_undo (fixture->toasts, "“C” was deleted.", "win.undo", NULL);
  g_assert_true (shows (fixture->overlay, "“C” was deleted."));
  g_assert_true (shows (fixture->overlay, "Undo"));
}

static gboolean
is_gone (gpointer overlay)
{
  return !shows (overlay, "“A” was deleted.");
}

/* Also a message that has lost its button makes way for the next in the end. */
static void
test_goes (Fixture *fixture,
           gconstpointer data)
{
  pact_toasts_say_with_undo (fixture->toasts, "“A” was deleted.", "win.undo", NULL);
  widget_wait_for_frames (fixture->overlay);
  g_assert_false (is_gone (fixture->overlay));
  pact_toasts_outdate_undo (fixture->toasts);
  pact_toasts_say (fixture->toasts, "The plan was imported.");
  widget_wait (is_gone, fixture->overlay);
  g_assert_true (shows (fixture->overlay, "The plan was imported."));
}

/* Nothing breaks, however quickly messages follow each other and whatever moves meanwhile. */
static void
test_quick (Fixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Message %u", i);

      switch (i % 4)
        {
        case 0:
          pact_toasts_say_with_undo (fixture->toasts, sentence, "win.undo", NULL);
          break;
        case 1:
          pact_toasts_outdate_undo (fixture->toasts);
          break;
        case 2:
          pact_toasts_say_in_passing (fixture->toasts, sentence);
          break;
        default:
          widget_wait_for_frames (fixture->overlay);
        }
    }
  g_assert_true (shows (fixture->overlay, "Message 198"));
}

/* A message with a button for what one may want next keeps it, whatever is told besides. */
static void
test_button (Fixture *fixture,
             gconstpointer data)
{
  pact_toasts_say_with_button (fixture->toasts, "“A & B” was saved.", "Show in Folder", "win.show-in-folder",
                               g_variant_new_string ("file:///A"));
  pact_toasts_outdate_undo (fixture->toasts);
  pact_toasts_say_in_passing (fixture->toasts, "It is back.");
  widget_wait_for_frames (fixture->overlay);
  g_assert_true (shows (fixture->overlay, "“A & B” was saved."));
  g_assert_true (shows (fixture->overlay, "Show in Folder"));
}

static void
add_tests (void)
{
  g_test_add ("/toasts/latest", Fixture, NULL, set_up, test_latest, tear_down);
  g_test_add ("/toasts/goes", Fixture, NULL, set_up, test_goes, tear_down);
  g_test_add ("/toasts/quick", Fixture, NULL, set_up, test_quick, tear_down);
  g_test_add ("/toasts/button", Fixture, NULL, set_up, test_button, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
