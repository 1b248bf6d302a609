/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-import-headings"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-answer-list.h"
#include "pact-fold.h"
#include "pact-table-import-private.h"
#include "pact-translate.h"

/* What a column can say, and how people call that. All fields of a measure can be said; of what stands above and below it, those
 * with a row here. */

static const struct
{
  const char *kind;
  const char *field;
  const char *label;
  const char *label_context;
  const char *headings;
} rows[] = {
  { "pillar", "title", NC_ ("kind", "Pillar"), "kind",
    /* Translators: words that people write above a column of a table, with “|” between them. Give those that are usual in your
     * language, as many as there are. This one and those that follow are read, and never shown. */
    NC_ ("headings", "Field of action|Strand|Area") },
  { "objective", "title", NC_ ("kind", "Objective"), "kind",
    NC_ ("headings", "Goal|Aim|Specific objective") },
  { "measure", "title", NC_ ("kind", "Measure"), "kind",
    NC_ ("headings", "Action|Activity|Task|What|Name of the measure") },
  { "measure", "description", NULL, NULL,
    NC_ ("headings", "Details|Content|How") },
  { "measure", "status", NULL, NULL,
    NC_ ("headings", "State|Progress") },
  { "measure", "start", NULL, NULL,
    NC_ ("headings", "From|Begin|Beginning|Start date") },
  { "measure", "end", NULL, NULL,
    NC_ ("headings", "Until|Deadline|By when|End date") },
  { "measure", "lead", NULL, NULL,
    NC_ ("headings", "Lead|Responsible|Responsibility|In charge|Who") },
  { "measure", "target_groups", NULL, NULL,
    NC_ ("headings", "Target group|For whom") },
  { "measure", "note", NULL, NULL,
    NC_ ("headings", "Notes|Remark|Remarks|Comment|Comments") },
  { "involvement", NULL, NC_ ("kind", "Partners"), "kind",
    NC_ ("headings", "Partner|Involved|With whom|Cooperation") },
  { "indicator", "title", NC_ ("column", "Main indicator"), "column",
    NC_ ("headings", "Indicator|Measured by") },
  { "indicator", "unit", NULL, NULL, NULL },
  { "indicator", "baseline", NULL, NULL,
    NC_ ("headings", "Initial value|Value today") },
  { "indicator", "baseline_date", NULL, NULL, NULL },
  { "indicator", "target", NULL, NULL,
    NC_ ("headings", "Target value|Goal value") },
  { "indicator", "target_date", NULL, NULL, NULL },
  { "indicator", "source", NULL, NULL, NULL },
  { "cost", "amount", NC_ ("kind", "Cost"), "kind",
    NC_ ("headings", "Costs|Budget|Expense|Money") },
  { "cost", "year", NC_ ("column", "Year of the cost"), "column", NULL },
};

static void
add_content (GArray *contents,
             const char *kind,
             const PactField *field,
             gsize row)
{
  g_autofree char *name = g_strconcat (kind, ".", field != NULL ? field->name : "all", NULL);
  gboolean is_listed = row < G_N_ELEMENTS (rows);
  PactTableContent content = {
    .name = g_intern_string (name),
    .kind = kind,
    .field = field,
    .label = is_listed && rows[row].label != NULL ? rows[row].label : field->label,
    .label_context = is_listed && rows[row].label != NULL ? rows[row].label_context : "field",
    .headings = is_listed ? rows[row].headings : NULL,
  };

  g_array_append_val (contents, content);
}

static gsize
find_row (const char *kind,
          const char *field)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (rows) && (!g_str_equal (rows[i].kind, kind) || g_strcmp0 (rows[i].field, field) != 0))
    i++;

  return i;
}

/* All fields of a measure in the order of the model, where its title stands in the table. */
static void
add_measure (GArray *contents,
             const PactKind *measure)
{
  for (gsize i = 0; i < measure->n_fields; i++)
    {
      const PactField *field = &measure->fields[i];

      if ((field->flags & PACT_FIELD_INTERNAL) == 0)
        add_content (contents, measure->name, field, find_row (measure->name, field->name));
    }
}

