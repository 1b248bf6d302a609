/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "folder.h"
#include "outside.h"
#include "pact-library.h"
#include "pact-plan.h"

/* A library in a folder of its own, for tests. */

typedef struct
{
  Folder *folder;
  char *path;
  PactLibrary *library;
} LibraryFixture;

void library_fixture_set_up (LibraryFixture *fixture,
                             gconstpointer data);
void library_fixture_tear_down (LibraryFixture *fixture,
                                gconstpointer data);
void library_fixture_reopen (LibraryFixture *fixture);

void library_count_steps (void);
gint64 library_take_steps (void);
PactLibrary *library_open (const char *path);
char *library_add_sample (PactLibrary *library);
char *library_add_large (PactLibrary *library,
                         guint n_risks);
PactPlan *library_load_plan (PactLibrary *library,
                             const char *plan);
char *library_dump_plan (PactLibrary *library,
                         const char *plan);
void library_begin (PactLibrary *library,
                    const char *plan,
                    const char *verb,
                    const char *merge_key);
void library_commit (PactLibrary *library);
char *library_add (PactLibrary *library,
                   const char *plan,
                   const char *kind,
                   const char *parent,
                   const char *field,
                   const char *value);
void library_set (PactLibrary *library,
                  const char *plan,
                  const char *uuid,
                  const char *kind,
                  const char *field,
                  const char *value,
                  const char *merge_key);
void library_check_summary (PactLibrary *library,
                            const char *plan);
void library_check_sound (PactLibrary *library);
