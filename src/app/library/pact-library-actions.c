/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-file-dialog.h"
#include "pact-file-name.h"
#include "pact-library-actions.h"
#include "pact-plan-row.h"
#include "pact-shell.h"
#include "pact-text.h"

/* What can be done to whole plans from the list of plans. Each action takes the plan's UUID. */

/* A plan that is spoken of while somebody answers a question. */
typedef struct
{
  PactShell *shell;
  char *plan;
} Request;

static Request *
request_new (PactShell *shell,
             const char *plan)
{
  Request *request = g_new0 (Request, 1);

  request->shell = g_object_ref (shell);
  request->plan = g_strdup (plan);

  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->shell);
  g_free (request->plan);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static char *
dup_plan_name (PactWorkspace *workspace,
               const char *uuid)
{
  GListModel *plans = pact_workspace_get_plans (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);

      if (g_str_equal (pact_plan_item_get_uuid (item), uuid))
        return pact_plan_item_dup_name (item);
    }

  return g_strdup (uuid);
}

static void
open_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  pact_shell_open_plan (pact_shell_get (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
duplicated_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (PactShell) shell = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = pact_workspace_duplicate_finish (PACT_WORKSPACE (source), result, &error);

  if (copy != NULL)
    pact_shell_say (shell, _("The plan was duplicated."));
  else
    pact_shell_report (shell, _("The plan was not duplicated"), error);
}

static void
duplicate_activated (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  PactShell *shell = pact_shell_get (widget);
  PactWorkspace *workspace = pact_shell_get_workspace (shell);
  const char *plan = g_variant_get_string (parameter, NULL);
  g_autofree char *name = dup_plan_name (workspace, plan);
  g_autofree char *short_name = pact_text_shorten_title (name);
  /* Translators: %s is the title of a plan. */
  g_autofree char *title = g_strdup_printf (C_ ("what is being done", "Duplicating “%s”…"), short_name);
  g_autoptr (PactJob) job = pact_job_new (title);

  pact_workspace_duplicate_async (workspace, plan, job, duplicated_cb, g_object_ref (shell));
}

static void
trash_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  PactShell *shell = pact_shell_get (widget);
  PactWorkspace *workspace = pact_shell_get_workspace (shell);
  const char *plan = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_plan_name (workspace, plan);
  g_autofree char *short_name = NULL;
  g_autofree char *sentence = NULL;

  if (!pact_workspace_set_trashed (workspace, plan, TRUE, &error))
    {
      pact_shell_report (shell, _("The plan was not moved to the trash"), error);
      return;
    }

  short_name = pact_text_shorten_title (name);
  /* Translators: %s is the title of a plan. */
  sentence = g_strdup_printf (_("“%s” was moved to the trash."), short_name);
  pact_shell_say_with_undo (shell, sentence, "win.restore-plan", parameter);
}

static void
restore_activated (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  PactShell *shell = pact_shell_get (widget);
  PactWorkspace *workspace = pact_shell_get_workspace (shell);
  const char *plan = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_plan_name (workspace, plan);
  g_autofree char *short_name = NULL;
  g_autofree char *sentence = NULL;

  if (!pact_workspace_set_trashed (workspace, plan, FALSE, &error))
    {
      pact_shell_report (shell, _("The plan cannot be restored"), error);
      return;
    }

  short_name = pact_text_shorten_title (name);
  /* Translators: %s is the title of a plan. */
  sentence = g_strdup_printf (_("“%s” was restored."), short_name);
  pact_shell_say (shell, sentence);
}

/* Plans that are to be deleted for ever, once there is a backup. */
typedef struct
{
  PactShell *shell;
  GStrv plans;
  guint n_plans;
} Purge;

static Purge *
purge_new (PactShell *shell,
           const char *const *plans)
{
  Purge *purge = g_new0 (Purge, 1);

  purge->shell = g_object_ref (shell);
  purge->plans = g_strdupv ((char **) plans);
  purge->n_plans = g_strv_length (purge->plans);

  return purge;
}

static void
purge_free (gpointer data)
{
  Purge *purge = data;

  g_object_unref (purge->shell);
  g_strfreev (purge->plans);
  g_free (purge);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Purge, purge_free)

static void
purged_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Purge) purge = user_data;
  g_autoptr (GError) error = NULL;

  if (!pact_workspace_purge_finish (PACT_WORKSPACE (source), result, &error))
    pact_shell_report (purge->shell, ngettext ("The plan was not deleted", "The plans were not deleted", purge->n_plans), error);
}

static void
purge_now (Purge *purge)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("Deleting %u plan…", "Deleting %u plans…", purge->n_plans), purge->n_plans);
  g_autoptr (PactJob) job = pact_job_new (title);

  pact_workspace_purge_async (pact_shell_get_workspace (purge->shell), (const char *const *) purge->plans, job, purged_cb,
                              purge_new (purge->shell, (const char *const *) purge->plans));
}

static void
purge_anyway_cb (gboolean confirmed,
                 gpointer data)
{
  if (confirmed)
    purge_now (data);
}

static void
backed_up_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  Purge *purge = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PactBackup) backup = pact_backups_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      purge_free (purge);
      return;
    }
  if (backup == NULL)
    {
      pact_alert_confirm (GTK_WIDGET (purge->shell), _("Delete without a backup?"), error->message,
                          C_ ("button", "Delete without Backup"), TRUE, purge_anyway_cb, purge, purge_free);
      return;
    }
  purge_now (purge);
  purge_free (purge);
}

