/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-step"

#include "config.h"

#include "pact-name.h"
#include "pact-step.h"
#include "pact-words.h"

/**
 * pact_step_get_field:
 * @name: name of a field of the plan
 *
 * Returns: (transfer none): the field
 */
const PactField *
pact_step_get_field (const char *name)
{
  return pact_kind_find_field (pact_model_get_root (pact_model_get_default ()), name);
}

/**
 * pact_step_set_title:
 * @row: an #AdwPreferencesRow
 * @field_name: the field of the plan that is asked for there
 *
 * Calls the row as the forms of a plan call the field.
 */
void
pact_step_set_title (gpointer row,
                     const char *field_name)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pact_field_get_label (pact_step_get_field (field_name)));
}

/**
 * pact_step_name_list:
 * @row: a row of an #AdwPreferencesGroup without a title
 * @name: what the rows of the group have in common
 *
 * Names the group's list for screen readers.
 */
void
pact_step_name_list (gpointer row,
                     const char *name)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_LIST_BOX);

  if (list != NULL)
    pact_name_widget (list, name);
}

/**
 * pact_step_complain:
 * @problem: the label below the answer, in a row of its own
 * @row: the row of the answer
 * @sentence: (nullable): what is wrong with the answer, %NULL if nothing is
 */
void
pact_step_complain (GtkLabel *problem,
                    GtkWidget *row,
                    const char *sentence)
{
  gtk_label_set_label (problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (problem), ADW_TYPE_PREFERENCES_ROW), sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

/**
 * pact_step_check_text:
 * @problem: the label below the answer
 * @row: an #AdwEntryRow
 * @field_name: the field of the plan that the text is for
 * @if_empty: what to say if nothing was written
 *
 * Says what is wrong with a text, and leads the keys there.
 *
 * Returns: whether nothing is
 */
gboolean
pact_step_check_text (GtkLabel *problem,
                      GtkWidget *row,
                      const char *field_name,
                      const char *if_empty)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = pact_value_read (pact_step_get_field (field_name),
                                            gtk_editable_get_text (GTK_EDITABLE (row)), NULL, NULL, &error);

  if (value != NULL)
    return TRUE;

  pact_step_complain (problem, row, error != NULL ? error->message : if_empty);
  gtk_widget_grab_focus (row);

  return FALSE;
}
