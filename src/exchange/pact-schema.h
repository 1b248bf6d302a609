/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-json.h"
#include "pact-vocabulary.h"

/* What the JSON Schemas (2020-12) of the plan file and of templates share. */

G_BEGIN_DECLS

/* No control characters; several lines may have line breaks and tabs. */
#define PACT_SCHEMA_LINE_PATTERN "^[^\\u0000-\\u001F\\u007F-\\u009F]*$"
#define PACT_SCHEMA_PROSE_PATTERN "^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]*$"

/* The tag of a language as this program writes it (BCP 47). */
#define PACT_SCHEMA_LANGUAGE_PATTERN "^(?=.{2,35}$)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

/* What begins the name of the definition of a vocabulary. */
#define PACT_SCHEMA_VOCABULARY "vocabulary_"

json_object *pact_schema_new (const char *id,
                              const char *title,
                              const char *description);
json_object *pact_schema_add_object (json_object *parent,
                                     const char *name);
void pact_schema_add_integer (json_object *parent,
                              const char *name,
                              gint64 number);
void pact_schema_add_reference (json_object *parent,
                                const char *prefix,
                                const char *name);
void pact_schema_add_vocabulary (json_object *definitions,
                                 const PactVocabulary *vocabulary);

G_END_DECLS
