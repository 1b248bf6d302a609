/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-exchange.h"
#include "pact-json.h"

/* What reader, writer, schema and clipboard share. */

G_BEGIN_DECLS

#define PACT_EXCHANGE_FORMAT "pact-plan"
#define PACT_EXCHANGE_FORMAT_VERSION 1
/* A name, and no place: one that was made at random belongs to nobody, and nothing can be put there. Files of before say an
 * address of the web. */
#define PACT_EXCHANGE_SCHEMA_ID "urn:uuid:2c79c515-9d10-4876-a996-a942573ba43d"

/* Unknown members may be nested only so deep that they still fit into a file wherever their
 * element is moved. */
#define PACT_EXCHANGE_MAX_UNKNOWN_DEPTH 32

/* More problems than these are not told of one by one. */
#define PACT_EXCHANGE_MAX_PROBLEMS 100

/* The members of the outermost object; all others go into the plan's envelope. */
extern const char *const pact_exchange_envelope_members[];
extern const char *const pact_exchange_submission_members[];

gboolean pact_exchange_has_kind (const PactKind *kind);
gboolean pact_exchange_has_field (const PactField *field);

gboolean pact_exchange_parse (GBytes *bytes,
                              json_object **root,
                              PactProblem **problem,
                              GError **error);
void pact_exchange_take_json_error (GError **error,
                                    GError *json_error);

json_object *pact_exchange_build_element (PactElement *element,
                                          gboolean withhold_personal,
                                          const char **modified);
json_object *pact_exchange_build_alone (PactElement *element);

/* Reading elements out of a document. */
typedef struct _PactExchangeReader PactExchangeReader;

PactExchangeReader *pact_exchange_reader_new (const PactModel *model);
void pact_exchange_reader_free (PactExchangeReader *self);
void pact_exchange_reader_push (PactExchangeReader *self,
                                const char *name,
                                guint index);
void pact_exchange_reader_pop (PactExchangeReader *self);
G_GNUC_PRINTF (2, 3)
void pact_exchange_reader_complain (PactExchangeReader *self,
                                    const char *format,
                                    ...);
gboolean pact_exchange_reader_expect (PactExchangeReader *self,
                                      json_object *value,
                                      json_type type);
void pact_exchange_reader_read_element (PactExchangeReader *self,
                                        json_object *object,
                                        const PactKind *kind,
                                        const char *parent,
                                        guint index);
void pact_exchange_reader_check_references (PactExchangeReader *self);
void pact_exchange_reader_keep_unknown (PactExchangeReader *self,
                                        json_object *unknown,
                                        const char *name,
                                        json_object *value);
GPtrArray *pact_exchange_reader_steal_records (PactExchangeReader *self);
GPtrArray *pact_exchange_reader_steal_problems (PactExchangeReader *self);

char *pact_exchange_normalize_integer (json_object *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactExchangeReader, pact_exchange_reader_free)

G_END_DECLS
