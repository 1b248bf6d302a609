/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactAnswers:
 * @step: which question stands on the screen, 0 to 2
 * @template_id: (nullable): the chosen template, empty for an empty plan, %NULL if none is chosen
 * @authority: name of the authority
 * @authority_kind: code of its kind
 * @country: ISO 3166-1 code, or empty
 * @subdivision: ISO 3166-2 code, or empty
 * @language: BCP 47 tag
 * @currency: ISO 4217 code
 * @period_start: when the plan begins, or what was typed in its place
 * @period_end: when it ends, likewise
 * @title: (nullable): the title as it was typed, %NULL as long as the proposed one holds
 *
 * What the assistant for a new plan was told so far. No text is %NULL unless it says so.
 */
typedef struct
{
  int step;
  char *template_id;
  char *authority;
  char *authority_kind;
  char *country;
  char *subdivision;
  char *language;
  char *currency;
  char *period_start;
  char *period_end;
  char *title;
} PactAnswers;

#define PACT_N_ASSISTANT_STEPS 3

PactAnswers *pact_answers_new_guessed (void);
PactAnswers *pact_answers_new_from_note (const char *note);
char *pact_answers_to_note (const PactAnswers *self);
void pact_answers_set_text (char **text,
                            const char *value);
void pact_answers_free (PactAnswers *self);
const char *pact_guess_currency (const char *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactAnswers, pact_answers_free)

G_END_DECLS
