/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-translation"

#include "config.h"

#include <gettext-po.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pact-paths.h"
#include "pact-translation.h"

/*
 * A translator's own file, seen in the program without building it: libgettextpo reads it, and what gettext wants to have of it is
 * put where gettext finds it, beside the catalogues of the other languages.
 *
 * The form of a .mo file is described in the manual of GNU gettext, “The Format of GNU MO Files”.
 */
#define MAGIC 0x950412de
#define N_HEADER 7

/* What stands between a context and its message, and between the plural forms. */
#define CONTEXT_END '\004'
#define FORM_END '\0'

/* Who reads: libgettextpo tells of mistakes by a call that must not return when it is the last one. */
static GPrivate reading;

typedef struct
{
  jmp_buf way_out;
  char *mistake; /* (nullable): the first one */
} Reading;

static void
complain_cb (int severity,
             po_message_t message,
             const char *file_name,
             size_t line,
             size_t column,
             int multiline,
             const char *text)
{
  Reading *self = g_private_get (&reading);

  if (severity == PO_SEVERITY_WARNING)
    return;
  if (self->mistake == NULL)
    self->mistake = file_name != NULL && line != (size_t) -1 ? g_strdup_printf ("%s:%zu: %s", file_name, line, text) : g_strdup (text);
  if (severity == PO_SEVERITY_FATAL_ERROR)
    longjmp (self->way_out, 1);
}

static void
complain_of_two_cb (int severity,
                    po_message_t message,
                    const char *file_name,
                    size_t line,
                    size_t column,
                    int multiline,
                    const char *text,
                    po_message_t message2,
                    const char *file_name2,
                    size_t line2,
                    size_t column2,
                    int multiline2,
                    const char *text2)
{
  complain_cb (severity, message, file_name, line, column, multiline, text);
}

/* Returns NULL with @error set if the file is none. What libgettextpo had in hand when it gave up is not given back: it has no
 * way to. */
static po_file_t
read_file (const char *file_name,
           GError **error)
{
  static const struct po_xerror_handler handler = { complain_cb, complain_of_two_cb };
  Reading self = { 0 };
  g_autofree char *mistake = NULL;
  po_file_t volatile file = NULL;

  if (!g_file_test (file_name, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _("There is no file “%s”."), file_name);
      return NULL;
    }

  g_private_set (&reading, &self);
  if (setjmp (self.way_out) == 0)
    file = po_file_read (file_name, &handler);
  g_private_set (&reading, NULL);
  mistake = self.mistake;
  if (file != NULL && mistake == NULL)
    return file;

  g_clear_pointer ((po_file_t *) &file, po_file_free);
  /* Translators: %s is what is wrong in a catalogue, as gettext says it. */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("This is not a catalogue that can be used. %s"),
               mistake != NULL ? mistake : file_name);

  return NULL;
}

/* A message and its translation as they stand in a .mo file, with the NULs between the forms. */
typedef struct
{
  GString *key;
  GString *text;
} Entry;

static void
entry_free (Entry *entry)
{
  g_string_free (entry->key, TRUE);
  g_string_free (entry->text, TRUE);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(const Entry *const *) a)->key->str, (*(const Entry *const *) b)->key->str);
}

static gboolean
is_translated (po_message_t message)
{
  const char *text = po_message_msgid_plural (message) != NULL ? po_message_msgstr_plural (message, 0) : po_message_msgstr (message);

  return !po_message_is_obsolete (message) && !po_message_is_fuzzy (message) && text != NULL && *text != '\0';
}

static Entry *
make_entry (po_message_t message)
{
  Entry *entry = g_new0 (Entry, 1);
  const char *context = po_message_msgctxt (message);
  const char *plural = po_message_msgid_plural (message);

  entry->key = g_string_new (context);
  if (context != NULL)
    g_string_append_c (entry->key, CONTEXT_END);
  g_string_append (entry->key, po_message_msgid (message));
  entry->text = g_string_new (plural == NULL ? po_message_msgstr (message) : NULL);
  if (plural == NULL)
    return entry;

  g_string_append_c (entry->key, FORM_END);
  g_string_append (entry->key, plural);
  for (int i = 0; po_message_msgstr_plural (message, i) != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (entry->text, FORM_END);
      g_string_append (entry->text, po_message_msgstr_plural (message, i));
    }

  return entry;
}

static GPtrArray *
list_entries (po_file_t file)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  po_message_iterator_t iterator = po_message_iterator (file, NULL);
  po_message_t message;

  while ((message = po_next_message (iterator)) != NULL)
    {
      if (is_translated (message))
        g_ptr_array_add (entries, make_entry (message));
    }
  po_message_iterator_free (iterator);
  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

static void
set_number (GByteArray *bytes,
            gsize index,
            guint32 number)
{
  memcpy (bytes->data + index * sizeof number, &number, sizeof number);
}

/* @table is where the lengths and the places of the texts stand, counted in numbers. */
static void
append_text (GByteArray *bytes,
             gsize table,
             gsize index,
             const GString *text)
{
  set_number (bytes, table + index * 2, (guint32) text->len);
  set_number (bytes, table + index * 2 + 1, bytes->len);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len + 1);
}

