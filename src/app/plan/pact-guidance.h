/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_GUIDANCE (pact_guidance_get_type ())
G_DECLARE_FINAL_TYPE (PactGuidance, pact_guidance, PACT, GUIDANCE, AdwBin)

void pact_guidance_set_element (PactGuidance *self,
                                PactEditor *editor,
                                PactElement *element);

G_END_DECLS
