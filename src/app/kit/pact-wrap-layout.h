/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_WRAP_LAYOUT (pact_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PactWrapLayout, pact_wrap_layout, PACT, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
