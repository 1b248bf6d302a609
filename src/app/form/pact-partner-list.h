/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_PARTNER_LIST (pact_partner_list_get_type ())
G_DECLARE_FINAL_TYPE (PactPartnerList, pact_partner_list, PACT, PARTNER_LIST, AdwPreferencesGroup)

void pact_partner_list_set_measure (PactPartnerList *self,
                                    PactEditor *editor,
                                    PactElement *measure);

G_END_DECLS
