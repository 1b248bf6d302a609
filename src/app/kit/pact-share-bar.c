/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-share-bar"

#include "config.h"

#include "pact-share-bar.h"

/**
 * PactShareBar:
 *
 * A bar of several parts, each as long as its share. It only repeats what is said in words beside it.
 */
struct _PactShareBar
{
  GtkWidget parent_instance;

  GArray *shares; /* guint, one for each child */
};

G_DEFINE_FINAL_TYPE (PactShareBar, pact_share_bar, GTK_TYPE_WIDGET)

static void
pact_share_bar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : 8;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 140 : 8;
}

static void
pact_share_bar_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  PactShareBar *self = PACT_SHARE_BAR (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  guint all = 0;
  guint before = 0;

  for (guint i = 0; i < self->shares->len; i++)
    all += g_array_index (self->shares, guint, i);

  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      guint share = g_array_index (self->shares, guint, i);
      int start = all > 0 ? (int) ((gint64) width * before / all) : 0;
      int end = all > 0 ? (int) ((gint64) width * (before + share) / all) : 0;

      before += share;
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ is_rtl ? width - end : start, 0, MAX (end - start - 1, 0), height }, -1);
    }
}

static void
pact_share_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pact_share_bar_parent_class)->dispose (object);
}

static void
pact_share_bar_finalize (GObject *object)
{
  g_array_unref (PACT_SHARE_BAR (object)->shares);

  G_OBJECT_CLASS (pact_share_bar_parent_class)->finalize (object);
}

static void
pact_share_bar_class_init (PactShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_share_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_share_bar_finalize;
  widget_class->measure = pact_share_bar_measure;
  widget_class->size_allocate = pact_share_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pact_share_bar_init (PactShareBar *self)
{
  self->shares = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * pact_share_bar_new:
 * @shares: (array length=n_shares): how much each part has of the whole
 * @css_classes: (array length=n_shares): the style class of each part
 * @n_shares: how many parts there are
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
pact_share_bar_new (const guint *shares,
                    const char *const *css_classes,
                    guint n_shares)
{
  PactShareBar *self = g_object_new (PACT_TYPE_SHARE_BAR, NULL);

  g_array_append_vals (self->shares, shares, n_shares);
  for (guint i = 0; i < n_shares; i++)
    {
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (part, css_classes[i]);
      gtk_widget_set_parent (part, GTK_WIDGET (self));
    }

  return GTK_WIDGET (self);
}
