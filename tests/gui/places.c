/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <gtk/gtk.h>

/*
 * Where widgets are, for whoever drives the program by what assistive technology is told.
 *
 * Since 4.10 GTK adds up the edges of what stands in each other and leaves out what is between an edge and its content, so that the
 * further inside something is the further off it seems to be; and it tells of places that widgets have had which are not
 * on the screen. This is preloaded into a program that is tested and says it as 4.8 did, for every class, before there is any.
 */

static gboolean
get_bounds (GtkAccessible *accessible,
            int *x,
            int *y,
            int *width,
            int *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_point_t place = GRAPHENE_POINT_INIT_ZERO;

  *x = *y = *width = *height = 0;
  if (!gtk_widget_get_mapped (widget))
    return TRUE;
  if (parent != NULL && !gtk_widget_compute_point (widget, parent, &GRAPHENE_POINT_INIT_ZERO, &place))
    return TRUE;
  *x = (int) place.x;
  *y = (int) place.y;
  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);

  return TRUE;
}

static void __attribute__ ((constructor))
mend (void)
{
  GtkAccessibleInterface *iface = g_type_interface_peek (g_type_class_ref (GTK_TYPE_WIDGET), GTK_TYPE_ACCESSIBLE);

  iface->get_bounds = get_bounds;
}
