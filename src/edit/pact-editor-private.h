/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-editor.h"
#include "pact-library.h"

/* What the files of the editor share. */

G_BEGIN_DECLS

void _pact_editor_take_over (PactEditor *self,
                             GPtrArray *changes);
gboolean _pact_editor_drop_partner (PactEditor *self,
                                    PactElement *measure,
                                    const char *actor,
                                    GError **error);
void _pact_editor_set_undoing (PactEditor *self,
                               gboolean is_undoing);
void _pact_editor_set_replay (PactEditor *self,
                              PactReplay *replay);
PactLibrary *_pact_editor_get_library (PactEditor *self);

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

/**
 * PactLanding:
 * @parent: where records shall stand
 * @kind: the kind of them all
 * @before: (nullable): the sibling before which they are put, %NULL for the end
 * @records: (element-type PactRecord): the records, borrowed, in their order
 *
 * A place at which something comes into a plan with everything below it.
 */
typedef struct
{
  PactElement *parent;
  const PactKind *kind;
  PactElement *before;
  GPtrArray *records;
} PactLanding;

PactLanding *_pact_landing_new (PactElement *parent,
                                const PactKind *kind,
                                PactElement *before);
PactLanding *_pact_landing_find (PactElement *target,
                                 const PactKind *kind);
void _pact_landing_free (PactLanding *landing);

PactElement *_pact_element_get_next (PactElement *element);
PactElement *_pact_editor_find_titled (PactEditor *self,
                                       const PactKind *kind,
                                       const char *title);

/* Inside an edit. */
gboolean _pact_editor_find_positions (PactEditor *self,
                                      PactElement *parent,
                                      const PactKind *kind,
                                      PactElement *before,
                                      GHashTable *moving,
                                      guint n,
                                      gint64 *positions,
                                      GError **error);
gboolean _pact_editor_find_position (PactEditor *self,
                                     PactElement *parent,
                                     const PactKind *kind,
                                     PactElement *before,
                                     gint64 *position,
                                     GError **error);
gboolean _pact_editor_insert_records (PactEditor *self,
                                      GPtrArray *records,
                                      GError **error);
gboolean _pact_editor_land (PactEditor *self,
                            GPtrArray *records,
                            GPtrArray *landings,
                            GPtrArray *more_landings,
                            GError **error);
GPtrArray *_pact_editor_find_landed (PactEditor *self,
                                     GPtrArray *landings);

/* What undo or redo did. */
void _pact_replay_free (PactReplay *replay);

G_END_DECLS
