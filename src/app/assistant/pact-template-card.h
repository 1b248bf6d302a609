/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_TEMPLATE_CARD (pact_template_card_get_type ())
G_DECLARE_FINAL_TYPE (PactTemplateCard, pact_template_card, PACT, TEMPLATE_CARD, GtkListBoxRow)

GtkWidget *pact_template_card_new (PactTemplate *template);
PactTemplate *pact_template_card_get_template (PactTemplateCard *self);
char *pact_template_dup_language_names (PactTemplate *template);

G_END_DECLS
