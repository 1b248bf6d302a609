/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"
#include "pact-template.h"
#include "pact-upgrade.h"

G_BEGIN_DECLS

#define PACT_TYPE_EDITOR (pact_editor_get_type ())
G_DECLARE_FINAL_TYPE (PactEditor, pact_editor, PACT, EDITOR, GObject)

/* Belongs to a room that only the shelf of the open plans looks into. */
typedef struct _PactLibrary PactLibrary;

PactEditor *pact_editor_new (PactLibrary *library,
                             const char *plan_uuid,
                             const char *author,
                             GError **error);
gboolean pact_editor_reload (PactEditor *self,
                             GError **error);
gboolean pact_editor_catch_up (PactEditor *self,
                               GError **error);
void pact_editor_set_author (PactEditor *self,
                             const char *author);
PactPlan *pact_editor_get_plan (PactEditor *self);
const char *pact_editor_get_uuid (PactEditor *self);

/* Fields. */
gboolean pact_editor_set (PactEditor *self,
                          PactElement *element,
                          const PactField *field,
                          const char *value,
                          GError **error);
gboolean pact_editor_set_by_name (PactEditor *self,
                                  PactElement *element,
                                  const char *field_name,
                                  const char *value,
                                  GError **error);
gboolean pact_editor_set_currency (PactEditor *self,
                                   const char *currency,
                                   gboolean round,
                                   GError **error);
void pact_editor_end_step (PactEditor *self);

/**
 * PactCell:
 * @element: an element
 * @field: a field of its kind
 * @value: (nullable): what it shall say, in canonical form, %NULL for nothing
 * @name: (nullable): for references, what the element is called that it shall refer to, in place of @value
 *
 * One of many answers that are given at once.
 */
typedef struct
{
  PactElement *element;
  const PactField *field;
  char *value;
  char *name;
} PactCell;

PactCell *pact_cell_new (PactElement *element,
                         const PactField *field,
                         const char *value);
PactCell *pact_cell_new_named (PactElement *element,
                               const PactField *field,
                               const char *name);
PactCell *pact_cell_read (PactElement *element,
                          const PactField *field,
                          const char *text,
                          GError **error);
char *pact_cell_write (PactElement *element,
                       const PactField *field);
void pact_cell_free (PactCell *self);
gboolean pact_editor_set_cells (PactEditor *self,
                                GPtrArray *cells,
                                GError **error);

/* The tree. */
PactElement *pact_editor_add (PactEditor *self,
                              PactElement *parent,
                              const char *kind_name,
                              PactElement *before,
                              GError **error);

/* One element or several at once, each as one step of undo. */
GPtrArray *pact_elements_find_outermost (GPtrArray *elements);
gboolean pact_editor_remove (PactEditor *self,
                             PactElement *element,
                             GError **error);
gboolean pact_editor_remove_all (PactEditor *self,
                                 GPtrArray *elements,
                                 PactElement *replacement,
                                 GError **error);
gboolean pact_editor_can_move_all (PactEditor *self,
                                   GPtrArray *elements,
                                   PactElement *parent);
gboolean pact_editor_move_all (PactEditor *self,
                               GPtrArray *elements,
                               PactElement *parent,
                               PactElement *before,
                               GError **error);
gboolean pact_editor_step (PactEditor *self,
                           PactElement *element,
                           int direction,
                           GError **error);
gboolean pact_editor_can_step_all (PactEditor *self,
                                   GPtrArray *elements);
gboolean pact_editor_step_all (PactEditor *self,
                               GPtrArray *elements,
                               int direction,
                               GError **error);
GPtrArray *pact_editor_duplicate_all (PactEditor *self,
                                      GPtrArray *elements,
                                      GError **error);

/* What a deletion takes along and leaves behind. */

/**
 * PactReferrer:
 * @element: an element of the plan
 * @field: the field with which it refers to another
 */
typedef struct
{
  PactElement *element;
  const PactField *field;
} PactReferrer;

GPtrArray *pact_editor_find_referrers (PactEditor *self,
                                       GPtrArray *elements);
char *pact_referrers_describe (GPtrArray *referrers);
char *pact_elements_describe_removal (GPtrArray *elements);

/* The clipboard. */
char *pact_editor_copy (PactEditor *self,
                        GPtrArray *elements);
char *pact_editor_cut (PactEditor *self,
                       GPtrArray *elements,
                       GError **error);
GPtrArray *pact_editor_paste (PactEditor *self,
                              PactElement *target,
                              const char *text,
                              GError **error);
