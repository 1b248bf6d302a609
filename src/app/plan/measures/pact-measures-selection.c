/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measures-selection"

#include "config.h"

#include <string.h>

#include "pact-measures-selection.h"
#include "pact-value.h"

/**
 * PactMeasuresSelection:
 *
 * What is chosen in the tree of measures, as elements: it outlives the rows, which go and come when something is moved,
 * filtered or closed. There is always something chosen as long as there is a row.
 */
struct _PactMeasuresSelection
{
  GObject parent_instance;

  GtkMultiSelection *selection; /* not owned: whoever owns this owns the list too */
  GtkFilter *filter;
  GtkTreeListModel *rows;
  PactPlan *plan;
  GPtrArray *chosen; /* PactElement, in the order of the rows */
  GPtrArray *heirs;  /* PactElement: the first that is there is chosen when all that are chosen go */
  GHashTable *origins; /* UUID of what was added here: GPtrArray of the UUIDs of what was chosen before */
  guint source;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactMeasuresSelection, pact_measures_selection, G_TYPE_OBJECT)

/* The place of an element in a list of which some may be left out. */
static guint
find_in_list (GListModel *list,
              PactElement *element)
{
  guint n = g_list_model_get_n_items (list);
  guint index = pact_element_get_index (element);
  g_autoptr (PactElement) likely = g_list_model_get_item (list, index);

  for (guint i = 0; likely != element && i < n; i++)
    {
      g_autoptr (PactElement) candidate = g_list_model_get_item (list, i);

      if (candidate == element)
        return i;
    }

  return likely == element ? index : GTK_INVALID_LIST_POSITION;
}

/* The row of an element; NULL if what is filtered by hides it, or, unless @expand opens that, something above it is closed. */
static GtkTreeListRow *
find_row (PactMeasuresSelection *self,
          PactElement *element,
          gboolean expand)
{
  PactElement *parent = pact_element_get_parent (element);
  g_autoptr (GtkTreeListRow) parent_row = NULL;
  GListModel *siblings;
  guint index;

  if (parent == NULL)
    return NULL;
  if (pact_element_get_parent (parent) == NULL)
    {
      index = find_in_list (gtk_tree_list_model_get_model (self->rows), element);
      return index != GTK_INVALID_LIST_POSITION ? gtk_tree_list_model_get_child_row (self->rows, index) : NULL;
    }

  parent_row = find_row (self, parent, expand);
  if (parent_row != NULL && expand)
    gtk_tree_list_row_set_expanded (parent_row, TRUE);
  if (parent_row == NULL || !gtk_tree_list_row_get_expanded (parent_row))
    return NULL;
  siblings = gtk_tree_list_row_get_children (parent_row);
  index = find_in_list (siblings, element);

  return index != GTK_INVALID_LIST_POSITION ? gtk_tree_list_row_get_child_row (parent_row, index) : NULL;
}

static GPtrArray *
read_selection (PactMeasuresSelection *self)
{
  GPtrArray *elements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selection, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      g_ptr_array_add (elements, gtk_tree_list_row_get_item (row));
    }

  return elements;
}

static gboolean
are_equal (GPtrArray *one,
           GPtrArray *two)
{
  return one->len == two->len && (one->len == 0 || memcmp (one->pdata, two->pdata, one->len * sizeof (gpointer)) == 0);
}

static void
add_heir (PactMeasuresSelection *self,
          PactElement *heir)
{
  if (heir != NULL && pact_element_get_parent (heir) != NULL)
    g_ptr_array_add (self->heirs, g_object_ref (heir));
}

/* The nearest sibling in a direction that is shown and not chosen itself. */
static PactElement *
find_sibling (PactMeasuresSelection *self,
              PactElement *element,
              int direction,
              GHashTable *chosen)
{
  GListModel *siblings = pact_element_get_children (pact_element_get_parent (element), pact_element_get_kind (element));

  /* Below the first lies a number that is greater than any. */
  for (guint i = pact_element_get_index (element) + direction; i < g_list_model_get_n_items (siblings); i += direction)
    {
      g_autoptr (PactElement) sibling = g_list_model_get_item (siblings, i);

      if (!g_hash_table_contains (chosen, sibling) && gtk_filter_match (self->filter, sibling))
        return sibling;
    }

  return NULL;
}

