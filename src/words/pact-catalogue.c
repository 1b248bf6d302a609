/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-catalogue"

#include "config.h"

#include <string.h>

#include "pact-catalogue.h"

/*
 * The form of a .mo file is described in the manual of GNU gettext, “The Format of GNU MO Files”:
 * a header of seven 32-bit numbers in the byte order of the machine that wrote it, and two tables
 * of lengths and offsets, of the messages, sorted, and of their translations. Each text ends with
 * a NUL that its length does not count. The hash table is for speed only, and is not read.
 */
#define MAGIC 0x950412de
#define HEADER_BYTES 28

struct _PactCatalogue
{
  GBytes *bytes;
  const guint8 *data;
  gsize size;
  gboolean swapped;
  guint32 n_messages;
  guint32 messages;     /* offset of the table of messages */
  guint32 translations; /* offset of the table of translations */
};

struct _PactCatalogues
{
  gatomicrefcount n_references;
  char *folder;
  char *domain;
  GMutex mutex;
  GHashTable *opened; /* (owned) locale: PactCatalogue, or %NULL where there is none; guarded by the mutex */
};

static guint32
read_number (const PactCatalogue *self,
             gsize offset)
{
  guint32 number;

  memcpy (&number, self->data + offset, sizeof number);

  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* Texts are looked at once, when the catalogue is opened; afterwards they can be trusted. */
static gboolean
check_table (const PactCatalogue *self,
             guint32 table)
{
  if (table % 4 != 0 || table > self->size || (self->size - table) / 8 < self->n_messages)
    return FALSE;

  for (guint32 i = 0; i < self->n_messages; i++)
    {
      guint32 length = read_number (self, table + (gsize) i * 8);
      guint32 offset = read_number (self, table + (gsize) i * 8 + 4);
      const char *text = (const char *) self->data + offset;

      if (offset >= self->size || length >= self->size - offset || text[length] != '\0')
        return FALSE;
      if (!g_utf8_validate (text, -1, NULL))
        return FALSE;
    }

  return TRUE;
}

static const char *
get_text (const PactCatalogue *self,
          guint32 table,
          guint32 index)
{
  return (const char *) self->data + read_number (self, table + (gsize) index * 8 + 4);
}

/* The header is the translation of the empty message, which sorts before all others. */
static gboolean
is_utf8 (const PactCatalogue *self)
{
  g_autofree char *header = NULL;

  if (self->n_messages == 0 || *get_text (self, self->messages, 0) != '\0')
    return FALSE;

  header = g_ascii_strdown (get_text (self, self->translations, 0), -1);

  return strstr (header, "charset=utf-8") != NULL;
}

/**
 * pact_catalogue_new_from_bytes:
 * @bytes: a `.mo` file in UTF-8, of either byte order
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL if @bytes is none
 */
PactCatalogue *
pact_catalogue_new_from_bytes (GBytes *bytes)
{
  g_autoptr (PactCatalogue) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (PactCatalogue, 1);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (self->size < HEADER_BYTES || self->size > G_MAXUINT32)
    return NULL;

  self->swapped = read_number (self, 0) != MAGIC;
  if (read_number (self, 0) != MAGIC)
    return NULL;
  /* Revision 1 only adds messages for programs in C, apart from the tables. */
  if (read_number (self, 4) >> 16 > 1)
    return NULL;

  self->n_messages = read_number (self, 8);
  self->messages = read_number (self, 12);
  self->translations = read_number (self, 16);
  if (!check_table (self, self->messages) || !check_table (self, self->translations) || !is_utf8 (self))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * pact_catalogue_new_from_file:
 * @file_name: the name of a file
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL if there is no such file or it is none
 */
PactCatalogue *
pact_catalogue_new_from_file (const char *file_name)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (file_name != NULL, NULL);

  if (!g_file_test (file_name, G_FILE_TEST_IS_REGULAR))
    return NULL;
  file = g_mapped_file_new (file_name, FALSE, NULL);
  if (file == NULL)
    return NULL;
  bytes = g_mapped_file_get_bytes (file);

  return pact_catalogue_new_from_bytes (bytes);
}

/**
 * pact_catalogue_free:
 * @self: (transfer full) (nullable): a catalogue
 *
 * Frees @self and the texts it handed out.
 */
void
pact_catalogue_free (PactCatalogue *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * pact_catalogue_lookup:
 * @self: a catalogue
 * @message: a message, without context
 *
 * Returns: (transfer none) (nullable): its translation, which lives as long as @self; %NULL if there is none
 */
const char *
pact_catalogue_lookup (PactCatalogue *self,
                       const char *message)
{
  guint32 low = 0, high;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  /* The translation of the empty message is the header. */
  if (*message == '\0')
    return NULL;

  high = self->n_messages;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (get_text (self, self->messages, middle), message);

      if (order == 0)
        {
          const char *translation = get_text (self, self->translations, middle);

          return *translation != '\0' ? translation : NULL;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/**
 * pact_catalogues_new:
 * @folder: the folder in which `LOCALE/LC_MESSAGES/DOMAIN.mo` stand
 * @domain: the gettext domain
 *
 * Returns: (transfer full): the catalogues of @domain; it need not have any
 */
PactCatalogues *
pact_catalogues_new (const char *folder,
                     const char *domain)
{
  PactCatalogues *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (domain != NULL, NULL);

  self = g_new0 (PactCatalogues, 1);
  g_atomic_ref_count_init (&self->n_references);
  g_mutex_init (&self->mutex);
  self->folder = g_strdup (folder);
  self->domain = g_strdup (domain);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) pact_catalogue_free);

  return self;
}

/**
 * pact_catalogues_ref:
 * @self: catalogues
 *
 * Returns: (transfer full): @self with one more reference
 */
PactCatalogues *
pact_catalogues_ref (PactCatalogues *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

/**
 * pact_catalogues_unref:
 * @self: (transfer full) (nullable): catalogues
 *
 * Gives a reference back. With the last one the texts go.
 */
void
pact_catalogues_unref (PactCatalogues *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_references))
    return;

  g_hash_table_unref (self->opened);
  g_mutex_clear (&self->mutex);
  g_free (self->folder);
  g_free (self->domain);
  g_free (self);
}

/* A catalogue, once opened, never changes. */
static PactCatalogue *
get_catalogue (PactCatalogues *self,
               const char *locale)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gpointer catalogue;

  if (!g_hash_table_lookup_extended (self->opened, locale, NULL, &catalogue))
    {
      g_autofree char *base = g_strconcat (self->domain, ".mo", NULL);
      g_autofree char *file_name = g_build_filename (self->folder, locale, "LC_MESSAGES", base, NULL);

      catalogue = pact_catalogue_new_from_file (file_name);
      g_hash_table_insert (self->opened, g_strdup (locale), catalogue);
    }

  return catalogue;
}

