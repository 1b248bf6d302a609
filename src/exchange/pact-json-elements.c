/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-elements"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pact-json-private.h"
#include "pact-value.h"

/* What a member of an element's object can be. */
typedef enum
{
  MEMBER_ID,
  MEMBER_CREATED,
  MEMBER_MODIFIED,
  MEMBER_FIELD,
  MEMBER_CHILDREN,
} MemberRole;

typedef struct
{
  MemberRole role;
  gsize field;
  const PactKind *children;
} Member;

/* One step of the path to the value that is being read. */
typedef struct
{
  const char *name;
  guint index;
} Step;

/* A reference can lead to an element that is read only later. */
typedef struct
{
  const PactField *field;
  const char *uuid;
  char *path;
} Reference;

/* Reads elements and gathers all that is wrong with them. */
struct _PactJsonReader
{
  const PactModel *model;
  GPtrArray *records;                 /* (owned) of PactRecord */
  GPtrArray *problems;                /* (owned) of PactProblem */
  GHashTable *elements;               /* (owned) uuid: PactRecord, both borrowed from the records */
  GHashTable *members[PACT_MAX_KINDS]; /* (owned) name: Member, for each kind that was met */
  GArray *path;                       /* (owned) of Step */
  GArray *references;                 /* (owned) of Reference */
  const PactField *field;             /* (nullable) that is being read */
  gboolean has_too_many;              /* elements: the rest is not read */
  char *now;
};

static void
clear_reference (gpointer data)
{
  g_free (((Reference *) data)->path);
}

/**
 * pact_json_reader_new:
 * @model: the model table
 *
 * Returns: (transfer full): a reader that has met nothing yet
 */
PactJsonReader *
pact_json_reader_new (const PactModel *model)
{
  PactJsonReader *self = g_new0 (PactJsonReader, 1);

  self->model = model;
  self->records = pact_record_list_new ();
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_problem_free);
  self->elements = g_hash_table_new (pact_uuid_hash, g_str_equal);
  self->path = g_array_new (FALSE, FALSE, sizeof (Step));
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  g_array_set_clear_func (self->references, clear_reference);
  self->now = pact_timestamp_now ();

  return self;
}

/**
 * pact_json_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees @self with what was not stolen from it.
 */
void
pact_json_reader_free (PactJsonReader *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < PACT_MAX_KINDS; i++)
    g_clear_pointer (&self->members[i], g_hash_table_unref);
  g_array_unref (self->references);
  g_array_unref (self->path);
  g_hash_table_unref (self->elements);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self->now);
  g_free (self);
}

/**
 * pact_json_reader_push:
 * @self: a reader
 * @name: (nullable): the name of the member that comes next, %NULL for an item
 * @index: the place of the item
 *
 * Goes one step down, for the paths of problems.
 */
void
pact_json_reader_push (PactJsonReader *self,
                       const char *name,
                       guint index)
{
  Step step = { name, index };

  g_array_append_val (self->path, step);
}

/**
 * pact_json_reader_pop:
 * @self: a reader
 *
 * Goes one step up again.
 */
void
pact_json_reader_pop (PactJsonReader *self)
{
  g_array_set_size (self->path, self->path->len - 1);
}

static char *
describe_path (PactJsonReader *self)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < self->path->len; i++)
    {
      Step *step = &g_array_index (self->path, Step, i);

      pact_json_append_path (path, step->name, step->index);
    }

  return g_string_free (path, FALSE);
}

/* Whether no more problems are told, so that there is nothing to be read on for. */
static gboolean
is_full (PactJsonReader *self)
{
  return self->has_too_many || self->problems->len >= PACT_JSON_MAX_PROBLEMS;
}

