/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-section.h"

G_BEGIN_DECLS

#define PACT_TYPE_FORM_SECTION (pact_form_section_get_type ())
G_DECLARE_FINAL_TYPE (PactFormSection, pact_form_section, PACT, FORM_SECTION, PactSection)

G_END_DECLS
