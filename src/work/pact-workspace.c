/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workspace"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-found-private.h"
#include "pact-home.h"
#include "pact-plan-item-private.h"
#include "pact-workspace-private.h"

/* For how long nothing is written before the library's log is cleared up, in microseconds. */
#define REST_AFTER (10 * G_USEC_PER_SEC)

/**
 * PactWorkspace:
 *
 * What the program has open: the library, its list of plans, the templates, and an editor for each
 * plan that somebody looks at. The verbs that concern whole plans are here. Belongs to the main thread.
 */
struct _PactWorkspace
{
  GObject parent_instance;

  /* Owned references */
  PactLibrary *library;
  PactTemplateLibrary *templates;
  GListStore *plans;
  GHashTable *editors; /* uuid: PactEditor, not owned, leaves by itself */
  char *author;
  PactAnswerFunc answer;
  gpointer answer_data;

  gint64 data_version;
};

G_DEFINE_FINAL_TYPE (PactWorkspace, pact_workspace, G_TYPE_OBJECT)

static void
editor_disposed_cb (gpointer data,
                    GObject *editor)
{
  PactWorkspace *self = data;
  GHashTableIter iter;
  gpointer known;

  g_hash_table_iter_init (&iter, self->editors);
  while (g_hash_table_iter_next (&iter, NULL, &known))
    {
      if (known == (gpointer) editor)
        g_hash_table_iter_remove (&iter);
    }
}

static void
pact_workspace_finalize (GObject *object)
{
  PactWorkspace *self = PACT_WORKSPACE (object);
  GHashTableIter iter;
  gpointer editor;

  g_hash_table_iter_init (&iter, self->editors);
  while (g_hash_table_iter_next (&iter, NULL, &editor))
    g_object_weak_unref (editor, editor_disposed_cb, self);
  g_clear_pointer (&self->editors, g_hash_table_unref);
  g_clear_object (&self->plans);
  g_clear_object (&self->templates);
  g_clear_object (&self->library);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (pact_workspace_parent_class)->finalize (object);
}

