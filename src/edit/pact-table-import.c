/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-import"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer-list.h"
#include "pact-fold.h"
#include "pact-table-import-private.h"
#include "pact-text.h"

/* The table, what the plan has already, and what a person has chosen. */

PactTablePlace *
_pact_table_place_new (const char *kind,
                       const char *uuid,
                       const char *title,
                       PactTablePlace *pillar)
{
  PactTablePlace *self = g_new0 (PactTablePlace, 1);

  self->kind = kind;
  self->uuid = g_strdup (uuid);
  self->title = g_strdup (title != NULL ? title : "");
  self->pillar = pillar;

  return self;
}

void
_pact_table_place_free (PactTablePlace *self)
{
  g_free (self->uuid);
  g_free (self->title);
  g_free (self->number);
  g_free (self);
}

static gboolean
has_text (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      if (!pact_text_is_blank (g_ptr_array_index (row, i)))
        return TRUE;
    }

  return FALSE;
}

static void
take_rows (PactTableImport *self,
           GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);
      guint number = i + 1;

      if (!has_text (row))
        continue;
      g_ptr_array_add (self->rows, g_ptr_array_ref (row));
      g_array_append_val (self->numbers, number);
      for (guint j = 0; j < row->len; j++)
        {
          if (!pact_text_is_blank (g_ptr_array_index (row, j)))
            self->n_columns = MAX (self->n_columns, j + 1);
        }
    }
}

static PactTablePlace *
take_place (PactTableImport *self,
            PactElement *element,
            PactTablePlace *pillar)
{
  PactTablePlace *place = _pact_table_place_new (pact_element_get_kind (element)->name, pact_element_get_uuid (element),
                                                 pact_element_get_title (element), pillar);

  place->number = pact_element_dup_number (element);
  g_ptr_array_add (self->places, place);

  return place;
}

static void
take_measures (PactTableImport *self,
               PactElement *objective)
{
  GListModel *measures = pact_element_get_children_by_name (objective, "measure");

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (PactElement) measure = g_list_model_get_item (measures, i);

      if (pact_element_get_title (measure) != NULL)
        g_hash_table_add (self->measures, pact_text_make_key (pact_element_get_title (measure)));
    }
}

static void
take_plan (PactTableImport *self,
           PactElement *root)
{
  GListModel *pillars = pact_element_get_children_by_name (root, "pillar");
  GListModel *actors = pact_element_get_children_by_name (root, "actor");

  for (guint i = 0; i < g_list_model_get_n_items (pillars); i++)
    {
      g_autoptr (PactElement) pillar = g_list_model_get_item (pillars, i);
      GListModel *objectives = pact_element_get_children_by_name (pillar, "objective");
      PactTablePlace *place = take_place (self, pillar, NULL);

      for (guint j = 0; j < g_list_model_get_n_items (objectives); j++)
        {
          g_autoptr (PactElement) objective = g_list_model_get_item (objectives, j);

          take_place (self, objective, place);
          take_measures (self, objective);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (PactElement) actor = g_list_model_get_item (actors, i);
      char *key = pact_element_get_title (actor) != NULL ? pact_text_make_key (pact_element_get_title (actor)) : NULL;

      /* Of two of one name the first is taken, as everywhere. */
      if (key != NULL && !g_hash_table_contains (self->actors, key))
        g_hash_table_insert (self->actors, key, g_strdup (pact_element_get_uuid (actor)));
      else
        g_free (key);
    }
}

static void
add_language (PactTableImport *self,
              const char *language)
{
  const PactLocale *locale = pact_locale_get (language);

  if (locale != pact_locale_get_default () && !g_ptr_array_find (self->locales, locale, NULL))
    g_ptr_array_add (self->locales, (gpointer) locale);
}

/**
 * pact_table_import_new:
 * @rows: (element-type GPtrArray): the rows of a table, each with the texts of its cells
 * @plan: the plan that it shall come into
 * @languages: (nullable) (array zero-terminated=1): language tags in which it may be written, besides the plan's language, the
 *   interface's and English
 *
 * Begins an import. What the plan has is looked at now; rows with nothing in them are left out. Belongs to the thread of the plan.
 *
 * Returns: (transfer full): the table
 */
PactTableImport *
pact_table_import_new (GPtrArray *rows,
                       PactPlan *plan,
                       const char *const *languages)
{
  PactTableImport *self;
  const char *language;

  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  self = g_new0 (PactTableImport, 1);
  g_atomic_ref_count_init (&self->n_references);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_table_place_free);
  self->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->locales = g_ptr_array_new ();
  self->model = pact_plan_get_model (plan);
  self->root = pact_element_to_record (pact_plan_get_root (plan));
  take_rows (self, rows);
  take_plan (self, pact_plan_get_root (plan));

  g_ptr_array_add (self->locales, NULL);
  language = pact_element_get (pact_plan_get_root (plan), "language");
  if (language != NULL)
    add_language (self, language);
  add_language (self, "en");
  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    add_language (self, languages[i]);

  return self;
}

/**
 * pact_table_import_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self with one more reference
 */
PactTableImport *
pact_table_import_ref (PactTableImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

/**
 * pact_table_import_unref:
 * @self: (transfer full) (nullable): a table
 *
 * Gives a reference back.
 */
void
pact_table_import_unref (PactTableImport *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_references))
    return;

  g_ptr_array_unref (self->rows);
  g_array_unref (self->numbers);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->locales);
  g_hash_table_unref (self->actors);
  g_hash_table_unref (self->measures);
  pact_record_free (self->root);
  g_free (self);
}

