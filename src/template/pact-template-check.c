/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-check"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-template-private.h"
#include "pact-value.h"

/* The format of a template. One row a member; reading, writing, instantiating and the schema go by these. */

#define ID_PATTERN "^[a-z0-9-]+$"
#define VERSION_PATTERN "^[0-9]+(\\.[0-9]+)*$"
/* An empty text is as good as none. */
#define URL_PATTERN "^(https?://|$)"

static const PactMember indicator_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key",
    .description = "What it is known by." },
  { "title", PACT_MEMBER_TEXT, TRUE, .field = "title",
    .description = "What is counted or judged." },
  { "level", PACT_MEMBER_CODE, FALSE, .field = "level",
    .description = "What it says something about." },
  { "type", PACT_MEMBER_CODE, FALSE, .field = "type",
    .description = "What its values are." },
  { "unit", PACT_MEMBER_TEXT, FALSE, .field = "unit",
    .description = "What one is, such as “sessions” or “% of staff”." },
  { "steps", PACT_MEMBER_TEXT, FALSE, .field = "steps",
    .description = "The steps of a scale, one a line, the lowest first; left out where any number can be one." },
  { "method", PACT_MEMBER_TEXT, FALSE, .field = "method",
    .description = "How it is measured." },
  { "frequency", PACT_MEMBER_CODE, FALSE, .field = "frequency",
    .description = "How often it is measured." },
  { "provenance", PACT_MEMBER_CODE, FALSE, .field = "provenance",
    .description = "Whether it stands in the source or is a suggestion." },
  { "counts_people", PACT_MEMBER_BOOLEAN, FALSE, .field = "counts_people",
    .description = "Whether its values count children, relatives or other people, so that small numbers could identify someone. "
                   "Not for staff, sessions, settings or services." },
};
static const PactShape indicator_shape = {
  "indicator", indicator_members, G_N_ELEMENTS (indicator_members),
  .name = "indicator", .description = "What is counted or judged."
};

static const PactMember measure_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key",
    .description = "What it is known by." },
  { "concept", PACT_MEMBER_TEXT, FALSE, .field = "concept",
    .description = "A name for what is proposed, which the same measure has in every template, so that doubles are noticed." },
  { "title", PACT_MEMBER_TEXT, TRUE, .maximum = 90, .field = "title",
    .description = "What will be done, as an instruction." },
  { "description", PACT_MEMBER_TEXT, FALSE, .maximum = 400, .field = "description",
    .description = "What is done, for whom and how." },
  { "guidance", PACT_MEMBER_TEXT, FALSE, .maximum = 20000,
    .description = "How to do it, what to watch for and the first step. It is shown beside the measure and does not become part of "
                   "the plan." },
  { "provenance", PACT_MEMBER_CODE, FALSE, .field = "provenance",
    .description = "Where the measure comes from." },
  { "sources", PACT_MEMBER_CITATIONS, FALSE,
    .description = "Sources that state or explain it, by their id." },
  { "references", PACT_MEMBER_TEXT, FALSE, .field = "legal_note",
    .description = "The exact articles and paragraphs." },
  { "legal_basis", PACT_MEMBER_CODES, FALSE, .field = "legal_basis",
    .description = "The articles that it serves." },
  { "action_type", PACT_MEMBER_CODE, FALSE, .field = "action_type",
    .description = "What sort of action it is." },
  { "further_pillars", PACT_MEMBER_CODES, FALSE, .field = "further_pillars",
    .description = "Pillars that it serves besides its own." },
  { "target_groups", PACT_MEMBER_CODES, FALSE, .field = "target_groups",
    .description = "For whom it is." },
  { "settings", PACT_MEMBER_CODES, FALSE, .field = "settings",
    .description = "Where it takes place." },
  { "lead_type", PACT_MEMBER_CODE, FALSE, .field = "lead_type",
    .description = "The type of body that usually leads it." },
  { "partner_types", PACT_MEMBER_CODES, FALSE, .field = "partner_types",
    .description = "The types of bodies that usually take part." },
  { "indicators", PACT_MEMBER_LIST, FALSE, .items = &indicator_shape,
    .description = "How one can tell that it works." },
};
static const PactShape measure_shape = {
  "measure", measure_members, G_N_ELEMENTS (measure_members),
  .name = "measure", .description = "What is proposed to be done."
};

