/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-menu-names"

#include "config.h"

#include <string.h>

#include "pact-menu-names.h"
#include "pact-name.h"

/*
 * GTK says that an entry of a menu is named by its label, and that the label is only there to be seen. Of what is only there to be
 * seen newer releases take no name, and a screen reader says “menu item” and nothing else. Here the entry is told its own text.
 * Its class is private to GTK, which also makes menus by itself, such as that of a text field; so each is met as it is shown.
 */

static gboolean
name_item (GSignalInvocationHint *hint,
           guint n_values,
           const GValue *values,
           gpointer user_data)
{
  GObject *widget = g_value_get_object (&values[0]);
  g_autofree char *text = NULL;

  if (strcmp (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") != 0)
    return G_SOURCE_CONTINUE;

  g_object_get (widget, "text", &text, NULL);
  pact_name_widget (GTK_WIDGET (widget), text != NULL ? text : "");

  return G_SOURCE_CONTINUE;
}

/**
 * pact_name_menu_items:
 *
 * Gives every entry of every menu that will be shown its text as its name for assistive technology. To be called once.
 */
void
pact_name_menu_items (void)
{
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, name_item, NULL, NULL);
}
