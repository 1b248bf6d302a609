/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-dates.h"
#include "pact-report-private.h"
#include "pact-translate.h"
#include "pact-words.h"

/* Measures: as a table, one by one, and what was considered and left out. */

typedef struct
{
  PactDocumentTable *table;
  gboolean is_wide;
} Overview;

typedef struct
{
  Report *report;
  PactDocumentTable *table;
} LeftOut;

/* The names of the bodies that take part in a measure, beside its lead. */
char *
_pact_report_partners (Report *self,
                       PactElement *measure)
{
  GListModel *involvements = pact_element_get_children_by_name (measure, "involvement");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (involvements); i++)
    {
      g_autoptr (PactElement) involvement = g_list_model_get_item (involvements, i);
      g_autofree char *name = _pact_report_value (self, involvement, "actor");

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);

  return list[0] != NULL ? g_strjoinv (pact_translate ("list separator", ", ", self->locale), list) : NULL;
}

/* What a measure costs, or nothing where nothing is said of it. */
static char *
describe_cost (Report *self,
               PactElement *measure)
{
  PactMoney money;

  if (g_list_model_get_n_items (pact_element_get_children_by_name (measure, "cost")) == 0)
    return NULL;
  pact_money_take_of_measure (measure, &money);

  return _pact_report_amount (self, pact_money_get_whole (&money));
}

/* The first indicator of a measure is the one by which it is judged. */
static char *
describe_main_indicator (Report *self,
                         PactElement *measure)
{
  GListModel *indicators = pact_element_get_children_by_name (measure, "indicator");
  g_autoptr (PactElement) indicator = g_list_model_get_item (indicators, 0);
  g_autofree char *title = indicator != NULL ? _pact_report_value (self, indicator, "title") : NULL;
  g_autofree char *target = indicator != NULL ? _pact_report_value (self, indicator, "target") : NULL;

  if (title == NULL)
    return NULL;
  if (target == NULL)
    return g_steal_pointer (&title);

  /* Translators: an indicator and its target. */
  return g_strdup_printf (_pact_report_say (self, NC_ ("report", "%1$s: %2$s")), title, target);
}

static void
add_overview_row (Report *self,
                  PactElement *measure,
                  gpointer data)
{
  Overview *overview = data;
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, pact_element_dup_number (measure));
  g_ptr_array_add (cells, _pact_report_value (self, measure, "title"));
  g_ptr_array_add (cells, _pact_report_value (self, measure, "lead"));
  if (overview->is_wide)
    g_ptr_array_add (cells, _pact_report_partners (self, measure));
  g_ptr_array_add (cells, _pact_report_period (self, measure));
  g_ptr_array_add (cells, _pact_report_value (self, measure, overview->is_wide ? "status" : "situation"));
  if (overview->is_wide)
    {
      g_ptr_array_add (cells, describe_main_indicator (self, measure));
      g_ptr_array_add (cells, describe_cost (self, measure));
    }
  pact_document_table_take_row (overview->table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
}

/* All measures in one table, by pillar. */
void
_pact_report_add_overview (Report *self,
                           gboolean is_wide)
{
  GListModel *pillars = pact_element_get_children_by_name (self->root, "pillar");
  Overview overview = { pact_document_table_new (NULL, TRUE), is_wide };

  /* Translators: short for “number”, the head of a narrow column of numbers such as 2.1.4. */
  pact_document_table_take_column (overview.table, g_strdup (_pact_report_say (self, NC_ ("report", "No."))), is_wide ? 5 : 8, FALSE);
  pact_document_table_take_column (overview.table, g_strdup (_pact_report_say (self, NC_ ("report", "Measure"))), is_wide ? 26 : 42,
                                   FALSE);
  pact_document_table_take_column (overview.table, g_strdup (_pact_report_label (self, "measure", "lead")), is_wide ? 14 : 22, FALSE);
  if (is_wide)
    pact_document_table_take_column (overview.table, g_strdup (_pact_report_say (self, NC_ ("report", "Partners"))), 15, FALSE);
  pact_document_table_take_column (overview.table, g_strdup (_pact_report_say (self, NC_ ("report", "Period"))), is_wide ? 13 : 19,
                                   FALSE);
  pact_document_table_take_column (overview.table, g_strdup (_pact_report_label (self, "measure", is_wide ? "status" : "situation")),
                                   is_wide ? 10 : 15, FALSE);
  if (is_wide)
    {
      pact_document_table_take_column (overview.table, g_strdup (_pact_report_say (self, NC_ ("report", "Main indicator: target"))), 22,
                                       FALSE);
      pact_document_table_take_column (overview.table, g_strdup (_pact_report_say (self, NC_ ("report", "Cost"))), 11, TRUE);
    }

  for (guint i = 0; i < g_list_model_get_n_items (pillars); i++)
    {
      g_autoptr (PactElement) pillar = g_list_model_get_item (pillars, i);
      g_autofree char *title = _pact_report_value (self, pillar, "title");

      if (!_pact_report_has_measures (self, pillar))
        continue;
      pact_document_table_take_row (overview.table, PACT_ROW_GROUP, _pact_report_get_hue (self, pillar),
                                    _pact_report_cells (title != NULL ? title : "", NULL));
      _pact_report_for_each_measure (self, pillar, add_overview_row, &overview);
    }
  pact_document_take_table (self->document, overview.table);
}

