/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-check"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-template-private.h"
#include "pact-value.h"

/* The format of a template. One row a member; reading, writing and instantiating go by these. */

static const PactMember indicator_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key" },
  { "title", PACT_MEMBER_TEXT, TRUE, .field = "title" },
  { "level", PACT_MEMBER_CODE, FALSE, .field = "level" },
  { "type", PACT_MEMBER_CODE, FALSE, .field = "type" },
  { "unit", PACT_MEMBER_TEXT, FALSE, .field = "unit" },
  { "steps", PACT_MEMBER_TEXT, FALSE, .field = "steps" },
  { "method", PACT_MEMBER_TEXT, FALSE, .field = "method" },
  { "frequency", PACT_MEMBER_CODE, FALSE, .field = "frequency" },
  { "provenance", PACT_MEMBER_CODE, FALSE, .field = "provenance" },
  { "counts_people", PACT_MEMBER_BOOLEAN, FALSE, .field = "counts_people" },
};
static const PactShape indicator_shape = { "indicator", indicator_members, G_N_ELEMENTS (indicator_members) };

static const PactMember measure_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key" },
  { "concept", PACT_MEMBER_TEXT, FALSE, .field = "concept" },
  { "title", PACT_MEMBER_TEXT, TRUE, 90, "title" },
  { "description", PACT_MEMBER_TEXT, FALSE, 400, "description" },
  { "guidance", PACT_MEMBER_TEXT, FALSE, 20000 },
  { "provenance", PACT_MEMBER_CODE, FALSE, .field = "provenance" },
  { "sources", PACT_MEMBER_CITATIONS, FALSE },
  { "references", PACT_MEMBER_TEXT, FALSE, .field = "legal_note" },
  { "legal_basis", PACT_MEMBER_CODES, FALSE, .field = "legal_basis" },
  { "action_type", PACT_MEMBER_CODE, FALSE, .field = "action_type" },
  { "further_pillars", PACT_MEMBER_CODES, FALSE, .field = "further_pillars" },
  { "target_groups", PACT_MEMBER_CODES, FALSE, .field = "target_groups" },
  { "settings", PACT_MEMBER_CODES, FALSE, .field = "settings" },
  { "lead_type", PACT_MEMBER_CODE, FALSE, .field = "lead_type" },
  { "partner_types", PACT_MEMBER_CODES, FALSE, .field = "partner_types" },
  { "indicators", PACT_MEMBER_LIST, FALSE, .items = &indicator_shape },
};
static const PactShape measure_shape = { "measure", measure_members, G_N_ELEMENTS (measure_members) };

static const PactMember objective_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key" },
  { "title", PACT_MEMBER_TEXT, TRUE, .field = "title" },
  { "description", PACT_MEMBER_TEXT, FALSE, .field = "description" },
  { "expected_result", PACT_MEMBER_TEXT, FALSE, .field = "expected_result" },
  { "measures", PACT_MEMBER_LIST, FALSE, .items = &measure_shape },
};
static const PactShape objective_shape = { "objective", objective_members, G_N_ELEMENTS (objective_members) };

static const PactMember pillar_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key" },
  { "title", PACT_MEMBER_TEXT, TRUE, .field = "title" },
  { "aim", PACT_MEMBER_TEXT, FALSE, .field = "aim" },
  { "objectives", PACT_MEMBER_LIST, FALSE, .items = &objective_shape },
};
static const PactShape pillar_shape = { "pillar", pillar_members, G_N_ELEMENTS (pillar_members) };

static const PactMember source_members[] = {
  { "id", PACT_MEMBER_TEXT, TRUE, 40 },
  { "title", PACT_MEMBER_TEXT, TRUE, 500 },
  { "url", PACT_MEMBER_LINE, FALSE, 500 },
};
static const PactShape source_shape = { NULL, source_members, G_N_ELEMENTS (source_members) };

