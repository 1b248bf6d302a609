/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "folder.h"
#include "pact-catalogue.h"
#include "pact-paths.h"
#include "pact-translation.h"
#include "test-config.h"

/* A translator's own file, as the program takes it. */

#define HEADER(language, charset) \
  "msgid \"\"\n" \
  "msgstr \"\"\n" \
  "\"Project-Id-Version: pact-planner 0.2.0\\n\"\n" \
  "\"Language: " language "\\n\"\n" \
  "\"MIME-Version: 1.0\\n\"\n" \
  "\"Content-Type: text/plain; charset=" charset "\\n\"\n" \
  "\"Content-Transfer-Encoding: 8bit\\n\"\n" \
  "\"Plural-Forms: nplurals=2; plural=n != 1;\\n\"\n\n"

static const char good[] =
  HEADER ("it", "UTF-8")
  "msgid \"Measures\"\nmsgstr \"Misure\"\n\n"
  "msgctxt \"kind\"\nmsgid \"Measure\"\nmsgstr \"Misura\"\n\n"
  "msgid \"Overview\"\nmsgstr \"\"\n\n"
  "#, fuzzy\nmsgid \"Plan\"\nmsgstr \"Piano?\"\n\n"
  "msgid \"%u measure\"\nmsgid_plural \"%u measures\"\nmsgstr[0] \"%u misura\"\nmsgstr[1] \"%u misure\"\n\n"
  "#~ msgid \"Old\"\n#~ msgstr \"Vecchio\"\n";

static char *
write_file (const char *folder,
            const char *text)
{
  char *file_name = g_build_filename (folder, "it.po", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file_name, text, -1, &error);
  g_assert_no_error (error);

  return file_name;
}

static void
test_compile (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *file_name = write_file (folder, good);
  g_autofree char *language = NULL;
  g_autofree char *domain = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_translation_compile (file_name, &language, &domain, &error);
  g_autoptr (PactCatalogue) catalogue = NULL;
  const char *both;

  g_assert_no_error (error);
  g_assert_cmpstr (language, ==, "it");
  g_assert_cmpstr (domain, ==, GETTEXT_PACKAGE);
  catalogue = pact_catalogue_new_from_bytes (bytes);
  g_assert_nonnull (catalogue);
  g_assert_cmpstr (pact_catalogue_lookup (catalogue, "Measures"), ==, "Misure");
  g_assert_cmpstr (pact_catalogue_lookup (catalogue, "kind\004Measure"), ==, "Misura");
  /* Nobody sees what is not done. */
  g_assert_null (pact_catalogue_lookup (catalogue, "Overview"));
  g_assert_null (pact_catalogue_lookup (catalogue, "Plan"));
  g_assert_null (pact_catalogue_lookup (catalogue, "Old"));
  both = pact_catalogue_lookup (catalogue, "%u measure");
  g_assert_cmpstr (both, ==, "%u misura");
  g_assert_cmpstr (both + strlen (both) + 1, ==, "%u misure");
}

static void
check_refused (const char *text,
               const char *wanted)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *file_name = write_file (folder, text);
  g_autofree char *language = NULL;
  g_autofree char *domain = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_translation_compile (file_name, &language, &domain, &error);

  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_null (bytes);
  if (strstr (error->message, wanted) == NULL)
    g_error ("“%s” does not say “%s”", error->message, wanted);
}

static void
test_refused (void)
{
  g_autofree char *language = NULL;
  g_autofree char *domain = NULL;
  g_autoptr (GError) error = NULL;

  check_refused ("This is a letter.\n", "it.po:1");
  check_refused (HEADER ("it", "UTF-8") "msgid \"Measures\nmsgstr \"Misure\"\n", "it.po:11");
  check_refused (HEADER ("", "UTF-8") "msgid \"Measures\"\nmsgstr \"Misure\"\n", "Language:");
  check_refused (HEADER ("../it", "UTF-8") "msgid \"Measures\"\nmsgstr \"Misure\"\n", "Language:");
  check_refused (HEADER ("it", "ISO-8859-1") "msgid \"Measures\"\nmsgstr \"Misure\"\n", "UTF-8");
  g_assert_null (pact_translation_compile ("/there/is/none.po", &language, &domain, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* The file of the French translators is what msgfmt makes of it. */
static void
test_whole (void)
{
  static const char *const catalogues[] = { "fr.po", "templates/fr.po" };
  static const char *const domains[] = { GETTEXT_PACKAGE, PACT_TEMPLATE_DOMAIN };

  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    {
      g_autofree char *file_name = g_build_filename (PACT_SOURCE_DIR, "po", catalogues[i], NULL);
      g_autofree char *base = g_strconcat (domains[i], ".mo", NULL);
      g_autofree char *built = g_build_filename (pact_paths_get_locale_dir (domains[i]), "fr", "LC_MESSAGES", base, NULL);
      g_autoptr (PactCatalogue) catalogue = pact_catalogue_new_from_file (built);
      g_autofree char *language = NULL;
      g_autofree char *domain = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = pact_translation_compile (file_name, &language, &domain, &error);
      const guint32 *header;

      g_assert_no_error (error);
      g_assert_cmpstr (language, ==, "fr");
      g_assert_cmpstr (domain, ==, domains[i]);
      g_assert_nonnull (catalogue);

      /* All of it: message for message. */
      header = g_bytes_get_data (bytes, NULL);
      for (guint j = 1; j < header[2]; j++)
        {
          const char *message = (const char *) header + header[header[3] / 4 + j * 2 + 1];
          const char *text = (const char *) header + header[header[4] / 4 + j * 2 + 1];

          g_assert_cmpstr (pact_catalogue_lookup (catalogue, message), ==, text);
        }
    }
}

/* gettext's place for it: the file that is tried, and the others as they were. */
static void
test_try (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *file_name = write_file (folder, good);
  g_autoptr (GError) error = NULL;
  g_autofree char *language = pact_translation_try (file_name, &error);
  g_autoptr (PactCatalogues) catalogues = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (language, ==, "it");
  catalogues = pact_catalogues_new (pact_paths_get_locale_dir (GETTEXT_PACKAGE), GETTEXT_PACKAGE);
  g_assert_cmpstr (pact_catalogues_lookup (catalogues, "it", "Measures"), ==, "Misure");
  g_assert_cmpstr (pact_catalogues_lookup (catalogues, "fr", "Back to all plans"), ==, "Revenir à tous les plans");
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (Folder) folder = folder_new ();

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/translation/compile", test_compile);
  g_test_add_func ("/translation/refused", test_refused);
  g_test_add_func ("/translation/whole", test_whole);
  /* The last: the program speaks otherwise from then on. */
  g_test_add_func ("/translation/try", test_try);

  return g_test_run ();
}
