/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-calendar-names.h"

/* What stands on a calendar is in the language that is asked for, whatever the process's own is. */
static void
test_names (void)
{
  static const struct
  {
    const char *locale;
    const char *march;
    const char *monday;
    const char *day;
    GDateWeekday first;
  } cases[] = {
    { "en_US.UTF-8", "March", "Monday", "15", G_DATE_SUNDAY },
    { "en", "March", "Monday", "15", G_DATE_MONDAY },
    { "en_GB.UTF-8", "March", "Monday", "15", G_DATE_MONDAY },
    { "de", "März", "Montag", "15", G_DATE_MONDAY },
    { "fr_CA.UTF-8", "mars", "lundi", "15", G_DATE_SUNDAY },
    { "pl_PL", "marzec", "poniedziałek", "15", G_DATE_MONDAY },
    { "ar_EG.UTF-8", "مارس", "الاثنين", "١٥", G_DATE_SATURDAY },
    { "th_TH", "มีนาคม", "วันจันทร์", "15", G_DATE_SUNDAY },
    { "fa_IR", "مارس", "دوشنبه", "۱۵", G_DATE_SATURDAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactCalendarNames) names = pact_calendar_names_new (pact_locale_get (cases[i].locale));

      g_test_message ("%s", cases[i].locale);
      g_assert_cmpstr (names->months[3], ==, cases[i].march);
      g_assert_cmpstr (names->weekdays[G_DATE_MONDAY], ==, cases[i].monday);
      g_assert_cmpstr (names->days[15], ==, cases[i].day);
      g_assert_cmpint (names->first_weekday, ==, cases[i].first);
      for (guint j = G_DATE_MONDAY; j <= G_DATE_SUNDAY; j++)
        {
          glong length = g_utf8_strlen (names->short_weekdays[j], -1);

          g_assert_cmpint (length, >, 0);
          g_assert_cmpint (length, <=, g_utf8_strlen (names->weekdays[j], -1));
        }
      for (guint j = 1; j <= 31; j++)
        g_assert_cmpuint (strlen (names->days[j]), >, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-names/names", test_names);

  return g_test_run ();
}
