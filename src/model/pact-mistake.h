/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-model.h"

G_BEGIN_DECLS

/**
 * PactMistake:
 * @PACT_MISTAKE_NONE: nothing is wrong
 * @PACT_MISTAKE_MISSING: an answer is needed and there is none
 * @PACT_MISTAKE_EMAIL: what stands there is no e-mail address
 * @PACT_MISTAKE_URL: what stands there is no address of the web
 * @PACT_MISTAKE_ORDER: the date lies before the one that it has to follow
 * @PACT_MISTAKE_UNSAVED: what was typed there last could not be saved, see pact_plan_set_unsaved()
 *
 * What keeps a field from being submitted as it is.
 */
typedef enum
{
  PACT_MISTAKE_NONE,
  PACT_MISTAKE_MISSING,
  PACT_MISTAKE_EMAIL,
  PACT_MISTAKE_URL,
  PACT_MISTAKE_ORDER,
  PACT_MISTAKE_UNSAVED,
} PactMistake;

gboolean pact_field_is_needed (const PactField *field,
                               gboolean is_waived);
PactMistake pact_field_find_mistake (const PactField *field,
                                     const PactKind *kind,
                                     const char *const *values,
                                     gboolean is_waived);
void pact_kind_count_answers (const PactKind *kind,
                              const char *const *values,
                              gboolean is_waived,
                              guint *filled,
                              guint *required);

G_END_DECLS
