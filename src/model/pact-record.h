/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-model.h"

G_BEGIN_DECLS

/**
 * PactRecord:
 * @kind: the element's kind
 * @uuid: its UUID, in lower case
 * @parent: (nullable): the UUID of the element it stands under, %NULL for a plan
 * @position: where it stands among its siblings of the same kind: smaller numbers first
 * @created: when it was made, as YYYY-MM-DDThh:mm:ssZ
 * @modified: when it was last changed, likewise
 * @extra: (nullable): a JSON object of members that this version does not know, or %NULL
 * @values: one value for each of the kind's fields, in canonical form, %NULL for none
 *
 * An element as plain data. Belongs to nobody and to no thread; the database, the exchange file
 * and the templates speak in records. A list of records of a plan begins with the plan itself
 * and has parents before their children.
 */
typedef struct
{
  const PactKind *kind;
  char *uuid;
  char *parent;
  gint64 position;
  char *created;
  char *modified;
  char *extra;
  char **values;
} PactRecord;

PactRecord *pact_record_new (const PactKind *kind,
                             const char *parent);
PactRecord *pact_record_copy (const PactRecord *record);
void pact_record_free (PactRecord *record);
const char *pact_record_get (const PactRecord *record,
                             const char *field_name);
void pact_record_set (PactRecord *record,
                      const char *field_name,
                      const char *value);
GPtrArray *pact_record_list_new (void);
char *pact_timestamp_now (void);
void pact_records_renew_uuids (GPtrArray *records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactRecord, pact_record_free)

/* Distance between the positions of neighbours, so that one can be put between two without
 * touching others. */
#define PACT_POSITION_STEP G_GINT64_CONSTANT (1048576)

/**
 * PactChange:
 * @uuid: the element that changed
 * @record: (nullable): what it is now, %NULL if it is gone
 *
 * One element's change as data: what the database hands out after each edit, undo or redo, and
 * what pact_plan_apply() takes. A list of changes has parents before children where elements
 * appear; elements that are gone may come in any order.
 */
typedef struct
{
  char *uuid;
  PactRecord *record;
} PactChange;

PactChange *pact_change_new (const char *uuid,
                             PactRecord *record);
void pact_change_free (PactChange *change);
GPtrArray *pact_change_list_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactChange, pact_change_free)

G_END_DECLS