static void
pact_workspace_class_init (PactWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_workspace_finalize;

  /**
   * PactWorkspace::obstacle-changed:
   * @self: the workspace
   *
   * What pact_workspace_get_obstacle() says is something else than before, whatever it was that found it out. It may be
   * emitted in the midst of reading or writing: who hears it looks, and does neither.
   */
  g_signal_new ("obstacle-changed", PACT_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pact_workspace_init (PactWorkspace *self)
{
  self->plans = g_list_store_new (PACT_TYPE_PLAN_ITEM);
  self->editors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
obstacle_changed_cb (PactWorkspace *self)
{
  g_signal_emit_by_name (self, "obstacle-changed");
}

static PactWorkspace *
open_library (const char *path,
              PactDbFlags flags,
              GError **error)
{
  g_autoptr (PactWorkspace) self = g_object_new (PACT_TYPE_WORKSPACE, NULL);

  self->library = pact_library_open (path, pact_model_get_default (), flags, error);
  if (self->library == NULL)
    return NULL;

  g_signal_connect_object (pact_library_get_db (self->library), "obstacle-changed", G_CALLBACK (obstacle_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->templates = pact_template_library_new (pact_model_get_default ());
  self->data_version = pact_db_get_data_version (pact_library_get_db (self->library));
  if (!pact_workspace_refresh (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * pact_workspace_open:
 * @path: (nullable): a library file, %NULL for the user's own
 * @error: return location for an error
 *
 * Opens a library, which is made if there is none, and the templates. A library that cannot be written is opened all the
 * same if it can be read; see pact_workspace_get_obstacle().
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL with @error set to an error of %PACT_DB_ERROR
 */
PactWorkspace *
pact_workspace_open (const char *path,
                     GError **error)
{
  g_autofree char *own = NULL;
  g_autoptr (GError) cause = NULL;

  if (path != NULL)
    return open_library (path, PACT_DB_DEFAULT, error);
  if (!pact_home_check (&cause))
    {
      g_set_error_literal (error, PACT_DB_ERROR, PACT_DB_ERROR_OPEN, cause->message);
      return NULL;
    }
  own = pact_library_get_default_path ();

  return open_library (own, PACT_DB_DEFAULT, error);
}

/**
 * pact_workspace_open_backup:
 * @path: a backup of a library
 * @error: return location for an error
 *
 * Opens a backup for looking into it. It is not written to.
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL with @error set to an error of %PACT_DB_ERROR
 */
PactWorkspace *
pact_workspace_open_backup (const char *path,
                            GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_library (path, PACT_DB_BACKUP, error);
}

PactLibrary *
_pact_workspace_get_library (PactWorkspace *self)
{
  return self->library;
}

PactDb *
_pact_workspace_get_db (PactWorkspace *self)
{
  return pact_library_get_db (self->library);
}

const char *
_pact_workspace_get_author (PactWorkspace *self)
{
  return self->author;
}

/**
 * pact_workspace_get_path:
 * @self: a workspace
 *
 * Returns: (transfer none): the path of the library file
 */
const char *
pact_workspace_get_path (PactWorkspace *self)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  return pact_db_get_path (pact_library_get_db (self->library));
}

/**
 * pact_workspace_is_on_safe_place:
 * @self: a workspace
 *
 * Returns: whether the library lies where SQLite's write-ahead log works, or is not written at all; not so on most network
 *   drives
 */
gboolean
pact_workspace_is_on_safe_place (PactWorkspace *self)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  return pact_db_uses_wal (pact_library_get_db (self->library))
         || pact_db_get_obstacle (pact_library_get_db (self->library)) != NULL;
}

/**
 * pact_workspace_get_templates:
 * @self: a workspace
 *
 * Returns: (transfer none): the templates, the program's and the user's own
 */
PactTemplateLibrary *
pact_workspace_get_templates (PactWorkspace *self)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  return self->templates;
}

/**
 * pact_workspace_set_patience:
 * @self: a workspace
 * @milliseconds: how long an edit waits while another program writes to the library, before it fails
 *
 * Five seconds unless this is called. What runs in the background waits that long always.
 */
void
pact_workspace_set_patience (PactWorkspace *self,
                             guint milliseconds)
{
  g_return_if_fail (PACT_IS_WORKSPACE (self));

  pact_db_set_patience (pact_library_get_db (self->library), milliseconds);
}

/**
 * pact_error_is_busy:
 * @error: (nullable): why something failed
 *
 * Returns: whether another program was writing to the library, so that the same may work a moment later
 */
gboolean
pact_error_is_busy (const GError *error)
{
  return g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_BUSY);
}

/**
 * pact_workspace_set_author:
 * @self: a workspace
 * @author: (nullable): the name under which edits stand in the history
 *
 * Holds for all edits from now on.
 */
void
pact_workspace_set_author (PactWorkspace *self,
                           const char *author)
{
  GHashTableIter iter;
  gpointer editor;

  g_return_if_fail (PACT_IS_WORKSPACE (self));

  g_free (self->author);
  self->author = author != NULL && *author != '\0' ? g_strdup (author) : NULL;
  g_hash_table_iter_init (&iter, self->editors);
  while (g_hash_table_iter_next (&iter, NULL, &editor))
    pact_editor_set_author (editor, self->author);
}

/**
 * pact_workspace_set_answer:
 * @self: a workspace
 * @func: (scope forever): told of each plan that is made or imported, before it is there
 * @data: (closure): handed to @func
 *
 * For those who are to know what was made: where they cannot be told, nothing is made.
 */
void
pact_workspace_set_answer (PactWorkspace *self,
                           PactAnswerFunc func,
                           gpointer data)
{
  g_return_if_fail (PACT_IS_WORKSPACE (self));

  self->answer = func;
  self->answer_data = data;
}

PactAnswerFunc
_pact_workspace_get_answer (PactWorkspace *self,
                            gpointer *data)
{
  *data = self->answer_data;

  return self->answer;
}

/**
 * pact_workspace_get_plans:
 * @self: a workspace
 *
 * Returns: (transfer none): the living list of all plans, of #PactPlanItem, those in the trash among them
 */
GListModel *
pact_workspace_get_plans (PactWorkspace *self)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->plans);
}

static gboolean
line_is_equal (PactWorkspace *self,
               guint index,
               const PactPlanSummary *summary)
{
  g_autoptr (PactPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->plans), index);

  return _pact_plan_item_is_equal (item, summary);
}

/**
 * pact_workspace_refresh:
 * @self: a workspace
 * @error: return location for an error
 *
 * Brings the list of plans up to date. Only the lines between the first and the last difference are replaced.
 *
 * Returns: whether the library could be read
 */
gboolean
pact_workspace_refresh (PactWorkspace *self,
                        GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n_old, n_new, n_head = 0, n_tail = 0;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  lines = pact_library_list (self->library, error);
  if (lines == NULL)
    return FALSE;

  n_old = g_list_model_get_n_items (G_LIST_MODEL (self->plans));
  n_new = lines->len;
  while (n_head < MIN (n_old, n_new) && line_is_equal (self, n_head, g_ptr_array_index (lines, n_head)))
    n_head++;
  while (n_head + n_tail < MIN (n_old, n_new)
         && line_is_equal (self, n_old - 1 - n_tail, g_ptr_array_index (lines, n_new - 1 - n_tail)))
    n_tail++;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < n_new; i++)
    {
      PactPlanSummary *summary = g_ptr_array_index (lines, i);

      if (i >= n_head && i < n_new - n_tail)
        g_ptr_array_add (items, _pact_plan_item_new (summary));
      else
        pact_plan_summary_free (summary);
    }
  if (items->len > 0 || n_old != n_new)
    g_list_store_splice (self->plans, n_head, n_old - n_head - n_tail, items->pdata, items->len);

  return TRUE;
}

GPtrArray *
_pact_workspace_list_editors (PactWorkspace *self)
{
  GPtrArray *editors = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer editor;

  g_hash_table_iter_init (&iter, self->editors);
  while (g_hash_table_iter_next (&iter, NULL, &editor))
    g_ptr_array_add (editors, g_object_ref (editor));

  return editors;
}