static void
add_indicator_row (Report *self,
                   PactDocumentTable *table,
                   PactElement *indicator,
                   const char *number)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *target = _pact_report_value (self, indicator, "target");
  g_autofree char *date = _pact_report_value (self, indicator, "target_date");

  if (number != NULL)
    g_ptr_array_add (cells, g_strdup (number));
  g_ptr_array_add (cells, _pact_report_value (self, indicator, "title"));
  g_ptr_array_add (cells, _pact_report_value (self, indicator, "baseline"));
  g_ptr_array_add (cells, target != NULL && date != NULL ? g_strjoin ("\n", target, date, NULL) : g_steal_pointer (&target));
  g_ptr_array_add (cells, _pact_report_value (self, indicator, "source"));
  pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
}

static PactDocumentTable *
create_indicator_table (Report *self,
                        gboolean has_numbers)
{
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);

  if (has_numbers)
    pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "No."))), 8, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Indicator"))), 42, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "indicator", "baseline")), 12, TRUE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "indicator", "target")), 15, TRUE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "indicator", "source")), 31, FALSE);

  return table;
}

static void
add_indicators_of (Report *self,
                   PactElement *measure,
                   gpointer data)
{
  GListModel *indicators = pact_element_get_children_by_name (measure, "indicator");
  g_autofree char *number = pact_element_dup_number (measure);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (PactElement) indicator = g_list_model_get_item (indicators, i);

      add_indicator_row (self, data, indicator, number);
    }
}

/* By what the measures are judged. */
void
_pact_report_add_indicators (Report *self)
{
  PactDocumentTable *table = create_indicator_table (self, TRUE);

  _pact_report_for_each_measure (self, self->root, add_indicators_of, table);
  if (table->rows->len > 0)
    _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Indicators")));
  pact_document_take_table (self->document, table);
}

static void
add_sheet_indicators (Report *self,
                      PactElement *measure)
{
  GListModel *indicators = pact_element_get_children_by_name (measure, "indicator");
  PactDocumentTable *table = create_indicator_table (self, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (PactElement) indicator = g_list_model_get_item (indicators, i);

      add_indicator_row (self, table, indicator, NULL);
    }
  if (table->rows->len > 0)
    pact_document_add_paragraph (self->document, PACT_TONE_LABEL, _pact_report_say (self, NC_ ("report", "Indicators")));
  pact_document_take_table (self->document, table);
}

static void
add_sheet_milestones (Report *self,
                      PactElement *measure)
{
  GListModel *milestones = pact_element_get_children_by_name (measure, "milestone");
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);

  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Milestone"))), 60, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "milestone", "due")), 20, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "milestone", "reached_on")), 20, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (PactElement) milestone = g_list_model_get_item (milestones, i);
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, _pact_report_value (self, milestone, "title"));
      g_ptr_array_add (cells, _pact_report_value (self, milestone, "due"));
      g_ptr_array_add (cells, _pact_report_value (self, milestone, "reached_on"));
      pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
    }
  pact_document_take_table (self->document, table);
}

