/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-import-read"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-fold.h"
#include "pact-mistake.h"
#include "pact-percent.h"
#include "pact-table-import-private.h"
#include "pact-text.h"
#include "pact-translate.h"
#include "pact-value.h"

/* The rows of a table, one after the other: each becomes a measure with what stands below it. What cannot be read stands in the
 * measure's note, so that nothing is lost, and is listed. */

/* What stands between several bodies; a comma only if nothing else does. */
#define NAMES ";\n\r·•|"

static void
mistake_free (gpointer data)
{
  PactTableMistake *mistake = data;

  g_free (mistake->heading);
  g_free (mistake->message);
  g_free (mistake);
}

const char *
_pact_table_reader_get_text (PactTableReader *self,
                             guint column)
{
  return pact_table_import_get_text (self->import, self->row, column);
}

/* @column is negative where the row is meant. */
void
_pact_table_reader_complain (PactTableReader *self,
                             int column,
                             const char *message)
{
  PactTableMistake *mistake = g_new0 (PactTableMistake, 1);

  mistake->row = pact_table_import_get_number (self->import, self->row);
  mistake->heading = column >= 0 ? pact_table_import_dup_heading (self->import, self->choices, (guint) column) : NULL;
  mistake->message = g_strdup (message);
  g_ptr_array_add (self->reading->mistakes, mistake);
}

/* Keeps what could not be read. */
void
_pact_table_reader_keep (PactTableReader *self,
                         guint column)
{
  g_autofree char *heading = pact_table_import_dup_heading (self->import, self->choices, column);
  g_autofree char *text = pact_text_clean_prose (_pact_table_reader_get_text (self, column));

  if (self->note->len > 0)
    g_string_append_c (self->note, '\n');
  /* Translators: the heading of a column of a table, and what stood in a cell below it. */
  g_string_append_printf (self->note, C_ ("cell of a table", "%1$s: %2$s"), heading, g_strstrip (text));
}

static const char *
add_scratch (GPtrArray *records,
             const PactModel *model,
             const char *kind_name,
             const char *parent)
{
  PactRecord *record = pact_record_new (pact_model_find_kind (model, kind_name), parent);

  record->position = PACT_POSITION_STEP * (gint64) records->len;
  g_ptr_array_add (records, record);

  return record->uuid;
}

static const char *
find_percentage (const PactField *type)
{
  gsize i = 0;

  while ((type->vocabulary->terms[i].flags & PACT_TERM_PERCENTAGE) == 0)
    i++;

  return type->vocabulary->terms[i].code;
}

/* A plan with the same currency, so that what is read of its elements is as it will be in the plan itself. */
static void
make_scratch (PactTableReader *self)
{
  const PactModel *model = self->import->model;
  GPtrArray *records = pact_record_list_new ();
  const PactField *type = pact_kind_find_field (pact_model_find_kind (model, "indicator"), "type");
  const char *objective, *measure, *indicator, *percentage, *cost;

  g_ptr_array_add (records, pact_record_copy (self->import->root));
  objective = add_scratch (records, model, "objective", add_scratch (records, model, "pillar", self->import->root->uuid));
  measure = add_scratch (records, model, "measure", objective);
  indicator = add_scratch (records, model, "indicator", measure);
  percentage = add_scratch (records, model, "indicator", measure);
  pact_record_set (g_ptr_array_index (records, records->len - 1), type->name, find_percentage (type));
  cost = add_scratch (records, model, "cost", measure);
  self->scratch = pact_plan_new_from_records (model, records, NULL);
  self->measure = pact_plan_lookup (self->scratch, measure);
  self->indicator = pact_plan_lookup (self->scratch, indicator);
  self->percentage = pact_plan_lookup (self->scratch, percentage);
  self->cost = pact_plan_lookup (self->scratch, cost);
  g_ptr_array_unref (records);
}

/* The UUID of the body of a name, which is made if there is none; NULL if there can be none. */
static const char *
ensure_actor (PactTableReader *self,
              guint column,
              const char *name)
{
  const PactKind *kind = pact_model_find_kind (self->import->model, "actor");
  const PactField *field = pact_kind_get_title_field (kind);
  char *key = pact_text_make_key (name);
  const char *present = g_hash_table_lookup (self->actors, key);
  g_autoptr (GError) error = NULL;
  PactRecord *record;

  if (present != NULL || !pact_field_check (field, name, &error))
    {
      g_free (key);
      if (error != NULL)
        {
          _pact_table_reader_complain (self, (int) column, error->message);
          _pact_table_reader_keep (self, column);
        }
      return present;
    }

  record = pact_record_new (kind, self->import->root->uuid);
  pact_record_set (record, field->name, name);
  g_ptr_array_add (self->reading->records, record);
  self->reading->n_actors++;
  g_hash_table_insert (self->actors, key, g_strdup (record->uuid));

  return record->uuid;
}

