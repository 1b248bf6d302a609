/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

/**
 * PactFindingSeverity:
 * @PACT_FINDING_BLOCKING: a plan is not submitted as long as this is so
 * @PACT_FINDING_ADVICE: somebody should look at this again
 *
 * How much a finding matters.
 */
typedef enum
{
  PACT_FINDING_BLOCKING,
  PACT_FINDING_ADVICE,
} PactFindingSeverity;

/**
 * PactFinding:
 * @severity: how much it matters
 * @message: a whole sentence in the interface's language, which names the element
 * @name: what the element is called beside others below the same one
 * @is_missing: whether @field is empty and has to be filled in, and that is all
 * @element: the UUID of the element
 * @field: (nullable): the field of the element to go to, %NULL if it is about the whole element
 *
 * Something that a plan lacks or that should be looked at again.
 */
typedef struct
{
  PactFindingSeverity severity;
  const char *message;
  const char *name;
  gboolean is_missing;
  const char *element;
  const PactField *field;
} PactFinding;

typedef struct _PactReview PactReview;

PactReview *pact_review_new (PactPlan *plan);
gboolean pact_review_continue (PactReview *self,
                               gint64 microseconds);
PactReview *pact_review_plan (PactPlan *plan);
PactReview *pact_review_ref (PactReview *self);
void pact_review_unref (PactReview *self);
GPtrArray *pact_review_get_findings (PactReview *self);
guint pact_review_count (PactReview *self,
                         PactFindingSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactReview, pact_review_unref)

G_END_DECLS
