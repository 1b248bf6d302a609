/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-element"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "pact-element-private.h"
#include "pact-text.h"
#include "pact-value.h"

/**
 * PactElement:
 *
 * One element of a plan: the plan itself, a pillar, a measure, a cost.
 *
 * Elements are made, changed and removed by #PactPlan alone, from what the database says; for
 * everybody else they are read-only. The plan owns its elements, an element does not own its
 * plan. Belongs to the thread that made the plan.
 */
struct _PactElement
{
  GObject parent_instance;

  const PactKind *kind;
  char *uuid;
  gint64 position;
  char *created;
  char *modified;
  char *extra;
  char **values;
  char *shown_title; /* if the title cannot be shown as it is */

  /* Of the element alone: answers that are needed, and how many of them are there. */
  guint n_required;
  guint n_filled;

  /* The same with everything below it, kept up with each change. */
  PactTally tally;

  GPtrArray *unsaved; /* (nullable): PactField, those in which something stands that could not be saved */

  /* Borrowed references */
  const PactElementHome *home; /* NULL once it was removed */
  PactElement *parent;

  /* Owned references: a list of children for each kind of the model, made when first needed */
  GListStore **children;
};

enum
{
  CHANGED,
  TALLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactElement, pact_element, G_TYPE_OBJECT)

static void
pact_element_finalize (GObject *object)
{
  PactElement *self = PACT_ELEMENT (object);

  for (gsize i = 0; i < self->kind->n_fields; i++)
    g_free (self->values[i]);
  g_free (self->values);
  for (gsize i = 0; self->children != NULL && i < PACT_MAX_KINDS; i++)
    g_clear_object (&self->children[i]);
  g_free (self->children);
  g_clear_pointer (&self->unsaved, g_ptr_array_unref);
  g_free (self->uuid);
  g_free (self->created);
  g_free (self->modified);
  g_free (self->extra);
  g_free (self->shown_title);

  G_OBJECT_CLASS (pact_element_parent_class)->finalize (object);
}

