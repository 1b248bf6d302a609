/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-element.h"

G_BEGIN_DECLS

#define PACT_TYPE_ACTOR_POPOVER (pact_actor_popover_get_type ())
G_DECLARE_FINAL_TYPE (PactActorPopover, pact_actor_popover, PACT, ACTOR_POPOVER, GtkPopover)

PactActorPopover *pact_actor_popover_new (void);
void pact_actor_popover_offer (PactActorPopover *self,
                               PactElement *element,
                               const char *bodies,
                               gboolean as_partner);

G_END_DECLS
