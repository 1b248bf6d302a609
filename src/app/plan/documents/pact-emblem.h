/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_EMBLEM (pact_emblem_get_type ())
G_DECLARE_FINAL_TYPE (PactEmblem, pact_emblem, PACT, EMBLEM, AdwBin)

void pact_emblem_set_value (PactEmblem *self,
                            const char *value);
void pact_emblem_read (PactEmblem *self,
                       GFile *file);
void pact_emblem_stop (PactEmblem *self);

G_END_DECLS