/* The path leads programs to the place, the name of the field people: it is called so in the form. */
static void
complain_at (PactJsonReader *self,
             const char *path,
             const PactField *field,
             const char *sentence)
{
  g_autofree char *named = NULL;

  if (is_full (self))
    return;

  if (field != NULL)
    {
      /* Translators: %1$s is the name of a field, %2$s a whole sentence about what stands in it. */
      named = g_strdup_printf (C_("field and problem", "%1$s: %2$s"), pact_field_get_label (field), sentence);
    }
  g_ptr_array_add (self->problems, pact_problem_new (path, named != NULL ? named : sentence));
}

/**
 * pact_json_reader_complain:
 * @self: a reader
 * @format: a whole sentence for people
 * @...: what goes into it
 *
 * Notes a problem at the place that is being read.
 */
void
pact_json_reader_complain (PactJsonReader *self,
                           const char *format,
                           ...)
{
  g_autofree char *path = describe_path (self);
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  complain_at (self, path, self->field, sentence);
}

/**
 * pact_json_reader_expect:
 * @self: a reader
 * @node: the value at the current place
 * @type: what it must be; %PACT_JSON_TRUE stands for both true and false
 *
 * Returns: whether @node is of that type; if not, that is noted
 */
gboolean
pact_json_reader_expect (PactJsonReader *self,
                         const PactJsonNode *node,
                         PactJsonType type)
{
  if (node->type == type || (type == PACT_JSON_TRUE && node->type == PACT_JSON_FALSE))
    return TRUE;

  switch (type)
    {
    case PACT_JSON_STRING:
      pact_json_reader_complain (self, _("This must be a text in quotation marks."));
      break;
    case PACT_JSON_NUMBER:
      pact_json_reader_complain (self, _("This must be a number without quotation marks."));
      break;
    case PACT_JSON_ARRAY:
      pact_json_reader_complain (self, _("This must be a list in square brackets."));
      break;
    case PACT_JSON_OBJECT:
      pact_json_reader_complain (self, _("This must be an object in braces."));
      break;
    default:
      pact_json_reader_complain (self, _("This must be true or false."));
    }

  return FALSE;
}

/**
 * pact_json_normalize_integer:
 * @number: a number
 *
 * JSON knows one kind of number: `5`, `5.0` and `5e0` are the same, and programs write each of them.
 *
 * Returns: (transfer full) (nullable): the digits of a whole number that every reader keeps exactly,
 *   %NULL for any other
 */
char *
pact_json_normalize_integer (const PactJsonNode *number)
{
  double value;

  if (number->length <= 15 && strspn (number->text, "0123456789") == number->length)
    return g_strdup (number->text);

  value = g_ascii_strtod (number->text, NULL);
  if (!(fabs (value) <= (double) PACT_MAX_INTEGER) || value != floor (value))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) value);
}

static guint
measure_depth (const PactJsonNode *node)
{
  guint deepest = 0;

  if (node->type != PACT_JSON_ARRAY && node->type != PACT_JSON_OBJECT)
    return 0;
  for (const PactJsonNode *child = node->first; child != NULL; child = child->next)
    {
      guint depth = measure_depth (child);

      deepest = MAX (deepest, depth);
    }

  return deepest + 1;
}

/* A number without a canonical form would leave the plan without a digest, and so without an export. */
static const PactJsonNode *
find_infinite (const PactJsonNode *node)
{
  const PactJsonNode *found = NULL;

  if (node->type == PACT_JSON_NUMBER)
    return isfinite (g_ascii_strtod (node->text, NULL)) ? NULL : node;
  if (node->type != PACT_JSON_ARRAY && node->type != PACT_JSON_OBJECT)
    return NULL;
  for (const PactJsonNode *child = node->first; child != NULL && found == NULL; child = child->next)
    found = find_infinite (child);

  return found;
}

static void
check_unknown (PactJsonReader *self,
               const PactJsonNode *member)
{
  const PactJsonNode *infinite = find_infinite (member);

  pact_json_reader_push (self, member->name, 0);
  if (measure_depth (member) > PACT_JSON_MAX_UNKNOWN_DEPTH)
    pact_json_reader_complain (self, _("This version does not know this member and cannot keep it, because it is nested more than %d levels deep."),
                               PACT_JSON_MAX_UNKNOWN_DEPTH);
  if (infinite != NULL)
    pact_json_reader_complain (self, _("The number %s is too large for the canonical form."), infinite->text);
  pact_json_reader_pop (self);
}

