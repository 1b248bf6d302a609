/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "pact-calendar.h"
#include "pact-date.h"
#include "pact-dates.h"
#include "pact-report-private.h"

/*
 * The dates of a plan as a calendar (RFC 5545): when measures start and end, and what is due.
 *
 * Each date is an event of one day that takes nobody's time. Who imports the calendar anew gets each event in the place of the same
 * one of before, since it has the same identifier as long as the element is there.
 */

/* How often a plan was changed is not known, but when it was; so a later calendar has a greater number. */
#define SEQUENCE_EPOCH G_GINT64_CONSTANT (946684800) /* 2000-01-01 */
#define SEQUENCE_STEP 60

/* U+FDD0 and U+FDD1, which are no characters. */
#define COMMA_MARK "\357\267\220"
#define SEMICOLON_MARK "\357\267\221"

#define UUID_BYTES 16
#define UUID_VERSION 5

typedef struct
{
  Report report;
  icalcomponent *calendar;
  struct icaltimetype stamp;
  int sequence;
} Calendar;

/* The identifier of a date of an element: a UUID made of the element's and the name of the field (version 5, RFC 9562), which names
 * neither a machine nor a person. */
static char *
create_uid (PactElement *element,
            const char *field)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  const char *uuid = pact_element_get_uuid (element);
  guint8 digest[20];
  gsize length = sizeof digest;
  guint8 name_space[UUID_BYTES];
  GString *uid = g_string_new (NULL);
  gsize n = 0;

  for (const char *p = uuid; n < UUID_BYTES && p[0] != '\0' && p[1] != '\0';)
    {
      if (*p == '-')
        {
          p++;
          continue;
        }
      name_space[n++] = g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]);
      p += 2;
    }
  g_checksum_update (checksum, name_space, n);
  g_checksum_update (checksum, (const guchar *) field, -1);
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | UUID_VERSION << 4;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (gsize i = 0; i < UUID_BYTES; i++)
    g_string_append_printf (uid, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", digest[i]);

  return g_string_free (uid, FALSE);
}

static struct icaltimetype
convert_day (const GDate *day)
{
  struct icaltimetype time = icaltime_null_date ();

  time.year = g_date_get_year (day);
  time.month = g_date_get_month (day);
  time.day = g_date_get_day (day);

  return time;
}

static void
add_line (GString *text,
          const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
add_fact (Calendar *self,
          GString *text,
          const char *label,
          char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL)
    return;
  line = g_strdup_printf (_pact_report_say (&self->report, NC_ ("report", "%1$s: %2$s")), label, value);
  add_line (text, line);
  g_free (value);
}

/* What a date leaves open. */
static void
add_precision (Calendar *self,
               GString *text,
               const PactDate *date,
               gboolean is_last)
{
  Report *report = &self->report;
  g_autofree char *shown = pact_date_display (date, report->locale);
  g_autofree char *line = NULL;

  if (date->day != 0)
    return;

  if (date->month != 0 && is_last)
    /* Translators: %s is a month with its year. */
    line = g_strdup_printf (_pact_report_say (report, NC_ ("report", "The plan names only the month, %s; this is its last day.")), shown);
  else if (date->month != 0)
    /* Translators: %s is a month with its year. */
    line = g_strdup_printf (_pact_report_say (report, NC_ ("report", "The plan names only the month, %s; this is its first day.")), shown);
  else if (is_last)
    line = g_strdup_printf (_pact_report_say (report, NC_ ("report", "The plan names only the year, %s; this is its last day.")), shown);
  else
    line = g_strdup_printf (_pact_report_say (report, NC_ ("report", "The plan names only the year, %s; this is its first day.")), shown);
  add_line (text, line);
}

static char *
describe (Calendar *self,
          PactElement *element,
          const PactDate *date,
          gboolean is_last)
{
  Report *report = &self->report;
  PactElement *measure = pact_element_is_kind (element, "measure") ? element : pact_element_get_ancestor (element, "measure");
  GString *text = g_string_new (NULL);

  add_precision (self, text, date, is_last);
  if (measure != NULL)
    {
      g_autofree char *number = pact_element_dup_number (measure);
      g_autofree char *title = _pact_report_value (report, measure, "title");

      add_fact (self, text, _pact_report_say (report, NC_ ("report", "Measure")),
                title != NULL ? g_strdup_printf ("%s\302\240%s", number, title) : g_steal_pointer (&number));
      add_fact (self, text, _pact_report_label (report, "measure", "lead"), _pact_report_value (report, measure, "lead"));
    }

  return g_string_free (text, FALSE);
}

/* Libical escapes the texts of all properties but of those that may be lists, and so would make two categories of one with a comma
 * in it. Two characters that no text has stand there in its place while it writes, which are no shorter than what is then written. */
static char *
mark_separators (const char *text)
{
  GString *marked = g_string_new (text);

  g_string_replace (marked, COMMA_MARK, "", 0);
  g_string_replace (marked, SEMICOLON_MARK, "", 0);
  g_string_replace (marked, ",", COMMA_MARK, 0);
  g_string_replace (marked, ";", SEMICOLON_MARK, 0);

  return g_string_free (marked, FALSE);
}

