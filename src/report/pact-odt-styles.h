/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-document.h"

G_BEGIN_DECLS

GBytes *pact_odt_styles_write (PactDocument *document);

G_END_DECLS
