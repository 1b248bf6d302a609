/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-columns"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-amount.h"
#include "pact-inclusion-counts.h"
#include "pact-table-columns.h"
#include "pact-words.h"

/* The tables and their columns. To add a column is to add a row here. */

static PactElement *
find_main_indicator (PactElement *measure)
{
  GListModel *indicators = pact_element_get_children_by_name (measure, "indicator");
  g_autoptr (PactElement) first = g_list_model_get_item (indicators, 0);

  return first; /* the plan holds it */
}

static PactElement *
get_measure (PactElement *row)
{
  return pact_element_get_ancestor (row, "measure");
}

static char *
dup_number (PactElement *row)
{
  return pact_element_dup_number (get_measure (row));
}

static char *
dup_measure_title (PactElement *row)
{
  return g_strdup (pact_element_get_name (get_measure (row)));
}

static char *
dup_pillar_title (PactElement *row)
{
  PactElement *pillar = pact_element_get_ancestor (row, "pillar");

  return g_strdup (pillar != NULL ? pact_element_get_name (pillar) : "");
}

static char *
dup_partners (PactElement *measure)
{
  GListModel *partners = pact_element_get_children_by_name (measure, "involvement");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (partners); i++)
    {
      g_autoptr (PactElement) partner = g_list_model_get_item (partners, i);
      const PactField *actor = pact_kind_find_field (pact_element_get_kind (partner), "actor");
      const char *value = pact_element_get_value (partner, actor);

      if (value != NULL)
        g_ptr_array_add (names, pact_value_display (actor, value, partner, NULL));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" · ", (char **) names->pdata);
}

/* An overflow is none that anybody has money for: the greatest amount of one cost is 2⁵³. */
static gint64
add_cost (PactElement *cost,
          gint64 sum)
{
  const char *amount = pact_element_get (cost, "amount");
  gint64 value = amount != NULL ? g_ascii_strtoll (amount, NULL, 10) : 0;

  return value < G_MAXINT64 - sum ? sum + value : sum;
}

static gint64
add_costs (PactElement *measure,
           gint64 sum)
{
  GListModel *costs = pact_element_get_children_by_name (measure, "cost");

  for (guint i = 0; i < g_list_model_get_n_items (costs); i++)
    {
      g_autoptr (PactElement) cost = g_list_model_get_item (costs, i);

      sum = add_cost (cost, sum);
    }

  return sum;
}

static gint64
sum_costs (PactElement *measure)
{
  return add_costs (measure, 0);
}

static char *
dup_cost (PactElement *measure)
{
  gint64 sum = sum_costs (measure);

  return sum > 0 ? pact_amount_display (sum, pact_plan_get_currency (pact_element_get_plan (measure)), NULL) : g_strdup ("");
}

static const PactTableColumn measure_columns[] = {
  { .name = "number", .label = NC_ ("column", "No."), .dup_text = dup_number, .width = 6, .is_frozen = TRUE },
  { .name = "title", .label = NC_ ("column", "Measure"), .kind = "measure", .field = "title", .width = 36, .is_frozen = TRUE },
  { .name = "pillar", .label = NC_ ("column", "Pillar"), .dup_text = dup_pillar_title, .width = 16 },
  { .name = "inclusion", .kind = "measure", .field = "inclusion", .width = 14 },
  { .name = "situation", .kind = "measure", .field = "situation", .width = 16 },
  { .name = "lead", .kind = "measure", .field = "lead", .width = 22 },
  { .name = "partners", .label = NC_ ("column", "Partners"), .dup_text = dup_partners, .width = 22 },
  { .name = "start", .kind = "measure", .field = "start", .width = 14 },
  { .name = "end", .kind = "measure", .field = "end", .width = 14 },
  { .name = "status", .kind = "measure", .field = "status", .width = 16 },
  { .name = "priority", .kind = "measure", .field = "priority", .width = 12 },
  { .name = "cost", .label = NC_ ("column", "Cost"), .dup_text = dup_cost, .width = 14, .is_numeric = TRUE },
  { .name = "indicator", .label = NC_ ("column", "Main indicator"), .kind = "indicator", .field = "title",
    .find_element = find_main_indicator, .width = 32 },
  { .name = "baseline", .kind = "indicator", .field = "baseline", .find_element = find_main_indicator, .width = 12, .is_numeric = TRUE },
  { .name = "target", .kind = "indicator", .field = "target", .find_element = find_main_indicator, .width = 12, .is_numeric = TRUE },
};