/* Remembers what is to be chosen should all that is chosen go, whoever makes it go: the sibling behind it, else the one before
 * it, else what it stands under. */
static void
update_heirs (PactMeasuresSelection *self)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  PactElement *last;

  g_ptr_array_set_size (self->heirs, 0);
  if (self->chosen->len == 0)
    return;

  for (guint i = 0; i < self->chosen->len; i++)
    g_hash_table_add (chosen, g_ptr_array_index (self->chosen, i));
  last = g_ptr_array_index (self->chosen, self->chosen->len - 1);
  for (PactElement *above = last; above != NULL; above = pact_element_get_parent (above))
    {
      if (g_hash_table_contains (chosen, above))
        last = above;
    }
  if (pact_element_get_parent (last) == NULL)
    return;

  add_heir (self, find_sibling (self, last, 1, chosen));
  add_heir (self, find_sibling (self, last, -1, chosen));
  for (PactElement *above = pact_element_get_parent (last); above != NULL; above = pact_element_get_parent (above))
    add_heir (self, above);
}

static void
set_chosen (PactMeasuresSelection *self,
            GPtrArray *elements)
{
  gboolean changed = !are_equal (self->chosen, elements);

  if (changed)
    {
      g_ptr_array_unref (self->chosen);
      self->chosen = g_ptr_array_ref (elements);
    }
  update_heirs (self);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Selects the rows of @elements, as far as they have one. */
static void
select_rows (PactMeasuresSelection *self,
             GPtrArray *elements,
             gboolean expand)
{
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) chosen = NULL;

  /* The positions only when all is open. */
  for (guint i = 0; i < elements->len; i++)
    {
      GtkTreeListRow *row = find_row (self, g_ptr_array_index (elements, i), expand);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < rows->len; i++)
    gtk_bitset_add (wanted, gtk_tree_list_row_get_position (g_ptr_array_index (rows, i)));

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), wanted, all);
  g_clear_handle_id (&self->source, g_source_remove);
  chosen = read_selection (self);
  set_chosen (self, chosen);
}

static gboolean
is_in_plan (PactMeasuresSelection *self,
            PactElement *element)
{
  return pact_plan_lookup (self->plan, pact_element_get_uuid (element)) == element;
}

static gboolean
has_row (PactMeasuresSelection *self,
         PactElement *element,
         gboolean expand)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, element, expand);

  return row != NULL;
}

/* The first row; after something else was chosen and filtered out, the first that nothing stands under. */
static PactElement *
find_first (PactMeasuresSelection *self)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);
  g_autoptr (PactElement) element = NULL;

  while (row != NULL && self->chosen->len > 0)
    {
      GtkTreeListRow *below = gtk_tree_list_row_get_child_row (row, 0);

      if (below == NULL)
        break;
      g_set_object (&row, below);
      g_object_unref (below);
    }
  element = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return element;
}

/* What was chosen before what is chosen now was added, as far as it is still there. */
static void
list_origin (PactMeasuresSelection *self,
             gboolean expand,
             GPtrArray *list)
{
  GPtrArray *origin = NULL;

  for (guint i = 0; i < self->chosen->len && origin == NULL; i++)
    origin = g_hash_table_lookup (self->origins, pact_element_get_uuid (g_ptr_array_index (self->chosen, i)));
  for (guint i = 0; origin != NULL && i < origin->len; i++)
    {
      PactElement *element = pact_plan_lookup (self->plan, g_ptr_array_index (origin, i));

      if (element != NULL && has_row (self, element, expand))
        g_ptr_array_add (list, element);
    }
}

/* What is chosen when none of those that were has a row any more: what they stand under if that was closed, what comes instead
 * of them if they went, else the first that is left. */