typedef gboolean (*ReadFunc) (PactEditor *editor,
                              GError **error);

static void
read_again (PactWorkspace *self,
            ReadFunc read)
{
  g_autoptr (GPtrArray) editors = _pact_workspace_list_editors (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < editors->len; i++)
    {
      g_autoptr (GError) reload_error = NULL;

      if (!read (g_ptr_array_index (editors, i), &reload_error))
        g_info ("An open plan was not read again: %s", reload_error->message);
    }
  if (!pact_workspace_refresh (self, &error))
    g_info ("The list of plans was not read again: %s", error->message);
}

/* Takes over all there is, when the library has become another file. */
void
_pact_workspace_read_again (PactWorkspace *self)
{
  self->data_version = pact_db_get_data_version (pact_library_get_db (self->library));
  read_again (self, pact_editor_reload);
}

/**
 * pact_workspace_poll:
 * @self: a workspace
 *
 * Looks whether another program has written to the library, and if so takes over what it wrote: in the list of plans, and in
 * those open plans that it has changed. When nothing is done, also the library's log is cleared up.
 *
 * Returns: whether there was something new
 */
gboolean
pact_workspace_poll (PactWorkspace *self)
{
  gint64 version;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  pact_db_rest (pact_library_get_db (self->library), REST_AFTER);
  version = pact_db_get_data_version (pact_library_get_db (self->library));
  if (version == self->data_version)
    return FALSE;
  self->data_version = version;
  read_again (self, pact_editor_catch_up);

  return TRUE;
}

/**
 * pact_workspace_open_plan:
 * @self: a workspace
 * @plan_uuid: a plan
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the plan's editor, the same one for everybody; or %NULL with @error
 *   set to an error of %PACT_DB_ERROR
 */
PactEditor *
pact_workspace_open_plan (PactWorkspace *self,
                          const char *plan_uuid,
                          GError **error)
{
  PactEditor *editor;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);

  editor = g_hash_table_lookup (self->editors, plan_uuid);
  if (editor != NULL)
    return g_object_ref (editor);

  editor = pact_editor_new (self->library, plan_uuid, self->author, error);
  if (editor == NULL)
    return NULL;
  g_hash_table_insert (self->editors, g_strdup (plan_uuid), editor);
  g_object_weak_ref (G_OBJECT (editor), editor_disposed_cb, self);

  return editor;
}

/**
 * pact_workspace_find_plan:
 * @self: a workspace
 * @uuid_or_prefix: a UUID or its beginning
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the UUID of the one plan that begins so, or %NULL with @error set to
 *   %PACT_WORK_ERROR_NOT_FOUND if there is none or more than one
 */
char *
pact_workspace_find_plan (PactWorkspace *self,
                          const char *uuid_or_prefix,
                          GError **error)
{
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (uuid_or_prefix != NULL, NULL);

  wanted = g_ascii_strdown (uuid_or_prefix, -1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->plans), i);

      if (*wanted == '\0' || !g_str_has_prefix (pact_plan_item_get_uuid (item), wanted))
        continue;
      if (found != NULL)
        {
          g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_NOT_FOUND,
                       _("More than one plan begins with “%s”. Give more of the identifier."), uuid_or_prefix);
          return NULL;
        }
      found = g_strdup (pact_plan_item_get_uuid (item));
    }
  if (found == NULL)
    g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_NOT_FOUND, _("The library has no plan “%s”."),
                 uuid_or_prefix);

  return g_steal_pointer (&found);
}

/**
 * pact_workspace_search:
 * @self: a workspace
 * @text: words, as a person types them
 * @limit: how many places at most
 * @error: return location for an error
 *
 * Searches all plans that are not in the trash; the last word may be the beginning of one.
 *
 * Returns: (transfer full) (nullable) (element-type PactFound): the places, those in titles first; or %NULL
 *   with @error set to an error of %PACT_DB_ERROR
 */
GPtrArray *
pact_workspace_search (PactWorkspace *self,
                       const char *text,
                       guint limit,
                       GError **error)
{
  g_autoptr (GPtrArray) hits = NULL;
  GPtrArray *found;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  hits = pact_library_search (self->library, text, limit, error);
  if (hits == NULL)
    return NULL;

  found = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (found, _pact_found_new (g_ptr_array_index (hits, i)));

  return found;
}

/**
 * pact_workspace_get_note:
 * @self: a workspace
 * @key: the name of a note
 *
 * Returns: (transfer full) (nullable): what was noted, or %NULL
 */
char *
pact_workspace_get_note (PactWorkspace *self,
                         const char *key)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  return pact_library_get_note (self->library, key);
}

/**
 * pact_workspace_set_note:
 * @self: a workspace
 * @key: the name of a note
 * @value: (nullable): what to note, %NULL to forget it
 * @error: return location for an error
 *
 * Keeps something small in the library that belongs to no plan, such as a half-filled assistant.
 *
 * Returns: whether it is kept
 */
gboolean
pact_workspace_set_note (PactWorkspace *self,
                         const char *key,
                         const char *value,
                         GError **error)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  return pact_library_set_note (self->library, key, value, error);
}
