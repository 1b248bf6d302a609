/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-gate"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-json-private.h"

/*
 * The gate before json-c: reads JSON (RFC 8259) strictly, in one pass, without recursion, and builds nothing. The time is
 * linear in the file (and n log n in the members of one object); all it remembers is where the names of the open objects
 * stand.
 */

/* From so many digits an integer may be greater than json-c can hold. */
#define MANY_DIGITS 19

/* Most objects are small. */
#define FEW_MEMBERS 32

/* A name of an open object: where its first character stands, and a hash of what it says. */
typedef struct
{
  guint32 offset;
  guint32 hash;
} Name;

/* An open array or object. */
typedef struct
{
  gboolean is_object;
  guint32 n_values;   /* that are complete */
  guint32 n_places;   /* see _pact_json_weigh_member() */
  guint32 first_name; /* its first among the names */
} Level;

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  Level levels[PACT_JSON_MAX_DEPTH];
  guint depth;
  GArray *names;    /* (owned) of Name */
  gboolean is_name; /* whether the last name is that of the value that comes next */
  GArray *numbers;  /* (nullable) of PactJsonNumber: those that json-c would not keep */
  guint n_numbers;
  guint n_values;
  gsize weight;
  GError **error;
} Gate;

/* A NUL for the end: there is none in the file. */
static inline char
peek (const Gate *self)
{
  return self->p < self->end ? *self->p : '\0';
}

static inline char
peek_on (const Gate *self,
         gsize n)
{
  return n < (gsize) (self->end - self->p) ? self->p[n] : '\0';
}

static char *
dup_name (const Gate *self,
          guint index)
{
  const char *p = self->start + g_array_index (self->names, Name, index).offset;
  GString *name = g_string_new (NULL);
  gunichar c;

  while ((c = _pact_json_next_char (&p)) != 0)
    g_string_append_unichar (name, c);

  return g_string_free (name, FALSE);
}

