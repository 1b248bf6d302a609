/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-replay"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-editor-private.h"
#include "pact-text.h"
#include "pact-value.h"

/* Undo and redo: what they are called, doing them, and telling what they did. */

static PactJournal *
get_journal (PactEditor *self)
{
  return pact_library_get_journal (_pact_editor_get_library (self));
}

/* The phrase for an edit that the journal remembers by its verb and kind. */
static char *
describe_edit (PactEditor *self,
               const char *verb,
               const char *kind_name)
{
  static const char *const kind_verbs[] = { "add", "edit", "delete", "move" };
  const PactKind *kind =
    kind_name != NULL ? pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), kind_name) : NULL;

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kind_verbs); i++)
    {
      if (g_strcmp0 (verb, kind_verbs[i]) == 0)
        return g_strdup (pact_kind_get_verb_label (kind, i));
    }
  if (g_strcmp0 (verb, "delete-several") == 0)
    return g_strdup (C_ ("verb", "Delete Elements"));
  if (g_strcmp0 (verb, "move-several") == 0)
    return g_strdup (C_ ("verb", "Move Elements"));
  if (g_strcmp0 (verb, "paste") == 0)
    return g_strdup (C_ ("verb", "Paste"));
  if (g_strcmp0 (verb, "cut") == 0)
    return g_strdup (C_ ("verb", "Cut"));
  if (g_strcmp0 (verb, "duplicate") == 0)
    return g_strdup (C_ ("verb", "Duplicate"));
  if (g_strcmp0 (verb, "template") == 0)
    return g_strdup (C_ ("verb", "Add from Template"));
  if (g_strcmp0 (verb, "upgrade") == 0)
    return g_strdup (C_ ("verb", "Update from Strategy"));
  if (g_strcmp0 (verb, "import-table") == 0)
    return g_strdup (C_ ("verb", "Import Table"));

  return g_strdup (C_ ("verb", "Change"));
}

/**
 * pact_editor_dup_undo_label:
 * @self: an editor
 *
 * Returns: (transfer full): what undoing would do, such as “Undo Delete Measure”; “Undo” if there is nothing to undo
 */
char *
pact_editor_dup_undo_label (PactEditor *self)
{
  g_autofree char *verb = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);

  if (!pact_journal_peek_undo (get_journal (self), pact_editor_get_uuid (self), &verb, &kind))
    return g_strdup (C_ ("undo", "Undo"));

  what = describe_edit (self, verb, kind);

  /* Translators: %s is a phrase such as “Delete Measure”. */
  return g_strdup_printf (C_ ("undo", "Undo %s"), what);
}

/**
 * pact_editor_dup_redo_label:
 * @self: an editor
 *
 * Returns: (transfer full): what redoing would do, such as “Redo Delete Measure”; “Redo” if there is nothing to redo
 */
char *
pact_editor_dup_redo_label (PactEditor *self)
{
  g_autofree char *verb = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);

  if (!pact_journal_peek_redo (get_journal (self), pact_editor_get_uuid (self), &verb, &kind))
    return g_strdup (C_ ("undo", "Redo"));

  what = describe_edit (self, verb, kind);

  /* Translators: %s is a phrase such as “Delete Measure”. */
  return g_strdup_printf (C_ ("undo", "Redo %s"), what);
}

void
_pact_replay_free (PactReplay *replay)
{
  if (replay == NULL)
    return;
  g_free (replay->element);
  g_ptr_array_unref (replay->others);
  g_free (replay->title);
  g_free (replay);
}

/* The field that is different, or the first of several that people know of. */
static const PactField *
find_changed_field (PactElement *element,
                    const PactRecord *record)
{
  for (gsize i = 0; i < record->kind->n_fields; i++)
    {
      const PactField *field = &record->kind->fields[i];

      if (!(field->flags & PACT_FIELD_INTERNAL)
          && g_strcmp0 (pact_element_get_value (element, field), record->values[i]) != 0)
        return field;
    }

  return NULL;
}

static gboolean
has_other_parent (PactElement *element,
                  const PactRecord *record)
{
  PactElement *parent = pact_element_get_parent (element);

  return parent != NULL && g_strcmp0 (pact_element_get_uuid (parent), record->parent) != 0;
}