/* Sets a field of a record, or keeps what stands in the cell. */
static void
read_field (PactTableReader *self,
            guint column,
            PactElement *element,
            PactRecord *record)
{
  const PactField *field = self->contents[column]->field;
  const char *text = _pact_table_reader_get_text (self, column);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = _pact_table_reader_read_value (self, element, field, text, &error);
  g_autofree char *both = NULL;
  const char *before = pact_record_get (record, field->name);

  if (value != NULL && before != NULL)
    {
      both = g_strconcat (before, "\n", value, NULL);
      pact_field_check (field, both, &error);
    }
  if (error != NULL)
    {
      _pact_table_reader_complain (self, (int) column, error->message);
      _pact_table_reader_keep (self, column);
    }
  else if (value != NULL)
    pact_record_set (record, field->name, both != NULL ? both : value);
}

/* A title that is too long is shortened, and stands whole in the note. */
static void
read_title (PactTableReader *self,
            guint column,
            PactRecord *record)
{
  const PactField *field = self->contents[column]->field;
  g_autofree char *line = pact_text_clean_line (_pact_table_reader_get_text (self, column));
  g_autofree char *key = pact_text_make_key (line);

  read_field (self, column, self->measure, record);
  if (pact_record_get (record, field->name) == NULL && *line != '\0')
    {
      g_autofree char *title = pact_text_shorten (line, (glong) field->maximum - 1);

      if (pact_field_check (field, title, NULL))
        pact_record_set (record, field->name, title);
    }
  if (*key != '\0' && g_hash_table_contains (self->import->measures, key))
    _pact_table_reader_complain (self, (int) column, _("The plan has a measure of this title already. There will be two."));
}

static void
read_lead (PactTableReader *self,
           guint column,
           PactRecord *record)
{
  g_autofree char *name = pact_text_clean_line (_pact_table_reader_get_text (self, column));

  if (*name != '\0')
    pact_record_set (record, self->contents[column]->field->name, ensure_actor (self, column, name));
}

/* Everybody once, and not who leads. */
static void
read_partners (PactTableReader *self,
               guint column,
               const char *lead,
               GPtrArray *partners)
{
  const char *text = _pact_table_reader_get_text (self, column);
  g_auto (GStrv) names = _pact_table_split_names (text, NAMES);

  if (g_strv_length (names) == 1)
    {
      g_strfreev (names);
      names = _pact_table_split_names (text, ",");
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *actor = ensure_actor (self, column, names[i]);

      if (actor != NULL && g_strcmp0 (actor, lead) != 0 && !g_ptr_array_find_with_equal_func (partners, actor, g_str_equal, NULL))
        g_ptr_array_add (partners, (gpointer) actor);
    }
}

/* Whether an indicator of the row is a part of a hundred, as its figures say. */
static gboolean
is_percentage (PactTableReader *self)
{
  for (guint i = 0; i < self->import->n_columns; i++)
    {
      if (self->contents[i] != NULL && self->contents[i]->field != NULL
          && (self->contents[i]->field->flags & PACT_FIELD_MEASURED) != 0
          && pact_percent_has_sign (_pact_table_reader_get_text (self, i)))
        return TRUE;
    }

  return FALSE;
}

/* What stands below the measure, if anything of it is said. */
static PactRecord *
read_below (PactTableReader *self,
            const char *kind_name,
            PactElement *element,
            const char *measure)
{
  const PactKind *kind = pact_model_find_kind (self->import->model, kind_name);
  PactRecord *record = pact_record_new (kind, measure);
  gboolean is_said = FALSE;

  for (guint i = 0; i < self->import->n_columns; i++)
    {
      if (self->contents[i] != NULL && self->contents[i]->field != NULL && g_str_equal (self->contents[i]->kind, kind_name))
        read_field (self, i, element, record);
    }
  for (gsize i = 0; i < kind->n_fields; i++)
    is_said |= record->values[i] != NULL;
  if (!is_said)
    g_clear_pointer (&record, pact_record_free);

  return record;
}

static void
check_order (PactTableReader *self,
             PactRecord *record)
{
  for (guint i = 0; i < self->import->n_columns; i++)
    {
      const PactField *field = self->contents[i] != NULL ? self->contents[i]->field : NULL;

      if (field != NULL && field->after != NULL && g_str_equal (self->contents[i]->kind, record->kind->name)
          && pact_field_find_mistake (field, record->kind, (const char *const *) record->values, FALSE) == PACT_MISTAKE_ORDER)
        {
          /* Translators: the names of two fields with a date, such as “End” and “Start”. */
          g_autofree char *message = g_strdup_printf (_("%1$s lies before %2$s."), pact_field_get_label (field),
                                                      pact_field_get_label (pact_kind_find_field (record->kind, field->after)));

          _pact_table_reader_complain (self, (int) i, message);
        }
    }
}

static void
write_note (PactTableReader *self,
            PactRecord *record)
{
  const PactField *field = pact_kind_find_field (record->kind, "note");
  const char *before = pact_record_get (record, field->name);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (self->note->len == 0)
    return;
  if (before != NULL)
    {
      g_string_prepend_c (self->note, '\n');
      g_string_prepend (self->note, before);
    }
  value = pact_text_clean_prose (self->note->str);
  if (!pact_field_check (field, value, &error))
    {
      g_autofree char *shorter = pact_text_shorten (value, (glong) field->maximum - 1);

      _pact_table_reader_complain (self, -1, error->message);
      pact_record_set (record, field->name, pact_field_check (field, shorter, NULL) ? shorter : before);
      return;
    }
  pact_record_set (record, field->name, value);
}

