/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-scan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-json-node.h"

/*
 * Reads JSON (RFC 8259) strictly, in one pass, without recursion, in time linear in the file
 * (and n log n in the members of one object).
 *
 * The scanner works on a copy of the file. Strings are decoded in place, which never makes them
 * longer, and end with a NUL where their closing quotation mark stood; numbers move one byte to
 * the front to make room for theirs. The file itself contains no NUL, so the NUL after the copy
 * ends every loop. Places in the file are told from the original, of which @p keeps the offset.
 */
typedef struct
{
  GBytes *bytes;
  char *start;
  char *p;
  PactJsonDocument *document;
  PactJsonNode *stack[PACT_JSON_MAX_DEPTH];
  guint depth;
  guint n_values;
  const char *name; /* of the member whose value comes next */
  PactProblem **problem;
  GError **error;
} Scanner;

static char *
describe_place (Scanner *self,
                gsize offset,
                const char *path)
{
  const char *text = g_bytes_get_data (self->bytes, NULL);
  guint line = 1, column = 1;

  for (gsize i = 0; i < offset; i++)
    {
      if (text[i] == '\n')
        {
          line++;
          column = 1;
        }
      else if ((text[i] & 0xc0) != 0x80)
        {
          column++;
        }
    }

  if (g_str_equal (path, "$"))
    return g_strdup_printf (_("Line %1$u, column %2$u"), line, column);

  /* Translators: %3$s is a place in a JSON document, such as $.plan.title. */
  return g_strdup_printf (_("Line %1$u, column %2$u, %3$s"), line, column, path);
}

static char *
describe_path (Scanner *self)
{
  g_autoptr (GString) path = g_string_new ("$");

  for (guint i = 0; i < self->depth; i++)
    {
      PactJsonNode *node = self->stack[i];

      /* What is on the stack is the last child of what is below it. */
      if (i > 0)
        pact_json_append_path (path, node->name, self->stack[i - 1]->length - 1);
    }
  if (self->name != NULL)
    pact_json_append_path (path, self->name, 0);
  else if (self->depth > 0 && self->stack[self->depth - 1]->type == PACT_JSON_ARRAY)
    pact_json_append_path (path, NULL, self->stack[self->depth - 1]->length);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static gboolean
fail_at (Scanner *self,
         gsize offset,
         const char *sentence)
{
  g_autofree char *path = describe_path (self);
  g_autofree char *place = describe_place (self, offset, path);

  if (self->problem != NULL)
    *self->problem = pact_problem_new (place, sentence);
  g_set_error (self->error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_SYNTAX,
               /* Translators: %1$s is a place in a file, such as “Line 3, column 7”; %2$s is a whole sentence. */
               C_("place and problem", "%1$s: %2$s"), place, sentence);

  return FALSE;
}

static gboolean
fail (Scanner *self,
      const char *sentence)
{
  return fail_at (self, self->p - self->start, sentence);
}

static void
skip_space (Scanner *self)
{
  while (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t')
    self->p++;
}

/* Reads the four digits of a \u escape; @p stands behind the u. */
static gboolean
read_hex (const char *p,
          gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *unit = *unit * 16 + g_ascii_xdigit_value (p[i]);
    }

  return TRUE;
}

static gboolean
read_unicode_escape (Scanner *self,
                     char **out)
{
  gunichar c, low;

  if (!read_hex (self->p + 2, &c))
    return fail (self, _("Four hexadecimal digits must follow “\\u”."));
  if (c == 0)
    return fail (self, _("The text contains a NUL character."));
  if (c >= 0xdc00 && c <= 0xdfff)
    return fail (self, _("The second half of a surrogate pair stands without the first."));
  if (c >= 0xd800 && c <= 0xdbff)
    {
      if (self->p[6] != '\\' || self->p[7] != 'u' || !read_hex (self->p + 8, &low) || low < 0xdc00 || low > 0xdfff)
        return fail (self, _("The first half of a surrogate pair stands without the second."));
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      self->p += 6;
    }
  self->p += 6;
  *out += g_unichar_to_utf8 (c, *out);

  return TRUE;
}

static gboolean
read_escape (Scanner *self,
             char **out)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (self->p[1] == 'u')
    return read_unicode_escape (self, out);

  found = self->p[1] != '\0' ? strchr (from, self->p[1]) : NULL;
  if (found == NULL)
    return fail (self, _("After a backslash may stand only one of \" \\ / b f n r t u."));
  *(*out)++ = to[found - from];
  self->p += 2;

  return TRUE;
}

