/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-element.h"

G_BEGIN_DECLS

#define PACT_TYPE_ANSWER (pact_answer_get_type ())
G_DECLARE_FINAL_TYPE (PactAnswer, pact_answer, PACT, ANSWER, GObject)

const char *pact_answer_get_code (PactAnswer *self);
const char *pact_answer_get_label (PactAnswer *self);
const char *pact_answer_get_criterion (PactAnswer *self);
GListModel *pact_answers_new (const PactField *field,
                              PactElement *element);

G_END_DECLS
