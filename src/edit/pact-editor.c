/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor"

#include "config.h"

#include "pact-editor-private.h"
#include "pact-value.h"

/**
 * PactEditor:
 *
 * An open plan and the verbs that change it: the one door through which a plan is changed.
 *
 * Each verb is one transaction of the library and one step of undo. The database is written
 * first; the plan in memory is then patched with what the database says has changed, so that
 * the two are always equal. A verb that fails has changed nothing. Belongs to the main thread.
 */
struct _PactEditor
{
  GObject parent_instance;

  /* Owned references */
  PactLibrary *library;
  PactPlan *plan;
  char *author;

  char *step_field; /* (nullable) what is being typed in: an element and a field */
  char *step_key;   /* (nullable) what the library knows the step of undo by that is being typed */

  PactReplay *replay; /* (nullable) what was undone or redone last */
  gboolean is_undoing; /* whether what is told of right now is an undo */

  gint64 data_version; /* of the library when the plan in memory was last what the file is */
  char *stamp;         /* (nullable) likewise, of the plan */
  gboolean can_undo;
  gboolean can_redo;
  gboolean is_read_only; /* as it was told last */
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_READ_ONLY,
  N_PROPERTIES,
};

enum
{
  EDITED,
  RESTATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactEditor, pact_editor, G_TYPE_OBJECT)

