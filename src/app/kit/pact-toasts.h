/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_TOASTS (pact_toasts_get_type ())
G_DECLARE_FINAL_TYPE (PactToasts, pact_toasts, PACT, TOASTS, GObject)

PactToasts *pact_toasts_new (AdwToastOverlay *overlay);
void pact_toasts_say (PactToasts *self,
                      const char *sentence);
void pact_toasts_say_with_button (PactToasts *self,
                                  const char *sentence,
                                  const char *label,
                                  const char *action_name,
                                  GVariant *target);
void pact_toasts_say_in_passing (PactToasts *self,
                                 const char *sentence);
void pact_toasts_say_with_undo (PactToasts *self,
                                const char *sentence,
                                const char *action_name,
                                GVariant *target);
void pact_toasts_outdate_undo (PactToasts *self);

G_END_DECLS
