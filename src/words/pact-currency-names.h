/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

G_BEGIN_DECLS

char *pact_currency_dup_name (const char *currency,
                              const PactLocale *locale);
gboolean pact_currency_is_called (const char *currency,
                                  const char *text,
                                  const PactLocale *locale);
gboolean pact_text_is_currency (const char *text,
                                const PactLocale *locale);

G_END_DECLS
