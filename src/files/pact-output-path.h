/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *_pact_output_resolve (const char *path,
                            int *descriptor,
                            GError **error);

G_END_DECLS