static GBytes *
write_entries (GPtrArray *entries)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize keys = N_HEADER;
  gsize texts = keys + entries->len * 2;
  const guint32 header[N_HEADER] = {
    MAGIC, 0, entries->len, (guint32) (keys * 4), (guint32) (texts * 4), 0, (guint32) ((texts + entries->len * 2) * 4),
  };

  g_byte_array_set_size (bytes, (guint) ((texts + entries->len * 2) * 4));
  memcpy (bytes->data, header, sizeof header);
  for (guint i = 0; i < entries->len; i++)
    append_text (bytes, keys, i, ((Entry *) g_ptr_array_index (entries, i))->key);
  for (guint i = 0; i < entries->len; i++)
    append_text (bytes, texts, i, ((Entry *) g_ptr_array_index (entries, i))->text);

  return g_byte_array_free_to_bytes (bytes);
}

/* The translation of the empty message, which sorts before all others, has lines that say what the file is. */
static char *
dup_header_field (GPtrArray *entries,
                  const char *name)
{
  const Entry *first = entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  char *value = first != NULL && first->key->len == 0 ? po_header_field (first->text->str, name) : NULL;
  char *copy = g_strstrip (g_strdup (value != NULL ? value : ""));

  free (value);

  return copy;
}

static gboolean
is_language (const char *language)
{
  return g_regex_match_simple ("^[a-z]{2,3}(_[A-Za-z]{2,4})?(@[a-z]+)?$", language, 0, 0);
}

/**
 * pact_translation_compile:
 * @file_name: (type filename): a `.po` file
 * @language: (out) (transfer full): the language that it says it is in, as gettext names it
 * @domain: (out) (transfer full): the gettext domain that it is for: the interface’s, or that of the text of the templates
 * @error: return location for an error
 *
 * Reads what a translator works on. What is not translated yet, or marked as to be looked at, is left out.
 *
 * Returns: (transfer full) (nullable): the catalogue as gettext reads it, a `.mo` file; %NULL with @error set to an error of
 *   %G_FILE_ERROR if it cannot be read, is not in UTF-8 or does not say in which language it is
 */
GBytes *
pact_translation_compile (const char *file_name,
                          char **language,
                          char **domain,
                          GError **error)
{
  g_autofree char *said_language = NULL;
  g_autofree char *project = NULL;
  g_autofree char *type = NULL;
  g_autofree char *lower_type = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  po_file_t file;

  g_return_val_if_fail (file_name != NULL, NULL);
  g_return_val_if_fail (language != NULL && domain != NULL, NULL);

  file = read_file (file_name, error);
  if (file == NULL)
    return NULL;
  entries = list_entries (file);
  po_file_free (file);
  said_language = dup_header_field (entries, "Language");
  project = dup_header_field (entries, "Project-Id-Version");
  type = dup_header_field (entries, "Content-Type");

  lower_type = g_ascii_strdown (type, -1);
  if (strstr (lower_type, "charset=utf-8") == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("The catalogue “%s” is not in UTF-8."), file_name);
      return NULL;
    }
  if (!is_language (said_language))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("The catalogue “%s” does not say in which language it is. Write it behind “Language:” in its header, such as “it”."),
                   file_name);
      return NULL;
    }
  *language = g_steal_pointer (&said_language);
  *domain = g_strdup (g_str_has_prefix (project, PACT_TEMPLATE_DOMAIN) ? PACT_TEMPLATE_DOMAIN : GETTEXT_PACKAGE);

  return write_entries (entries);
}

/* Where gettext finds the file that is tried, and beside it the catalogues of the other languages as they are installed. */
static char *
dup_folder (const char *domain,
            const char *language)
{
  return g_build_filename (g_get_user_cache_dir (), "pact-planner", "catalogues", domain, language, NULL);
}

static void
link_others (const char *folder,
             const char *installed,
             const char *language)
{
  g_autoptr (GDir) others = g_dir_open (installed, 0, NULL);
  const char *name;

  while (others != NULL && (name = g_dir_read_name (others)) != NULL)
    {
      g_autofree char *target = g_build_filename (installed, name, NULL);
      g_autofree char *link = g_build_filename (folder, name, NULL);
      g_autofree char *messages = g_build_filename (target, "LC_MESSAGES", NULL);

      if (g_str_equal (name, language) || !g_file_test (messages, G_FILE_TEST_IS_DIR))
        continue;
      /* It may lead to where the program was another time. */
      g_unlink (link);
      if (symlink (target, link) != 0)
        g_message ("“%s” cannot be linked to", target);
    }
}

static gboolean
install (GBytes *bytes,
         const char *folder,
         const char *language,
         const char *domain,
         GError **error)
{
  g_autofree char *place = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *base = g_strconcat (domain, ".mo", NULL);
  g_autofree char *file_name = g_build_filename (place, base, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_mkdir_with_parents (place, 0700);

  return g_file_set_contents (file_name, data, (gssize) size, error);
}

/**
 * pact_translation_try:
 * @file_name: (type filename): a `.po` file
 * @error: return location for an error
 *
 * Has the program speak by a translator’s own file from now on, without building it. To be called once, before anything has been
 * translated.
 *
 * Returns: (transfer full) (nullable): the language of the file, as gettext names it; %NULL with @error set to an error of
 *   %G_FILE_ERROR if the file cannot be used
 */
char *
pact_translation_try (const char *file_name,
                      GError **error)
{
  g_autofree char *language = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (file_name != NULL, NULL);

  bytes = pact_translation_compile (file_name, &language, &domain, error);
  if (bytes == NULL)
    return NULL;

  folder = dup_folder (domain, language);
  if (!install (bytes, folder, language, domain, error))
    return NULL;
  link_others (folder, pact_paths_get_locale_dir (domain), language);
  pact_paths_set_locale_dir (domain, folder);

  return g_steal_pointer (&language);
}
