/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workbook"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-money.h"
#include "pact-words.h"
#include "pact-workbook-private.h"

/* The sheet with what the budget adds up to: formulas, so that whoever changes an amount sees what comes of it, and what they come to
 * beside them. */

/* A sum, in minor units, as far as a spreadsheet counts exactly. */
typedef struct
{
  const PactCell *key; /* NULL for the sum of all */
  double secured;
  double requested;
  double whole;
} Sum;

typedef struct
{
  Report report;
  WorkbookFormats formats;
  PactSheet *budget;
  char *budget_name; /* as formulas name it */
  lxw_worksheet *sheet;
  lxw_row_t row;
  double unit;
  char *labels[2]; /* secured and requested, as the budget has them */
} Sums;

enum
{
  SUM_BY,
  SUM_NAME,
  SUM_SECURED,
  SUM_REQUESTED,
  SUM_TO_BE_FOUND,
  SUM_TOTAL,
};

/* The cells of a column of the budget, for a formula. */
static char *
refer_to (Sums *self,
          const char *column)
{
  char cells[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_col_t index = pact_sheet_find_column (self->budget, column);

  lxw_rowcol_to_range_abs (cells, 1, index, MAX (self->budget->rows->len, 1), index);

  return g_strdup_printf ("%s!%s", self->budget_name, cells);
}

static char *
quote (const char *text,
       const char *mark)
{
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);
  g_autofree char *doubled = g_strdup_printf ("%s%s", mark, mark);
  g_autofree char *joined = g_strjoinv (doubled, parts);

  return g_strdup_printf ("%s%s%s", mark, joined, mark);
}

static double
get_amount (Sums *self,
            guint row)
{
  const PactCell *cell = pact_sheet_get_cell (self->budget, row, pact_sheet_find_column (self->budget, "amount"));

  return cell->text != NULL ? g_ascii_strtod (cell->text, NULL) * self->unit : 0;
}

static gboolean
is_same (const PactCell *one,
         const PactCell *other)
{
  return g_strcmp0 (one->text, other->text) == 0;
}

static void
add_to_sum (Sums *self,
            Sum *sum,
            guint row)
{
  const PactCell *state = pact_sheet_get_cell (self->budget, row, pact_sheet_find_column (self->budget, "state"));
  double amount = get_amount (self, row);

  /* What is a whole number of minor units stays one. */
  amount = (double) (gint64) (amount + 0.5);
  sum->whole += amount;
  if (g_strcmp0 (state->text, self->labels[0]) == 0)
    sum->secured += amount;
  else if (g_strcmp0 (state->text, self->labels[1]) == 0)
    sum->requested += amount;
}

static int
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const Sum *one = a;
  const Sum *other = b;

  return g_strcmp0 (one->key->text, other->key->text);
}

/* What the budget adds up to for each thing that a column says, years in their order and all else in that of the plan. */
static GArray *
take_sums (Sums *self,
           const char *column)
{
  GArray *sums = g_array_new (FALSE, TRUE, sizeof (Sum));
  guint index = pact_sheet_find_column (self->budget, column);

  for (guint row = 0; row < self->budget->rows->len; row++)
    {
      const PactCell *key = pact_sheet_get_cell (self->budget, row, index);
      Sum sum = { key };
      guint i = 0;

      while (i < sums->len && !is_same (g_array_index (sums, Sum, i).key, key))
        i++;
      if (i == sums->len)
        g_array_append_val (sums, sum);
      add_to_sum (self, &g_array_index (sums, Sum, i), row);
    }
  if (g_str_equal (column, "year"))
    g_array_sort (sums, compare_sums);

  return sums;
}

/* EXACT () rather than =, for which two texts are one that differ in case alone, and not SUMIF (), for which “*” is anything. Years are
 * numbers, and not every spreadsheet takes those for the same in EXACT (). */
static char *
create_formula (Sums *self,
                const Sum *sum,
                const char *column,
                const char *state)
{
  g_autofree char *amounts = refer_to (self, "amount");
  GString *formula = g_string_new ("=SUMPRODUCT(");

  if (sum->key != NULL)
    {
      g_autofree char *keys = refer_to (self, column);
      char cell[LXW_MAX_CELL_NAME_LENGTH];

      lxw_rowcol_to_cell_abs (cell, self->row, SUM_NAME, FALSE, TRUE);
      g_string_append_printf (formula, sum->key->kind == PACT_CELL_YEAR ? "(%s=%s)*" : "EXACT(%s,%s)*", keys,
                              sum->key->text != NULL ? cell : "\"\"");
    }
  if (state != NULL)
    {
      g_autofree char *states = refer_to (self, "state");
      g_autofree char *quoted = quote (state, "\"");

      g_string_append_printf (formula, "EXACT(%s,%s)*", states, quoted);
    }
  g_string_append_printf (formula, "%s)", amounts);

  return g_string_free (formula, FALSE);
}

