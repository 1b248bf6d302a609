/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

#define PACT_TYPE_SHELL (pact_shell_get_type ())
G_DECLARE_INTERFACE (PactShell, pact_shell, PACT, SHELL, GtkWidget)

/**
 * PactShellInterface:
 * @get_workspace: see pact_shell_get_workspace()
 * @get_settings: see pact_shell_get_settings()
 * @flush: see pact_shell_flush()
 * @say: see pact_shell_say()
 * @say_with_button: see pact_shell_say_with_button()
 * @say_in_passing: see pact_shell_say_in_passing()
 * @say_with_undo: see pact_shell_say_with_undo()
 * @report: see pact_shell_report()
 * @show_library: see pact_shell_show_library()
 * @open_plan: see pact_shell_open_plan()
 * @show_section: see pact_shell_show_section()
 * @reveal: see pact_shell_reveal()
 *
 * What a window does for what stands in it.
 */
struct _PactShellInterface
{
  GTypeInterface parent_interface;

  PactWorkspace *(*get_workspace) (PactShell *self);
  GSettings *(*get_settings) (PactShell *self);
  void (*flush) (PactShell *self);
  void (*say) (PactShell *self,
               const char *sentence);
  void (*say_with_button) (PactShell *self,
                           const char *sentence,
                           const char *label,
                           const char *action_name,
                           GVariant *target);
  void (*say_in_passing) (PactShell *self,
                          const char *sentence);
  void (*say_with_undo) (PactShell *self,
                         const char *sentence,
                         const char *action_name,
                         GVariant *target);
  void (*report) (PactShell *self,
                  const char *heading,
                  const GError *error);
  void (*show_library) (PactShell *self);
  gboolean (*open_plan) (PactShell *self,
                         const char *plan_uuid,
                         const char *element_uuid);
  void (*show_section) (PactShell *self,
                        const char *name);
  gboolean (*reveal) (PactShell *self,
                      const char *element_uuid,
                      const char *field_name);
};

PactShell *pact_shell_get (GtkWidget *widget);

PactWorkspace *pact_shell_get_workspace (PactShell *self);
GSettings *pact_shell_get_settings (PactShell *self);
void pact_shell_flush (PactShell *self);

/* Telling the person something. */
void pact_shell_say (PactShell *self,
                     const char *sentence);
void pact_shell_say_with_button (PactShell *self,
                                 const char *sentence,
                                 const char *label,
                                 const char *action_name,
                                 GVariant *target);
void pact_shell_say_in_passing (PactShell *self,
                                const char *sentence);
void pact_shell_say_with_undo (PactShell *self,
                               const char *sentence,
                               const char *action_name,
                               GVariant *target);
void pact_shell_report (PactShell *self,
                        const char *heading,
                        const GError *error);

/* Going elsewhere. */
void pact_shell_show_library (PactShell *self);
gboolean pact_shell_open_plan (PactShell *self,
                               const char *plan_uuid,
                               const char *element_uuid);
void pact_shell_show_section (PactShell *self,
                              const char *name);
gboolean pact_shell_reveal (PactShell *self,
                            const char *element_uuid,
                            const char *field_name);

G_END_DECLS
