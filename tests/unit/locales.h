/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

/* In which locales people are to be able to write what they read, none of which has to be installed. */

typedef void (*LocaleFunc) (const PactLocale *locale);

void for_each_locale (LocaleFunc func);
void for_each_locale_of_the_world (LocaleFunc func);
