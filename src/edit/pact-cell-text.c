/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cell-text"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer-list.h"
#include "pact-editor.h"
#include "pact-fold.h"
#include "pact-measured.h"
#include "pact-text.h"
#include "pact-value.h"
#include "pact-words.h"

/* A field as text in the cell of a table, and back: what is typed is read as in a form, what is chosen by what the answers are called. */

static gboolean
is_chosen (PactElement *element,
           const PactField *field)
{
  PactMeasuredForm form;

  if (!pact_field_is_measured (field))
    return field->type == PACT_TYPE_CHOICE || field->type == PACT_TYPE_REFERENCE;

  form = pact_measured_get_form (element, field);

  return form == PACT_MEASURED_YES_NO || form == PACT_MEASURED_STEPS;
}

/**
 * pact_cell_write:
 * @element: an element
 * @field: a field of its kind
 *
 * Returns: (transfer full): what the field says, in such a form that pact_cell_read() reads the same again; empty for nothing
 */
char *
pact_cell_write (PactElement *element,
                 const PactField *field)
{
  const char *value;

  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  value = pact_element_get_value (element, field);
  if (value == NULL)
    return g_strdup ("");

  return is_chosen (element, field) ? pact_value_display (field, value, element, NULL)
                                    : pact_value_write (field, value, element, NULL);
}

static PactCell *
read_answer (PactElement *element,
             const PactField *field,
             const char *text,
             GError **error)
{
  g_autoptr (GListModel) answers = pact_field_list_answers (field, element);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (answers, i);
      const char *code = pact_answer_get_code (answer);

      if (code != NULL && (pact_text_is_same_name (pact_answer_get_label (answer), text) || g_str_equal (code, text)))
        return pact_cell_new (element, field, code);
    }
  if (field->type == PACT_TYPE_REFERENCE)
    return pact_cell_new_named (element, field, text);

  /* Translators: %1$s is what somebody wrote, %2$s the name of a field such as “Priority”. */
  g_set_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID, _("“%1$s” is none of the answers to “%2$s”."), text,
               pact_field_get_label (field));

  return NULL;
}

/**
 * pact_cell_read:
 * @element: an element
 * @field: a field of its kind
 * @text: what stands in the cell of a table
 * @error: return location for an error
 *
 * Reads a cell. A body or a funding source that is not there yet is named, and made by pact_editor_set_cells().
 *
 * Returns: (transfer full) (nullable): what the field shall say, or %NULL with @error set to %PACT_MODEL_ERROR_INVALID if the text
 *   cannot be read
 */
PactCell *
pact_cell_read (PactElement *element,
                const PactField *field,
                const char *text,
                GError **error)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (pact_text_is_blank (text))
    return pact_cell_new (element, field, NULL);
  if (is_chosen (element, field))
    {
      g_autofree char *line = pact_text_clean_line (text);

      return read_answer (element, field, line, error);
    }

  value = pact_value_read (field, text, element, NULL, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return pact_cell_new (element, field, value);
}
