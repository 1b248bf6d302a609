/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-json.h"

/* What gate, reader and paths share. */

G_BEGIN_DECLS

/* What json-c takes for a value, in bytes, as malloc() of a machine of 64 bits hands it out. The first sixteen members of an
 * object have room in its table before they are there. */
#define PACT_JSON_WEIGHT_OF_VALUE 64
#define PACT_JSON_WEIGHT_OF_WRITTEN_NUMBER 64
#define PACT_JSON_WEIGHT_OF_ARRAY 80
#define PACT_JSON_WEIGHT_OF_ITEM 16
#define PACT_JSON_WEIGHT_OF_OBJECT 720
#define PACT_JSON_WEIGHT_OF_NAME 24
#define PACT_JSON_WEIGHT_OF_PLACE 40
#define PACT_JSON_FIRST_PLACES 16

/* What one member more takes, besides its value: json-c makes the table twice as large when two thirds of it are taken. */
static inline gsize
_pact_json_weigh_member (gsize length_of_name,
                         guint32 n_before,
                         guint32 *n_places)
{
  gsize weight = PACT_JSON_WEIGHT_OF_NAME + length_of_name;

  if (n_before * 3 < *n_places * 2)
    return weight;
  weight += *n_places * PACT_JSON_WEIGHT_OF_PLACE;
  *n_places *= 2;

  return weight;
}

/**
 * PactJsonNumber:
 * @index: how many numbers stand before it in the document
 * @offset: where it stands, in bytes
 *
 * An integer that json-c would not keep as it is written.
 */
typedef struct
{
  guint32 index;
  guint32 offset;
} PactJsonNumber;

gboolean _pact_json_pass (GBytes *bytes,
                          GArray *numbers,
                          GError **error);
void _pact_json_set_error (GError **error,
                           const char *place,
                           const char *sentence);

/* The parts of a document that has passed the gate, for those who look into its text. */
const char *_pact_json_skip_mark (const char *p,
                                  const char *end);
const char *_pact_json_skip_space (const char *p,
                                   const char *end);
const char *_pact_json_skip_plain (const char *p,
                                   const char *end);
gunichar _pact_json_next_special_char (const char **p);

/* The next character of a string that has passed the gate, however it is written; 0 at its closing quotation mark. */
static inline gunichar
_pact_json_next_char (const char **p)
{
  guchar c = **p;

  if (c >= 0x80 || c == '"' || c == '\\')
    return _pact_json_next_special_char (p);
  (*p)++;

  return c;
}

void _pact_json_append_step (GString *path,
                             const char *name,
                             guint index);

G_END_DECLS
