/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workspace"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-work-error.h"
#include "pact-workspace-private.h"

/* Whole plans: made, duplicated, put into the trash and deleted. */

static gboolean
are_new (PactLibrary *library,
         GPtrArray *records,
         GError **error)
{
  const PactRecord *root = g_ptr_array_index (records, 0);

  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);
      g_autofree char *owner = pact_library_find_plan_of (library, record->uuid);

      if (owner == NULL)
        continue;
      g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS,
                   g_str_equal (owner, root->uuid)
                     ? _("The library has this plan already. It can be imported as a copy.")
                     : _("Another plan of the library has elements of this one. It can be imported as a copy."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
insert_all (PactLibrary *library,
            GPtrArray *records,
            PactJob *job,
            GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (pact_job_get_cancellable (job), error)
          || !pact_library_insert (library, g_ptr_array_index (records, i), error))
        return FALSE;
      pact_job_set_progress (job, (i + 1) / (double) records->len);
    }

  return TRUE;
}

/* Writes a whole new plan as one edit, which is not undone: the plan begins with it. What is there is looked at when nobody
 * else can write any more, as somebody may be writing the same plan. */
gboolean
_pact_library_add_plan (PactLibrary *library,
                        GPtrArray *records,
                        const char *verb,
                        const char *author,
                        PactAnswerFunc answer,
                        gpointer answer_data,
                        PactJob *job,
                        GError **error)
{
  PactRecord *root = g_ptr_array_index (records, 0);
  PactEditInfo info = { .plan = root->uuid, .verb = verb, .kind = root->kind->name, .author = author };
  g_autoptr (GPtrArray) changes = NULL;

  if (!pact_library_begin (library, &info, error))
    return FALSE;
  if (!are_new (library, records, error) || !insert_all (library, records, job, error)
      || (answer != NULL && !answer (root->uuid, answer_data, error)))
    {
      pact_library_rollback (library);
      return FALSE;
    }
  changes = pact_library_commit (library, error);

  return changes != NULL;
}

static gboolean
add_plan (PactWorkspace *self,
          GPtrArray *records,
          GError **error)
{
  gpointer answer_data;
  PactAnswerFunc answer = _pact_workspace_get_answer (self, &answer_data);

  return _pact_library_add_plan (_pact_workspace_get_library (self), records, "create", _pact_workspace_get_author (self), answer,
                                 answer_data, NULL, error)
         && pact_workspace_refresh (self, error);
}

/* What somebody answered stands for what the template says. */
static void
fill_root (PactRecord *root,
           const PactRecord *answers)
{
  for (gsize i = 0; i < root->kind->n_fields; i++)
    {
      if (answers->values[i] != NULL)
        pact_record_set (root, root->kind->fields[i].name, answers->values[i]);
    }
}

/**
 * pact_workspace_create_plan:
 * @self: a workspace
 * @answers: the plan itself, as far as it is known: its values in canonical form, with the id of its template unless it
 *   begins empty
 * @error: return location for an error
 *
 * Makes a new plan. One without a title gets that of pact_plan_dup_proposed_title().
 *
 * Returns: (transfer full) (nullable): the new plan's UUID, or %NULL with @error set to
 *   %PACT_WORK_ERROR_NOT_FOUND if there is no such template, or an error of %PACT_DB_ERROR
 */
char *
pact_workspace_create_plan (PactWorkspace *self,
                            const PactRecord *answers,
                            GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  const char *template_id;
  PactRecord *root;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (answers != NULL, NULL);

  template_id = pact_record_get (answers, "template_id");
  if (template_id != NULL)
    {
      PactTemplate *template = pact_template_library_find (pact_workspace_get_templates (self), template_id);

      if (template == NULL)
        {
          g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_NOT_FOUND, _("There is no template “%s”."), template_id);
          return NULL;
        }
      records = pact_template_instantiate (template, pact_record_get (answers, "language"));
    }
  else
    {
      records = pact_record_list_new ();
      g_ptr_array_add (records, pact_record_new (answers->kind, NULL));
    }

  root = g_ptr_array_index (records, 0);
  fill_root (root, answers);
  if (pact_record_get (answers, "title") == NULL)
    {
      g_autofree char *title = pact_plan_dup_proposed_title (answers);

      pact_record_set (root, "title", title);
    }
  pact_record_set (root, "state", "drafting");

  return add_plan (self, records, error) ? g_strdup (root->uuid) : NULL;
}

/**
 * pact_workspace_set_trashed:
 * @self: a workspace
 * @plan_uuid: a plan
 * @trashed: %TRUE to put it into the trash, %FALSE to take it out
 * @error: return location for an error
 *
 * Returns: whether it lies there now; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_workspace_set_trashed (PactWorkspace *self,
                            const char *plan_uuid,
                            gboolean trashed,
                            GError **error)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  return pact_library_set_trashed (_pact_workspace_get_library (self), plan_uuid, trashed, error) && pact_workspace_refresh (self, error);
}
