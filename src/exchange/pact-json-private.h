/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-json-node.h"

/* What reader, writer, schema and clipboard share. */

G_BEGIN_DECLS

#define PACT_JSON_FORMAT "pact-plan"
#define PACT_JSON_FORMAT_VERSION 1
/* A name, and no place: one that was made at random belongs to nobody, and nothing can be put there. Files of before say an
 * address of the web. */
#define PACT_JSON_SCHEMA_ID "urn:uuid:2c79c515-9d10-4876-a996-a942573ba43d"

/* Unknown members may be nested only so deep that they still fit into a file wherever their
 * element is moved. */
#define PACT_JSON_MAX_UNKNOWN_DEPTH 32

/* More problems than these are not told of one by one. */
#define PACT_JSON_MAX_PROBLEMS 100

/* The members of the outermost object; all others go into the plan's envelope. */
extern const char *const pact_json_envelope_members[];
extern const char *const pact_json_submission_members[];

gboolean pact_json_has_kind (const PactKind *kind);
gboolean pact_json_has_field (const PactField *field);

PactJsonNode *pact_json_build_element (PactJsonDocument *document,
                                       PactElement *element,
                                       gboolean withhold_personal,
                                       const char **modified);

PactJsonNode *pact_json_build_alone (PactJsonDocument *document,
                                     PactElement *element);

/* Reading elements out of a document. */
typedef struct _PactJsonReader PactJsonReader;

PactJsonReader *pact_json_reader_new (const PactModel *model);
void pact_json_reader_free (PactJsonReader *self);
void pact_json_reader_push (PactJsonReader *self,
                            const char *name,
                            guint index);
void pact_json_reader_pop (PactJsonReader *self);
G_GNUC_PRINTF (2, 3)
void pact_json_reader_complain (PactJsonReader *self,
                                const char *format,
                                ...);
gboolean pact_json_reader_expect (PactJsonReader *self,
                                  const PactJsonNode *node,
                                  PactJsonType type);
void pact_json_reader_read_element (PactJsonReader *self,
                                    const PactJsonNode *object,
                                    const PactKind *kind,
                                    const char *parent,
                                    guint index);
void pact_json_reader_check_references (PactJsonReader *self);
char *pact_json_reader_collect_unknown (PactJsonReader *self,
                                        GPtrArray *members);
GPtrArray *pact_json_reader_steal_records (PactJsonReader *self);
GPtrArray *pact_json_reader_steal_problems (PactJsonReader *self);

char *pact_json_normalize_integer (const PactJsonNode *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactJsonReader, pact_json_reader_free)

G_END_DECLS
