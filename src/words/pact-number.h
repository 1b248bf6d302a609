/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

/* Numbers are kept as ASCII digits with a point before the fraction, exactly as they were written. */

G_BEGIN_DECLS

char *pact_number_read (const char *text,
                        const PactLocale *locale);
char *pact_number_write (const char *number,
                         const PactLocale *locale);
char *pact_number_display (const char *number,
                           const PactLocale *locale);
char *pact_number_display_money (const char *number,
                                 const PactLocale *locale);

G_END_DECLS
