/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

/**
 * PactKnown:
 *
 * What a plan has already of what other plans, such as those that are made of templates, have too.
 */
typedef struct _PactKnown PactKnown;

PactKnown *pact_known_new (PactPlan *plan);
void pact_known_free (PactKnown *self);
PactElement *pact_known_find (PactKnown *self,
                              PactElement *other);
guint pact_known_count (PactKnown *self,
                        PactElement *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactKnown, pact_known_free)

G_END_DECLS
