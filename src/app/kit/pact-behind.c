/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-behind"

#include "config.h"

#include "pact-behind.h"

/*
 * What lies behind something else is not there for assistive technology either. GTK tells of every page of a stack as if it were
 * seen, and since 4.10 nobody can find out otherwise.
 */

static void
update_hidden (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, !gtk_widget_get_mapped (widget), -1);
}

/**
 * pact_hide_behind:
 * @widget: a widget that is at times behind another, or collapsed
 *
 * Hides @widget from assistive technology as long as it is not on the screen.
 */
void
pact_hide_behind (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect (widget, "map", G_CALLBACK (update_hidden), NULL);
  g_signal_connect (widget, "unmap", G_CALLBACK (update_hidden), NULL);
  update_hidden (widget);
}

static void
pages_changed_cb (GListModel *pages,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  gpointer user_data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);

      pact_hide_behind (gtk_stack_page_get_child (GTK_STACK_PAGE (page)));
    }
}

/**
 * pact_stack_hide_behind:
 * @stack: a stack, which may be given more pages later
 *
 * Hides the pages of @stack that are behind the visible one from assistive technology.
 */
void
pact_stack_hide_behind (GtkStack *stack)
{
  GtkSelectionModel *pages;

  g_return_if_fail (GTK_IS_STACK (stack));

  /* The stack keeps its pages only as long as somebody else does. */
  pages = gtk_stack_get_pages (stack);
  g_object_set_data_full (G_OBJECT (stack), "pact-pages", pages, g_object_unref);
  g_signal_connect (pages, "items-changed", G_CALLBACK (pages_changed_cb), NULL);
  pages_changed_cb (G_LIST_MODEL (pages), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (pages)), NULL);
}