static const PactTableColumn indicator_columns[] = {
  { .name = "number", .label = NC_ ("column", "No."), .dup_text = dup_number, .width = 6, .is_frozen = TRUE },
  { .name = "title", .label = NC_ ("column", "Indicator"), .kind = "indicator", .field = "title", .width = 36, .is_frozen = TRUE },
  { .name = "measure", .label = NC_ ("column", "Measure"), .dup_text = dup_measure_title, .width = 32 },
  { .name = "type", .kind = "indicator", .field = "type", .width = 14 },
  { .name = "unit", .kind = "indicator", .field = "unit", .width = 14 },
  { .name = "baseline", .kind = "indicator", .field = "baseline", .width = 12, .is_numeric = TRUE },
  { .name = "baseline-date", .kind = "indicator", .field = "baseline_date", .width = 16 },
  { .name = "target", .kind = "indicator", .field = "target", .width = 12, .is_numeric = TRUE },
  { .name = "target-date", .kind = "indicator", .field = "target_date", .width = 16 },
  { .name = "source", .kind = "indicator", .field = "source", .width = 32 },
};

static const PactTableColumn cost_columns[] = {
  { .name = "number", .label = NC_ ("column", "No."), .dup_text = dup_number, .width = 6, .is_frozen = TRUE },
  { .name = "measure", .label = NC_ ("column", "Measure"), .dup_text = dup_measure_title, .width = 36, .is_frozen = TRUE },
  { .name = "year", .kind = "cost", .field = "year", .width = 8, .is_numeric = TRUE },
  { .name = "category", .kind = "cost", .field = "category", .width = 20 },
  { .name = "amount", .kind = "cost", .field = "amount", .width = 16, .is_numeric = TRUE },
  { .name = "source", .kind = "cost", .field = "funding_source", .width = 24 },
  { .name = "state", .kind = "cost", .field = "state", .width = 16 },
  { .name = "note", .kind = "cost", .field = "note", .width = 32 },
};

static char *
dup_measure_count (guint n)
{
  return g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
}

static char *
dup_indicator_count (guint n)
{
  return g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n);
}

static char *
dup_cost_count (guint n)
{
  return g_strdup_printf (ngettext ("%u cost", "%u costs", n), n);
}

static const PactTableInfo tables[] = {
  { "measures", "measure", measure_columns, G_N_ELEMENTS (measure_columns), dup_measure_count },
  { "indicators", "indicator", indicator_columns, G_N_ELEMENTS (indicator_columns), dup_indicator_count },
  { "costs", "cost", cost_columns, G_N_ELEMENTS (cost_columns), dup_cost_count },
};

/**
 * pact_tables_get:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the tables over a plan
 */
const PactTableInfo *
pact_tables_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (tables);

  return tables;
}

typedef struct
{
  const char *kind;
  GPtrArray *rows;
} Collection;

static void
collect (PactElement *element,
         gpointer data)
{
  Collection *collection = data;

  if (pact_element_is_kind (element, collection->kind))
    g_ptr_array_add (collection->rows, g_object_ref (element));
}

/**
 * pact_table_info_list_rows:
 * @info: a table
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type PactElement): the elements that are its rows, in the order of the plan
 */
GPtrArray *
pact_table_info_list_rows (const PactTableInfo *info,
                           PactPlan *plan)
{
  Collection collection = { .kind = info->kind, .rows = g_ptr_array_new_with_free_func (g_object_unref) };

  g_return_val_if_fail (PACT_IS_PLAN (plan), collection.rows);

  pact_element_walk (pact_plan_get_root (plan), collect, &collection);

  return collection.rows;
}