/* The way to the value that comes next; an object whose members are read has the last of the names up to the next level. */
static char *
describe_path (const Gate *self)
{
  g_autoptr (GString) path = g_string_new ("$");

  for (guint i = 0; i < self->depth; i++)
    {
      gboolean is_last = i + 1 == self->depth;
      guint n_names = is_last ? self->names->len : self->levels[i + 1].first_name;
      g_autofree char *name = NULL;

      if (is_last && self->levels[i].is_object && !self->is_name)
        break;
      if (self->levels[i].is_object)
        name = dup_name (self, n_names - 1);
      _pact_json_append_step (path, name, self->levels[i].n_values);
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static char *
describe_place (const Gate *self,
                const char *at)
{
  g_autofree char *path = describe_path (self);
  guint line = 1, column = 1;

  for (const char *p = self->start; p < at; p++)
    {
      if (*p == '\n')
        {
          line++;
          column = 1;
        }
      else if ((*p & 0xc0) != 0x80)
        {
          column++;
        }
    }

  if (g_str_equal (path, "$"))
    return g_strdup_printf (_("Line %1$u, column %2$u"), line, column);

  /* Translators: %3$s is a place in a JSON document, such as $.plan.title. */
  return g_strdup_printf (_("Line %1$u, column %2$u, %3$s"), line, column, path);
}

static gboolean
fail_at (Gate *self,
         const char *at,
         const char *sentence)
{
  g_autofree char *place = describe_place (self, at);

  _pact_json_set_error (self->error, place, sentence);

  return FALSE;
}

static gboolean
fail (Gate *self,
      const char *sentence)
{
  return fail_at (self, self->p, sentence);
}

/* Reads the four digits of a \u escape; they stand @n bytes on. */
static gboolean
read_hex (const Gate *self,
          gsize n,
          gunichar *unit)
{
  *unit = 0;
  for (gsize i = n; i < n + 4; i++)
    {
      if (!g_ascii_isxdigit (peek_on (self, i)))
        return FALSE;
      *unit = *unit * 16 + g_ascii_xdigit_value (peek_on (self, i));
    }

  return TRUE;
}

static gboolean
pass_unicode_escape (Gate *self,
                     gsize *length)
{
  gunichar c, low;

  if (!read_hex (self, 2, &c))
    return fail (self, _("Four hexadecimal digits must follow “\\u”."));
  if (c == 0)
    return fail (self, _("The text contains a NUL character."));
  if (c >= 0xdc00 && c <= 0xdfff)
    return fail (self, _("The second half of a surrogate pair stands without the first."));
  if (c >= 0xd800 && c <= 0xdbff)
    {
      if (peek_on (self, 6) != '\\' || peek_on (self, 7) != 'u' || !read_hex (self, 8, &low) || low < 0xdc00 || low > 0xdfff)
        return fail (self, _("The first half of a surrogate pair stands without the second."));
      *length += 4;
      self->p += 12;
      return TRUE;
    }
  *length += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  self->p += 6;

  return TRUE;
}

static gboolean
pass_escape (Gate *self,
             gsize *length)
{
  char c = peek_on (self, 1);

  if (c == 'u')
    return pass_unicode_escape (self, length);
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return fail (self, _("After a backslash may stand only one of \" \\ / b f n r t u."));
  *length += 1;
  self->p += 2;

  return TRUE;
}

/* Passes a string, and says how many bytes it has when it is read. */
static gboolean
pass_string (Gate *self,
             gsize *length)
{
  const char *begin = self->p;

  self->p++;
  *length = 0;
  while (TRUE)
    {
      const char *special = _pact_json_skip_plain (self->p, self->end);
      char c;

      *length += special - self->p;
      self->p = special;
      c = peek (self);
      if (c == '"')
        break;
      if (c == '\0')
        return fail_at (self, begin, _("The closing quotation mark of this text is missing."));
      if (c != '\\')
        return fail (self, _("Line breaks and other control characters in a text must be escaped."));
      if (!pass_escape (self, length))
        return FALSE;
    }
  if (*length > PACT_JSON_MAX_STRING)
    return fail_at (self, begin, _("This text is longer than 1 MiB."));
  self->p++;

  return TRUE;
}

static gboolean
pass_digits (Gate *self)
{
  const char *begin = self->p;

  while (g_ascii_isdigit (peek (self)))
    self->p++;

  return self->p > begin;
}

/* At the end, the mistake is told of where the number begins. */
static gboolean
fail_number (Gate *self,
             const char *begin,
             const char *sentence)
{
  self->p = begin;

  return fail (self, sentence);
}

/* json-c reads a minus zero as a zero, and takes its greatest number for what is greater. */
static void
note_number (Gate *self,
             const char *begin,
             const char *digits,
             gsize n_digits)
{
  PactJsonNumber number = { self->n_numbers, begin - self->start };

  if (n_digits < MANY_DIGITS && (digits == begin || *digits != '0'))
    return;
  self->weight += PACT_JSON_WEIGHT_OF_WRITTEN_NUMBER;
  if (self->numbers != NULL)
    g_array_append_val (self->numbers, number);
}

static gboolean
pass_number (Gate *self)
{
  const char *begin = self->p;
  const char *digits;
  gsize n_digits;
  gboolean is_integer = TRUE;

  if (peek (self) == '-')
    self->p++;
  digits = self->p;
  if (!pass_digits (self))
    return fail_number (self, begin, _("A digit must follow the minus sign."));
  n_digits = self->p - digits;
  if (*digits == '0' && n_digits > 1)
    return fail_number (self, begin, _("A number must not begin with a superfluous zero."));
  if (peek (self) == '.')
    {
      is_integer = FALSE;
      self->p++;
      if (!pass_digits (self))
        return fail_number (self, begin, _("A digit must follow the decimal point."));
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      is_integer = FALSE;
      self->p++;
      if (peek (self) == '+' || peek (self) == '-')
        self->p++;
      if (!pass_digits (self))
        return fail_number (self, begin, _("The exponent of a number needs a digit."));
    }
  if (self->p - begin > PACT_JSON_MAX_NUMBER)
    return fail_number (self, begin, _("This number has more than 40 characters."));

  if (is_integer)
    note_number (self, begin, digits, n_digits);
  else
    self->weight += PACT_JSON_WEIGHT_OF_WRITTEN_NUMBER;
  self->n_numbers++;

  return TRUE;
}

static gboolean
pass_word (Gate *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->p) < length || strncmp (self->p, words[i], length) != 0
          || g_ascii_isalnum (peek_on (self, length)))
        continue;
      self->p += length;
      return TRUE;
    }

  return fail (self, peek (self) == '\0'
                       ? _("The file ends too early.")
                       : _("A text in quotation marks, a number, true, false, null, “{” or “[” is expected here."));
}

