/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

/* Amounts of money are kept in minor units of their currency, see pact_currency_get_digits(). */

G_BEGIN_DECLS

gboolean pact_amount_read (const char *text,
                           const char *currency,
                           const PactLocale *locale,
                           gint64 *amount,
                           GError **error);
char *pact_amount_write (gint64 amount,
                         const char *currency,
                         const PactLocale *locale);
char *pact_amount_display (gint64 amount,
                           const char *currency,
                           const PactLocale *locale);

G_END_DECLS
