/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-template.h"

/* Looking for words in all strategies at once. */

G_BEGIN_DECLS

/**
 * PactTemplateSearch:
 *
 * The words of some templates in one language. It stays as it was made, whatever becomes of the list of templates, and belongs to
 * one thread at a time.
 */
typedef struct _PactTemplateSearch PactTemplateSearch;

/**
 * PactTemplateHit:
 * @template: the template
 * @item: (nullable): its pillar, objective or measure; %NULL for what is said of the template itself
 * @title: what that is called
 * @snippet: (nullable): the words around what was found in its text, each found word between %PACT_SEARCH_MARK_START and
 *   %PACT_SEARCH_MARK_END, or the beginning of the text; %NULL if it has none
 *
 * A place where the words were found.
 */
typedef struct
{
  PactTemplate *template;
  PactTemplateItem *item;
  const char *title;
  char *snippet;
} PactTemplateHit;

PactTemplateSearch *pact_template_search_new (GListModel *templates,
                                              const char *language);
void pact_template_search_free (PactTemplateSearch *self);
GPtrArray *pact_template_search_find (PactTemplateSearch *self,
                                      const char *words,
                                      guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactTemplateSearch, pact_template_search_free)

G_END_DECLS
