/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "folder.h"
#include "pact-db.h"

/* A file of SQLite with a table of words in a folder of its own, for tests. */

typedef struct
{
  Folder *folder;
  char *path;
  PactDb *db;
  guint n_created;     /* how often such a file was made, */
  guint n_set_up;      /* a connection set up, */
  guint n_examined;    /* and a file looked through, */
  gboolean is_damaged; /* which finds this */
} DbFixture;

extern const PactDbFormat db_format;

void db_fixture_set_up (DbFixture *fixture,
                        gconstpointer data);
void db_fixture_tear_down (DbFixture *fixture,
                           gconstpointer data);
void db_fixture_reopen (DbFixture *fixture);

PactDb *db_open_as (DbFixture *fixture,
                    const char *path,
                    const PactDbFormat *format,
                    PactDbFlags flags,
                    GError **error);
PactDb *db_open (DbFixture *fixture,
                 const char *path);
gboolean db_add (PactDb *db,
                 const char *word,
                 GError **error);
void db_write (PactDb *db,
               const char *word);
char *db_read (PactDb *db);
void db_expect (PactDb *db,
                const char *words);
void db_expect_whole (PactDb *db);
