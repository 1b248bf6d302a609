/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-pages.h"

G_BEGIN_DECLS

#define PACT_TYPE_PREVIEW (pact_preview_get_type ())
G_DECLARE_FINAL_TYPE (PactPreview, pact_preview, PACT, PREVIEW, AdwBin)

PactPages *pact_preview_get_pages (PactPreview *self);
void pact_preview_set_pages (PactPreview *self,
                             PactPages *pages,
                             gboolean keep_place);

G_END_DECLS
