/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-submission"

#include "config.h"

#include "pact-editor-private.h"
#include "pact-json.h"
#include "pact-workspace-private.h"

/* What is remembered of submissions. */

/* The number under which the plan as it is would be submitted: that of an earlier submission with
 * the same digest, which is then recorded already, or one more than the last. */
guint
_pact_plan_find_revision (PactPlan *plan,
                          const char *digest,
                          gboolean *recorded)
{
  GListModel *submissions = pact_element_get_children_by_name (pact_plan_get_root (plan), "submission");
  guint latest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (submissions); i++)
    {
      g_autoptr (PactElement) submission = g_list_model_get_item (submissions, i);
      const char *text = pact_element_get (submission, "revision");
      guint revision = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

      *recorded = g_strcmp0 (pact_element_get (submission, "digest"), digest) == 0;
      if (*recorded)
        return revision;
      latest = MAX (latest, revision);
    }
  *recorded = FALSE;

  return latest + 1;
}

/**
 * pact_editor_record_submission:
 * @self: an editor
 * @file_name: the name of the file that was written, without its folder
 * @withhold_personal: whether fields with personal data were left out of it
 * @error: return location for an error
 *
 * Remembers that the plan as it is now was exported for submission, unless that is known already.
 *
 * Returns: whether it is remembered; %FALSE with @error set to an error of %PACT_STORE_ERROR
 */
gboolean
pact_editor_record_submission (PactEditor *self,
                               const char *file_name,
                               gboolean withhold_personal,
                               GError **error)
{
  PactElement *root;
  const PactKind *kind;
  g_autoptr (PactRecord) record = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *revision = NULL;
  gboolean recorded;
  guint number;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  digest = pact_json_digest_plan (pact_editor_get_plan (self), withhold_personal);
  number = _pact_plan_find_revision (pact_editor_get_plan (self), digest, &recorded);
  if (recorded)
    return TRUE;

  root = pact_plan_get_root (pact_editor_get_plan (self));
  kind = pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), "submission");
  record = pact_record_new (kind, pact_element_get_uuid (root));
  revision = g_strdup_printf ("%u", number);
  pact_record_set (record, "date", record->created);
  pact_record_set (record, "revision", revision);
  pact_record_set (record, "digest", digest);
  pact_record_set (record, "file", file_name);
  pact_record_set (record, "state", "exported");

  if (!_pact_editor_begin (self, "add", kind, NULL, error))
    return FALSE;

  return _pact_editor_end (self,
                           _pact_editor_find_position (self, root, kind, NULL, NULL, &record->position, error) &&
                             pact_library_insert (_pact_editor_get_library (self), record, error),
                           error);
}
