/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

G_BEGIN_DECLS

char *pact_size_display (guint64 size,
                         const PactLocale *locale);

G_END_DECLS
