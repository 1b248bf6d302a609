/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-record"

#include "config.h"

#include "pact-record.h"
#include "pact-value.h"

/**
 * pact_timestamp_now:
 *
 * Returns: (transfer full): this moment in UTC, to the second, as YYYY-MM-DDThh:mm:ssZ
 */
char *
pact_timestamp_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * pact_record_new:
 * @kind: the kind of the new element
 * @parent: (nullable): the UUID of the element it will stand under
 *
 * Returns: (transfer full): an empty record with a new UUID, made and changed now, at position 0
 */
PactRecord *
pact_record_new (const PactKind *kind,
                 const char *parent)
{
  PactRecord *record;

  g_return_val_if_fail (kind != NULL, NULL);

  record = g_new0 (PactRecord, 1);
  record->kind = kind;
  record->uuid = g_uuid_string_random ();
  record->parent = g_strdup (parent);
  record->created = pact_timestamp_now ();
  record->modified = g_strdup (record->created);
  record->values = g_new0 (char *, kind->n_fields + 1);

  return record;
}

/**
 * pact_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): a copy, with the same UUID
 */
PactRecord *
pact_record_copy (const PactRecord *record)
{
  PactRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = g_new0 (PactRecord, 1);
  copy->kind = record->kind;
  copy->uuid = g_strdup (record->uuid);
  copy->parent = g_strdup (record->parent);
  copy->position = record->position;
  copy->created = g_strdup (record->created);
  copy->modified = g_strdup (record->modified);
  copy->extra = g_strdup (record->extra);
  copy->values = g_new0 (char *, record->kind->n_fields + 1);
  for (gsize i = 0; i < record->kind->n_fields; i++)
    copy->values[i] = g_strdup (record->values[i]);

  return copy;
}

/**
 * pact_record_free:
 * @record: (transfer full): a record
 *
 * Frees @record and all it holds.
 */
void
pact_record_free (PactRecord *record)
{
  if (record == NULL)
    return;

  for (gsize i = 0; i < record->kind->n_fields; i++)
    g_free (record->values[i]);
  g_free (record->values);
  g_free (record->uuid);
  g_free (record->parent);
  g_free (record->created);
  g_free (record->modified);
  g_free (record->extra);
  g_free (record);
}

static gsize
find_index (const PactRecord *record,
            const char *field_name)
{
  const PactField *field = pact_kind_find_field (record->kind, field_name);

  if (field == NULL)
    g_error ("The kind %s has no field %s", record->kind->name, field_name);

  return pact_kind_get_field_index (record->kind, field);
}

/**
 * pact_record_get:
 * @record: a record
 * @field_name: the name of one of its kind's fields
 *
 * Returns: (transfer none) (nullable): the value of that field
 */
const char *
pact_record_get (const PactRecord *record,
                 const char *field_name)
{
  g_return_val_if_fail (record != NULL, NULL);

  return record->values[find_index (record, field_name)];
}

/**
 * pact_record_set:
 * @record: a record
 * @field_name: the name of one of its kind's fields
 * @value: (nullable): a value in canonical form; empty text counts as none
 *
 * Puts a value into the record. Its form is not checked, see pact_field_check().
 */
void
pact_record_set (PactRecord *record,
                 const char *field_name,
                 const char *value)
{
  gsize index;

  g_return_if_fail (record != NULL);

  index = find_index (record, field_name);
  g_free (record->values[index]);
  record->values[index] = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/**
 * pact_record_list_new:
 *
 * Returns: (transfer full) (element-type PactRecord): an empty list that owns its records
 */
GPtrArray *
pact_record_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pact_record_free);
}

static void
replace_uuid (GHashTable *renewed,
              char **uuid)
{
  const char *other = *uuid != NULL ? g_hash_table_lookup (renewed, *uuid) : NULL;

  if (other == NULL)
    return;

  g_free (*uuid);
  *uuid = g_strdup (other);
}

/**
 * pact_records_renew_uuids:
 * @records: (element-type PactRecord): records
 *
 * Gives every record a new UUID and follows with all parents and references among them, so
 * that they can stand beside those they were copied from. What leads out of the list stays.
 */
void
pact_records_renew_uuids (GPtrArray *records)
{
  g_autoptr (GHashTable) renewed = NULL;

  g_return_if_fail (records != NULL);

  renewed = g_hash_table_new_full (pact_uuid_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (renewed, g_strdup (record->uuid), g_uuid_string_random ());
    }

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      replace_uuid (renewed, &record->uuid);
      replace_uuid (renewed, &record->parent);
      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          if (record->kind->fields[j].type == PACT_TYPE_REFERENCE)
            replace_uuid (renewed, &record->values[j]);
        }
    }
}

/**
 * pact_change_new:
 * @uuid: the UUID of the element that changed
 * @record: (transfer full) (nullable): what it is now, or %NULL if it is gone
 *
 * Returns: (transfer full): a new change
 */
PactChange *
pact_change_new (const char *uuid,
                 PactRecord *record)
{
  PactChange *change;

  g_return_val_if_fail (uuid != NULL, NULL);

  change = g_new0 (PactChange, 1);
  change->uuid = g_strdup (uuid);
  change->record = record;

  return change;
}

/**
 * pact_change_free:
 * @change: (transfer full): a change
 *
 * Frees @change and its record.
 */
void
pact_change_free (PactChange *change)
{
  if (change == NULL)
    return;

  g_free (change->uuid);
  g_clear_pointer (&change->record, pact_record_free);
  g_free (change);
}

/**
 * pact_change_list_new:
 *
 * Returns: (transfer full) (element-type PactChange): an empty list that owns its changes
 */
GPtrArray *
pact_change_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pact_change_free);
}
