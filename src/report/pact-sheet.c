/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-measured.h"
#include "pact-money.h"
#include "pact-report-private.h"
#include "pact-sheet.h"
#include "pact-translate.h"

/* A spreadsheet keeps so many digits of a number; one that has more stays text. */
#define EXACT_DIGITS 15

/* Widths of columns, in characters. */
#define NARROW 11
#define MIDDLE 24
#define WIDE 48

typedef struct
{
  Report report;
  PactSheet *sheet;
  GArray *row; /* that cells are added to */
} Builder;

typedef struct
{
  const char *name;
  const char *label; /* with context "report"; the label of the field where there is none */
  int width;
} FieldColumn;

static void
clear_cell (gpointer cell)
{
  g_free (((PactCell *) cell)->text);
}

static void
clear_column (gpointer column)
{
  g_free (((PactSheetColumn *) column)->heading);
}

static gboolean
has_heading (PactSheet *sheet,
             const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_array_index (sheet->columns, PactSheetColumn, i).heading, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

/* Two columns of one heading are no table to a spreadsheet, so where a language has one word for two things the second one is
 * numbered. */
static void
take_column (Builder *self,
             const char *name,
             char *heading,
             int width)
{
  PactSheetColumn column = { name, heading, width };

  for (guint i = 2; has_heading (self->sheet, column.heading); i++)
    {
      if (column.heading != heading)
        g_free (column.heading);
      column.heading = g_strdup_printf ("%s (%u)", heading, i);
    }
  if (column.heading != heading)
    g_free (heading);
  g_array_append_val (self->sheet->columns, column);
}

static void
add_column (Builder *self,
            const char *name,
            const char *heading,
            int width)
{
  take_column (self, name, g_strdup (heading), width);
}

static void
add_field_columns (Builder *self,
                   const char *kind,
                   const FieldColumn *columns,
                   gsize n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    add_column (self, columns[i].name,
                columns[i].label != NULL ? pact_translate ("report", columns[i].label, self->report.locale)
                                         : _pact_report_label (&self->report, kind, columns[i].name),
                columns[i].width);
}

static void
begin_row (Builder *self)
{
  self->row = g_array_new (FALSE, FALSE, sizeof (PactCell));
  g_array_set_clear_func (self->row, clear_cell);
  g_ptr_array_add (self->sheet->rows, self->row);
}

static void
take_cell (Builder *self,
           PactCellKind kind,
           char *text)
{
  PactCell cell = { kind, text };

  g_array_append_val (self->row, cell);
}

static void
add_money (Builder *self,
           gint64 amount)
{
  const char *currency = pact_plan_get_currency (self->report.plan);
  gint64 unit = pact_currency_count_minor_units (currency);

  if (unit == 1)
    take_cell (self, PACT_CELL_MONEY, g_strdup_printf ("%" G_GINT64_FORMAT, amount));
  else
    take_cell (self, PACT_CELL_MONEY,
               g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, amount / unit, pact_currency_get_digits (currency),
                                amount % unit));
}

static gboolean
is_exact_number (const char *value)
{
  guint n_digits = 0;

  for (const char *p = value; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        n_digits++;
      else if (*p != '.' && *p != '-')
        return FALSE;
    }

  return n_digits > 0 && n_digits <= EXACT_DIGITS;
}

/* “Fewer than five”, yes, no and the steps of a scale are words. */
static void
add_decimal (Builder *self,
             PactElement *element,
             const PactField *field,
             const char *value)
{
  PactMeasuredForm form = pact_measured_get_form (element, field);

  if (form == PACT_MEASURED_NUMBER && is_exact_number (value))
    take_cell (self, PACT_CELL_NUMBER, g_strdup (value));
  else if (form == PACT_MEASURED_PERCENTAGE && is_exact_number (value))
    take_cell (self, PACT_CELL_PERCENTAGE, g_strdup (value));
  else
    take_cell (self, PACT_CELL_TEXT, _pact_report_value (&self->report, element, field->name));
}