static void
pact_editor_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  PactEditor *self = PACT_EDITOR (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, pact_editor_is_read_only (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_editor_finalize (GObject *object)
{
  PactEditor *self = PACT_EDITOR (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->library);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->step_field, g_free);
  g_clear_pointer (&self->step_key, g_free);
  g_clear_pointer (&self->replay, _pact_replay_free);

  G_OBJECT_CLASS (pact_editor_parent_class)->finalize (object);
}

static void
pact_editor_class_init (PactEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pact_editor_get_property;
  object_class->finalize = pact_editor_finalize;

  /**
   * PactEditor:can-undo:
   *
   * Whether there is an edit of this plan to undo.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PactEditor:can-redo:
   *
   * Whether there is an edit of this plan to redo.
   */
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PactEditor:read-only:
   *
   * Whether the library cannot be written, so that every change would fail. It may come to be so, or end, in the midst of a
   * verb: who is told of it does not change the plan there and then.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * PactEditor::edited:
   * @self: the editor
   *
   * The plan was changed, by a verb, by undo or redo, or by another program; what there is to
   * undo may be another edit now.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * PactEditor::restated:
   * @self: the editor
   * @rounding: (nullable): a sentence that says what was rounded without anybody having been asked
   *
   * Amounts stand in another currency than before, or than where they were copied: they kept their figures.
   */
  signals[RESTATED] = g_signal_new ("restated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pact_editor_init (PactEditor *self)
{
}

static void
tell_edited (PactEditor *self)
{
  const char *uuid = pact_editor_get_uuid (self);
  gboolean can_undo = pact_journal_peek_undo (pact_library_get_journal (self->library), uuid, NULL, NULL);
  gboolean can_redo = pact_journal_peek_redo (pact_library_get_journal (self->library), uuid, NULL, NULL);

  if (can_undo != self->can_undo)
    {
      self->can_undo = can_undo;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
    }
  if (can_redo != self->can_redo)
    {
      self->can_redo = can_redo;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
    }
  g_signal_emit (self, signals[EDITED], 0);
}

static void
obstacle_changed_cb (PactEditor *self)
{
  gboolean is_read_only = pact_editor_is_read_only (self);

  if (is_read_only == self->is_read_only)
    return;
  self->is_read_only = is_read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/**
 * pact_editor_new:
 * @library: a library
 * @plan_uuid: a plan in it
 * @author: (nullable): who is to be named as the author of what is done
 * @error: return location for an error
 *
 * Reads a plan in order to change it. A plan has one editor at a time.
 *
 * Returns: (transfer full) (nullable): the editor, or %NULL with @error set to an error of %PACT_DB_ERROR
 */
PactEditor *
pact_editor_new (PactLibrary *library,
                 const char *plan_uuid,
                 const char *author,
                 GError **error)
{
  gint64 data_version = pact_db_get_data_version (pact_library_get_db (library));
  g_autofree char *stamp = pact_journal_dup_stamp (pact_library_get_journal (library), plan_uuid);
  g_autoptr (GPtrArray) records = pact_library_load (library, plan_uuid, error);
  g_autoptr (PactEditor) self = NULL;

  if (records == NULL)
    return NULL;

  self = g_object_new (PACT_TYPE_EDITOR, NULL);
  self->data_version = data_version;
  self->stamp = g_steal_pointer (&stamp);
  self->library = g_object_ref (library);
  self->author = g_strdup (author);
  self->plan = pact_plan_new_take_records (pact_library_get_model (library), g_steal_pointer (&records), error);
  if (self->plan == NULL)
    return NULL;
  self->can_undo = pact_journal_peek_undo (pact_library_get_journal (library), plan_uuid, NULL, NULL);
  self->can_redo = pact_journal_peek_redo (pact_library_get_journal (library), plan_uuid, NULL, NULL);
  g_signal_connect_object (pact_library_get_db (library), "obstacle-changed", G_CALLBACK (obstacle_changed_cb), self,
                           G_CONNECT_SWAPPED);
  obstacle_changed_cb (self);

  return g_steal_pointer (&self);
}

static char *
dup_stamp (PactEditor *self)
{
  return pact_journal_dup_stamp (pact_library_get_journal (self->library), pact_editor_get_uuid (self));
}

/* @stamp is taken. It was made before the plan was read: what somebody wrote in between is read once more. */
static void
set_stamp (PactEditor *self,
           char *stamp)
{
  g_free (self->stamp);
  self->stamp = stamp;
}

/**
 * pact_editor_reload:
 * @self: an editor
 * @error: return location for an error
 *
 * Makes the plan in memory what it is in the library, where another program may have written it.
 *
 * Returns: whether it is; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_reload (PactEditor *self,
                    GError **error)
{
  gint64 data_version = pact_db_get_data_version (pact_library_get_db (self->library));
  g_autofree char *stamp = dup_stamp (self);
  g_autoptr (GPtrArray) records = pact_library_load (self->library, pact_editor_get_uuid (self), error);
  g_autoptr (GPtrArray) changes = NULL;

  if (records == NULL)
    return FALSE;

  changes = pact_plan_compare (self->plan, records);
  if (changes->len > 0)
    pact_plan_apply (self->plan, changes);
  self->data_version = data_version;
  set_stamp (self, g_steal_pointer (&stamp));
  tell_edited (self);

  return TRUE;
}

/**
 * pact_editor_catch_up:
 * @self: an editor
 * @error: return location for an error
 *
 * As pact_editor_reload(), if the plan was written since; what was written to other plans of the library is not looked at.
 *
 * Returns: whether the plan in memory is what it is in the library; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_catch_up (PactEditor *self,
                      GError **error)
{
  gint64 data_version;
  g_autofree char *stamp = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  data_version = pact_db_get_data_version (pact_library_get_db (self->library));
  if (data_version == self->data_version)
    return TRUE;
  stamp = dup_stamp (self);
  if (stamp == NULL || g_strcmp0 (stamp, self->stamp) != 0)
    return pact_editor_reload (self, error);
  self->data_version = data_version;

  return TRUE;
}

/* Takes over what an edit, undo or redo has changed. If somebody else has written since the plan was last looked at, what
 * has changed may stand below something that is not in memory yet; then the plan is read again instead. */
void
_pact_editor_take_over (PactEditor *self,
                        GPtrArray *changes)
{
  g_autofree char *stamp = dup_stamp (self);
  g_autoptr (GError) error = NULL;

  if (pact_db_get_data_version (pact_library_get_db (self->library)) == self->data_version)
    {
      set_stamp (self, g_steal_pointer (&stamp));
      pact_plan_apply (self->plan, changes);
      tell_edited (self);
    }
  else if (!pact_editor_reload (self, &error))
    {
      g_info ("The plan was not read again: %s", error->message);
    }
}

/**
 * pact_editor_set_author:
 * @self: an editor
 * @author: (nullable): who is to be named as the author of what is done from now on
 */
void
pact_editor_set_author (PactEditor *self,
                        const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

void
_pact_editor_set_undoing (PactEditor *self,
                          gboolean is_undoing)
{
  self->is_undoing = is_undoing;
}

/* @replay is taken. */
void
_pact_editor_set_replay (PactEditor *self,
                         PactReplay *replay)
{
  g_clear_pointer (&self->replay, _pact_replay_free);
  self->replay = replay;
}

PactLibrary *
_pact_editor_get_library (PactEditor *self)
{
  return self->library;
}

void
_pact_editor_tell_restated (PactEditor *self,
                            const char *rounding)
{
  g_signal_emit (self, signals[RESTATED], 0, rounding);
}

gboolean
_pact_editor_begin (PactEditor *self,
                    const char *verb,
                    const PactKind *kind,
                    const char *merge_key,
                    GError **error)
{
  PactEditInfo info = {
    .plan = pact_editor_get_uuid (self),
    .verb = verb,
    .kind = kind != NULL ? kind->name : NULL,
    .author = self->author,
    .merge_key = merge_key,
  };

  return pact_library_begin (self->library, &info, error);
}

gboolean
_pact_editor_end (PactEditor *self,
                  gboolean success,
                  GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (!success)
    {
      pact_library_rollback (self->library);
      return FALSE;
    }

  changes = pact_library_commit (self->library, error);
  if (changes == NULL)
    return FALSE;
  if (changes->len > 0)
    _pact_editor_take_over (self, changes);

  return TRUE;
}

/**
 * pact_editor_get_plan:
 * @self: an editor
 *
 * Returns: (transfer none): the open plan
 */
PactPlan *
pact_editor_get_plan (PactEditor *self)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);

  return self->plan;
}

/**
 * pact_editor_get_uuid:
 * @self: an editor
 *
 * Returns: (transfer none): the UUID of the open plan
 */
const char *
pact_editor_get_uuid (PactEditor *self)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);

  return pact_element_get_uuid (pact_plan_get_root (self->plan));
}

/* Whether a field is written key by key, so that many changes are one to the person who types. */
static gboolean
is_typed (const PactField *field)
{
  switch (field->type)
    {
    case PACT_TYPE_TEXT:
    case PACT_TYPE_PROSE:
    case PACT_TYPE_DATE:
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
    case PACT_TYPE_DECIMAL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Typing goes on in a step as long as it is in the same field and nobody has ended it. The key is like no other, also not that
 * of another program or of another day. */
static const char *
continue_step (PactEditor *self,
               PactElement *element,
               const PactField *field)
{
  g_autofree char *step_field = g_strdup_printf ("%s/%s", pact_element_get_uuid (element), field->name);

  if (g_strcmp0 (self->step_field, step_field) != 0)
    {
      g_free (self->step_field);
      g_free (self->step_key);
      self->step_field = g_steal_pointer (&step_field);
      self->step_key = g_uuid_string_random ();
    }

  return self->step_key;
}

/**
 * pact_editor_set:
 * @self: an editor
 * @element: an element of the plan
 * @field: a field of its kind
 * @value: (nullable): a value in canonical form, %NULL for none
 * @error: return location for an error
 *
 * Sets a field. Consecutive changes of the same field in which is typed are one step of undo until pact_editor_end_step(); a
 * step after which the field says what it said before is none. The currency of the plan is changed as by
 * pact_editor_set_currency(), without rounding.
 *
 * Returns: whether @field says @value now; %FALSE with @error set to an error of the domains
 *   %PACT_MODEL_ERROR or %PACT_STORE_ERROR if nothing was changed
 */
gboolean
pact_editor_set (PactEditor *self,
                 PactElement *element,
                 const PactField *field,
                 const char *value,
                 GError **error)
{
  const char *merge_key = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (PACT_IS_ELEMENT (element) && pact_element_get_plan (element) == self->plan, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (field->type == PACT_TYPE_CURRENCY)
    return pact_editor_set_currency (self, value, FALSE, error);
  if (!pact_field_check (field, value, error))
    return FALSE;
  if (g_strcmp0 (pact_element_get_value (element, field), value) == 0)
    return TRUE;

  if (is_typed (field))
    merge_key = continue_step (self, element, field);
  if (!_pact_editor_begin (self, "edit", pact_element_get_kind (element), merge_key, error))
    return FALSE;

  return _pact_editor_end (self,
                           pact_library_update (self->library, pact_element_get_uuid (element), field, value, error),
                           error);
}

/**
 * pact_editor_set_by_name:
 * @self: an editor
 * @element: an element of the plan
 * @field_name: the name of a field of its kind
 * @value: (nullable): a value in canonical form, %NULL for none
 * @error: return location for an error
 *
 * The same as pact_editor_set().
 *
 * Returns: whether the field says @value now
 */
gboolean
pact_editor_set_by_name (PactEditor *self,
                         PactElement *element,
                         const char *field_name,
                         const char *value,
                         GError **error)
{
  const PactField *field;

  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);

  field = pact_kind_find_field (pact_element_get_kind (element), field_name);
  g_return_val_if_fail (field != NULL, FALSE);

  return pact_editor_set (self, element, field, value, error);
}

/**
 * pact_editor_end_step:
 * @self: an editor
 *
 * Ends what is being typed: what is typed from now on is another step of undo, also in the same field.
 */
void
pact_editor_end_step (PactEditor *self)
{
  g_return_if_fail (PACT_IS_EDITOR (self));

  g_clear_pointer (&self->step_field, g_free);
  g_clear_pointer (&self->step_key, g_free);
}

/**
 * pact_editor_is_read_only:
 * @self: an editor
 *
 * Returns: whether the library cannot be written, so that every change would fail
 */
gboolean
pact_editor_is_read_only (PactEditor *self)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), TRUE);

  return pact_db_get_obstacle (pact_library_get_db (self->library)) != NULL;
}

/**
 * pact_editor_can_undo:
 * @self: an editor
 *
 * Returns: whether there is an edit of this plan to undo
 */
gboolean
pact_editor_can_undo (PactEditor *self)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  return self->can_undo;
}

/**
 * pact_editor_can_redo:
 * @self: an editor
 *
 * Returns: whether there is an edit of this plan to redo
 */
gboolean
pact_editor_can_redo (PactEditor *self)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  return self->can_redo;
}

/**
 * pact_editor_get_replay:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what the last undo or redo has done, until the next
 */
const PactReplay *
pact_editor_get_replay (PactEditor *self)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);

  return self->replay;
}

/**
 * pact_editor_is_undoing:
 * @self: an editor
 *
 * For who is told by #PactEditor::edited: what was added and is gone has not been deleted.
 *
 * Returns: whether an edit is being taken back in this moment
 */
gboolean
pact_editor_is_undoing (PactEditor *self)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  return self->is_undoing;
}
