/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-follow"

#include "config.h"

#include "pact-follow.h"

/* What a plan that can only be read looks like: the one rule for all that changes a plan. */

static const char *
get_property (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) ? "editable" : "sensitive";
}

/**
 * pact_widget_follow_editor:
 * @widget: a field, or what changes the plan when it is pressed
 * @editor: (nullable): the open plan
 *
 * Lets @widget change @editor's plan only as long as that can be changed, from now on. A text can still be read, selected and
 * copied then, also what was typed and is not saved; everything else is insensitive.
 */
void
pact_widget_follow_editor (GtkWidget *widget,
                           PactEditor *editor)
{
  GBindingGroup *group;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (editor == NULL || PACT_IS_EDITOR (editor));

  group = g_object_get_data (G_OBJECT (widget), "pact-editor");
  if (group == NULL)
    {
      group = g_binding_group_new ();
      g_binding_group_bind (group, "read-only", widget, get_property (widget), G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
      g_object_set_data_full (G_OBJECT (widget), "pact-editor", group, g_object_unref);
    }
  g_binding_group_set_source (group, editor);
}