/* Names can be written in several ways: what they say counts. */
static int
compare_texts (const Gate *self,
               const Name *one,
               const Name *two)
{
  const char *p = self->start + one->offset;
  const char *q = self->start + two->offset;
  gunichar a, b;

  do
    {
      a = _pact_json_next_char (&p);
      b = _pact_json_next_char (&q);
    }
  while (a == b && a != 0);

  return (a > b) - (a < b);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const Name *one = a;
  const Name *two = b;
  int order;

  if (one->hash != two->hash)
    return one->hash < two->hash ? -1 : 1;
  order = compare_texts (data, one, two);

  return order != 0 ? order : one->offset < two->offset ? -1 : 1;
}

static const Name *
find_duplicate_of_few (const Gate *self,
                       const Name *names,
                       guint n)
{
  for (guint i = 1; i < n; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (names[j].hash == names[i].hash && compare_texts (self, &names[j], &names[i]) == 0)
            return &names[i];
        }
    }

  return NULL;
}

/* Sorting cannot be slowed down by names made for it, as a hash table can. */
static const Name *
find_duplicate (Gate *self,
                guint first)
{
  Name *names = &g_array_index (self->names, Name, first);
  guint n = self->names->len - first;

  if (n <= FEW_MEMBERS)
    return find_duplicate_of_few (self, names, n);

  g_qsort_with_data (names, n, sizeof *names, compare_names, self);
  for (guint i = 1; i < n; i++)
    {
      if (names[i].hash == names[i - 1].hash && compare_texts (self, &names[i], &names[i - 1]) == 0)
        return &names[i];
    }

  return NULL;
}

/* Complains of the second of two members of one name, where its value stands. */
static gboolean
fail_duplicate (Gate *self,
                Name duplicate)
{
  const char *p = self->start + duplicate.offset;

  while (_pact_json_next_char (&p) != 0)
    ;
  p = _pact_json_skip_space (p + 1, self->end);
  p = _pact_json_skip_space (p + 1, self->end);
  g_array_append_val (self->names, duplicate);
  self->is_name = TRUE;

  return fail_at (self, p, _("There are two members of this name in one object."));
}

static gboolean
close_level (Gate *self)
{
  const Level *level = &self->levels[self->depth - 1];

  if (level->is_object && self->names->len > level->first_name)
    {
      const Name *duplicate = find_duplicate (self, level->first_name);

      if (duplicate != NULL)
        return fail_duplicate (self, *duplicate);
      g_array_set_size (self->names, level->first_name);
    }
  self->depth--;
  self->p++;

  return TRUE;
}

static guint32
hash_name (const char *p)
{
  guint32 hash = 5381;
  gunichar c;

  while ((c = _pact_json_next_char (&p)) != 0)
    hash = hash * 33 + c;

  return hash;
}

static gboolean
pass_name (Gate *self)
{
  Level *level;
  Name name;
  gsize length;

  self->p = _pact_json_skip_space (self->p, self->end);
  if (peek (self) != '"')
    return fail (self, peek (self) == '\0' ? _("The file ends too early.")
                                           : _("The name of a member in quotation marks is expected here."));
  name.offset = self->p + 1 - self->start;
  if (!pass_string (self, &length))
    return FALSE;
  name.hash = hash_name (self->start + name.offset);
  g_array_append_val (self->names, name);
  self->is_name = TRUE;
  level = &self->levels[self->depth - 1];
  self->weight += _pact_json_weigh_member (length, level->n_values, &level->n_places);

  self->p = _pact_json_skip_space (self->p, self->end);
  if (peek (self) != ':')
    return fail (self, _("A colon must follow the name of a member."));
  self->p++;

  return TRUE;
}