static void
add_sheet_costs (Report *self,
                 PactElement *measure)
{
  GListModel *costs = pact_element_get_children_by_name (measure, "cost");
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);
  PactMoney money;

  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "cost", "year")), 12, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "cost", "category")), 22, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "cost", "funding_source")), 30, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "cost", "state")), 18, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "cost", "amount")), 18, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (costs); i++)
    {
      g_autoptr (PactElement) cost = g_list_model_get_item (costs, i);
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      /* A year is no number that is grouped. */
      g_ptr_array_add (cells, g_strdup (pact_element_get (cost, "year")));
      g_ptr_array_add (cells, _pact_report_value (self, cost, "category"));
      g_ptr_array_add (cells, _pact_report_value (self, cost, "funding_source"));
      g_ptr_array_add (cells, _pact_report_value (self, cost, "state"));
      g_ptr_array_add (cells, _pact_report_value (self, cost, "amount"));
      pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
    }
  if (table->rows->len > 1)
    {
      g_autofree char *sum = NULL;

      pact_money_take_of_measure (measure, &money);
      sum = _pact_report_amount (self, pact_money_get_whole (&money));
      pact_document_table_take_row (table, PACT_ROW_TOTAL, PACT_NO_HUE,
                                    _pact_report_cells (_pact_report_say (self, NC_ ("report", "Total")), "", "", "", sum, NULL));
    }
  pact_document_take_table (self->document, table);
}

static void
add_labelled (Report *self,
              PactElement *element,
              const char *field)
{
  g_autofree char *text = _pact_report_value (self, element, field);

  if (text == NULL)
    return;
  pact_document_add_paragraph (self->document, PACT_TONE_LABEL, _pact_report_label (self, pact_element_get_kind (element)->name, field));
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, text);
}

/* All that is said of a measure. */
void
_pact_report_add_sheet (Report *self,
                        PactElement *measure,
                        guint level)
{
  static const char *const fields[] = { "situation", "status", "priority", "lead" };
  static const char *const more_fields[] = { "target_groups", "settings", "legal_basis", "legal_note" };
  PactElement *objective = pact_element_get_ancestor (measure, "objective");
  g_autofree char *title = _pact_report_value (self, measure, "title");
  g_autofree char *number = pact_element_dup_number (measure);
  g_autofree char *description = _pact_report_value (self, measure, "description");
  PactDocumentTable *facts = _pact_report_create_facts (self);

  pact_document_add_heading (self->document, level, number, title != NULL ? title : "", _pact_report_get_hue (self, measure));
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, description);

  if (level == 1 && objective != NULL)
    _pact_report_add_fact (self, facts, _pact_report_say (self, NC_ ("report", "Objective")),
                           _pact_report_value (self, objective, "title"));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    _pact_report_add_field (self, facts, measure, fields[i]);
  _pact_report_add_fact (self, facts, _pact_report_say (self, NC_ ("report", "Partners")), _pact_report_partners (self, measure));
  _pact_report_add_fact (self, facts, _pact_report_say (self, NC_ ("report", "Period")), _pact_report_period (self, measure));
  for (gsize i = 0; i < G_N_ELEMENTS (more_fields); i++)
    _pact_report_add_field (self, facts, measure, more_fields[i]);
  pact_document_take_table (self->document, facts);

  add_labelled (self, measure, "situation_note");
  add_labelled (self, measure, "child_participation");
  add_labelled (self, measure, "evidence");
  add_sheet_milestones (self, measure);
  add_sheet_costs (self, measure);
  add_sheet_indicators (self, measure);
}

static void
add_left_out_row (PactElement *element,
                  gpointer data)
{
  const LeftOut *walk = data;
  Report *self = walk->report;
  GPtrArray *cells;
  char *reason;

  if (!pact_element_is_kind (element, "measure") || !pact_element_is_left_out (element))
    return;

  cells = g_ptr_array_new_with_free_func (g_free);
  reason = _pact_report_value (self, element, "inclusion_note");
  if (reason == NULL)
    reason = _pact_report_value (self, element, "situation_note");
  g_ptr_array_add (cells, pact_element_dup_number (element));
  g_ptr_array_add (cells, _pact_report_value (self, element, "title"));
  g_ptr_array_add (cells, _pact_report_value (self, element, pact_element_get (element, "inclusion") != NULL ? "inclusion" : "situation"));
  g_ptr_array_add (cells, reason);
  pact_document_table_take_row (walk->table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
}

/* What was considered, and is no part of the plan. */
void
_pact_report_add_left_out (Report *self)
{
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);
  LeftOut walk = { self, table };

  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "No."))), 8, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Measure"))), 42, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Decision"))), 16, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Reason"))), 34, FALSE);
  pact_element_walk (self->root, add_left_out_row, &walk);

  if (table->rows->len > 0)
    {
      _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Considered, not in this plan")));
      pact_document_add_paragraph (self->document, PACT_TONE_BODY,
                                   _pact_report_say (self, NC_ ("report", "These measures of the strategy were considered. They are kept on "
                                                                          "record, so that the next plan can begin with them.")));
    }
  pact_document_take_table (self->document, table);
}
