/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-search"

#include "config.h"

#include <string.h>

#include "pact-library-private.h"

/*
 * The search over all plans.
 *
 * The index holds the folded words of every element that has any, see pact-library-snippet.c. Words of scripts
 * without spaces are not words to the index; they are looked for in the text, in what the other words left.
 */

#define FROM_SQL \
  "SELECT search.rowid, search.title, search.text FROM search JOIN element e ON e.id = search.rowid" \
  " JOIN element p ON p.id = e.plan WHERE p.trashed IS NULL"

static const char match_sql[] = FROM_SQL " AND search MATCH ?1 ORDER BY bm25 (search, 10.0, 1.0), search.rowid";
static const char scan_sql[] = FROM_SQL " ORDER BY search.rowid";

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

gboolean
_pact_kind_is_searchable (const PactKind *kind)
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
      folded = _pact_search_fold (record->values[i]);
      if (flags & PACT_FIELD_TITLE)
        *title = g_steal_pointer (&folded);
      else
        g_string_append_printf (others, "%s%s", others->len > 0 ? "\n" : "", folded);
    }
  *text = others->len > 0 ? g_string_free (g_steal_pointer (&others), FALSE) : NULL;
}

/* Brings the index up to date with an element, inside the transaction that changes it. */
gboolean
_pact_library_index_element (PactLibrary *self,
                             gint64 id,
                             const PactRecord *record,
                             GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gint64 is_there, is_same;

  if (!_pact_kind_is_searchable (record->kind))
    return TRUE;

  fold_record (record, &title, &text);
  if (!_pact_library_get_integer (self, &is_there, error, "SELECT 1 FROM search WHERE rowid = ?1", "i", id) ||
      !_pact_library_get_integer (self, &is_same, error,
                                  "SELECT 1 FROM search WHERE rowid = ?1 AND title IS ?2 AND text IS ?3", "iss", id, title,
                                  text))
    return FALSE;
  if (is_same)
    return TRUE;
  if (is_there && !_pact_library_run (self, error, "DELETE FROM search WHERE rowid = ?1", "i", id))
    return FALSE;
  if (title == NULL && text == NULL)
    return TRUE;

  return _pact_library_run (self, error, "INSERT INTO search (rowid, title, text) VALUES (?1, ?2, ?3)", "iss", id, title,
                            text);
}

/* Returns what the index is asked for: words in quotation marks, so that nothing in them has a meaning of its own. */
static char *
make_expression (GArray *terms)
{
  g_autoptr (GString) expression = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const PactSearchTerm *term = &g_array_index (terms, PactSearchTerm, i);

      if (!term->is_within)
        g_string_append_printf (expression, "%s\"%s\"%s", expression->len > 0 ? " AND " : "", term->text,
                                term->is_prefix ? "*" : "");
    }

  return expression->len > 0 ? g_string_free (g_steal_pointer (&expression), FALSE) : NULL;
}

static gboolean
has_within (GArray *terms,
            const char *title,
            const char *text)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const PactSearchTerm *term = &g_array_index (terms, PactSearchTerm, i);

      if (term->is_within && (title == NULL || strstr (title, term->text) == NULL) &&
          (text == NULL || strstr (text, term->text) == NULL))
        return FALSE;
    }

  return TRUE;
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

          if (!(flags & PACT_FIELD_SEARCHABLE) || record->values[i] == NULL ||
              ((flags & PACT_FIELD_TITLE) != 0) != with_title)
            continue;
          if (_pact_search_make_snippet (record->values[i], terms, &snippet))
            return g_steal_pointer (&snippet);
          if (fallback == NULL)
            fallback = g_steal_pointer (&snippet);
        }
    }

  return fallback != NULL ? g_steal_pointer (&fallback) : g_strdup ("");
}

static PactSearchHit *
make_hit (PactLibrary *self,
          gint64 id,
          GArray *terms,
          GError **error)
{
  g_autoptr (PactRecord) record = _pact_library_read_element (self, id, error);
  g_autoptr (PactStatement) statement = NULL;
  const PactField *title;
  PactSearchHit *hit;

  if (record == NULL)
    return NULL;
  statement = _pact_library_query (self, error,
                                   "SELECT p.uuid, k.title FROM element e JOIN element p ON p.id = e.plan"
                                   " JOIN plan k ON k.id = p.id WHERE e.id = ?1",
                                   "i", id);
  if (statement == NULL || !_pact_library_next (self, statement, error))
    return NULL;

  title = pact_kind_get_title_field (record->kind);
  hit = g_new0 (PactSearchHit, 1);
  hit->plan = _pact_statement_dup_text (statement, 0);
  hit->plan_title = _pact_statement_dup_text (statement, 1);
  hit->element = g_strdup (record->uuid);
  hit->kind = g_strdup (record->kind->name);
  hit->title = title != NULL ? g_strdup (pact_record_get (record, title->name)) : NULL;
  hit->snippet = make_snippet (record, terms);

  return hit;
}

static gboolean
collect (PactLibrary *self,
         GArray *terms,
         guint limit,
         GPtrArray *hits,
         GError **error)
{
  g_autofree char *expression = make_expression (terms);
  g_autoptr (PactStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = expression != NULL ? _pact_library_query (self, error, match_sql, "s", expression)
                                 : _pact_library_query (self, error, scan_sql, "");
  if (statement == NULL)
    return FALSE;
  while (hits->len < limit && _pact_library_next (self, statement, &failure))
    {
      PactSearchHit *hit;

      if (!has_within (terms, (const char *) sqlite3_column_text (statement, 1),
                       (const char *) sqlite3_column_text (statement, 2)))
        continue;
      hit = make_hit (self, sqlite3_column_int64 (statement, 0), terms, &failure);
      if (hit != NULL)
        g_ptr_array_add (hits, hit);
      else if (failure != NULL)
        break;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * pact_library_search:
 * @self: a library
 * @text: words as a person types them, in any script
 * @limit: how many hits at most
 * @error: return location for an error
 *
 * Finds the elements of all plans, except those in the trash, that have all these words; the last may be the beginning
 * of a word. Capitals and accents do not matter. Nothing in @text has a special meaning.
 *
 * Returns: (transfer full) (nullable) (element-type PactSearchHit): the hits, best first, none if @text has no
 *   words; or %NULL with @error set to an error of %PACT_STORE_ERROR
 */
GPtrArray *
pact_library_search (PactLibrary *self,
                     const char *text,
                     guint limit,
                     GError **error)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GArray) terms = NULL;
  gboolean began, success;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_search_hit_free);
  terms = _pact_search_read_terms (text);
  if (terms->len == 0)
    return g_steal_pointer (&hits);

  if (!_pact_library_begin_read (self, &began, error))
    return NULL;
  success = collect (self, terms, limit, hits, error);
  _pact_library_end_read (self, began);

  return success ? g_steal_pointer (&hits) : NULL;
}
