/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-editor.h"
#include "pact-locale.h"

/* A plan that exists as a table elsewhere comes in: what its columns say is guessed from their headings and can be chosen, its
 * rows are read, and all that they make is made as one step of undo. */

G_BEGIN_DECLS

/* Who has more means something else, or brings it in parts. */
#define PACT_TABLE_MAX_ROWS 2000
#define PACT_TABLE_MAX_COLUMNS 60
#define PACT_TABLE_MAX_BYTES (16 * 1024 * 1024)

char *pact_table_decode (GBytes *bytes,
                         GError **error);
char pact_table_guess_separator (const char *text);
GPtrArray *pact_table_split (const char *text,
                             GError **error);
GPtrArray *pact_table_split_html (const char *html,
                                  GError **error);

/**
 * PactTableImport:
 *
 * A table on its way into a plan: its cells, and what the plan has already. It never changes; any thread may use it.
 */
typedef struct _PactTableImport PactTableImport;

PactTableImport *pact_table_import_new (GPtrArray *rows,
                                        PactPlan *plan,
                                        const char *const *languages);
PactTableImport *pact_table_import_ref (PactTableImport *self);
void pact_table_import_unref (PactTableImport *self);
guint pact_table_import_count_rows (PactTableImport *self);
guint pact_table_import_count_columns (PactTableImport *self);
const char *pact_table_import_get_text (PactTableImport *self,
                                        guint row,
                                        guint column);
guint pact_table_import_get_number (PactTableImport *self,
                                    guint row);
GListModel *pact_table_import_list_contents (PactTableImport *self);
GListModel *pact_table_import_list_objectives (PactTableImport *self);

/**
 * PactTableChoices:
 * @has_headings: whether the first row says what the columns are
 * @contents: (element-type utf8): for each column the name of what it says, as in pact_table_import_list_contents(), or %NULL if it
 *   is left out
 * @locale: (nullable): how its numbers, dates and answers are written, %NULL for as in the interface
 * @objective: (nullable): the UUID of the objective of the rows that name none, %NULL for a new one
 *
 * How a table is read.
 */
typedef struct
{
  gboolean has_headings;
  GPtrArray *contents;
  const PactLocale *locale;
  char *objective;
} PactTableChoices;

PactTableChoices *pact_table_import_guess (PactTableImport *self);
PactTableChoices *pact_table_choices_copy (const PactTableChoices *self);
void pact_table_choices_free (PactTableChoices *self);
void pact_table_choices_set (PactTableChoices *self,
                             guint column,
                             const char *content);
gboolean pact_table_choices_have (const PactTableChoices *self,
                                  const char *content);
char *pact_table_import_dup_heading (PactTableImport *self,
                                     const PactTableChoices *choices,
                                     guint column);

/**
 * PactTableMistake:
 * @row: the row of the table, counted from 1 as in a spreadsheet
 * @heading: (nullable): what stands above the column, %NULL if the whole row is meant
 * @message: what is wrong, as a sentence
 *
 * What could not be read, or what should be looked at.
 */
typedef struct
{
  guint row;
  char *heading;
  char *message;
} PactTableMistake;

char *pact_table_mistake_describe (const PactTableMistake *self);

/**
 * PactTableReading:
 * @records: (element-type PactRecord): what will be made, parents before what stands below them
 * @mistakes: (element-type PactTableMistake): what could not be read and stands in the note of its measure, or should be looked
 *   at, in the order of the rows
 * @n_measures: how many measures will be made
 * @n_pillars: how many pillars
 * @n_objectives: how many objectives
 * @n_actors: how many bodies
 * @n_indicators: how many indicators
 * @n_costs: how many costs
 *
 * What is in a table.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *mistakes;
  guint n_measures;
  guint n_pillars;
  guint n_objectives;
  guint n_actors;
  guint n_indicators;
  guint n_costs;
} PactTableReading;

PactTableReading *pact_table_import_read (PactTableImport *self,
                                          const PactTableChoices *choices,
                                          GCancellable *cancellable);
char *pact_table_reading_describe (const PactTableReading *self);
void pact_table_reading_free (PactTableReading *self);
GPtrArray *pact_table_import_apply (const PactTableReading *reading,
                                    PactEditor *editor,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactTableImport, pact_table_import_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactTableChoices, pact_table_choices_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactTableReading, pact_table_reading_free)

G_END_DECLS
