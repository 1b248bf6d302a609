/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-record.h"

G_BEGIN_DECLS

/**
 * PactEditInfo:
 * @plan: the UUID of the plan
 * @verb: what was done: a #PactVerb's name ("add", "edit", "delete", "move") or a verb of
 *   several elements ("paste", "cut", "duplicate", "delete-several", "move-several", "template", "import", "import-table", "create",
 *   "submit")
 * @kind: (nullable): name of the kind it was done to
 * @author: (nullable): who did it, from the preferences
 * @merge_key: (nullable): consecutive edits of the same key become one; a key is used for one such edit only
 */
typedef struct
{
  const char *plan;
  const char *verb;
  const char *kind;
  const char *author;
  const char *merge_key;
} PactEditInfo;

typedef struct _PactJournal PactJournal;

GPtrArray *pact_journal_undo (PactJournal *self,
                              const char *plan_uuid,
                              GError **error);
GPtrArray *pact_journal_redo (PactJournal *self,
                              const char *plan_uuid,
                              GError **error);
gboolean pact_journal_peek_undo (PactJournal *self,
                                 const char *plan_uuid,
                                 char **verb,
                                 char **kind);
gboolean pact_journal_peek_redo (PactJournal *self,
                                 const char *plan_uuid,
                                 char **verb,
                                 char **kind);
gboolean pact_journal_touches (PactJournal *self,
                               const char *plan_uuid,
                               gboolean is_undo,
                               const char *uuid,
                               const PactField *field);
char *pact_journal_dup_stamp (PactJournal *self,
                              const char *plan_uuid);
gboolean pact_journal_trim (PactJournal *self,
                            guint n_edits,
                            guint max_days,
                            GError **error);

G_END_DECLS
