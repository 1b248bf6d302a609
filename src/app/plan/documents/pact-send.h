/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-document.h"
#include "pact-shell.h"

G_BEGIN_DECLS

void pact_send (PactShell *shell,
                PactDocument *document,
                const char *name);

G_END_DECLS
