/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_GUIDANCE_TEXT (pact_guidance_text_get_type ())
G_DECLARE_FINAL_TYPE (PactGuidanceText, pact_guidance_text, PACT, GUIDANCE_TEXT, GtkBox)

void pact_guidance_text_show (PactGuidanceText *self,
                              PactTemplateItem *item);
gboolean pact_guidance_text_is_empty (PactGuidanceText *self);

G_END_DECLS
