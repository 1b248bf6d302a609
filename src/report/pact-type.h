/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <pango/pangocairo.h>

/* The type in which documents are set: one family, three weights. */

G_BEGIN_DECLS

/* The family is the one that the package fonts-lato installs; letters that it lacks come from others. */
#define PACT_TYPE_FAMILY "Lato, Sans"

PangoContext *pact_type_create_context (const char *language,
                                        gboolean is_right_to_left);

G_END_DECLS
