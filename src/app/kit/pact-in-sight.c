/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-in-sight"

#include "config.h"

#include "pact-in-sight.h"

/* What is left free above and below, in pixels, so that the name of a field is seen with it. */
#define MARGIN 48

/* In how many frames a page has settled: texts that wrap are given their height one after the other. */
#define N_FRAMES 8

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  guint *n_frames = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (viewport == NULL || !(gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN))
    return G_SOURCE_REMOVE;

  /* Where it stands in the page, wherever that has been scrolled to. */
  if (gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds)
      && bounds.size.height > 0)
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
      double value = gtk_adjustment_get_value (adjustment);
      double page_size = gtk_adjustment_get_page_size (adjustment);
      double top = bounds.origin.y - MARGIN;
      double bottom = bounds.origin.y + bounds.size.height + MARGIN;

      /* In a text that is higher than the page it is the caret that is to be seen. Setting the value ends the
       * animation with which GTK scrolls to where the widget was; gtk_adjustment_clamp_page() would not. */
      if (bottom - top <= page_size)
        gtk_adjustment_set_value (adjustment, CLAMP (value, bottom - page_size, top));
    }

  return ++*n_frames < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * pact_bring_in_sight:
 * @widget: a widget that got the keyboard
 *
 * Scrolls what @widget stands in until it can be seen, once it has its place. GTK scrolls to what gets the keyboard at once,
 * which leads astray while the page was made only a moment ago.
 */
void
pact_bring_in_sight (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (guint, 1), g_free);
}
