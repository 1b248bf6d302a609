/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

#include "pact-vocabulary.h"

/*
 * The model table: what a plan is.
 *
 * A plan is a tree of elements. Every kind of element is a PactKind, every
 * thing that can be said of an element a PactField of its kind, every closed
 * list of answers a PactVocabulary. The database, the exchange file, the JSON
 * Schema, the forms, the review and the history all read these rows; nothing
 * else in the program lists fields. To add a field is to add one row in
 * pact-model-table.c.
 */

G_BEGIN_DECLS

typedef struct _PactField PactField;
typedef struct _PactKind PactKind;
typedef struct _PactModel PactModel;

/**
 * PactFieldType:
 * @PACT_TYPE_TEXT: one line of text
 * @PACT_TYPE_PROSE: text of several lines
 * @PACT_TYPE_CHOICE: one code of a vocabulary
 * @PACT_TYPE_CHOICES: a set of codes of a vocabulary
 * @PACT_TYPE_DATE: a year, a month or a day
 * @PACT_TYPE_INTEGER: a whole number
 * @PACT_TYPE_MONEY: an amount in minor units of the plan's currency
 * @PACT_TYPE_DECIMAL: a decimal number, kept exactly as written
 * @PACT_TYPE_BOOLEAN: yes or no
 * @PACT_TYPE_COUNTRY: an ISO 3166-1 alpha-2 code
 * @PACT_TYPE_SUBDIVISION: an ISO 3166-2 code
 * @PACT_TYPE_LANGUAGE: a BCP 47 language tag
 * @PACT_TYPE_CURRENCY: an ISO 4217 code
 * @PACT_TYPE_REFERENCE: the UUID of another element of the plan
 * @PACT_TYPE_TIMESTAMP: a moment in UTC
 * @PACT_TYPE_JSON: a JSON object, which only the program itself reads
 * @PACT_TYPE_PICTURE: a picture, see pact-picture.h
 *
 * How a value is written, see pact_field_check() for each canonical form.
 */
typedef enum
{
  PACT_TYPE_TEXT,
  PACT_TYPE_PROSE,
  PACT_TYPE_CHOICE,
  PACT_TYPE_CHOICES,
  PACT_TYPE_DATE,
  PACT_TYPE_INTEGER,
  PACT_TYPE_MONEY,
  PACT_TYPE_DECIMAL,
  PACT_TYPE_BOOLEAN,
  PACT_TYPE_COUNTRY,
  PACT_TYPE_SUBDIVISION,
  PACT_TYPE_LANGUAGE,
  PACT_TYPE_CURRENCY,
  PACT_TYPE_REFERENCE,
  PACT_TYPE_TIMESTAMP,
  PACT_TYPE_JSON,
  PACT_TYPE_PICTURE,
} PactFieldType;

/**
 * PactFieldFlags:
 * @PACT_FIELD_REQUIRED: must be filled in before a plan is submitted
 * @PACT_FIELD_REQUIRED_IF_PLANNED: the same, unless what is said of the measure it belongs to waives what is planned
 * @PACT_FIELD_TITLE: the name by which people know the element
 * @PACT_FIELD_PERSONAL: personal data of a contact, can be withheld from an export
 * @PACT_FIELD_SEARCHABLE: found by the search over all plans
 * @PACT_FIELD_INTERNAL: kept by the program, not shown in forms
 * @PACT_FIELD_NOT_EXPORTED: never leaves the library
 * @PACT_FIELD_FLOOR: may say “fewer than n” (`<5`) instead of a number that could identify a child
 * @PACT_FIELD_MEASURED: a number that the type of its indicator gives a meaning to, see pact_measured_get_form()
 * @PACT_FIELD_AT_HAND: what an element such as an indicator is there for: can be filled in where it is listed, without opening it
 * @PACT_FIELD_SERVICES: a text that names services which can be called or written to, so that a number or an address in it is no slip
 *
 * The duties of a field.
 */
typedef enum
{
  PACT_FIELD_PLAIN = 0,
  PACT_FIELD_REQUIRED = 1 << 0,
  PACT_FIELD_REQUIRED_IF_PLANNED = 1 << 1,
  PACT_FIELD_TITLE = 1 << 2,
  PACT_FIELD_PERSONAL = 1 << 3,
  PACT_FIELD_SEARCHABLE = 1 << 4,
  PACT_FIELD_INTERNAL = 1 << 5,
  PACT_FIELD_NOT_EXPORTED = 1 << 6,
  PACT_FIELD_FLOOR = 1 << 7,
  PACT_FIELD_MEASURED = 1 << 8,
  PACT_FIELD_AT_HAND = 1 << 9,
  PACT_FIELD_SERVICES = 1 << 10,
} PactFieldFlags;

/**
 * PactTextFormat:
 * @PACT_FORMAT_NONE: any text
 * @PACT_FORMAT_URL: a web address
 * @PACT_FORMAT_EMAIL: an e-mail address
 * @PACT_FORMAT_PHONE: a telephone number
 *
 * What a text means; a keyboard, a schema and the review can use it.
 */
