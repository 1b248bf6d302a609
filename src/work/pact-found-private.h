/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-found.h"
#include "pact-library.h"

/* What the workspace makes of what a search has found. */

G_BEGIN_DECLS

PactFound *_pact_found_new (PactSearchHit *hit);

G_END_DECLS
