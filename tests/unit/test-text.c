/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-fold.h"
#include "pact-text.h"

#define ACUTE "\314\201" /* U+0301, combining */

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *line;
    const char *prose;
  } cases[] = {
    { "", "", "" },
    { "one two", "one two", "one two" },
    { "one\ntwo", "one two", "one\ntwo" },
    { "one\r\ntwo", "one two", "one\ntwo" },
    { "one\rtwo", "one two", "one\ntwo" },
    { "one\r\r\ntwo", "one two", "one\n\ntwo" },
    { "one\vtwo", "one two", "one\ntwo" },
    { "one\ftwo", "one two", "one\ntwo" },
    { "one\302\205two", "one two", "one\ntwo" },     /* U+0085 */
    { "one\342\200\250two", "one two", "one\ntwo" }, /* U+2028 */
    { "one\342\200\251two", "one two", "one\ntwo" }, /* U+2029 */
    { "one\ttwo", "one two", "one\ttwo" },
    { "one\n\n\ttwo", "one two", "one\n\n\ttwo" },
    { " \302\240one two\342\200\213\n", "one two", " \302\240one two\342\200\213\n" },
    { "one  two", "one  two", "one  two" },
    { "o\033ne\177 t\302\233wo", "one two", "one two" },
    /* A joiner that shapes the last letter of a Persian word stays. */
    { "\331\207\342\200\215", "\331\207\342\200\215", "\331\207\342\200\215" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = pact_text_clean_line (cases[i].text);
      g_autofree char *prose = pact_text_clean_prose (cases[i].text);
      g_autofree char *again = pact_text_clean_line (line);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (prose, ==, cases[i].prose);
      g_assert_cmpstr (again, ==, line);
    }
}

