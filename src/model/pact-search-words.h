/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

/* Words as searches see them, and the words around what they have found. */

G_BEGIN_DECLS

/* What was found in a snippet stands between these: FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
#define PACT_SEARCH_MARK_START "\342\201\250" /* U+2068 */
#define PACT_SEARCH_MARK_END "\342\201\251"   /* U+2069 */

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

char *pact_search_make_words (const char *text);
GArray *pact_search_read_terms (const char *text);
gboolean pact_search_term_stands_in (const PactSearchTerm *term,
                                     const char *folded);
gboolean pact_search_make_snippet (const char *text,
                                   GArray *terms,
                                   char **snippet);

G_END_DECLS
