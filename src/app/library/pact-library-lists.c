/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-lists"

#include "config.h"

#include "pact-found-row.h"
#include "pact-library-lists.h"
#include "pact-plan-row.h"

/* The rows of the library's lists, made once and shown again for other plans as the list is scrolled. */

static void
plan_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item,
               gpointer user_data)
{
  gtk_list_item_set_child (list_item, pact_plan_row_new ());
}

static void
plan_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem *list_item,
              gpointer user_data)
{
  pact_plan_row_set_item (PACT_PLAN_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item),
                          PACT_TEMPLATE_LIBRARY (user_data));
}

static void
plan_unbind_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item,
                gpointer user_data)
{
  pact_plan_row_set_item (PACT_PLAN_ROW (gtk_list_item_get_child (list_item)), NULL, PACT_TEMPLATE_LIBRARY (user_data));
}

static void
found_setup_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item,
                gpointer user_data)
{
  gtk_list_item_set_child (list_item, pact_found_row_new ());
}

static void
found_bind_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item,
               gpointer user_data)
{
  PactFound *found = gtk_list_item_get_item (list_item);
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), pact_found_get_kind (found));
  gboolean is_plan = kind == pact_model_get_root (pact_model_get_default ());

  pact_found_row_show (PACT_FOUND_ROW (gtk_list_item_get_child (list_item)), kind != NULL ? pact_kind_get_label (kind) : NULL,
                       pact_found_get_title (found), pact_found_get_snippet (found),
                       is_plan ? NULL : pact_found_get_plan_title (found));
}

static void
show_list (GtkListView *view,
           GListModel *model,
           GtkListItemFactory *factory)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (model));

  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

/**
 * pact_library_list_plans:
 * @view: a view
 * @plans: a list of #PactPlanItem
 * @templates: where the names of templates are found
 *
 * Shows plans.
 */
void
pact_library_list_plans (GtkListView *view,
                         GListModel *plans,
                         PactTemplateLibrary *templates)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (view));
  g_return_if_fail (PACT_IS_TEMPLATE_LIBRARY (templates));

  g_signal_connect (factory, "setup", G_CALLBACK (plan_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (plan_bind_cb), templates, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (plan_unbind_cb), templates, 0);
  show_list (view, plans, factory);
}

/**
 * pact_library_list_found:
 * @view: a view
 * @found: a list of #PactFound
 *
 * Shows what a search has found.
 */
void
pact_library_list_found (GtkListView *view,
                         GListModel *found)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  g_signal_connect (factory, "setup", G_CALLBACK (found_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (found_bind_cb), NULL);
  show_list (view, found, factory);
}
