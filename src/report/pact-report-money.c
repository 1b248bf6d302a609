/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-money.h"
#include "pact-number.h"
#include "pact-report-private.h"

/* Money. Amounts of a table stand without their currency, which its caption names. */

#define MAX_BARS 20

/* What the amounts of a document are written with. */
typedef struct
{
  Report *report;
  const PactMoneySums *sums;
  int digits; /* behind the decimal sign */
} Ledger;

static gboolean
is_whole (GArray *sums,
          gint64 unit)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const PactMoney *money = &g_array_index (sums, PactMoneySum, i).money;

      if (money->secured % unit != 0 || money->requested % unit != 0 || money->to_be_found % unit != 0)
        return FALSE;
    }

  return TRUE;
}

/* Where all amounts are whole, none has anything behind the decimal sign. */
static Ledger
open_ledger (Report *self,
             const PactMoneySums *sums)
{
  const char *currency = pact_plan_get_currency (self->plan);
  gint64 unit = pact_currency_count_minor_units (currency);
  gboolean all_whole = is_whole (sums->years, unit) && is_whole (sums->pillars, unit) && is_whole (sums->sources, unit);

  return (Ledger){ self, sums, all_whole ? 0 : pact_currency_get_digits (currency) };
}

static char *
write_amount (const Ledger *ledger,
              gint64 amount)
{
  gint64 unit = pact_currency_count_minor_units (pact_plan_get_currency (ledger->report->plan));
  g_autofree char *number = NULL;

  if (ledger->digits == 0)
    number = g_strdup_printf ("%" G_GINT64_FORMAT, amount / unit);
  else
    number = g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, amount / unit, ledger->digits, amount % unit);

  return pact_number_display_money (number, ledger->report->locale);
}

static void
take_money_row (const Ledger *ledger,
                PactDocumentTable *table,
                PactDocumentRowKind kind,
                char *name,
                const PactMoney *money)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, name);
  g_ptr_array_add (cells, write_amount (ledger, money->secured));
  g_ptr_array_add (cells, write_amount (ledger, money->requested));
  g_ptr_array_add (cells, write_amount (ledger, money->to_be_found));
  g_ptr_array_add (cells, write_amount (ledger, pact_money_get_whole (money)));
  pact_document_table_take_row (table, kind, PACT_NO_HUE, cells);
}

static PactDocumentTable *
create_money_table (Report *self,
                    const char *heading,
                    const char *caption)
{
  PactDocumentTable *table = pact_document_table_new (caption, TRUE);

  pact_document_table_take_column (table, g_strdup (heading), 36, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Secured"))), 16, TRUE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Requested"))), 16, TRUE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "To be found"))), 16, TRUE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Total"))), 16, TRUE);

  return table;
}

static void
take_total (const Ledger *ledger,
            PactDocumentTable *table)
{
  if (table->rows->len > 1)
    take_money_row (ledger, table, PACT_ROW_TOTAL, g_strdup (_pact_report_say (ledger->report, NC_ ("report", "Total"))),
                    &ledger->sums->total);
}

static char *
name_year (Report *self,
           int year)
{
  return year > 0 ? g_strdup_printf ("%d", year) : g_strdup (_pact_report_say (self, NC_ ("report", "Without a year")));
}

static void
add_years (const Ledger *ledger)
{
  Report *self = ledger->report;
  GArray *years = ledger->sums->years;
  g_autofree char *caption = _pact_report_compose (self, NC_ ("report", "Cost by year, in %s"), pact_plan_get_currency (self->plan));
  PactDocumentTable *table = create_money_table (self, _pact_report_say (self, NC_ ("report", "Year")), caption);

  for (guint i = 0; i < years->len; i++)
    {
      const PactMoneySum *sum = &g_array_index (years, PactMoneySum, i);

      take_money_row (ledger, table, PACT_ROW_PLAIN, name_year (self, sum->year), &sum->money);
    }
  take_total (ledger, table);
  pact_document_take_table (self->document, table);
}