/**
 * pact_catalogues_lookup:
 * @self: catalogues
 * @locale: a locale as gettext's folders are named: `de`, `de_AT`, `sr@latin`
 * @message: a message
 *
 * Looks in exactly that locale.
 *
 * Returns: (transfer none) (nullable): the translation, which lives as long as @self; %NULL if there is none
 */
const char *
pact_catalogues_lookup (PactCatalogues *self,
                        const char *locale,
                        const char *message)
{
  PactCatalogue *catalogue;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (locale != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  if (*locale == '\0' || *locale == '.' || strchr (locale, '/') != NULL)
    return NULL;

  catalogue = get_catalogue (self, locale);

  return catalogue != NULL ? pact_catalogue_lookup (catalogue, message) : NULL;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * pact_catalogues_list_locales:
 * @self: catalogues
 *
 * Returns: (transfer full) (array zero-terminated=1): the locales for which there is a file, sorted
 */
char **
pact_catalogues_list_locales (PactCatalogues *self)
{
  g_autoptr (GPtrArray) locales = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);

  base = g_strconcat (self->domain, ".mo", NULL);
  folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file_name = g_build_filename (self->folder, name, "LC_MESSAGES", base, NULL);

      if (g_file_test (file_name, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (locales, g_strdup (name));
    }
  g_ptr_array_sort (locales, compare_strings);
  g_ptr_array_add (locales, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&locales), FALSE);
}
