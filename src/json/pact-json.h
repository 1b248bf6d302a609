/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>
#include <json-c/json.h>

/*
 * JSON that comes from anywhere, and json-c's objects for what is in it.
 *
 * json-c alone is not enough for files of strangers: it takes the last of two members of one name, replaces lone surrogates,
 * reads what is no JSON, clamps great integers and does not say where a mistake stands. So a gate goes before it: one scan
 * that builds nothing and lets only through what json-c reads as it is meant.
 *
 * A null is a %NULL, as json-c has it: whether a member is there is for json_object_object_get_ex() to say, which also
 * takes what is no object, and finds nothing in it.
 */

G_BEGIN_DECLS

/* Limits of a file, stated in the manual page of the command line. */
#define PACT_JSON_MAX_BYTES (64 * 1024 * 1024)
#define PACT_JSON_MAX_DEPTH 64
#define PACT_JSON_MAX_STRING (1024 * 1024) /* bytes */
#define PACT_JSON_MAX_NUMBER 40            /* characters */
/* Members and items of the whole file. */
#define PACT_JSON_MAX_VALUES (4 * 1024 * 1024)
/* What json-c takes for the file, in bytes. An empty object takes four hundred times what it is in a file. */
#define PACT_JSON_MAX_MEMORY (512u * 1024 * 1024)

/**
 * PactJsonError:
 * @PACT_JSON_ERROR_SYNTAX: the file is not JSON, or breaks one of the limits
 * @PACT_JSON_ERROR_NUMBER: a number has no canonical form
 */
typedef enum
{
  PACT_JSON_ERROR_SYNTAX,
  PACT_JSON_ERROR_NUMBER,
} PactJsonError;

#define PACT_JSON_ERROR (pact_json_error_quark ())
GQuark pact_json_error_quark (void);
const char *pact_json_error_get_place (const GError *error);
const char *pact_json_error_get_sentence (const GError *error);

/* pact-json.c */
gboolean pact_json_parse (GBytes *bytes,
                          json_object **value,
                          GError **error);
char *pact_json_dup_text (json_object *value);
GBytes *pact_json_print (json_object *value,
                         gboolean *is_readable);
char *pact_json_print_text (json_object *value);
const char *pact_json_get_number (json_object *number);
json_object *pact_json_add (json_object *object,
                            const char *name,
                            json_object *value);
void pact_json_add_string (json_object *object,
                           const char *name,
                           const char *text);

static inline gboolean
pact_json_is_number (json_object *value)
{
  return json_object_is_type (value, json_type_int) || json_object_is_type (value, json_type_double);
}

/* pact-json-canonical.c: RFC 8785 */
GBytes *pact_json_canonicalize (GBytes *bytes,
                                GError **error);
char *pact_json_digest (json_object *value,
                        GError **error);

/**
 * PactJsonPath:
 *
 * The way to a value of a document. The names in it belong to whoever put them there.
 */
typedef struct _PactJsonPath PactJsonPath;

PactJsonPath *pact_json_path_new (void);
PactJsonPath *pact_json_path_copy (const PactJsonPath *self);
void pact_json_path_free (PactJsonPath *self);
void pact_json_path_push (PactJsonPath *self,
                          const char *name,
                          guint index);
void pact_json_path_pop (PactJsonPath *self);
char *pact_json_path_to_string (const PactJsonPath *self);
guint pact_json_path_find_line (const PactJsonPath *self,
                                GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactJsonPath, pact_json_path_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_object, json_object_put)

G_END_DECLS
