/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-element.h"

G_BEGIN_DECLS

char *pact_proposal_dup (PactElement *element,
                         const PactField *field);
const char *pact_proposal_find_default (PactElement *element,
                                        const PactField *field);

G_END_DECLS