static const PactMember template_members[] = {
  { "$schema", PACT_MEMBER_LINE, FALSE, 500 },
  { "format", PACT_MEMBER_TEXT, TRUE, 40 },
  { "format_version", PACT_MEMBER_ANY, TRUE },
  { "id", PACT_MEMBER_TEXT, TRUE, 80, "template_id" },
  { "version", PACT_MEMBER_TEXT, TRUE, 40, "template_version" },
  { "language", PACT_MEMBER_TEXT, TRUE, 35, "language" },
  { "licence", PACT_MEMBER_TEXT, TRUE, 80 },
  { "title", PACT_MEMBER_TEXT, TRUE, 200, "title" },
  { "summary", PACT_MEMBER_TEXT, FALSE, 2000 },
  { "about", PACT_MEMBER_TEXT, FALSE, 20000 },
  { "basis", PACT_MEMBER_TEXT, FALSE, 20000 },
  { "sources", PACT_MEMBER_LIST, FALSE, .items = &source_shape },
  { "pillars", PACT_MEMBER_LIST, TRUE, .items = &pillar_shape },
  { "rules", PACT_MEMBER_RESERVED, FALSE },
};
const PactShape pact_template_shape = { "plan", template_members, G_N_ELEMENTS (template_members) };

typedef struct
{
  const char *text; /* the file */
  const PactModel *model;
  const PactJsonNode *root;
  GHashTable *keys;    /* key: the node where it stands first */
  GHashTable *sources; /* the marks of the sources */
  GPtrArray *problems;
} Check;

/**
 * pact_shape_find_member:
 * @shape: a sort of object
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): that member, or %NULL
 */
const PactMember *
pact_shape_find_member (const PactShape *shape,
                        const char *name)
{
  for (gsize i = 0; i < shape->n_members; i++)
    {
      if (g_str_equal (shape->members[i].name, name))
        return &shape->members[i];
    }

  return NULL;
}

/**
 * pact_template_key_is_valid:
 * @key: a text
 *
 * Returns: whether @key can be the key of an element of a template: letters, digits, hyphens,
 *   underscores and points of ASCII, at most 80, the first a letter or digit
 */
