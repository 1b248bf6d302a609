/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-date.h"

G_BEGIN_DECLS

#define PACT_TYPE_DATE_PICKER (pact_date_picker_get_type ())
G_DECLARE_FINAL_TYPE (PactDatePicker, pact_date_picker, PACT, DATE_PICKER, GtkPopover)

PactDatePicker *pact_date_picker_new (void);
void pact_date_picker_show_date (PactDatePicker *self,
                                 const PactDate *date,
                                 const PactDate *near_date);

G_END_DECLS
