/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-value.h"
#include "sample.h"

static char *
make_uuid (guint number)
{
  return g_strdup_printf ("%08x-0000-4000-8000-%012x", number * 2654435761u, number);
}

/* Two elements of every kind under each element that may have them. */
static void
add_below (GPtrArray *records,
           const PactModel *model,
           const PactRecord *parent)
{
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      if (!pact_kind_may_contain (parent->kind, &model->kinds[i]))
        continue;
      for (int j = 0; j < 2; j++)
        {
          PactRecord *record = pact_record_new (&model->kinds[i], parent->uuid);

          g_free (record->uuid);
          record->uuid = make_uuid (records->len);
          record->position = j * PACT_POSITION_STEP;
          g_ptr_array_add (records, record);
          add_below (records, model, record);
        }
    }
}

static char *
make_codes (const PactField *field)
{
  const PactVocabulary *vocabulary = field->vocabulary;
  const char *codes[] = { vocabulary->terms[vocabulary->n_terms - 1].code, vocabulary->terms[0].code, NULL };

  return pact_field_join_codes (field, codes);
}

static const char *
find_target (GPtrArray *records,
             const char *kind_name)
{
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->kind->name, kind_name))
        return record->uuid;
    }

  g_assert_not_reached ();
}

/* A value of the field's type; different numbers give different forms of it. */
static char *
make_value (GPtrArray *records,
            const PactField *field,
            guint number)
{
  static const char *const dates[] = { "2027", "2027-03", "2027-02-28" };
  static const char *const decimals[] = { "-12.50", "100", "0.1" };
  static const char *const languages[] = { "de", "fr-CH", "sr-Latn-RS" };

  switch (field->type)
    {
    case PACT_TYPE_TEXT:
      return g_strdup_printf ("%u “ß” \"\\/ é 例 🌍", number);
    case PACT_TYPE_PROSE:
      return g_strdup_printf ("%u\n\tعربى <b>&amp;</b>\n\nend\n", number);
    case PACT_TYPE_CHOICE:
      /* Not in step with the number of fields: elements of one kind say different things. */
      return g_strdup (field->vocabulary->terms[(number + number / 7) % field->vocabulary->n_terms].code);
    case PACT_TYPE_CHOICES:
      return make_codes (field);
    case PACT_TYPE_DATE:
      return g_strdup (dates[number % G_N_ELEMENTS (dates)]);
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number % 2 == 0 ? field->maximum : field->minimum);
    case PACT_TYPE_DECIMAL:
      return g_strdup ((field->flags & PACT_FIELD_FLOOR) && number % 4 == 3 ? "<5" : decimals[number % G_N_ELEMENTS (decimals)]);
    case PACT_TYPE_BOOLEAN:
      return g_strdup (number % 2 == 0 ? "1" : "0");
    case PACT_TYPE_COUNTRY:
      return g_strdup ("FR");
    case PACT_TYPE_SUBDIVISION:
      return g_strdup ("FR-67");
    case PACT_TYPE_LANGUAGE:
      return g_strdup (languages[number % G_N_ELEMENTS (languages)]);
    case PACT_TYPE_CURRENCY:
      return g_strdup ("EUR");
    case PACT_TYPE_REFERENCE:
      return g_strdup (find_target (records, field->target));
    case PACT_TYPE_TIMESTAMP:
      return g_strdup ("2027-06-30T23:59:59Z");
    case PACT_TYPE_JSON:
      return g_strdup ("{\"x_later\":[1,2.50,null,{\"a\":\"ä\"}]}");
    case PACT_TYPE_PICTURE:
      return g_strdup (SAMPLE_PICTURE);
    default:
      g_assert_not_reached ();
    }
}

/**
 * sample_records_new:
 * @model: a model table
 *
 * Returns: (transfer full) (element-type PactRecord): a plan with two elements of every kind at every place
 *   and a value in every field; the same each time
 */
GPtrArray *
sample_records_new (const PactModel *model)
{
  GPtrArray *records = pact_record_list_new ();
  PactRecord *root = pact_record_new (pact_model_get_root (model), NULL);

  g_free (root->uuid);
  root->uuid = make_uuid (0);
  g_ptr_array_add (records, root);
  add_below (records, model, root);

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      g_free (record->created);
      g_free (record->modified);
      record->created = g_strdup_printf ("2026-01-01T00:%02u:%02uZ", i / 60 % 60, i % 60);
      record->modified = g_strdup_printf ("2026-02-01T00:%02u:%02uZ", i / 60 % 60, i % 60);
      for (gsize j = 0; j < record->kind->n_fields; j++)
        record->values[j] = make_value (records, &record->kind->fields[j], i + j);
    }

  return records;
}

