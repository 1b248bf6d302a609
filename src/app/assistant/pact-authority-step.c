/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-authority-step"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer-list.h"
#include "pact-authority-step.h"
#include "pact-codes.h"
#include "pact-pick-row.h"
#include "pact-step.h"
#include "pact-template-card.h"
#include "pact-vocabularies.h"
#include "pact-whole-paste.h"

/**
 * PactAuthorityStep:
 *
 * The second question for a new plan: who are you?
 */
struct _PactAuthorityStep
{
  AdwBin parent_instance;

  PactTemplate *template; /* the chosen strategy, NULL for the empty plan */
  char *country;          /* the one that subdivisions and currency were chosen for */
  gboolean is_filling;

  /* Template widgets */
  GtkWidget *authority_row;
  GtkLabel *authority_problem;
  PactPickRow *kind_row;
  PactPickRow *country_row;
  GtkLabel *country_problem;
  PactPickRow *subdivision_row;
  PactPickRow *language_row;
  PactPickRow *currency_row;
};

G_DEFINE_FINAL_TYPE (PactAuthorityStep, pact_authority_step, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget_problems (PactAuthorityStep *self)
{
  pact_step_complain (self->authority_problem, self->authority_row, NULL);
  pact_step_complain (self->country_problem, GTK_WIDGET (self->country_row), NULL);
}

static void
changed_cb (PactAuthorityStep *self)
{
  if (self->is_filling)
    return;

  forget_problems (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kind_changed_cb (PactAuthorityStep *self)
{
  const PactTerm *term = pact_vocabulary_find (&pact_vocabulary_authority_kind, pact_pick_row_get_code (self->kind_row));

  if (term != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row),
                                 pact_vocabulary_get_criterion (&pact_vocabulary_authority_kind, term));
  changed_cb (self);
}

static void
show_subdivisions (PactAuthorityStep *self,
                   const char *country)
{
  GListModel *list = pact_codes_list (PACT_CODES_SUBDIVISION, *country != '\0' ? country : NULL);

  g_free (self->country);
  self->country = g_strdup (country);
  pact_pick_row_set_answers (self->subdivision_row, list, C_ ("subdivision", "Not stated"));
  gtk_widget_set_visible (GTK_WIDGET (self->subdivision_row), g_list_model_get_n_items (list) > 0);
}

static void
country_changed_cb (PactAuthorityStep *self)
{
  const char *country = pact_pick_row_get_code (self->country_row);

  if (self->is_filling || g_strcmp0 (self->country, country) == 0)
    return;

  /* The currency follows the country until somebody chooses another. */
  if (g_str_equal (pact_pick_row_get_code (self->currency_row), pact_guess_currency (self->country)))
    pact_pick_row_set_code (self->currency_row, pact_guess_currency (country));
  show_subdivisions (self, country);
  changed_cb (self);
}

static void
describe_language (PactAuthorityStep *self)
{
  g_auto (GStrv) languages = self->template != NULL ? pact_template_list_languages (self->template) : NULL;
  const char *language = pact_pick_row_get_code (self->language_row);
  g_autofree char *text = NULL;

  if (languages != NULL && !g_strv_contains ((const char *const *) languages, language))
    {
      const char *own = pact_template_get_language (self->template);
      const char *name = pact_codes_get_name (PACT_CODES_LANGUAGE, own, NULL);

      /* Translators: %s is the name of a language. */
      text = g_strdup_printf (_("The strategy has no texts in this language. They come in another, for you to translate: %s."),
                              name != NULL ? name : own);
    }
  else if (languages != NULL)
    {
      g_autofree char *names = pact_template_dup_language_names (self->template);

      /* Translators: %s is an enumeration of languages. */
      text = g_strdup_printf (_("The strategy has texts in: %s."), names);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language_row), text != NULL ? text : "");
}

static void
language_changed_cb (PactAuthorityStep *self)
{
  describe_language (self);
  changed_cb (self);
}

/* The languages of the strategy stand first. */
static void
show_languages (PactAuthorityStep *self)
{
  g_auto (GStrv) first = self->template != NULL ? pact_template_list_languages (self->template) : NULL;
  GListModel *all = pact_codes_list (PACT_CODES_LANGUAGE, NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) store = g_list_store_new (PACT_TYPE_ANSWER);

  for (guint i = 0; first != NULL && first[i] != NULL; i++)
    {
      const char *name = pact_codes_get_name (PACT_CODES_LANGUAGE, first[i], NULL);

      g_ptr_array_add (codes, pact_answer_new (first[i], name != NULL ? name : first[i], NULL));
    }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PactAnswer) code = g_list_model_get_item (all, i);

      if (first == NULL || !g_strv_contains ((const char *const *) first, pact_answer_get_code (code)))
        g_ptr_array_add (codes, g_steal_pointer (&code));
    }
  g_list_store_splice (store, 0, 0, codes->pdata, codes->len);
  pact_pick_row_set_answers (self->language_row, G_LIST_MODEL (store), NULL);
  describe_language (self);
}

static gboolean
refuse_authority (gpointer user_data,
                  const char *sentence)
{
  PactAuthorityStep *self = PACT_AUTHORITY_STEP (user_data);

  pact_step_complain (self->authority_problem, self->authority_row, sentence);

  return TRUE;
}

static void
pact_authority_step_dispose (GObject *object)
{
  PactAuthorityStep *self = PACT_AUTHORITY_STEP (object);

  self->is_filling = TRUE;
  g_clear_object (&self->template);
  g_clear_pointer (&self->country, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PACT_TYPE_AUTHORITY_STEP);

  G_OBJECT_CLASS (pact_authority_step_parent_class)->dispose (object);
}

