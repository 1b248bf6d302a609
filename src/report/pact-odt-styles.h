/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-document.h"

G_BEGIN_DECLS

/* Between the columns of a table, in millimetres. */
#define PACT_ODT_GUTTER 3.5

double pact_odt_styles_get_text_width (PactDocument *document);
const char *pact_odt_styles_get_after (const char *name);
char *pact_odt_styles_dup_length (double millimetres);
void pact_odt_styles_append_language (GString *text,
                                      const char *language);
void pact_odt_styles_append_cells (GString *text);
GBytes *pact_odt_styles_write (PactDocument *document);

G_END_DECLS
