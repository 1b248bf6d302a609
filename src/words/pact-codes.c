/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-codes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unicode/ucasemap.h>
#include <json-c/json.h>
#include <libintl.h>
#include <string.h>

#include "pact-codes.h"
#include "pact-locale-private.h"
#include "pact-translate.h"

/* One entry of a file. The texts stay for ever, as those of gettext do. */
typedef struct
{
  const char *code;
  const char *name; /* in English */
  gboolean is_own;  /* of this program, not of iso-codes */
  gboolean is_listed;
} Entry;

/* One file of iso-codes: where its entries stand, and what of it people can choose. */
typedef struct
{
  const char *standard; /* name of the file and of gettext's domain, with underscore */
  const char *array;
  const char *code_members[3]; /* the first that is there counts */
  gboolean (*is_listed) (struct json_object *entry);

  /* Read when it is first needed, and from then on the same */
  char *catalogues; /* the folder of gettext's catalogues, or NULL */
  GStringChunk *texts;
  GHashTable *entries; /* code: Entry */
  GHashTable *lists;   /* country, or "": GListStore; of the main thread */
} Table;

static gboolean is_language_listed (struct json_object *entry);
static gboolean is_currency_listed (struct json_object *entry);

static Table tables[] = {
  [PACT_CODES_COUNTRY] = { .standard = "iso_3166-1", .array = "3166-1", .code_members = { "alpha_2" } },
  [PACT_CODES_SUBDIVISION] = { .standard = "iso_3166-2", .array = "3166-2", .code_members = { "code" } },
  [PACT_CODES_LANGUAGE] = { .standard = "iso_639-3", .array = "639-3", .code_members = { "alpha_2", "alpha_3" },
                            .is_listed = is_language_listed },
  [PACT_CODES_CURRENCY] = { .standard = "iso_4217", .array = "4217", .code_members = { "alpha_3" },
                            .is_listed = is_currency_listed },
};

static const char *
get_member (struct json_object *object,
            const char *name)
{
  struct json_object *member;

  return json_object_object_get_ex (object, name, &member) && json_object_is_type (member, json_type_string)
           ? json_object_get_string (member)
           : NULL;
}

/* Reads a file of iso-codes from wherever on this machine it is, and tells gettext of the names there. */
static struct json_object *
read_standard (const char *standard,
               char **catalogues)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  g_autofree char *name = g_strconcat (standard, ".json", NULL);

  for (const char *const *folder = g_get_system_data_dirs (); *folder != NULL; folder++)
    g_ptr_array_add (folders, (gpointer) *folder);
  g_ptr_array_add (folders, (gpointer) ISO_CODES_DATADIR);

  for (guint i = 0; i < folders->len; i++)
    {
      const char *folder = g_ptr_array_index (folders, i);
      g_autofree char *path = g_build_filename (folder, "iso-codes", "json", name, NULL);
      g_autofree char *locales = g_build_filename (folder, "locale", NULL);
      struct json_object *root;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;

      root = json_object_from_file (path);
      if (root == NULL)
        {
          g_warning ("%s cannot be read: %s", path, json_util_get_last_err ());
          continue;
        }
      bindtextdomain (standard, locales);
      bind_textdomain_codeset (standard, "UTF-8");
      if (catalogues != NULL)
        *catalogues = g_steal_pointer (&locales);

      return root;
    }

  g_warning ("%s is nowhere on this machine; the package iso-codes is missing", name);

  return NULL;
}

/* The languages that have a code in ISO 639-2 as well: those in which administrations write. */
static gboolean
is_language_listed (struct json_object *entry)
{
  static GHashTable *written;
  const char *type = get_member (entry, "type");

  if (written == NULL)
    {
      struct json_object *root = read_standard ("iso_639-2", NULL);
      struct json_object *array = NULL;

      written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      if (root != NULL)
        json_object_object_get_ex (root, "639-2", &array);
      for (gsize i = 0; array != NULL && i < json_object_array_length (array); i++)
        {
          const char *code = get_member (json_object_array_get_idx (array, i), "alpha_3");

          if (code != NULL)
            g_hash_table_add (written, g_strdup (code));
        }
      json_object_put (root);
    }

  /* L is a living language. */
  return g_strcmp0 (type, "L") == 0 && g_hash_table_contains (written, get_member (entry, "alpha_3"));
}

/* The currencies in which a budget can be drawn up: no metals, no units of account, no funds. */
static gboolean
is_currency_listed (struct json_object *entry)
{
  static const char *const shared[] = { "XAF", "XCD", "XOF", "XPF", NULL };
  static const char *const funds[] = { "BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", NULL };
  const char *code = get_member (entry, "alpha_3");

  if (*code == 'X')
    return g_strv_contains (shared, code);

  return !g_strv_contains (funds, code);
}