typedef enum
{
  PACT_FORMAT_NONE,
  PACT_FORMAT_URL,
  PACT_FORMAT_EMAIL,
  PACT_FORMAT_PHONE,
} PactTextFormat;

/**
 * PactField:
 * @name: column of the database and member of the exchange file, in snake_case
 * @type: how its values are written
 * @label: what it is called, untranslated, with context "field"
 * @hint: (nullable): what to write there, untranslated, with context "hint"
 * @flags: its duties
 * @vocabulary: (nullable): for choices, the answers
 * @target: (nullable): for references, the name of the kind referred to
 * @minimum: for numbers the least value
 * @maximum: for numbers the greatest value, for text the greatest number of characters
 * @format: for text, what it means
 * @after: (nullable): for dates, the name of the field of the same kind whose date it may not lie before
 * @reason: (nullable): for choices, the name of the field of the same kind in which is said why an answer was given that does
 *   not speak for itself, see %PACT_TERM_REASONED
 *
 * One thing that can be said of an element.
 */
struct _PactField
{
  const char *name;
  PactFieldType type;
  const char *label;
  const char *hint;
  PactFieldFlags flags;
  const PactVocabulary *vocabulary;
  const char *target;
  gint64 minimum;
  gint64 maximum;
  PactTextFormat format;
  const char *after;
  const char *reason;
};

/**
 * PactVerb:
 * @PACT_VERB_ADD: an element was added
 * @PACT_VERB_EDIT: a field was changed
 * @PACT_VERB_DELETE: an element was deleted with everything below it
 * @PACT_VERB_MOVE: an element was moved with everything below it
 *
 * What can be done to an element; each kind has a whole phrase for each.
 */
typedef enum
{
  PACT_VERB_ADD,
  PACT_VERB_EDIT,
  PACT_VERB_DELETE,
  PACT_VERB_MOVE,
} PactVerb;

#define PACT_N_VERBS 4

/**
 * PactKindFlags:
 * @PACT_KIND_PLAIN: nothing but elements
 * @PACT_KIND_NUMBERED: part of the outline of the plan, and known by its number there
 * @PACT_KIND_MEASURE: what is carried out: has a situation, is counted, and is ready when all is filled in
 * @PACT_KIND_OF_THIS_PLAN: tells what was done with this very plan; neither exported nor taken along into a copy
 *
 * The parts that a kind has in a plan.
 */
typedef enum
{
  PACT_KIND_PLAIN = 0,
  PACT_KIND_NUMBERED = 1 << 0,
  PACT_KIND_MEASURE = 1 << 1,
  PACT_KIND_OF_THIS_PLAN = 1 << 2,
} PactKindFlags;

/**
 * PactKind:
 * @name: table of the database and name in the exchange file's definitions, in snake_case
 * @collection: member of the parent's JSON object under which the elements stand
 * @label: what one is called, untranslated, with context "kind"
 * @label_plural: what several are called, untranslated, with context "kind"
 * @flags: its parts in a plan
 * @verbs: phrases such as “Delete Measure”, untranslated, with context "verb", by PactVerb
 * @parents: (array zero-terminated=1): names of the kinds it may stand under; empty for the root
 * @fields: its fields
 * @n_fields: how many
 *
 * One kind of element.
 */
struct _PactKind
{
  const char *name;
  const char *collection;
  const char *label;
  const char *label_plural;
  PactKindFlags flags;
  const char *verbs[PACT_N_VERBS];
  const char *parents[16];
  const PactField *fields;
  gsize n_fields;
};

/**
 * PactModel:
 * @kinds: the kinds, the root first, parents before children
 * @n_kinds: how many, at most %PACT_MAX_KINDS
 *
 * The whole table.
 */
struct _PactModel
{
  const PactKind *kinds;
  gsize n_kinds;
};

#define PACT_MAX_KINDS 32

/* The greatest integer that every JSON reader keeps exactly: 2^53 - 1 (RFC 8259, section 6). */
#define PACT_MAX_INTEGER G_GINT64_CONSTANT (9007199254740991)

const PactModel *pact_model_get_default (void);
const PactKind *pact_model_get_root (const PactModel *model);
const PactKind *pact_model_find_kind (const PactModel *model,
                                      const char *name);
gsize pact_model_get_index (const PactModel *model,
                            const PactKind *kind);

gboolean pact_kind_may_contain (const PactKind *kind,
                                const PactKind *child);
const PactField *pact_kind_find_field (const PactKind *kind,
                                       const char *name);
const PactField *pact_kind_get_title_field (const PactKind *kind);
gsize pact_kind_get_field_index (const PactKind *kind,
                                 const PactField *field);
const char *pact_kind_get_label (const PactKind *kind);
const char *pact_kind_get_label_plural (const PactKind *kind);
const char *pact_kind_get_verb_label (const PactKind *kind,
                                      PactVerb verb);

const char *pact_field_get_label (const PactField *field);
const char *pact_field_get_hint (const PactField *field);

G_END_DECLS
