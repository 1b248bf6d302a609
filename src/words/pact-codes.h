/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-answer.h"
#include "pact-locale.h"

/*
 * Countries, their subdivisions, languages and currencies, from the lists of ISO that Debian's
 * package iso-codes keeps.
 *
 * They are read when they are first asked for and kept from then on. Names can be asked for in any
 * language and from any thread; lists are in the language of the interface and belong to the main thread.
 */

G_BEGIN_DECLS

/**
 * PactCodesList:
 * @PACT_CODES_COUNTRY: countries, by ISO 3166-1 alpha-2 code
 * @PACT_CODES_SUBDIVISION: regions and the like of one country, by ISO 3166-2 code
 * @PACT_CODES_LANGUAGE: languages, by the code that BCP 47 gives them
 * @PACT_CODES_CURRENCY: currencies, by ISO 4217 code
 */
typedef enum
{
  PACT_CODES_COUNTRY,
  PACT_CODES_SUBDIVISION,
  PACT_CODES_LANGUAGE,
  PACT_CODES_CURRENCY,
} PactCodesList;

GListModel *pact_codes_list (PactCodesList list,
                             const char *country);
const char *pact_codes_get_name (PactCodesList list,
                                 const char *code,
                                 const PactLocale *locale);

G_END_DECLS
