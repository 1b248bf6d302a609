/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-json.h"

/*
 * A JSON document as a tree, for this room and for those above it that read JSON.
 *
 * json-c is not enough for files that come from elsewhere: it clamps great integers, takes the
 * last of two members of one name, replaces lone surrogates, and does not say where a value
 * stood. So a document is scanned strictly once and its tree kept here: numbers as they were
 * written, members in their order, and for each value the place in the file.
 */

G_BEGIN_DECLS

typedef enum
{
  PACT_JSON_NULL,
  PACT_JSON_FALSE,
  PACT_JSON_TRUE,
  PACT_JSON_NUMBER,
  PACT_JSON_STRING,
  PACT_JSON_ARRAY,
  PACT_JSON_OBJECT,
} PactJsonType;

typedef struct _PactJsonNode PactJsonNode;
typedef struct _PactJsonDocument PactJsonDocument;

/**
 * PactJsonNode:
 * @type: what kind of value it is
 * @offset: where in the file it stood, in bytes; 0 for values that were not read
 * @length: bytes of a string or number, members of an object, items of an array
 * @name: (nullable): the name of a member, %NULL for items and the root
 * @next: (nullable): the next member or item
 * @text: a string, or a number as it was written; ends with a NUL
 * @first: (nullable): an array's or object's first child
 * @last: (nullable): its last child
 *
 * One value of a document, which owns it.
 */
struct _PactJsonNode
{
  guint type : 3;
  guint offset : 29;
  guint length;
  const char *name;
  PactJsonNode *next;
  PactJsonNode *last;
  union
  {
    const char *text;
    PactJsonNode *first;
  };
};

PactJsonDocument *pact_json_document_new (char *buffer);
void pact_json_document_free (PactJsonDocument *document);
PactJsonNode *pact_json_document_get_root (PactJsonDocument *document);
void pact_json_document_set_root (PactJsonDocument *document,
                                  PactJsonNode *root);
guint pact_json_document_count (PactJsonDocument *document);
PactJsonDocument *pact_json_scan (GBytes *bytes,
                                  PactProblem **problem,
                                  GError **error);

PactJsonNode *pact_json_new (PactJsonDocument *document,
                             PactJsonType type);
PactJsonNode *pact_json_new_text (PactJsonDocument *document,
                                  PactJsonType type,
                                  const char *text);
PactJsonNode *pact_json_new_integer (PactJsonDocument *document,
                                     gint64 number);
const char *pact_json_keep (PactJsonDocument *document,
                            const char *text);
void pact_json_append (PactJsonNode *parent,
                       const char *name,
                       PactJsonNode *child);
PactJsonNode *pact_json_add (PactJsonDocument *document,
                             PactJsonNode *parent,
                             const char *name,
                             PactJsonType type);
void pact_json_add_string (PactJsonDocument *document,
                           PactJsonNode *parent,
                           const char *name,
                           const char *text);
PactJsonNode *pact_json_find (const PactJsonNode *object,
                              const char *name);

void pact_json_append_string (GString *out,
                              const char *text,
                              gsize length);
void pact_json_print (GString *out,
                      const PactJsonNode *node,
                      gboolean pretty);
void pact_json_append_path (GString *path,
                            const char *name,
                            guint index);

/* RFC 8785 */
char *pact_json_digest (const PactJsonNode *node,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactJsonDocument, pact_json_document_free)

G_END_DECLS
