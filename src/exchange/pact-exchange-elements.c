/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-exchange-elements"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pact-exchange-private.h"
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

/* A reference can lead to an element that is read only later. */
typedef struct
{
  const PactField *field;
  const char *uuid;
  char *path;
} Reference;

/* Reads elements and gathers all that is wrong with them. */
struct _PactExchangeReader
{
  const PactModel *model;
  GPtrArray *records;                 /* (owned) of PactRecord */
  GPtrArray *problems;                /* (owned) of PactProblem */
  GHashTable *elements;               /* (owned) uuid: PactRecord, both borrowed from the records */
  GHashTable *members[PACT_MAX_KINDS]; /* (owned) name: Member, for each kind that was met */
  PactJsonPath *path;                 /* (owned) of the value that is being read */
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
 * pact_exchange_reader_new:
 * @model: the model table
 *
 * Returns: (transfer full): a reader that has met nothing yet
 */
PactExchangeReader *
pact_exchange_reader_new (const PactModel *model)
{
  PactExchangeReader *self = g_new0 (PactExchangeReader, 1);

  self->model = model;
  self->records = pact_record_list_new ();
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_problem_free);
  self->elements = g_hash_table_new (pact_uuid_hash, g_str_equal);
  self->path = pact_json_path_new ();
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  g_array_set_clear_func (self->references, clear_reference);
  self->now = pact_timestamp_now ();

  return self;
}

/**
 * pact_exchange_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees @self with what was not stolen from it.
 */
void
pact_exchange_reader_free (PactExchangeReader *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < PACT_MAX_KINDS; i++)
    g_clear_pointer (&self->members[i], g_hash_table_unref);
  g_array_unref (self->references);
  pact_json_path_free (self->path);
  g_hash_table_unref (self->elements);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self->now);
  g_free (self);
}

/**
 * pact_exchange_reader_push:
 * @self: a reader
 * @name: (nullable): the name of the member that comes next, %NULL for an item
 * @index: the place of the item
 *
 * Goes one step down, for the paths of problems.
 */
void
pact_exchange_reader_push (PactExchangeReader *self,
                           const char *name,
                           guint index)
{
  pact_json_path_push (self->path, name, index);
}

/**
 * pact_exchange_reader_pop:
 * @self: a reader
 *
 * Goes one step up again.
 */
void
pact_exchange_reader_pop (PactExchangeReader *self)
{
  pact_json_path_pop (self->path);
}

/* Whether no more problems are told, so that there is nothing to be read on for. */
static gboolean
is_full (PactExchangeReader *self)
{
  return self->has_too_many || self->problems->len >= PACT_EXCHANGE_MAX_PROBLEMS;
}

/* The path leads programs to the place, the name of the field people: it is called so in the form. */
static void
complain_at (PactExchangeReader *self,
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
      named = g_strdup_printf (C_ ("field and problem", "%1$s: %2$s"), pact_field_get_label (field), sentence);
    }
  g_ptr_array_add (self->problems, pact_problem_new (path, named != NULL ? named : sentence));
}

/**
 * pact_exchange_reader_complain:
 * @self: a reader
 * @format: a whole sentence for people
 * @...: what goes into it
 *
 * Notes a problem at the place that is being read.
 */
void
pact_exchange_reader_complain (PactExchangeReader *self,
                               const char *format,
                               ...)
{
  g_autofree char *path = pact_json_path_to_string (self->path);
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  complain_at (self, path, self->field, sentence);
}

/**
 * pact_exchange_reader_expect:
 * @self: a reader
 * @value: (nullable): the value at the current place
 * @type: what it must be; %json_type_int stands for all numbers
 *
 * Returns: whether @value is of that type; if not, that is noted
 */
gboolean
pact_exchange_reader_expect (PactExchangeReader *self,
                             json_object *value,
                             json_type type)
{
  if (json_object_is_type (value, type) || (type == json_type_int && json_object_is_type (value, json_type_double)))
    return TRUE;

  switch (type)
    {
    case json_type_string:
      pact_exchange_reader_complain (self, _("This must be a text in quotation marks."));
      break;
    case json_type_int:
      pact_exchange_reader_complain (self, _("This must be a number without quotation marks."));
      break;
    case json_type_array:
      pact_exchange_reader_complain (self, _("This must be a list in square brackets."));
      break;
    case json_type_object:
      pact_exchange_reader_complain (self, _("This must be an object in braces."));
      break;
    default:
      pact_exchange_reader_complain (self, _("This must be true or false."));
    }

  return FALSE;
}

