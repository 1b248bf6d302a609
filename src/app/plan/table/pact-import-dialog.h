/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"
#include "pact-shell.h"

G_BEGIN_DECLS

#define PACT_TYPE_IMPORT_DIALOG (pact_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PactImportDialog, pact_import_dialog, PACT, IMPORT_DIALOG, AdwWindow)

void pact_import_dialog_present (PactShell *shell,
                                 PactEditor *editor);

G_END_DECLS
