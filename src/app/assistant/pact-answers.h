/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-record.h"

G_BEGIN_DECLS

/**
 * PactAnswers:
 * @step: which question stands on the screen, 0 to 2
 * @template_id: (nullable): the chosen template, empty for an empty plan, %NULL if none is chosen
 * @root: the plan as far as it is known; its name, its period and its title as they were typed. It has no title as long as
 *   the proposed one holds
 *
 * What the assistant for a new plan was told so far.
 */
typedef struct
{
  int step;
  char *template_id;
  PactRecord *root;
} PactAnswers;

#define PACT_N_ASSISTANT_STEPS 3

PactAnswers *pact_answers_new_guessed (void);
PactAnswers *pact_answers_new_from_note (const char *note);
char *pact_answers_to_note (const PactAnswers *self);
const char *pact_answers_get (const PactAnswers *self,
                              const char *field_name);
void pact_answers_set_template (PactAnswers *self,
                                const char *template_id);
void pact_answers_free (PactAnswers *self);
const char *pact_guess_currency (const char *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactAnswers, pact_answers_free)

G_END_DECLS
