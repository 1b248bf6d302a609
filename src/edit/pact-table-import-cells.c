/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-import-cells"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-table-import-private.h"
#include "pact-text.h"
#include "pact-translate.h"
#include "pact-value.h"
#include "pact-words.h"

/* One cell: what is typed is read as in the section Table, first as the language of the headings has it, and what is chosen by what
 * the answers are called in any of the languages. */

/* What stands between several answers. A comma may also be a part of one. */
#define PARTS ";\n\r·•|"

/* Whether an answer is called so in one of the languages, or its code is meant. */
static gboolean
is_called (PactTableImport *import,
           const PactField *field,
           const PactTerm *term,
           const char *key)
{
  g_autofree char *code = _pact_table_make_key (term->code);

  if (g_str_equal (code, key))
    return TRUE;
  for (guint i = 0; i < import->locales->len; i++)
    {
      g_autofree char *label =
        _pact_table_make_key (pact_translate (field->vocabulary->context, term->label, g_ptr_array_index (import->locales, i)));

      if (g_str_equal (label, key))
        return TRUE;
    }

  return FALSE;
}

static const char *
find_code (PactTableImport *import,
           const PactField *field,
           const char *text)
{
  g_autofree char *key = _pact_table_make_key (text);

  for (gsize i = 0; *key != '\0' && i < field->vocabulary->n_terms; i++)
    {
      if (is_called (import, field, &field->vocabulary->terms[i], key))
        return field->vocabulary->terms[i].code;
    }

  return NULL;
}

static char *
refuse_answer (const PactField *field,
               const char *text,
               GError **error)
{
  g_autofree char *line = pact_text_clean_line (text);

  /* Translators: %1$s is what somebody wrote, %2$s the name of a field such as “Priority”. */
  g_set_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID, _("“%1$s” is none of the answers to “%2$s”."), line,
               pact_field_get_label (field));

  return NULL;
}

/* Adds the answers of which a text consists; FALSE if one of them is none, which @wrong is then. */
static gboolean
add_codes (PactTableImport *import,
           const PactField *field,
           const char *text,
           const char *delimiters,
           GPtrArray *codes,
           char **wrong)
{
  g_auto (GStrv) parts = NULL;
  const char *code = find_code (import, field, text);
  gboolean success = TRUE;

  if (code != NULL)
    {
      if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) code);
      return TRUE;
    }
  if (delimiters == NULL)
    {
      if (*wrong == NULL)
        *wrong = g_strdup (text);
      return FALSE;
    }

  parts = _pact_table_split_names (text, delimiters);
  for (guint i = 0; parts[i] != NULL; i++)
    success &= add_codes (import, field, parts[i], g_str_equal (delimiters, ",") ? NULL : ",", codes, wrong);

  return success;
}

static char *
read_choices (PactTableImport *import,
              const PactField *field,
              const char *text,
              GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *wrong = NULL;

  if (!add_codes (import, field, text, PARTS, codes, &wrong))
    return refuse_answer (field, wrong, error);
  g_ptr_array_add (codes, NULL);

  return pact_field_join_codes (field, (const char *const *) codes->pdata);
}

/* In the language of the table first, then in the others; what is wrong is said in that of the interface. */
static char *
read_typed (PactTableReader *self,
            PactElement *element,
            const PactField *field,
            const char *text,
            GError **error)
{
  g_autoptr (GError) first = NULL;
  char *value = pact_value_read (field, text, element, self->choices->locale, &first);

  if (value != NULL || first == NULL)
    return value;
  for (guint i = 0; i < self->import->locales->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      PactCell *cell;

      if (g_ptr_array_index (self->import->locales, i) != NULL)
        {
          value = pact_value_read (field, text, element, g_ptr_array_index (self->import->locales, i), NULL);
          if (value != NULL)
            return value;
          continue;
        }
      cell = pact_cell_read (element, field, text, &failure);
      if (cell != NULL)
        {
          value = g_steal_pointer (&cell->value);
          pact_cell_free (cell);
          return value;
        }
      g_clear_error (&first);
      first = g_steal_pointer (&failure);
    }
  g_propagate_error (error, g_steal_pointer (&first));

  return NULL;
}

/* The value of a cell, NULL for nothing, also with @error set. */
char *
_pact_table_reader_read_value (PactTableReader *self,
                               PactElement *element,
                               const PactField *field,
                               const char *text,
                               GError **error)
{
  if (pact_text_is_blank (text))
    return NULL;

  switch (field->type)
    {
    case PACT_TYPE_CHOICE:
      {
        const char *code = find_code (self->import, field, text);

        return code != NULL ? g_strdup (code) : refuse_answer (field, text, error);
      }
    case PACT_TYPE_CHOICES:
      return read_choices (self->import, field, text, error);
    default:
      return read_typed (self, element, field, text, error);
    }
}

/* What stands between the signs, without what is blank around it and without what is empty. */
char **
_pact_table_split_names (const char *text,
                         const char *delimiters)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      g_autofree char *part = NULL;
      g_autofree char *name = NULL;

      if (*p != '\0' && g_utf8_strchr (delimiters, -1, g_utf8_get_char (p)) == NULL)
        continue;
      part = g_strndup (start, p - start);
      name = pact_text_clean_line (part);
      if (*name != '\0')
        g_strv_builder_add (names, name);
      if (*p == '\0')
        break;
      start = g_utf8_next_char (p);
    }

  return g_strv_builder_end (names);
}