static gboolean
read_string (Scanner *self,
             const char **text,
             guint *length)
{
  char *begin = self->p + 1;
  char *out;

  self->p = begin;
  while ((guchar) *self->p >= 0x20 && *self->p != '"' && *self->p != '\\')
    self->p++;
  out = self->p;

  while (*self->p != '"')
    {
      if (*self->p == '\\')
        {
          if (!read_escape (self, &out))
            return FALSE;
        }
      else if ((guchar) *self->p >= 0x20)
        {
          *out++ = *self->p++;
        }
      else if (*self->p == '\0')
        {
          return fail_at (self, begin - 1 - self->start, _("The closing quotation mark of this text is missing."));
        }
      else
        {
          return fail (self, _("Line breaks and other control characters in a text must be escaped."));
        }
    }

  if (out - begin > PACT_JSON_MAX_STRING)
    return fail_at (self, begin - 1 - self->start, _("This text is longer than 1 MiB."));
  *out = '\0';
  self->p++;
  *text = begin;
  *length = out - begin;

  return TRUE;
}

static char *
skip_digits (char *p)
{
  while (g_ascii_isdigit (*p))
    p++;

  return p;
}

static gboolean
read_number (Scanner *self,
             PactJsonNode *node)
{
  char *begin = self->p;
  char *p = begin, *digits;

  if (*p == '-')
    p++;
  digits = p;
  p = skip_digits (p);
  if (p == digits)
    return fail (self, _("A digit must follow the minus sign."));
  if (*digits == '0' && p - digits > 1)
    return fail (self, _("A number must not begin with a superfluous zero."));
  if (*p == '.')
    {
      digits = p + 1;
      p = skip_digits (digits);
      if (p == digits)
        return fail (self, _("A digit must follow the decimal point."));
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      if (*p == '+' || *p == '-')
        p++;
      digits = p;
      p = skip_digits (p);
      if (p == digits)
        return fail (self, _("The exponent of a number needs a digit."));
    }
  if (p - begin > PACT_JSON_MAX_NUMBER)
    return fail (self, _("This number has more than 40 characters."));

  memmove (begin - 1, begin, p - begin);
  p[-1] = '\0';
  node->text = begin - 1;
  node->length = p - begin;
  self->p = p;

  return TRUE;
}

static gboolean
read_word (Scanner *self,
           PactJsonNode *node)
{
  static const struct
  {
    const char *word;
    PactJsonType type;
  } words[] = {
    { "true", PACT_JSON_TRUE },
    { "false", PACT_JSON_FALSE },
    { "null", PACT_JSON_NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);

      if (strncmp (self->p, words[i].word, length) != 0 || g_ascii_isalnum (self->p[length]))
        continue;
      node->type = words[i].type;
      self->p += length;
      return TRUE;
    }

  return fail (self, *self->p == '\0' ? _("The file ends too early.")
                                      : _("A text in quotation marks, a number, true, false, null, “{” or “[” is expected here."));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const PactJsonNode *one = *(const PactJsonNode *const *) a;
  const PactJsonNode *two = *(const PactJsonNode *const *) b;
  int order = strcmp (one->name, two->name);

  return order != 0 ? order : (int) one->offset - (int) two->offset;
}

/* Most objects are small. */
#define FEW_MEMBERS 32

static PactJsonNode *
find_duplicate_of_few (const PactJsonNode *object)
{
  for (PactJsonNode *member = object->first; member != NULL; member = member->next)
    {
      for (const PactJsonNode *other = object->first; other != member; other = other->next)
        {
          if (*other->name == *member->name && strcmp (other->name, member->name) == 0)
            return member;
        }
    }

  return NULL;
}

/* Sorting cannot be slowed down by names made for it, as a hash table can. */
static PactJsonNode *
find_duplicate (const PactJsonNode *object)
{
  g_autofree PactJsonNode **members = NULL;
  guint n = 0;

  if (object->length <= FEW_MEMBERS)
    return find_duplicate_of_few (object);

  members = g_new (PactJsonNode *, object->length);
  for (PactJsonNode *member = object->first; member != NULL; member = member->next)
    members[n++] = member;

  qsort (members, n, sizeof *members, compare_names);
  for (guint i = 1; i < n; i++)
    {
      if (g_str_equal (members[i]->name, members[i - 1]->name))
        return members[i];
    }

  return NULL;
}

static gboolean
close_container (Scanner *self)
{
  PactJsonNode *node = self->stack[self->depth - 1];
  PactJsonNode *duplicate = node->type == PACT_JSON_OBJECT ? find_duplicate (node) : NULL;

  if (duplicate != NULL)
    {
      self->name = duplicate->name;
      return fail_at (self, duplicate->offset, _("There are two members of this name in one object."));
    }
  self->depth--;
  self->p++;

  return TRUE;
}

