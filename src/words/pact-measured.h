/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-answer.h"
#include "pact-element.h"
#include "pact-locale.h"

G_BEGIN_DECLS

/**
 * PactMeasuredForm:
 * @PACT_MEASURED_NUMBER: a number, or a score
 * @PACT_MEASURED_PERCENTAGE: a part of a hundred
 * @PACT_MEASURED_YES_NO: yes or no
 * @PACT_MEASURED_STEPS: a step of a scale
 *
 * What the values of an indicator are.
 */
typedef enum
{
  PACT_MEASURED_NUMBER,
  PACT_MEASURED_PERCENTAGE,
  PACT_MEASURED_YES_NO,
  PACT_MEASURED_STEPS,
} PactMeasuredForm;

gboolean pact_field_is_measured (const PactField *field);
PactMeasuredForm pact_measured_get_form (PactElement *element,
                                         const PactField *field);
GPtrArray *pact_measured_list_answers (PactElement *element,
                                       const PactField *field,
                                       const PactLocale *locale);
gboolean pact_measured_answer_is (PactAnswer *answer,
                                  const char *value);
char *pact_measured_dup_label (PactElement *element,
                               const PactField *field,
                               const char *value,
                               const PactLocale *locale);
char *pact_measured_dup_misfit (PactElement *element,
                                const PactField *field,
                                const char *value);
char *pact_measured_dup_unit (PactElement *element,
                              const PactField *field);
gboolean pact_measured_asks_for (PactElement *element,
                                 const PactField *field);

G_END_DECLS