/**
 * pact_exchange_normalize_integer:
 * @number: a number
 *
 * JSON knows one kind of number: `5`, `5.0` and `5e0` are the same, and programs write each of them.
 *
 * Returns: (transfer full) (nullable): the digits of a whole number that every reader keeps exactly,
 *   %NULL for any other
 */
char *
pact_exchange_normalize_integer (json_object *number)
{
  double value = json_object_get_double (number);

  if (!(fabs (value) <= (double) PACT_MAX_INTEGER) || value != floor (value))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) value);
}

static gboolean
is_deeper (json_object *value,
           guint depth)
{
  struct json_object_iter member;
  gboolean is_object = json_object_is_type (value, json_type_object);

  if (!is_object && !json_object_is_type (value, json_type_array))
    return FALSE;
  if (depth == 0)
    return TRUE;

  if (is_object)
    {
      json_object_object_foreachC (value, member)
        {
          if (is_deeper (member.val, depth - 1))
            return TRUE;
        }
      return FALSE;
    }
  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      if (is_deeper (json_object_array_get_idx (value, i), depth - 1))
        return TRUE;
    }

  return FALSE;
}

/* A number without a canonical form would leave the plan without a digest, and so without an export. */
static json_object *
find_infinite (json_object *value)
{
  struct json_object_iter member;
  json_object *found = NULL;

  switch (json_object_get_type (value))
    {
    case json_type_double:
      return isfinite (json_object_get_double (value)) ? NULL : value;
    case json_type_object:
      json_object_object_foreachC (value, member)
        {
          found = find_infinite (member.val);
          if (found != NULL)
            return found;
        }
      return NULL;
    case json_type_array:
      for (gsize i = 0; i < json_object_array_length (value) && found == NULL; i++)
        found = find_infinite (json_object_array_get_idx (value, i));
      return found;
    default:
      return NULL;
    }
}

/**
 * pact_exchange_reader_keep_unknown:
 * @self: a reader, at the object that has the member
 * @unknown: an object
 * @name: the name of a member that is not known
 * @value: (nullable): its value
 *
 * Checks that the member can be kept and written again, and puts it into @unknown.
 */
void
pact_exchange_reader_keep_unknown (PactExchangeReader *self,
                                   json_object *unknown,
                                   const char *name,
                                   json_object *value)
{
  json_object *infinite = find_infinite (value);

  pact_exchange_reader_push (self, name, 0);
  if (is_deeper (value, PACT_EXCHANGE_MAX_UNKNOWN_DEPTH))
    pact_exchange_reader_complain (self, _("This version does not know this member and cannot keep it, because it is nested more than %d levels deep."),
                                   PACT_EXCHANGE_MAX_UNKNOWN_DEPTH);
  if (infinite != NULL)
    pact_exchange_reader_complain (self, _("The number %s is too large for the canonical form."), pact_json_get_number (infinite));
  pact_exchange_reader_pop (self);
  json_object_object_add (unknown, name, json_object_get (value));
}

/* No value of these types is long; a sentence about one that is should not be. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (strlen (text) <= 80)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MIN (60, g_utf8_strlen (text, 240)));

  return g_strconcat (start, "…", NULL);
}

static char *
check_value (PactExchangeReader *self,
             const PactField *field,
             char *value)
{
  g_autoptr (GError) error = NULL;

  if (pact_field_check (field, value, &error))
    return value;

  pact_exchange_reader_complain (self, "%s", error->message);
  g_free (value);

  return NULL;
}

static char *
read_string (PactExchangeReader *self,
             const PactField *field,
             json_object *value)
{
  gboolean is_long = field->type == PACT_TYPE_TEXT || field->type == PACT_TYPE_PROSE || field->type == PACT_TYPE_PICTURE;
  const char *text;

  if (!pact_exchange_reader_expect (self, value, json_type_string))
    return NULL;

  text = json_object_get_string (value);

  return check_value (self, field, is_long ? g_strdup (text) : shorten (text));
}

static char *
read_integer (PactExchangeReader *self,
              const PactField *field,
              json_object *value)
{
  char *digits;

  if (!pact_exchange_reader_expect (self, value, json_type_int))
    return NULL;

  digits = pact_exchange_normalize_integer (value);

  return check_value (self, field, digits != NULL ? digits : pact_json_dup_text (value));
}

/* Other programs write zeros before a number; they say nothing. */
static char *
read_decimal (PactExchangeReader *self,
              const PactField *field,
              json_object *value)
{
  g_autofree char *written = read_string (self, field, value);

  return written != NULL ? pact_decimal_normalize (written) : NULL;
}