static void
add_field (Builder *self,
           PactElement *element,
           const char *name)
{
  const PactField *field = element != NULL ? pact_kind_find_field (pact_element_get_kind (element), name) : NULL;
  const char *value = field != NULL ? pact_element_get_value (element, field) : NULL;

  if (value == NULL || *value == '\0')
    take_cell (self, PACT_CELL_TEXT, NULL);
  else if (field->type == PACT_TYPE_DATE)
    take_cell (self, PACT_CELL_DATE, g_strdup (value));
  else if (field->type == PACT_TYPE_INTEGER)
    take_cell (self, g_str_equal (name, "year") ? PACT_CELL_YEAR : PACT_CELL_NUMBER, g_strdup (value));
  else if (field->type == PACT_TYPE_MONEY)
    add_money (self, g_ascii_strtoll (value, NULL, 10));
  else if (field->type == PACT_TYPE_DECIMAL)
    add_decimal (self, element, field, value);
  else
    take_cell (self, PACT_CELL_TEXT, _pact_report_value (&self->report, element, name));
}

static void
add_fields (Builder *self,
            PactElement *element,
            const FieldColumn *columns,
            gsize n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    add_field (self, element, columns[i].name);
}

/* What has no title yet is called by its number, so that it can be told from others. */
static void
add_title (Builder *self,
           PactElement *element)
{
  char *title = element != NULL ? _pact_report_value (&self->report, element, "title") : NULL;

  if (title == NULL && element != NULL)
    title = pact_element_dup_number (element);
  take_cell (self, PACT_CELL_TEXT, title);
}

static PactElement *
look_up (Builder *self,
         PactElement *element,
         const char *reference)
{
  const char *uuid = pact_element_get (element, reference);

  return uuid != NULL ? pact_plan_lookup (self->report.plan, uuid) : NULL;
}

/* Measures. */

static const FieldColumn measure_columns[] = {
  { "description", NULL, WIDE }, { "situation", NULL, MIDDLE }, { "situation_note", NULL, WIDE },
  { "action_type", NULL, MIDDLE }, { "priority", NULL, NARROW }, { "status", NULL, MIDDLE },
  { "start", NULL, NARROW }, { "end", NULL, NARROW }, { "lead", NULL, MIDDLE },
};

static const FieldColumn contact_columns[] = { { "contact_name", NULL, MIDDLE }, { "contact_email", NULL, MIDDLE } };

static const FieldColumn more_measure_columns[] = {
  { "target_groups", NULL, MIDDLE }, { "settings", NULL, MIDDLE }, { "legal_basis", NULL, MIDDLE },
  { "legal_note", NULL, WIDE }, { "child_participation", NULL, WIDE }, { "evidence", NULL, WIDE },
};

static void
add_measure (Report *report,
             PactElement *measure,
             gpointer data)
{
  Builder *self = data;
  PactMoney money;

  begin_row (self);
  take_cell (self, PACT_CELL_TEXT, pact_element_dup_number (measure));
  add_title (self, pact_element_get_ancestor (measure, "pillar"));
  add_title (self, pact_element_get_ancestor (measure, "objective"));
  add_title (self, measure);
  add_fields (self, measure, measure_columns, G_N_ELEMENTS (measure_columns));
  if (!report->options->withhold_personal)
    add_fields (self, look_up (self, measure, "lead"), contact_columns, G_N_ELEMENTS (contact_columns));
  take_cell (self, PACT_CELL_TEXT, _pact_report_partners (report, measure));
  add_fields (self, measure, more_measure_columns, G_N_ELEMENTS (more_measure_columns));
  if (g_list_model_get_n_items (pact_element_get_children_by_name (measure, "cost")) == 0)
    take_cell (self, PACT_CELL_TEXT, NULL);
  else
    {
      pact_money_take_of_measure (measure, &money);
      add_money (self, pact_money_get_whole (&money));
    }
}