static const PactMember objective_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key",
    .description = "What it is known by." },
  { "title", PACT_MEMBER_TEXT, TRUE, .field = "title",
    .description = "What should change, in one sentence." },
  { "description", PACT_MEMBER_TEXT, FALSE, .field = "description",
    .description = "More about it." },
  { "expected_result", PACT_MEMBER_TEXT, FALSE, .field = "expected_result",
    .description = "How people will notice that it is reached." },
  { "measures", PACT_MEMBER_LIST, FALSE, .items = &measure_shape,
    .description = "What is proposed." },
};
static const PactShape objective_shape = {
  "objective", objective_members, G_N_ELEMENTS (objective_members),
  .name = "objective", .description = "What should change."
};

static const PactMember pillar_members[] = {
  { "key", PACT_MEMBER_KEY, TRUE, .field = "template_key",
    .description = "What it is known by: governance, prevention, protection, prosecution or participation where it is one of these." },
  { "title", PACT_MEMBER_TEXT, TRUE, .field = "title",
    .description = "Its name." },
  { "aim", PACT_MEMBER_TEXT, FALSE, .field = "aim",
    .description = "What it is for." },
  { "objectives", PACT_MEMBER_LIST, FALSE, .items = &objective_shape,
    .description = "What should change." },
};
static const PactShape pillar_shape = {
  "pillar", pillar_members, G_N_ELEMENTS (pillar_members),
  .name = "pillar", .description = "One of the plan’s areas."
};

static const PactMember source_members[] = {
  { "id", PACT_MEMBER_TEXT, TRUE, .maximum = 40,
    .description = "By this, measures cite it. No two sources have the same." },
  { "title", PACT_MEMBER_TEXT, TRUE, .maximum = 500,
    .description = "What it is called, and who published it." },
  { "url", PACT_MEMBER_LINE, FALSE, .maximum = 500, .pattern = URL_PATTERN,
    .complaint = N_("“url” is not a web address; it must begin with https:// or http://."),
    .description = "Its web address." },
};
static const PactShape source_shape = {
  NULL, source_members, G_N_ELEMENTS (source_members),
  .name = "source", .description = "Something that the template is based on."
};

static const PactMember template_members[] = {
  { "$schema", PACT_MEMBER_LINE, FALSE, .maximum = 500,
    .description = "The name or address of this schema." },
  { "format", PACT_MEMBER_FORMAT, TRUE,
    .description = "That this is a strategy template." },
  { "format_version", PACT_MEMBER_FORMAT_VERSION, TRUE,
    .description = "The version of the format." },
  { "id", PACT_MEMBER_TEXT, TRUE, .maximum = 80, .field = "template_id", .pattern = ID_PATTERN,
    .complaint = N_("“id” may have only small letters without accents, digits and hyphens."),
    .description = "What the template is known by in all its versions and languages." },
  { "version", PACT_MEMBER_TEXT, TRUE, .maximum = 40, .field = "template_version", .pattern = VERSION_PATTERN,
    .complaint = N_("“version” must be numbers with points between them, such as 1.2.0."),
    .description = "The version of the template: numbers with points between them." },
  { "language", PACT_MEMBER_TEXT, TRUE, .field = "language",
    .description = "The language in which the template is written (BCP 47)." },
  { "licence", PACT_MEMBER_TEXT, TRUE, .maximum = 80,
    .description = "The licence of the text, as its SPDX identifier." },
  { "title", PACT_MEMBER_TEXT, TRUE, .maximum = 200, .field = "title",
    .description = "What the template is called." },
  { "summary", PACT_MEMBER_TEXT, FALSE, .maximum = 2000,
    .description = "One or two sentences about it." },
  { "about", PACT_MEMBER_TEXT, FALSE, .maximum = 20000,
    .description = "Some paragraphs about it, with an empty line between them." },
  { "basis", PACT_MEMBER_TEXT, FALSE, .maximum = 20000,
    .description = "An honest sentence or two about where it comes from." },
  { "sources", PACT_MEMBER_LIST, FALSE, .items = &source_shape,
    .description = "What it is based on." },
  { "pillars", PACT_MEMBER_LIST, TRUE, .items = &pillar_shape,
    .description = "The areas of the plan, in their order." },
  { "rules", PACT_MEMBER_RESERVED, FALSE,
    .description = "Reserved for rules that a plan made of the template shall follow." },
};
const PactShape pact_template_shape = { "plan", template_members, G_N_ELEMENTS (template_members) };

