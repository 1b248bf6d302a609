/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PactAnswer:
 *
 * One of several answers that can be given: what is stored, what people read for it, and when it is the right one.
 *
 * A term of a vocabulary, a country, a step of a scale, another element, a language of the interface: all that
 * somebody can choose from a list is one. It never changes.
 */
#define PACT_TYPE_ANSWER (pact_answer_get_type ())
G_DECLARE_FINAL_TYPE (PactAnswer, pact_answer, PACT, ANSWER, GObject)

PactAnswer *pact_answer_new (const char *code,
                             const char *label,
                             const char *criterion);
const char *pact_answer_get_code (PactAnswer *self);
const char *pact_answer_get_label (PactAnswer *self);
const char *pact_answer_get_criterion (PactAnswer *self);

void pact_answers_append (GListStore *answers,
                          const char *code,
                          const char *label,
                          const char *criterion);

G_END_DECLS
