/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-path"

#include "config.h"

#include <string.h>

#include "pact-json-private.h"

/* Where something is in a document, and in its text. json-c's objects do not know their line: who needs it looks the path up
 * in the text again. */

/* How much of a member's name a path shows, in bytes. */
#define MAX_NAME_IN_PATH 60

typedef struct
{
  const char *name; /* NULL for an item */
  guint index;
} Step;

struct _PactJsonPath
{
  GArray *steps; /* (owned) of Step */
};

/**
 * pact_json_path_new:
 *
 * Returns: (transfer full): the way to the outermost value
 */
PactJsonPath *
pact_json_path_new (void)
{
  PactJsonPath *self = g_new (PactJsonPath, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));

  return self;
}

/**
 * pact_json_path_copy:
 * @self: a path
 *
 * Returns: (transfer full): another that leads to the same value
 */
PactJsonPath *
pact_json_path_copy (const PactJsonPath *self)
{
  PactJsonPath *copy = g_new (PactJsonPath, 1);

  copy->steps = g_array_copy (self->steps);

  return copy;
}

/**
 * pact_json_path_free:
 * @self: (transfer full) (nullable): a path
 *
 * Frees @self.
 */
void
pact_json_path_free (PactJsonPath *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->steps);
  g_free (self);
}

/**
 * pact_json_path_push:
 * @self: a path
 * @name: (nullable): the name of a member, %NULL for an item; must stay as long as the step does
 * @index: the place of the item, from 0
 *
 * Goes one step further.
 */
void
pact_json_path_push (PactJsonPath *self,
                     const char *name,
                     guint index)
{
  Step step = { name, index };

  g_array_append_val (self->steps, step);
}

/**
 * pact_json_path_pop:
 * @self: a path
 *
 * Goes one step back.
 */
void
pact_json_path_pop (PactJsonPath *self)
{
  g_array_set_size (self->steps, self->steps->len - 1);
}

static gboolean
is_plain_name (const char *name)
{
  if (!g_ascii_isalpha (*name) && *name != '_')
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '_')
        return FALSE;
    }

  return strlen (name) <= MAX_NAME_IN_PATH;
}

/* Goes one step further, as RFC 9535 writes it: `.title`, `['my title']`, `[3]`. A very long name is cut. */
void
_pact_json_append_step (GString *path,
                        const char *name,
                        guint index)
{
  const char *p = name;

  if (name == NULL)
    {
      g_string_append_printf (path, "[%u]", index);
      return;
    }
  if (is_plain_name (name))
    {
      g_string_append_c (path, '.');
      g_string_append (path, name);
      return;
    }

  g_string_append (path, "['");
  for (; *p != '\0' && p - name < MAX_NAME_IN_PATH; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\'' || c == '\\')
        g_string_append_c (path, '\\');
      if (g_unichar_iscntrl (c))
        g_string_append_printf (path, "\\u%04x", c);
      else
        g_string_append_unichar (path, c);
    }
  g_string_append (path, *p != '\0' ? "…']" : "']");
}

/**
 * pact_json_path_to_string:
 * @self: a path
 *
 * Returns: (transfer full): a JSON path such as `$.plan.pillars[0].title`
 */
char *
pact_json_path_to_string (const PactJsonPath *self)
{
  g_autoptr (GString) path = g_string_new ("$");

  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);

      _pact_json_append_step (path, step->name, step->index);
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* Files of some programs begin with a byte order mark. */
const char *
_pact_json_skip_mark (const char *p,
                      const char *end)
{
  static const char mark[] = "\xef\xbb\xbf";

  return end - p >= 3 && memcmp (p, mark, 3) == 0 ? p + 3 : p;
}

const char *
_pact_json_skip_space (const char *p,
                       const char *end)
{
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;

  return p;
}

#define EACH_BYTE(value) (G_GUINT64_CONSTANT (0x0101010101010101) * (value))

/* The high bit of each byte below @limit, which is at most 128; bytes above the first such byte may be wrong. */
static guint64
find_below (guint64 bytes,
            guint64 limit)
{
  return (bytes - EACH_BYTE (limit)) & ~bytes & EACH_BYTE (0x80);
}

