/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-statement"

#include "config.h"

#include "pact-db-private.h"

/* SQL, prepared once, with values bound to it and read from it. */

struct _PactStatement
{
  PactDb *db;
  sqlite3_stmt *handle;
};

static void
statement_free (gpointer data)
{
  PactStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

/* Makes an empty table of statements by their SQL. */
GHashTable *
_pact_statement_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
}

/* Gives what a table of statements has to another database, together with the connection for which they were prepared. */
void
_pact_statement_table_hand_over (GHashTable *statements,
                                 PactDb *db)
{
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    ((PactStatement *) statement)->db = db;
}

/**
 * pact_statement_release:
 * @self: a statement
 *
 * Makes the statement ready for the next who asks for its SQL.
 */
void
pact_statement_release (PactStatement *self)
{
  /* What went wrong was said by the step that failed. */
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

static gboolean
bind (PactStatement *statement,
      const char *types,
      va_list arguments,
      GError **error)
{
  int code = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && code == SQLITE_OK; i++)
    {
      switch (types[i])
        {
        case 'i':
          code = sqlite3_bind_int64 (statement->handle, i + 1, va_arg (arguments, gint64));
          break;
        case 's':
          code = sqlite3_bind_text (statement->handle, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return code == SQLITE_OK || _pact_db_fail (statement->db, code, error);
}

static PactStatement *
prepare (PactDb *self,
         const char *sql,
         GError **error)
{
  PactStatement *statement;
  sqlite3_stmt *handle = NULL;
  int code = SQLITE_CANTOPEN;

  if (self->connection != NULL)
    code = sqlite3_prepare_v3 (self->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      _pact_db_fail (self, code, error);
      return NULL;
    }
  statement = g_new0 (PactStatement, 1);
  statement->db = self;
  statement->handle = handle;
  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

static PactStatement *
find_and_bind (PactDb *self,
               const char *sql,
               const char *types,
               va_list arguments,
               GError **error)
{
  PactStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL && (statement = prepare (self, sql, error)) == NULL)
    return NULL;

  g_assert (!sqlite3_stmt_busy (statement->handle));
  if (!bind (statement, types, arguments, error))
    {
      pact_statement_release (statement);
      return NULL;
    }

  return statement;
}

/**
 * pact_db_query: (skip)
 * @self: a database
 * @error: return location for an error
 * @sql: one statement
 * @types: a letter for each argument: i for a #gint64, s for a nullable text
 * @...: what is bound to ?1, ?2 and so on
 *
 * Returns: (nullable): a statement ready for pact_statement_next(), or %NULL with @error set to an error of %PACT_DB_ERROR.
 *   Until it is released nobody else may ask for the same SQL.
 */
PactStatement *
pact_db_query (PactDb *self,
               GError **error,
               const char *sql,
               const char *types,
               ...)
{
  PactStatement *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = find_and_bind (self, sql, types, arguments, error);
  va_end (arguments);

  return statement;
}

/**
 * pact_statement_bind_text:
 * @self: a statement that has given no row yet
 * @parameter: which, from 1 on
 * @text: (nullable): a text, which must stay as it is until the statement is released
 * @error: return location for an error
 *
 * Binds a text beside what pact_db_query() has bound, where it is not known beforehand how many there are.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_statement_bind_text (PactStatement *self,
                          guint parameter,
                          const char *text,
                          GError **error)
{
  int code = sqlite3_bind_text (self->handle, (int) parameter, text, -1, SQLITE_STATIC);

  return code == SQLITE_OK || _pact_db_fail (self->db, code, error);
}

/**
 * pact_statement_next:
 * @self: a statement
 * @error: return location for an error
 *
 * Returns: whether there is a further row; %FALSE without @error set is the end, %FALSE with @error set an error of
 *   %PACT_DB_ERROR
 */
gboolean
pact_statement_next (PactStatement *self,
                     GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return TRUE;

  return code == SQLITE_DONE ? FALSE : _pact_db_fail (self->db, code, error);
}

/**
 * pact_statement_get_integer:
 * @self: a statement that has a row
 * @column: which, from 0 on
 *
 * Returns: the number that stands there, 0 where there is none
 */
gint64
pact_statement_get_integer (PactStatement *self,
                            guint column)
{
  return sqlite3_column_int64 (self->handle, (int) column);
}

/**
 * pact_statement_get_text:
 * @self: a statement that has a row
 * @column: which, from 0 on
 *
 * Returns: (transfer none) (nullable): the text that stands there, until the next row is asked for
 */
const char *
pact_statement_get_text (PactStatement *self,
                         guint column)
{
  return (const char *) sqlite3_column_text (self->handle, (int) column);
}

/**
 * pact_statement_dup_text:
 * @self: a statement that has a row
 * @column: which, from 0 on
 *
 * Returns: (transfer full) (nullable): a copy of the text that stands there
 */
char *
pact_statement_dup_text (PactStatement *self,
                         guint column)
{
  return g_strdup (pact_statement_get_text (self, column));
}

/**
 * pact_db_run: (skip)
 * @self: a database
 * @error: return location for an error
 * @sql: one statement
 * @types: as for pact_db_query()
 * @...: what is bound to it
 *
 * Runs a statement that gives no rows, or whose rows do not matter.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_db_run (PactDb *self,
             GError **error,
             const char *sql,
             const char *types,
             ...)
{
  g_autoptr (PactStatement) statement = NULL;
  va_list arguments;
  int code;

  va_start (arguments, types);
  statement = find_and_bind (self, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement->handle)) == SQLITE_ROW)
    ;

  return code == SQLITE_DONE || _pact_db_fail (self, code, error);
}

/**
 * pact_db_get_integer: (skip)
 * @self: a database
 * @value: (out): the one number that the query gives; 0 where it gives nothing
 * @error: return location for an error
 * @sql: one statement
 * @types: as for pact_db_query()
 * @...: what is bound to it
 *
 * Returns: %FALSE with @error set to an error of %PACT_DB_ERROR, otherwise %TRUE
 */
gboolean
pact_db_get_integer (PactDb *self,
                     gint64 *value,
                     GError **error,
                     const char *sql,
                     const char *types,
                     ...)
{
  g_autoptr (PactStatement) statement = NULL;
  va_list arguments;
  int code;

  *value = 0;
  va_start (arguments, types);
  statement = find_and_bind (self, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement->handle);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement->handle, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE || _pact_db_fail (self, code, error);
}

/**
 * pact_db_execute:
 * @self: a database
 * @sql: any number of statements
 * @error: return location for an error
 *
 * Runs statements that are needed once and so are not kept.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_db_execute (PactDb *self,
                 const char *sql,
                 GError **error)
{
  int code = sqlite3_exec (self->connection, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || _pact_db_fail (self, code, error);
}

static void
give_number (sqlite3_context *context,
             int n_arguments,
             sqlite3_value **arguments)
{
  const gint64 *number = sqlite3_user_data (context);

  sqlite3_result_int64 (context, *number);
}

/**
 * pact_db_define_number:
 * @self: a database
 * @name: a name
 * @number: what it stands for: it is looked at each time, so it must outlive the connection or be defined anew
 * @error: return location for an error
 *
 * Lets what is run on the connection that is open ask for a number of the program, as a function of that name.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_db_define_number (PactDb *self,
                       const char *name,
                       const gint64 *number,
                       GError **error)
{
  int code = sqlite3_create_function_v2 (self->connection, name, 0, SQLITE_UTF8, (gpointer) number, give_number, NULL, NULL,
                                         NULL);

  return code == SQLITE_OK || _pact_db_fail (self, code, error);
}

/**
 * pact_db_get_last_id:
 * @self: a database
 *
 * Returns: the number of the row that was inserted last
 */
gint64
pact_db_get_last_id (PactDb *self)
{
  return sqlite3_last_insert_rowid (self->connection);
}

/**
 * pact_db_get_n_changed:
 * @self: a database
 *
 * Returns: how many rows the last statement that writes has changed, those of triggers and cascades aside
 */
guint
pact_db_get_n_changed (PactDb *self)
{
  return (guint) sqlite3_changes (self->connection);
}

/**
 * pact_sql_quote_name:
 * @name: the name of a table or a column
 *
 * Returns: (transfer full): the name as it is written in SQL
 */
char *
pact_sql_quote_name (const char *name)
{
  char *quoted = sqlite3_mprintf ("\"%w\"", name);
  char *copy = g_strdup (quoted);

  sqlite3_free (quoted);

  return copy;
}
