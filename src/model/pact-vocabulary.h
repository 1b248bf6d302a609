/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PactTerm PactTerm;
typedef struct _PactVocabulary PactVocabulary;

/**
 * PactTermFlags:
 * @PACT_TERM_PLAIN: nothing but an answer
 * @PACT_TERM_WAIVES: waives what is planned: dates, a lead and targets need not be said
 * @PACT_TERM_LEFT_OUT: the element is kept on record, but is no part of the plan and covers nothing
 * @PACT_TERM_REASONED: does not speak for itself, see #PactField.reason
 * @PACT_TERM_ENDS: nothing more is to come
 * @PACT_TERM_SUGGESTION: this program's own suggestion, and no longer so when somebody has written something else
 * @PACT_TERM_PERCENTAGE: what is measured is a part of a hundred
 * @PACT_TERM_YES_NO: what is measured is yes or no
 * @PACT_TERM_SCALE: what is measured is a step of a scale, or a score
 * @PACT_TERM_NO_GAP: nothing is amiss where no measure gives this answer
 *
 * What follows from an answer.
 */
typedef enum
{
  PACT_TERM_PLAIN = 0,
  PACT_TERM_WAIVES = 1 << 0,
  PACT_TERM_LEFT_OUT = 1 << 1,
  PACT_TERM_SUGGESTION = 1 << 2,
  PACT_TERM_PERCENTAGE = 1 << 3,
  PACT_TERM_YES_NO = 1 << 4,
  PACT_TERM_SCALE = 1 << 5,
  PACT_TERM_NO_GAP = 1 << 6,
  PACT_TERM_REASONED = 1 << 7,
  PACT_TERM_ENDS = 1 << 8,
} PactTermFlags;

/**
 * PactTerm:
 * @code: the unchanging code that is stored and exchanged, in kebab-case
 * @label: the answer as people read it, untranslated, with the vocabulary's context
 * @criterion: (nullable): when this answer is the right one, untranslated
 * @flags: what follows from it
 *
 * One answer of a vocabulary.
 */
struct _PactTerm
{
  const char *code;
  const char *label;
  const char *criterion;
  PactTermFlags flags;
};

/**
 * PactVocabulary:
 * @name: the vocabulary's name in the schema
 * @context: the gettext context of its labels
 * @terms: the answers, in the order in which they are shown
 * @n_terms: how many
 *
 * A closed list of answers.
 */
struct _PactVocabulary
{
  const char *name;
  const char *context;
  const PactTerm *terms;
  gsize n_terms;
};

const PactTerm *pact_vocabulary_find (const PactVocabulary *vocabulary,
                                      const char *code);
PactTermFlags pact_vocabulary_get_flags (const PactVocabulary *vocabulary,
                                         const char *code);
const char *pact_vocabulary_get_label (const PactVocabulary *vocabulary,
                                       const PactTerm *term);
const char *pact_vocabulary_get_criterion (const PactVocabulary *vocabulary,
                                           const PactTerm *term);

G_END_DECLS