/**
 * pact_table_import_count_rows:
 * @self: a table
 *
 * Returns: how many rows have something in them, with the one of the headings
 */
guint
pact_table_import_count_rows (PactTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * pact_table_import_count_columns:
 * @self: a table
 *
 * Returns: how many columns there are, up to the last with something in it
 */
guint
pact_table_import_count_columns (PactTableImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

/**
 * pact_table_import_get_text:
 * @self: a table
 * @row: a row of those with something in them, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): what stands there, empty for nothing
 */
const char *
pact_table_import_get_text (PactTableImport *self,
                            guint row,
                            guint column)
{
  GPtrArray *texts;

  g_return_val_if_fail (self != NULL && row < self->rows->len, "");

  texts = g_ptr_array_index (self->rows, row);

  return column < texts->len ? g_ptr_array_index (texts, column) : "";
}

/**
 * pact_table_import_get_number:
 * @self: a table
 * @row: a row of those with something in them, from 0
 *
 * Returns: where it stood in the table, empty rows counted, from 1
 */
guint
pact_table_import_get_number (PactTableImport *self,
                              guint row)
{
  g_return_val_if_fail (self != NULL && row < self->numbers->len, 0);

  return g_array_index (self->numbers, guint, row);
}

/**
 * pact_table_import_list_objectives:
 * @self: a table
 *
 * Returns: (transfer full): where rows can stand that name no objective, as #PactAnswer; a new objective has no code and is the last
 */
GListModel *
pact_table_import_list_objectives (PactTableImport *self)
{
  GListStore *answers = g_list_store_new (PACT_TYPE_ANSWER);

  g_return_val_if_fail (self != NULL, G_LIST_MODEL (answers));

  for (guint i = 0; i < self->places->len; i++)
    {
      const PactTablePlace *place = g_ptr_array_index (self->places, i);
      g_autofree char *label = NULL;

      if (place->pillar == NULL)
        continue;
      /* Translators: the number of an objective in the plan, such as 1.2, and its title. */
      label = g_strdup_printf (C_ ("objective", "%1$s %2$s"), place->number, place->title);
      pact_answers_append (answers, place->uuid, label, NULL);
    }
  pact_answers_append (answers, NULL, C_ ("objective", "A new objective"), NULL);

  return G_LIST_MODEL (answers);
}

/**
 * pact_table_import_dup_heading:
 * @self: a table
 * @choices: how it is read
 * @column: a column, from 0
 *
 * Returns: (transfer full): what stands above the column, or which one it is
 */
char *
pact_table_import_dup_heading (PactTableImport *self,
                               const PactTableChoices *choices,
                               guint column)
{
  g_autofree char *heading = NULL;

  g_return_val_if_fail (self != NULL && choices != NULL, NULL);

  if (choices->has_headings && self->rows->len > 0)
    heading = pact_text_clean_line (pact_table_import_get_text (self, 0, column));
  if (heading != NULL && *heading != '\0')
    return g_steal_pointer (&heading);

  /* Translators: a column of a table that has no heading, and which one it is. */
  return g_strdup_printf (_("Column %u"), column + 1);
}

/**
 * pact_table_choices_copy:
 * @self: how a table is read
 *
 * Returns: (transfer full): a copy
 */
PactTableChoices *
pact_table_choices_copy (const PactTableChoices *self)
{
  PactTableChoices *copy = g_new0 (PactTableChoices, 1);

  g_return_val_if_fail (self != NULL, copy);

  copy->has_headings = self->has_headings;
  copy->contents = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->contents->len; i++)
    g_ptr_array_add (copy->contents, g_strdup (g_ptr_array_index (self->contents, i)));
  copy->locale = self->locale;
  copy->objective = g_strdup (self->objective);

  return copy;
}

/**
 * pact_table_choices_free:
 * @self: (transfer full) (nullable): how a table is read
 */
void
pact_table_choices_free (PactTableChoices *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->contents);
  g_free (self->objective);
  g_free (self);
}

/**
 * pact_table_choices_set:
 * @self: how a table is read
 * @column: a column, from 0
 * @content: (nullable): what it says, as in pact_table_import_list_contents(), %NULL if it is left out
 *
 * Chooses what a column says. Another one that said it is left out, unless it is a long text or the partners, of which each column
 * adds to what stands before.
 */
void
pact_table_choices_set (PactTableChoices *self,
                        guint column,
                        const char *content)
{
  g_return_if_fail (self != NULL && column < self->contents->len);

  for (guint i = 0; content != NULL && !_pact_table_content_may_repeat (content) && i < self->contents->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->contents, i), content) == 0)
        g_clear_pointer (&self->contents->pdata[i], g_free);
    }
  g_free (self->contents->pdata[column]);
  self->contents->pdata[column] = g_strdup (content);
}

/**
 * pact_table_choices_have:
 * @self: how a table is read
 * @content: what a column can say
 *
 * Returns: whether one says it
 */
gboolean
pact_table_choices_have (const PactTableChoices *self,
                         const char *content)
{
  g_return_val_if_fail (self != NULL && content != NULL, FALSE);

  for (guint i = 0; i < self->contents->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->contents, i), content) == 0)
        return TRUE;
    }

  return FALSE;
}
