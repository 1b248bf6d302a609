/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PactAlertFunc:
 * @confirmed: whether the person agreed
 * @data: what was handed to pact_alert_confirm()
 */
typedef void (*PactAlertFunc) (gboolean confirmed,
                               gpointer data);

void pact_alert_confirm (GtkWidget *parent,
                         const char *heading,
                         const char *body,
                         const char *confirm_label,
                         gboolean destructive,
                         PactAlertFunc func,
                         gpointer data,
                         GDestroyNotify destroy);
void pact_alert_ask (GtkWidget *parent,
                     const char *heading,
                     const char *body,
                     GtkWidget *choice,
                     const char *confirm_label,
                     gboolean destructive,
                     PactAlertFunc func,
                     gpointer data,
                     GDestroyNotify destroy);
void pact_alert_tell (GtkWidget *parent,
                      const char *heading,
                      const char *body,
                      const char *details);

G_END_DECLS
