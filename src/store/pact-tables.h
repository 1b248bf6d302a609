/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-db.h"
#include "pact-record.h"

/* The tables of a library, and elements as records of them. Nothing of this leaves the room. */

G_BEGIN_DECLS

/**
 * PactTable:
 * @name: the table: "element", or the name of a kind
 * @kind: (nullable): the kind, %NULL for the table that holds what all kinds have
 * @columns: its columns in the file beside "id", also those that this version does not know
 *
 * One journaled table and the statements for it, made from the model table and from the file's schema.
 */
typedef struct
{
  const char *name;
  const PactKind *kind;
  GPtrArray *columns;

  char *insert_sql;        /* a new row: id, then the kind's fields */
  char *read_one_sql;      /* the elements of this kind: by id */
  char *read_plan_sql;     /* … by plan */
  char *list_sql;          /* … all that are plans, without their long texts, with what is derived from the whole of each */
  /* (nullable) what the journal makes when it is asked for */
  char *replay_insert_sql; /* ?1 the id, ?2 the row as JSON */
  char *replay_update_sql; /* ?1 the id, ?2 what changes, ?3 what must be there */
  char *replay_delete_sql; /* ?1 the id, ?3 what must be there */
} PactTable;

/**
 * PactTables:
 * @db: the file
 * @model: the model table
 * @list: (element-type PactTable): that of all elements, then one a kind in the model's order
 *
 * The tables that a file has of a model.
 */
typedef struct
{
  PactDb *db;
  const PactModel *model;
  GPtrArray *list;
} PactTables;

PactTables *_pact_tables_new (PactDb *db,
                              const PactModel *model);
void _pact_tables_free (PactTables *self);
gboolean _pact_tables_read (PactTables *self,
                            GError **error);
void _pact_tables_exchange (PactTables *self,
                            PactTables *other);
gboolean _pact_table_has_column (const PactTable *table,
                                 const char *name);
PactTable *_pact_tables_find (PactTables *self,
                              const char *name);
PactTable *_pact_tables_get_of_kind (PactTables *self,
                                     const PactKind *kind);

/* Making them: pact-tables-schema.c. */
gboolean _pact_tables_create (PactTables *self,
                              GError **error);
gboolean _pact_tables_lack_columns (PactTables *self);
gboolean _pact_tables_add_missing (PactTables *self,
                                   GError **error);

/* Elements as records: pact-tables-records.c. */
gboolean _pact_tables_find_element (PactTables *self,
                                    const char *uuid,
                                    gint64 *id,
                                    const PactKind **kind,
                                    gint64 *plan,
                                    GError **error);
int _pact_tables_count_columns (const PactKind *kind);
PactRecord *_pact_tables_make_record (PactStatement *statement,
                                      const PactKind *kind);
PactRecord *_pact_tables_read_element (PactTables *self,
                                       gint64 id,
                                       GError **error);
gboolean _pact_tables_read_plan (PactTables *self,
                                 gint64 plan,
                                 GArray *ids,
                                 GPtrArray *records,
                                 GError **error);
GArray *_pact_tables_list_plans (PactTables *self,
                                 GError **error);

G_END_DECLS
