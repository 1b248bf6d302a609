/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <langinfo.h>
#include <libintl.h>

#include "pact-messages.h"

/* QM is nobody's code: a locale that is installed nowhere. */
static const struct
{
  const char *path;
  const char *lc_all;
  const char *lang;
  const char *language;
  const char *chosen;
  const char *germany;
} sessions[] = {
  { "/messages/nothing", NULL, NULL, NULL, NULL, "Germany" },
  { "/messages/language", NULL, NULL, "fr", NULL, "Allemagne" },
  { "/messages/utf-8", NULL, "C.UTF-8", NULL, NULL, "Germany" },
  { "/messages/utf-8-and-language", NULL, "C.UTF-8", "fr:de", NULL, "Allemagne" },
  { "/messages/utf-8-for-all", "C.UTF-8", "de_QM.UTF-8", "fr", NULL, "Allemagne" },
  { "/messages/missing-locale", NULL, "fr_QM.UTF-8", NULL, NULL, "Allemagne" },
  { "/messages/missing-locale-and-language", NULL, "fr_QM.UTF-8", "de", NULL, "Deutschland" },
  { "/messages/plain", "C", "fr_QM.UTF-8", "de", NULL, "Germany" },
  { "/messages/posix", NULL, "POSIX", "de", NULL, "Germany" },
  { "/messages/chosen", NULL, NULL, NULL, "fr", "Allemagne" },
  { "/messages/chosen-in-plain", "C", NULL, "de", "fr", "Allemagne" },
  { "/messages/chosen-in-utf-8", "C.UTF-8", NULL, "de", "fr", "Allemagne" },
  { "/messages/chosen-in-missing-locale", NULL, "de_QM.UTF-8", NULL, "fr", "Allemagne" },
  { "/messages/chosen-english", NULL, "de_QM.UTF-8", "de", "en", "Germany" },
  { "/messages/nothing-chosen", NULL, "de_QM.UTF-8", NULL, "", "Deutschland" },
};

static void
set_variable (const char *name,
              const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

/* The locale belongs to the process, so each session has one of its own. */
static void
test_session (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  set_variable ("LC_ALL", sessions[i].lc_all);
  set_variable ("LC_MESSAGES", NULL);
  set_variable ("LANG", sessions[i].lang);
  set_variable ("LANGUAGE", sessions[i].language);
  pact_messages_init (sessions[i].chosen);
  g_assert_cmpstr (dgettext ("iso_3166-1", "Germany"), ==, sessions[i].germany);
  g_assert_cmpstr (nl_langinfo (CODESET), ==, "UTF-8");
  /* GLib, by which templates are chosen, agrees with gettext. */
  g_assert_cmpint (g_strv_contains (g_get_language_names (), "de") || g_strv_contains (g_get_language_names (), "fr"), ==,
                   !g_str_equal (sessions[i].germany, "Germany"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    g_test_add_data_func (sessions[i].path, GSIZE_TO_POINTER (i), test_session);

  return g_test_run ();
}