static gpointer
make_contents (gpointer data)
{
  const PactModel *model = pact_model_get_default ();
  GArray *contents = g_array_new (FALSE, FALSE, sizeof (PactTableContent));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const PactKind *kind = pact_model_find_kind (model, rows[i].kind);

      if (!g_str_equal (kind->name, "measure"))
        add_content (contents, kind->name, rows[i].field != NULL ? pact_kind_find_field (kind, rows[i].field) : NULL, i);
      else if (g_str_equal (rows[i].field, "title"))
        add_measure (contents, kind);
    }

  return contents;
}

const PactTableContent *
_pact_table_contents_get (guint *n)
{
  static GOnce once = G_ONCE_INIT;
  GArray *contents = g_once (&once, make_contents, NULL);

  *n = contents->len;

  return &g_array_index (contents, PactTableContent, 0);
}

const PactTableContent *
_pact_table_content_find (const char *name)
{
  guint n;
  const PactTableContent *contents = _pact_table_contents_get (&n);

  for (guint i = 0; name != NULL && i < n; i++)
    {
      if (g_str_equal (contents[i].name, name))
        return &contents[i];
    }

  return NULL;
}

/* Whether several columns can say it, one after the other. */
gboolean
_pact_table_content_may_repeat (const char *name)
{
  const PactTableContent *content = _pact_table_content_find (name);

  return content != NULL && (content->field == NULL || content->field->type == PACT_TYPE_PROSE);
}

/* What is left of a heading, or of an answer, when capitals, accents, spaces and punctuation are looked over. */
char *
_pact_table_make_key (const char *text)
{
  g_autofree char *folded = pact_text_fold (text);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (key, c);
    }

  return g_string_free (key, FALSE);
}

static void
add_word (GHashTable *words,
          const char *word,
          const PactTableContent *content)
{
  g_autofree char *key = _pact_table_make_key (word);

  if (*key != '\0' && !g_hash_table_contains (words, key))
    g_hash_table_insert (words, g_steal_pointer (&key), (gpointer) content);
}

static void
add_words_of_kind (GHashTable *words,
                   const PactTableContent *content,
                   const PactLocale *locale)
{
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), content->kind);
  const char *kind_label = pact_translate ("kind", kind->label, locale);
  g_autofree char *both = NULL;
  g_autofree char *code = NULL;

  if (content->field == NULL || content->field == pact_kind_get_title_field (kind))
    {
      add_word (words, kind_label, content);
      add_word (words, pact_translate ("kind", kind->label_plural, locale), content);
    }
  if (content->field == NULL)
    return;
  both = g_strconcat (kind_label, " ", pact_translate ("field", content->field->label, locale), NULL);
  code = g_strconcat (kind->name, " ", content->field->name, NULL);
  add_word (words, both, content);
  add_word (words, code, content);
}

/* What the columns can be called in a language. What the program calls a field goes before what others call it, and a measure before
 * what stands above and below it. */
static GHashTable *
collect_words (const PactLocale *locale)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const PactTableContent *contents = _pact_table_contents_get (&n);

  for (guint i = 0; i < n; i++)
    add_word (words, pact_translate (contents[i].label_context, contents[i].label, locale), &contents[i]);
  for (guint i = 0; i < n; i++)
    add_words_of_kind (words, &contents[i], locale);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n; i++)
        {
          if (contents[i].field == NULL || g_str_equal (contents[i].kind, "measure") != (pass == 0))
            continue;
          add_word (words, pact_translate ("field", contents[i].field->label, locale), &contents[i]);
          add_word (words, contents[i].field->name, &contents[i]);
        }
    }
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) others =
        g_strsplit (contents[i].headings != NULL ? pact_translate ("headings", contents[i].headings, locale) : "", "|", -1);

      for (guint j = 0; others[j] != NULL; j++)
        add_word (words, others[j], &contents[i]);
    }

  return words;
}

