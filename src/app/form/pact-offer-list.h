/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_OFFER_LIST (pact_offer_list_get_type ())
G_DECLARE_FINAL_TYPE (PactOfferList, pact_offer_list, PACT, OFFER_LIST, AdwPreferencesGroup)

void pact_offer_list_set_measure (PactOfferList *self,
                                  PactEditor *editor,
                                  PactElement *measure);

G_END_DECLS