char **pact_lines_from_text (const char *text);
GPtrArray *pact_editor_paste_lines (PactEditor *self,
                                    PactElement *target,
                                    char **lines,
                                    guint *n_long,
                                    GError **error);

/* Actors in measures. */
gboolean pact_editor_set_actor_by_name (PactEditor *self,
                                        PactElement *element,
                                        const PactField *field,
                                        const char *name,
                                        const char *actor_kind,
                                        GError **error);
gboolean pact_measure_has_partner (PactElement *measure,
                                   const char *name);
char *pact_measure_describe_part (PactElement *measure,
                                  const char *name);
PactElement *pact_editor_involve (PactEditor *self,
                                  PactElement *measure,
                                  const char *name,
                                  const char *actor_kind,
                                  GError **error);
const char *pact_body_get_actor_kind (const char *body);

/* Templates. */
gboolean pact_editor_add_indicators (PactEditor *self,
                                     PactElement *measure,
                                     GPtrArray *records,
                                     GError **error);
GPtrArray *pact_editor_take (PactEditor *self,
                             GPtrArray *elements,
                             PactElement *target,
                             guint *n_known,
                             GError **error);
GPtrArray *pact_editor_take_to (PactEditor *self,
                                GPtrArray *elements,
                                PactElement *parent,
                                PactElement *before,
                                guint *n_known,
                                GError **error);
gboolean pact_editor_merge (PactEditor *self,
                            PactElement *measure,
                            PactElement *other,
                            guint *n_added,
                            GError **error);
gboolean pact_editor_upgrade (PactEditor *self,
                              PactUpgrade *upgrade,
                              GError **error);
GBytes *pact_editor_write_template (PactEditor *self,
                                    PactTemplateLibrary *templates,
                                    const char *title,
                                    GError **error);

/* Submitting. */

/**
 * PactReceipt:
 * @revision: the number of the submission that the file says, from 1
 * @digest: the digest that the file says
 *
 * What an export for submission has written.
 */
typedef struct
{
  guint revision;
  char *digest;
} PactReceipt;

void pact_receipt_free (PactReceipt *receipt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactReceipt, pact_receipt_free)

guint pact_plan_find_revision (PactPlan *plan,
                               const char *digest);
gboolean pact_editor_record_submission (PactEditor *self,
                                        const PactReceipt *receipt,
                                        const char *file_name,
                                        GError **error);

/* Undo and redo. */

/**
 * PactReplayOutcome:
 * @PACT_REPLAY_CHANGED: a field says something else
 * @PACT_REPLAY_CAME: an element is there that was not
 * @PACT_REPLAY_WENT: an element is gone
 * @PACT_REPLAY_MOVED: an element stands somewhere else
 *
 * What undo or redo has done to an element.
 */
typedef enum
{
  PACT_REPLAY_CHANGED,
  PACT_REPLAY_CAME,
  PACT_REPLAY_WENT,
  PACT_REPLAY_MOVED,
} PactReplayOutcome;

/**
 * PactReplay:
 * @is_undo: whether it was undo, not redo
 * @outcome: what happened to the element that tells most of what happened
 * @element: (nullable): its UUID
 * @others: (element-type utf8): the UUIDs of those that came, went or went elsewhere with it; what stands below one of them is
 *   not named
 * @field: (nullable): the field that says something else
 * @title: (nullable): the title of the element, short enough for a sentence, or the name of its kind if it has none
 *
 * What undo or redo has done, to show or to tell it.
 */
typedef struct
{
  gboolean is_undo;
  PactReplayOutcome outcome;
  char *element;
  GPtrArray *others;
  const PactField *field;
  char *title;
} PactReplay;

char *pact_replay_describe (const PactReplay *replay);

gboolean pact_editor_is_read_only (PactEditor *self);
gboolean pact_editor_can_undo (PactEditor *self);
gboolean pact_editor_can_redo (PactEditor *self);
char *pact_editor_dup_undo_label (PactEditor *self);
char *pact_editor_dup_redo_label (PactEditor *self);
gboolean pact_editor_undo (PactEditor *self,
                           GError **error);
gboolean pact_editor_redo (PactEditor *self,
                           GError **error);
const PactReplay *pact_editor_get_replay (PactEditor *self);
gboolean pact_editor_is_undoing (PactEditor *self);
gboolean pact_editor_replay_touches (PactEditor *self,
                                     gboolean is_undo,
                                     PactElement *element,
                                     const PactField *field);

G_END_DECLS
