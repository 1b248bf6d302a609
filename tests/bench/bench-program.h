/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-application.h"
#include "pact-window.h"

G_BEGIN_DECLS

/* The program, in the process of the benchmark, as main.c starts it. */

PactApplication *bench_program_new (void);
PactWindow *bench_program_show (PactApplication *application,
                                PactWorkspace *workspace);
GtkWidget *bench_program_find (GtkWidget *widget,
                               GType type);

G_END_DECLS
