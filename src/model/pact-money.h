/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int pact_currency_get_digits (const char *currency);
gint64 pact_currency_count_minor_units (const char *currency);

G_END_DECLS
