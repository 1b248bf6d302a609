/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-answer.h"
#include "pact-element.h"

G_BEGIN_DECLS

GListModel *pact_vocabulary_list_answers (const PactVocabulary *vocabulary);
GListModel *pact_field_list_answers (const PactField *field,
                                     PactElement *element);

G_END_DECLS
