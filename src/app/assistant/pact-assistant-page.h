/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_ASSISTANT_PAGE (pact_assistant_page_get_type ())
G_DECLARE_FINAL_TYPE (PactAssistantPage, pact_assistant_page, PACT, ASSISTANT_PAGE, AdwBin)

/* Called by the window: begins a new plan, with a template chosen or not, or offers to go on with one left half-way. */
void pact_assistant_page_start (PactAssistantPage *self);

G_END_DECLS