static PactElement *
find_heir (PactMeasuresSelection *self,
           gboolean expand)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      for (PactElement *above = g_ptr_array_index (self->chosen, i); above != NULL; above = pact_element_get_parent (above))
        {
          if (is_in_plan (self, above) && has_row (self, above, FALSE))
            return above;
        }
    }
  for (guint i = 0; i < self->heirs->len; i++)
    {
      PactElement *heir = g_ptr_array_index (self->heirs, i);

      if (is_in_plan (self, heir) && has_row (self, heir, expand))
        return heir;
    }

  return find_first (self);
}

/* Has the selection say what is chosen again after rows went and came. With @expand, what was closed is opened for it. With
 * @go_back, what goes has not been deleted, but was never added. */
static void
restore (PactMeasuresSelection *self,
         gboolean expand,
         gboolean go_back)
{
  g_autoptr (GPtrArray) there = g_ptr_array_new ();
  g_autoptr (GPtrArray) selected = read_selection (self);

  for (guint i = 0; i < self->chosen->len; i++)
    {
      PactElement *element = g_ptr_array_index (self->chosen, i);

      if (is_in_plan (self, element) && has_row (self, element, expand))
        g_ptr_array_add (there, element);
    }
  if (there->len == 0 && go_back)
    list_origin (self, expand, there);
  if (there->len == 0)
    {
      PactElement *heir = find_heir (self, expand);

      if (heir != NULL)
        g_ptr_array_add (there, heir);
    }

  if (are_equal (there, selected))
    set_chosen (self, selected);
  else
    select_rows (self, there, expand);
}

static gboolean
selected_cb (gpointer user_data)
{
  PactMeasuresSelection *self = PACT_MEASURES_SELECTION (user_data);
  g_autoptr (GPtrArray) selected = NULL;

  self->source = 0;
  selected = read_selection (self);
  if (selected->len > 0)
    set_chosen (self, selected);
  else
    restore (self, FALSE, FALSE);

  return G_SOURCE_REMOVE;
}

/* While an edit is applied rows go and come, and the selection jumps. Only what it says when all
 * is done counts. */
static void
items_changed_cb (PactMeasuresSelection *self)
{
  if (self->source == 0 && self->rows != NULL)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, selected_cb, self, NULL);
}

/* What somebody selects counts at once: an edit that comes next, such as of what was just being typed or of another program, would
 * have what was chosen before selected again. */
static void
selection_changed_cb (PactMeasuresSelection *self)
{
  g_autoptr (GPtrArray) selected = read_selection (self);

  if (self->source == 0 && self->rows != NULL && selected->len > 0)
    set_chosen (self, selected);
  else
    items_changed_cb (self);
}

static void
pact_measures_selection_dispose (GObject *object)
{
  PactMeasuresSelection *self = PACT_MEASURES_SELECTION (object);

  pact_measures_selection_set_rows (self, NULL, NULL);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (pact_measures_selection_parent_class)->dispose (object);
}

static void
pact_measures_selection_finalize (GObject *object)
{
  PactMeasuresSelection *self = PACT_MEASURES_SELECTION (object);

  g_ptr_array_unref (self->chosen);
  g_ptr_array_unref (self->heirs);
  g_hash_table_unref (self->origins);

  G_OBJECT_CLASS (pact_measures_selection_parent_class)->finalize (object);
}