static lxw_error
write_sum (Sums *self,
           const Sum *sum,
           const char *by,
           const char *column,
           const char *name_of_none)
{
  lxw_format *money = _pact_workbook_find_money_format (&self->formats, pact_plan_get_currency (self->report.plan));
  g_autofree char *whole = create_formula (self, sum, column, NULL);
  g_autofree char *secured = create_formula (self, sum, column, self->labels[0]);
  g_autofree char *requested = create_formula (self, sum, column, self->labels[1]);
  g_autofree char *rest = g_strdup_printf ("=F%u-C%u-D%u", self->row + 1, self->row + 1, self->row + 1);
  lxw_error status = _pact_workbook_write_text (self->sheet, self->row, SUM_BY, by, self->formats.text);

  if (status == LXW_NO_ERROR && sum->key != NULL && sum->key->text != NULL)
    status = _pact_workbook_write_cell (&self->formats, self->sheet, self->row, SUM_NAME, sum->key, &self->report);
  else if (status == LXW_NO_ERROR)
    status = _pact_workbook_write_text (self->sheet, self->row, SUM_NAME, name_of_none, self->formats.prose);
  if (status == LXW_NO_ERROR)
    status = worksheet_write_formula_num (self->sheet, self->row, SUM_SECURED, secured, money, sum->secured / self->unit);
  if (status == LXW_NO_ERROR)
    status = worksheet_write_formula_num (self->sheet, self->row, SUM_REQUESTED, requested, money, sum->requested / self->unit);
  if (status == LXW_NO_ERROR)
    status = worksheet_write_formula_num (self->sheet, self->row, SUM_TO_BE_FOUND, rest, money,
                                          (sum->whole - sum->secured - sum->requested) / self->unit);
  if (status == LXW_NO_ERROR)
    status = worksheet_write_formula_num (self->sheet, self->row, SUM_TOTAL, whole, money, sum->whole / self->unit);
  self->row++;

  return status;
}

static lxw_error
write_sums_by (Sums *self,
               const char *column,
               const char *name_of_none)
{
  g_autoptr (GArray) sums = take_sums (self, column);
  guint index = pact_sheet_find_column (self->budget, column);
  const char *by = g_array_index (self->budget->columns, PactSheetColumn, index).heading;
  lxw_error status = LXW_NO_ERROR;

  for (guint i = 0; status == LXW_NO_ERROR && i < sums->len; i++)
    status = write_sum (self, &g_array_index (sums, Sum, i), by, column, name_of_none);

  return status;
}

static void
take_sum_column (GArray *columns,
                 char *heading,
                 int width)
{
  PactSheetColumn column = { NULL, heading, width };

  g_array_append_val (columns, column);
}

static GArray *
create_sum_columns (Report *report)
{
  const char *currency = pact_plan_get_currency (report->plan);
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (PactSheetColumn));

  /* Translators: heading of a column that says what costs are added up by: year, pillar, category… */
  take_sum_column (columns, g_strdup (_pact_report_say (report, NC_ ("report", "Sums by"))), 20);
  /* Translators: heading of a column with a year, the name of a pillar, a category… */
  take_sum_column (columns, g_strdup (_pact_report_say (report, NC_ ("report", "For"))), 48);
  take_sum_column (columns, g_strdup_printf (_pact_report_say (report, NC_ ("report", "Secured in %s")), currency), 20);
  take_sum_column (columns, g_strdup_printf (_pact_report_say (report, NC_ ("report", "Requested in %s")), currency), 20);
  take_sum_column (columns, g_strdup_printf (_pact_report_say (report, NC_ ("report", "To be found in %s")), currency), 20);
  take_sum_column (columns, g_strdup_printf (_pact_report_say (report, NC_ ("report", "Total in %s")), currency), 20);

  return columns;
}

static lxw_error
write_all_sums (Sums *self)
{
  Report *report = &self->report;
  Sum all = { NULL };
  lxw_error status = write_sums_by (self, "year", _pact_report_say (report, NC_ ("report", "Without a year")));

  if (status == LXW_NO_ERROR)
    status = write_sums_by (self, "pillar", "");
  if (status == LXW_NO_ERROR)
    status = write_sums_by (self, "category", _pact_report_say (report, NC_ ("report", "Without a category")));
  if (status == LXW_NO_ERROR)
    status = write_sums_by (self, "funding_source", _pact_report_say (report, NC_ ("report", "Without a source")));
  for (guint row = 0; row < self->budget->rows->len; row++)
    add_to_sum (self, &all, row);
  if (status == LXW_NO_ERROR)
    status = write_sum (self, &all, _pact_report_say (report, NC_ ("report", "Total")), NULL,
                        _pact_report_say (report, NC_ ("report", "The whole plan")));

  return status;
}

/* Writes what the budget adds up to. */
lxw_error
_pact_workbook_write_sums (lxw_workbook *book,
                           WorkbookFormats *formats,
                           PactSheet *budget,
                           const char *budget_name,
                           Report *report)
{
  const PactField *state = pact_kind_find_field (pact_model_find_kind (pact_plan_get_model (report->plan), "cost"), "state");
  const char *currency = pact_plan_get_currency (report->plan);
  g_autofree char *secured = pact_value_display (state, "secured", report->root, report->locale);
  g_autofree char *requested = pact_value_display (state, "requested", report->root, report->locale);
  g_autofree char *quoted = quote (budget_name, "'");
  Sums self = {
    .report = *report,
    .formats = *formats,
    .budget = budget,
    .budget_name = quoted,
    .row = 1,
    .unit = pact_currency_count_minor_units (currency),
    .labels = { secured, requested },
  };
  g_autoptr (GArray) columns = create_sum_columns (report);
  lxw_error status;

  self.sheet = _pact_workbook_add_sheet (book, _pact_report_say (report, NC_ ("report", "Sums")), "sums", report);
  status = self.sheet != NULL ? write_all_sums (&self) : LXW_ERROR_MEMORY_MALLOC_FAILED;
  if (status == LXW_NO_ERROR)
    status = _pact_workbook_make_table (self.sheet, formats, "sums", columns, self.row - 1);
  for (guint i = 0; i < columns->len; i++)
    g_free (g_array_index (columns, PactSheetColumn, i).heading);

  return status;
}
