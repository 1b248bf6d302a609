/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_ELEMENT_FORM (pact_element_form_get_type ())
G_DECLARE_FINAL_TYPE (PactElementForm, pact_element_form, PACT, ELEMENT_FORM, AdwBin)

void pact_element_form_set_element (PactElementForm *self,
                                    PactEditor *editor,
                                    PactElement *element);
gboolean pact_element_form_reveal (PactElementForm *self,
                                   PactElement *element,
                                   const PactField *field);

G_END_DECLS
