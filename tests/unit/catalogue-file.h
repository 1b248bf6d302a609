/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

/* Makes .mo files for tests, also such as msgfmt would never make. */

GByteArray *catalogue_file_new (const char *const *pairs,
                                gboolean big_endian);
void catalogue_file_set (GByteArray *file,
                         gsize offset,
                         guint32 number,
                         gboolean big_endian);
void catalogue_file_install (const char *folder,
                             const char *locale,
                             const char *domain,
                             const char *const *pairs);
