/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-locale.h"
#include "pact-messages.h"

static void
assert_id (const char *name,
           const char *expected)
{
  g_assert_cmpstr (pact_locale_get_id (pact_locale_get (name)), ==, expected);
}

static void
test_names (void)
{
  assert_id ("de_AT.UTF-8", "de_AT");
  assert_id ("de-AT", "de_AT");
  assert_id ("de_DE@euro", "de_DE");
  assert_id ("de", "de");
  assert_id ("sr_RS@latin", "sr_Latn_RS");
  assert_id ("en_US.UTF-8", "en_US");
  assert_id ("de-u-nu-arab", "de");

  /* Neither a language, nor one that anybody writes dates in, nor one of a region: never that of the system. */
  assert_id ("C", "en_150");
  assert_id ("C.UTF-8", "en_150");
  assert_id ("POSIX", "en_150");
  assert_id ("", "en_150");
  assert_id ("tlh", "en_150");
  assert_id ("en", "en_150");

  g_assert_true (pact_locale_get ("de-AT") == pact_locale_get ("de_AT.UTF-8"));
}

static void
test_directions (void)
{
  g_assert_true (pact_locale_is_right_to_left (pact_locale_get ("ar_EG")));
  g_assert_true (pact_locale_is_right_to_left (pact_locale_get ("he")));
  g_assert_true (pact_locale_is_right_to_left (pact_locale_get ("az_Arab_IR")));
  g_assert_false (pact_locale_is_right_to_left (pact_locale_get ("az_AZ")));
  g_assert_false (pact_locale_is_right_to_left (pact_locale_get ("de_DE")));
  g_assert_false (pact_locale_is_right_to_left (pact_locale_get ("C")));
}

/* The default is found once in a process, so each case is one. */
static void
test_default (void)
{
  static const struct
  {
    const char *language; /* of gettext, and of Preferences */
    const char *all;
    const char *messages;
    const char *lang;
    const char *time;
    const char *id;
  } sessions[] = {
    { "", "", "", "de_AT.UTF-8", "", "de_AT" },
    { "de", "", "", "de_AT.UTF-8", "", "de_AT" },
    { "de", "", "", "en_US.UTF-8", "", "de" },
    { "de", "", "", "C.UTF-8", "", "de" },
    { "de_CH", "", "", "de_AT.UTF-8", "", "de_CH" },
    { "fr:de", "", "", "fr_CH.UTF-8", "", "fr_CH" },
    { "en", "", "", "de_DE.UTF-8", "", "en_150" },
    { "", "", "fr_CA", "de_DE", "", "fr_CA" },
    { "", "pl_PL", "fr_CA", "de_DE", "", "pl_PL" },
    { "", "", "", "de_DE", "en_US", "de_DE" },
    { "", "", "", "", "", "en_150" },
    { "", "C", "", "de_DE", "", "en_150" },
    { "fr", "C", "", "de_DE", "", "en_150" },
  };

  if (g_test_subprocess ())
    {
      pact_messages_init (NULL);
      g_print ("[%s]", pact_locale_get_id (pact_locale_get_default ()));
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("*[%s]*", sessions[i].id);

      g_setenv ("LANGUAGE", sessions[i].language, TRUE);
      g_setenv ("LC_ALL", sessions[i].all, TRUE);
      g_setenv ("LC_MESSAGES", sessions[i].messages, TRUE);
      g_setenv ("LANG", sessions[i].lang, TRUE);
      g_setenv ("LC_TIME", sessions[i].time, TRUE);
      g_setenv ("LC_NUMERIC", sessions[i].time, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (pattern);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/locales/names", test_names);
  g_test_add_func ("/locales/directions", test_directions);
  g_test_add_func ("/locales/default", test_default);

  return g_test_run ();
}
