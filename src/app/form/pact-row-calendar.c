/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-row-calendar"

#include "config.h"

#include "pact-date-button.h"
#include "pact-plan.h"
#include "pact-row-calendar.h"

/* The calendar beside a field for a date: where it opens, and what becomes of what is chosen on it. */

static gboolean
parse (const char *value,
       PactDate *date)
{
  return value != NULL && pact_date_parse (value, date);
}

/* Where a date that is not known yet is most likely to be: after the one that stands above it, as the end does after the
 * start; when the plan begins; this month. */
static PactDate
guess_date (PactFieldRow *row)
{
  PactElement *element = pact_field_row_get_element (row);
  const PactField *field = pact_field_row_get_field (row);
  const PactKind *kind = pact_element_get_kind (element);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  PactDate date;

  for (gsize i = pact_kind_get_field_index (kind, field); i-- > 0;)
    {
      if (kind->fields[i].type == PACT_TYPE_DATE && parse (pact_element_get_value (element, &kind->fields[i]), &date))
        return date;
    }
  if (parse (pact_element_get (pact_plan_get_root (pact_element_get_plan (element)), "period_start"), &date))
    return (PactDate){ date.year, MAX (date.month, 1), 0 };

  return (PactDate){ g_date_time_get_year (now), g_date_time_get_month (now), 0 };
}

/* What stands in the field counts, also if it is not saved yet. */
static void
opening_cb (PactFieldRow *row,
            PactDateButton *button)
{
  g_autofree char *text = PACT_FIELD_ROW_GET_CLASS (row)->dup_text (row);
  g_autofree char *typed = PACT_FIELD_ROW_GET_CLASS (row)->read (row, text, NULL);
  PactDate near_date = guess_date (row);
  PactDate date;

  pact_date_button_show_date (button, parse (typed, &date) ? &date : NULL, &near_date);
}

/* Stands for what was typed, also if that could not be saved; and is a step of undo of its own. */
static void
chosen_cb (PactFieldRow *row,
           const char *value)
{
  PactEditor *editor = pact_field_row_get_editor (row);

  pact_field_row_flush (row);
  pact_editor_end_step (editor);
  if (pact_field_row_save (row, value))
    pact_field_row_show_saved (row);
  pact_editor_end_step (editor);
}

/**
 * pact_row_add_calendar:
 * @row: a row for a date
 * @entry: the field in it
 *
 * Puts a button that opens a calendar beside @entry.
 */
void
pact_row_add_calendar (PactFieldRow *row,
                       GtkWidget *entry)
{
  GtkWidget *button = pact_date_button_new (entry, pact_field_get_label (pact_field_row_get_field (row)));

  gtk_widget_insert_after (button, gtk_widget_get_parent (entry), entry);
  g_signal_connect_object (button, "opening", G_CALLBACK (opening_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "chosen", G_CALLBACK (chosen_cb), row, G_CONNECT_SWAPPED);
}
