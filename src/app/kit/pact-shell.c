/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-shell"

#include "config.h"

#include "pact-shell.h"

/**
 * PactShell:
 *
 * What may be asked of the window by what stands in it, which need not know the window for that: to write what is typed, to tell
 * the person something, to go elsewhere.
 */
G_DEFINE_INTERFACE (PactShell, pact_shell, GTK_TYPE_WIDGET)

static void
pact_shell_default_init (PactShellInterface *iface)
{
}

/**
 * pact_shell_get:
 * @widget: something in a window
 *
 * Returns: (transfer none) (nullable): the window that @widget stands in, as far as others need to know it
 */
PactShell *
pact_shell_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return PACT_SHELL (gtk_widget_get_ancestor (widget, PACT_TYPE_SHELL));
}

/**
 * pact_shell_get_workspace:
 * @self: a shell
 *
 * Returns: (transfer none): the open library
 */
PactWorkspace *
pact_shell_get_workspace (PactShell *self)
{
  g_return_val_if_fail (PACT_IS_SHELL (self), NULL);

  return PACT_SHELL_GET_IFACE (self)->get_workspace (self);
}

/**
 * pact_shell_get_settings:
 * @self: a shell
 *
 * Returns: (transfer none): the program's settings
 */
GSettings *
pact_shell_get_settings (PactShell *self)
{
  g_return_val_if_fail (PACT_IS_SHELL (self), NULL);

  return PACT_SHELL_GET_IFACE (self)->get_settings (self);
}

/**
 * pact_shell_flush:
 * @self: a shell
 *
 * Writes everything that is typed but not saved yet.
 */
void
pact_shell_flush (PactShell *self)
{
  g_return_if_fail (PACT_IS_SHELL (self));

  PACT_SHELL_GET_IFACE (self)->flush (self);
}

/**
 * pact_shell_say:
 * @self: a shell
 * @sentence: what has happened
 *
 * Tells something that can be overlooked without harm.
 */
void
pact_shell_say (PactShell *self,
                const char *sentence)
{
  g_return_if_fail (PACT_IS_SHELL (self));

  PACT_SHELL_GET_IFACE (self)->say (self, sentence);
}

/**
 * pact_shell_say_with_button:
 * @self: a shell
 * @sentence: what has happened
 * @label: what the button says
 * @action_name: the action of the window that it activates
 * @target: (nullable): the action's parameter
 *
 * Tells something that can be overlooked without harm, and offers what one may want next.
 */
void
pact_shell_say_with_button (PactShell *self,
                            const char *sentence,
                            const char *label,
                            const char *action_name,
                            GVariant *target)
{
  g_return_if_fail (PACT_IS_SHELL (self));

  PACT_SHELL_GET_IFACE (self)->say_with_button (self, sentence, label, action_name, target);
}

/**
 * pact_shell_say_in_passing:
 * @self: a shell
 * @sentence: what has happened
 *
 * Tells something that only counts until the next thing is told this way, which takes its place.
 */
void
pact_shell_say_in_passing (PactShell *self,
                           const char *sentence)
{
  g_return_if_fail (PACT_IS_SHELL (self));

  PACT_SHELL_GET_IFACE (self)->say_in_passing (self, sentence);
}

/**
 * pact_shell_say_with_undo:
 * @self: a shell
 * @sentence: what has happened
 * @action_name: the action that takes it back
 * @target: (nullable): the action's parameter
 *
 * Tells something that can be taken back with a button. The message goes with the next edit, and when another page is
 * shown.
 */
void
pact_shell_say_with_undo (PactShell *self,
                          const char *sentence,
                          const char *action_name,
                          GVariant *target)
{
  g_return_if_fail (PACT_IS_SHELL (self));

  PACT_SHELL_GET_IFACE (self)->say_with_undo (self, sentence, action_name, target);
}

/**
 * pact_shell_report:
 * @self: a shell
 * @heading: what did not work
 * @error: why
 *
 * Tells a failure that must not be overlooked.
 *
 * Nobody is told of what they have stopped themselves.
 */
void
pact_shell_report (PactShell *self,
                   const char *heading,
                   const GError *error)
{
  g_return_if_fail (PACT_IS_SHELL (self));
  g_return_if_fail (error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    PACT_SHELL_GET_IFACE (self)->report (self, heading, error);
}

/**
 * pact_shell_show_library:
 * @self: a shell
 *
 * Shows all plans. What was typed is written first.
 */
void
pact_shell_show_library (PactShell *self)
{
  g_return_if_fail (PACT_IS_SHELL (self));

  PACT_SHELL_GET_IFACE (self)->show_library (self);
}

/**
 * pact_shell_open_plan:
 * @self: a shell
 * @plan_uuid: the UUID of a plan of the library
 * @element_uuid: (nullable): the UUID of an element to go to
 *
 * Opens a plan. A failure is told to the person.
 *
 * Returns: whether the plan is open now
 */
gboolean
pact_shell_open_plan (PactShell *self,
                      const char *plan_uuid,
                      const char *element_uuid)
{
  g_return_val_if_fail (PACT_IS_SHELL (self), FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);

  return PACT_SHELL_GET_IFACE (self)->open_plan (self, plan_uuid, element_uuid);
}

/**
 * pact_shell_show_section:
 * @self: a shell with an open plan
 * @name: the name of a section of the plan, such as `measures`
 *
 * Goes to a section of the plan that is open.
 */
void
pact_shell_show_section (PactShell *self,
                         const char *name)
{
  g_return_if_fail (PACT_IS_SHELL (self));

  PACT_SHELL_GET_IFACE (self)->show_section (self, name);
}

/**
 * pact_shell_reveal:
 * @self: a shell
 * @element_uuid: the UUID of an element of the open plan
 * @field_name: (nullable): the name of a field of it, %NULL for the whole element
 *
 * Goes to where an element or a field of the plan that is open is edited.
 *
 * Returns: whether there is such a place
 */
gboolean
pact_shell_reveal (PactShell *self,
                   const char *element_uuid,
                   const char *field_name)
{
  g_return_val_if_fail (PACT_IS_SHELL (self), FALSE);

  return PACT_SHELL_GET_IFACE (self)->reveal (self, element_uuid, field_name);
}
