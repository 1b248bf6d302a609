/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-node"

#include "config.h"

#include <string.h>

#include "pact-json-node.h"

/* Values are cut from blocks and freed together. */
#define NODES_PER_BLOCK 1024

/* How much of a member's name a path shows, in bytes. */
#define MAX_NAME_IN_PATH 60

struct _PactJsonDocument
{
  PactJsonNode *root;
  char *buffer;        /* (owned) (nullable) the text that the nodes of a scanned document point into */
  GStringChunk *kept;  /* (owned) (nullable) texts that were handed to pact_json_keep() */
  GPtrArray *blocks;   /* (owned) */
  guint n_used;        /* nodes used of the last block */
};

/**
 * pact_json_document_new:
 * @buffer: (transfer full) (nullable): text into which values will point
 *
 * Returns: (transfer full): a document without values
 */
PactJsonDocument *
pact_json_document_new (char *buffer)
{
  PactJsonDocument *document = g_new0 (PactJsonDocument, 1);

  document->buffer = buffer;
  document->blocks = g_ptr_array_new_with_free_func (g_free);

  return document;
}

/**
 * pact_json_document_free:
 * @document: (transfer full): a document
 *
 * Frees @document and all its values.
 */
void
pact_json_document_free (PactJsonDocument *document)
{
  if (document == NULL)
    return;

  g_clear_pointer (&document->kept, g_string_chunk_free);
  g_ptr_array_unref (document->blocks);
  g_free (document->buffer);
  g_free (document);
}

/**
 * pact_json_document_get_root:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): its only outermost value
 */
PactJsonNode *
pact_json_document_get_root (PactJsonDocument *document)
{
  return document->root;
}

/**
 * pact_json_document_set_root:
 * @document: a document
 * @root: one of its values
 *
 * Makes @root the outermost value.
 */
void
pact_json_document_set_root (PactJsonDocument *document,
                             PactJsonNode *root)
{
  document->root = root;
}

/**
 * pact_json_document_count:
 * @document: a document
 *
 * Returns: how many values it has, those that stand nowhere among them
 */
guint
pact_json_document_count (PactJsonDocument *document)
{
  return document->blocks->len > 0 ? (document->blocks->len - 1) * NODES_PER_BLOCK + document->n_used : 0;
}

/**
 * pact_json_new:
 * @document: a document
 * @type: what kind of value
 *
 * Returns: (transfer none): a new value, empty, that stands nowhere yet
 */
PactJsonNode *
pact_json_new (PactJsonDocument *document,
               PactJsonType type)
{
  PactJsonNode *block, *node;

  if (document->blocks->len == 0 || document->n_used == NODES_PER_BLOCK)
    {
      g_ptr_array_add (document->blocks, g_new (PactJsonNode, NODES_PER_BLOCK));
      document->n_used = 0;
    }

  block = g_ptr_array_index (document->blocks, document->blocks->len - 1);
  node = &block[document->n_used++];
  memset (node, 0, sizeof *node);
  node->type = type;

  return node;
}

/**
 * pact_json_new_text:
 * @document: a document
 * @type: %PACT_JSON_STRING or %PACT_JSON_NUMBER
 * @text: the text, which must outlive @document; see pact_json_keep()
 *
 * Returns: (transfer none): a new string or number
 */
PactJsonNode *
pact_json_new_text (PactJsonDocument *document,
                    PactJsonType type,
                    const char *text)
{
  PactJsonNode *node = pact_json_new (document, type);

  node->text = text;
  node->length = strlen (text);

  return node;
}

/**
 * pact_json_new_integer:
 * @document: a document
 * @number: a number
 *
 * Returns: (transfer none): a new number
 */
PactJsonNode *
pact_json_new_integer (PactJsonDocument *document,
                       gint64 number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);

  return pact_json_new_text (document, PACT_JSON_NUMBER, pact_json_keep (document, text));
}

/**
 * pact_json_keep:
 * @document: a document
 * @text: a text
 *
 * Returns: (transfer none): a copy that lives as long as @document
 */
const char *
pact_json_keep (PactJsonDocument *document,
                const char *text)
{
  if (document->kept == NULL)
    document->kept = g_string_chunk_new (4096);

  return g_string_chunk_insert (document->kept, text);
}

/**
 * pact_json_append:
 * @parent: an array or object
 * @name: (nullable): the name of the member, %NULL in an array; must outlive the document
 * @child: a value that stands nowhere yet
 *
 * Puts @child at the end of @parent.
 */
void
pact_json_append (PactJsonNode *parent,
                  const char *name,
                  PactJsonNode *child)
{
  child->name = name;
  if (parent->last != NULL)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
  parent->length++;
}

/**
 * pact_json_add:
 * @document: a document
 * @parent: one of its arrays or objects
 * @name: (nullable): the name of the member, %NULL in an array; must outlive the document
 * @type: a type without text
 *
 * Returns: (transfer none): a new value at the end of @parent
 */
PactJsonNode *
pact_json_add (PactJsonDocument *document,
               PactJsonNode *parent,
               const char *name,
               PactJsonType type)
{
  PactJsonNode *child = pact_json_new (document, type);

  pact_json_append (parent, name, child);

  return child;
}

