/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-pages.h"

G_BEGIN_DECLS

#define PACT_TYPE_PAGE_VIEW (pact_page_view_get_type ())
G_DECLARE_FINAL_TYPE (PactPageView, pact_page_view, PACT, PAGE_VIEW, GtkWidget)

GtkWidget *pact_page_view_new (void);
void pact_page_view_show (PactPageView *self,
                          PactPages *pages,
                          guint page,
                          double zoom);

G_END_DECLS
