/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-dates.h"
#include "pact-report-private.h"

/* When what is done: spans of time, a drawing for each pillar, all on one scale. */

typedef struct
{
  gint64 first; /* Julian days */
  gint64 last;
} Scale;

typedef struct
{
  const Scale *scale;
  PactDrawing *drawing;
  guint n_rows;
} Spans;

/* The days between which a measure is carried out; whether it says so. */
static gboolean
get_days (PactElement *measure,
          gint64 *first,
          gint64 *last)
{
  const char *start = pact_element_get (measure, "start");
  const char *end = pact_element_get (measure, "end");
  PactDate start_date, end_date;
  GDate *day;

  if (start == NULL || end == NULL || !pact_date_parse (start, &start_date) || !pact_date_parse (end, &end_date))
    return FALSE;

  day = pact_date_first_day (&start_date);
  *first = g_date_get_julian (day);
  g_date_free (day);
  day = pact_date_last_day (&end_date);
  *last = g_date_get_julian (day);
  g_date_free (day);

  return *first <= *last;
}

static void
widen (Report *self,
       PactElement *measure,
       gpointer data)
{
  Scale *scale = data;
  gint64 first, last;

  if (!get_days (measure, &first, &last))
    return;
  scale->first = scale->last == 0 ? first : MIN (scale->first, first);
  scale->last = MAX (scale->last, last);
}

/* A scale has whole years. */
static void
round_scale (Scale *scale)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, scale->first);
  g_date_set_dmy (&day, 1, 1, g_date_get_year (&day));
  scale->first = g_date_get_julian (&day);
  g_date_set_julian (&day, scale->last);
  g_date_set_dmy (&day, 31, 12, g_date_get_year (&day));
  scale->last = g_date_get_julian (&day);
}

static double
get_place (const Scale *scale,
           gint64 day)
{
  return (double) (day - scale->first) / (double) (scale->last + 1 - scale->first);
}

static void
add_years (PactDrawing *drawing,
           const Scale *scale)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, scale->first);
  while (g_date_get_julian (&day) < scale->last)
    {
      g_autofree char *name = g_strdup_printf ("%u", g_date_get_year (&day));

      pact_drawing_add_mark (drawing, name, get_place (scale, g_date_get_julian (&day)));
      g_date_add_years (&day, 1);
    }
}

static void
add_span (Report *self,
          PactElement *measure,
          gpointer data)
{
  Spans *spans = data;
  g_autofree char *number = pact_element_dup_number (measure);
  g_autofree char *title = _pact_report_value (self, measure, "title");
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;
  double parts[2];
  gint64 first, last;

  if (!get_days (measure, &first, &last))
    return;

  name = g_strdup_printf ("%s\342\200\202%s", number, title != NULL ? title : "");
  period = _pact_report_period (self, measure);
  parts[0] = get_place (spans->scale, first);
  parts[1] = get_place (spans->scale, last + 1);
  pact_drawing_add_row (spans->drawing, name, period, _pact_report_get_hue (self, measure), parts);
  spans->n_rows++;
}

/* When the measures are carried out. */
void
_pact_report_add_timetable (Report *self)
{
  GListModel *pillars = pact_element_get_children_by_name (self->root, "pillar");
  Scale scale = { 0 };

  _pact_report_for_each_measure (self, self->root, widen, &scale);
  if (scale.last == 0)
    return;

  round_scale (&scale);
  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Timetable")));
  for (guint i = 0; i < g_list_model_get_n_items (pillars); i++)
    {
      g_autoptr (PactElement) pillar = g_list_model_get_item (pillars, i);
      g_autofree char *title = _pact_report_value (self, pillar, "title");
      Spans spans = { &scale, pact_drawing_new (PACT_DRAWING_SPANS, title != NULL ? title : ""), 0 };

      pact_drawing_set_right_to_left (spans.drawing, pact_locale_is_right_to_left (self->locale));
      add_years (spans.drawing, &scale);
      _pact_report_for_each_measure (self, pillar, add_span, &spans);
      if (spans.n_rows > 0)
        pact_document_take_drawing (self->document, spans.drawing);
      else
        pact_drawing_free (spans.drawing);
    }
}
