/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_FORM (pact_form_get_type ())
G_DECLARE_FINAL_TYPE (PactForm, pact_form, PACT, FORM, AdwPreferencesGroup)

void pact_form_set_element (PactForm *self,
                            PactEditor *editor,
                            PactElement *element);
gboolean pact_form_reveal (PactForm *self,
                           const PactField *field);

G_END_DECLS
