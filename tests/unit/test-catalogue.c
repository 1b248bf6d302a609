/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "catalogue-file.h"
#include "folder.h"
#include "pact-catalogue.h"
#include "pact-locales.h"

static const char *const pairs[] = {
  "Measure", "Maßnahme",
  "Objective", "Ziel",
  "Pillar", "",
  "Plan", "Plan",
  NULL,
};

static PactCatalogue *
open_file (GByteArray *file)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, file->len);

  return pact_catalogue_new_from_bytes (bytes);
}

static void
test_lookup (gconstpointer data)
{
  g_autoptr (GByteArray) file = catalogue_file_new (pairs, GPOINTER_TO_INT (data));
  g_autoptr (PactCatalogue) catalogue = open_file (file);

  g_assert_nonnull (catalogue);
  g_assert_cmpstr (pact_catalogue_lookup (catalogue, "Measure"), ==, "Maßnahme");
  g_assert_cmpstr (pact_catalogue_lookup (catalogue, "Objective"), ==, "Ziel");
  g_assert_cmpstr (pact_catalogue_lookup (catalogue, "Plan"), ==, "Plan");
  g_assert_null (pact_catalogue_lookup (catalogue, "Pillar"));
  g_assert_null (pact_catalogue_lookup (catalogue, "Measures"));
  g_assert_null (pact_catalogue_lookup (catalogue, "A"));
  g_assert_null (pact_catalogue_lookup (catalogue, "Z"));
  g_assert_null (pact_catalogue_lookup (catalogue, ""));
}

static void
test_msgfmt (void)
{
  g_autoptr (PactCatalogue) catalogue =
    pact_catalogue_new_from_file (g_test_get_filename (G_TEST_BUILT, "small-de.mo", NULL));

  g_assert_nonnull (catalogue);
  g_assert_cmpstr (pact_catalogue_lookup (catalogue, "A small template"), ==, "Eine kleine Vorlage");
  g_assert_cmpstr (pact_catalogue_lookup (catalogue, "Prevention"), ==, "Vorbeugung");
  g_assert_null (pact_catalogue_lookup (catalogue, "A large template"));
}

static void
test_missing (void)
{
  g_assert_null (pact_catalogue_new_from_file ("/nonexistent/catalogue.mo"));
  g_assert_null (pact_catalogue_new_from_file ("/"));
}

/* However short the file is cut, it is a catalogue with all its texts or none. */
static void
test_truncated (void)
{
  g_autoptr (GByteArray) file = catalogue_file_new (pairs, FALSE);

  for (gsize length = 0; length < file->len; length++)
    {
      g_autofree guint8 *copy = g_memdup2 (file->data, length);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, length);

      g_assert_null (pact_catalogue_new_from_bytes (bytes));
    }
}

static void
test_bad_numbers (void)
{
  static const struct
  {
    gsize offset;
    guint32 number;
  } faults[] = {
    { 0, 0 },               /* no magic number */
    { 4, 2 << 16 },         /* a revision that does not exist */
    { 8, 0 },               /* no header */
    { 8, 6 },               /* one message more than there are */
    { 8, G_MAXUINT32 },     /* tables as large as the address space */
    { 8, 0x20000000 },      /* the size of the table is 2^32 */
    { 12, G_MAXUINT32 },    /* tables that begin behind the file */
    { 12, G_MAXUINT32 - 3 },
    { 16, 0x7ffffffc },
    { 12, 29 },             /* not aligned */
    { 28, G_MAXUINT32 },    /* a text that is too long */
    { 32, G_MAXUINT32 },    /* a text that begins behind the file */
    { 32, 0x80000000 },
    { 36, 3 },              /* a text without a NUL at its end */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GByteArray) file = catalogue_file_new (pairs, FALSE);

      g_test_message ("%" G_GSIZE_FORMAT ": %u", faults[i].offset, faults[i].number);
      catalogue_file_set (file, faults[i].offset, faults[i].number, FALSE);
      g_assert_null (open_file (file));
    }
}

/* Any byte may be wrong: what is still read must lie within the file (a sanitizer sees to it). */
static void
test_any_byte (void)
{
  g_autoptr (GByteArray) file = catalogue_file_new (pairs, FALSE);

  for (gsize i = 0; i < file->len; i++)
    {
      guint8 before = file->data[i];

      for (guint8 bit = 1; bit != 0; bit <<= 1)
        {
          g_autoptr (PactCatalogue) catalogue = NULL;

          file->data[i] = before ^ bit;
          catalogue = open_file (file);
          for (guint j = 0; catalogue != NULL && pairs[j] != NULL; j += 2)
            {
              const char *translation = pact_catalogue_lookup (catalogue, pairs[j]);

              g_assert_true (translation == NULL || g_utf8_validate (translation, -1, NULL));
            }
        }
      file->data[i] = before;
    }
}