static void
add_entry (Table *table,
           const char *code,
           const char *name,
           gboolean is_own,
           gboolean is_listed)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->code = g_string_chunk_insert (table->texts, code);
  entry->name = g_string_chunk_insert (table->texts, name);
  entry->is_own = is_own;
  entry->is_listed = is_listed;
  g_hash_table_insert (table->entries, (gpointer) entry->code, entry);
}

static void
read_table (PactCodesList list)
{
  Table *table = &tables[list];
  struct json_object *root;
  struct json_object *array = NULL;

  table->texts = g_string_chunk_new (4096);
  table->entries = g_hash_table_new (g_str_hash, g_str_equal);
  table->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  root = read_standard (table->standard, &table->catalogues);
  if (root != NULL)
    json_object_object_get_ex (root, table->array, &array);
  for (gsize i = 0; array != NULL && i < json_object_array_length (array); i++)
    {
      struct json_object *object = json_object_array_get_idx (array, i);
      const char *code = NULL;
      const char *name = get_member (object, "common_name");

      for (gsize j = 0; code == NULL && table->code_members[j] != NULL; j++)
        code = get_member (object, table->code_members[j]);
      if (name == NULL)
        name = get_member (object, "name");
      if (code != NULL && name != NULL)
        add_entry (table, code, name, FALSE, table->is_listed == NULL || table->is_listed (object));
    }
  json_object_put (root);
  /* ISO has no code for it; this is the one that the European Union, the IMF and Unicode's CLDR use. */
  if (list == PACT_CODES_COUNTRY && !g_hash_table_contains (table->entries, "XK"))
    add_entry (table, "XK", NC_ ("country", "Kosovo"), TRUE, TRUE);
}

static Table *
get_table (PactCodesList list)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (tables[list].entries == NULL)
    read_table (list);

  return &tables[list];
}

/* As it stands alone, beside countries and the other answers. Catalogues of iso-codes differ in that. */
static const char *
begin_with_capital (const char *name,
                    const PactLocale *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UCaseMap *map = ucasemap_open (pact_locale_get_id (locale),
                                 U_TITLECASE_SENTENCES | U_TITLECASE_NO_LOWERCASE | U_TITLECASE_NO_BREAK_ADJUSTMENT,
                                 &status);
  /* A letter can become three, each of up to four bytes. */
  int size = strlen (name) + 12;
  g_autofree char *title = g_malloc0 (size);

  ucasemap_utf8ToTitle (map, title, size, name, -1, &status);
  ucasemap_close (map);

  return g_intern_string (U_SUCCESS (status) ? title : name);
}

/* ISO tells languages of today from those of old by years, and gives some names twice: “Modern Greek (1453-)”. */
static const char *
tidy_language (const char *name,
               const PactLocale *locale)
{
  const char *open = strrchr (name, '(');
  gsize length = strcspn (name, ";");
  g_autofree char *tidy = NULL;

  if (open > name && strpbrk (open, "0123456789") != NULL)
    length = MIN (length, (gsize) (open - name));

  tidy = g_strchomp (g_strndup (name, length));

  return begin_with_capital (tidy, locale != NULL ? locale : pact_locale_get_default ());
}

static const char *
translate (const Table *table,
           const Entry *entry,
           const PactLocale *locale)
{
  const char *name = NULL;

  if (entry->is_own)
    return pact_translate ("country", entry->name, locale);
  if (locale == NULL)
    return g_dgettext (table->standard, entry->name);
  if (table->catalogues != NULL)
    name = _pact_translate_from (table->catalogues, table->standard, entry->name, locale);

  return name != NULL ? name : entry->name;
}

static const char *
get_name (PactCodesList list,
          const Entry *entry,
          const PactLocale *locale)
{
  const char *name = translate (&tables[list], entry, locale);

  return list == PACT_CODES_LANGUAGE ? tidy_language (name, locale) : name;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  PactAnswer *codes[] = { *(PactAnswer *const *) a, *(PactAnswer *const *) b };
  GHashTable *keys = data;
  int order = strcmp (g_hash_table_lookup (keys, codes[0]), g_hash_table_lookup (keys, codes[1]));

  return order != 0 ? order : strcmp (pact_answer_get_code (codes[0]), pact_answer_get_code (codes[1]));
}

static gboolean
is_called (GPtrArray *codes,
           guint index,
           const char *name)
{
  return index < codes->len && g_str_equal (pact_answer_get_label (g_ptr_array_index (codes, index)), name);
}

