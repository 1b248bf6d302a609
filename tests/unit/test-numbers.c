/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "locales.h"
#include "pact-amount.h"
#include "pact-model.h"
#include "pact-number.h"
#include "pact-percent.h"
#include "pact-size.h"
#include "pact-value.h"

static void
assert_read (const char *name,
             const char *text,
             const char *expected)
{
  g_autofree char *number = pact_number_read (text, pact_locale_get (name));
  g_autofree char *escaped = g_strescape (text, NULL);

  g_test_message ("%s: “%s”", name, escaped);
  g_assert_cmpstr (number, ==, expected);
}

static void
test_typed (void)
{
  static const char *const inputs[][3] = {
    { "C", "5", "5" },
    { "C", "-5", "-5" },
    { "C", "−5", "-5" },
    { "C", "0", "0" },
    { "C", "007", "007" },
    { "C", "1.5", "1.5" },
    { "C", "1,5", "1.5" },
    { "C", "0.125", "0.125" },
    { "C", "0,125", "0.125" },
    { "C", "1.234", "1.234" }, /* the point separates in this locale */
    { "C", "1,234", "1234" },  /* and so the comma groups */
    { "C", "1,234.50", "1234.50" },
    { "C", "1.234,50", "1234.50" },
    { "C", "1,234,567", "1234567" },
    { "C", "1.234.567", "1234567" },
    { "C", "1 234 567", "1234567" },
    { "C", "1\u00a0234", "1234" },
    { "C", "1\u202f234", "1234" },
    { "C", "1'234.50", "1234.50" },
    { "C", "1’234", "1234" },
    { "C", "1 234.567", "1234.567" },
    { "C", "١٢٣", "123" },
    { "C", "١٬٢٣٤٫٥", "1234.5" },
    { "C", " 12 ", "12" },
    { "C", "1234567890123456789012345", "1234567890123456789012345" },
    { "de_DE", "12,375", "12.375" },
    { "de_DE", "12.375", "12375" },
    { "de_DE", "1234.567", "1234.567" },
    { "fr_FR", "12,375", "12.375" },
    { "fr_FR", "12\u202f375,5", "12375.5" },
    { "sv_SE", "\u22125", "-5" },
    { "fa_IR", "\u200e\u2212۵", "-5" },
    { "de_CH", "1’234’567.50", "1234567.50" },
    { "en_IN", "12,34,567", "1234567" },
    { "hi_IN", "1,234,567", "1234567" },

    /* Groups have three digits, in India all but the last two; 1.5.2027 is no number. */
    { "C", "12,34,567", NULL },
    { "C", "12 50", NULL },
    { "C", "1200 1300", NULL },
    { "C", "12  500", NULL },
    { "C", "1 234'567", NULL },
    { "C", "0 123", NULL },
    { "C", "1200\t1300", NULL },
    { "C", "12\t500", NULL },
    { "C", "12\n500", NULL },
    { "C", "12\u2028500", NULL },
    { "en_IN", "1,2,567", NULL },
    { "en_IN", "123,45,678", NULL },

    /* Copied out of a page or a sheet. */
    { "C", "\u200e12\u200f", "12" },
    { "C", "\ufeff\u202a12\u202c\u00a0\t\n", "12" },
    { "C", "\u206612\u00ad345\u2069\u200b", "12345" },
  };
  static const char *const bad[] = { "", "-", ".", ",", "1e5", "1.2.3,4.5", "5-", "--5", "a", "5 %", "½", "0x10", "5.", ".5", "12,",
                                     "1,,2", "1.5.2027", "1,2,3", "1234,567,890", "1.234,567.890", "\u200b", "- 5", "٫٥", "1٫2٫3" };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    assert_read (inputs[i][0], inputs[i][1], inputs[i][2]);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_read ("C", bad[i], NULL);
}