/**
 * pact_table_info_find_column:
 * @info: a table
 * @name: the name of a column
 *
 * Returns: (transfer none) (nullable): the column, %NULL if there is none of that name
 */
const PactTableColumn *
pact_table_info_find_column (const PactTableInfo *info,
                             const char *name)
{
  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < info->n_columns; i++)
    {
      if (g_str_equal (info->columns[i].name, name))
        return &info->columns[i];
    }

  return NULL;
}

/**
 * pact_table_info_order_columns:
 * @info: a table
 * @names: (array zero-terminated=1): names of columns, in the order that somebody has given them
 *
 * Puts the columns in that order. Names of no column, of one that is frozen and of one that was named before are passed over. A column
 * that is not named, such as one that is new, follows the one that it follows in the table.
 *
 * Returns: (transfer container) (element-type PactTableColumn): all columns, those that are frozen first
 */
GPtrArray *
pact_table_info_order_columns (const PactTableInfo *info,
                               const char *const *names)
{
  GPtrArray *order = g_ptr_array_new ();

  g_return_val_if_fail (info != NULL, order);
  g_return_val_if_fail (names != NULL, order);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const PactTableColumn *column = pact_table_info_find_column (info, names[i]);

      if (column != NULL && !column->is_frozen && !g_ptr_array_find (order, column, NULL))
        g_ptr_array_add (order, (gpointer) column);
    }
  for (gsize i = 0; i < info->n_columns; i++)
    {
      const PactTableColumn *column = &info->columns[i];
      guint before;

      if (!g_ptr_array_find (order, column, NULL))
        g_ptr_array_insert (order, i > 0 && g_ptr_array_find (order, column - 1, &before) ? (int) before + 1 : 0, (gpointer) column);
    }

  return order;
}

/**
 * pact_table_column_get_field:
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the field that it shows
 */
const PactField *
pact_table_column_get_field (const PactTableColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  if (column->field == NULL)
    return NULL;

  return pact_kind_find_field (pact_model_find_kind (pact_model_get_default (), column->kind), column->field);
}

/**
 * pact_table_column_get_label:
 * @column: a column
 *
 * Returns: (transfer none): its heading, in the language of the interface
 */
const char *
pact_table_column_get_label (const PactTableColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  if (column->label != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, "column", column->label);

  return pact_field_get_label (pact_table_column_get_field (column));
}

/**
 * pact_table_column_find_element:
 * @column: a column
 * @row: an element that is a row of the table
 *
 * Returns: (transfer none) (nullable): the element whose field is shown and can be edited, %NULL if there is none, as in the heading of
 *   a pillar
 */
PactElement *
pact_table_column_find_element (const PactTableColumn *column,
                                PactElement *row)
{
  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (row), NULL);

  if (column->field == NULL || pact_element_is_kind (row, "pillar"))
    return NULL;

  return column->find_element != NULL ? column->find_element (row) : row;
}

/**
 * pact_table_column_dup_text:
 * @column: a column
 * @row: an element that is a row of the table
 *
 * Returns: (transfer full): what stands there, empty for nothing
 */
char *
pact_table_column_dup_text (const PactTableColumn *column,
                            PactElement *row)
{
  PactElement *element;
  const PactField *field;
  const char *value;

  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (row), NULL);

  /* What has just been deleted is shown for a moment more. */
  if (pact_element_get_plan (row) == NULL)
    return g_strdup ("");
  if (column->dup_text != NULL)
    return column->dup_text (row);

  element = pact_table_column_find_element (column, row);
  field = pact_table_column_get_field (column);
  value = element != NULL ? pact_element_get_value (element, field) : NULL;
  /* What holds as long as nothing was decided. */
  if (element != NULL && g_str_equal (field->name, "inclusion"))
    value = pact_inclusion_find (element);

  return value != NULL ? pact_value_display (field, value, element, NULL) : g_strdup ("");
}

