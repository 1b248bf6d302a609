/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "folder.h"
#include "pact-workspace.h"

/* A workspace in a folder of its own, for tests, and verbs that must succeed. */

typedef struct
{
  Folder *folder;
  char *path;
  PactWorkspace *workspace;
} WorkspaceFixture;

PactWorkspace *workspace_open (const char *path);
PactEditor *workspace_open_plan (PactWorkspace *workspace,
                                 const char *uuid);
char *workspace_create_plan (PactWorkspace *workspace,
                             const char *template_id,
                             const char *language,
                             const char *title);
void workspace_fixture_set_up (WorkspaceFixture *fixture,
                               gconstpointer data);
void workspace_fixture_tear_down (WorkspaceFixture *fixture,
                                  gconstpointer data);
guint workspace_count_plans (PactWorkspace *workspace);
PactPlanItem *workspace_find_item (PactWorkspace *workspace,
                                   const char *uuid);
PactElement *editor_get_root (PactEditor *editor);
PactElement *element_get_first (PactElement *parent,
                                const char *kind_name);
void editor_set (PactEditor *editor,
                 PactElement *element,
                 const char *field_name,
                 const char *value);
PactElement *editor_add (PactEditor *editor,
                         PactElement *parent,
                         const char *kind_name,
                         const char *field_name,
                         const char *value);
GBytes *workspace_export_draft (PactWorkspace *workspace,
                                const char *uuid);
char *workspace_export_text (PactWorkspace *workspace,
                             const char *uuid);
GPtrArray *workspace_import_text (PactWorkspace *workspace,
                                  const char *text,
                                  gboolean as_copy,
                                  GPtrArray **problems,
                                  GError **error);
char *text_replace (const char *text,
                    const char *old,
                    const char *new);