gboolean
pact_template_key_is_valid (const char *key)
{
  gsize length = strlen (key);

  if (length == 0 || length > 80 || !g_ascii_isalnum (*key))
    return FALSE;

  return strspn (key, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.") == length;
}

static guint
find_line (const Check *self,
           const PactJsonNode *node)
{
  guint line = 1;

  for (gsize i = 0; i < node->offset; i++)
    line += self->text[i] == '\n';

  return line;
}

G_GNUC_PRINTF (3, 4)
static void
complain (Check *self,
          const PactJsonNode *node,
          const char *format,
          ...)
{
  g_autofree char *message = NULL;
  g_autofree char *place = NULL;
  va_list arguments;

  if (self->problems->len >= PACT_TEMPLATE_MAX_PROBLEMS)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  place = g_strdup_printf (_("Line %u"), find_line (self, node));
  g_ptr_array_add (self->problems, pact_problem_new (place, message));
}

static gboolean
expect (Check *self,
        const PactJsonNode *node,
        PactJsonType type)
{
  if (node->type == type)
    return TRUE;

  switch (type)
    {
    case PACT_JSON_STRING:
      complain (self, node, _("“%s” must be a text in quotation marks."), node->name);
      break;
    case PACT_JSON_ARRAY:
      complain (self, node, _("“%s” must be a list in square brackets."), node->name);
      break;
    default:
      complain (self, node, _("An object in curly brackets is expected here."));
    }

  return FALSE;
}

/* The items of lists have no name; a message about one names its list. */
static gboolean
expect_item (Check *self,
             const PactJsonNode *item,
             const char *list)
{
  if (item->type == PACT_JSON_STRING)
    return TRUE;

  complain (self, item, _("Each item of “%s” must be a text in quotation marks."), list);

  return FALSE;
}

static void
check_text (Check *self,
            const PactJsonNode *node,
            const PactMember *member,
            const PactField *field)
{
  g_autoptr (GError) error = NULL;
  const PactField plain = {
    .name = member->name,
    .type = member->type == PACT_MEMBER_LINE ? PACT_TYPE_TEXT : PACT_TYPE_PROSE,
  };
  PactField limited = field != NULL ? *field : plain;

  if (!expect (self, node, PACT_JSON_STRING))
    return;
  if (*node->text == '\0')
    {
      /* As good as not there. */
      if (member->required)
        complain (self, node, _("“%s” is empty."), node->name);
      return;
    }

  if (member->maximum > 0)
    limited.maximum = member->maximum;
  if (!pact_field_check (&limited, node->text, &error))
    complain (self, node, C_("name of a member and problem", "“%1$s”: %2$s"), node->name, error->message);
}

static void
check_key (Check *self,
           const PactJsonNode *node)
{
  const PactJsonNode *first;

  if (!expect (self, node, PACT_JSON_STRING))
    return;
  if (!pact_template_key_is_valid (node->text))
    {
      complain (self, node,
                _("The key “%s” may have only letters and digits without accents, hyphens, underscores and points."),
                node->text);
      return;
    }

  first = g_hash_table_lookup (self->keys, node->text);
  if (first != NULL)
    complain (self, node, _("The key “%1$s” stands already in line %2$u."), node->text, find_line (self, first));
  else
    g_hash_table_insert (self->keys, (gpointer) node->text, (gpointer) node);
}

static void
check_code (Check *self,
            const PactJsonNode *node,
            const char *name,
            const PactField *field)
{
  if (pact_vocabulary_find (field->vocabulary, node->text) == NULL)
    complain (self, node, _("“%1$s” is not one of the codes of “%2$s”."), node->text, name);
}

static gboolean
is_repeated (const PactJsonNode *list,
             const PactJsonNode *item)
{
  for (const PactJsonNode *other = list->first; other != item; other = other->next)
    {
      if (other->type == PACT_JSON_STRING && g_str_equal (other->text, item->text))
        return TRUE;
    }

  return FALSE;
}

/* No list of codes can be longer than its vocabulary, so that comparing each with each is quick. */
static void
check_codes (Check *self,
             const PactJsonNode *node,
             const PactField *field)
{
  if (!expect (self, node, PACT_JSON_ARRAY))
    return;
  if (node->length > field->vocabulary->n_terms)
    {
      complain (self, node, _("“%s” has more items than there are codes."), node->name);
      return;
    }

  for (const PactJsonNode *item = node->first; item != NULL; item = item->next)
    {
      if (!expect_item (self, item, node->name))
        continue;
      if (is_repeated (node, item))
        complain (self, item, _("“%1$s” stands twice in “%2$s”."), item->text, node->name);
      else
        check_code (self, item, node->name, field);
    }
}

static void
check_citations (Check *self,
                 const PactJsonNode *node)
{
  if (!expect (self, node, PACT_JSON_ARRAY))
    return;

  for (const PactJsonNode *item = node->first; item != NULL; item = item->next)
    {
      if (expect_item (self, item, node->name) && !g_hash_table_contains (self->sources, item->text))
        complain (self, item, _("The template has no source “%s”."), item->text);
    }
}

static void check_object (Check *self,
                          const PactJsonNode *object,
                          const PactShape *shape);

static void
check_member (Check *self,
              const PactJsonNode *node,
              const PactMember *member,
              const PactKind *kind)
{
  const PactField *field = kind != NULL && member->field != NULL ? pact_kind_find_field (kind, member->field) : NULL;

  switch (member->type)
    {
    case PACT_MEMBER_TEXT:
    case PACT_MEMBER_LINE:
      check_text (self, node, member, field);
      break;
    case PACT_MEMBER_KEY:
      check_key (self, node);
      break;
    case PACT_MEMBER_CODE:
      if (expect (self, node, PACT_JSON_STRING))
        check_code (self, node, node->name, field);
      break;
    case PACT_MEMBER_CODES:
      check_codes (self, node, field);
      break;
    case PACT_MEMBER_BOOLEAN:
      if (node->type != PACT_JSON_TRUE && node->type != PACT_JSON_FALSE)
        complain (self, node, _("“%s” must be true or false."), node->name);
      break;
    case PACT_MEMBER_CITATIONS:
      check_citations (self, node);
      break;
    case PACT_MEMBER_LIST:
      if (!expect (self, node, PACT_JSON_ARRAY))
        break;
      for (const PactJsonNode *item = node->first; item != NULL; item = item->next)
        check_object (self, item, member->items);
      break;
    case PACT_MEMBER_RESERVED:
      if (expect (self, node, PACT_JSON_ARRAY) && node->length > 0)
        complain (self, node, _("“%s” is reserved and must be empty."), node->name);
      break;
    default:
      break;
    }
}

static void
check_object (Check *self,
              const PactJsonNode *object,
              const PactShape *shape)
{
  const PactKind *kind = shape->kind != NULL ? pact_model_find_kind (self->model, shape->kind) : NULL;

  if (!expect (self, object, PACT_JSON_OBJECT))
    return;

  for (gsize i = 0; i < shape->n_members; i++)
    {
      if (shape->members[i].required && pact_json_find (object, shape->members[i].name) == NULL)
        complain (self, object, _("“%s” is missing in the object that begins here."), shape->members[i].name);
    }

  for (const PactJsonNode *node = object->first; node != NULL; node = node->next)
    {
      const PactMember *member = pact_shape_find_member (shape, node->name);

      if (member != NULL)
        check_member (self, node, member, kind);
      else
        complain (self, node, _("A member “%s” is not known here."), node->name);
    }
}

static void
check_sources (Check *self)
{
  const PactJsonNode *sources = pact_json_find (self->root, "sources");

  if (sources == NULL || sources->type != PACT_JSON_ARRAY)
    return;

  for (const PactJsonNode *source = sources->first; source != NULL; source = source->next)
    {
      const PactJsonNode *id = pact_json_find (source, "id");
      const PactJsonNode *url = pact_json_find (source, "url");

      if (id != NULL && id->type == PACT_JSON_STRING && !g_hash_table_add (self->sources, (gpointer) id->text))
        complain (self, id, _("There are two sources “%s”."), id->text);
      if (url != NULL && url->type == PACT_JSON_STRING && *url->text != '\0' &&
          !g_str_has_prefix (url->text, "https://") && !g_str_has_prefix (url->text, "http://"))
        complain (self, url, _("“%s” is not a web address; it must begin with https://."), url->text);
    }
}

static void
check_identity (Check *self)
{
  const PactJsonNode *id = pact_json_find (self->root, "id");
  const PactJsonNode *version = pact_json_find (self->root, "version");

  if (id != NULL && id->type == PACT_JSON_STRING &&
      strspn (id->text, G_CSET_a_2_z G_CSET_DIGITS "-") != id->length)
    complain (self, id, _("“id” may have only small letters without accents, digits and hyphens."));
  if (version != NULL && version->type == PACT_JSON_STRING &&
      !g_regex_match_simple ("^[0-9]+(\\.[0-9]+)*$", version->text, G_REGEX_DOLLAR_ENDONLY, 0))
    complain (self, version, _("“version” must be numbers with points between them, such as 1.2.0."));
}

/* A file that is something else, or newer, is not looked at further. */
static gboolean
check_format (Check *self)
{
  const PactJsonNode *format = pact_json_find (self->root, "format");
  const PactJsonNode *version = pact_json_find (self->root, "format_version");
  gint64 number;

  if (format == NULL || format->type != PACT_JSON_STRING || !g_str_equal (format->text, PACT_TEMPLATE_FORMAT))
    {
      complain (self, format != NULL ? format : self->root,
                _("This is not a template: a template has the member \"format\": \"pact-template\"."));
      return FALSE;
    }
  if (version == NULL)
    return TRUE;

  number = version->type == PACT_JSON_NUMBER ? g_ascii_strtoll (version->text, NULL, 10) : 0;
  if (number > PACT_TEMPLATE_FORMAT_VERSION)
    {
      complain (self, version, _("This template was made for a newer version of the program."));
      return FALSE;
    }
  if (version->type != PACT_JSON_NUMBER || !g_str_equal (version->text, G_STRINGIFY (PACT_TEMPLATE_FORMAT_VERSION)))
    complain (self, version, _("“format_version” must be %d."), PACT_TEMPLATE_FORMAT_VERSION);

  return TRUE;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const PactProblem *one = *(const PactProblem *const *) a;
  const PactProblem *two = *(const PactProblem *const *) b;

  /* The places differ in the number only. */
  return strlen (one->path) != strlen (two->path) ? (strlen (one->path) < strlen (two->path) ? -1 : 1)
                                                  : strcmp (one->path, two->path);
}

/**
 * pact_template_check:
 * @bytes: a file
 * @root: (nullable): what was read from it
 * @model: the model table
 * @problems: (element-type PactProblem): where to put what is wrong, with its line
 *
 * Checks that a document is a template: all it must have, nothing else, each thing in its form.
 *
 * Returns: whether it is
 */
gboolean
pact_template_check (GBytes *bytes,
                     const PactJsonNode *root,
                     const PactModel *model,
                     GPtrArray *problems)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  Check self = {
    .text = g_bytes_get_data (bytes, NULL),
    .model = model,
    .root = root,
    .keys = keys,
    .sources = sources,
    .problems = problems,
  };

  if (!expect (&self, root, PACT_JSON_OBJECT) || !check_format (&self))
    return FALSE;

  check_sources (&self);
  check_identity (&self);
  check_object (&self, root, &pact_template_shape);
  g_ptr_array_sort (problems, compare_lines);

  return problems->len == 0;
}
