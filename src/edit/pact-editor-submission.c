/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-submission"

#include "config.h"

#include "pact-editor-private.h"
#include "pact-text.h"

/* What is remembered of submissions. */

/**
 * pact_receipt_free:
 * @receipt: a receipt
 */
void
pact_receipt_free (PactReceipt *receipt)
{
  g_free (receipt->digest);
  g_free (receipt);
}

static PactElement *
find_submission (PactPlan *plan,
                 const char *digest)
{
  GListModel *submissions = pact_element_get_children_by_name (pact_plan_get_root (plan), "submission");

  for (guint i = 0; i < g_list_model_get_n_items (submissions); i++)
    {
      g_autoptr (PactElement) submission = g_list_model_get_item (submissions, i);

      if (g_strcmp0 (pact_element_get (submission, "digest"), digest) == 0)
        return submission;
    }

  return NULL;
}

static guint
get_revision (PactElement *submission)
{
  const char *text = pact_element_get (submission, "revision");

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

/**
 * pact_plan_find_revision:
 * @plan: a plan
 * @digest: the digest of the plan as it is
 *
 * Returns: the number under which the plan would be submitted: that of an earlier submission with the same digest, or one
 *   more than the last
 */
guint
pact_plan_find_revision (PactPlan *plan,
                         const char *digest)
{
  GListModel *submissions;
  PactElement *same;
  guint latest = 0;

  g_return_val_if_fail (PACT_IS_PLAN (plan), 0);
  g_return_val_if_fail (digest != NULL, 0);

  submissions = pact_element_get_children_by_name (pact_plan_get_root (plan), "submission");
  same = find_submission (plan, digest);
  if (same != NULL)
    return get_revision (same);

  for (guint i = 0; i < g_list_model_get_n_items (submissions); i++)
    {
      g_autoptr (PactElement) submission = g_list_model_get_item (submissions, i);

      latest = MAX (latest, get_revision (submission));
    }

  return latest + 1;
}

/* A file may have any name; what is remembered of it is text. */
static char *
dup_file_text (const PactKind *kind,
               const char *file_name)
{
  g_autofree char *name = g_filename_display_name (file_name);
  g_autofree char *line = pact_text_clean_line (name);

  return pact_text_is_blank (line) ? NULL : pact_text_shorten (line, pact_kind_find_field (kind, "file")->maximum);
}

/**
 * pact_editor_record_submission:
 * @self: an editor
 * @receipt: what was written
 * @file_name: (nullable): the name of the file that was written, without its folder
 * @error: return location for an error
 *
 * Remembers that the plan was exported for submission, unless that is known already. The plan may have been changed since.
 * That is no edit: undo does not take it back, and passes over it.
 *
 * Returns: whether it is remembered; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_record_submission (PactEditor *self,
                               const PactReceipt *receipt,
                               const char *file_name,
                               GError **error)
{
  PactElement *root;
  const PactKind *kind;
  g_autoptr (PactRecord) record = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (receipt != NULL, FALSE);

  if (find_submission (pact_editor_get_plan (self), receipt->digest) != NULL)
    return TRUE;

  root = pact_plan_get_root (pact_editor_get_plan (self));
  kind = pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), "submission");
  record = pact_record_new (kind, pact_element_get_uuid (root));
  revision = g_strdup_printf ("%u", receipt->revision);
  file = file_name != NULL ? dup_file_text (kind, file_name) : NULL;
  pact_record_set (record, "date", record->created);
  pact_record_set (record, "revision", revision);
  pact_record_set (record, "digest", receipt->digest);
  pact_record_set (record, "file", file);
  pact_record_set (record, "state", "exported");

  if (!_pact_editor_begin (self, "submit", kind, NULL, error))
    return FALSE;

  return _pact_editor_end (self,
                           _pact_editor_find_position (self, root, kind, NULL, &record->position, error)
                             && pact_library_insert (_pact_editor_get_library (self), record, error),
                           error);
}
