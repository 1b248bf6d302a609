/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

/* Another program that has SQLite and nothing of ours. */

gint64 outside_query (const char *path,
                      const char *sql);
