/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-vocabulary.h"

/* The closed lists of answers. Sources of the lists: the Pact and the
 * Lanzarote Convention for pillars, articles and target groups. */

G_BEGIN_DECLS

extern const PactVocabulary pact_vocabulary_authority_kind;
extern const PactVocabulary pact_vocabulary_competence;
extern const PactVocabulary pact_vocabulary_plan_state;
extern const PactVocabulary pact_vocabulary_pact_state;
extern const PactVocabulary pact_vocabulary_paper;
extern const PactVocabulary pact_vocabulary_paper_part;
extern const PactVocabulary pact_vocabulary_pillar;
extern const PactVocabulary pact_vocabulary_action_type;
extern const PactVocabulary pact_vocabulary_situation;
extern const PactVocabulary pact_vocabulary_inclusion;
extern const PactVocabulary pact_vocabulary_priority;
extern const PactVocabulary pact_vocabulary_measure_status;
extern const PactVocabulary pact_vocabulary_target_group;
extern const PactVocabulary pact_vocabulary_setting;
extern const PactVocabulary pact_vocabulary_legal_basis;
extern const PactVocabulary pact_vocabulary_body;
extern const PactVocabulary pact_vocabulary_provenance;
extern const PactVocabulary pact_vocabulary_indicator_provenance;
extern const PactVocabulary pact_vocabulary_indicator_level;
extern const PactVocabulary pact_vocabulary_indicator_type;
extern const PactVocabulary pact_vocabulary_frequency;
extern const PactVocabulary pact_vocabulary_breakdown;
extern const PactVocabulary pact_vocabulary_confidence;
extern const PactVocabulary pact_vocabulary_actor_kind;
extern const PactVocabulary pact_vocabulary_involvement_role;
extern const PactVocabulary pact_vocabulary_funding_kind;
extern const PactVocabulary pact_vocabulary_cost_category;
extern const PactVocabulary pact_vocabulary_cost_state;
extern const PactVocabulary pact_vocabulary_likelihood;
extern const PactVocabulary pact_vocabulary_risk_impact;
extern const PactVocabulary pact_vocabulary_submission_state;
extern const PactVocabulary pact_vocabulary_remark_severity;
extern const PactVocabulary pact_vocabulary_remark_state;

G_END_DECLS
