/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *pact_html_table_parse (const char *html);

G_END_DECLS
