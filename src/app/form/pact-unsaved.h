/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-editor.h"

G_BEGIN_DECLS

/**
 * PactUnsaved:
 * @element: an element
 * @field: a field of it in which stands something that could not be saved
 *
 * A place where something is not saved.
 */
typedef struct
{
  PactElement *element;
  const PactField *field;
} PactUnsaved;

char *pact_unsaved_make_key (const char *plan_uuid,
                             PactElement *element,
                             const PactField *field);
gboolean pact_unsaved_mark (PactPlan *plan);
GPtrArray *pact_unsaved_list (PactPlan *plan);
char *pact_unsaved_find_plan (void);
gboolean pact_unsaved_is_in (PactElement *element);

G_END_DECLS