/**
 * pact_json_reader_collect_unknown:
 * @self: a reader, at the object that has the members
 * @members: (element-type PactJsonNode): members that are not known
 *
 * Returns: (transfer full) (nullable): the text of a JSON object with just these, %NULL for none
 */
char *
pact_json_reader_collect_unknown (PactJsonReader *self,
                                  GPtrArray *members)
{
  g_autoptr (GString) text = NULL;

  if (members->len == 0)
    return NULL;

  text = g_string_new ("{");
  for (guint i = 0; i < members->len; i++)
    {
      const PactJsonNode *member = g_ptr_array_index (members, i);

      check_unknown (self, member);
      if (i > 0)
        g_string_append_c (text, ',');
      pact_json_append_string (text, member->name, strlen (member->name));
      g_string_append_c (text, ':');
      pact_json_print (text, member, FALSE);
    }
  g_string_append_c (text, '}');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* No value of these types is long; a sentence about one that is should not be. */
static char *
shorten (const PactJsonNode *node)
{
  g_autofree char *start = NULL;

  if (node->length <= 80)
    return g_strdup (node->text);

  start = g_utf8_substring (node->text, 0, MIN (60, g_utf8_strlen (node->text, 240)));

  return g_strconcat (start, "…", NULL);
}

static char *
check_value (PactJsonReader *self,
             const PactField *field,
             char *value)
{
  g_autoptr (GError) error = NULL;

  if (pact_field_check (field, value, &error))
    return value;

  pact_json_reader_complain (self, "%s", error->message);
  g_free (value);

  return NULL;
}

static char *
read_string (PactJsonReader *self,
             const PactField *field,
             const PactJsonNode *node)
{
  gboolean is_text = field->type == PACT_TYPE_TEXT || field->type == PACT_TYPE_PROSE;

  if (!pact_json_reader_expect (self, node, PACT_JSON_STRING))
    return NULL;

  return check_value (self, field, is_text ? g_strdup (node->text) : shorten (node));
}

static char *
read_integer (PactJsonReader *self,
              const PactField *field,
              const PactJsonNode *node)
{
  char *digits;

  if (!pact_json_reader_expect (self, node, PACT_JSON_NUMBER))
    return NULL;

  digits = pact_json_normalize_integer (node);

  return check_value (self, field, digits != NULL ? digits : g_strdup (node->text));
}

/* Other programs write zeros before a number; they say nothing. */
static char *
read_decimal (PactJsonReader *self,
              const PactField *field,
              const PactJsonNode *node)
{
  g_autofree char *written = read_string (self, field, node);

  return written != NULL ? pact_decimal_normalize (written) : NULL;
}

static char *
read_choices (PactJsonReader *self,
              const PactField *field,
              const PactJsonNode *node)
{
  g_autoptr (GPtrArray) codes = NULL;
  PactField single = *field;
  guint index = 0;

  if (!pact_json_reader_expect (self, node, PACT_JSON_ARRAY))
    return NULL;

  single.type = PACT_TYPE_CHOICE;
  codes = g_ptr_array_new_with_free_func (g_free);
  for (const PactJsonNode *item = node->first; item != NULL && !is_full (self); item = item->next)
    {
      g_autofree char *code = NULL;

      pact_json_reader_push (self, NULL, index++);
      code = read_string (self, &single, item);
      if (code != NULL && g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        pact_json_reader_complain (self, _("The answer “%s” is given twice."), code);
      else if (code != NULL)
        g_ptr_array_add (codes, g_steal_pointer (&code));
      pact_json_reader_pop (self);
    }
  g_ptr_array_add (codes, NULL);

  return pact_field_join_codes (field, (const char *const *) codes->pdata);
}

static char *
read_json (PactJsonReader *self,
           const PactJsonNode *node)
{
  GString *text;

  if (!pact_json_reader_expect (self, node, PACT_JSON_OBJECT))
    return NULL;

  text = g_string_new (NULL);
  pact_json_print (text, node, FALSE);

  return g_string_free (text, FALSE);
}

static char *
read_value (PactJsonReader *self,
            const PactField *field,
            const PactJsonNode *node)
{
  Reference reference = { field, node->text, NULL };
  char *value;

  switch (field->type)
    {
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      return read_integer (self, field, node);
    case PACT_TYPE_DECIMAL:
      return read_decimal (self, field, node);
    case PACT_TYPE_BOOLEAN:
      if (!pact_json_reader_expect (self, node, PACT_JSON_TRUE))
        return NULL;
      return g_strdup (node->type == PACT_JSON_TRUE ? "1" : "0");
    case PACT_TYPE_CHOICES:
      return read_choices (self, field, node);
    case PACT_TYPE_JSON:
      return read_json (self, node);
    case PACT_TYPE_REFERENCE:
      value = read_string (self, field, node);
      if (value != NULL)
        {
          reference.path = describe_path (self);
          g_array_append_val (self->references, reference);
        }
      return value;
    default:
      return read_string (self, field, node);
    }
}

/* The reader's own fields are read like those of the model. */
static void
read_timestamp (PactJsonReader *self,
                const PactJsonNode *node,
                char **timestamp)
{
  static const PactField field = { .name = "modified", .type = PACT_TYPE_TIMESTAMP };

  g_free (*timestamp);
  *timestamp = read_string (self, &field, node);
}

static char *
read_id (PactJsonReader *self,
         const PactJsonNode *object)
{
  static const PactField field = { .name = "id", .type = PACT_TYPE_REFERENCE };
  const PactJsonNode *node = pact_json_find (object, "id");
  char *uuid;

  if (node == NULL)
    return g_uuid_string_random ();

  pact_json_reader_push (self, "id", 0);
  uuid = read_string (self, &field, node);
  if (uuid != NULL && g_hash_table_contains (self->elements, uuid))
    {
      pact_json_reader_complain (self, _("Another element of this file has the same identifier."));
      g_clear_pointer (&uuid, g_free);
    }
  pact_json_reader_pop (self);

  return uuid != NULL ? uuid : g_uuid_string_random ();
}

static void
add_member (GHashTable *members,
            const char *name,
            MemberRole role,
            gsize field,
            const PactKind *children)
{
  Member *member = g_new (Member, 1);

  *member = (Member){ role, field, children };
  g_hash_table_insert (members, (gpointer) name, member);
}

static GHashTable *
get_members (PactJsonReader *self,
             const PactKind *kind)
{
  GHashTable **members = &self->members[pact_model_get_index (self->model, kind)];

  if (*members != NULL)
    return *members;

  *members = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      const PactKind *child = &self->model->kinds[i];

      if (pact_json_has_kind (child) && pact_kind_may_contain (kind, child))
        add_member (*members, child->collection, MEMBER_CHILDREN, 0, child);
    }
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (pact_json_has_field (&kind->fields[i]))
        add_member (*members, kind->fields[i].name, MEMBER_FIELD, i, NULL);
    }
  add_member (*members, "id", MEMBER_ID, 0, NULL);
  add_member (*members, "created", MEMBER_CREATED, 0, NULL);
  add_member (*members, "modified", MEMBER_MODIFIED, 0, NULL);

  return *members;
}