/**
 * pact_json_add_string:
 * @document: a document
 * @parent: one of its arrays or objects
 * @name: (nullable): the name of the member, %NULL in an array; must outlive the document
 * @text: (nullable): a text that outlives the document; nothing is added for %NULL
 *
 * Adds a string at the end of @parent.
 */
void
pact_json_add_string (PactJsonDocument *document,
                      PactJsonNode *parent,
                      const char *name,
                      const char *text)
{
  if (text != NULL)
    pact_json_append (parent, name, pact_json_new_text (document, PACT_JSON_STRING, text));
}

/**
 * pact_json_find:
 * @object: (nullable): a value
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): that member, %NULL if @object has none or is no object
 */
PactJsonNode *
pact_json_find (const PactJsonNode *object,
                const char *name)
{
  if (object == NULL || object->type != PACT_JSON_OBJECT)
    return NULL;

  for (PactJsonNode *member = object->first; member != NULL; member = member->next)
    {
      if (g_str_equal (member->name, name))
        return member;
    }

  return NULL;
}

#define EACH_BYTE(value) (G_GUINT64_CONSTANT (0x0101010101010101) * (value))

/* The high bit of each byte below @limit, which is at most 128; bytes above the first such byte may be wrong. */
static guint64
find_below (guint64 bytes,
            guint64 limit)
{
  return (bytes - EACH_BYTE (limit)) & ~bytes & EACH_BYTE (0x80);
}

/* Passes over what needs no escape, eight bytes at a time. */
static const char *
skip_plain (const char *p,
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

/**
 * pact_json_append_string:
 * @out: where to write
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Writes a string with its quotation marks, escaping no more than JSON demands, as RFC 8785,
 * section 3.2.2.2, has it.
 */
void
pact_json_append_string (GString *out,
                         const char *text,
                         gsize length)
{
  const char *end = text + length;
  const char *p = text;

  g_string_append_c (out, '"');
  while (TRUE)
    {
      const char *special = skip_plain (p, end);

      g_string_append_len (out, p, special - p);
      if (special == end)
        break;
      p = special + 1;
      switch (*special)
        {
        case '"':
          g_string_append (out, "\\\"");
          break;
        case '\\':
          g_string_append (out, "\\\\");
          break;
        case '\b':
          g_string_append (out, "\\b");
          break;
        case '\f':
          g_string_append (out, "\\f");
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        default:
          g_string_append_printf (out, "\\u%04x", (guchar) *special);
        }
    }
  g_string_append_c (out, '"');
}

static void
break_line (GString *out,
            guint depth)
{
  static const char spaces[] = "                                                                ";

  g_string_append_c (out, '\n');
  for (guint left = depth * 2; left > 0;)
    {
      guint n = MIN (left, sizeof spaces - 1);

      g_string_append_len (out, spaces, n);
      left -= n;
    }
}

/* Goes as deep as the document, which the scanner bounds. */
static void
print_node (GString *out,
            const PactJsonNode *node,
            gboolean pretty,
            guint depth)
{
  static const char *const words[] = {
    [PACT_JSON_NULL] = "null",
    [PACT_JSON_FALSE] = "false",
    [PACT_JSON_TRUE] = "true",
  };
  gboolean is_object = node->type == PACT_JSON_OBJECT;

  switch (node->type)
    {
    case PACT_JSON_STRING:
      pact_json_append_string (out, node->text, node->length);
      return;
    case PACT_JSON_NUMBER:
      g_string_append_len (out, node->text, node->length);
      return;
    case PACT_JSON_ARRAY:
    case PACT_JSON_OBJECT:
      break;
    default:
      g_string_append (out, words[node->type]);
      return;
    }

  g_string_append_c (out, is_object ? '{' : '[');
  for (const PactJsonNode *child = node->first; child != NULL; child = child->next)
    {
      if (child != node->first)
        g_string_append_c (out, ',');
      if (pretty)
        break_line (out, depth + 1);
      if (is_object)
        {
          pact_json_append_string (out, child->name, strlen (child->name));
          g_string_append_len (out, ": ", pretty ? 2 : 1);
        }
      print_node (out, child, pretty, depth + 1);
    }
  if (pretty && node->first != NULL)
    break_line (out, depth);
  g_string_append_c (out, is_object ? '}' : ']');
}

/**
 * pact_json_print:
 * @out: where to write
 * @node: a value
 * @pretty: whether each member and item gets a line of its own, indented by two spaces
 *
 * Writes @node as JSON.
 */
void
pact_json_print (GString *out,
                 const PactJsonNode *node,
                 gboolean pretty)
{
  print_node (out, node, pretty, 0);
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

/**
 * pact_json_append_path:
 * @path: a path, such as `$.plan`
 * @name: (nullable): the name of a member, %NULL for an item
 * @index: the place of an item, from 0
 *
 * Goes one step further, as RFC 9535 writes it: `.title`, `['my title']`, `[3]`. A very long
 * name is cut.
 */
void
pact_json_append_path (GString *path,
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
