/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *pact_translation_compile (const char *file_name,
                                  char **language,
                                  char **domain,
                                  GError **error);
char *pact_translation_try (const char *file_name,
                            GError **error);

G_END_DECLS