static void
read_children (PactJsonReader *self,
               const PactJsonNode *list,
               const PactKind *kind,
               const char *parent)
{
  guint index = 0;

  if (!pact_json_reader_expect (self, list, PACT_JSON_ARRAY))
    return;

  for (const PactJsonNode *child = list->first; child != NULL && !is_full (self); child = child->next, index++)
    {
      pact_json_reader_push (self, NULL, index);
      pact_json_reader_read_element (self, child, kind, parent, index);
      pact_json_reader_pop (self);
    }
}

static void
read_member (PactJsonReader *self,
             PactRecord *record,
             const Member *member,
             const PactJsonNode *node)
{
  switch (member->role)
    {
    case MEMBER_CREATED:
      read_timestamp (self, node, &record->created);
      break;
    case MEMBER_MODIFIED:
      read_timestamp (self, node, &record->modified);
      break;
    case MEMBER_FIELD:
      self->field = &record->kind->fields[member->field];
      record->values[member->field] = read_value (self, self->field, node);
      self->field = NULL;
      break;
    case MEMBER_CHILDREN:
      read_children (self, node, member->children, record->uuid);
      break;
    case MEMBER_ID:
    default:
      break;
    }
}

/**
 * pact_json_reader_read_element:
 * @self: a reader, at the element's place
 * @object: the value there
 * @kind: the kind the element must be of
 * @parent: (nullable): the UUID of the element it stands under
 * @index: how many siblings stand before it
 *
 * Adds a record for @object and then for everything below it. Whatever is wrong is noted.
 */
