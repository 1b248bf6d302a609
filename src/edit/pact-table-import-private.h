/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-table-import.h"

/* What the files of the import share: pact-table-import-text.c for where the cells come from, pact-table-import-headings.c for what
 * a column can say, pact-table-import-read.c for the rows, pact-table-import-cells.c for their cells, pact-table-import-outline.c for where
 * they stand in the plan, pact-table-import-apply.c for what is made of them. */

G_BEGIN_DECLS

/* What a column can say: a field of a kind, or the partners. */
typedef struct
{
  const char *name; /* “measure.title” */
  const char *kind;
  const PactField *field; /* NULL for the partners */
  const char *label;      /* what it is called, in the context of the next */
  const char *label_context;
  const char *headings; /* (nullable) what people write above it besides, with “|” between, in the context “headings” */
} PactTableContent;

/* A pillar or an objective, of the plan or to be made. */
typedef struct _PactTablePlace PactTablePlace;
struct _PactTablePlace
{
  const char *kind;
  char *uuid;
  char *title;            /* as it was written, however long */
  char *number;           /* (nullable) if it is in the plan */
  PactTablePlace *pillar; /* (nullable) borrowed */
};

struct _PactTableImport
{
  gatomicrefcount n_references;

  GPtrArray *rows; /* GPtrArray of texts; those with nothing in them are left out */
  GArray *numbers; /* guint: where each of them stood, from 1 */
  guint n_columns;

  /* Of the plan. */
  PactRecord *root;
  const PactModel *model;
  GPtrArray *places;    /* PactTablePlace: pillars, and behind each its objectives */
  GHashTable *actors;   /* key of the name: UUID */
  GHashTable *measures; /* keys of the titles */
  GPtrArray *locales;   /* const PactLocale: the interface's, which is NULL, the plan's, English and others */
};

const PactTableContent *_pact_table_contents_get (guint *n);
const PactTableContent *_pact_table_content_find (const char *name);
gboolean _pact_table_content_may_repeat (const char *name);
char *_pact_table_make_key (const char *text);
PactTablePlace *_pact_table_place_new (const char *kind,
                                       const char *uuid,
                                       const char *title,
                                       PactTablePlace *pillar);
void _pact_table_place_free (PactTablePlace *self);

/* While the rows are read. */
typedef struct
{
  PactTableImport *import;
  const PactTableChoices *choices;
  PactTableReading *reading;
  const PactTableContent **contents; /* by column, NULL for what is left out */

  /* Elements of a plan that nobody sees, of which a cell is read. */
  PactPlan *scratch;
  PactElement *measure;
  PactElement *indicator;
  PactElement *percentage;
  PactElement *cost;

  GHashTable *actors;        /* key of the name: UUID, of the plan and those to be made */
  GPtrArray *places;         /* PactTablePlace, borrowed: of the plan and those to be made */
  GPtrArray *new_places;     /* those of them that are to be made */
  PactTablePlace *pillar;    /* (nullable) of the row before, as cells that span rows are empty but for the first */
  PactTablePlace *objective; /* (nullable) likewise */

  /* Of the row that is read now. */
  guint row;
  GString *note; /* what could not be read */
} PactTableReader;

const char *_pact_table_reader_get_text (PactTableReader *self,
                                         guint column);
void _pact_table_reader_complain (PactTableReader *self,
                                  int column,
                                  const char *message);
void _pact_table_reader_keep (PactTableReader *self,
                              guint column);
char *_pact_table_reader_read_value (PactTableReader *self,
                                     PactElement *element,
                                     const PactField *field,
                                     const char *text,
                                     GError **error);
char **_pact_table_split_names (const char *text,
                                const char *delimiters);
const char *_pact_table_reader_find_objective (PactTableReader *self);
gboolean _pact_table_reader_is_heading (PactTableReader *self);

G_END_DECLS
