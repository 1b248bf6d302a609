/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactLocale:
 *
 * A language with its region, and how people write there: numbers, percentages, amounts, dates.
 *
 * There is one source for all of it, CLDR, whatever locales are installed, and neither `LC_TIME` nor
 * `LC_NUMERIC` has a say: somebody who reads German sentences reads and writes German dates in them.
 *
 * A locale never changes and is never freed. What it knows is loaded when it is first asked for. Any
 * thread may use it. Where a function takes one, %NULL stands for that of the interface.
 */
typedef struct _PactLocale PactLocale;

const PactLocale *pact_locale_get (const char *name);
const PactLocale *pact_locale_get_default (void);
const char *pact_locale_get_id (const PactLocale *self);
gboolean pact_locale_is_right_to_left (const PactLocale *self);

G_END_DECLS
