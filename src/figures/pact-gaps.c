/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-gaps"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-gaps.h"
#include "pact-mistake.h"

/* The questions that people would ask, in the order in which they would ask them. What is not named here comes behind, in the order
 * of the model table, and is asked for by the name of its field. */
static const struct
{
  const char *kind;
  const char *field;
  const char *question;
} questions[] = {
  { "measure", "situation", NC_ ("question", "Where do you stand?") },
  { "measure", "lead", NC_ ("question", "Who leads?") },
  { "measure", "start", NC_ ("question", "When does it start?") },
  { "measure", "end", NC_ ("question", "When does it end?") },
  { "indicator", "title", NC_ ("question", "What is counted?") },
  { "indicator", "baseline", NC_ ("question", "Where do you begin?") },
  { "indicator", "target", NC_ ("question", "What do you want to reach?") },
  { "indicator", "source", NC_ ("question", "Where will the values come from?") },
  { "milestone", "due", NC_ ("question", "By when?") },
};

/**
 * pact_gap_free:
 * @self: (transfer full): a gap
 */
void
pact_gap_free (PactGap *self)
{
  g_ptr_array_unref (self->elements);
  g_free (self);
}

/**
 * pact_gap_is_open:
 * @element: an element
 * @field: a field of its kind
 *
 * Returns: whether the field has to be answered before the plan is submitted, or to be answered otherwise
 */
gboolean
pact_gap_is_open (PactElement *element,
                  const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  return pact_element_find_mistake (element, field) != PACT_MISTAKE_NONE;
}

static void
add_element (GPtrArray *gaps,
             GHashTable *by_field,
             PactElement *element,
             const PactField *field)
{
  PactGap *gap = g_hash_table_lookup (by_field, field);

  if (gap == NULL)
    {
      gap = g_new0 (PactGap, 1);
      gap->kind = pact_element_get_kind (element);
      gap->field = field;
      gap->elements = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (gaps, gap);
      g_hash_table_insert (by_field, (gpointer) field, gap);
    }
  g_ptr_array_add (gap->elements, g_object_ref (element));
}

/* Goes only where something is missing. */
static void
collect (GPtrArray *gaps,
         GHashTable *by_field,
         PactElement *element,
         const PactModel *model)
{
  const PactKind *kind = pact_element_get_kind (element);
  PactTally tally;

  pact_element_get_tally (element, &tally);
  if (tally.filled == tally.required)
    return;

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (pact_gap_is_open (element, &kind->fields[i]))
        add_element (gaps, by_field, element, &kind->fields[i]);
    }
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      GListModel *children;

      if (!pact_kind_may_contain (kind, &model->kinds[i]))
        continue;
      children = pact_element_get_children (element, &model->kinds[i]);
      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr (PactElement) child = g_list_model_get_item (children, j);

          collect (gaps, by_field, child, model);
        }
    }
}

/* The plan itself first, then the questions above, then what is left. */
static guint
get_rank (const PactGap *gap)
{
  if (gap->kind->parents[0] == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      if (g_str_equal (questions[i].kind, gap->kind->name) && g_str_equal (questions[i].field, gap->field->name))
        return i + 1;
    }

  return G_N_ELEMENTS (questions) + 1;
}

/* Kinds and fields lie in their tables in the order in which they come. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const PactGap *one = *(const PactGap *const *) a;
  const PactGap *two = *(const PactGap *const *) b;
  guint rank = get_rank (one);
  guint other_rank = get_rank (two);

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;
  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;

  return one->field < two->field ? -1 : one->field > two->field;
}

/**
 * pact_gaps_find:
 * @plan: a plan
 *
 * Finds all that is missing before a plan can be submitted: each question with the elements that it has to be asked of, and the
 * questions in the order in which people would ask them.
 *
 * Returns: (transfer full) (element-type PactGap): the questions that are open
 */
GPtrArray *
pact_gaps_find (PactPlan *plan)
{
  GPtrArray *gaps;
  g_autoptr (GHashTable) by_field = NULL;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_gap_free);
  by_field = g_hash_table_new (g_direct_hash, g_direct_equal);
  collect (gaps, by_field, pact_plan_get_root (plan), pact_plan_get_model (plan));
  g_ptr_array_sort (gaps, compare);

  return gaps;
}

/* The measures of a plan in their order, and how many of them come up to a certain element. */
typedef struct
{
  PactElement *element;
  GPtrArray *measures; /* PactElement, borrowed */
  guint n_before;
} MeasureList;

static void
list_measure (PactElement *element,
              gpointer data)
{
  MeasureList *list = data;

  if (pact_element_is_kind (element, "measure"))
    g_ptr_array_add (list->measures, element);
  if (element == list->element)
    list->n_before = list->measures->len;
}

/* What is asked for first in a measure and all that belongs to it. */
static PactElement *
find_first (PactElement *measure,
            const PactField **field)
{
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_gap_free);
  g_autoptr (GHashTable) by_field = g_hash_table_new (g_direct_hash, g_direct_equal);
  PactGap *first;

  collect (gaps, by_field, measure, pact_plan_get_model (pact_element_get_plan (measure)));
  if (gaps->len == 0)
    return NULL;

  g_ptr_array_sort (gaps, compare);
  first = g_ptr_array_index (gaps, 0);
  *field = first->field;

  return g_ptr_array_index (first->elements, 0);
}

/**
 * pact_gaps_find_next:
 * @element: an element of a plan
 * @field: (out) (transfer none): what is missing first in the measure that was found
 *
 * Finds the next measure behind @element in which something is missing before the plan can be submitted, and what has to be
 * answered first there. Behind the last measure comes the first; the one that @element belongs to comes last.
 *
 * Returns: (transfer none) (nullable): the measure, or what of it @field is missing in; %NULL if nothing is missing in any measure
 */
PactElement *
pact_gaps_find_next (PactElement *element,
                     const PactField **field)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  MeasureList list = { .element = element, .measures = measures };

  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  pact_element_walk (pact_plan_get_root (pact_element_get_plan (element)), list_measure, &list);
  for (guint i = 0; i < measures->len; i++)
    {
      PactElement *found = find_first (g_ptr_array_index (measures, (list.n_before + i) % measures->len), field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * pact_gap_get_question:
 * @self: a gap
 *
 * Returns: (transfer none): what is asked, in the language of the interface
 */
const char *
pact_gap_get_question (const PactGap *self)
{
  guint rank;

  g_return_val_if_fail (self != NULL, NULL);

  rank = get_rank (self);
  if (rank == 0 || rank > G_N_ELEMENTS (questions))
    return pact_field_get_label (self->field);

  return g_dpgettext2 (GETTEXT_PACKAGE, "question", questions[rank - 1].question);
}
