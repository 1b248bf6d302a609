/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *pact_paths_get_templates_dir (void);
char *pact_paths_dup_example (void);
const char *pact_paths_get_locale_dir (const char *domain);
const char *pact_paths_get_settings_schema_dir (void);

G_END_DECLS