static void
build_measures (Builder *self)
{
  Report *report = &self->report;
  const char *currency = pact_plan_get_currency (report->plan);

  add_column (self, "number", _pact_report_say (report, NC_ ("report", "No.")), NARROW);
  add_column (self, "pillar", _pact_report_say (report, NC_ ("report", "Pillar")), MIDDLE);
  add_column (self, "objective", _pact_report_say (report, NC_ ("report", "Objective")), MIDDLE);
  add_column (self, "title", _pact_report_say (report, NC_ ("report", "Measure")), WIDE);
  add_field_columns (self, "measure", measure_columns, G_N_ELEMENTS (measure_columns));
  if (!report->options->withhold_personal)
    add_field_columns (self, "actor", contact_columns, G_N_ELEMENTS (contact_columns));
  add_column (self, "partners", _pact_report_say (report, NC_ ("report", "Partners")), MIDDLE);
  add_field_columns (self, "measure", more_measure_columns, G_N_ELEMENTS (more_measure_columns));
  /* Translators: %s is a currency. */
  take_column (self, "cost", g_strdup_printf (_pact_report_say (report, NC_ ("report", "Cost in %s")), currency), NARROW + 4);
  _pact_report_for_each_measure (report, report->root, add_measure, self);
}

/* Indicators. */

static const FieldColumn indicator_columns[] = {
  { "level", NULL, MIDDLE }, { "type", NULL, MIDDLE }, { "unit", NULL, MIDDLE },
  { "baseline", NULL, NARROW }, { "baseline_date", NULL, NARROW },
  { "target", NULL, NARROW }, { "target_date", NULL, NARROW },
};

static const FieldColumn reading_columns[] = {
  { "value", NC_ ("report", "Latest value"), NARROW }, { "date", NC_ ("report", "Date of the latest value"), NARROW },
};

static const FieldColumn more_indicator_columns[] = {
  { "source", NULL, MIDDLE }, { "frequency", NULL, MIDDLE }, { "method", NULL, WIDE }, { "breakdown", NULL, MIDDLE },
};

static PactElement *
find_latest_reading (PactElement *indicator)
{
  GListModel *readings = pact_element_get_children_by_name (indicator, "reading");
  PactElement *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PactElement) reading = g_list_model_get_item (readings, i);

      if (latest == NULL || g_strcmp0 (pact_element_get (reading, "date"), pact_element_get (latest, "date")) >= 0)
        latest = reading;
    }

  return latest;
}

static void
add_indicator (PactElement *element,
               gpointer data)
{
  Builder *self = data;
  PactElement *measure;
  PactElement *parent;

  if (!pact_element_is_kind (element, "indicator"))
    return;
  measure = pact_element_get_ancestor (element, "measure");
  if (measure != NULL && pact_element_is_left_out (measure))
    return;

  parent = pact_element_get_parent (element);
  begin_row (self);
  take_cell (self, PACT_CELL_TEXT, pact_element_dup_number (parent));
  add_title (self, parent);
  add_field (self, element, "title");
  add_fields (self, element, indicator_columns, G_N_ELEMENTS (indicator_columns));
  add_fields (self, find_latest_reading (element), reading_columns, G_N_ELEMENTS (reading_columns));
  add_fields (self, element, more_indicator_columns, G_N_ELEMENTS (more_indicator_columns));
}

static void
build_indicators (Builder *self)
{
  Report *report = &self->report;

  add_column (self, "number", _pact_report_say (report, NC_ ("report", "No.")), NARROW);
  /* Translators: heading of a column with the measure, objective or pillar that an indicator belongs to. */
  add_column (self, "parent", _pact_report_say (report, NC_ ("report", "Belongs to")), WIDE);
  add_column (self, "title", _pact_report_say (report, NC_ ("report", "Indicator")), WIDE);
  add_field_columns (self, "indicator", indicator_columns, G_N_ELEMENTS (indicator_columns));
  add_field_columns (self, "reading", reading_columns, G_N_ELEMENTS (reading_columns));
  add_field_columns (self, "indicator", more_indicator_columns, G_N_ELEMENTS (more_indicator_columns));
  pact_element_walk (report->root, add_indicator, self);
}

/* The budget: measure × year × category. */

static const FieldColumn cost_columns[] = {
  { "year", NULL, NARROW }, { "category", NULL, MIDDLE }, { "funding_source", NULL, MIDDLE },
};

static const FieldColumn source_columns[] = { { "kind", NULL, MIDDLE } };

static const FieldColumn more_cost_columns[] = { { "state", NULL, MIDDLE }, { "note", NULL, WIDE } };

