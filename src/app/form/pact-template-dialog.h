/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"
#include "pact-shell.h"

G_BEGIN_DECLS

#define PACT_TYPE_TEMPLATE_DIALOG (pact_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PactTemplateDialog, pact_template_dialog, PACT, TEMPLATE_DIALOG, AdwWindow)

void pact_template_dialog_present (PactShell *shell,
                                   PactEditor *editor);
void pact_template_dialog_present_renaming (PactShell *shell,
                                            PactTemplate *template);

G_END_DECLS
