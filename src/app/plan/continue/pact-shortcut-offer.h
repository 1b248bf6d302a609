/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-editor.h"
#include "pact-gaps.h"

G_BEGIN_DECLS

/**
 * PactShortcutOffer:
 * @label: what it does, for a button
 * @cells: (element-type PactCell): the answers that it gives
 *
 * One answer for all elements of which a question is asked.
 */
typedef struct
{
  char *label;
  GPtrArray *cells;
} PactShortcutOffer;

PactShortcutOffer *pact_shortcut_offer_find (PactPlan *plan,
                                             const PactGap *gap);
void pact_shortcut_offer_free (PactShortcutOffer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactShortcutOffer, pact_shortcut_offer_free)

G_END_DECLS
