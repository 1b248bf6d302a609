/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-element.h"
#include "pact-locale.h"

/* The values of a plan as people write and read them. Whatever shows, edits or takes one goes through here. */

G_BEGIN_DECLS

char *pact_value_read (const PactField *field,
                       const char *text,
                       PactElement *element,
                       const PactLocale *locale,
                       GError **error);
char *pact_value_write (const PactField *field,
                        const char *value,
                        PactElement *element,
                        const PactLocale *locale);
char *pact_value_display (const PactField *field,
                          const char *value,
                          PactElement *element,
                          const PactLocale *locale);

G_END_DECLS