/**
 * pact_table_column_is_name:
 * @column: a column
 *
 * Returns: whether it is the one by whose words people know a row: it is frozen, and not the number
 */
gboolean
pact_table_column_is_name (const PactTableColumn *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return column->is_frozen && column->dup_text != dup_number;
}

/**
 * pact_table_column_is_money:
 * @column: a column
 *
 * Returns: whether amounts of money stand in it, which can be added up
 */
gboolean
pact_table_column_is_money (const PactTableColumn *column)
{
  const PactField *field;

  g_return_val_if_fail (column != NULL, FALSE);

  field = pact_table_column_get_field (column);

  return field != NULL ? field->type == PACT_TYPE_MONEY : column->dup_text == dup_cost;
}

/**
 * pact_table_column_add_money:
 * @column: a column of amounts of money
 * @row: an element that is a row of the table
 * @sum: a sum, in minor units of the currency of the plan
 *
 * Returns: the sum with what stands in the row, unless that belongs to a measure that is no part of the plan
 */
gint64
pact_table_column_add_money (const PactTableColumn *column,
                             PactElement *row,
                             gint64 sum)
{
  g_return_val_if_fail (column != NULL, sum);
  g_return_val_if_fail (PACT_IS_ELEMENT (row), sum);

  if (pact_element_is_left_out (get_measure (row)))
    return sum;

  return column->field != NULL ? add_cost (row, sum) : add_costs (row, sum);
}

/**
 * pact_table_column_is_sortable:
 * @column: a column
 *
 * Returns: whether rows can be sorted by it: all but the numbers, which are the order of the plan
 */
gboolean
pact_table_column_is_sortable (const PactTableColumn *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return column->dup_text != dup_number;
}

static int
compare_numbers (const char *one,
                 const char *other)
{
  double a = g_ascii_strtod (one, NULL);
  double b = g_ascii_strtod (other, NULL);

  return a < b ? -1 : a > b;
}

/* Where an answer stands in its list; one that only a newer version knows comes last. */
static int
find_place (const PactVocabulary *vocabulary,
            const char *code)
{
  const PactTerm *term = pact_vocabulary_find (vocabulary, code);

  return term != NULL ? (int) (term - vocabulary->terms) : (int) vocabulary->n_terms;
}

/**
 * pact_table_column_compare:
 * @column: a column
 * @one: a row
 * @other: another
 *
 * Which of two rows comes first by what stands in a column: answers in the order of their list, numbers and dates by their size,
 * texts as the language sorts them. What is empty comes last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
pact_table_column_compare (const PactTableColumn *column,
                           PactElement *one,
                           PactElement *other)
{
  const PactField *field = pact_table_column_get_field (column);
  PactElement *elements[] = { pact_table_column_find_element (column, one), pact_table_column_find_element (column, other) };
  const char *values[] = { NULL, NULL };
  g_autofree char *text = NULL;
  g_autofree char *other_text = NULL;

  if (g_str_equal (column->name, "cost"))
    {
      gint64 difference = sum_costs (one) - sum_costs (other);

      return difference < 0 ? -1 : difference > 0;
    }
  for (guint i = 0; field != NULL && i < 2; i++)
    values[i] = elements[i] != NULL ? pact_element_get_value (elements[i], field) : NULL;
  if (field != NULL && (values[0] == NULL || values[1] == NULL))
    return (values[0] == NULL) - (values[1] == NULL);
  if (field != NULL && field->vocabulary != NULL)
    return find_place (field->vocabulary, values[0]) - find_place (field->vocabulary, values[1]);
  if (field != NULL && (field->type == PACT_TYPE_DECIMAL || field->type == PACT_TYPE_MONEY || field->type == PACT_TYPE_INTEGER))
    return compare_numbers (values[0], values[1]);
  if (field != NULL && field->type == PACT_TYPE_DATE)
    return g_strcmp0 (values[0], values[1]);

  text = pact_table_column_dup_text (column, one);
  other_text = pact_table_column_dup_text (column, other);

  return g_utf8_collate (text, other_text);
}