static gboolean
read_name (Scanner *self)
{
  guint length;

  skip_space (self);
  if (*self->p != '"')
    return fail (self, *self->p == '\0' ? _("The file ends too early.") : _("The name of a member in quotation marks is expected here."));
  if (!read_string (self, &self->name, &length))
    return FALSE;

  skip_space (self);
  if (*self->p != ':')
    return fail (self, _("A colon must follow the name of a member."));
  self->p++;

  return TRUE;
}

/* Reads a value up to its first child. */
static gboolean
open_value (Scanner *self)
{
  PactJsonNode *node;

  skip_space (self);
  if (++self->n_values > PACT_JSON_MAX_VALUES)
    return fail (self, _("The file has more than four million values."));

  node = pact_json_new (self->document, PACT_JSON_NULL);
  node->offset = self->p - self->start;
  if (*self->p == '{' || *self->p == '[')
    {
      if (self->depth == PACT_JSON_MAX_DEPTH)
        return fail (self, _("The file is nested more than 64 levels deep."));
      node->type = *self->p == '{' ? PACT_JSON_OBJECT : PACT_JSON_ARRAY;
      self->p++;
    }
  else if (*self->p == '"')
    {
      guint length;

      node->type = PACT_JSON_STRING;
      if (!read_string (self, &node->text, &length))
        return FALSE;
      node->length = length;
    }
  else if (*self->p == '-' || g_ascii_isdigit (*self->p))
    {
      node->type = PACT_JSON_NUMBER;
      if (!read_number (self, node))
        return FALSE;
    }
  else if (!read_word (self, node))
    {
      return FALSE;
    }

  if (self->depth > 0)
    pact_json_append (self->stack[self->depth - 1], self->name, node);
  else
    pact_json_document_set_root (self->document, node);
  self->name = NULL;
  if (node->type == PACT_JSON_OBJECT || node->type == PACT_JSON_ARRAY)
    self->stack[self->depth++] = node;

  return TRUE;
}

/* Closes what ends here, and says in @more whether another value follows. */
static gboolean
close_values (Scanner *self,
              gboolean *more)
{
  *more = TRUE;
  while (self->depth > 0)
    {
      PactJsonNode *node = self->stack[self->depth - 1];
      gboolean is_object = node->type == PACT_JSON_OBJECT;

      skip_space (self);
      if (*self->p == (is_object ? '}' : ']'))
        {
          if (!close_container (self))
            return FALSE;
          continue;
        }
      if (node->length > 0)
        {
          if (*self->p == '\0')
            return fail (self, _("The file ends too early."));
          if (*self->p != ',')
            return fail (self, is_object ? _("A comma or “}” is expected here.") : _("A comma or “]” is expected here."));
          self->p++;
        }
      return is_object ? read_name (self) : TRUE;
    }
  *more = FALSE;

  return TRUE;
}

static gboolean
check_encoding (Scanner *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);
  const char *end;

  if (length > PACT_JSON_MAX_BYTES)
    return fail_at (self, 0, _("The file is larger than 64 MiB."));
  if (length == 0)
    return fail_at (self, 0, _("The file is empty."));
  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  return fail_at (self, end - text, *end == '\0' ? _("The file contains a NUL character.") : _("The file is not valid UTF-8."));
}

static gboolean
scan (Scanner *self)
{
  static const char byte_order_mark[] = "\xef\xbb\xbf";
  gboolean more = TRUE;

  if (g_str_has_prefix (self->p, byte_order_mark))
    self->p += strlen (byte_order_mark);

  while (more)
    {
      if (!open_value (self) || !close_values (self, &more))
        return FALSE;
    }

  skip_space (self);
  if (*self->p != '\0')
    return fail (self, _("Nothing may follow the end of the document."));

  return TRUE;
}

/**
 * pact_json_scan:
 * @bytes: a file
 * @problem: (out) (optional): where to put what is wrong, if something is
 * @error: return location for an error
 *
 * Reads a JSON document of at most %PACT_JSON_MAX_BYTES, as strictly as RFC 8259 allows: valid
 * UTF-8, no NUL, no lone surrogates, no name twice in one object, and the limits of this room.
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set to
 *   %PACT_EXCHANGE_ERROR_SYNTAX, with line, column and path
 */
PactJsonDocument *
pact_json_scan (GBytes *bytes,
                PactProblem **problem,
                GError **error)
{
  g_autoptr (PactJsonDocument) document = NULL;
  Scanner self = { .bytes = bytes, .problem = problem, .error = error };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  char *copy;

  if (!check_encoding (&self))
    return NULL;

  /* One byte before it, for a number that is the whole document. */
  copy = g_malloc (length + 2);
  copy[0] = '\0';
  memcpy (copy + 1, text, length);
  copy[length + 1] = '\0';
  document = pact_json_document_new (copy);

  self.start = self.p = copy + 1;
  self.document = document;
  if (!scan (&self))
    return NULL;

  return g_steal_pointer (&document);
}
