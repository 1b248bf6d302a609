/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

/* Between the tags by which a plan names its language and the folders in which gettext keeps them. */

G_BEGIN_DECLS

char **pact_locales_for_language (const char *language);
char *pact_language_for_locale (const char *locale);

G_END_DECLS
