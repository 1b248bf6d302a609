/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-catalogue.h"
#include "pact-exchange.h"
#include "pact-json.h"
#include "pact-template.h"

/* What reading, writing and instantiating a template share. */

G_BEGIN_DECLS

#define PACT_TEMPLATE_FORMAT "pact-template"
#define PACT_TEMPLATE_FORMAT_VERSION 1
#define PACT_TEMPLATE_SCHEMA "pact-template-1.schema.json"

/* Far more than a strategy is long. */
#define PACT_TEMPLATE_MAX_BYTES (4 * 1024 * 1024)

/* More wrong things than these are not told of one by one. */
#define PACT_TEMPLATE_MAX_PROBLEMS 100

/**
 * PactMemberType:
 * @PACT_MEMBER_TEXT: a text
 * @PACT_MEMBER_LINE: a text of one line
 * @PACT_MEMBER_KEY: a text that is unique in the template
 * @PACT_MEMBER_CODE: one code of the field's vocabulary
 * @PACT_MEMBER_CODES: a list of codes of the field's vocabulary
 * @PACT_MEMBER_BOOLEAN: true or false
 * @PACT_MEMBER_CITATIONS: a list of marks of the template's sources
 * @PACT_MEMBER_LIST: a list of objects
 * @PACT_MEMBER_RESERVED: a list in which nothing may stand yet
 * @PACT_MEMBER_FORMAT: what says that the file is a template
 * @PACT_MEMBER_FORMAT_VERSION: the version of the format
 *
 * How a member of a template is written.
 */
typedef enum
{
  PACT_MEMBER_TEXT,
  PACT_MEMBER_LINE,
  PACT_MEMBER_KEY,
  PACT_MEMBER_CODE,
  PACT_MEMBER_CODES,
  PACT_MEMBER_BOOLEAN,
  PACT_MEMBER_CITATIONS,
  PACT_MEMBER_LIST,
  PACT_MEMBER_RESERVED,
  PACT_MEMBER_FORMAT,
  PACT_MEMBER_FORMAT_VERSION,
} PactMemberType;

typedef struct _PactShape PactShape;

/**
 * PactMember:
 * @name: its name in the JSON object
 * @type: how it is written
 * @required: whether it must be there
 * @maximum: for texts the greatest number of characters, 0 for the field's own limit
 * @field: (nullable): the field of the element that it fills
 * @items: (nullable): for lists, what stands in them
 * @pattern: (nullable): for texts, a regular expression that it matches, in the dialect that PCRE and ECMAScript share
 * @complaint: (nullable): what is said of a text that does not, untranslated
 * @description: what it is, in English, for the schema
 *
 * One member of an object of a template.
 */
typedef struct
{
  const char *name;
  PactMemberType type;
  gboolean required;
  gint64 maximum;
  const char *field;
  const PactShape *items;
  const char *pattern;
  const char *complaint;
  const char *description;
} PactMember;

/**
 * PactShape:
 * @kind: (nullable): the kind of element that it becomes
 * @members: its members, in the order in which they are written
 * @n_members: how many
 * @name: (nullable): its name in the schema, %NULL for the template itself
 * @description: (nullable): what it is, in English, for the schema
 *
 * One sort of object of a template.
 */
struct _PactShape
{
  const char *kind;
  const PactMember *members;
  gsize n_members;
  const char *name;
  const char *description;
};

extern const PactShape pact_template_shape;

const PactMember *pact_shape_find_member (const PactShape *shape,
                                          const char *name);
gboolean pact_template_key_is_valid (const char *key);
gboolean pact_template_check (GBytes *bytes,
                              json_object *root,
                              const PactModel *model,
                              GPtrArray *problems);

/* Of an item:
 *
 * @template: the template
 * @parent: (nullable): the item it stands under
 * @shape: which members it has
 * @kind: the kind of element that it becomes
 * @object: its object in the template's document
 * @key: its key
 * @index: how many of its siblings stand before it
 */
struct _PactTemplateItem
{
  PactTemplate *template;
  PactTemplateItem *parent;
  const PactShape *shape;
  const PactKind *kind;
  json_object *object;
  const char *key;
  guint index;
};

PactRecord *_pact_template_item_make_record (PactTemplateItem *item,
                                             const char *parent,
                                             const char *language);
gboolean _pact_template_item_is_main (PactTemplateItem *item);

char *_pact_template_item_write_said (PactTemplateItem *item,
                                      const PactRecord *record);
json_object *_pact_template_read_said (const char *text);
const char *_pact_said_get_version (json_object *said);
const char *_pact_said_get (json_object *said,
                            const char *field_name);
char *_pact_template_write_keys (PactTemplate *self);
GHashTable *_pact_template_read_keys (const char *text);

char *_pact_template_describe_origin (const PactRecord *plan,
                                      PactTemplate *base);
char *_pact_template_clean_title (const char *title,
                                  GError **error);
json_object *_pact_template_get_root (PactTemplate *self);
void _pact_template_set_file_name (PactTemplate *self,
                                   const char *file_name);
PactTemplate *_pact_template_read (GBytes *bytes,
                                   const PactModel *model,
                                   PactCatalogues *catalogues,
                                   GPtrArray *problems);
GPtrArray *_pact_template_get_items (PactTemplate *self);
const PactModel *_pact_template_get_model (PactTemplate *self);
char *_pact_template_dup_language (PactTemplate *self,
                                   const char *language);
const char *_pact_template_translate (PactTemplate *self,
                                      json_object *text,
                                      const char *language);
gboolean _pact_template_has_text (PactTemplate *self,
                                  json_object *text,
                                  const char *language);

G_END_DECLS
