/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-date.h"
#include "pact-locale.h"

G_BEGIN_DECLS

gboolean pact_date_read (const char *text,
                         const PactLocale *locale,
                         PactDate *date);
char *pact_date_display (const PactDate *date,
                         const PactLocale *locale);
char *pact_date_display_figures (const PactDate *date,
                                 const PactLocale *locale);
char *pact_period_display (const char *start,
                           const char *end,
                           const PactLocale *locale);
char *pact_moment_display (const char *timestamp,
                           const PactLocale *locale);

G_END_DECLS