static char *
repeat (const char *text,
        gint64 n)
{
  GString *all = g_string_new (NULL);

  for (gint64 i = 0; i < n; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

static char *
make_all_codes (const PactField *field)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (gsize i = 0; i < field->vocabulary->n_terms; i++)
    g_ptr_array_add (codes, (gpointer) field->vocabulary->terms[i].code);
  g_ptr_array_add (codes, NULL);

  return pact_field_join_codes (field, (const char *const *) codes->pdata);
}

/* The least or the greatest that may stand in a field; %NULL where its type knows none. */
static char *
make_limit (const PactField *field,
            gboolean greatest)
{
  switch (field->type)
    {
    case PACT_TYPE_TEXT:
      return greatest ? repeat ("🌍", field->maximum) : g_strdup ("1");
    case PACT_TYPE_PROSE:
      /* All that JSON writes as something longer. */
      return greatest ? repeat ("\"\\\n\t", field->maximum / 4) : g_strdup ("1");
    case PACT_TYPE_CHOICES:
      return greatest ? make_all_codes (field) : g_strdup (field->vocabulary->terms[0].code);
    case PACT_TYPE_DATE:
      return g_strdup (greatest ? "9999-12-31" : "1000");
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      return g_strdup_printf ("%" G_GINT64_FORMAT, greatest ? field->maximum : field->minimum);
    case PACT_TYPE_DECIMAL:
      return greatest ? repeat ("9", 40) : g_strdup ("-0.5");
    case PACT_TYPE_SUBDIVISION:
      return g_strdup (greatest ? "FR-9ZZ" : "FR-A");
    case PACT_TYPE_LANGUAGE:
      return g_strdup (greatest ? "de-Abcdefgh-abcdefgh-12345678-abcde" : "de");
    case PACT_TYPE_TIMESTAMP:
      return g_strdup (greatest ? "9999-12-31T23:59:59Z" : "0000-01-01T00:00:00Z");
    default:
      return NULL;
    }
}

/**
 * sample_records_at_limits:
 * @model: a model table
 * @greatest: whether each value is the longest or greatest that its field takes, or else the shortest or least
 *
 * Returns: (transfer full) (element-type PactRecord): sample_records_new(), the first of each kind with such values
 */
GPtrArray *
sample_records_at_limits (const PactModel *model,
                          gboolean greatest)
{
  GPtrArray *records = sample_records_new (model);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      if (!g_hash_table_add (seen, (gpointer) record->kind))
        continue;
      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          g_autofree char *limit = make_limit (&record->kind->fields[j], greatest);

          if (limit != NULL)
            pact_record_set (record, record->kind->fields[j].name, limit);
        }
    }

  return records;
}

/**
 * sample_plan_new:
 * @model: a model table
 *
 * Returns: (transfer full): sample_records_new() as a plan
 */
PactPlan *
sample_plan_new (const PactModel *model)
{
  g_autoptr (GPtrArray) records = sample_records_new (model);
  g_autoptr (GError) error = NULL;
  PactPlan *plan = pact_plan_new_from_records (model, records, &error);

  g_assert_no_error (error);

  return plan;
}

/**
 * sample_model_with_field:
 * @kind_name: the name of a kind
 * @field: a further row
 *
 * Returns: (transfer none): the default model table with @field at the end of that kind; lives as long as the program
 */
const PactModel *
sample_model_with_field (const char *kind_name,
                         const PactField *field)
{
  static GSList *models;
  const PactModel *base = pact_model_get_default ();
  PactKind *kinds = g_new (PactKind, base->n_kinds);
  PactModel *model = g_new (PactModel, 1);

  for (gsize i = 0; i < base->n_kinds; i++)
    {
      PactField *fields;

      kinds[i] = base->kinds[i];
      if (!g_str_equal (kinds[i].name, kind_name))
        continue;
      fields = g_new (PactField, kinds[i].n_fields + 1);
      memcpy (fields, kinds[i].fields, kinds[i].n_fields * sizeof *fields);
      fields[kinds[i].n_fields++] = *field;
      kinds[i].fields = fields;
    }
  model->kinds = kinds;
  model->n_kinds = base->n_kinds;
  models = g_slist_prepend (models, model);

  return model;
}

static void
add_own (PactElement *element,
         gpointer data)
{
  const PactKind *kind = pact_element_get_kind (element);
  PactTally *tally = data;

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      gboolean is_wrong = pact_element_find_mistake (element, &kind->fields[i]) != PACT_MISTAKE_NONE;

      tally->required += is_wrong || pact_element_needs_value (element, &kind->fields[i]);
      tally->filled += !is_wrong && pact_element_needs_value (element, &kind->fields[i]);
    }
}

static gboolean
is_put_off (PactElement *measure)
{
  const char *inclusion = pact_element_get (measure, "inclusion");

  if (inclusion == NULL)
    return g_strcmp0 (pact_element_get (measure, "situation"), "not-applicable") == 0;

  return g_str_equal (inclusion, "later") || g_str_equal (inclusion, "excluded");
}

static void
add_measure (PactElement *element,
             gpointer data)
{
  PactTally *tally = data;
  PactTally own = { 0 };

  if (!pact_element_is_kind (element, "measure") || is_put_off (element))
    return;
  pact_element_walk (element, add_own, &own);
  tally->measures++;
  tally->ready += own.filled == own.required;
}

/* Counts by looking at every field of everything below @element. */
PactTally
sample_count (PactElement *element)
{
  PactTally tally = { 0 };

  pact_element_walk (element, add_own, &tally);
  pact_element_walk (element, add_measure, &tally);

  return tally;
}
