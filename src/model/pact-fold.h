/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *pact_text_fold (const char *text);
char *pact_text_fold_with_places (const char *text,
                                  GArray *places);
char *pact_text_make_key (const char *text);
gboolean pact_text_is_same_name (const char *a,
                                 const char *b);

G_END_DECLS