/* What becomes of one element. */
static PactReplayOutcome
get_outcome (PactElement *element,
             const PactRecord *record)
{
  if (record == NULL)
    return PACT_REPLAY_WENT;
  if (element == NULL)
    return PACT_REPLAY_CAME;
  if (pact_element_get_position (element) != record->position || has_other_parent (element, record))
    return PACT_REPLAY_MOVED;

  return PACT_REPLAY_CHANGED;
}

/* How telling a change is: first what is of the kind that the edit was made to, then what comes, goes or stands under something
 * else before what makes room for it, and that before what merely says something else. */
static guint
rank_change (PactPlan *plan,
             const PactChange *change,
             const char *kind_name)
{
  PactElement *element = pact_plan_lookup (plan, change->uuid);
  const PactKind *kind = change->record != NULL ? change->record->kind : NULL;
  guint rank = 0;

  /* What another program has added meanwhile is unknown here. */
  if (kind == NULL && element == NULL)
    return 0;
  if (kind == NULL)
    kind = pact_element_get_kind (element);

  switch (get_outcome (element, change->record))
    {
    case PACT_REPLAY_CHANGED:
      rank = 1;
      break;
    case PACT_REPLAY_MOVED:
      rank = has_other_parent (element, change->record) ? 3 : 2;
      break;
    case PACT_REPLAY_CAME:
    case PACT_REPLAY_WENT:
      rank = 3;
      break;
    }

  return g_strcmp0 (kind->name, kind_name) == 0 ? rank + 3 : rank;
}

static const PactChange *
find_telling (PactPlan *plan,
              GPtrArray *changes,
              const char *kind_name)
{
  const PactChange *best = NULL;
  guint best_rank = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const PactChange *change = g_ptr_array_index (changes, i);
      guint rank = rank_change (plan, change, kind_name);

      if (rank > best_rank)
        {
          best = change;
          best_rank = rank;
        }
    }

  return best;
}

static const PactKind *
get_kind_of (PactElement *element,
             const PactRecord *record)
{
  return record != NULL ? record->kind : pact_element_get_kind (element);
}

static const char *
get_parent_of (PactElement *element,
               const PactRecord *record)
{
  PactElement *parent = record == NULL && element != NULL ? pact_element_get_parent (element) : NULL;

  if (record != NULL)
    return record->parent;

  return parent != NULL ? pact_element_get_uuid (parent) : NULL;
}

/* Notes what came, went or went elsewhere together with what tells most. A body that came along with a measure is not meant. */
static void
list_others (PactReplay *replay,
             PactPlan *plan,
             GPtrArray *changes,
             const char *kind_name)
{
  g_autoptr (GHashTable) all = g_hash_table_new (pact_uuid_hash, g_str_equal);
  g_autoptr (GPtrArray) same = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const PactChange *change = g_ptr_array_index (changes, i);
      PactElement *element = pact_plan_lookup (plan, change->uuid);

      if ((element == NULL && change->record == NULL) || get_outcome (element, change->record) != replay->outcome
          || (replay->outcome == PACT_REPLAY_MOVED && !has_other_parent (element, change->record)))
        continue;
      g_hash_table_add (all, (gpointer) change->uuid);
      if (kind_name == NULL || g_str_equal (get_kind_of (element, change->record)->name, kind_name))
        g_ptr_array_add (same, (gpointer) change);
    }
  for (guint i = 0; i < same->len; i++)
    {
      const PactChange *change = g_ptr_array_index (same, i);
      const char *parent = get_parent_of (pact_plan_lookup (plan, change->uuid), change->record);

      if (!g_str_equal (change->uuid, replay->element) && (parent == NULL || !g_hash_table_contains (all, parent)))
        g_ptr_array_add (replay->others, g_strdup (change->uuid));
    }
}

static char *
dup_title (PactElement *element)
{
  return pact_text_shorten_title (pact_element_get_name (element));
}

/* All that stand beside an element and of its kind, in their order. */
static GPtrArray *
list_siblings (PactElement *element)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *siblings =
    pact_element_get_children (pact_element_get_parent (element), pact_element_get_kind (element));

  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    g_ptr_array_add (list, g_list_model_get_item (siblings, i));

  return list;
}

