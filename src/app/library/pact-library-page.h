/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

#define PACT_TYPE_LIBRARY_PAGE (pact_library_page_get_type ())
G_DECLARE_FINAL_TYPE (PactLibraryPage, pact_library_page, PACT, LIBRARY_PAGE, AdwBin)

void pact_library_page_set_workspace (PactLibraryPage *self,
                                      PactWorkspace *workspace);

G_END_DECLS
