/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-heading"

#include "config.h"

#include "pact-heading.h"

static GtkLabel *
find_label (GtkWidget *widget,
            const char *text)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0 ? GTK_LABEL (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

static void
wrap (GtkLabel *label)
{
  if (label == NULL)
    return;

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  /* Only where it has to. */
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
}

/**
 * pact_heading_keep_whole:
 * @group: a group with a title and a button in its header, or none
 *
 * Has the title and the label of the button wrap where there is little room for both. A group would cut off its title, down to
 * a few letters where letters are large.
 */
void
pact_heading_keep_whole (AdwPreferencesGroup *group)
{
  GtkWidget *button;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  button = adw_preferences_group_get_header_suffix (group);
  wrap (find_label (GTK_WIDGET (group), adw_preferences_group_get_title (group)));
  if (GTK_IS_BUTTON (button))
    wrap (find_label (button, gtk_button_get_label (GTK_BUTTON (button))));
  else if (GTK_IS_MENU_BUTTON (button))
    wrap (find_label (button, gtk_menu_button_get_label (GTK_MENU_BUTTON (button))));
}