static char *
read_choices (PactExchangeReader *self,
              const PactField *field,
              json_object *list)
{
  g_autoptr (GPtrArray) codes = NULL;
  PactField single = *field;

  if (!pact_exchange_reader_expect (self, list, json_type_array))
    return NULL;

  single.type = PACT_TYPE_CHOICE;
  codes = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < json_object_array_length (list) && !is_full (self); i++)
    {
      g_autofree char *code = NULL;

      pact_exchange_reader_push (self, NULL, i);
      code = read_string (self, &single, json_object_array_get_idx (list, i));
      if (code != NULL && g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        pact_exchange_reader_complain (self, _("The answer “%s” is given twice."), code);
      else if (code != NULL)
        g_ptr_array_add (codes, g_steal_pointer (&code));
      pact_exchange_reader_pop (self);
    }
  g_ptr_array_add (codes, NULL);

  return pact_field_join_codes (field, (const char *const *) codes->pdata);
}

static char *
read_reference (PactExchangeReader *self,
                const PactField *field,
                json_object *value)
{
  char *uuid = read_string (self, field, value);

  if (uuid != NULL)
    {
      Reference reference = { field, json_object_get_string (value), pact_json_path_to_string (self->path) };

      g_array_append_val (self->references, reference);
    }

  return uuid;
}

static char *
read_value (PactExchangeReader *self,
            const PactField *field,
            json_object *value)
{
  switch (field->type)
    {
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      return read_integer (self, field, value);
    case PACT_TYPE_DECIMAL:
      return read_decimal (self, field, value);
    case PACT_TYPE_BOOLEAN:
      if (!pact_exchange_reader_expect (self, value, json_type_boolean))
        return NULL;
      return g_strdup (json_object_get_boolean (value) ? "1" : "0");
    case PACT_TYPE_CHOICES:
      return read_choices (self, field, value);
    case PACT_TYPE_JSON:
      return pact_exchange_reader_expect (self, value, json_type_object) ? pact_json_dup_text (value) : NULL;
    case PACT_TYPE_REFERENCE:
      return read_reference (self, field, value);
    default:
      return read_string (self, field, value);
    }
}

/* The reader's own fields are read like those of the model. */
static void
read_timestamp (PactExchangeReader *self,
                json_object *value,
                char **timestamp)
{
  static const PactField field = { .name = "modified", .type = PACT_TYPE_TIMESTAMP };

  g_free (*timestamp);
  *timestamp = read_string (self, &field, value);
}

static char *
read_id (PactExchangeReader *self,
         json_object *object)
{
  static const PactField field = { .name = "id", .type = PACT_TYPE_REFERENCE };
  json_object *value;
  char *uuid;

  if (!json_object_object_get_ex (object, "id", &value))
    return g_uuid_string_random ();

  pact_exchange_reader_push (self, "id", 0);
  uuid = read_string (self, &field, value);
  if (uuid != NULL && g_hash_table_contains (self->elements, uuid))
    {
      pact_exchange_reader_complain (self, _("Another element of this file has the same identifier."));
      g_clear_pointer (&uuid, g_free);
    }
  pact_exchange_reader_pop (self);

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
get_members (PactExchangeReader *self,
             const PactKind *kind)
{
  GHashTable **members = &self->members[pact_model_get_index (self->model, kind)];

  if (*members != NULL)
    return *members;

  *members = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      const PactKind *child = &self->model->kinds[i];

      if (pact_exchange_has_kind (child) && pact_kind_may_contain (kind, child))
        add_member (*members, child->collection, MEMBER_CHILDREN, 0, child);
    }
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (pact_exchange_has_field (&kind->fields[i]))
        add_member (*members, kind->fields[i].name, MEMBER_FIELD, i, NULL);
    }
  add_member (*members, "id", MEMBER_ID, 0, NULL);
  add_member (*members, "created", MEMBER_CREATED, 0, NULL);
  add_member (*members, "modified", MEMBER_MODIFIED, 0, NULL);

  return *members;
}

