/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-schema"

#include "config.h"

#include "pact-library-private.h"

/* Making a library, and bringing it up to a model that has grown. */

/* Raised when what is derived, the index of the search or the count of answers, is to be made in another way. An older program
 * makes its own again. */
#define DERIVED_VERSION 4

/* What the derived tables were made by: if it is different they are made anew. */
static char *
describe_model (const PactModel *model)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "search %d\n", DERIVED_VERSION);
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];

      for (gsize j = 0; j < kind->n_fields; j++)
        g_string_append_printf (text, "%s.%s %d %d %s\n", kind->name, kind->fields[j].name,
                                kind->fields[j].flags & (PACT_FIELD_REQUIRED | PACT_FIELD_REQUIRED_IF_PLANNED
                                                         | PACT_FIELD_TITLE | PACT_FIELD_SEARCHABLE),
                                kind->fields[j].format, kind->fields[j].after != NULL ? kind->fields[j].after : "");
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
}

/* Tells whether the file has all that the model has, and whether what is derived was derived by this model. */
gboolean
_pact_library_is_current (PactLibrary *self,
                          gboolean *is_current,
                          GError **error)
{
  g_autofree char *description = describe_model (self->model);
  gint64 same;

  if (!pact_db_get_integer (self->db, &same, error, "SELECT count(*) FROM meta WHERE key = 'model' AND value = ?1", "s",
                            description))
    return FALSE;
  *is_current = same == 1 && !_pact_tables_lack_columns (self->tables);

  return TRUE;
}

static gboolean
note_model (PactLibrary *self,
            GError **error)
{
  g_autofree char *description = describe_model (self->model);

  return pact_db_run (self->db, error,
                      "INSERT INTO meta (key, value) VALUES ('model', ?1)"
                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                      "s", description);
}

/* Makes an empty library, inside a transaction. */
gboolean
_pact_library_create_schema (PactLibrary *self,
                             GError **error)
{
  return _pact_tables_create (self->tables, error) && _pact_search_make_index (self->db, error) && note_model (self, error);
}

static gboolean
back_up_first (PactLibrary *self,
               GError **error)
{
  g_autofree char *backup = pact_library_back_up (self, "migration", NULL, error);

  return backup != NULL;
}

static gboolean
bring_up_to_date (PactLibrary *self,
                  GError **error)
{
  gboolean is_current;

  /* Another program may have done it while this one waited. */
  if (!_pact_tables_read (self->tables, error) || !_pact_library_is_current (self, &is_current, error))
    return FALSE;
  if (is_current)
    return TRUE;

  if (_pact_tables_lack_columns (self->tables) && !back_up_first (self, error))
    return FALSE;

  return _pact_tables_add_missing (self->tables, error) && _pact_library_rebuild (self, error) && note_model (self, error);
}

/* Adds the tables and columns that the model has and the file lacks, as one transaction after a backup. */
gboolean
_pact_library_migrate (PactLibrary *self,
                       GError **error)
{
  return pact_db_begin_write (self->db, error)
         && pact_db_end_write (self->db, bring_up_to_date (self, error), error);
}