static void
test_encoding (void)
{
  static const char *const latin[] = { "Measure", "Ma\xdfnahme", NULL };
  g_autoptr (GByteArray) file = catalogue_file_new (latin, FALSE);

  g_assert_null (open_file (file));
}

static void
test_catalogues (void)
{
  static const char *const german[] = { "Measure", "Maßnahme", NULL };
  g_autoptr (Folder) folder = folder_new ();
  g_autoptr (PactCatalogues) catalogues = NULL;
  g_auto (GStrv) locales = NULL;

  catalogue_file_install (folder, "de", "some", german);
  catalogue_file_install (folder, "sr@latin", "some", german);
  catalogue_file_install (folder, "fr", "other", german);

  catalogues = pact_catalogues_new (folder, "some");
  locales = pact_catalogues_list_locales (catalogues);
  g_assert_cmpuint (g_strv_length (locales), ==, 2);
  g_assert_cmpstr (locales[0], ==, "de");
  g_assert_cmpstr (locales[1], ==, "sr@latin");

  g_assert_cmpstr (pact_catalogues_lookup (catalogues, "de", "Measure"), ==, "Maßnahme");
  g_assert_cmpstr (pact_catalogues_lookup (catalogues, "sr@latin", "Measure"), ==, "Maßnahme");
  g_assert_null (pact_catalogues_lookup (catalogues, "de", "Plan"));
  g_assert_null (pact_catalogues_lookup (catalogues, "fr", "Measure"));
  g_assert_null (pact_catalogues_lookup (catalogues, "", "Measure"));
  g_assert_null (pact_catalogues_lookup (catalogues, "..", "Measure"));
  g_assert_null (pact_catalogues_lookup (catalogues, "../de", "Measure"));
}

static void
check_locales (const char *language,
               const char *expected)
{
  g_auto (GStrv) locales = pact_locales_for_language (language);
  g_autofree char *joined = g_strjoinv (" ", locales);

  g_assert_cmpstr (joined, ==, expected);
}

static void
check_language (const char *locale,
                const char *expected)
{
  g_autofree char *language = pact_language_for_locale (locale);

  g_assert_cmpstr (language, ==, expected);
}

static void
test_locales (void)
{
  check_locales ("de", "de");
  check_locales ("de-AT", "de_AT de");
  check_locales ("de-at", "de_AT de");
  check_locales ("sr-Latn-RS", "sr_RS@latin sr@latin sr_Latn sr_RS sr");
  check_locales ("zh-Hant-TW", "zh_Hant zh_TW zh");
  check_locales ("es-419", "es_419 es");
  check_locales ("", "");

  check_language ("de", "de");
  check_language ("de_AT.UTF-8", "de-AT");
  check_language ("sr@latin", "sr-Latn");
  check_language ("sr_RS.UTF-8@latin", "sr-Latn-RS");
  check_language ("ca@valencia", "ca");
  check_language ("", "");
}

static void
test_locales_of_interface (void)
{
  g_setenv ("LANGUAGE", "de_AT:fr", TRUE);
  g_setenv ("LC_ALL", "de_AT.UTF-8", TRUE);
  check_locales (NULL, "de_AT de fr C");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/catalogue/lookup/little-endian", GINT_TO_POINTER (FALSE), test_lookup);
  g_test_add_data_func ("/catalogue/lookup/big-endian", GINT_TO_POINTER (TRUE), test_lookup);
  g_test_add_func ("/catalogue/msgfmt", test_msgfmt);
  g_test_add_func ("/catalogue/missing", test_missing);
  g_test_add_func ("/catalogue/truncated", test_truncated);
  g_test_add_func ("/catalogue/bad-numbers", test_bad_numbers);
  g_test_add_func ("/catalogue/any-byte", test_any_byte);
  g_test_add_func ("/catalogue/encoding", test_encoding);
  g_test_add_func ("/catalogue/catalogues", test_catalogues);
  g_test_add_func ("/catalogue/locales", test_locales);
  g_test_add_func ("/catalogue/locales-of-interface", test_locales_of_interface);

  return g_test_run ();
}