static void
add_costs (Report *report,
           PactElement *measure,
           gpointer data)
{
  Builder *self = data;
  GListModel *costs = pact_element_get_children_by_name (measure, "cost");

  for (guint i = 0; i < g_list_model_get_n_items (costs); i++)
    {
      g_autoptr (PactElement) cost = g_list_model_get_item (costs, i);

      begin_row (self);
      take_cell (self, PACT_CELL_TEXT, pact_element_dup_number (measure));
      add_title (self, measure);
      add_title (self, pact_element_get_ancestor (measure, "pillar"));
      add_field (self, measure, "lead");
      add_fields (self, cost, cost_columns, G_N_ELEMENTS (cost_columns));
      add_fields (self, look_up (self, cost, "funding_source"), source_columns, G_N_ELEMENTS (source_columns));
      add_field (self, cost, "amount");
      add_fields (self, cost, more_cost_columns, G_N_ELEMENTS (more_cost_columns));
    }
}

static void
build_budget (Builder *self)
{
  Report *report = &self->report;
  const char *currency = pact_plan_get_currency (report->plan);

  add_column (self, "number", _pact_report_say (report, NC_ ("report", "No.")), NARROW);
  add_column (self, "measure", _pact_report_say (report, NC_ ("report", "Measure")), WIDE);
  add_column (self, "pillar", _pact_report_say (report, NC_ ("report", "Pillar")), MIDDLE);
  add_column (self, "lead", _pact_report_label (report, "measure", "lead"), MIDDLE);
  add_field_columns (self, "cost", cost_columns, G_N_ELEMENTS (cost_columns));
  add_field_columns (self, "funding_source", source_columns, G_N_ELEMENTS (source_columns));
  /* Translators: %s is a currency. */
  take_column (self, "amount", g_strdup_printf (_pact_report_say (report, NC_ ("report", "Amount in %s")), currency), NARROW + 4);
  add_field_columns (self, "cost", more_cost_columns, G_N_ELEMENTS (more_cost_columns));
  _pact_report_for_each_measure (report, report->root, add_costs, self);
}

static const struct
{
  const char *name;
  const char *title;
  void (*build) (Builder *self);
} kinds[] = {
  [PACT_SHEET_MEASURES] = { "measures", NC_ ("report", "Measures"), build_measures },
  [PACT_SHEET_INDICATORS] = { "indicators", NC_ ("report", "Indicators"), build_indicators },
  [PACT_SHEET_BUDGET] = { "budget", NC_ ("report", "Budget"), build_budget },
};

/**
 * pact_sheet_new:
 * @kind: what it has a row for
 * @plan: a plan
 * @options: how it is made
 *
 * Makes a table of a plan. It belongs to the thread of @plan; the table itself to any.
 *
 * Returns: (transfer full): the table
 */
PactSheet *
pact_sheet_new (PactSheetKind kind,
                PactPlan *plan,
                const PactReportOptions *options)
{
  Builder self = { 0 };

  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  _pact_report_open (&self.report, plan, options);
  self.sheet = g_new0 (PactSheet, 1);
  self.sheet->name = kinds[kind].name;
  self.sheet->title = g_strdup (_pact_report_say (&self.report, kinds[kind].title));
  self.sheet->columns = g_array_new (FALSE, FALSE, sizeof (PactSheetColumn));
  g_array_set_clear_func (self.sheet->columns, clear_column);
  self.sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  kinds[kind].build (&self);

  return self.sheet;
}

/**
 * pact_sheet_free:
 * @self: (transfer full): a table
 */
void
pact_sheet_free (PactSheet *self)
{
  g_free (self->title);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * pact_sheet_find_column:
 * @self: a table
 * @name: the name of a column that it has
 *
 * Returns: which one it is, the first one being 0
 */
guint
pact_sheet_find_column (const PactSheet *self,
                        const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_str_equal (g_array_index (self->columns, PactSheetColumn, i).name, name))
        return i;
    }

  g_return_val_if_reached (0);
}

/**
 * pact_sheet_get_cell:
 * @self: a table
 * @row: a row, the first one being 0
 * @column: a column, the first one being 0
 *
 * Returns: (transfer none): the cell
 */
const PactCell *
pact_sheet_get_cell (const PactSheet *self,
                     guint row,
                     guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  return &g_array_index ((GArray *) g_ptr_array_index (self->rows, row), PactCell, column);
}
