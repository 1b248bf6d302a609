/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-application.h"
#include "pact-window.h"
#include "pact-workspace.h"

/* A plan with one measure in a library of its own, and a window to show widgets in. */
typedef struct
{
  char *folder;
  char *path;
  PactWorkspace *workspace;
  PactEditor *editor;
  PactElement *objective; /* borrowed */
  PactElement *measure;   /* borrowed */
  GtkWindow *window;
} WidgetFixture;

/* What is waited for. */
typedef gboolean (*WidgetCondition) (gpointer data);

void widget_fixture_set_up (WidgetFixture *fixture,
                            gconstpointer data);
void widget_fixture_tear_down (WidgetFixture *fixture,
                               gconstpointer data);
void widget_fixture_show (WidgetFixture *fixture,
                          GtkWidget *widget);
void widget_wait (WidgetCondition condition,
                  gpointer data);
void widget_wait_until_saved (void);
void widget_wait_for_frames (GtkWidget *widget);
PactElement *widget_fixture_add (WidgetFixture *fixture,
                                 PactElement *parent,
                                 const char *kind,
                                 const char *field,
                                 const char *value);
char *widget_fixture_read (WidgetFixture *fixture,
                           PactElement *element,
                           const char *field_name);
GtkWidget *widget_find (GtkWidget *widget,
                        GType type,
                        guint nth);
GSettings *widget_settings_new (void);
PactApplication *widget_application_new (void);
PactWindow *widget_window_show (PactApplication *application,
                                PactWorkspace *workspace);
int widget_test_run (int argc,
                     char *argv[],
                     void (*add_tests) (void));
