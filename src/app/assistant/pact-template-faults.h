/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_TEMPLATE_FAULTS (pact_template_faults_get_type ())
G_DECLARE_FINAL_TYPE (PactTemplateFaults, pact_template_faults, PACT, TEMPLATE_FAULTS, AdwPreferencesGroup)

void pact_template_faults_show (PactTemplateFaults *self,
                                GPtrArray *faults);
gboolean pact_template_faults_has_any (PactTemplateFaults *self);

G_END_DECLS
