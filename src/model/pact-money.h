/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int pact_currency_get_digits (const char *currency);
gboolean pact_money_parse_input (const char *text,
                                 const char *currency,
                                 gint64 *amount);
char *pact_money_to_input (gint64 amount,
                           const char *currency);
char *pact_money_to_display (gint64 amount,
                             const char *currency);
char *pact_number_normalize_input (const char *text);
char *pact_number_to_display (const char *number);

G_END_DECLS
