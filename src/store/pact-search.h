/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactSearchHit:
 * @plan: the plan's UUID
 * @plan_title: (nullable): its title
 * @element: the UUID of the element found
 * @kind: name of its kind
 * @title: (nullable): its title
 * @snippet: the words around what was found, the found words between U+2068 and U+2069
 */
typedef struct
{
  char *plan;
  char *plan_title;
  char *element;
  char *kind;
  char *title;
  char *snippet;
} PactSearchHit;

void pact_search_hit_free (PactSearchHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactSearchHit, pact_search_hit_free)

G_END_DECLS
