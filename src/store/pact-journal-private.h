/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-journal.h"
#include "pact-tables.h"

/* Writing the journal. Nothing of this leaves the room. */

G_BEGIN_DECLS

/* What is done between begin and commit: pact-journal.c. */
PactJournal *_pact_journal_new (PactTables *tables);
void _pact_journal_free (PactJournal *self);
gboolean _pact_journal_start (PactJournal *self,
                              const PactEditInfo *info,
                              GError **error);
gboolean _pact_journal_begin_plan (PactJournal *self,
                                   gint64 plan,
                                   GError **error);
void _pact_journal_note_insert (PactJournal *self,
                                gint64 id);
GPtrArray *_pact_journal_finish (PactJournal *self,
                                 GError **error);
void _pact_journal_stop (PactJournal *self);
PactTables *_pact_journal_get_tables (PactJournal *self);
gboolean _pact_journal_is_open (PactJournal *self);
gint64 _pact_journal_get_plan (PactJournal *self);
const char *_pact_journal_get_plan_uuid (PactJournal *self);

/* What writes it: pact-journal-triggers.c. */
gboolean _pact_journal_make_triggers (PactTables *tables,
                                      const gint64 *recording,
                                      GError **error);

/* Edits that become one: pact-journal-merge.c. */
gboolean _pact_journal_find_mergeable (PactDb *db,
                                       gint64 plan,
                                       const PactEditInfo *info,
                                       gint64 *edit,
                                       GError **error);
gboolean _pact_journal_fold_changes (PactDb *db,
                                     gint64 edit,
                                     gint64 first_change,
                                     GError **error);
gboolean _pact_journal_is_idle (PactDb *db,
                                gint64 edit,
                                gboolean *is_idle,
                                GError **error);
gboolean _pact_journal_forget (PactDb *db,
                               gint64 edit,
                               GError **error);

/* The end of every edit, undo and redo: pact-journal-settle.c. */
GArray *_pact_journal_list_touched (PactDb *db,
                                    gint64 edit,
                                    gint64 first_change,
                                    GError **error);
GPtrArray *_pact_journal_settle (PactTables *tables,
                                 gint64 plan,
                                 gint64 edit,
                                 gint64 first_change,
                                 GArray *touched,
                                 GError **error);

G_END_DECLS
