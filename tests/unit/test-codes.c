/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-codes.h"
#include "pact-messages.h"

static gboolean
has_code (GListModel *list,
          const char *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PactAnswer) code = g_list_model_get_item (list, i);

      if (g_str_equal (pact_answer_get_code (code), wanted))
        return TRUE;
    }

  return FALSE;
}

static void
assert_in_order (GListModel *list)
{
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PactAnswer) code = g_list_model_get_item (list, i);

      g_assert_cmpstr (pact_answer_get_code (code), !=, "");
      g_assert_cmpstr (pact_answer_get_label (code), !=, "");
      g_assert_cmpint (g_utf8_collate (before, pact_answer_get_label (code)), <=, 0);
      g_free (before);
      before = g_strdup (pact_answer_get_label (code));
    }
}

static void
test_countries (void)
{
  GListModel *list = pact_codes_list (PACT_CODES_COUNTRY, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (list), >, 190);
  assert_in_order (list);
  g_assert_true (list == pact_codes_list (PACT_CODES_COUNTRY, NULL));
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_COUNTRY, "AT", NULL), ==, "Österreich");
  /* The name that people use, not “Moldawien, Republik”. */
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_COUNTRY, "MD", NULL), ==, "Moldau");
  /* ISO has none for it, and it has authorities like others. */
  g_assert_true (has_code (list, "XK"));
  g_assert_nonnull (strstr (pact_codes_get_name (PACT_CODES_COUNTRY, "XK", NULL), "Kosovo"));
  g_assert_null (pact_codes_get_name (PACT_CODES_COUNTRY, "QQ", NULL));
  g_assert_null (pact_codes_get_name (PACT_CODES_COUNTRY, NULL, NULL));
}

static void
test_subdivisions (void)
{
  GListModel *austria = pact_codes_list (PACT_CODES_SUBDIVISION, "AT");
  GListModel *spain = pact_codes_list (PACT_CODES_SUBDIVISION, "ES");
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (austria), ==, 9);
  g_assert_true (has_code (austria, "AT-9"));
  g_assert_false (has_code (austria, "DE-BY"));
  assert_in_order (austria);
  g_assert_cmpuint (g_list_model_get_n_items (pact_codes_list (PACT_CODES_SUBDIVISION, "QQ")), ==, 0);
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_SUBDIVISION, "DE-BY", NULL), ==, "Bayern");

  /* A community and a province have the same name; in the list they can be told apart. */
  for (guint i = 0; i < g_list_model_get_n_items (spain); i++)
    {
      g_autoptr (PactAnswer) code = g_list_model_get_item (spain, i);

      g_assert_true (g_hash_table_add (names, g_strdup (pact_answer_get_label (code))));
    }
}

static void
test_languages (void)
{
  GListModel *list = pact_codes_list (PACT_CODES_LANGUAGE, NULL);

  assert_in_order (list);
  g_assert_true (has_code (list, "de"));
  g_assert_true (has_code (list, "rm"));
  g_assert_false (has_code (list, "la"));
  g_assert_cmpuint (g_list_model_get_n_items (list), <, 1000);
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_LANGUAGE, "de", NULL), ==, "Deutsch");
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_LANGUAGE, "es", NULL), ==, "Spanisch");
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_LANGUAGE, "el", NULL), ==, "Neugriechisch");
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_LANGUAGE, "de-AT", NULL), ==, "Deutsch (Österreich)");
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_LANGUAGE, "sr-Latn", NULL), ==, "Serbisch (Latn)");
  g_assert_nonnull (pact_codes_get_name (PACT_CODES_LANGUAGE, "rmy", NULL));
  g_assert_null (pact_codes_get_name (PACT_CODES_LANGUAGE, "qqq", NULL));
}

static void
test_currencies (void)
{
  GListModel *list = pact_codes_list (PACT_CODES_CURRENCY, NULL);

  assert_in_order (list);
  g_assert_true (has_code (list, "EUR"));
  g_assert_true (has_code (list, "XOF"));
  g_assert_false (has_code (list, "XAU"));
  g_assert_false (has_code (list, "USN"));
  g_assert_cmpstr (pact_codes_get_name (PACT_CODES_CURRENCY, "CHF", NULL), ==, "Schweizer Franken");
}

int
main (int argc,
      char *argv[])
{
  /* The names in a language that iso-codes brings, whatever locales this machine has. */
  pact_messages_init ("de");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/codes/countries", test_countries);
  g_test_add_func ("/codes/subdivisions", test_subdivisions);
  g_test_add_func ("/codes/languages", test_languages);
  g_test_add_func ("/codes/currencies", test_currencies);

  return g_test_run ();
}
