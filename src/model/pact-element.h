/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-mistake.h"
#include "pact-record.h"

G_BEGIN_DECLS

typedef struct _PactPlan PactPlan;

/**
 * PactTally:
 * @filled: how many of the answers that a submission needs have been given and are right
 * @required: how many it needs
 * @measures: how many measures there are
 * @ready: how many of them lack nothing, in themselves and in what stands below them
 *
 * How far an element is filled in, with all that stands below it.
 */
typedef struct
{
  guint filled;
  guint required;
  guint measures;
  guint ready;
} PactTally;

#define PACT_TYPE_ELEMENT (pact_element_get_type ())
G_DECLARE_FINAL_TYPE (PactElement, pact_element, PACT, ELEMENT, GObject)

const PactKind *pact_element_get_kind (PactElement *self);
gboolean pact_element_is_kind (PactElement *self,
                               const char *kind_name);
const char *pact_element_get_uuid (PactElement *self);
PactPlan *pact_element_get_plan (PactElement *self);
PactElement *pact_element_get_parent (PactElement *self);
PactElement *pact_element_get_ancestor (PactElement *self,
                                        const char *kind_name);
gint64 pact_element_get_position (PactElement *self);
guint pact_element_get_index (PactElement *self);
const char *pact_element_get_created (PactElement *self);
const char *pact_element_get_modified (PactElement *self);
const char *pact_element_get_extra (PactElement *self);
const char *pact_element_get_value (PactElement *self,
                                    const PactField *field);
const char *pact_element_get (PactElement *self,
                              const char *field_name);
const char *pact_element_get_title (PactElement *self);
const char *pact_element_get_name (PactElement *self);
char *pact_element_dup_number (PactElement *self);
GListModel *pact_element_get_children (PactElement *self,
                                       const PactKind *kind);
GListModel *pact_element_get_children_by_name (PactElement *self,
                                               const char *kind_name);
const char *pact_element_get_template_id (PactElement *self);
gboolean pact_element_contains (PactElement *self,
                                PactElement *other);
gboolean pact_element_has_answer (PactElement *self,
                                  const char *field_name,
                                  PactTermFlags flags);
gboolean pact_element_is_waived (PactElement *self);
gboolean pact_element_is_over (PactElement *self);
gboolean pact_element_is_left_out (PactElement *self);
gboolean pact_element_needs_value (PactElement *self,
                                   const PactField *field);
PactMistake pact_element_find_mistake (PactElement *self,
                                       const PactField *field);
const PactField *pact_element_get_reason_field (PactElement *self,
                                                const PactField *field);
void pact_element_get_completeness (PactElement *self,
                                    guint *filled,
                                    guint *required);
void pact_element_get_tally (PactElement *self,
                             PactTally *tally);
PactRecord *pact_element_to_record (PactElement *self);
GPtrArray *pact_element_to_records (PactElement *self);

/**
 * PactElementFunc:
 * @element: an element
 * @data: what was handed to pact_element_walk()
 */
typedef void (*PactElementFunc) (PactElement *element,
                                 gpointer data);

void pact_element_walk (PactElement *self,
                        PactElementFunc func,
                        gpointer data);

G_END_DECLS