static const PactTableContent *
look_up (GHashTable *words,
         const char *heading)
{
  g_autofree char *key = _pact_table_make_key (heading);

  return g_hash_table_lookup (words, key);
}

/* A heading as it stands, without what stands in brackets, or one of those between which a slash stands. */
static const PactTableContent *
find_content (GHashTable *words,
              const char *heading)
{
  const PactTableContent *content = look_up (words, heading);
  g_autoptr (GRegex) brackets = g_regex_new ("\\([^)]*\\)|\\[[^]]*\\]", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (brackets, heading, -1, 0, "", 0, NULL);
  g_auto (GStrv) parts = NULL;

  if (content != NULL || without == NULL)
    return content;
  content = look_up (words, without);
  parts = g_strsplit_set (without, "/\n", -1);
  for (guint i = 0; content == NULL && parts[i] != NULL; i++)
    content = look_up (words, parts[i]);

  return content;
}

static const char *
get_heading (PactTableImport *self,
             guint column)
{
  return self->rows->len > 0 ? pact_table_import_get_text (self, 0, column) : "";
}

static guint
count_known (PactTableImport *self,
             GHashTable *words)
{
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    n += find_content (words, get_heading (self, i)) != NULL;

  return n;
}

/**
 * pact_table_import_guess:
 * @self: a table
 *
 * Guesses what the columns say from what stands above them, in the language of the interface, that of the plan, and English.
 *
 * Returns: (transfer full): how to read the table: in the language in which most headings are known; a field that two columns say is
 *   the first one's; if no heading is known, the first row is taken for one of values
 */
PactTableChoices *
pact_table_import_guess (PactTableImport *self)
{
  PactTableChoices *choices = g_new0 (PactTableChoices, 1);
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  guint best = 0, best_count = 0;

  g_return_val_if_fail (self != NULL, choices);

  for (guint i = 0; i < self->locales->len; i++)
    {
      GHashTable *words = collect_words (g_ptr_array_index (self->locales, i));
      guint count = count_known (self, words);

      g_ptr_array_add (languages, words);
      if (count > best_count)
        {
          best = i;
          best_count = count;
        }
    }

  choices->has_headings = best_count > 0;
  choices->locale = g_ptr_array_index (self->locales, best);
  choices->contents = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (choices->contents, (int) self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const PactTableContent *content = find_content (g_ptr_array_index (languages, best), get_heading (self, i));

      for (guint j = 0; content == NULL && j < languages->len; j++)
        content = find_content (g_ptr_array_index (languages, j), get_heading (self, i));
      if (content != NULL
          && (_pact_table_content_may_repeat (content->name) || !pact_table_choices_have (choices, content->name)))
        choices->contents->pdata[i] = g_strdup (content->name);
    }
  for (guint i = 0; i < self->places->len && choices->objective == NULL; i++)
    {
      const PactTablePlace *place = g_ptr_array_index (self->places, i);

      if (place->pillar != NULL)
        choices->objective = g_strdup (place->uuid);
    }

  return choices;
}

/**
 * pact_table_import_list_contents:
 * @self: a table
 *
 * Returns: (transfer full): what a column can say, as #PactAnswer; the first one, without a code, leaves it out
 */
GListModel *
pact_table_import_list_contents (PactTableImport *self)
{
  GListStore *answers = g_list_store_new (PACT_TYPE_ANSWER);
  guint n;
  const PactTableContent *contents = _pact_table_contents_get (&n);

  /* Translators: a column of a table that is not imported. */
  pact_answers_append (answers, NULL, C_ ("column", "Leave Out"), NULL);
  for (guint i = 0; i < n; i++)
    pact_answers_append (answers, contents[i].name, pact_translate (contents[i].label_context, contents[i].label, NULL), NULL);

  return G_LIST_MODEL (answers);
}