static void
back_up_and_purge (PactShell *shell,
                   const char *const *plans)
{
  const char *path = pact_workspace_get_path (pact_shell_get_workspace (shell));
  g_autoptr (PactJob) job = pact_job_new (C_ ("what is being done", "Making a backup before the deletion…"));

  pact_backups_make_async (path, PACT_BACKUP_PURGE, job, backed_up_cb, purge_new (shell, plans));
}

static void
delete_confirmed_cb (gboolean confirmed,
                     gpointer data)
{
  Request *request = data;
  const char *plans[] = { request->plan, NULL };

  if (confirmed)
    back_up_and_purge (request->shell, plans);
}

static void
delete_activated (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  PactShell *shell = pact_shell_get (widget);
  const char *plan = g_variant_get_string (parameter, NULL);
  g_autofree char *name = dup_plan_name (pact_shell_get_workspace (shell), plan);
  /* Translators: %s is the title of a plan. */
  g_autofree char *question = g_strdup_printf (_("Delete “%s” for ever?"), name);

  pact_alert_confirm (widget, question, _("The plan and its history will be gone. This cannot be undone. Backups keep it for up to a year."),
                      C_ ("button", "Delete"), TRUE, delete_confirmed_cb, request_new (shell, plan), request_free);
}

static GPtrArray *
list_trashed (PactWorkspace *workspace)
{
  GListModel *plans = pact_workspace_get_plans (workspace);
  GPtrArray *trashed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);

      if (pact_plan_item_is_trashed (item))
        g_ptr_array_add (trashed, g_strdup (pact_plan_item_get_uuid (item)));
    }

  return trashed;
}

static void
empty_confirmed_cb (gboolean confirmed,
                    gpointer data)
{
  PactShell *shell = data;
  g_autoptr (GPtrArray) trashed = NULL;

  if (!confirmed)
    return;
  trashed = list_trashed (pact_shell_get_workspace (shell));
  g_ptr_array_add (trashed, NULL);
  back_up_and_purge (shell, (const char *const *) trashed->pdata);
}

static void
empty_trash_activated (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  PactShell *shell = pact_shell_get (widget);
  g_autoptr (GPtrArray) trashed = list_trashed (pact_shell_get_workspace (shell));
  g_autofree char *body = g_strdup_printf (ngettext ("%u plan and its history will be gone. This cannot be undone. Backups keep it for up to a year.",
                                                     "%u plans and their history will be gone. This cannot be undone. Backups keep them for up to a year.",
                                                     trashed->len),
                                           trashed->len);

  pact_alert_confirm (widget, _("Empty the trash?"), body, C_ ("button", "Empty Trash"), TRUE, empty_confirmed_cb,
                      g_object_ref (shell), g_object_unref);
}

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (PactShell) shell = PACT_SHELL (user_data);
  g_autoptr (GError) error = NULL;

  if (pact_workspace_export_finish (PACT_WORKSPACE (source), result, NULL, &error))
    pact_shell_say (shell, _("The draft was exported."));
  else
    pact_shell_report (shell, _("The draft was not exported"), error);
}

static void
export_chosen_cb (GFile **files,
                  int n_files,
                  gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (PactJob) job = pact_job_new (C_ ("what is being done", "Writing the draft…"));

  if (n_files == 1)
    pact_workspace_export_async (pact_shell_get_workspace (request->shell), request->plan, files[0], TRUE, FALSE, job,
                                 exported_cb, g_object_ref (request->shell));
}

static void
export_activated (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  PactShell *shell = pact_shell_get (widget);
  const char *plan = g_variant_get_string (parameter, NULL);
  g_autofree char *name = dup_plan_name (pact_shell_get_workspace (shell), plan);
  g_autofree char *stem = pact_file_name_from_text (name);
  /* Translators: the name of a file; %s is an authority and a period, or the title of a plan. */
  g_autofree char *file_name = g_strdup_printf (C_ ("file name", "%s (draft).json"), stem);

  pact_shell_flush (shell);
  pact_file_dialog_save (widget, C_ ("dialog", "Export Draft"), file_name, export_chosen_cb, request_new (shell, plan));
}

/**
 * pact_library_actions_install:
 * @widget_class: the class of a page in a #PactShell
 *
 * Gives the class the actions “library.…” for plans.
 */
void
pact_library_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "library.open", "s", open_activated);
  gtk_widget_class_install_action (widget_class, "library.duplicate", "s", duplicate_activated);
  gtk_widget_class_install_action (widget_class, "library.export", "s", export_activated);
  gtk_widget_class_install_action (widget_class, "library.trash", "s", trash_activated);
  gtk_widget_class_install_action (widget_class, "library.restore", "s", restore_activated);
  gtk_widget_class_install_action (widget_class, "library.delete", "s", delete_activated);
  gtk_widget_class_install_action (widget_class, "library.empty-trash", NULL, empty_trash_activated);
}

/**
 * pact_library_actions_set_read_only:
 * @page: a page that has the actions
 * @is_read_only: whether nothing can be changed in the library
 *
 * Switches off what would fail.
 */
void
pact_library_actions_set_read_only (GtkWidget *page,
                                    gboolean is_read_only)
{
  static const char *const actions[] = { "library.duplicate", "library.trash", "library.restore", "library.delete",
                                         "library.empty-trash" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (page, actions[i], !is_read_only);
}
