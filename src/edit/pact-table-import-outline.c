/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-import-outline"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-fold.h"
#include "pact-table-import-private.h"
#include "pact-text.h"
#include "pact-translate.h"
#include "pact-value.h"

/* Under which pillar and objective the measure of a row stands: those of the plan that the row names, by title or by number, or
 * new ones. */

/* A number before a title, which a point or a bracket ends, or which has several parts; “24 hours” is a title. */
#define NUMBER "^(\\d{1,2}(?:\\.\\d{1,2})+|\\d{1,2}(?=[.)]))[.)]?\\s+"
#define NUMBER_ALONE "^\\d{1,2}(?:\\.\\d{1,2})*\\.?$"

static char *
drop_number (const char *text)
{
  g_autoptr (GRegex) number = g_regex_new (NUMBER, 0, 0, NULL);

  return g_regex_replace_literal (number, text, -1, 0, "", 0, NULL);
}

static PactTablePlace *
find_numbered (PactTableReader *self,
               const char *kind,
               const char *text)
{
  g_autofree char *number = g_strdup (text);

  if (g_str_has_suffix (number, "."))
    number[strlen (number) - 1] = '\0';
  for (guint i = 0; i < self->places->len; i++)
    {
      PactTablePlace *place = g_ptr_array_index (self->places, i);

      if (g_str_equal (place->kind, kind) && g_strcmp0 (place->number, number) == 0)
        return place;
    }

  return NULL;
}

static PactTablePlace *
find_titled (PactTableReader *self,
             const char *kind,
             PactTablePlace *pillar,
             const char *title)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      PactTablePlace *place = g_ptr_array_index (self->places, i);

      if (g_str_equal (place->kind, kind) && (pillar == NULL || place->pillar == pillar) && pact_text_is_same_name (place->title, title))
        return place;
    }

  return NULL;
}

static PactTablePlace *
find_place (PactTableReader *self,
            const char *kind,
            PactTablePlace *pillar,
            const char *text)
{
  g_autofree char *title = drop_number (text);
  PactTablePlace *place = find_titled (self, kind, pillar, text);

  if (place == NULL && *title != '\0')
    place = find_titled (self, kind, pillar, title);
  if (place == NULL && g_regex_match_simple (NUMBER_ALONE, text, 0, 0))
    place = find_numbered (self, kind, text);

  return place;
}

/* Makes a pillar or an objective. A title that is too long is shortened, and stands whole in the note of the first measure. */
static PactTablePlace *
make_place (PactTableReader *self,
            const char *kind_name,
            PactTablePlace *pillar,
            const char *text,
            int column)
{
  const PactKind *kind = pact_model_find_kind (self->import->model, kind_name);
  const PactField *field = pact_kind_get_title_field (kind);
  PactRecord *record = pact_record_new (kind, pillar != NULL ? pillar->uuid : self->import->root->uuid);
  g_autofree char *title = drop_number (text);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  PactTablePlace *place = _pact_table_place_new (kind->name, record->uuid, title, pillar);

  if (pact_field_check (field, title, &error))
    pact_record_set (record, field->name, title);
  else
    {
      value = pact_text_shorten (title, (glong) field->maximum - 1);
      pact_record_set (record, field->name, pact_field_check (field, value, NULL) ? value : NULL);
      _pact_table_reader_complain (self, column, error->message);
      if (column >= 0)
        _pact_table_reader_keep (self, (guint) column);
    }
  g_ptr_array_add (self->reading->records, record);
  g_ptr_array_add (self->new_places, place);
  g_ptr_array_add (self->places, place);
  if (pillar == NULL)
    self->reading->n_pillars++;
  else
    self->reading->n_objectives++;

  return place;
}

/* What is made for rows that name nothing, in the language of the plan. */
static PactTablePlace *
make_unnamed (PactTableReader *self,
              const char *kind,
              PactTablePlace *pillar)
{
  const char *language = pact_record_get (self->import->root, "language");
  /* Translators: what a pillar and an objective are called that are made for the measures of a table that names none. */
  const char *title = pact_translate ("import", NC_ ("import", "Imported measures"),
                                      language != NULL ? pact_locale_get (language) : NULL);
  PactTablePlace *place = find_titled (self, kind, pillar, title);

  return place != NULL ? place : make_place (self, kind, pillar, title, -1);
}

static int
find_column (PactTableReader *self,
             const char *name)
{
  for (guint i = 0; i < self->import->n_columns; i++)
    {
      if (self->contents[i] != NULL && g_str_equal (self->contents[i]->name, name))
        return (int) i;
    }

  return -1;
}