/* A region and its capital, or a department, can have one name; the code then tells them apart. */
static GListStore *
make_list (GPtrArray *codes)
{
  GListStore *store = g_list_store_new (PACT_TYPE_ANSWER);
  g_autoptr (GPtrArray) clear = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < codes->len; i++)
    {
      PactAnswer *code = g_ptr_array_index (codes, i);
      const char *name = pact_answer_get_label (code);

      if ((i > 0 && is_called (codes, i - 1, name)) || is_called (codes, i + 1, name))
        {
          /* Translators: a name that two places of a country have, then the code of this one. */
          g_autofree char *both = g_strdup_printf (C_ ("name and code", "%s (%s)"), name, pact_answer_get_code (code));

          g_ptr_array_add (clear, pact_answer_new (pact_answer_get_code (code), both, NULL));
        }
      else
        {
          g_ptr_array_add (clear, g_object_ref (code));
        }
    }
  g_list_store_splice (store, 0, 0, clear->pdata, clear->len);

  return store;
}

/**
 * pact_codes_list:
 * @list: which list
 * @country: (nullable): for subdivisions, the ISO 3166-1 code of their country; else %NULL
 *
 * Of languages and currencies only those are in the list that a plan can be written and budgeted in.
 *
 * Returns: (transfer none): the entries, #PactAnswer, in the order of their names in the user's language; empty
 *   where there are none
 */
GListModel *
pact_codes_list (PactCodesList list,
                 const char *country)
{
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GHashTable) keys = NULL;
  g_autofree char *prefix = NULL;
  Table *table;
  GListStore *store;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail ((guint) list < G_N_ELEMENTS (tables), NULL);
  g_return_val_if_fail (country == NULL || list == PACT_CODES_SUBDIVISION, NULL);

  table = get_table (list);
  store = g_hash_table_lookup (table->lists, country != NULL ? country : "");
  if (store != NULL)
    return G_LIST_MODEL (store);

  codes = g_ptr_array_new_with_free_func (g_object_unref);
  keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  prefix = g_strconcat (country != NULL ? country : "", "-", NULL);
  g_hash_table_iter_init (&iter, table->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;
      PactAnswer *code;

      if (!entry->is_listed || (list == PACT_CODES_SUBDIVISION && !g_str_has_prefix (entry->code, prefix)))
        continue;

      code = pact_answer_new (entry->code, get_name (list, entry, NULL), NULL);
      g_ptr_array_add (codes, code);
      g_hash_table_insert (keys, code, g_utf8_collate_key (pact_answer_get_label (code), -1));
    }
  g_ptr_array_sort_with_data (codes, compare_names, keys);
  store = make_list (codes);
  g_hash_table_insert (table->lists, g_strdup (country != NULL ? country : ""), store);

  return G_LIST_MODEL (store);
}

/* “de-AT” is no entry of ISO’s, but “de” and “AT” are. */
static const char *
name_regional_language (const char *tag,
                        const PactLocale *locale)
{
  const char *dash = strchr (tag, '-');
  const char *region;
  const char *language_name, *country_name;
  g_autofree char *language = NULL;
  g_autofree char *name = NULL;

  if (dash == NULL)
    return NULL;

  language = g_strndup (tag, dash - tag);
  region = strrchr (tag, '-') + 1;
  language_name = pact_codes_get_name (PACT_CODES_LANGUAGE, language, locale);
  country_name = strlen (region) == 2 ? pact_codes_get_name (PACT_CODES_COUNTRY, region, locale) : NULL;
  if (language_name == NULL)
    return NULL;

  /* Translators: a language and where or how it is written, such as “German (Austria)” or “Serbian (Latn)”. */
  name = g_strdup_printf (pact_translate ("language and region", "%s (%s)", locale), language_name,
                          country_name != NULL ? country_name : dash + 1);

  return g_intern_string (name);
}

/**
 * pact_codes_get_name:
 * @list: which list
 * @code: (nullable): a code of it; of languages also with a region
 * @locale: (nullable): a locale
 *
 * Names codes that pact_codes_list() leaves out, too. Any thread may ask.
 *
 * Returns: (transfer none) (nullable): its name in that language, or %NULL if there is none; it stays for ever
 */
const char *
pact_codes_get_name (PactCodesList list,
                     const char *code,
                     const PactLocale *locale)
{
  Entry *entry;

  g_return_val_if_fail ((guint) list < G_N_ELEMENTS (tables), NULL);

  if (code == NULL)
    return NULL;

  entry = g_hash_table_lookup (get_table (list)->entries, code);
  if (entry != NULL)
    return get_name (list, entry, locale);

  return list == PACT_CODES_LANGUAGE ? name_regional_language (code, locale) : NULL;
}
