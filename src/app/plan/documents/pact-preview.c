/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-preview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-page-view.h"
#include "pact-preview.h"

/**
 * PactPreview:
 *
 * The pages of a document, one below the other. Only those that can be seen are drawn. Its actions `preview.zoom-in`,
 * `preview.zoom-out` and `preview.zoom-reset` are those of Ctrl and plus, minus and zero.
 */
struct _PactPreview
{
  AdwBin parent_instance;

  PactPages *pages; /* (nullable) */
  guint zoom;       /* of zooms */
  double held;      /* where the pages stood, to be taken up again; negative for nowhere */

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (PactPreview, pact_preview, ADW_TYPE_BIN)

static const double zooms[] = { 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0 };

#define USUAL_ZOOM 3

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, pact_page_view_new ());
}

static void
bind_cb (PactPreview *self,
         GtkListItem *item)
{
  pact_page_view_show (PACT_PAGE_VIEW (gtk_list_item_get_child (item)), self->pages, gtk_list_item_get_position (item),
                       zooms[self->zoom]);
}

static void
unbind_cb (PactPreview *self,
           GtkListItem *item)
{
  pact_page_view_show (PACT_PAGE_VIEW (gtk_list_item_get_child (item)), NULL, 0, zooms[self->zoom]);
}

/* How far down the pages are scrolled, from 0 to 1. */
static double
get_place (PactPreview *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double upper = gtk_adjustment_get_upper (adjustment);

  return upper > 0.0 ? gtk_adjustment_get_value (adjustment) / upper : 0.0;
}

/* Once the new pages have been measured, they stand where the old ones stood. */
static void
upper_cb (GtkAdjustment *adjustment,
          GParamSpec *pspec,
          PactPreview *self)
{
  if (self->held < 0.0 || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;

  gtk_adjustment_set_value (adjustment, self->held * gtk_adjustment_get_upper (adjustment));
  self->held = -1.0;
}

/* The list makes its rows anew: each has another page, or another size. */
static void
fill (PactPreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) model = NULL;

  for (guint i = 0; self->pages != NULL && i < pact_pages_get_count (self->pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i + 1);

      gtk_string_list_append (names, name);
    }
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (names)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
update_actions (PactPreview *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", self->zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", self->zoom > 0);
}

static void
set_zoom (PactPreview *self,
          guint zoom)
{
  self->held = get_place (self);
  self->zoom = zoom;
  update_actions (self);
  fill (self);
}

static void
zoom_in_cb (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  PactPreview *self = PACT_PREVIEW (widget);

  set_zoom (self, MIN (self->zoom + 1, G_N_ELEMENTS (zooms) - 1));
}

static void
zoom_out_cb (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  PactPreview *self = PACT_PREVIEW (widget);

  set_zoom (self, self->zoom > 0 ? self->zoom - 1 : 0);
}

static void
zoom_reset_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  set_zoom (PACT_PREVIEW (widget), USUAL_ZOOM);
}

static void
pact_preview_dispose (GObject *object)
{
  PactPreview *self = PACT_PREVIEW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (pact_preview_parent_class)->dispose (object);
}

static void
pact_preview_class_init (PactPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, PactPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, PactPreview, list);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-reset", NULL, zoom_reset_cb);
}

static void
pact_preview_init (PactPreview *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->zoom = USUAL_ZOOM;
  self->held = -1.0;
  gtk_widget_init_template (GTK_WIDGET (self));

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "notify::upper", G_CALLBACK (upper_cb), self, 0);
}

/**
 * pact_preview_get_pages:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the pages that are shown
 */
PactPages *
pact_preview_get_pages (PactPreview *self)
{
  g_return_val_if_fail (PACT_IS_PREVIEW (self), NULL);

  return self->pages;
}

/**
 * pact_preview_set_pages:
 * @self: a preview
 * @pages: (nullable): pages
 * @keep_place: whether they are the same document, changed a little, which stays where it stands
 *
 * Shows pages.
 */
void
pact_preview_set_pages (PactPreview *self,
                        PactPages *pages,
                        gboolean keep_place)
{
  g_return_if_fail (PACT_IS_PREVIEW (self));

  self->held = keep_place ? get_place (self) : 0.0;
  g_set_object (&self->pages, pages);
  fill (self);
}
