/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "locales.h"
#include "pact-dates.h"

static void
assert_read (const char *name,
             const char *text,
             const char *expected)
{
  PactDate date;
  g_autofree char *value = pact_date_read (text, pact_locale_get (name), &date) ? pact_date_to_string (&date) : NULL;

  g_test_message ("%s: “%s”", name, text);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_typed (void)
{
  static const char *const inputs[][3] = {
    { "C", "2027", "2027" },
    { "C", " 3/2027 ", "2027-03" },
    { "C", "03.2027", "2027-03" },
    { "C", "2027-3", "2027-03" },
    { "C", "2027 3", "2027-03" },
    { "C", "2027-03-15", "2027-03-15" },
    { "C", "2027/3/5", "2027-03-05" },
    { "C", "2027. 3. 5.", "2027-03-05" },
    { "C", "3/4/2027", "2027-04-03" },
    { "C", "15 3 2027", "2027-03-15" },
    { "C", "15 March 2027", "2027-03-15" },
    { "C", "march 15, 2027", "2027-03-15" },
    { "C", "Sept 2027", "2027-09" },
    { "C", "1st October 2027", "2027-10-01" },
    { "C", "3rd of May 2027", NULL },

    /* The order is the language's, unless a number tells itself or points do. */
    { "en_US", "3/4/2027", "2027-03-04" },
    { "en_US", "3-4-2027", "2027-03-04" },
    { "en_US", "15/3/2027", "2027-03-15" },
    { "en_US", "3/15/2027", "2027-03-15" },
    { "en_US", "4.3.2027", "2027-03-04" },
    { "en_US", "4. 3. 2027", "2027-03-04" },
    { "de_DE", "3/15/2027", "2027-03-15" },
    { "de_DE", "3.15.2027", NULL },
    { "de_DE", "13.15.2027", NULL },
    { "sv_SE", "15/3 2027", "2027-03-15" },

    /* What the program shows, and what stands in other places of a plan. */
    { "fr_FR", "15 mars 2027", "2027-03-15" },
    { "fr_FR", "1er octobre 2027", "2027-10-01" },
    { "fr_FR", "1 octobre 2027", "2027-10-01" },
    { "fr_FR", "fevrier 2027", "2027-02" },
    { "fr_FR", "AOÛT 2027", "2027-08" },
    { "fr_FR", "janv. 2027", "2027-01" },
    { "fr_FR", "jui 2027", NULL },
    { "de_DE", "Dez 2030", "2030-12" },
    { "de_DE", "Dez. 2030", "2030-12" },
    { "de_DE", "Dezember 2030", "2030-12" },
    { "de_DE", "12/2030", "2030-12" },
    { "de_DE", "1. März 2027", "2027-03-01" },
    { "de_DE", "15 March 2027", "2027-03-15" },
    { "de_AT", "1. Jänner 2027", "2027-01-01" },
    { "it_IT", "1º marzo 2027", "2027-03-01" },
    { "es_ES", "15 de marzo de 2027", "2027-03-15" },
    { "pl_PL", "marzec 2027", "2027-03" },
    { "pl_PL", "15 marca 2027", "2027-03-15" },
    { "lv_LV", "2027. gada 15. marts", "2027-03-15" },
    { "lt_LT", "2027 m. kovo 15 d.", "2027-03-15" },
    { "ar_EG", "١٥ مارس ٢٠٢٧", "2027-03-15" },
    { "ar_EG", "١٥‏/٣‏/٢٠٢٧", "2027-03-15" },
    { "ja_JP", "2027年3月15日", "2027-03-15" },
    { "ja_JP", "2027年13月", NULL },

    /* Copied out of a page. */
    { "C", "\u200e2027-03-15\u200f", "2027-03-15" },
    { "C", "\ufeff15\u00a0March\u202f2027\u00a0", "2027-03-15" },
    { "C", "\u206615 Ma\u00adrch 2027\u2069\n", "2027-03-15" },
  };
  static const char *const bad[] = { "", "27", "13/2027", "2027-02-30", "March", "1.2.3.2027", "32.1.2027", "-", "3/27", "0/2027",
                                     "-2027", "20277", "2027-0-3", "15 March", "March March 2027", "15\t3\t2027", "3\n2027",
                                     "2027 2028 March", "soon", "March 2027 or later", "0 March 2027" };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    assert_read (inputs[i][0], inputs[i][1], inputs[i][2]);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_read ("C", bad[i], NULL);
}

/* What cannot be meant is no date in any language: nobody guesses that day and month were exchanged, but for slashes. */
static void
test_mistaken (void)
{
  static const char *const names[] = { "C", "de_DE", "fr_FR", "pl_PL", "en_GB", "en_US" };
  static const char *const bad[] = { "1.13.2027", "13.13.2027", "31.2.2027", "31.4.2027", "29.2.2027", "1. 13. 2027", "0.1.2027",
                                     "1.0.2027", "13-13-2027", "13/13/2027", "31/2/2027", "31-2-2027", "2/31/2027", "2-31-2027",
                                     "2027-13-1", "2027-1-32", "2027.13.1", "2027/13/1", "2027-15-03", "13.2027",
                                     "2027.13", "31 February 2027", "32 March 2027" };
  static const struct
  {
    const char *text;
    const char *day_first;
    const char *month_first;
  } others[] = {
    { "1-13-2027", NULL, "2027-01-13" },
    { "1 13 2027", NULL, "2027-01-13" },
    { "1.13/2027", NULL, "2027-01-13" },
    { "1/13/2027", "2027-01-13", "2027-01-13" },
    { "13-1-2027", "2027-01-13", "2027-01-13" },
    { "13/1/2027", "2027-01-13", "2027-01-13" },
    { "13.1.2027", "2027-01-13", "2027-01-13" },
    { "12.1.2027", "2027-01-12", "2027-01-12" },
    { "12/1/2027", "2027-01-12", "2027-12-01" },
    { "12-1-2027", "2027-01-12", "2027-12-01" },
    { "2027-1-13", "2027-01-13", "2027-01-13" },
    { "29.2.2028", "2028-02-29", "2028-02-29" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean month_first = g_str_equal (names[i], "en_US");

      for (gsize j = 0; j < G_N_ELEMENTS (bad); j++)
        assert_read (names[i], bad[j], NULL);
      for (gsize j = 0; j < G_N_ELEMENTS (others); j++)
        assert_read (names[i], others[j].text, month_first ? others[j].month_first : others[j].day_first);
    }
}

static void
assert_display (const char *name,
                const char *value,
                const char *expected)
{
  PactDate date;
  g_autofree char *text = NULL;

  g_assert_true (pact_date_parse (value, &date));
  text = pact_date_display (&date, pact_locale_get (name));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_display (void)
{
  assert_display ("C", "2027", "2027");
  assert_display ("C", "2027-03", "March 2027");
  assert_display ("C", "2027-03-05", "5 March 2027");
  assert_display ("en_US", "2027-03-05", "March 5, 2027");
  assert_display ("de_DE", "2027-03-05", "5. März 2027");
  assert_display ("fr_FR", "2027-03-01", "1er mars 2027");
  assert_display ("fr_CA", "2027-03-01", "1er mars 2027");
  assert_display ("fr_FR", "2027-03-11", "11 mars 2027");
  assert_display ("pl_PL", "2027-03", "marzec 2027");
  assert_display ("pl_PL", "2027-03-05", "5 marca 2027");
  assert_display ("lv_LV", "2027", "2027");
  assert_display ("fa_IR", "2027-03-05", "۵ مارس ۲۰۲۷");
}

static void
test_figures (void)
{
  const PactDate first = { 2027, 3, 1 };
  const PactDate month = { 2027, 3, 0 };
  g_autofree char *german = pact_date_display_figures (&first, pact_locale_get ("de_DE"));
  g_autofree char *french = pact_date_display_figures (&first, pact_locale_get ("fr_FR"));
  g_autofree char *american = pact_date_display_figures (&first, pact_locale_get ("en_US"));
  g_autofree char *swedish = pact_date_display_figures (&month, pact_locale_get ("sv_SE"));

  g_assert_cmpstr (german, ==, "1.3.2027");
  g_assert_cmpstr (french, ==, "01/03/2027");
  g_assert_cmpstr (american, ==, "3/1/2027");
  g_assert_cmpstr (swedish, ==, "2027-03");
}

static void
assert_reads_again (const PactDate *date,
                    const PactLocale *locale,
                    char *text)
{
  g_autofree char *value = pact_date_to_string (date);
  g_autofree char *read = NULL;
  PactDate again;

  if (pact_date_read (text, locale, &again))
    read = pact_date_to_string (&again);
  if (g_strcmp0 (read, value) != 0)
    g_test_message ("“%s”", text);
  g_assert_cmpstr (read, ==, value);
  g_free (text);
}

/* What is shown, in words or in figures, is read as the same date. */
static void
check_pair (const PactLocale *locale)
{
  static const int days[] = { 0, 1, 5, 12, 28 };

  for (int month = 0; month <= 12; month++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
        {
          const PactDate date = { 2027, month, month != 0 ? days[i] : 0 };

          assert_reads_again (&date, locale, pact_date_display (&date, locale));
          assert_reads_again (&date, locale, pact_date_display_figures (&date, locale));
        }
    }
}

/* Kyrgyz and Uyghur write the day between year and month, where ISO has the month: there only a day above 12 is plain. */
static void
check_world_pair (const PactLocale *locale)
{
  for (int month = 1; month <= 12; month++)
    {
      const PactDate first = { 2027, month, 1 };
      const PactDate last = { 2027, month, 28 };

      assert_reads_again (&first, locale, pact_date_display (&first, locale));
      assert_reads_again (&last, locale, pact_date_display_figures (&last, locale));
    }
}

static void
test_pairs (void)
{
  for_each_locale (check_pair);
  for_each_locale_of_the_world (check_world_pair);
}

static void
assert_period (const char *start,
               const char *end,
               const char *expected)
{
  g_autofree char *text = pact_period_display (start, end, pact_locale_get ("en_GB"));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_periods (void)
{
  assert_period (NULL, NULL, NULL);
  assert_period ("2027", "2030", "2027–2030");
  assert_period ("2027", "2027", "2027");
  assert_period ("2027-03", "2030", "March 2027 – 2030");
  assert_period ("2027-03-15", "2027-06-30", "15 March 2027 – 30 June 2027");
  assert_period ("2027-03", NULL, "from March 2027");
  assert_period (NULL, "2030", "until 2030");
}

static void
test_moments (void)
{
  g_autofree char *german = NULL;
  g_autofree char *american = NULL;
  g_autofree char *nothing = pact_moment_display (NULL, NULL);

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  german = pact_moment_display ("2027-06-30T22:05:00Z", pact_locale_get ("de_DE"));
  american = pact_moment_display ("2027-06-30T12:05:00Z", pact_locale_get ("en_US"));
  g_assert_null (nothing);
  g_assert_cmpstr (german, ==, "1. Juli 2027, 00:05 Uhr");
  g_assert_cmpstr (american, ==, "June 30, 2027, 2:05\u202fPM");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dates/mistaken", test_mistaken);
  g_test_add_func ("/dates/typed", test_typed);
  g_test_add_func ("/dates/display", test_display);
  g_test_add_func ("/dates/figures", test_figures);
  g_test_add_func ("/dates/pairs", test_pairs);
  g_test_add_func ("/dates/periods", test_periods);
  g_test_add_func ("/dates/moments", test_moments);

  return g_test_run ();
}
