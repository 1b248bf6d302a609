/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-search"

#include "config.h"

#include "pact-search-private.h"
#include "pact-search-words.h"

/*
 * The search over all plans.
 *
 * The index holds the folded words of every element that has any, see pact-search-snippet.c. It finds in the order in
 * which it is kept and stops when there is enough: to weigh all that matches takes a second where a letter stands in
 * a hundred thousand elements, and it is asked at every key. What has all the words in its title comes first.
 */

static const char index_sql[] =
  "DROP TABLE IF EXISTS search;"
  /* Beginnings of one and of three characters are words of the index, for those who have just begun to type. */
  "CREATE VIRTUAL TABLE search USING fts5 (title, text, prefix = '1 3',"
  "  tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")";

static const char match_sql[] =
  "SELECT s.rowid, p.id FROM search s CROSS JOIN element e ON e.id = s.rowid JOIN element p ON p.id = e.plan"
  " WHERE search MATCH ?1 AND p.trashed IS NULL ORDER BY s.rowid DESC LIMIT ?2";

typedef struct
{
  gint64 id;
  gint64 plan;
} Found;

/**
 * pact_search_hit_free:
 * @hit: (transfer full) (nullable): a hit
 *
 * Frees @hit and all it holds.
 */
void
pact_search_hit_free (PactSearchHit *hit)
{
  if (hit == NULL)
    return;

  g_free (hit->plan);
  g_free (hit->plan_title);
  g_free (hit->element);
  g_free (hit->kind);
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

static gboolean
is_searchable (const PactKind *kind)
{
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].flags & PACT_FIELD_SEARCHABLE)
        return TRUE;
    }

  return FALSE;
}

static void
fold_record (const PactRecord *record,
             char **title,
             char **text)
{
  g_autoptr (GString) others = g_string_new (NULL);

  *title = NULL;
  for (gsize i = 0; i < record->kind->n_fields; i++)
    {
      PactFieldFlags flags = record->kind->fields[i].flags;
      g_autofree char *folded = NULL;

      if (!(flags & PACT_FIELD_SEARCHABLE) || record->values[i] == NULL)
        continue;
      folded = pact_search_make_words (record->values[i]);
      if (flags & PACT_FIELD_TITLE)
        *title = g_steal_pointer (&folded);
      else
        g_string_append_printf (others, "%s%s", others->len > 0 ? "\n" : "", folded);
    }
  *text = others->len > 0 ? g_string_free (g_steal_pointer (&others), FALSE) : NULL;
}

/* Makes an empty index, inside a transaction. */
gboolean
_pact_search_make_index (PactDb *db,
                         GError **error)
{
  return pact_db_execute (db, index_sql, error);
}

static gboolean
has_words (PactTables *tables,
           gint64 id,
           const char *title,
           const char *text,
           gint64 *is_same,
           GError **error)
{
  return pact_db_get_integer (tables->db, is_same, error,
                              "SELECT 1 FROM search WHERE rowid = ?1 AND title IS ?2 AND text IS ?3", "iss", id, title,
                              text);
}

/* Brings the index up to date with an element, inside the transaction that changes it. */
gboolean
_pact_search_index_element (PactTables *tables,
                            gint64 id,
                            const PactRecord *record,
                            GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gint64 is_there, is_same;

  if (!is_searchable (record->kind))
    return TRUE;

  fold_record (record, &title, &text);
  if (!pact_db_get_integer (tables->db, &is_there, error, "SELECT 1 FROM search WHERE rowid = ?1", "i", id)
      || !has_words (tables, id, title, text, &is_same, error))
    return FALSE;
  if (is_same)
    return TRUE;
  if (is_there && !pact_db_run (tables->db, error, "DELETE FROM search WHERE rowid = ?1", "i", id))
    return FALSE;
  if (title == NULL && text == NULL)
    return TRUE;

  return pact_db_run (tables->db, error, "INSERT INTO search (rowid, title, text) VALUES (?1, ?2, ?3)", "iss", id, title,
                      text);
}

/* Tells whether the index has the words of an element, and no others. */
gboolean
_pact_search_is_indexed (PactTables *tables,
                         gint64 id,
                         const PactRecord *record,
                         gboolean *is_indexed,
                         GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gint64 is_there, is_same;

  fold_record (record, &title, &text);
  if (!pact_db_get_integer (tables->db, &is_there, error, "SELECT 1 FROM search WHERE rowid = ?1", "i", id)
      || !has_words (tables, id, title, text, &is_same, error))
    return FALSE;
  *is_indexed = title == NULL && text == NULL ? !is_there : is_same;

  return TRUE;
}

