/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-db.h"

G_BEGIN_DECLS

/* Statements. They are prepared once, and ready for the next time when the pointer goes. */

typedef struct _PactStatement PactStatement;

PactStatement *pact_db_query (PactDb *self,
                              GError **error,
                              const char *sql,
                              const char *types,
                              ...);
gboolean pact_db_run (PactDb *self,
                      GError **error,
                      const char *sql,
                      const char *types,
                      ...);
gboolean pact_db_get_integer (PactDb *self,
                              gint64 *value,
                              GError **error,
                              const char *sql,
                              const char *types,
                              ...);
gboolean pact_db_execute (PactDb *self,
                          const char *sql,
                          GError **error);
gboolean pact_db_define_number (PactDb *self,
                                const char *name,
                                const gint64 *number,
                                GError **error);
gint64 pact_db_get_last_id (PactDb *self);
guint pact_db_get_n_changed (PactDb *self);

gboolean pact_statement_bind_text (PactStatement *self,
                                   guint parameter,
                                   const char *text,
                                   GError **error);
gboolean pact_statement_next (PactStatement *self,
                              GError **error);
gint64 pact_statement_get_integer (PactStatement *self,
                                   guint column);
const char *pact_statement_get_text (PactStatement *self,
                                     guint column);
char *pact_statement_dup_text (PactStatement *self,
                               guint column);
void pact_statement_release (PactStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactStatement, pact_statement_release)

char *pact_sql_quote_name (const char *name);

/* Transactions. */

/**
 * PactDbWriteFunc:
 * @data: what it was given
 * @error: return location for an error
 *
 * Writes something inside a transaction.
 *
 * Returns: whether it is to stay
 */
typedef gboolean (*PactDbWriteFunc) (gpointer data,
                                     GError **error);

gboolean pact_db_begin_write (PactDb *self,
                              GError **error);
gboolean pact_db_end_write (PactDb *self,
                            gboolean success,
                            GError **error);
void pact_db_rollback (PactDb *self);
gboolean pact_db_begin_read (PactDb *self,
                             gboolean *began,
                             GError **error);
void pact_db_end_read (PactDb *self,
                       gboolean began);
gboolean pact_db_repair (PactDb *self,
                         PactDbWriteFunc func,
                         gpointer data,
                         GError **error);

G_END_DECLS
