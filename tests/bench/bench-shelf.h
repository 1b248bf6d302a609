/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-workspace.h"

G_BEGIN_DECLS

/* A library in a folder of its own, with as many plans of as many measures as a benchmark needs. */
typedef struct
{
  char *folder;
  char *path;
  PactWorkspace *workspace;
} BenchShelf;

void bench_shelf_set_up (BenchShelf *shelf);
void bench_shelf_tear_down (BenchShelf *shelf);
GBytes *bench_make_plan (PactWorkspace *workspace,
                         guint n_measures);
char *bench_import (PactWorkspace *workspace,
                    GBytes *plan);

G_END_DECLS