static void
read_row (PactTableReader *self)
{
  const PactKind *kind = pact_model_find_kind (self->import->model, "measure");
  g_autoptr (GPtrArray) partners = g_ptr_array_new ();
  PactRecord *measure, *indicator, *cost;
  gboolean of_hundred = is_percentage (self);

  g_string_truncate (self->note, 0);
  measure = pact_record_new (kind, _pact_table_reader_find_objective (self));
  for (guint i = 0; i < self->import->n_columns; i++)
    {
      const PactTableContent *content = self->contents[i];

      if (content == NULL || !g_str_equal (content->kind, kind->name))
        continue;
      if (content->field == pact_kind_get_title_field (kind))
        read_title (self, i, measure);
      else if (content->field->type == PACT_TYPE_REFERENCE)
        read_lead (self, i, measure);
      else
        read_field (self, i, self->measure, measure);
    }
  if (pact_record_get (measure, "title") == NULL)
    _pact_table_reader_complain (self, -1, _("The measure has no title."));
  for (guint i = 0; i < self->import->n_columns; i++)
    {
      if (self->contents[i] != NULL && self->contents[i]->field == NULL)
        read_partners (self, i, pact_record_get (measure, "lead"), partners);
    }
  indicator = read_below (self, "indicator", of_hundred ? self->percentage : self->indicator, measure->uuid);
  if (indicator != NULL && of_hundred)
    pact_record_set (indicator, "type", pact_element_get (self->percentage, "type"));
  cost = read_below (self, "cost", self->cost, measure->uuid);
  check_order (self, measure);
  write_note (self, measure);

  g_ptr_array_add (self->reading->records, measure);
  self->reading->n_measures++;
  for (guint i = 0; i < partners->len; i++)
    {
      PactRecord *record = pact_record_new (pact_model_find_kind (self->import->model, "involvement"), measure->uuid);

      pact_record_set (record, "actor", g_ptr_array_index (partners, i));
      pact_record_set (record, "role", "partner");
      g_ptr_array_add (self->reading->records, record);
    }
  if (indicator != NULL)
    g_ptr_array_add (self->reading->records, indicator);
  if (cost != NULL)
    g_ptr_array_add (self->reading->records, cost);
  self->reading->n_indicators += indicator != NULL;
  self->reading->n_costs += cost != NULL;
}

static void
reader_set_up (PactTableReader *self,
               PactTableImport *import,
               const PactTableChoices *choices)
{
  GHashTableIter iter;
  gpointer key, uuid;

  self->import = import;
  self->choices = choices;
  self->reading = g_new0 (PactTableReading, 1);
  self->reading->records = pact_record_list_new ();
  self->reading->mistakes = g_ptr_array_new_with_free_func (mistake_free);
  self->note = g_string_new (NULL);
  self->contents = g_new0 (const PactTableContent *, import->n_columns + 1);
  for (guint i = 0; i < import->n_columns && i < choices->contents->len; i++)
    self->contents[i] = _pact_table_content_find (g_ptr_array_index (choices->contents, i));
  self->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, import->actors);
  while (g_hash_table_iter_next (&iter, &key, &uuid))
    g_hash_table_insert (self->actors, g_strdup (key), g_strdup (uuid));
  self->places = g_ptr_array_new ();
  g_ptr_array_extend (self->places, import->places, NULL, NULL);
  self->new_places = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_table_place_free);
  make_scratch (self);
}

static void
reader_tear_down (PactTableReader *self)
{
  g_string_free (self->note, TRUE);
  g_free (self->contents);
  g_hash_table_unref (self->actors);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->new_places);
  g_object_unref (self->scratch);
}

/**
 * pact_table_import_read:
 * @self: a table
 * @choices: how it is read
 * @cancellable: (nullable): a cancellable
 *
 * Reads all rows. Any thread may do so.
 *
 * Returns: (transfer full): what is in them, up to where it was cancelled
 */
PactTableReading *
pact_table_import_read (PactTableImport *self,
                        const PactTableChoices *choices,
                        GCancellable *cancellable)
{
  PactTableReader reader = { NULL };

  g_return_val_if_fail (self != NULL && choices != NULL, NULL);

  reader_set_up (&reader, self, choices);
  for (reader.row = choices->has_headings ? 1 : 0; reader.row < self->rows->len && !g_cancellable_is_cancelled (cancellable);
       reader.row++)
    {
      if (_pact_table_reader_is_heading (&reader))
        _pact_table_reader_complain (&reader, 0, _("This looks like the heading of the rows below it. No measure is made of it."));
      else
        read_row (&reader);
    }
  reader_tear_down (&reader);

  return reader.reading;
}

/**
 * pact_table_reading_free:
 * @self: (transfer full) (nullable): what is in a table
 */
void
pact_table_reading_free (PactTableReading *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->mistakes);
  g_free (self);
}