static void
pact_element_class_init (PactElementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pact_element_finalize;

  /**
   * PactElement::changed:
   * @self: the element
   * @field: (type gpointer): the #PactField that changed, or %NULL if its place or its
   *   standing among the others did
   *
   * Something about the element is different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * PactElement::tallied:
   * @self: the element
   *
   * What is needed of the element or of something below it may be different, see pact_element_get_tally(). Emitted once
   * for an edit.
   */
  signals[TALLIED] = g_signal_new ("tallied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
pact_element_init (PactElement *self)
{
}

static gboolean
is_measure (PactElement *self)
{
  return (self->kind->flags & PACT_KIND_MEASURE) != 0;
}

/* Frees @record; what it says becomes the element's. */
PactElement *
_pact_element_new_take (const PactElementHome *home,
                        PactRecord *record)
{
  PactElement *self = g_object_new (PACT_TYPE_ELEMENT, NULL);

  self->home = home;
  self->kind = record->kind;
  self->uuid = record->uuid;
  self->position = record->position;
  self->created = record->created;
  self->modified = record->modified;
  self->extra = record->extra;
  self->values = record->values;
  /* Nothing is asked of it before it is counted, so nothing is missing. */
  self->tally.measures = self->tally.ready = is_measure (self) && !pact_element_is_left_out (self);
  g_free (record->parent);
  g_free (record);

  return self;
}

static gboolean
replace_string (char **target,
                const char *source)
{
  if (g_strcmp0 (*target, source) == 0)
    return FALSE;

  g_free (*target);
  *target = g_strdup (source);

  return TRUE;
}

/* Takes the values of @record and lists each field that is different. */
gboolean
_pact_element_update (PactElement *self,
                      const PactRecord *record,
                      GPtrArray *changed_fields)
{
  gboolean changed = FALSE;

  replace_string (&self->created, record->created);
  replace_string (&self->modified, record->modified);
  replace_string (&self->extra, record->extra);
  for (gsize i = 0; i < self->kind->n_fields; i++)
    {
      if (!replace_string (&self->values[i], record->values[i]))
        continue;
      changed = TRUE;
      g_ptr_array_add (changed_fields, (gpointer) &self->kind->fields[i]);
    }

  return changed;
}

static GListStore *
get_store (PactElement *self,
           const PactKind *kind)
{
  gsize index = pact_model_get_index (self->home->model, kind);

  if (self->children == NULL)
    self->children = g_new0 (GListStore *, PACT_MAX_KINDS);
  if (self->children[index] == NULL)
    self->children[index] = g_list_store_new (PACT_TYPE_ELEMENT);

  return self->children[index];
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer data)
{
  PactElement *one = PACT_ELEMENT ((gpointer) a);
  PactElement *two = PACT_ELEMENT ((gpointer) b);

  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;

  return strcmp (one->uuid, two->uuid);
}

static int
compare_indirect (gconstpointer a,
                  gconstpointer b)
{
  return compare_positions (*(gconstpointer *) a, *(gconstpointer *) b, NULL);
}

/* The list is sorted, so that looking for an element need not ask all others. */
static guint
find_index (PactElement *self)
{
  GListModel *siblings = G_LIST_MODEL (get_store (self->parent, self->kind));
  guint low = 0, high = g_list_model_get_n_items (siblings);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (PactElement) other = g_list_model_get_item (siblings, middle);
      int order = compare_positions (other, self, NULL);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  g_return_val_if_reached (G_MAXUINT);
}

static gboolean
is_ready (PactElement *self)
{
  return is_measure (self) && self->tally.measures > 0 && self->tally.filled == self->tally.required;
}

/* Adds to the tally of @self and of all above it, where a measure may become ready or cease to be. */
static void
add_tally (PactElement *self,
           PactTally change,
           int sign)
{
  for (PactElement *element = self; element != NULL; element = element->parent)
    {
      gboolean was_ready = is_ready (element);

      element->tally.filled += sign * change.filled;
      element->tally.required += sign * change.required;
      element->tally.measures += sign * change.measures;
      change.ready += sign * (is_ready (element) - was_ready);
      element->tally.ready += sign * change.ready;
    }
}

void
_pact_element_attach (PactElement *self,
                      PactElement *parent,
                      gint64 position)
{
  self->parent = parent;
  self->position = position;
  add_tally (parent, self->tally, 1);
  g_list_store_insert_sorted (get_store (parent, self->kind), self, compare_positions, NULL);
}

/* Puts many children of one kind below a parent that has none of it yet, with a single notice. */
void
_pact_element_attach_all (PactElement *parent,
                          GPtrArray *children)
{
  PactElement *first = g_ptr_array_index (children, 0);

  for (guint i = 0; i < children->len; i++)
    {
      PactElement *child = g_ptr_array_index (children, i);

      child->parent = parent;
      add_tally (parent, child->tally, 1);
    }
  g_ptr_array_sort (children, compare_indirect);
  g_list_store_splice (get_store (parent, first->kind), 0, 0, children->pdata, children->len);
}

void
_pact_element_detach (PactElement *self)
{
  if (self->parent == NULL)
    return;

  g_list_store_remove (get_store (self->parent, self->kind), find_index (self));
  add_tally (self->parent, self->tally, -1);
  self->parent = NULL;
}

/* The plan is going away; whoever still holds the element must not ask it for the plan. */
void
_pact_element_orphan (PactElement *self)
{
  self->home = NULL;
  self->parent = NULL;
}

void
_pact_element_tell_changed (PactElement *self,
                            const PactField *field)
{
  g_signal_emit (self, signals[CHANGED], 0, field);
}

void
_pact_element_tell_tallied (PactElement *self)
{
  g_signal_emit (self, signals[TALLIED], 0);
}

static PactMistake
find_saved_mistake (PactElement *self,
                    const PactField *field)
{
  return pact_field_find_mistake (field, self->kind, (const char *const *) self->values, pact_element_is_waived (self));
}

/* Counts the answers of the element anew. An answer beside which something unsaved stands is not what was meant: it counts as
 * one that is wrong does. */
void
_pact_element_recount (PactElement *self)
{
  PactTally change = { 0 };
  guint filled, required;

  pact_kind_count_answers (self->kind, (const char *const *) self->values, pact_element_is_waived (self), &filled, &required);
  for (guint i = 0; self->unsaved != NULL && i < self->unsaved->len; i++)
    {
      const PactField *field = g_ptr_array_index (self->unsaved, i);

      if (find_saved_mistake (self, field) != PACT_MISTAKE_NONE)
        continue;
      if (pact_element_needs_value (self, field))
        filled--;
      else
        required++;
    }
  change.filled = filled - self->n_filled;
  change.required = required - self->n_required;
  if (is_measure (self))
    change.measures = !pact_element_is_left_out (self) - self->tally.measures;
  self->n_filled = filled;
  self->n_required = required;
  add_tally (self, change, 1);
}

static gboolean
holds_same (GPtrArray *one,
            GPtrArray *other)
{
  if ((one != NULL ? one->len : 0) != (other != NULL ? other->len : 0))
    return FALSE;
  for (guint i = 0; one != NULL && i < one->len; i++)
    {
      if (!g_ptr_array_find (other, g_ptr_array_index (one, i), NULL))
        return FALSE;
    }

  return TRUE;
}

/* Says in which fields, each once, something stands that could not be saved; %NULL for none. Returns whether that is news. */
gboolean
_pact_element_set_unsaved (PactElement *self,
                           GPtrArray *fields)
{
  if (holds_same (self->unsaved, fields))
    return FALSE;

  g_clear_pointer (&self->unsaved, g_ptr_array_unref);
  self->unsaved = fields != NULL ? g_ptr_array_ref (fields) : NULL;

  return TRUE;
}

/**
 * pact_element_get_kind:
 * @self: an element
 *
 * Returns: (transfer none): its kind
 */
const PactKind *
pact_element_get_kind (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->kind;
}

/**
 * pact_element_is_kind:
 * @self: (nullable): an element
 * @kind_name: the name of a kind
 *
 * Returns: whether there is an element and it is of that kind
 */
gboolean
pact_element_is_kind (PactElement *self,
                      const char *kind_name)
{
  return self != NULL && g_str_equal (self->kind->name, kind_name);
}

/**
 * pact_element_get_uuid:
 * @self: an element
 *
 * Returns: (transfer none): its UUID, in lower case
 */
const char *
pact_element_get_uuid (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->uuid;
}

/**
 * pact_element_get_plan:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the plan it belongs to; %NULL once it was removed
 */
PactPlan *
pact_element_get_plan (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->home != NULL ? self->home->plan : NULL;
}

/**
 * pact_element_get_parent:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the element it stands under, %NULL for the plan itself
 */
PactElement *
pact_element_get_parent (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->parent;
}

/**
 * pact_element_get_position:
 * @self: an element
 *
 * Returns: its position, a number that grows from one sibling to the next
 */
gint64
pact_element_get_position (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), 0);

  return self->position;
}

