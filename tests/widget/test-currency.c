/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-answer.h"
#include "pact-child-row.h"
#include "pact-form.h"
#include "pact-plan.h"
#include "widget-fixture.h"

/* The currency of the plan and an amount in it, side by side. */
typedef struct
{
  WidgetFixture parent;
  PactElement *source;
  GtkDropDown *currency;
  GtkEntry *ceiling;
  PactChildRow *row;
} CurrencyFixture;

static void
set_up (CurrencyFixture *fixture,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  PactForm *plan_form = g_object_new (PACT_TYPE_FORM, "kind", "plan", "fields", "currency", NULL);
  PactForm *source_form = g_object_new (PACT_TYPE_FORM, "kind", "funding_source", "fields", "ceiling", NULL);
  PactElement *root;
  g_autoptr (GError) error = NULL;

  widget_fixture_set_up (&fixture->parent, NULL);
  root = pact_plan_get_root (pact_editor_get_plan (fixture->parent.editor));
  fixture->source = widget_fixture_add (&fixture->parent, root, "funding_source", "ceiling", data);
  fixture->row = pact_child_row_new (fixture->parent.editor, fixture->source);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (fixture->row));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (plan_form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (source_form));
  gtk_box_append (GTK_BOX (box), list);
  widget_fixture_show (&fixture->parent, box);
  pact_form_set_element (plan_form, fixture->parent.editor, root);
  pact_form_set_element (source_form, fixture->parent.editor, fixture->source);
  fixture->currency = GTK_DROP_DOWN (widget_find (GTK_WIDGET (plan_form), GTK_TYPE_DROP_DOWN, 0));
  fixture->ceiling = GTK_ENTRY (widget_find (GTK_WIDGET (source_form), GTK_TYPE_ENTRY, 0));
}

static void
tear_down (CurrencyFixture *fixture,
           gconstpointer data)
{
  widget_fixture_tear_down (&fixture->parent, NULL);
}

static void
choose (CurrencyFixture *fixture,
        const char *code)
{
  GListModel *answers = gtk_drop_down_get_model (fixture->currency);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (answers, i);

      if (g_strcmp0 (pact_answer_get_code (answer), code) == 0)
        {
          gtk_drop_down_set_selected (fixture->currency, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static const char *
get_shown (CurrencyFixture *fixture)
{
  return pact_answer_get_code (gtk_drop_down_get_selected_item (fixture->currency));
}

/* The question, a window of its own. */
static GtkWindow *
find_question (CurrencyFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == fixture->parent.window)
        return window;
    }

  return NULL;
}

static GtkButton *
find_button (GtkWindow *window,
             const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkButton *button = GTK_BUTTON (widget_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, i));

      if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
        return button;
    }
}

/* Whoever shows an amount shows it in the new currency at once. */
static void
test_shown (CurrencyFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->ceiling)), ==, "1500.00");
  choose (fixture, "ISK");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->ceiling)), ==, "1500");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (fixture->ceiling), ==, "ISK");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (fixture->row)), ==, "1,500 ISK");
  g_assert_null (find_question (fixture));

  pact_editor_undo (fixture->parent.editor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->ceiling)), ==, "1500.00");
  g_assert_cmpstr (get_shown (fixture), ==, "EUR");

  /* The same number of decimals, and yet another amount. */
  choose (fixture, "CHF");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->ceiling)), ==, "1500.00");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (fixture->ceiling), ==, "CHF");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (fixture->row)), ==, "1,500.00 CHF");
}

/* Nothing is rounded before somebody agrees, and the field says meanwhile what holds. */
static void
test_asked (CurrencyFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  choose (fixture, "ISK");
  g_assert_cmpstr (get_shown (fixture), ==, "EUR");
  g_assert_cmpstr (pact_element_get (fixture->source, "ceiling"), ==, "1250");
  g_assert_nonnull (find_question (fixture));
  gtk_window_close (find_question (fixture));
  g_assert_cmpstr (pact_element_get (fixture->source, "ceiling"), ==, "1250");

  choose (fixture, "ISK");
  g_signal_emit_by_name (find_button (find_question (fixture), "Round and Change"), "clicked");
  g_assert_null (find_question (fixture));
  g_assert_cmpstr (get_shown (fixture), ==, "ISK");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->ceiling)), ==, "13");

  pact_editor_undo (fixture->parent.editor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_shown (fixture), ==, "EUR");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->ceiling)), ==, "12.50");
}

static void
add_tests (void)
{
  g_test_add ("/currency/shown", CurrencyFixture, "150000", set_up, test_shown, tear_down);
  g_test_add ("/currency/asked", CurrencyFixture, "1250", set_up, test_asked, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
