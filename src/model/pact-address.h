/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean pact_text_is_email (const char *text);
gboolean pact_text_contains_email (const char *text);
gboolean pact_text_is_url (const char *text);

G_END_DECLS
