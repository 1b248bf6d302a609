/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-json-private.h"

typedef struct
{
  char *place;
  char *sentence;
} PactJsonErrorPrivate;

static void
pact_json_error_private_init (PactJsonErrorPrivate *private)
{
}

static void
pact_json_error_private_copy (const PactJsonErrorPrivate *source,
                              PactJsonErrorPrivate *copy)
{
  copy->place = g_strdup (source->place);
  copy->sentence = g_strdup (source->sentence);
}

static void
pact_json_error_private_clear (PactJsonErrorPrivate *private)
{
  g_free (private->place);
  g_free (private->sentence);
}

/* GLib places what it keeps with an error as it has to be; Clang does not see it. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wcast-align"
G_DEFINE_EXTENDED_ERROR (PactJsonError, pact_json_error)
#pragma GCC diagnostic pop

void
_pact_json_set_error (GError **error,
                      const char *place,
                      const char *sentence)
{
  PactJsonErrorPrivate *private;

  if (error == NULL)
    return;

  g_set_error (error, PACT_JSON_ERROR, PACT_JSON_ERROR_SYNTAX,
               /* Translators: %1$s is a place in a file, such as “Line 3, column 7”; %2$s is a whole sentence. */
               C_ ("place and problem", "%1$s: %2$s"), place, sentence);
  private = pact_json_error_get_private (*error);
  private->place = g_strdup (place);
  private->sentence = g_strdup (sentence);
}

/**
 * pact_json_error_get_place:
 * @error: an error %PACT_JSON_ERROR_SYNTAX of pact_json_parse()
 *
 * Returns: (transfer none): where in the file the mistake stands, for people
 */
const char *
pact_json_error_get_place (const GError *error)
{
  g_return_val_if_fail (error->domain == PACT_JSON_ERROR, NULL);

  return pact_json_error_get_private (error)->place;
}

/**
 * pact_json_error_get_sentence:
 * @error: an error %PACT_JSON_ERROR_SYNTAX of pact_json_parse()
 *
 * Returns: (transfer none): what is wrong there, for people
 */
const char *
pact_json_error_get_sentence (const GError *error)
{
  g_return_val_if_fail (error->domain == PACT_JSON_ERROR, NULL);

  return pact_json_error_get_private (error)->sentence;
}

/* The integers whose text has to be kept, on the way through the values of their document. */
typedef struct
{
  const char *text;
  gsize length;
  const PactJsonNumber *next;
  const PactJsonNumber *end;
  guint n_numbers; /* that were met */
} Keeper;

static char *
dup_number (const Keeper *self,
            gsize begin)
{
  gsize end = begin + 1;

  while (end < self->length && g_ascii_isdigit (self->text[end]))
    end++;

  /* json-c frees it. */
  return strndup (self->text + begin, end - begin);
}

static void
keep_numbers (Keeper *self,
              json_object *value)
{
  struct json_object_iter member;

  switch (json_object_get_type (value))
    {
    case json_type_object:
      json_object_object_foreachC (value, member)
        keep_numbers (self, member.val);
      break;
    case json_type_array:
      for (gsize i = 0; i < json_object_array_length (value); i++)
        keep_numbers (self, json_object_array_get_idx (value, i));
      break;
    case json_type_int:
    case json_type_double:
      if (self->next < self->end && self->next->index == self->n_numbers)
        {
          json_object_set_serializer (value, json_object_userdata_to_json_string, dup_number (self, self->next->offset),
                                      json_object_free_userdata);
          self->next++;
        }
      self->n_numbers++;
      break;
    default:
      break;
    }
}

static gboolean
read_value (const char *text,
            gsize length,
            json_object **value,
            GError **error)
{
  const char *begin = _pact_json_skip_mark (text, text + length);
  json_tokener *tokener = json_tokener_new_ex (PACT_JSON_MAX_DEPTH + 1);
  enum json_tokener_error result;

  *value = json_tokener_parse_ex (tokener, begin, length - (begin - text));
  /* A number that is the whole document might go on. */
  if (json_tokener_get_error (tokener) == json_tokener_continue)
    *value = json_tokener_parse_ex (tokener, " ", 1);
  result = json_tokener_get_error (tokener);
  json_tokener_free (tokener);
  if (result == json_tokener_success)
    return TRUE;

  _pact_json_set_error (error, "$", json_tokener_error_desc (result));

  return FALSE;
}

/**
 * pact_json_parse:
 * @bytes: a file
 * @value: (out) (transfer full) (nullable): where to put the outermost value; %NULL is a null
 * @error: return location for an error
 *
 * Reads a file that is JSON as RFC 8259 has it and RFC 7493 demands, and stays within the limits of this room: valid UTF-8, no
 * NUL, no lone surrogates, no name twice in one object. Members stay in their order. Numbers are printed again as they were
 * written, see pact_json_get_number().
 *
 * Returns: whether there is a value; %FALSE with @error set to %PACT_JSON_ERROR_SYNTAX with line, column and path of the
 *   first mistake
 */