/* Returns what the index is asked for: words in quotation marks, so that nothing in them has a meaning of its own. */
static char *
make_expression (GArray *terms)
{
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const PactSearchTerm *term = &g_array_index (terms, PactSearchTerm, i);
      g_autofree char *words = pact_search_make_words (term->text);

      g_string_append_printf (expression, "%s\"%s\"%s", i > 0 ? " AND " : "", words, term->is_prefix ? "*" : "");
    }

  return g_string_free (expression, FALSE);
}

/* Shows the field in which something was found; the title is shown beside it anyway, so it comes last. */
static char *
make_snippet (const PactRecord *record,
              GArray *terms)
{
  g_autofree char *fallback = NULL;

  for (int with_title = 0; with_title <= 1; with_title++)
    {
      for (gsize i = 0; i < record->kind->n_fields; i++)
        {
          PactFieldFlags flags = record->kind->fields[i].flags;
          g_autofree char *snippet = NULL;

          if (!(flags & PACT_FIELD_SEARCHABLE) || record->values[i] == NULL
              || ((flags & PACT_FIELD_TITLE) != 0) != with_title)
            continue;
          if (pact_search_make_snippet (record->values[i], terms, &snippet))
            return g_steal_pointer (&snippet);
          if (fallback == NULL)
            fallback = g_steal_pointer (&snippet);
        }
    }

  return fallback != NULL ? g_steal_pointer (&fallback) : g_strdup ("");
}

static PactSearchHit *
make_hit (PactTables *tables,
          gint64 id,
          GArray *terms,
          GError **error)
{
  g_autoptr (PactRecord) record = _pact_tables_read_element (tables, id, error);
  g_autoptr (PactStatement) statement = NULL;
  const PactField *title;
  PactSearchHit *hit;

  if (record == NULL)
    return NULL;
  statement = pact_db_query (tables->db, error,
                             "SELECT p.uuid, k.title FROM element e JOIN element p ON p.id = e.plan"
                             " JOIN plan k ON k.id = p.id WHERE e.id = ?1",
                             "i", id);
  if (statement == NULL || !pact_statement_next (statement, error))
    return NULL;

  title = pact_kind_get_title_field (record->kind);
  hit = g_new0 (PactSearchHit, 1);
  hit->plan = pact_statement_dup_text (statement, 0);
  hit->plan_title = pact_statement_dup_text (statement, 1);
  hit->element = g_strdup (record->uuid);
  hit->kind = g_strdup (record->kind->name);
  hit->title = title != NULL ? g_strdup (pact_record_get (record, title->name)) : NULL;
  hit->snippet = make_snippet (record, terms);

  return hit;
}

/* The last plan that was made first, and what belongs to a plan in the order in which that was made. */
static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a;
  const Found *two = b;

  if (one->plan != two->plan)
    return one->plan > two->plan ? -1 : 1;

  return one->id < two->id ? -1 : one->id > two->id;
}

/* Adds what the index answers, until there are @limit hits. */
static gboolean
collect (PactTables *tables,
         const char *expression,
         GArray *terms,
         guint limit,
         GPtrArray *hits,
         GError **error)
{
  g_autoptr (PactStatement) statement =
    pact_db_query (tables->db, error, match_sql, "si", expression, (gint64) limit - hits->len);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (pact_statement_next (statement, &failure))
    {
      Found found = { pact_statement_get_integer (statement, 0), pact_statement_get_integer (statement, 1) };

      g_array_append_val (all, found);
    }
  g_array_sort (all, compare_found);

  for (guint i = 0; i < all->len && failure == NULL; i++)
    {
      PactSearchHit *hit = make_hit (tables, g_array_index (all, Found, i).id, terms, &failure);

      if (hit != NULL)
        g_ptr_array_add (hits, hit);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
find (PactTables *tables,
      GArray *terms,
      guint limit,
      GPtrArray *hits,
      GError **error)
{
  g_autofree char *words = make_expression (terms);
  g_autofree char *in_title = g_strdup_printf ("title : (%s)", words);
  g_autofree char *elsewhere = g_strdup_printf ("(%s) NOT (%s)", words, in_title);

  return collect (tables, in_title, terms, limit, hits, error) && collect (tables, elsewhere, terms, limit, hits, error);
}

/* Returns what was found, as pact_library_search() does. */
GPtrArray *
_pact_search_find (PactTables *tables,
                   const char *text,
                   guint limit,
                   GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_search_hit_free);
  g_autoptr (GArray) terms = pact_search_read_terms (text);
  gboolean began, success;

  if (terms->len == 0)
    return g_steal_pointer (&hits);

  if (!pact_db_begin_read (tables->db, &began, error))
    return NULL;
  success = find (tables, terms, limit, hits, error);
  pact_db_end_read (tables->db, began);

  return success ? g_steal_pointer (&hits) : NULL;
}