typedef struct
{
  GBytes *bytes; /* the file */
  const PactModel *model;
  json_object *root;
  PactJsonPath *path;  /* of what is looked at */
  GHashTable *keys;    /* key: the path where it stands first */
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

static gboolean
is_full (const Check *self)
{
  return self->problems->len >= PACT_TEMPLATE_MAX_PROBLEMS;
}

/* Complains of what is looked at. */
G_GNUC_PRINTF (2, 3)
static void
complain (Check *self,
          const char *format,
          ...)
{
  g_autofree char *message = NULL;
  g_autofree char *place = NULL;
  va_list arguments;

  if (is_full (self))
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  place = g_strdup_printf (_("Line %u"), pact_json_path_find_line (self->path, self->bytes));
  g_ptr_array_add (self->problems, pact_problem_new (place, message));
}

static gboolean
expect (Check *self,
        json_object *value,
        const char *name,
        json_type type)
{
  if (json_object_is_type (value, type))
    return TRUE;

  switch (type)
    {
    case json_type_string:
      complain (self, _("“%s” must be a text in quotation marks."), name);
      break;
    case json_type_array:
      complain (self, _("“%s” must be a list in square brackets."), name);
      break;
    case json_type_boolean:
      complain (self, _("“%s” must be true or false."), name);
      break;
    default:
      complain (self, _("An object in curly brackets is expected here."));
    }

  return FALSE;
}

/* The items of lists have no name; a message about one names its list. */
static gboolean
expect_item (Check *self,
             json_object *item,
             const char *list)
{
  if (json_object_is_type (item, json_type_string))
    return TRUE;

  complain (self, _("Each item of “%s” must be a text in quotation marks."), list);

  return FALSE;
}

static void
check_text (Check *self,
            json_object *value,
            const PactMember *member,
            const PactField *field)
{
  g_autoptr (GError) error = NULL;
  const PactField plain = {
    .name = member->name,
    .type = member->type == PACT_MEMBER_LINE ? PACT_TYPE_TEXT : PACT_TYPE_PROSE,
  };
  PactField limited = field != NULL ? *field : plain;

  if (!expect (self, value, member->name, json_type_string))
    return;
  if (json_object_get_string_len (value) == 0)
    {
      /* As good as not there. */
      if (member->required)
        complain (self, _("“%s” is empty."), member->name);
      return;
    }

  if (member->maximum > 0)
    limited.maximum = member->maximum;
  if (!pact_field_check (&limited, json_object_get_string (value), &error))
    complain (self, C_ ("name of a member and problem", "“%1$s”: %2$s"), member->name, error->message);
  else if (member->pattern != NULL
           && !g_regex_match_simple (member->pattern, json_object_get_string (value), G_REGEX_DOLLAR_ENDONLY, 0))
    complain (self, "%s", _(member->complaint));
}

static void
check_key (Check *self,
           json_object *value,
           const char *name)
{
  const PactJsonPath *first;
  const char *key;

  if (!expect (self, value, name, json_type_string))
    return;
  key = json_object_get_string (value);
  if (!pact_template_key_is_valid (key))
    {
      complain (self,
                _("The key “%s” may have only letters and digits without accents, hyphens, underscores and points."),
                key);
      return;
    }

  first = g_hash_table_lookup (self->keys, key);
  if (first == NULL)
    g_hash_table_insert (self->keys, (gpointer) key, pact_json_path_copy (self->path));
  else if (!is_full (self))
    complain (self, _("The key “%1$s” appears already in line %2$u."), key, pact_json_path_find_line (first, self->bytes));
}

static void
check_code (Check *self,
            json_object *value,
            const char *name,
            const PactField *field)
{
  g_return_if_fail (field != NULL);

  if (pact_vocabulary_find (field->vocabulary, json_object_get_string (value)) == NULL)
    complain (self, _("“%1$s” is not one of the codes of “%2$s”."), json_object_get_string (value), name);
}

static gboolean
is_repeated (json_object *list,
             gsize index)
{
  json_object *item = json_object_array_get_idx (list, index);

  for (gsize i = 0; i < index; i++)
    {
      json_object *other = json_object_array_get_idx (list, i);

      if (json_object_is_type (other, json_type_string)
          && g_str_equal (json_object_get_string (other), json_object_get_string (item)))
        return TRUE;
    }

  return FALSE;
}

/* No list of codes can be longer than its vocabulary, so that comparing each with each is quick. */
static void
check_codes (Check *self,
             json_object *list,
             const char *name,
             const PactField *field)
{
  g_return_if_fail (field != NULL);

  if (!expect (self, list, name, json_type_array))
    return;
  if (json_object_array_length (list) > field->vocabulary->n_terms)
    {
      complain (self, _("“%s” has more items than there are codes."), name);
      return;
    }

  for (gsize i = 0; i < json_object_array_length (list); i++)
    {
      json_object *item = json_object_array_get_idx (list, i);

      pact_json_path_push (self->path, NULL, i);
      if (expect_item (self, item, name))
        {
          if (is_repeated (list, i))
            complain (self, _("“%1$s” appears twice in “%2$s”."), json_object_get_string (item), name);
          else
            check_code (self, item, name, field);
        }
      pact_json_path_pop (self->path);
    }
}

static void
check_citations (Check *self,
                 json_object *list,
                 const char *name)
{
  if (!expect (self, list, name, json_type_array))
    return;

  for (gsize i = 0; i < json_object_array_length (list); i++)
    {
      json_object *item = json_object_array_get_idx (list, i);

      pact_json_path_push (self->path, NULL, i);
      if (expect_item (self, item, name) && !g_hash_table_contains (self->sources, json_object_get_string (item)))
        complain (self, _("The template has no source “%s”."), json_object_get_string (item));
      pact_json_path_pop (self->path);
    }
}

static void check_object (Check *self,
                          json_object *object,
                          const PactShape *shape);

static void
check_list (Check *self,
            json_object *list,
            const PactMember *member)
{
  if (!expect (self, list, member->name, json_type_array))
    return;

  for (gsize i = 0; i < json_object_array_length (list); i++)
    {
      pact_json_path_push (self->path, NULL, i);
      check_object (self, json_object_array_get_idx (list, i), member->items);
      pact_json_path_pop (self->path);
    }
}

static void
check_member (Check *self,
              json_object *value,
              const PactMember *member,
              const PactKind *kind)
{
  const PactField *field = kind != NULL && member->field != NULL ? pact_kind_find_field (kind, member->field) : NULL;

  switch (member->type)
    {
    case PACT_MEMBER_TEXT:
    case PACT_MEMBER_LINE:
      check_text (self, value, member, field);
      break;
    case PACT_MEMBER_KEY:
      check_key (self, value, member->name);
      break;
    case PACT_MEMBER_CODE:
      if (expect (self, value, member->name, json_type_string))
        check_code (self, value, member->name, field);
      break;
    case PACT_MEMBER_CODES:
      check_codes (self, value, member->name, field);
      break;
    case PACT_MEMBER_BOOLEAN:
      expect (self, value, member->name, json_type_boolean);
      break;
    case PACT_MEMBER_CITATIONS:
      check_citations (self, value, member->name);
      break;
    case PACT_MEMBER_LIST:
      check_list (self, value, member);
      break;
    case PACT_MEMBER_RESERVED:
      if (expect (self, value, member->name, json_type_array) && json_object_array_length (value) > 0)
        complain (self, _("“%s” is reserved and must be empty."), member->name);
      break;
    default:
      break;
    }
}

static void
check_object (Check *self,
              json_object *object,
              const PactShape *shape)
{
  const PactKind *kind = shape->kind != NULL ? pact_model_find_kind (self->model, shape->kind) : NULL;

  if (!expect (self, object, NULL, json_type_object))
    return;

  for (gsize i = 0; i < shape->n_members; i++)
    {
      if (shape->members[i].required && !json_object_object_get_ex (object, shape->members[i].name, NULL))
        complain (self, _("“%s” is missing in the object that begins here."), shape->members[i].name);
    }

  json_object_object_foreach (object, name, value)
    {
      const PactMember *member = pact_shape_find_member (shape, name);

      pact_json_path_push (self->path, name, 0);
      if (member != NULL)
        check_member (self, value, member, kind);
      else
        complain (self, _("A member “%s” is not known here."), name);
      pact_json_path_pop (self->path);
    }
}

/* The value of a member if it is a text. */
static const char *
get_text (json_object *object,
          const char *name)
{
  json_object *value = json_object_object_get (object, name);

  return json_object_is_type (value, json_type_string) ? json_object_get_string (value) : NULL;
}

static void
check_source (Check *self,
              json_object *source)
{
  const char *id = get_text (source, "id");

  pact_json_path_push (self->path, "id", 0);
  if (id != NULL && !g_hash_table_add (self->sources, (gpointer) id))
    complain (self, _("There are two sources “%s”."), id);
  pact_json_path_pop (self->path);
}

static void
check_sources (Check *self)
{
  json_object *sources = json_object_object_get (self->root, "sources");

  if (!json_object_is_type (sources, json_type_array))
    return;

  pact_json_path_push (self->path, "sources", 0);
  for (gsize i = 0; i < json_object_array_length (sources); i++)
    {
      pact_json_path_push (self->path, NULL, i);
      check_source (self, json_object_array_get_idx (sources, i));
      pact_json_path_pop (self->path);
    }
  pact_json_path_pop (self->path);
}

/* Complains of a member of the outermost object. */
static void
complain_of (Check *self,
             const char *name,
             const char *sentence)
{
  pact_json_path_push (self->path, name, 0);
  complain (self, "%s", sentence);
  pact_json_path_pop (self->path);
}

/* A file that is something else, or newer, is not looked at further. */
static gboolean
check_format (Check *self)
{
  g_autofree char *sentence = NULL;
  json_object *version;

  if (g_strcmp0 (get_text (self->root, "format"), PACT_TEMPLATE_FORMAT) != 0)
    {
      complain_of (self, "format", _("This is not a template: a template has the member \"format\": \"pact-template\"."));
      return FALSE;
    }
  if (!json_object_object_get_ex (self->root, "format_version", &version))
    return TRUE;

  if (pact_json_is_number (version) && json_object_get_double (version) > PACT_TEMPLATE_FORMAT_VERSION)
    {
      complain_of (self, "format_version", _("This template was made for a newer version of the program."));
      return FALSE;
    }
  if (!json_object_is_type (version, json_type_int) || json_object_get_int64 (version) != PACT_TEMPLATE_FORMAT_VERSION)
    {
      sentence = g_strdup_printf (_("“format_version” must be %d."), PACT_TEMPLATE_FORMAT_VERSION);
      complain_of (self, "format_version", sentence);
    }

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
                     json_object *root,
                     const PactModel *model,
                     GPtrArray *problems)
{
  g_autoptr (PactJsonPath) path = pact_json_path_new ();
  g_autoptr (GHashTable) keys =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) pact_json_path_free);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  Check self = {
    .bytes = bytes,
    .model = model,
    .root = root,
    .path = path,
    .keys = keys,
    .sources = sources,
    .problems = problems,
  };

  if (!expect (&self, root, NULL, json_type_object) || !check_format (&self))
    return FALSE;

  check_sources (&self);
  check_object (&self, root, &pact_template_shape);
  g_ptr_array_sort (problems, compare_lines);

  return problems->len == 0;
}