static void
pact_measures_selection_class_init (PactMeasuresSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pact_measures_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_measures_selection_finalize;

  /**
   * PactMeasuresSelection::changed:
   * @self: the selection
   *
   * Something else is chosen now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
pact_measures_selection_init (PactMeasuresSelection *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  self->heirs = g_ptr_array_new_with_free_func (g_object_unref);
  self->origins = g_hash_table_new_full (pact_uuid_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * pact_measures_selection_new:
 * @selection: what the list shows, which must live longer
 * @filter: what is filtered by
 *
 * Returns: (transfer full): a selection without rows
 */
PactMeasuresSelection *
pact_measures_selection_new (GtkMultiSelection *selection,
                             GtkFilter *filter)
{
  PactMeasuresSelection *self = g_object_new (PACT_TYPE_MEASURES_SELECTION, NULL);

  self->selection = selection;
  self->filter = g_object_ref (filter);
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * pact_measures_selection_set_rows:
 * @self: a selection
 * @rows: (nullable): the rows that are selected from now on, of which the first is chosen
 * @plan: (nullable): the plan whose elements they show
 */
void
pact_measures_selection_set_rows (PactMeasuresSelection *self,
                                  GtkTreeListModel *rows,
                                  PactPlan *plan)
{
  g_return_if_fail (PACT_IS_MEASURES_SELECTION (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_set_object (&self->rows, rows);
  g_set_object (&self->plan, plan);
  g_ptr_array_set_size (self->heirs, 0);
  g_hash_table_remove_all (self->origins);
  g_ptr_array_unref (self->chosen);
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  if (rows != NULL)
    restore (self, FALSE, FALSE);
}

/**
 * pact_measures_selection_get_chosen:
 * @self: a selection
 *
 * Returns: (transfer none) (element-type PactElement): what is chosen, in the order of the rows
 */
GPtrArray *
pact_measures_selection_get_chosen (PactMeasuresSelection *self)
{
  g_return_val_if_fail (PACT_IS_MEASURES_SELECTION (self), NULL);

  /* A key may come before what the key before it has selected was looked at. */
  if (self->source != 0)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      selected_cb (self);
    }

  return self->chosen;
}

/**
 * pact_measures_selection_contains:
 * @self: a selection
 * @element: an element of the plan
 *
 * Returns: whether @element is chosen
 */
gboolean
pact_measures_selection_contains (PactMeasuresSelection *self,
                                  PactElement *element)
{
  g_return_val_if_fail (PACT_IS_MEASURES_SELECTION (self), FALSE);

  return g_ptr_array_find (self->chosen, element, NULL);
}

/**
 * pact_measures_selection_choose:
 * @self: a selection
 * @elements: (element-type PactElement): elements of the plan
 *
 * Chooses @elements, and opens what they stand under. If none of them can be shown nothing happens.
 */
void
pact_measures_selection_choose (PactMeasuresSelection *self,
                                GPtrArray *elements)
{
  gboolean can_show = FALSE;

  g_return_if_fail (PACT_IS_MEASURES_SELECTION (self));
  g_return_if_fail (elements != NULL);

  for (guint i = 0; self->rows != NULL && !can_show && i < elements->len; i++)
    can_show = has_row (self, g_ptr_array_index (elements, i), TRUE);
  if (can_show)
    select_rows (self, elements, TRUE);
}

/**
 * pact_measures_selection_choose_added:
 * @self: a selection
 * @elements: (element-type PactElement): elements of the plan that were just added
 *
 * Chooses @elements as pact_measures_selection_choose() does, and remembers what is chosen now: when the addition is taken back
 * that is chosen again.
 */
void
pact_measures_selection_choose_added (PactMeasuresSelection *self,
                                      GPtrArray *elements)
{
  g_autoptr (GPtrArray) origin = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *chosen;

  g_return_if_fail (PACT_IS_MEASURES_SELECTION (self));
  g_return_if_fail (elements != NULL);

  chosen = pact_measures_selection_get_chosen (self);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (origin, g_strdup (pact_element_get_uuid (g_ptr_array_index (chosen, i))));
  for (guint i = 0; i < elements->len; i++)
    g_hash_table_insert (self->origins, g_strdup (pact_element_get_uuid (g_ptr_array_index (elements, i))),
                         g_ptr_array_ref (origin));
  pact_measures_selection_choose (self, elements);
}

/**
 * pact_measures_selection_restore:
 * @self: a selection
 * @is_undoing: whether an edit is being taken back
 *
 * To be called when the plan or what is filtered by has changed: what was chosen and is still there is chosen again. What has
 * gone is followed by its next sibling, else the one before, else by what it stood under; what was added and is taken back by
 * what was chosen before it was added.
 */
void
pact_measures_selection_restore (PactMeasuresSelection *self,
                                 gboolean is_undoing)
{
  g_return_if_fail (PACT_IS_MEASURES_SELECTION (self));

  if (self->rows != NULL)
    restore (self, TRUE, is_undoing);
}
