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

G_END_DECLS
