/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "folder.h"
#include "pact-workspace.h"

/* A plan from the program's own template, and what another program would read of it. */
typedef struct
{
  Folder *folder;
  char *path;
  char *uuid;
  PactWorkspace *workspace;
  PactWorkspace *other;
  PactEditor *editor;
  guint n_edited;
  guint n_can_undo;
  guint n_can_redo;
} EditorFixture;

void editor_fixture_open (EditorFixture *fixture);
void editor_fixture_close (EditorFixture *fixture);
char *editor_create_plan (PactWorkspace *workspace,
                          const char *template_id);
void editor_fixture_set_up (EditorFixture *fixture,
                            gconstpointer data);
void editor_fixture_tear_down (EditorFixture *fixture,
                               gconstpointer data);
PactElement *editor_get_root (EditorFixture *fixture);
PactElement *element_get_child (PactElement *parent,
                                const char *kind_name,
                                guint nth);
guint element_count_children (PactElement *parent,
                              const char *kind_name);
void editor_check_agrees (EditorFixture *fixture);
char *editor_copy (PactEditor *editor,
                   PactElement *element);
char *editor_cut (PactEditor *editor,
                  PactElement *element,
                  GError **error);
PactElement *editor_paste (PactEditor *editor,
                           PactElement *target,
                           const char *text,
                           GError **error);
void editor_undo (EditorFixture *fixture);
void editor_redo (EditorFixture *fixture);