static void
pact_authority_step_class_init (PactAuthorityStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_authority_step_dispose;

  /**
   * PactAuthorityStep::changed:
   * @self: the step
   *
   * An answer was given or changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (PACT_TYPE_PICK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-authority-step.ui");
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, authority_row);
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, authority_problem);
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, kind_row);
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, country_row);
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, country_problem);
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, subdivision_row);
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, language_row);
  gtk_widget_class_bind_template_child (widget_class, PactAuthorityStep, currency_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, country_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
}

static void
pact_authority_step_init (PactAuthorityStep *self)
{
  g_autoptr (GListModel) kinds = pact_vocabulary_list_answers (&pact_vocabulary_authority_kind);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  pact_editable_insert_whole (GTK_EDITABLE (self->authority_row), refuse_authority, self);
  pact_step_set_title (self->authority_row, "authority_name");
  pact_step_set_title (self->kind_row, "authority_kind");
  pact_step_set_title (self->country_row, "country");
  pact_step_set_title (self->subdivision_row, "subdivision");
  pact_step_set_title (self->language_row, "language");
  pact_step_set_title (self->currency_row, "currency");
  pact_step_name_list (self->authority_row, C_ ("list", "Authority"));
  pact_step_name_list (self->language_row, C_ ("list", "Language and currency"));
  pact_pick_row_set_answers (self->kind_row, kinds, NULL);
}

/**
 * pact_authority_step_show:
 * @self: the step
 * @answers: the answers so far
 *
 * Goes after pact_authority_step_set_template().
 */
void
pact_authority_step_show (PactAuthorityStep *self,
                          const PactAnswers *answers)
{
  g_return_if_fail (PACT_IS_AUTHORITY_STEP (self));
  g_return_if_fail (answers != NULL);

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->authority_row), pact_answers_get (answers, "authority_name"));
  pact_pick_row_set_code (self->kind_row, pact_answers_get (answers, "authority_kind"));
  kind_changed_cb (self);
  pact_pick_row_set_answers (self->country_row, pact_codes_list (PACT_CODES_COUNTRY, NULL),
                           C_ ("country", "Choose a country"));
  pact_pick_row_set_code (self->country_row, pact_answers_get (answers, "country"));
  show_subdivisions (self, pact_answers_get (answers, "country"));
  pact_pick_row_set_code (self->subdivision_row, pact_answers_get (answers, "subdivision"));
  pact_pick_row_set_code (self->language_row, pact_answers_get (answers, "language"));
  pact_pick_row_set_answers (self->currency_row, pact_codes_list (PACT_CODES_CURRENCY, NULL), NULL);
  pact_pick_row_set_code (self->currency_row, pact_answers_get (answers, "currency"));
  forget_problems (self);
  self->is_filling = FALSE;
}

/**
 * pact_authority_step_set_template:
 * @self: the step
 * @template: (nullable): the chosen strategy, %NULL for the empty plan
 *
 * Offers the languages of the strategy first. The language that was chosen stays.
 */
void
pact_authority_step_set_template (PactAuthorityStep *self,
                                  PactTemplate *template)
{
  gboolean was_filling;

  g_return_if_fail (PACT_IS_AUTHORITY_STEP (self));

  was_filling = self->is_filling;
  self->is_filling = TRUE;
  g_set_object (&self->template, template);
  show_languages (self);
  self->is_filling = was_filling;
}

/**
 * pact_authority_step_collect:
 * @self: the step
 * @answers: where to put what was answered
 */
void
pact_authority_step_collect (PactAuthorityStep *self,
                             PactAnswers *answers)
{
  g_return_if_fail (PACT_IS_AUTHORITY_STEP (self));
  g_return_if_fail (answers != NULL);

  pact_record_set (answers->root, "authority_name", gtk_editable_get_text (GTK_EDITABLE (self->authority_row)));
  pact_record_set (answers->root, "authority_kind", pact_pick_row_get_code (self->kind_row));
  pact_record_set (answers->root, "country", pact_pick_row_get_code (self->country_row));
  pact_record_set (answers->root, "subdivision", pact_pick_row_get_code (self->subdivision_row));
  pact_record_set (answers->root, "language", pact_pick_row_get_code (self->language_row));
  pact_record_set (answers->root, "currency", pact_pick_row_get_code (self->currency_row));
}

/**
 * pact_authority_step_check:
 * @self: the step
 *
 * Says what is wrong beside the first answer that cannot stand, and leads the keys there.
 *
 * Returns: whether all can stand
 */
gboolean
pact_authority_step_check (PactAuthorityStep *self)
{
  g_return_val_if_fail (PACT_IS_AUTHORITY_STEP (self), FALSE);

  forget_problems (self);
  if (!pact_step_check_text (self->authority_problem, self->authority_row, "authority_name",
                             _("Write the name of the authority.")))
    return FALSE;
  if (*pact_pick_row_get_code (self->country_row) == '\0')
    {
      pact_step_complain (self->country_problem, GTK_WIDGET (self->country_row),
                          _("Choose the country that the authority is in."));
      pact_pick_row_grab_focus (self->country_row);
      return FALSE;
    }

  return TRUE;
}

/**
 * pact_authority_step_focus:
 * @self: the step
 *
 * Leads the keys to the name of the authority.
 */
void
pact_authority_step_focus (PactAuthorityStep *self)
{
  g_return_if_fail (PACT_IS_AUTHORITY_STEP (self));

  gtk_widget_grab_focus (self->authority_row);
}
