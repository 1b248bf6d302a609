/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-element.h"

/* What PactPlan alone may do to its elements. */

G_BEGIN_DECLS

/* What elements know of the plan that they belong to. */
typedef struct
{
  PactPlan *plan; /* (borrowed) */
  const PactModel *model;
  GHashTable *elements; /* (owned by the plan) uuid: PactElement, the uuid borrowed from the element */
} PactElementHome;

PactElement *_pact_element_new_take (const PactElementHome *home,
                                     PactRecord *record);
gboolean _pact_element_update (PactElement *self,
                               const PactRecord *record,
                               GPtrArray *changed_fields);
void _pact_element_attach (PactElement *self,
                           PactElement *parent,
                           gint64 position);
void _pact_element_attach_all (PactElement *parent,
                               GPtrArray *children);
void _pact_element_detach (PactElement *self);
void _pact_element_orphan (PactElement *self);
void _pact_element_tell_changed (PactElement *self,
                                 const PactField *field);
void _pact_element_tell_tallied (PactElement *self);
void _pact_element_recount (PactElement *self);
gboolean _pact_element_set_unsaved (PactElement *self,
                                    GPtrArray *fields);

G_END_DECLS
