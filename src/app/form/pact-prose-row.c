/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-prose-row"

#include "config.h"

#include "pact-prose-row.h"
#include "pact-text-area.h"
#include "pact-whole-paste.h"
#include "pact-words.h"

/**
 * PactProseRow:
 *
 * A row for text of several lines, which grows with what is written. A title is one line, however many it takes to show it: Enter
 * ends it, and what gets the keyboard is selected, as in an entry.
 */
struct _PactProseRow
{
  PactFieldRow parent_instance;

  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (PactProseRow, pact_prose_row, PACT_TYPE_FIELD_ROW)

static char *
pact_prose_row_dup_text (PactFieldRow *row)
{
  return pact_text_area_dup_text (PACT_TEXT_AREA (PACT_PROSE_ROW (row)->view));
}

static void
pact_prose_row_put_text (PactFieldRow *row,
                         const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (PACT_PROSE_ROW (row)->view), text, -1);
}

static void
pact_prose_row_show (PactFieldRow *row,
                     const char *value)
{
  g_autofree char *text = pact_prose_row_dup_text (row);

  /* Not touched where it says so already: the cursor stays where it is. */
  if (!pact_field_row_keeps_text (row) && g_strcmp0 (text, value != NULL ? value : "") != 0)
    pact_prose_row_put_text (row, value != NULL ? value : "");
}

static void
pact_prose_row_place_caret (PactFieldRow *row,
                            guint offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (PACT_PROSE_ROW (row)->view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static char *
pact_prose_row_read (PactFieldRow *row,
                     const char *text,
                     GError **error)
{
  return pact_value_read (pact_field_row_get_field (row), text, NULL, NULL, error);
}

/* The view has no scrollbar of its own: what it stands in is scrolled so that the cursor can be seen. */
static void
cursor_moved_cb (PactProseRow *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkAdjustment *adjustment;
  GtkTextIter iter;
  GdkRectangle location;
  graphene_point_t cursor;

  if (scrolled == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (self->view, &iter, &location);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), scrolled, &GRAPHENE_POINT_INIT (location.x, location.y), &cursor))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_clamp_page (adjustment,
                             gtk_adjustment_get_value (adjustment) + cursor.y - location.height,
                             gtk_adjustment_get_value (adjustment) + cursor.y + 3 * location.height);
}

static gboolean
enter_cb (GtkEventControllerKey *controller,
          guint keyval,
          guint keycode,
          GdkModifierType state,
          PactProseRow *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  pact_field_row_tidy (PACT_FIELD_ROW (self));

  return GDK_EVENT_STOP;
}

static void
keep_one_line (PactProseRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (enter_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "pact-title");
  pact_text_area_select_on_focus (PACT_TEXT_AREA (self->view));
  pact_text_buffer_keep_line (gtk_text_view_get_buffer (self->view), pact_field_row_refuse, self);
}

static void
pact_prose_row_constructed (GObject *object)
{
  PactProseRow *self = PACT_PROSE_ROW (object);

  G_OBJECT_CLASS (pact_prose_row_parent_class)->constructed (object);

  if (pact_field_row_get_field (PACT_FIELD_ROW (self))->type == PACT_TYPE_TEXT)
    keep_one_line (self);
  pact_field_row_set_control (PACT_FIELD_ROW (self), GTK_WIDGET (self->view), FALSE);
}

static void
pact_prose_row_class_init (PactProseRowClass *klass)
{
  PactFieldRowClass *row_class = PACT_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = pact_prose_row_constructed;
  row_class->show = pact_prose_row_show;
  row_class->dup_text = pact_prose_row_dup_text;
  row_class->put_text = pact_prose_row_put_text;
  row_class->place_caret = pact_prose_row_place_caret;
  row_class->read = pact_prose_row_read;
}

static void
pact_prose_row_init (PactProseRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer;

  self->view = GTK_TEXT_VIEW (pact_text_area_new ());
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  pact_text_buffer_insert_whole (buffer, pact_field_row_refuse, self);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "pact-prose");

  g_signal_connect_object (buffer, "changed", G_CALLBACK (pact_field_row_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (pact_field_row_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}
