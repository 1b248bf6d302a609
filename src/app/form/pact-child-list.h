/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_CHILD_LIST (pact_child_list_get_type ())
G_DECLARE_FINAL_TYPE (PactChildList, pact_child_list, PACT, CHILD_LIST, AdwPreferencesGroup)

void pact_child_list_set_parent (PactChildList *self,
                                 PactEditor *editor,
                                 PactElement *parent);
gboolean pact_child_list_reveal (PactChildList *self,
                                 PactElement *element,
                                 const PactField *field);

G_END_DECLS