static int
count_places (PactElement *element,
              guint before)
{
  return pact_element_get_plan (element) != NULL ? ABS ((int) pact_element_get_index (element) - (int) before) : 0;
}

/* The siblings of what is moved may have to make room for it: the one that went farthest is meant. */
static PactElement *
find_moved (PactElement *element,
            GPtrArray *siblings)
{
  guint before = 0;
  int most;

  g_ptr_array_find (siblings, element, &before);
  most = count_places (element, before);
  for (guint i = 0; i < siblings->len; i++)
    {
      int distance = count_places (g_ptr_array_index (siblings, i), i);

      if (distance > most)
        {
          most = distance;
          element = g_ptr_array_index (siblings, i);
        }
    }

  return element;
}

/* Takes the changes over and notes what they did. */
static PactReplay *
take_over (PactEditor *self,
           GPtrArray *changes,
           const char *kind_name,
           gboolean is_undo)
{
  PactPlan *plan = pact_editor_get_plan (self);
  const PactChange *change = find_telling (plan, changes, kind_name);
  PactReplay *replay = g_new0 (PactReplay, 1);
  g_autoptr (PactElement) element = NULL;
  g_autoptr (GPtrArray) siblings = NULL;

  replay->is_undo = is_undo;
  replay->outcome = PACT_REPLAY_CHANGED;
  replay->others = g_ptr_array_new_with_free_func (g_free);
  if (change != NULL)
    {
      element = pact_plan_lookup (plan, change->uuid);
      if (element != NULL)
        g_object_ref (element);
      replay->outcome = get_outcome (element, change->record);
      replay->element = g_strdup (change->uuid);
      if (replay->outcome == PACT_REPLAY_CHANGED)
        replay->field = find_changed_field (element, change->record);
      else if (replay->outcome == PACT_REPLAY_MOVED && !has_other_parent (element, change->record))
        siblings = list_siblings (element);
      /* What goes has its title only before it has gone. */
      else if (replay->outcome == PACT_REPLAY_WENT)
        replay->title = dup_title (element);
      if (replay->outcome != PACT_REPLAY_CHANGED)
        list_others (replay, plan, changes, kind_name);
    }

  _pact_editor_set_undoing (self, is_undo);
  _pact_editor_take_over (self, changes);
  _pact_editor_set_undoing (self, FALSE);

  if (siblings != NULL)
    {
      g_set_object (&element, find_moved (element, siblings));
      g_free (replay->element);
      replay->element = g_strdup (pact_element_get_uuid (element));
    }
  if (replay->outcome == PACT_REPLAY_CAME)
    g_set_object (&element, pact_plan_lookup (plan, replay->element));
  if (replay->title == NULL && element != NULL)
    replay->title = dup_title (element);

  return replay;
}

static gboolean
replay (PactEditor *self,
        gboolean is_undo,
        GError **error)
{
  PactJournal *journal = get_journal (self);
  const char *uuid = pact_editor_get_uuid (self);
  g_autofree char *kind_name = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (is_undo)
    pact_journal_peek_undo (journal, uuid, NULL, &kind_name);
  else
    pact_journal_peek_redo (journal, uuid, NULL, &kind_name);
  changes = is_undo ? pact_journal_undo (journal, uuid, error) : pact_journal_redo (journal, uuid, error);
  if (changes == NULL)
    return FALSE;
  _pact_editor_set_replay (self, take_over (self, changes, kind_name, is_undo));

  return TRUE;
}

/**
 * pact_editor_undo:
 * @self: an editor
 * @error: return location for an error
 *
 * Takes the last edit of this plan back. What that did is told by pact_editor_get_replay().
 *
 * Returns: whether it was; %FALSE with @error set to an error of %PACT_DB_ERROR if nothing was changed
 */
gboolean
pact_editor_undo (PactEditor *self,
                  GError **error)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  return replay (self, TRUE, error);
}

/**
 * pact_editor_redo:
 * @self: an editor
 * @error: return location for an error
 *
 * Makes the edit that was last undone once more. What that did is told by pact_editor_get_replay().
 *
 * Returns: whether it was; %FALSE with @error set to an error of %PACT_DB_ERROR if nothing was changed
 */
gboolean
pact_editor_redo (PactEditor *self,
                  GError **error)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  return replay (self, FALSE, error);
}

