/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-editor.h"
#include "pact-library.h"

/* What the files of the editor share. */

G_BEGIN_DECLS

PactEditor *_pact_editor_new (PactLibrary *library,
                              const char *plan_uuid,
                              const char *author,
                              GError **error);
gboolean _pact_editor_reload (PactEditor *self,
                              GError **error);
void _pact_editor_take_over (PactEditor *self,
                             GPtrArray *changes);
void _pact_editor_set_replay (PactEditor *self,
                              PactReplay *replay);
void _pact_editor_set_author (PactEditor *self,
                              const char *author);
PactLibrary *_pact_editor_get_library (PactEditor *self);
const char *_pact_editor_get_author (PactEditor *self);

/* One edit: begin, write to the library, end. If @success is FALSE everything since begin is
 * taken back; otherwise it is committed and the plan in memory follows. */
gboolean _pact_editor_begin (PactEditor *self,
                             const char *verb,
                             const PactKind *kind,
                             const char *merge_key,
                             GError **error);
gboolean _pact_editor_end (PactEditor *self,
                           gboolean success,
                           GError **error);

/* Amounts have come into another currency; @rounding says what was rounded without anybody having been asked. */
void _pact_editor_tell_restated (PactEditor *self,
                                 const char *rounding);
gboolean _pact_editor_restate_records (PactEditor *self,
                                       GPtrArray *records,
                                       const char *from,
                                       gboolean *restated,
                                       char **rounding,
                                       GError **error);

/* Inside an edit. */
gboolean _pact_editor_find_position (PactEditor *self,
                                     PactElement *parent,
                                     const PactKind *kind,
                                     PactElement *before,
                                     PactElement *moving,
                                     gint64 *position,
                                     GError **error);
gboolean _pact_editor_insert_records (PactEditor *self,
                                      GPtrArray *records,
                                      GError **error);
PactElement *_pact_editor_insert_copy (PactEditor *self,
                                       GPtrArray *records,
                                       PactElement *parent,
                                       PactElement *before,
                                       const char *verb,
                                       GError **error);

/* What undo or redo did. */
void _pact_replay_free (PactReplay *replay);

G_END_DECLS
