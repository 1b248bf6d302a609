/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-page-view"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pact-name.h"
#include "pact-page-view.h"

/* Around the paper, for its shadow. */
#define MARGIN 12

/**
 * PactPageView:
 *
 * A page of a document as it will be printed, drawn as sharp as the screen can show it. Whoever cannot see it has its words read.
 */
struct _PactPageView
{
  GtkWidget parent_instance;

  PactPages *pages; /* (nullable) */
  guint page;
  double zoom;
};

G_DEFINE_FINAL_TYPE (PactPageView, pact_page_view, GTK_TYPE_WIDGET)

static void
pact_page_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  PactPageView *self = PACT_PAGE_VIEW (widget);
  double width = 0.0;
  double height = 0.0;

  if (self->pages != NULL)
    pact_pages_get_size (self->pages, &width, &height);
  *minimum = *natural = 2 * MARGIN + (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->zoom);
}

static void
pact_page_view_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  PactPageView *self = PACT_PAGE_VIEW (widget);
  const GdkRGBA white = { 1.0, 1.0, 1.0, 1.0 };
  const GdkRGBA shadow = { 0.0, 0.0, 0.0, 0.35 };
  double width, height;
  graphene_rect_t paper;
  GskRoundedRect outline;
  cairo_t *cr;

  if (self->pages == NULL)
    return;

  pact_pages_get_size (self->pages, &width, &height);
  graphene_rect_init (&paper, floor ((gtk_widget_get_width (widget) - width * self->zoom) / 2.0), MARGIN, width * self->zoom,
                      height * self->zoom);
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0.0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0.0, 1.0, 0.0, 6.0);
  gtk_snapshot_append_color (snapshot, &white, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  cairo_scale (cr, self->zoom, self->zoom);
  pact_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
pact_page_view_dispose (GObject *object)
{
  g_clear_object (&PACT_PAGE_VIEW (object)->pages);

  G_OBJECT_CLASS (pact_page_view_parent_class)->dispose (object);
}

static void
pact_page_view_class_init (PactPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_page_view_dispose;
  widget_class->measure = pact_page_view_measure;
  widget_class->snapshot = pact_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pact_page_view_init (PactPageView *self)
{
  self->zoom = 1.0;
}

/**
 * pact_page_view_new:
 *
 * Returns: (transfer floating): a view of no page yet
 */
GtkWidget *
pact_page_view_new (void)
{
  return g_object_new (PACT_TYPE_PAGE_VIEW, NULL);
}

/**
 * pact_page_view_show:
 * @self: a view of a page
 * @pages: (nullable): pages, %NULL for none
 * @page: which of them, from 0
 * @zoom: how many pixels a point is wide
 *
 * Shows a page.
 */
void
pact_page_view_show (PactPageView *self,
                     PactPages *pages,
                     guint page,
                     double zoom)
{
  g_return_if_fail (PACT_IS_PAGE_VIEW (self));
  g_return_if_fail (pages == NULL || page < pact_pages_get_count (pages));

  g_set_object (&self->pages, pages);
  self->page = page;
  self->zoom = zoom;
  if (pages != NULL)
    {
      g_autofree char *name = g_strdup_printf (C_ ("preview", "Page %1$u of %2$u"), page + 1, pact_pages_get_count (pages));
      g_autofree char *words = pact_pages_dup_text (pages, page);

      GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

      /* The row of the list is what the keyboard comes to. */
      if (row != NULL)
        pact_name_widget (row, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
