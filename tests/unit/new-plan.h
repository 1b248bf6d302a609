/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-model.h"
#include "pact-record.h"

/* What a plan of a town begins with. */
static inline PactRecord *
new_plan (const char *template_id,
          const char *language,
          const char *title)
{
  PactRecord *root = pact_record_new (pact_model_get_root (pact_model_get_default ()), NULL);

  pact_record_set (root, "template_id", template_id);
  pact_record_set (root, "title", title);
  pact_record_set (root, "authority_name", "A town");
  pact_record_set (root, "authority_kind", "municipality");
  pact_record_set (root, "country", "FR");
  pact_record_set (root, "language", language);
  pact_record_set (root, "currency", "EUR");
  pact_record_set (root, "period_start", "2027");
  pact_record_set (root, "period_end", "2029");

  return root;
}