static void
read_children (PactExchangeReader *self,
               json_object *list,
               const PactKind *kind,
               const char *parent)
{
  if (!pact_exchange_reader_expect (self, list, json_type_array))
    return;

  for (gsize i = 0; i < json_object_array_length (list) && !is_full (self); i++)
    {
      pact_exchange_reader_push (self, NULL, i);
      pact_exchange_reader_read_element (self, json_object_array_get_idx (list, i), kind, parent, i);
      pact_exchange_reader_pop (self);
    }
}

static void
read_member (PactExchangeReader *self,
             PactRecord *record,
             const Member *member,
             json_object *value)
{
  switch (member->role)
    {
    case MEMBER_CREATED:
      read_timestamp (self, value, &record->created);
      break;
    case MEMBER_MODIFIED:
      read_timestamp (self, value, &record->modified);
      break;
    case MEMBER_FIELD:
      self->field = &record->kind->fields[member->field];
      record->values[member->field] = read_value (self, self->field, value);
      self->field = NULL;
      break;
    case MEMBER_CHILDREN:
      read_children (self, value, member->children, record->uuid);
      break;
    case MEMBER_ID:
    default:
      break;
    }
}

/**
 * pact_exchange_reader_read_element:
 * @self: a reader, at the element's place
 * @object: (nullable): the value there
 * @kind: the kind the element must be of
 * @parent: (nullable): the UUID of the element it stands under
 * @index: how many siblings stand before it
 *
 * Adds a record for @object and then for everything below it. Whatever is wrong is noted.
 */
void
pact_exchange_reader_read_element (PactExchangeReader *self,
                                   json_object *object,
                                   const PactKind *kind,
                                   const char *parent,
                                   guint index)
{
  g_autoptr (json_object) unknown = NULL;
  GHashTable *members;
  PactRecord *record;

  if (is_full (self) || !pact_exchange_reader_expect (self, object, json_type_object))
    return;
  if (self->records->len == PACT_EXCHANGE_MAX_ELEMENTS)
    {
      pact_exchange_reader_complain (self, _("The plan has more than 250,000 elements."));
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
  json_object_object_foreach (object, name, value)
    {
      const Member *member = g_hash_table_lookup (members, name);

      if (is_full (self))
        break;
      if (member == NULL)
        {
          if (unknown == NULL)
            unknown = json_object_new_object ();
          pact_exchange_reader_keep_unknown (self, unknown, name, value);
          continue;
        }
      pact_exchange_reader_push (self, name, 0);
      read_member (self, record, member, value);
      pact_exchange_reader_pop (self);
    }

  if (unknown != NULL)
    record->extra = pact_json_dup_text (unknown);
  if (record->created == NULL)
    record->created = g_strdup (self->now);
  if (record->modified == NULL)
    record->modified = g_strdup (self->now);
}

/**
 * pact_exchange_reader_check_references:
 * @self: a reader that has read all elements
 *
 * Notes every reference that leads nowhere, or to an element of another kind.
 */
void
pact_exchange_reader_check_references (PactExchangeReader *self)
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
 * pact_exchange_reader_steal_records:
 * @self: a reader
 *
 * Returns: (transfer full) (element-type PactRecord): what was read, parents before their children
 */
GPtrArray *
pact_exchange_reader_steal_records (PactExchangeReader *self)
{
  return g_steal_pointer (&self->records);
}

/**
 * pact_exchange_reader_steal_problems:
 * @self: a reader
 *
 * Returns: (transfer full) (element-type PactProblem): what is wrong, at most %PACT_EXCHANGE_MAX_PROBLEMS
 */
GPtrArray *
pact_exchange_reader_steal_problems (PactExchangeReader *self)
{
  return g_steal_pointer (&self->problems);
}
