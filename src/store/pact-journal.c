/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-journal"

#include "config.h"

#include "pact-journal-private.h"
#include "pact-store-error.h"

/**
 * PactJournal:
 *
 * The journal of a library: what was done, and doing it backwards and forwards.
 *
 * An edit is a row of "edit" and, for each row of an element that it changed, a row of "change", in the order in
 * which they were changed. Undo goes through them backwards, redo forwards. A row that is not what the journal
 * left there was written by somebody who keeps no journal: then nothing is done at all.
 */

struct _PactJournal
{
  PactTables *tables;

  /* The edit that is being written. */
  gboolean is_open;    /* between begin and commit */
  gint64 recording;    /* under which number the triggers write the journal, 0 while they are silent */
  gint64 plan;         /* the plan's id, 0 while it is not there yet */
  gint64 first_change; /* what the edit wrote to the journal has a greater id than this */
  gboolean merges;     /* whether it continues an earlier one */
  gboolean is_fixed;   /* whether it cannot be undone, nor anything before it */
  gboolean is_apart;   /* whether it is none to a person: it cannot be undone, and leaves the others undone or done */
  char *plan_uuid;
  char *verb;
  char *kind;
  char *author;
  GArray *inserted; /* what a new plan consists of, as there is no journal of it */
};

PactJournal *
_pact_journal_new (PactTables *tables)
{
  PactJournal *self = g_new0 (PactJournal, 1);

  self->tables = tables;
  self->inserted = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
_pact_journal_free (PactJournal *self)
{
  _pact_journal_stop (self);
  g_array_unref (self->inserted);
  g_free (self);
}

PactTables *
_pact_journal_get_tables (PactJournal *self)
{
  return self->tables;
}

gboolean
_pact_journal_is_open (PactJournal *self)
{
  return self->is_open;
}

/* The plan that is being edited; 0 while it is not there yet. */
gint64
_pact_journal_get_plan (PactJournal *self)
{
  return self->plan;
}

const char *
_pact_journal_get_plan_uuid (PactJournal *self)
{
  return self->plan_uuid;
}

/* Forgets the edit that was being written, after it was committed or taken back. */
void
_pact_journal_stop (PactJournal *self)
{
  self->is_open = FALSE;
  self->recording = 0;
  self->plan = 0;
  self->first_change = 0;
  self->merges = FALSE;
  self->is_fixed = FALSE;
  self->is_apart = FALSE;
  g_clear_pointer (&self->plan_uuid, g_free);
  g_clear_pointer (&self->verb, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->author, g_free);
  g_array_set_size (self->inserted, 0);
}

static gboolean
insert_edit (PactJournal *self,
             const char *merge_key,
             GError **error)
{
  g_autofree char *now = pact_timestamp_now ();

  return pact_db_run (self->tables->db, error,
                      "INSERT INTO edit (plan, verb, kind, author, at, merge_key, state)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                      "issssss", self->plan, self->verb, self->kind, self->author, now, merge_key,
                      self->is_fixed || self->is_apart ? "fixed" : "done");
}

/* An edit of a plan that is there is journaled from here on. A new plan has no journal: it begins with the edit. */
static gboolean
start (PactJournal *self,
       const PactEditInfo *info,
       GError **error)
{
  PactDb *db = self->tables->db;
  const PactKind *kind = NULL;
  gint64 merged = 0;

  if (!_pact_tables_find_element (self->tables, info->plan, &self->plan, &kind, NULL, error))
    return FALSE;
  if (self->plan == 0)
    return self->is_fixed || _pact_store_fail_not_found (error, info->plan);
  if (kind != pact_model_get_root (self->tables->model))
    return _pact_store_fail_not_found (error, info->plan);

  if (!_pact_journal_make_triggers (self->tables, &self->recording, error)
      || !pact_db_get_integer (db, &self->first_change, error, "SELECT max (id) FROM change", ""))
    return FALSE;
  if (!self->is_fixed && info->merge_key != NULL
      && !_pact_journal_find_mergeable (db, self->plan, info, &merged, error))
    return FALSE;
  self->merges = merged != 0;
  if (!self->merges && !insert_edit (self, info->merge_key, error))
    return FALSE;
  self->recording = self->merges ? merged : pact_db_get_last_id (db);

  return TRUE;
}

/* Begins an edit, inside a transaction. If this fails, or the transaction does, _pact_journal_stop() must be called. */
gboolean
_pact_journal_start (PactJournal *self,
                     const PactEditInfo *info,
                     GError **error)
{
  self->is_open = TRUE;
  self->is_fixed = g_str_equal (info->verb, "create") || g_str_equal (info->verb, "import");
  self->is_apart = g_str_equal (info->verb, "submit");
  self->plan_uuid = g_strdup (info->plan);
  self->verb = g_strdup (info->verb);
  self->kind = g_strdup (info->kind);
  self->author = g_strdup (info->author);

  return start (self, info, error);
}

/* Tells that the new plan is there now. */
gboolean
_pact_journal_begin_plan (PactJournal *self,
                          gint64 plan,
                          GError **error)
{
  self->plan = plan;

  return insert_edit (self, NULL, error);
}

/* Tells of an element that was inserted. */
void
_pact_journal_note_insert (PactJournal *self,
                           gint64 id)
{
  if (self->recording == 0)
    g_array_append_val (self->inserted, id);
}

/* Elements that lost a reference because of a deletion have changed too. */
static gboolean
mark_emptied (PactJournal *self,
              GError **error)
{
  g_autofree char *now = pact_timestamp_now ();

  return pact_db_run (self->tables->db, error,
                      "UPDATE element SET modified = ?3 WHERE modified <> ?3 AND id IN"
                      " (SELECT row FROM change WHERE edit = ?1 AND id > ?2 AND op = 'update' AND tab <> 'element')",
                      "iis", self->recording, self->first_change, now);
}

static gboolean
close_merged (PactJournal *self,
              gboolean *forgotten,
              GError **error)
{
  PactDb *db = self->tables->db;
  g_autofree char *now = pact_timestamp_now ();
  gint64 edit = self->recording;

  if (!_pact_journal_fold_changes (db, edit, self->first_change, error)
      || !pact_db_run (db, error, "UPDATE edit SET at = ?2 WHERE id = ?1", "is", edit, now)
      || !_pact_journal_is_idle (db, edit, forgotten, error))
    return FALSE;
  if (!*forgotten)
    return TRUE;

  /* What is taken back here is not an edit. */
  self->recording = 0;

  return _pact_journal_forget (db, edit, error);
}

/* What is kept of an edit that cannot be undone is who made it and when. */
static gboolean
close_edit (PactJournal *self,
            gboolean *forgotten,
            GError **error)
{
  PactDb *db = self->tables->db;

  if (self->recording == 0)
    return TRUE;
  if (self->is_fixed)
    return pact_db_run (db, error, "DELETE FROM change WHERE edit = ?1", "i", self->recording)
           && pact_db_run (db, error, "DELETE FROM edit WHERE plan = ?1 AND state = 'undone'", "i", self->plan)
           && pact_db_run (db, error, "UPDATE edit SET state = 'fixed' WHERE plan = ?1", "i", self->plan);
  if (self->is_apart)
    return TRUE;
  if (self->merges)
    return close_merged (self, forgotten, error);

  return pact_db_run (db, error, "DELETE FROM edit WHERE plan = ?1 AND state = 'undone'", "i", self->plan);
}

static GPtrArray *
finish (PactJournal *self,
        GError **error)
{
  g_autoptr (GArray) touched = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gboolean forgotten = FALSE;

  if (self->recording == 0)
    {
      touched = g_array_copy (self->inserted);
    }
  else
    {
      if (!mark_emptied (self, error))
        return NULL;
      touched = _pact_journal_list_touched (self->tables->db, self->recording, self->first_change, error);
    }
  if (touched == NULL)
    return NULL;
  /* Nothing is different: there is nothing to undo, and what was undone can still be redone. */
  if (touched->len == 0)
    return pact_change_list_new ();

  changes = _pact_journal_settle (self->tables, self->plan, self->recording, self->first_change, touched, error);
  if (changes == NULL || !close_edit (self, &forgotten, error))
    return NULL;
  if (forgotten)
    {
      g_clear_pointer (&changes, g_ptr_array_unref);
      changes = _pact_journal_settle (self->tables, self->plan, 0, 0, touched, error);
    }

  return g_steal_pointer (&changes);
}

/* Ends the edit, inside the transaction, and returns what is different; nothing is if the edit left no trace. From here on
 * nothing is recorded; _pact_journal_stop() must still be called. */
GPtrArray *
_pact_journal_finish (PactJournal *self,
                      GError **error)
{
  GPtrArray *changes = finish (self, error);

  self->recording = 0;

  return changes;
}
