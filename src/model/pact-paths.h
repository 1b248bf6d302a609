/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The gettext domain of what the templates say. */
#define PACT_TEMPLATE_DOMAIN "pact-planner-templates"

const char *pact_paths_get_templates_dir (void);
char *pact_paths_dup_example (void);
const char *pact_paths_get_locale_dir (const char *domain);
void pact_paths_set_locale_dir (const char *domain,
                                const char *folder);
const char *pact_paths_get_settings_schema_dir (void);

G_END_DECLS