/* More years than can be taken in at a glance stand in the table alone. */
static void
add_bars (const Ledger *ledger)
{
  Report *self = ledger->report;
  GArray *years = ledger->sums->years;
  g_autofree char *title = _pact_report_compose (self, NC_ ("report", "What the plan costs each year, in %s"), pact_plan_get_currency (self->plan));
  PactDrawing *drawing;

  if (years->len > MAX_BARS)
    return;

  drawing = pact_drawing_new (PACT_DRAWING_BARS, title);
  pact_drawing_set_right_to_left (drawing, pact_locale_is_right_to_left (self->locale));
  pact_drawing_add_part (drawing, _pact_report_say (self, NC_ ("report", "Secured")));
  pact_drawing_add_part (drawing, _pact_report_say (self, NC_ ("report", "Requested")));
  pact_drawing_add_part (drawing, _pact_report_say (self, NC_ ("report", "To be found")));
  for (guint i = 0; i < years->len; i++)
    {
      const PactMoneySum *sum = &g_array_index (years, PactMoneySum, i);
      const double parts[] = { sum->money.secured, sum->money.requested, sum->money.to_be_found };
      g_autofree char *name = name_year (self, sum->year);
      g_autofree char *value = write_amount (ledger, pact_money_get_whole (&sum->money));

      pact_drawing_add_row (drawing, name, value, PACT_NO_HUE, parts);
    }
  pact_document_take_drawing (self->document, drawing);
}

static void
add_of_elements (const Ledger *ledger,
                 GArray *sums,
                 const char *heading,
                 const char *caption,
                 const char *field)
{
  Report *self = ledger->report;
  PactDocumentTable *table = create_money_table (self, heading, caption);

  for (guint i = 0; i < sums->len; i++)
    {
      const PactMoneySum *sum = &g_array_index (sums, PactMoneySum, i);
      char *name = NULL;

      if (pact_money_get_whole (&sum->money) == 0)
        continue;
      if (sum->element != NULL)
        name = _pact_report_value (self, sum->element, field);
      if (name == NULL)
        name = g_strdup (_pact_report_say (self, NC_ ("report", "Without a source")));
      take_money_row (ledger, table, PACT_ROW_PLAIN, name, &sum->money);
    }
  take_total (ledger, table);
  pact_document_take_table (self->document, table);
}

/* Whether the plan says what its measures cost. */
gboolean
_pact_report_has_costs (Report *self)
{
  g_autoptr (PactMoneySums) sums = pact_money_sums_take (self->plan);

  return sums->years->len > 0;
}

/* What the plan says of its means in words; a sentence says so where it says nothing of money at all. */
void
_pact_report_add_resources (Report *self)
{
  g_autofree char *resources = _pact_report_value (self, self->root, "resources");

  pact_document_add_paragraph (self->document, PACT_TONE_BODY, resources);
  if (resources == NULL && !_pact_report_has_costs (self))
    pact_document_add_paragraph (self->document, PACT_TONE_BODY,
                                 _pact_report_say (self, NC_ ("report", "What the plan costs, and who pays for it, has not been decided "
                                                                        "yet.")));
}

/* What the plan costs each year; nothing where that is not known. */
void
_pact_report_add_budget_by_year (Report *self)
{
  g_autoptr (PactMoneySums) sums = pact_money_sums_take (self->plan);
  Ledger ledger;

  if (sums->years->len == 0)
    return;
  ledger = open_ledger (self, sums);
  add_bars (&ledger);
  add_years (&ledger);
}

/* What the plan costs, and who pays. */
void
_pact_report_add_budget (Report *self)
{
  g_autoptr (PactMoneySums) sums = pact_money_sums_take (self->plan);
  Ledger ledger;
  g_autofree char *by_pillar = NULL;
  g_autofree char *by_source = NULL;

  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Budget")));
  _pact_report_add_resources (self);
  if (sums->years->len == 0)
    return;

  ledger = open_ledger (self, sums);
  add_bars (&ledger);
  add_years (&ledger);
  by_pillar = _pact_report_compose (self, NC_ ("report", "Cost by pillar, in %s"), pact_plan_get_currency (self->plan));
  by_source = _pact_report_compose (self, NC_ ("report", "Who pays, in %s"), pact_plan_get_currency (self->plan));
  add_of_elements (&ledger, sums->pillars, _pact_report_say (self, NC_ ("report", "Pillar")), by_pillar, "title");
  add_of_elements (&ledger, sums->sources, _pact_report_say (self, NC_ ("report", "Source")), by_source, "name");
}