static GBytes *
write_text (icalcomponent *calendar)
{
  char *written = icalcomponent_as_ical_string_r (calendar);
  GString *text = g_string_new (written);

  free (written);
  g_string_replace (text, COMMA_MARK, "\\,", 0);
  g_string_replace (text, SEMICOLON_MARK, "\\;", 0);

  return g_string_free_to_bytes (text);
}

static void
set_categories (Calendar *self,
                icalcomponent *event,
                PactElement *element)
{
  PactElement *pillar = pact_element_get_ancestor (element, "pillar");
  g_autofree char *title = pillar != NULL ? _pact_report_value (&self->report, pillar, "title") : NULL;

  g_autofree char *marked = title != NULL ? mark_separators (title) : NULL;

  if (marked != NULL)
    icalcomponent_add_property (event, icalproperty_new_categories (marked));
}

static void
add_event (Calendar *self,
           PactElement *element,
           const char *field,
           const char *summary,
           gboolean is_last)
{
  const char *value = pact_element_get (element, field);
  icalcomponent *event;
  PactDate date;
  GDate *day;
  g_autofree char *uid = NULL;
  g_autofree char *description = NULL;

  if (value == NULL || !pact_date_parse (value, &date))
    return;

  uid = create_uid (element, field);
  description = describe (self, element, &date, is_last);
  event = icalcomponent_new_vevent ();
  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (self->stamp));
  icalcomponent_add_property (event, icalproperty_new_lastmodified (self->stamp));
  icalcomponent_add_property (event, icalproperty_new_sequence (self->sequence));
  day = is_last ? pact_date_last_day (&date) : pact_date_first_day (&date);
  icalcomponent_add_property (event, icalproperty_new_dtstart (convert_day (day)));
  g_date_add_days (day, 1);
  icalcomponent_add_property (event, icalproperty_new_dtend (convert_day (day)));
  g_date_free (day);
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (*description != '\0')
    icalcomponent_add_property (event, icalproperty_new_description (description));
  set_categories (self, event, element);
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_component (self->calendar, event);
}

static char *
name_element (Calendar *self,
              PactElement *element)
{
  char *title = _pact_report_value (&self->report, element, "title");

  return title != NULL ? title : pact_element_dup_number (element);
}

static void
add_dates (Report *report,
           PactElement *measure,
           gpointer data)
{
  Calendar *self = data;
  GListModel *milestones = pact_element_get_children_by_name (measure, "milestone");
  g_autofree char *name = name_element (self, measure);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (pact_element_is_over (measure))
    return;

  /* Translators: an entry of a calendar; %s is the title of a measure. */
  start = g_strdup_printf (_pact_report_say (report, NC_ ("report", "Start: %s")), name);
  /* Translators: an entry of a calendar; %s is the title of a measure. */
  end = g_strdup_printf (_pact_report_say (report, NC_ ("report", "End: %s")), name);
  add_event (self, measure, "start", start, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (PactElement) milestone = g_list_model_get_item (milestones, i);
      g_autofree char *title = name_element (self, milestone);
      /* Translators: an entry of a calendar; %s is the title of a milestone. */
      g_autofree char *due = g_strdup_printf (_pact_report_say (report, NC_ ("report", "Due: %s")), title);

      if (pact_element_get (milestone, "reached_on") == NULL)
        add_event (self, milestone, "due", due, TRUE);
    }
  add_event (self, measure, "end", end, TRUE);
}

static void
set_moment (Calendar *self)
{
  g_autoptr (GDateTime) moment = _pact_report_dup_moment (&self->report);
  gint64 seconds = moment != NULL ? g_date_time_to_unix (moment) : SEQUENCE_EPOCH;

  self->stamp = icaltime_from_timet_with_zone (seconds, FALSE, icaltimezone_get_utc_timezone ());
  self->sequence = CLAMP ((seconds - SEQUENCE_EPOCH) / SEQUENCE_STEP, 0, G_MAXINT);
}

static void
set_name (Calendar *self)
{
  g_autofree char *title = _pact_report_value (&self->report, self->report.root, "title");
  icalproperty *name;

  if (title == NULL)
    return;
  icalcomponent_add_property (self->calendar, icalproperty_new_name (title));
  /* What most calendars read instead. */
  name = icalproperty_new_x (title);
  icalproperty_set_x_name (name, "X-WR-CALNAME");
  icalcomponent_add_property (self->calendar, name);
}

/**
 * pact_plan_to_ics:
 * @plan: a plan
 * @options: how the calendar is made
 * @error: return location for an error
 *
 * Writes the dates of a plan that are still to be kept as a calendar (iCalendar). What is left out of the plan, reached, completed or
 * dropped is not in it.
 *
 * Returns: (transfer full): the file
 */
GBytes *
pact_plan_to_ics (PactPlan *plan,
                  const PactReportOptions *options,
                  GError **error)
{
  Calendar self = { 0 };
  GBytes *bytes;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  _pact_report_open (&self.report, plan, options);
  set_moment (&self);
  self.calendar = icalcomponent_new_vcalendar ();
  icalcomponent_add_property (self.calendar, icalproperty_new_prodid ("-//Pact Planner//Pact Planner//EN"));
  icalcomponent_add_property (self.calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self.calendar, icalproperty_new_calscale ("GREGORIAN"));
  set_name (&self);
  _pact_report_for_each_measure (&self.report, self.report.root, add_dates, &self);
  bytes = write_text (self.calendar);
  icalcomponent_free (self.calendar);

  return bytes;
}