/* Passes over what stands in a string as it is, eight bytes at a time. */
const char *
_pact_json_skip_plain (const char *p,
                       const char *end)
{
  while (end - p >= 8)
    {
      guint64 bytes;

      memcpy (&bytes, p, sizeof bytes);
      if (find_below (bytes, 0x20) | find_below (bytes ^ EACH_BYTE ('"'), 1) | find_below (bytes ^ EACH_BYTE ('\\'), 1))
        break;
      p += 8;
    }
  while (p < end && (guchar) *p >= 0x20 && *p != '"' && *p != '\\')
    p++;

  return p;
}

static gunichar
read_unit (const char *digits)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit * 16 + g_ascii_xdigit_value (digits[i]);

  return unit;
}

/* The next character of a string where it is not a plain one of ASCII; 0 at the closing quotation mark. */
gunichar
_pact_json_next_special_char (const char **p)
{
  static const char from[] = "bfnrt";
  static const char to[] = "\b\f\n\r\t";
  const char *begin = *p;
  const char *found;
  gunichar c;

  if (*begin == '"')
    return 0;
  if (*begin != '\\')
    {
      *p = g_utf8_next_char (begin);
      return g_utf8_get_char (begin);
    }
  if (begin[1] != 'u')
    {
      *p += 2;
      found = strchr (from, begin[1]);
      return found != NULL ? to[found - from] : begin[1];
    }

  *p += 6;
  c = read_unit (begin + 2);
  if (c < 0xd800 || c > 0xdbff)
    return c;
  *p += 6;

  return 0x10000 + ((c - 0xd800) << 10) + (read_unit (begin + 8) - 0xdc00);
}

/* Passes over a string; @p stands behind its opening quotation mark. */
static const char *
skip_string (const char *p,
             const char *end)
{
  while (*(p = _pact_json_skip_plain (p, end)) != '"')
    p += 2;

  return p + 1;
}

/* Passes over a value. Within it, only strings and brackets count. */
static const char *
skip_value (const char *p,
            const char *end)
{
  guint depth = 0;

  do
    {
      if (*p == '"')
        {
          p = skip_string (p + 1, end);
          continue;
        }
      depth += *p == '{' || *p == '[';
      depth -= *p == '}' || *p == ']';
      p++;
    }
  while (p < end && (depth > 0 || (*p != ',' && *p != '}' && *p != ']')));

  return p;
}

static gboolean
is_named (const char *p,
          const char *name)
{
  gunichar c;

  while ((c = _pact_json_next_char (&p)) != 0 && c == g_utf8_get_char (name))
    name = g_utf8_next_char (name);

  return c == 0 && *name == '\0';
}

/* Goes from the beginning of an array or object to the value of one of its children; %NULL if it has no such child. */
static const char *
find_child (const char *p,
            const char *end,
            const Step *step)
{
  guint index = 0;

  if (*p != (step->name != NULL ? '{' : '['))
    return NULL;
  do
    {
      gboolean is_here = step->name == NULL && index++ == step->index;

      p = _pact_json_skip_space (p + 1, end);
      if (*p == '}' || *p == ']')
        return NULL;
      if (step->name != NULL)
        {
          is_here = is_named (p + 1, step->name);
          p = _pact_json_skip_space (skip_string (p + 1, end), end);
          p = _pact_json_skip_space (p + 1, end);
        }
      if (is_here)
        return p;
      p = _pact_json_skip_space (skip_value (p, end), end);
    }
  while (*p == ',');

  return NULL;
}

/**
 * pact_json_path_find_line:
 * @self: a path
 * @bytes: a file that pact_json_parse() could read
 *
 * Returns: the line, from 1, in which the value at @self begins; the one of what is nearest to it if there is no such value
 */
guint
pact_json_path_find_line (const PactJsonPath *self,
                          GBytes *bytes)
{
  gsize length;
  const char *start = g_bytes_get_data (bytes, &length);
  const char *end = start + length;
  const char *found = _pact_json_skip_space (_pact_json_skip_mark (start, end), end);
  guint line = 1;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const char *child = find_child (found, end, &g_array_index (self->steps, Step, i));

      if (child == NULL)
        break;
      found = child;
    }

  for (const char *p = start; p < found; p++)
    line += *p == '\n';

  return line;
}
