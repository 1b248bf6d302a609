/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-text-area"

#include "config.h"

#include "pact-text-area.h"
#include "pact-text.h"

/**
 * PactTextArea:
 *
 * A text view that is as high as its text, for use without a scrolled window of its own.
 *
 * A GtkTextView knows its height only after it has been given a width and has laid the text out in
 * its own time, so in a form it would be as high as it was for another width. This one measures the
 * text for the width that it is asked about.
 */
struct _PactTextArea
{
  GtkTextView parent_instance;

  gboolean selects_on_focus;
};

G_DEFINE_FINAL_TYPE (PactTextArea, pact_text_area, GTK_TYPE_TEXT_VIEW)

/* Narrower than this nobody can write. */
#define MINIMUM_WIDTH 120

static GtkSizeRequestMode
pact_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pact_text_area_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MINIMUM_WIDTH;
      return;
    }

  text = pact_text_area_dup_text (PACT_TEXT_AREA (widget));
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, gtk_text_view_get_wrap_mode (GTK_TEXT_VIEW (widget)) == GTK_WRAP_CHAR ? PANGO_WRAP_CHAR
                                                                                                        : PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (for_size, MINIMUM_WIDTH) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, natural);
  /* In any width, it can be as low as when it is never wrapped: a box around it trusts in that. */
  if (for_size < 0)
    pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, NULL, minimum);
}

/* Whether a button of the pointer is down, so that it is about to put the cursor somewhere or to select a part of the text. */
static gboolean
is_pressed (GtkWidget *widget)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GtkNative *native = gtk_widget_get_native (widget);
  GdkModifierType state = 0;

  if (pointer != NULL && native != NULL)
    gdk_surface_get_device_position (gtk_native_get_surface (native), pointer, NULL, NULL, &state);

  return (state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0;
}

static gboolean
pact_text_area_grab_focus (GtkWidget *widget)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start;
  GtkTextIter end;

  if (!GTK_WIDGET_CLASS (pact_text_area_parent_class)->grab_focus (widget))
    return FALSE;
  if (PACT_TEXT_AREA (widget)->selects_on_focus && !is_pressed (widget))
    {
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &end, &start);
    }

  return TRUE;
}

static void
pact_text_area_class_init (PactTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = pact_text_area_get_request_mode;
  widget_class->measure = pact_text_area_measure;
  widget_class->grab_focus = pact_text_area_grab_focus;
}

static void
changed_cb (PactTextArea *self)
{
  g_autofree char *text = pact_text_area_dup_text (self);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self),
                               pact_text_has_long_word (text) ? GTK_WRAP_CHAR : GTK_WRAP_WORD_CHAR);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
pact_text_area_init (PactTextArea *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * pact_text_area_new:
 *
 * Returns: (transfer floating): an empty text area
 */
GtkWidget *
pact_text_area_new (void)
{
  return g_object_new (PACT_TYPE_TEXT_AREA, NULL);
}

/**
 * pact_text_area_select_on_focus:
 * @self: a text area
 *
 * Selects all that stands there when it gets the keyboard otherwise than by a click, as an entry does, from now on.
 */
void
pact_text_area_select_on_focus (PactTextArea *self)
{
  g_return_if_fail (PACT_IS_TEXT_AREA (self));

  self->selects_on_focus = TRUE;
}

/**
 * pact_text_area_dup_text:
 * @self: a text area
 *
 * Returns: (transfer full): all that stands there
 */
char *
pact_text_area_dup_text (PactTextArea *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (PACT_IS_TEXT_AREA (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}
