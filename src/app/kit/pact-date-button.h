/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-date.h"

G_BEGIN_DECLS

#define PACT_TYPE_DATE_BUTTON (pact_date_button_get_type ())
G_DECLARE_FINAL_TYPE (PactDateButton, pact_date_button, PACT, DATE_BUTTON, AdwBin)

GtkWidget *pact_date_button_new (GtkWidget *entry,
                                 const char *name);
void pact_date_button_show_date (PactDateButton *self,
                                 const PactDate *date,
                                 const PactDate *near_date);

G_END_DECLS