/**
 * pact_editor_replay_touches:
 * @self: an editor
 * @is_undo: whether the next undo is asked about, not the next redo
 * @element: an element of the plan
 * @field: a field of its kind
 *
 * Returns: whether the field would say something else after it
 */
gboolean
pact_editor_replay_touches (PactEditor *self,
                            gboolean is_undo,
                            PactElement *element,
                            const PactField *field)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);

  return pact_journal_touches (get_journal (self), pact_editor_get_uuid (self), is_undo, pact_element_get_uuid (element),
                               field);
}

static char *
describe_several (const PactReplay *replay)
{
  guint n = replay->others->len + 1;
  gboolean is_undo = replay->is_undo;

  switch (replay->outcome)
    {
    case PACT_REPLAY_CAME:
      return g_strdup_printf (is_undo ? ngettext ("Undone: %u element is back.", "Undone: %u elements are back.", n)
                                      : ngettext ("Done again: %u element was added.",
                                                  "Done again: %u elements were added.", n),
                              n);
    case PACT_REPLAY_WENT:
      return g_strdup_printf (is_undo ? ngettext ("Undone: %u element is gone again.",
                                                  "Undone: %u elements are gone again.", n)
                                      : ngettext ("Done again: %u element was deleted.",
                                                  "Done again: %u elements were deleted.", n),
                              n);
    case PACT_REPLAY_MOVED:
      return g_strdup_printf (is_undo ? ngettext ("Undone: %u element stands where it stood before.",
                                                  "Undone: %u elements stand where they stood before.", n)
                                      : ngettext ("Done again: %u element was moved.",
                                                  "Done again: %u elements were moved.", n),
                              n);
    case PACT_REPLAY_CHANGED:
      break;
    }

  return NULL;
}

static char *
describe_undo (const PactReplay *replay)
{
  switch (replay->outcome)
    {
    case PACT_REPLAY_CAME:
      /* Translators: %s is the title of what had been deleted, such as a measure. */
      return g_strdup_printf (_("Undone: “%s” is back."), replay->title);
    case PACT_REPLAY_WENT:
      /* Translators: %s is the title of what had been added, such as a measure. */
      return g_strdup_printf (_("Undone: “%s” is gone again."), replay->title);
    case PACT_REPLAY_MOVED:
      return g_strdup_printf (_("Undone: “%s” stands where it stood before."), replay->title);
    case PACT_REPLAY_CHANGED:
      break;
    }
  if (replay->field != NULL)
    /* Translators: the name of a field, such as “Start”, and the title of a measure. */
    return g_strdup_printf (_("Undone: “%1$s” of “%2$s” says what it said before."), pact_field_get_label (replay->field),
                            replay->title);

  return g_strdup_printf (_("Undone: “%s” is as it was before."), replay->title);
}

static char *
describe_redo (const PactReplay *replay)
{
  switch (replay->outcome)
    {
    case PACT_REPLAY_CAME:
      /* Translators: %s is the title of something, such as a measure. */
      return g_strdup_printf (_("Done again: “%s” was added."), replay->title);
    case PACT_REPLAY_WENT:
      return g_strdup_printf (_("Done again: “%s” was deleted."), replay->title);
    case PACT_REPLAY_MOVED:
      return g_strdup_printf (_("Done again: “%s” was moved."), replay->title);
    case PACT_REPLAY_CHANGED:
      break;
    }
  if (replay->field != NULL)
    /* Translators: the name of a field, such as “Start”, and the title of a measure. */
    return g_strdup_printf (_("Done again: “%1$s” of “%2$s” was changed."), pact_field_get_label (replay->field),
                            replay->title);

  return g_strdup_printf (_("Done again: “%s” was changed."), replay->title);
}

/**
 * pact_replay_describe:
 * @replay: what undo or redo did
 *
 * Returns: (transfer full) (nullable): that as a sentence; %NULL if it was to something that is not known here
 */
char *
pact_replay_describe (const PactReplay *replay)
{
  g_return_val_if_fail (replay != NULL, NULL);

  if (replay->title == NULL)
    return NULL;
  if (replay->others->len > 0)
    return describe_several (replay);

  return replay->is_undo ? describe_undo (replay) : describe_redo (replay);
}
