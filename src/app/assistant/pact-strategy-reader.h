/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_READER (pact_strategy_reader_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyReader, pact_strategy_reader, PACT, STRATEGY_READER, AdwBin)

void pact_strategy_reader_show (PactStrategyReader *self,
                                PactTemplate *template,
                                PactTemplateItem *item);
PactTemplateItem *pact_strategy_reader_get_item (PactStrategyReader *self);
void pact_strategy_reader_set_can_compare (PactStrategyReader *self,
                                           gboolean can_compare);
void pact_strategy_reader_focus (PactStrategyReader *self);

G_END_DECLS
