/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-name"

#include "config.h"

#include "pact-name.h"

/**
 * pact_name_widget:
 * @widget: a widget that shows a text, such as a button
 * @name: what it is called
 *
 * Says what @widget is called for assistive technology, whatever it shows: a button that says “Restore” is the one that restores
 * this and no other. GTK names such a widget by what it shows, and since 4.10 what it is named by goes before what it is called.
 */
void
pact_name_widget (GtkWidget *widget,
                  const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
