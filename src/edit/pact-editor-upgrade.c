/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-upgrade"

#include "config.h"

#include "pact-editor-private.h"

/* A plan follows newer versions of the templates that it came from. */

static PactLanding *
ensure_landing (GPtrArray *landings,
                const PactUpgradeAddition *addition)
{
  PactLanding *landing;

  for (guint i = 0; i < landings->len; i++)
    {
      landing = g_ptr_array_index (landings, i);
      if (landing->parent == addition->parent && landing->kind == addition->record->kind && landing->before == addition->before)
        return landing;
    }

  landing = _pact_landing_new (addition->parent, addition->record->kind, addition->before);
  g_ptr_array_add (landings, landing);

  return landing;
}

static gboolean
add_all (PactEditor *self,
         GPtrArray *additions,
         GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GPtrArray) landings = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_landing_free);

  for (guint i = 0; i < additions->len; i++)
    {
      const PactUpgradeAddition *addition = g_ptr_array_index (additions, i);

      g_ptr_array_add (records, addition->record);
      if (addition->parent != NULL)
        g_ptr_array_add (ensure_landing (landings, addition)->records, addition->record);
    }

  return _pact_editor_land (self, records, landings, NULL, error);
}

static gboolean
fill_all (PactEditor *self,
          GPtrArray *fills,
          GError **error)
{
  gboolean success = TRUE;

  for (guint i = 0; success && i < fills->len; i++)
    {
      const PactUpgradeFill *fill = g_ptr_array_index (fills, i);

      success = pact_library_update (_pact_editor_get_library (self), pact_element_get_uuid (fill->element), fill->field,
                                     fill->value, error);
    }

  return success;
}

static gboolean
remove_all (PactEditor *self,
            GPtrArray *removals,
            GError **error)
{
  gboolean success = TRUE;

  for (guint i = 0; success && i < removals->len; i++)
    success = pact_library_delete (_pact_editor_get_library (self), pact_element_get_uuid (g_ptr_array_index (removals, i)), error);

  return success;
}

/**
 * pact_editor_upgrade:
 * @self: an editor
 * @upgrade: what newer templates would change in its plan, made since the plan was last changed
 * @error: return location for an error
 *
 * Takes over what @upgrade says is taken, as one step of undo. The rest of the plan stays as it is; it is known to follow the
 * newer versions from then on, so what was not taken is not asked for again.
 *
 * Returns: whether it does; %FALSE with @error set to an error of %PACT_DB_ERROR if nothing was changed
 */
gboolean
pact_editor_upgrade (PactEditor *self,
                     PactUpgrade *upgrade,
                     GError **error)
{
  g_autoptr (GPtrArray) additions = NULL;
  g_autoptr (GPtrArray) fills = NULL;
  g_autoptr (GPtrArray) removals = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (upgrade != NULL && pact_upgrade_get_plan (upgrade) == pact_editor_get_plan (self), FALSE);

  additions = pact_upgrade_list_additions (upgrade);
  fills = pact_upgrade_list_fills (upgrade);
  removals = pact_upgrade_list_removals (upgrade);
  if (additions->len == 0 && fills->len == 0 && removals->len == 0)
    return TRUE;

  pact_editor_end_step (self);

  return _pact_editor_begin (self, "upgrade", NULL, NULL, error)
         && _pact_editor_end (self,
                              add_all (self, additions, error) && fill_all (self, fills, error) && remove_all (self, removals, error),
                              error);
}