/**
 * pact_element_get_index:
 * @self: an element
 *
 * Returns: how many siblings of the same kind stand before it
 */
guint
pact_element_get_index (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), 0);

  return self->parent != NULL ? find_index (self) : 0;
}

/**
 * pact_element_get_created:
 * @self: an element
 *
 * Returns: (transfer none): when it was made, in UTC
 */
const char *
pact_element_get_created (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->created;
}

/**
 * pact_element_get_modified:
 * @self: an element
 *
 * Returns: (transfer none): when one of its own fields or its place was last changed, in UTC
 */
const char *
pact_element_get_modified (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->modified;
}

/**
 * pact_element_get_extra:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): a JSON object of members this version does not know
 */
const char *
pact_element_get_extra (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->extra;
}

/**
 * pact_element_get_value:
 * @self: an element
 * @field: a field of its kind
 *
 * Returns: (transfer none) (nullable): the value in canonical form
 */
const char *
pact_element_get_value (PactElement *self,
                        const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  return self->values[pact_kind_get_field_index (self->kind, field)];
}

/**
 * pact_element_get:
 * @self: an element
 * @field_name: the name of a field of its kind
 *
 * Returns: (transfer none) (nullable): the value in canonical form
 */
const char *
pact_element_get (PactElement *self,
                  const char *field_name)
{
  const PactField *field;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  field = pact_kind_find_field (self->kind, field_name);
  g_return_val_if_fail (field != NULL, NULL);

  return pact_element_get_value (self, field);
}

static const char *
get_own_title (PactElement *self,
               const PactField *field)
{
  const char *value = pact_element_get_value (self, field);
  g_autofree char *harmless = NULL;

  if (!pact_field_is_answered (field, value))
    return NULL;
  if (pact_text_is_harmless (value))
    return value;

  harmless = pact_text_make_harmless (value);
  replace_string (&self->shown_title, harmless);

  return self->shown_title;
}

/**
 * pact_element_get_title:
 * @self: an element
 *
 * Returns: (transfer none) (nullable): the name by which people know it, harmless for what stands beside it; an involvement
 *   goes by its actor's; %NULL if there is nothing to see in it
 */
const char *
pact_element_get_title (PactElement *self)
{
  const PactField *field;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  field = pact_kind_get_title_field (self->kind);
  if (field != NULL)
    return get_own_title (self, field);

  for (gsize i = 0; self->home != NULL && i < self->kind->n_fields; i++)
    {
      PactElement *other;

      if (self->kind->fields[i].type != PACT_TYPE_REFERENCE || self->values[i] == NULL)
        continue;
      other = g_hash_table_lookup (self->home->elements, self->values[i]);
      /* Only a title of its own: what goes by another's could lead back here. */
      field = other != NULL ? pact_kind_get_title_field (other->kind) : NULL;
      if (field != NULL)
        return get_own_title (other, field);
    }

  return NULL;
}

