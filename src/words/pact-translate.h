/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

/* The program's texts in any language that it knows, from any thread; gettext has one language a process. */

G_BEGIN_DECLS

const char *pact_translate (const char *context,
                            const char *message,
                            const PactLocale *locale) G_GNUC_FORMAT (2);

G_END_DECLS
