/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

/*
 * Where words may be broken at the end of a line, by the patterns that the packages hyphen-de, hyphen-fr and so on install.
 */

G_BEGIN_DECLS

char *pact_hyphens_insert (const char *text,
                           const char *language);

G_END_DECLS