/**
 * pact_element_get_name:
 * @self: an element
 *
 * Returns: (transfer none): what it is called wherever it is listed or spoken of: its title, the label of its kind if that gives
 *   no titles, or that it has none
 */
const char *
pact_element_get_name (PactElement *self)
{
  const char *title;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  title = pact_element_get_title (self);
  if (title != NULL)
    return title;

  return pact_kind_get_title_field (self->kind) != NULL ? C_ ("element", "Without a name") : pact_kind_get_label (self->kind);
}

/**
 * pact_element_get_children:
 * @self: an element
 * @kind: a kind that may stand below it
 *
 * Returns: (transfer none): the living list of its children of that kind, of #PactElement
 */
GListModel *
pact_element_get_children (PactElement *self,
                           const PactKind *kind)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);
  g_return_val_if_fail (self->home != NULL, NULL);

  return G_LIST_MODEL (get_store (self, kind));
}

/**
 * pact_element_get_children_by_name:
 * @self: an element
 * @kind_name: the name of a kind that may stand below it
 *
 * Returns: (transfer none): the living list of its children of that kind, of #PactElement
 */
GListModel *
pact_element_get_children_by_name (PactElement *self,
                                   const char *kind_name)
{
  const PactKind *kind;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);
  g_return_val_if_fail (self->home != NULL, NULL);

  kind = pact_model_find_kind (self->home->model, kind_name);
  g_return_val_if_fail (kind != NULL, NULL);

  return pact_element_get_children (self, kind);
}

/**
 * pact_element_find_mistake:
 * @self: an element
 * @field: a field of its kind
 *
 * Returns: what keeps @field from being submitted as it is
 */
PactMistake
pact_element_find_mistake (PactElement *self,
                           const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), PACT_MISTAKE_NONE);

  if (self->unsaved != NULL && g_ptr_array_find (self->unsaved, field, NULL))
    return PACT_MISTAKE_UNSAVED;

  return find_saved_mistake (self, field);
}

/**
 * pact_element_get_completeness:
 * @self: an element
 * @filled: (out) (optional): how many of the answers that a submission needs of it are there
 * @required: (out) (optional): how many it needs
 *
 * Tells of @self alone; pact_element_get_tally() tells of what stands below it too.
 */
void
pact_element_get_completeness (PactElement *self,
                               guint *filled,
                               guint *required)
{
  g_return_if_fail (PACT_IS_ELEMENT (self));

  if (filled != NULL)
    *filled = self->n_filled;
  if (required != NULL)
    *required = self->n_required;
}

/**
 * pact_element_get_tally:
 * @self: an element
 * @tally: (out caller-allocates): where to put it
 *
 * Tells how far @self is filled in, with everything below it. The tree, the sections, the overview, the submission and the
 * command line all ask here, so that none says something else than another. It takes no time: it is kept up with each change.
 */
void
pact_element_get_tally (PactElement *self,
                        PactTally *tally)
{
  g_return_if_fail (PACT_IS_ELEMENT (self));
  g_return_if_fail (tally != NULL);

  *tally = self->tally;
}

/**
 * pact_element_to_record:
 * @self: an element
 *
 * Returns: (transfer full): a copy as plain data
 */
PactRecord *
pact_element_to_record (PactElement *self)
{
  PactRecord view = { 0 };

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  view.kind = self->kind;
  view.uuid = self->uuid;
  view.parent = self->parent != NULL ? self->parent->uuid : NULL;
  view.position = self->position;
  view.created = self->created;
  view.modified = self->modified;
  view.extra = self->extra;
  view.values = self->values;

  return pact_record_copy (&view);
}

/**
 * pact_element_walk:
 * @self: an element
 * @func: (scope call): what to do with each
 * @data: handed to @func
 *
 * Calls @func for @self and then for everything below it: parents first, siblings in their order,
 * the kinds in the order of the model. @func must not change the tree.
 */
void
pact_element_walk (PactElement *self,
                   PactElementFunc func,
                   gpointer data)
{
  g_return_if_fail (PACT_IS_ELEMENT (self));

  func (self, data);
  for (gsize i = 0; self->children != NULL && i < PACT_MAX_KINDS; i++)
    {
      guint n_children = self->children[i] != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children[i])) : 0;

      for (guint j = 0; j < n_children; j++)
        {
          g_autoptr (PactElement) child = g_list_model_get_item (G_LIST_MODEL (self->children[i]), j);

          pact_element_walk (child, func, data);
        }
    }
}