/* The pillar or objective that the row names, NULL if it names none or one that is not there. */
static PactTablePlace *
read_place (PactTableReader *self,
            const char *kind,
            PactTablePlace *pillar,
            int column)
{
  g_autofree char *text = column >= 0 ? pact_text_clean_line (_pact_table_reader_get_text (self, (guint) column)) : NULL;
  PactTablePlace *place;

  if (text == NULL || *text == '\0')
    return NULL;
  place = find_place (self, kind, pillar, text);
  if (place != NULL)
    return place;
  if (g_regex_match_simple (NUMBER_ALONE, text, 0, 0))
    {
      /* Translators: %s is a number such as 1.2. */
      g_autofree char *message = g_strdup_printf (_("Nothing in the plan has the number %s."), text);

      _pact_table_reader_complain (self, column, message);
      _pact_table_reader_keep (self, (guint) column);
      return NULL;
    }
  if (pillar == NULL && !g_str_equal (kind, "pillar"))
    {
      /* A new objective under no pillar that is named stands beside the one that others fall to. */
      for (guint i = 0; i < self->places->len && pillar == NULL; i++)
        {
          PactTablePlace *other = g_ptr_array_index (self->places, i);

          if (g_strcmp0 (other->uuid, self->choices->objective) == 0)
            pillar = other->pillar;
        }
      for (guint i = 0; i < self->places->len && pillar == NULL; i++)
        {
          PactTablePlace *other = g_ptr_array_index (self->places, i);

          if (g_str_equal (other->kind, "pillar"))
            pillar = other;
        }
      if (pillar == NULL)
        pillar = make_unnamed (self, "pillar", NULL);
    }

  return make_place (self, kind, pillar, text, column);
}

/* The objective of rows that name none. */
static PactTablePlace *
find_default (PactTableReader *self)
{
  PactTablePlace *first = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      PactTablePlace *place = g_ptr_array_index (self->places, i);

      if (self->pillar != NULL ? place->pillar == self->pillar : g_strcmp0 (place->uuid, self->choices->objective) == 0)
        return place;
      if (first == NULL && g_str_equal (place->kind, "pillar"))
        first = place;
    }
  if (self->pillar != NULL)
    return make_unnamed (self, "objective", self->pillar);
  if (first == NULL)
    first = make_unnamed (self, "pillar", NULL);

  return make_unnamed (self, "objective", first);
}

/* The UUID of the objective under which the measure of the row stands. Where cells span rows only the first of them says it. */
const char *
_pact_table_reader_find_objective (PactTableReader *self)
{
  PactTablePlace *pillar = read_place (self, "pillar", NULL, find_column (self, "pillar.title"));
  PactTablePlace *objective;

  if (pillar != NULL && pillar != self->pillar)
    {
      self->pillar = pillar;
      self->objective = NULL;
    }
  objective = read_place (self, "objective", self->pillar, find_column (self, "objective.title"));
  if (objective != NULL)
    self->objective = objective;
  else if (self->objective == NULL)
    self->objective = find_default (self);

  return self->objective->uuid;
}

/* Whether a row is the heading of those below it: there is nothing but a first cell, which names a part of the plan. */
gboolean
_pact_table_reader_is_heading (PactTableReader *self)
{
  static const char *const kinds[] = { "pillar", "objective" };
  g_autofree char *text = pact_text_clean_line (_pact_table_reader_get_text (self, 0));
  g_autofree char *key = NULL;

  if (*text == '\0' || self->import->n_columns < 2 || self->contents[0] == NULL
      || !g_str_equal (self->contents[0]->name, "measure.title"))
    return FALSE;
  for (guint i = 1; i < self->import->n_columns; i++)
    {
      if (!pact_text_is_blank (_pact_table_reader_get_text (self, i)))
        return FALSE;
    }

  key = pact_text_fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const PactKind *kind = pact_model_find_kind (self->import->model, kinds[i]);

      if (find_place (self, kinds[i], NULL, text) != NULL)
        return TRUE;
      for (guint j = 0; j < self->import->locales->len; j++)
        {
          g_autofree char *label = pact_text_fold (pact_translate ("kind", kind->label, g_ptr_array_index (self->import->locales, j)));

          if (g_str_has_prefix (key, label) && !g_unichar_isalpha (g_utf8_get_char (key + strlen (label))))
            return TRUE;
        }
    }

  return FALSE;
}