static void
test_display (void)
{
  static const char *const numbers[][3] = {
    { "C", "0", "0" },
    { "C", "1234", "1234" },
    { "C", "12345", "12,345" },
    { "C", "1234567.1234567", "1,234,567.1234567" },
    { "C", "-0.50", "-0.50" },
    { "C", "-123456", "-123,456" },
    { "de_DE", "12345.60", "12.345,60" },
    { "fr_FR", "12345.60", "12\u202f345,60" },
    { "sv_SE", "-12345", "\u221212\u00a0345" },
    { "de_CH", "12345.60", "12’345.60" },
    { "hi_IN", "1234567", "12,34,567" },
    { "ar_EG", "12345.60", "١٢٬٣٤٥٫٦٠" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = pact_number_display (numbers[i][1], pact_locale_get (numbers[i][0]));

      g_assert_cmpstr (text, ==, numbers[i][2]);
    }
}

/* Amounts of four digits are grouped where the locale does so: not in Spain and Poland. */
static void
test_money (void)
{
  static const char *const amounts[][3] = {
    { "en_GB", "999", "999" },
    { "en_GB", "9000", "9,000" },
    { "en_GB", "9000.50", "9,000.50" },
    { "de_DE", "9000", "9.000" },
    { "fr_FR", "9000", "9\u202f000" },
    { "hi_IN", "9000", "9,000" },
    { "es_ES", "9000", "9000" },
    { "es_ES", "12000", "12.000" },
    { "pl_PL", "9000", "9000" },
    { "ar_EG", "9000", "٩٬٠٠٠" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = pact_number_display_money (amounts[i][1], pact_locale_get (amounts[i][0]));
      g_autofree char *read = pact_number_read (text, pact_locale_get (amounts[i][0]));

      g_assert_cmpstr (text, ==, amounts[i][2]);
      g_assert_cmpstr (read, ==, amounts[i][1]);
    }
}

/* What is written, for editing or for reading, is read as the same number. */
static void
check_pair (const PactLocale *locale)
{
  static const char *const numbers[] = { "0", "-0", "7", "007", "12.375", "0.125", "-0.5", "1.000", "1234", "1234.567", "12345",
                                         "123456", "1234567.125", "-1234567890.001", "0012.500", "999.999",
                                         "1234567890123456789012345678901234567890" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *written = pact_number_write (numbers[i], locale);
      g_autofree char *read = pact_number_read (written, locale);
      g_autofree char *shown = pact_number_display (numbers[i], locale);
      g_autofree char *seen = pact_number_read (shown, locale);

      g_assert_cmpstr (read, ==, numbers[i]);
      g_assert_cmpstr (seen, ==, numbers[i]);
    }
}

static void
test_pairs (void)
{
  for_each_locale (check_pair);
  for_each_locale_of_the_world (check_pair);
}

static void
assert_amount (const char *name,
               const char *text,
               const char *currency,
               gint64 expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *escaped = g_strescape (text, NULL);
  gint64 amount = -1;

  g_test_message ("%s, %s: “%s”", name, currency, escaped);
  pact_amount_read (text, currency, pact_locale_get (name), &amount, &error);
  if (expected >= 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
  g_assert_cmpint (amount, ==, expected);
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *currency;
    gint64 amount; /* -1 if it is none */
  } inputs[] = {
    { "C", "12.50", "EUR", 1250 },
    { "C", "12,5", "EUR", 1250 },
    { "C", "0", "EUR", 0 },
    { "C", "0.05", "EUR", 5 },
    { "C", "1 234 567", "EUR", 123456700 },
    { "C", "12,500", "EUR", 1250000 },
    { "C", "12.500", "EUR", -1 }, /* three digits are none of the euro's fractions */
    { "C", "1500", "ISK", 1500 },
    { "C", "1500.0", "ISK", 1500 },
    { "C", "1.500", "ISK", -1 },
    { "C", "0.5", "JPY", -1 },
    { "C", "1.234", "TND", 1234 },
    { "C", "7", NULL, 700 },
    { "C", "90071992547409.91", "EUR", PACT_MAX_INTEGER },
    { "C", "90071992547409.92", "EUR", -1 },
    { "C", "99999999999999999999999999", "EUR", -1 },
    { "C", "-5", "EUR", -1 },
    { "C", "5.005", "EUR", -1 },
    { "C", "5.", "EUR", -1 },
    { "C", "abc", "EUR", -1 },
    { "C", "", "EUR", -1 },
    { "C", "€", "EUR", -1 },
    { "C", "1200\t1300", "EUR", -1 },

    /* The currency may stand beside the figures. */
    { "fr_FR", "12\u202f500,50\u00a0€", "EUR", 1250050 },
    { "fr_FR", "12 500,50 €", "EUR", 1250050 },
    { "fr_FR", "12500 euros", "EUR", 1250000 },
    { "de_DE", "€ 12.500", "EUR", 1250000 },
    { "de_DE", "12500 EUR", "EUR", 1250000 },
    { "de_DE", "EUR 12.500", "EUR", 1250000 },
    { "de_DE", "12500eur", "EUR", 1250000 },
    { "de_DE", "12.500,- €", "EUR", 1250000 },
    { "de_DE", "500,–", "EUR", 50000 },
    { "de_CH", "CHF 12’500.–", "CHF", 1250000 },
    { "pl_PL", "12 500,50 zł", "PLN", 1250050 },
    { "sv_SE", "12 500 kr", "SEK", 1250000 },
    { "en_US", "$12,500.50", "USD", 1250050 },
    { "ar_EG", "\u200f١٢٬٥٠٠ €", "EUR", 1250000 },

    /* Another one is not silently taken for it. */
    { "en_US", "$12,500", "EUR", -1 },
    { "de_DE", "12500 CHF", "EUR", -1 },
    { "de_DE", "12500 US-Dollar", "EUR", -1 },
    { "de_DE", "€ 12.500 €", "EUR", -1 },
    { "de_DE", "12500 Stück", "EUR", -1 },
    { "de_DE", "12500 €", NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    assert_amount (inputs[i].locale, inputs[i].text, inputs[i].currency, inputs[i].amount);
}

static void
check_amount_pair (const PactLocale *locale)
{
  static const char *const currencies[] = { "EUR", "ISK", "TND", "CHF", "USD", "PLN", "SEK", NULL };
  static const gint64 amounts[] = { 0, 5, 1250, 12375, 1234567, 1250000, PACT_MAX_INTEGER };

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (amounts); j++)
        {
          g_autofree char *written = pact_amount_write (amounts[j], currencies[i], locale);
          g_autofree char *shown = pact_amount_display (amounts[j], currencies[i], locale);

          assert_amount (pact_locale_get_id (locale), written, currencies[i], amounts[j]);
          assert_amount (pact_locale_get_id (locale), shown, currencies[i], amounts[j]);
        }
    }
}

static void
test_amount_pairs (void)
{
  for_each_locale (check_amount_pair);
}

static void
test_percentages (void)
{
  static const char *const inputs[][3] = {
    { "fr_FR", "80 %", "80" },
    { "fr_FR", "62,5%", "62.5" },
    { "fr_FR", "62,5\u202f%", "62.5" },
    { "C", "80", "80" },
    { "tr_TR", "%80", "80" },
    { "ar_EG", "٨٠٪؜", "80" },
    { "C", "% 80 %", NULL },
    { "C", "80 %%", NULL },
    { "C", "8 % 0", NULL },
    { "C", "%", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *number = pact_percent_read (inputs[i][1], pact_locale_get (inputs[i][0]));

      g_test_message ("%s", inputs[i][1]);
      g_assert_cmpstr (number, ==, inputs[i][2]);
    }
}

static void
check_percentage_pair (const PactLocale *locale)
{
  g_autofree char *text = pact_percent_display ("62.5", locale);
  g_autofree char *number = pact_percent_read (text, locale);

  g_assert_cmpstr (number, ==, "62.5");
}

static void
test_percentage_pairs (void)
{
  for_each_locale_of_the_world (check_percentage_pair);
}

static void
test_shares (void)
{
  g_autofree char *german = pact_percent_display_share (29, 100, pact_locale_get ("de_DE"));
  g_autofree char *english = pact_percent_display_share (29, 100, pact_locale_get ("en_GB"));

  /* n of a hundred is n percent. */
  for (guint i = 0; i <= 100; i++)
    g_assert_cmpint (pact_percent_of (i, 100), ==, i);
  g_assert_cmpint (pact_percent_of (1, 3), ==, 33);
  g_assert_cmpint (pact_percent_of (2, 3), ==, 67);
  g_assert_cmpint (pact_percent_of (1, 8), ==, 13);
  g_assert_cmpint (pact_percent_of (999, 1000), ==, 99);
  g_assert_cmpint (pact_percent_of (1, 1000), ==, 1);
  g_assert_cmpint (pact_percent_of (0, 1000), ==, 0);
  g_assert_cmpint (pact_percent_of (0, 0), ==, 100);
  g_assert_cmpint (pact_percent_of (G_MAXUINT - 1, G_MAXUINT), ==, 99);
  g_assert_cmpstr (german, ==, "29\u00a0%");
  g_assert_cmpstr (english, ==, "29%");
}

/* In the language of the interface, whatever the locale's category of numbers says. */
static void
test_sizes (void)
{
  static const struct
  {
    const char *locale;
    guint64 size;
    const char *text;
  } sizes[] = {
    { "C", 0, "0 bytes" },
    { "C", 1, "1 byte" },
    { "C", 999, "999 bytes" },
    { "C", 1000, "1.0 kB" },
    { "C", 225280, "225.3 kB" },
    { "C", 999949, "999.9 kB" },
    { "C", 999950, "1.0 MB" },
    { "C", 1234567, "1.2 MB" },
    { "C", 12345678901, "12.3 GB" },
    { "C", G_GUINT64_CONSTANT (1234567890123456), "1,234.6 TB" },
    { "de_DE", 512, "512 Byte" },
    { "de_DE", 225280, "225,3 kB" },
    { "fr_FR", 1234567, "1,2\u202fMo" },
    { "pl_PL", 1234567, "1,2 MB" },
    { "ar_EG", 1234567, "١٫٢ م.ب" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = pact_size_display (sizes[i].size, pact_locale_get (sizes[i].locale));
      g_autofree char *plain = NULL;
      g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);

      plain = g_strjoinv (" ", parts);
      g_assert_cmpstr (plain, ==, sizes[i].text);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numbers/sizes", test_sizes);
  g_test_add_func ("/numbers/typed", test_typed);
  g_test_add_func ("/numbers/display", test_display);
  g_test_add_func ("/numbers/money", test_money);
  g_test_add_func ("/numbers/pairs", test_pairs);
  g_test_add_func ("/numbers/amounts", test_amounts);
  g_test_add_func ("/numbers/amount-pairs", test_amount_pairs);
  g_test_add_func ("/numbers/percentages", test_percentages);
  g_test_add_func ("/numbers/percentage-pairs", test_percentage_pairs);
  g_test_add_func ("/numbers/shares", test_shares);

  return g_test_run ();
}