gboolean
pact_json_parse (GBytes *bytes,
                 json_object **value,
                 GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (PactJsonNumber));
  Keeper keeper = { 0 };

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = NULL;
  if (!_pact_json_pass (bytes, numbers, error))
    return FALSE;

  keeper.text = g_bytes_get_data (bytes, &keeper.length);
  if (!read_value (keeper.text, keeper.length, value, error))
    return FALSE;

  if (numbers->len > 0)
    {
      keeper.next = (const PactJsonNumber *) (gpointer) numbers->data;
      keeper.end = keeper.next + numbers->len;
      keep_numbers (&keeper, *value);
    }

  return TRUE;
}

/**
 * pact_json_get_number:
 * @number: a number that was read
 *
 * Returns: (transfer none) (nullable): the number as it was written; %NULL for one that json-c holds as an integer, and
 *   exactly
 */
const char *
pact_json_get_number (json_object *number)
{
  return json_object_get_userdata (number);
}

/**
 * pact_json_add:
 * @object: an object or array
 * @name: (nullable): a name that is no member yet, and lives as long as the program; %NULL for an array
 * @value: (transfer full) (nullable): a value; %NULL is a null
 *
 * Adds a value at the end of @object.
 *
 * Returns: (transfer none) (nullable): @value
 */
json_object *
pact_json_add (json_object *object,
               const char *name,
               json_object *value)
{
  if (name != NULL)
    json_object_object_add_ex (object, name, value, JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_ADD_CONSTANT_KEY);
  else
    json_object_array_add (object, value);

  return value;
}

/**
 * pact_json_add_string:
 * @object: an object or array
 * @name: (nullable): a name that is no member yet, and lives as long as the program; %NULL for an array
 * @text: (nullable): a text
 *
 * Adds a string at the end of @object; nothing for %NULL.
 */
void
pact_json_add_string (json_object *object,
                      const char *name,
                      const char *text)
{
  if (text != NULL)
    pact_json_add (object, name, json_object_new_string (text));
}

/**
 * pact_json_dup_text:
 * @value: (nullable): a value
 *
 * Returns: (transfer full): @value as JSON without any space
 */
char *
pact_json_dup_text (json_object *value)
{
  return g_strdup (json_object_to_json_string_ext (value, JSON_C_TO_STRING_NOSLASHESCAPE));
}

static int
print_empty (json_object *value,
             struct printbuf *out,
             int level,
             int flags)
{
  return printbuf_memappend (out, json_object_is_type (value, json_type_object) ? "{}" : "[]", 2);
}

/* What a document has, as the gate counts it. */
typedef struct
{
  guint n_values;
  gsize weight;
} Tally;

/* json-c puts a line break into what is empty, some of its versions do. */
static void
prepare (json_object *value,
         Tally *tally)
{
  struct json_object_iter member;
  guint32 n_members = 0, n_places = PACT_JSON_FIRST_PLACES;

  tally->n_values++;
  tally->weight += PACT_JSON_WEIGHT_OF_VALUE;
  switch (json_object_get_type (value))
    {
    case json_type_object:
      tally->weight += PACT_JSON_WEIGHT_OF_OBJECT;
      json_object_object_foreachC (value, member)
        {
          tally->weight += _pact_json_weigh_member (strlen (member.key), n_members++, &n_places);
          prepare (member.val, tally);
        }
      if (n_members == 0)
        json_object_set_serializer (value, print_empty, NULL, NULL);
      break;
    case json_type_array:
      tally->weight += PACT_JSON_WEIGHT_OF_ARRAY;
      for (gsize i = 0; i < json_object_array_length (value); i++)
        {
          tally->weight += PACT_JSON_WEIGHT_OF_ITEM;
          prepare (json_object_array_get_idx (value, i), tally);
        }
      if (json_object_array_length (value) == 0)
        json_object_set_serializer (value, print_empty, NULL, NULL);
      break;
    case json_type_string:
      tally->weight += json_object_get_string_len (value);
      break;
    case json_type_int:
    case json_type_double:
      if (pact_json_get_number (value) != NULL)
        tally->weight += PACT_JSON_WEIGHT_OF_WRITTEN_NUMBER;
      break;
    default:
      break;
    }
}

/**
 * pact_json_print:
 * @value: an object or array, which must not change any more
 * @is_readable: (out) (optional): whether the file is within the limits of what pact_json_parse() reads
 *
 * Writes a document, each member and item on a line of its own and indented by two spaces, with a line break at the end.
 *
 * Returns: (transfer full): a file
 */
GBytes *
pact_json_print (json_object *value,
                 gboolean *is_readable)
{
  const int flags = JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE;
  Tally tally = { 0 };
  const char *text;
  char *file;
  size_t length;

  g_return_val_if_fail (value != NULL, NULL);

  prepare (value, &tally);
  text = json_object_to_json_string_length (value, flags, &length);
  if (is_readable != NULL)
    *is_readable = tally.n_values <= PACT_JSON_MAX_VALUES && tally.weight <= PACT_JSON_MAX_MEMORY && length < PACT_JSON_MAX_BYTES;

  file = g_malloc (length + 1);
  memcpy (file, text, length);
  file[length] = '\n';

  return g_bytes_new_take (file, length + 1);
}

/**
 * pact_json_print_text:
 * @value: an object or array, which must not change any more
 *
 * Returns: (transfer full): the file that pact_json_print() makes, as a text
 */
char *
pact_json_print_text (json_object *value)
{
  g_autoptr (GBytes) bytes = pact_json_print (value, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