static gboolean
open_level (Gate *self,
            gboolean is_object)
{
  if (self->depth == PACT_JSON_MAX_DEPTH)
    return fail (self, _("The file is nested more than 64 levels deep."));
  self->levels[self->depth++] = (Level){ is_object, 0, PACT_JSON_FIRST_PLACES, self->names->len };
  self->weight += is_object ? PACT_JSON_WEIGHT_OF_OBJECT : PACT_JSON_WEIGHT_OF_ARRAY;
  self->is_name = FALSE;
  self->p++;

  return TRUE;
}

/* Passes a value up to its first child. */
static gboolean
open_value (Gate *self)
{
  gsize length;
  char c;

  self->p = _pact_json_skip_space (self->p, self->end);
  if (++self->n_values > PACT_JSON_MAX_VALUES)
    return fail (self, _("The file has more than four million values."));
  self->weight += PACT_JSON_WEIGHT_OF_VALUE;
  if (self->weight > PACT_JSON_MAX_MEMORY)
    return fail (self, _("The file has so many values that reading it would take more than 512 MiB of memory."));

  c = peek (self);
  if (c == '{' || c == '[')
    return open_level (self, c == '{');

  if (c == '"')
    {
      if (!pass_string (self, &length))
        return FALSE;
      self->weight += length;
    }
  else if (c == '-' || g_ascii_isdigit (c))
    {
      if (!pass_number (self))
        return FALSE;
    }
  else if (!pass_word (self))
    {
      return FALSE;
    }
  self->is_name = FALSE;
  if (self->depth > 0)
    self->levels[self->depth - 1].n_values++;

  return TRUE;
}

/* Closes what ends here, and says in @more whether another value follows. */
static gboolean
close_values (Gate *self,
              gboolean *more)
{
  *more = TRUE;
  while (self->depth > 0)
    {
      gboolean is_object = self->levels[self->depth - 1].is_object;
      gboolean is_empty = self->levels[self->depth - 1].n_values == 0;

      self->p = _pact_json_skip_space (self->p, self->end);
      if (peek (self) == (is_object ? '}' : ']'))
        {
          if (!close_level (self))
            return FALSE;
          if (self->depth > 0)
            self->levels[self->depth - 1].n_values++;
          continue;
        }
      if (!is_empty)
        {
          if (peek (self) == '\0')
            return fail (self, _("The file ends too early."));
          if (peek (self) != ',')
            return fail (self, is_object ? _("A comma or “}” is expected here.") : _("A comma or “]” is expected here."));
          self->p++;
        }
      if (is_object)
        return pass_name (self);
      self->weight += PACT_JSON_WEIGHT_OF_ITEM;
      return TRUE;
    }
  *more = FALSE;

  return TRUE;
}

static gboolean
check_encoding (Gate *self)
{
  gsize length = self->end - self->start;
  const char *end;

  if (length > PACT_JSON_MAX_BYTES)
    return fail (self, _("The file is larger than 64 MiB."));
  if (length == 0)
    return fail (self, _("The file is empty."));
  if (g_utf8_validate_len (self->start, length, &end))
    return TRUE;

  return fail_at (self, end, *end == '\0' ? _("The file contains a NUL character.") : _("The file is not valid UTF-8."));
}

static gboolean
pass_document (Gate *self)
{
  gboolean more = TRUE;

  self->p = _pact_json_skip_mark (self->p, self->end);
  while (more)
    {
      if (!open_value (self) || !close_values (self, &more))
        return FALSE;
    }

  self->p = _pact_json_skip_space (self->p, self->end);
  if (self->p < self->end)
    return fail (self, _("Nothing may follow the end of the document."));

  return TRUE;
}

/* Checks that a file is JSON as RFC 8259 has it and RFC 7493 demands: valid UTF-8, no NUL, no lone surrogates, no name twice in
 * one object; and that it stays within the limits of this room. In @numbers stand then, in their order, the integers that json-c does
 * not keep as they are written. */
gboolean
_pact_json_pass (GBytes *bytes,
                 GArray *numbers,
                 GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  Gate self = { .names = names, .numbers = numbers, .error = error };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  self.start = self.p = text != NULL ? text : "";
  self.end = self.start + length;

  return check_encoding (&self) && pass_document (&self);
}