static void
test_blank (void)
{
  static const char *const blank[] = {
    "", " ", "\t\n\r\v\f", "\302\205", "\302\240", "\302\255", "\341\205\237", "\341\240\216", "\342\200\213", "\342\200\215",
    "\342\200\216", "\342\200\256", "\342\200\250", "\342\200\257", "\342\201\240", "\342\201\246", "\342\240\200",
    "\343\200\200", "\343\205\244", "\357\270\217", "\357\273\277", "\357\276\240", "\363\240\200\201", "\033",
    " \302\240\302\255\342\200\213\343\200\200 ",
  };
  static const char *const visible[] = { "a", "-", ".", "0", "\302\240a", "例", "🙂", "\342\200\213א" };

  g_assert_true (pact_text_is_blank (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_true (pact_text_is_blank (blank[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (visible); i++)
    g_assert_false (pact_text_is_blank (visible[i]));
}

static void
test_marks (void)
{
  g_autoptr (GString) text = g_string_new ("Zoe\314\210 a");

  for (guint i = 0; i < PACT_MAX_MARKS; i++)
    g_string_append (text, ACUTE);
  g_assert_false (pact_text_has_too_many_marks (text->str));
  g_string_append (text, ACUTE);
  g_assert_true (pact_text_has_too_many_marks (text->str));

  /* Marks on many letters are a text like others. */
  g_string_truncate (text, 0);
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "e" ACUTE ACUTE);
  g_assert_false (pact_text_has_too_many_marks (text->str));
}

static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (PACT_LONG_WORD, 'x');
  g_autofree char *longer = g_strconcat ("a ", word, "x b", NULL);
  g_autofree char *two = g_strconcat (word, "\n", word, NULL);
  g_autoptr (GString) chinese = g_string_new (NULL);

  for (guint i = 0; i <= PACT_LONG_WORD; i++)
    g_string_append (chinese, "例");
  g_assert_false (pact_text_has_long_word (""));
  g_assert_false (pact_text_has_long_word (word));
  g_assert_true (pact_text_has_long_word (longer));
  g_assert_false (pact_text_has_long_word (two));
  g_assert_false (pact_text_has_long_word (chinese->str));
}

static void
test_harmless (void)
{
  static const struct
  {
    const char *text;
    const char *harmless;
  } cases[] = {
    { "Plan", "Plan" },
    { "Plan \342\200\256txt.exe", "Plan txt.exe" },
    { "\342\201\246\342\201\247\342\201\250\342\201\251\342\200\252\342\200\254x", "x" },
    { "red \033[31m", "red \357\277\275[31m" },
    { "csi \302\23331m", "csi \357\277\27531m" },
    { "two\nlines\342\200\250three", "two lines three" },
    /* Marks of direction order nothing but themselves. */
    { "a\342\200\217b", "a\342\200\217b" },
    { "broken \377", "broken \357\277\275" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *harmless = pact_text_make_harmless (cases[i].text);

      g_assert_cmpstr (harmless, ==, cases[i].harmless);
      g_assert_true (pact_text_is_harmless (harmless));
      if (g_utf8_validate (cases[i].text, -1, NULL))
        g_assert_true (pact_text_is_harmless (cases[i].text) == g_str_equal (harmless, cases[i].text));
    }
}

static void
test_shown (void)
{
  g_autofree char *shown = pact_text_dup_shown ("Plan \342\200\256B");

  g_assert_cmpstr (shown, ==, "Plan B");
  g_assert_null (pact_text_dup_shown (NULL));
  g_assert_null (pact_text_dup_shown ("\302\240"));
}

static void
test_shorten (void)
{
  static const struct
  {
    const char *text;
    glong maximum;
    const char *shorter;
  } cases[] = {
    { "Train all staff", 15, "Train all staff" },
    { "Train all staff", 14, "Train all…" },
    { "Train all staff", 6, "Train…" },
    { "Übermorgen", 5, "Über…" },
    { "abc", 1, "…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shorter = pact_text_shorten (cases[i].text, cases[i].maximum);

      g_assert_cmpstr (shorter, ==, cases[i].shorter);
      g_assert_cmpint (g_utf8_strlen (shorter, -1), <=, cases[i].maximum);
    }
}

/* Most titles stand in a sentence as they are; of the longest that a plan can have the sentence's end is still seen. */
static void
test_shorten_title (void)
{
  g_autofree char *longest = g_strnfill (200, 'w');
  g_autofree char *kept = pact_text_shorten_title ("Set up a steering group of several bodies");
  g_autofree char *cut = pact_text_shorten_title (longest);

  g_assert_cmpstr (kept, ==, "Set up a steering group of several bodies");
  g_assert_cmpint (g_utf8_strlen (cut, -1), <, 50);
  g_assert_true (g_str_has_suffix (cut, "w…"));
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Türkiye, Réunion", "turkiye, reunion" },
    { "E" ACUTE "coles", "ecoles" },
    { "İstanbul Işık", "istanbul isik" },
    { "Straße, Łódź, Œuvre", "strasse, lodz, oeuvre" },
    { "Kin\302\255der\342\200\213schutz", "kinderschutz" },
    { "l\342\200\231école d\312\274Artagnan п\312\274ять", "l'ecole d'artagnan п'ять" },
    { "كتـــاب", "كتاب" },
    { "حِماية", "حماية" },
    { "שָׁלוֹם", "שלום" },
    { "がき", "か\343\202\231き" },
    { "बच्चों", "बच्चों" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = pact_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

/* Each byte knows where it comes from, also where some of the text is left out. */
static void
test_places (void)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = pact_text_fold_with_places ("aß\302\255é!", places);
  const guint expected[] = { 0, 1, 1, 5, 7, 8 };

  g_assert_cmpstr (folded, ==, "asse!");
  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < places->len; i++)
    g_assert_cmpuint (g_array_index (places, guint, i), ==, expected[i]);
}

static void
test_names (void)
{
  static const char *const same[][2] = {
    { "Jugendamt", "jugendamt" },
    { "Jugendamt", " Jugendamt\302\240" },
    { "Jugend\302\255amt", "Jugendamt" },
    { "Jugend\342\200\213amt", "\357\273\277Jugendamt" },
    { "Santé", "Sante" ACUTE },
    { "Amt für Jugend", "Amt\302\240für  Jugend" },
    { "Children’s Council", "Children's Council" },
    { "E\342\200\221Rat", "E-Rat" },
    { "STRASSE", "straße" },
  };
  static const char *const different[][2] = {
    { "Santé", "Sante" },
    { "Jugendamt", "Jugend amt" },
    { "Rat 1", "Rat 2" },
    { "Amt m²", "Amt m2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_true (pact_text_is_same_name (same[i][0], same[i][1]));
  for (gsize i = 0; i < G_N_ELEMENTS (different); i++)
    g_assert_false (pact_text_is_same_name (different[i][0], different[i][1]));
  g_assert_false (pact_text_is_same_name (NULL, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/blank", test_blank);
  g_test_add_func ("/text/marks", test_marks);
  g_test_add_func ("/text/long-word", test_long_word);
  g_test_add_func ("/text/harmless", test_harmless);
  g_test_add_func ("/text/shown", test_shown);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/shorten-title", test_shorten_title);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/places", test_places);
  g_test_add_func ("/text/names", test_names);

  return g_test_run ();
}
