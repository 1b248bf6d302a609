/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

G_BEGIN_DECLS

int pact_percent_of (guint part,
                     guint whole);
char *pact_percent_read (const char *text,
                         const PactLocale *locale);
char *pact_percent_display (const char *number,
                            const PactLocale *locale);
char *pact_percent_display_share (guint part,
                                  guint whole,
                                  const PactLocale *locale);
gboolean pact_percent_has_sign (const char *text);

G_END_DECLS