void
pact_json_reader_read_element (PactJsonReader *self,
                               const PactJsonNode *object,
                               const PactKind *kind,
                               const char *parent,
                               guint index)
{
  g_autoptr (GPtrArray) unknown = NULL;
  GHashTable *members;
  PactRecord *record;

  if (is_full (self) || !pact_json_reader_expect (self, object, PACT_JSON_OBJECT))
    return;
  if (self->records->len == PACT_JSON_MAX_ELEMENTS)
    {
      pact_json_reader_complain (self, _("The plan has more than 250,000 elements."));
      self->has_too_many = TRUE;
      return;
    }

  record = g_new0 (PactRecord, 1);
  record->kind = kind;
  record->parent = g_strdup (parent);
  record->position = index * PACT_POSITION_STEP;
  record->values = g_new0 (char *, kind->n_fields + 1);
  record->uuid = read_id (self, object);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->elements, record->uuid, record);

  members = get_members (self, kind);
  for (const PactJsonNode *node = object->first; node != NULL && !is_full (self); node = node->next)
    {
      const Member *member = g_hash_table_lookup (members, node->name);

      if (member == NULL)
        {
          if (unknown == NULL)
            unknown = g_ptr_array_new ();
          g_ptr_array_add (unknown, (gpointer) node);
          continue;
        }
      pact_json_reader_push (self, node->name, 0);
      read_member (self, record, member, node);
      pact_json_reader_pop (self);
    }

  if (unknown != NULL)
    record->extra = pact_json_reader_collect_unknown (self, unknown);
  if (record->created == NULL)
    record->created = g_strdup (self->now);
  if (record->modified == NULL)
    record->modified = g_strdup (self->now);
}

/**
 * pact_json_reader_check_references:
 * @self: a reader that has read all elements
 *
 * Notes every reference that leads nowhere, or to an element of another kind.
 */
void
pact_json_reader_check_references (PactJsonReader *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);
      const PactRecord *record = g_hash_table_lookup (self->elements, reference->uuid);

      if (record == NULL)
        complain_at (self, reference->path, reference->field, _("There is no element with this identifier in the plan."));
      else if (!g_str_equal (record->kind->name, reference->field->target))
        complain_at (self, reference->path, reference->field,
                     _("The element with this identifier is of another kind than the one that belongs here."));
    }
}

/**
 * pact_json_reader_steal_records:
 * @self: a reader
 *
 * Returns: (transfer full) (element-type PactRecord): what was read, parents before their children
 */
GPtrArray *
pact_json_reader_steal_records (PactJsonReader *self)
{
  return g_steal_pointer (&self->records);
}

/**
 * pact_json_reader_steal_problems:
 * @self: a reader
 *
 * Returns: (transfer full) (element-type PactProblem): what is wrong, at most %PACT_JSON_MAX_PROBLEMS
 */
GPtrArray *
pact_json_reader_steal_problems (PactJsonReader *self)
{
  return g_steal_pointer (&self->problems);
}
