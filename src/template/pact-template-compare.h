/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-template.h"

/* What two strategies have in common. */

G_BEGIN_DECLS

/**
 * PactTemplatePair:
 * @one: (nullable): a measure of the one template
 * @other: (nullable): the measure of the other template that proposes the same
 *
 * A measure of two templates, or of only one of them.
 */
typedef struct
{
  PactTemplateItem *one;
  PactTemplateItem *other;
} PactTemplatePair;

GArray *pact_template_compare (PactTemplate *one,
                               PactTemplate *other);
guint pact_template_count_shared (PactTemplate *one,
                                  PactTemplate *other);

G_END_DECLS
