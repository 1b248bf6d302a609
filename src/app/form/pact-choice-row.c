/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-choice-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-answer-list.h"
#include "pact-choice-row.h"
#include "pact-drop-down.h"
#include "pact-measured.h"
#include "pact-workspace.h"

/**
 * PactChoiceRow:
 *
 * A row for a field to which one answer can be given. So can it to a number, if its indicator is answered by yes or no,
 * or by a step of a scale.
 */
struct _PactChoiceRow
{
  PactFieldRow parent_instance;

  GtkDropDown *drop_down;
  char *country; /* whose subdivisions are offered */
  gboolean is_choosing;
  guint show_source;
};

G_DEFINE_FINAL_TYPE (PactChoiceRow, pact_choice_row, PACT_TYPE_FIELD_ROW)

static gboolean
are_equal (GListModel *answers,
           GListModel *other_answers)
{
  guint n = g_list_model_get_n_items (answers);

  if (other_answers == NULL || g_list_model_get_n_items (other_answers) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (answers, i);
      g_autoptr (PactAnswer) other = g_list_model_get_item (other_answers, i);

      if (g_strcmp0 (pact_answer_get_code (answer), pact_answer_get_code (other)) != 0
          || g_strcmp0 (pact_answer_get_label (answer), pact_answer_get_label (other)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Answers that depend on the rest of the plan are looked up when they are about to be shown. */
static void
update_answers (PactChoiceRow *self)
{
  PactFieldRow *row = PACT_FIELD_ROW (self);
  const PactField *field = pact_field_row_get_field (row);
  PactElement *element = pact_field_row_get_element (row);
  g_autoptr (GListModel) answers = NULL;

  if (field->type == PACT_TYPE_SUBDIVISION)
    {
      const char *country = element != NULL ? pact_element_get (element, "country") : NULL;

      if (gtk_drop_down_get_model (self->drop_down) != NULL && g_strcmp0 (country, self->country) == 0)
        return;
      g_free (self->country);
      self->country = g_strdup (country);
    }
  else if (field->type != PACT_TYPE_REFERENCE && !pact_field_is_measured (field) && gtk_drop_down_get_model (self->drop_down) != NULL)
    {
      return;
    }

  answers = pact_field_list_answers (field, element);
  if (are_equal (answers, gtk_drop_down_get_model (self->drop_down)))
    return;
  pact_drop_down_set_answers (self->drop_down, answers);
}

static void
pact_choice_row_show (PactFieldRow *row,
                      const char *value)
{
  PactChoiceRow *self = PACT_CHOICE_ROW (row);

  /* The drop-down is in the middle of choosing, and shows already what is chosen. */
  if (self->is_choosing)
    return;

  update_answers (self);
  gtk_drop_down_set_selected (self->drop_down, pact_drop_down_find (self->drop_down, value));
  if (pact_field_is_measured (pact_field_row_get_field (row)) && pact_field_row_get_element (row) != NULL)
    {
      g_autofree char *misfit = pact_measured_dup_misfit (pact_field_row_get_element (row), pact_field_row_get_field (row),
                                                          value);

      pact_field_row_complain (row, misfit);
    }
}

/* A currency that somebody is asked about. */
typedef struct
{
  PactChoiceRow *row;
  PactEditor *editor;
  char *code;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->row);
  g_object_unref (question->editor);
  g_free (question->code);
  g_free (question);
}

static void
answered_cb (gboolean confirmed,
             gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;

  if (confirmed && !pact_editor_set_currency (question->editor, question->code, TRUE, &error))
    pact_field_row_complain (PACT_FIELD_ROW (question->row), error->message);
}

/* All amounts go with the currency. What would have to be rounded is asked first. */
static void
choose_currency (PactChoiceRow *self,
                 const char *code)
{
  PactFieldRow *row = PACT_FIELD_ROW (self);
  PactEditor *editor = pact_field_row_get_editor (row);
  g_autoptr (GError) error = NULL;
  Question *question;

  pact_field_row_complain (row, NULL);
  if (pact_editor_set_currency (editor, code, FALSE, &error))
    return;

  if (g_error_matches (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_ROUNDING))
    {
      question = g_new0 (Question, 1);
      question->row = g_object_ref (self);
      question->editor = g_object_ref (editor);
      question->code = g_strdup (code);
      pact_alert_confirm (GTK_WIDGET (self), _("Round the amounts?"), error->message, C_ ("button", "Round and Change"),
                          FALSE, answered_cb, question, question_free);
    }
  else
    {
      pact_field_row_complain (row, error->message);
    }
  pact_field_row_show_saved (row);
}

static gboolean
show_chosen_cb (gpointer user_data)
{
  PactChoiceRow *self = PACT_CHOICE_ROW (user_data);

  self->show_source = 0;
  pact_field_row_show_saved (PACT_FIELD_ROW (self));

  return G_SOURCE_REMOVE;
}

/* What is chosen may change what else there is to choose, and what cannot be saved is not chosen; but the drop-down bears
 * no other list while it tells of its choice. */
static void
save (PactChoiceRow *self,
      const char *code)
{
  PactEditor *editor = pact_field_row_get_editor (PACT_FIELD_ROW (self));

  /* Each choice is a step of undo, also where numbers are typed otherwise. */
  self->is_choosing = TRUE;
  pact_editor_end_step (editor);
  pact_field_row_save (PACT_FIELD_ROW (self), code);
  pact_editor_end_step (editor);
  self->is_choosing = FALSE;
  if (self->show_source == 0)
    self->show_source = g_idle_add (show_chosen_cb, self);
}

static void
selected_cb (PactChoiceRow *self)
{
  PactFieldRow *row = PACT_FIELD_ROW (self);
  PactAnswer *answer = gtk_drop_down_get_selected_item (self->drop_down);

  if (pact_field_row_is_showing (row) || answer == NULL || pact_field_row_get_element (row) == NULL)
    return;

  if (pact_field_row_get_field (row)->type == PACT_TYPE_CURRENCY)
    choose_currency (self, pact_answer_get_code (answer));
  else
    save (self, pact_answer_get_code (answer));
}

/* Other fields of the element may have changed what can be answered here. */
static void
mapped_cb (PactChoiceRow *self)
{
  pact_field_row_show_saved (PACT_FIELD_ROW (self));
}

static void
pact_choice_row_constructed (GObject *object)
{
  PactChoiceRow *self = PACT_CHOICE_ROW (object);
  PactFieldRow *row = PACT_FIELD_ROW (self);

  G_OBJECT_CLASS (pact_choice_row_parent_class)->constructed (object);

  pact_field_row_set_control (row, GTK_WIDGET (self->drop_down), TRUE);
  /* How a number may be written is nothing to who chooses. */
  if (pact_field_is_measured (pact_field_row_get_field (row)))
    pact_field_row_hide_hint (row);
  pact_drop_down_set_name (self->drop_down, pact_field_get_label (pact_field_row_get_field (row)));
}

static void
pact_choice_row_set_compact (PactFieldRow *row)
{
  pact_drop_down_make_narrow (PACT_CHOICE_ROW (row)->drop_down);
}

static void
pact_choice_row_dispose (GObject *object)
{
  g_clear_handle_id (&PACT_CHOICE_ROW (object)->show_source, g_source_remove);

  G_OBJECT_CLASS (pact_choice_row_parent_class)->dispose (object);
}

static void
pact_choice_row_finalize (GObject *object)
{
  g_free (PACT_CHOICE_ROW (object)->country);

  G_OBJECT_CLASS (pact_choice_row_parent_class)->finalize (object);
}

static void
pact_choice_row_class_init (PactChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = pact_choice_row_constructed;
  G_OBJECT_CLASS (klass)->dispose = pact_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_choice_row_finalize;
  PACT_FIELD_ROW_CLASS (klass)->show = pact_choice_row_show;
  PACT_FIELD_ROW_CLASS (klass)->set_compact = pact_choice_row_set_compact;
}

static void
pact_choice_row_init (PactChoiceRow *self)
{
  self->drop_down = pact_drop_down_new ();
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
}
