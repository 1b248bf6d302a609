/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-search.h"
#include "pact-tables.h"

/* The index of the search, and asking it. Nothing of this leaves the room. */

G_BEGIN_DECLS

gboolean _pact_search_make_index (PactDb *db,
                                  GError **error);
gboolean _pact_search_index_element (PactTables *tables,
                                     gint64 id,
                                     const PactRecord *record,
                                     GError **error);
gboolean _pact_search_is_indexed (PactTables *tables,
                                  gint64 id,
                                  const PactRecord *record,
                                  gboolean *is_indexed,
                                  GError **error);
GPtrArray *_pact_search_find (PactTables *tables,
                              const char *text,
                              guint limit,
                              GError **error);

/**
 * PactSearchTerm:
 * @text: what to look for, folded
 * @is_within: whether it may stand within a word: there are no spaces between words in its script
 * @is_prefix: whether it may be the beginning of a word
 *
 * One word of a search.
 */
typedef struct
{
  char *text;
  gboolean is_within;
  gboolean is_prefix;
} PactSearchTerm;

/* Words, and showing what was found: pact-search-snippet.c. */
char *_pact_search_make_words (const char *text);
GArray *_pact_search_read_terms (const char *text);
gboolean _pact_search_make_snippet (const char *text,
                                    GArray *terms,
                                    char **snippet);

G_END_DECLS
