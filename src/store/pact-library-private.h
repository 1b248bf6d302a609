/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-journal-private.h"
#include "pact-library.h"
#include "pact-search-private.h"
#include "pact-store-error.h"
#include "pact-tables.h"
#include "pact-tally.h"

/* What the files of PactLibrary share. Nothing of this leaves the room. */

G_BEGIN_DECLS

/* How many sentences say what is wrong with a library. */
#define PACT_LIBRARY_MAX_PROBLEMS 100

struct _PactLibrary
{
  GObject parent_instance;

  PactDb *db;
  const PactModel *model;
  PactTables *tables;
  PactJournal *journal;
  gboolean has_purged; /* so that words are to be overwritten when it is closed */
};

/* The file's schema: pact-library-schema.c. */
gboolean _pact_library_is_current (PactLibrary *self,
                                   gboolean *is_current,
                                   GError **error);
gboolean _pact_library_create_schema (PactLibrary *self,
                                      GError **error);
gboolean _pact_library_migrate (PactLibrary *self,
                                GError **error);

/* What was deleted for good: pact-library-shelf.c. */
void _pact_library_overwrite_words (PactLibrary *self);

/* What is derived from the elements: pact-library-repair.c. */
gboolean _pact_library_rebuild (PactLibrary *self,
                                GError **error);

/* Whether it is sound: pact-library-values.c. */
/* How much of a check is done when the values are looked at, which is told by plans. */
#define _PACT_LIBRARY_TREE_SEEN 0.5

gboolean _pact_library_look_at_values (PactLibrary *self,
                                       gboolean is_current,
                                       GPtrArray *problems,
                                       GPtrArray *remarks,
                                       GError **error);

G_END_DECLS
