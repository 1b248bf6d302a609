/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-actor-popover.h"
#include "pact-actor-row.h"
#include "pact-child-list.h"
#include "pact-child-row.h"
#include "pact-element-form.h"
#include "pact-form.h"
#include "pact-partner-list.h"
#include "pact-pending.h"
#include "pact-plan.h"
#include "widget-fixture.h"

static guint
count_rows (GtkWidget *widget,
            GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, type);

  return n;
}

/* The list is always what the plan has, in the plan's order, and a row that stays is the same widget. */
static void
test_children (WidgetFixture *fixture,
               gconstpointer data)
{
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "indicator", NULL);
  g_autoptr (GError) error = NULL;
  PactElement *one;
  PactElement *two;
  GtkWidget *row;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, fixture->measure);
  g_assert_cmpuint (count_rows (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW), ==, 0);

  one = widget_fixture_add (fixture, fixture->measure, "indicator", "title", "One");
  two = widget_fixture_add (fixture, fixture->measure, "indicator", "title", "Two");
  g_assert_cmpuint (count_rows (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW), ==, 2);
  row = widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 0);
  g_assert_true (pact_child_row_get_element (PACT_CHILD_ROW (row)) == one);

  g_assert_true (pact_child_list_reveal (list, two, pact_kind_find_field (pact_element_get_kind (two), "title")));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 1))));

  pact_editor_step (fixture->editor, two, -1, &error);
  g_assert_no_error (error);
  row = widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 0);
  g_assert_true (pact_child_row_get_element (PACT_CHILD_ROW (row)) == two);

  pact_editor_remove (fixture->editor, two, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW), ==, 1);
  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW), ==, 2);

  pact_child_list_set_parent (list, NULL, NULL);
  g_assert_cmpuint (count_rows (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW), ==, 0);
}

/* What invites to add a child is there as long as there is none. */
static void
test_placeholder (WidgetFixture *fixture,
                  gconstpointer data)
{
  GtkWidget *placeholder = adw_action_row_new ();
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "indicator", "placeholder", placeholder, NULL);
  g_autoptr (GError) error = NULL;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, fixture->measure);
  g_assert_true (gtk_widget_get_mapped (placeholder));

  pact_editor_add (fixture->editor, fixture->measure, "indicator", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (gtk_widget_get_mapped (placeholder));
  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_mapped (placeholder));
}

/* Somebody else's change to the list takes the keyboard from nobody who is typing in it. */
static void
test_keyboard (WidgetFixture *fixture,
               gconstpointer data)
{
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "indicator", NULL);
  g_autoptr (GError) error = NULL;
  PactElement *one;
  PactElement *two;
  GtkWidget *row;
  GtkWidget *text;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, fixture->measure);
  one = widget_fixture_add (fixture, fixture->measure, "indicator", "title", "One");
  two = widget_fixture_add (fixture, fixture->measure, "indicator", "title", "Two");
  pact_child_list_reveal (list, two, pact_kind_find_field (pact_element_get_kind (two), "title"));
  row = widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 1);
  text = gtk_window_get_focus (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (text, row));

  pact_editor_remove (fixture->editor, one, &error);
  g_assert_no_error (error);
  widget_wait_for_frames (GTK_WIDGET (list));
  g_assert_true (gtk_window_get_focus (fixture->window) == text);
  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  widget_wait_for_frames (GTK_WIDGET (list));
  g_assert_true (gtk_window_get_focus (fixture->window) == text);
  g_assert_true (gtk_widget_get_root (text) == GTK_ROOT (fixture->window));
}

/* Where Tab leads from the first field of a row to the end of the list. */
static GPtrArray *
list_stops (WidgetFixture *fixture,
            GtkWidget *list,
            GtkWidget *first)
{
  GPtrArray *stops = g_ptr_array_new ();

  gtk_widget_grab_focus (first);
  do
    g_ptr_array_add (stops, gtk_window_get_focus (fixture->window));
  while (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));

  return stops;
}

/* Who types faster than the window draws gets no further with a Tab than others. */
static void
test_stops (WidgetFixture *fixture,
            gconstpointer data)
{
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "indicator", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) at_once = NULL;
  g_autoptr (GPtrArray) later = NULL;
  PactElement *one;
  GtkWidget *text;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, fixture->measure);
  one = widget_fixture_add (fixture, fixture->measure, "indicator", "title", "One");
  widget_wait_for_frames (GTK_WIDGET (list));
  pact_child_list_reveal (list, one, pact_kind_find_field (pact_element_get_kind (one), "title"));
  text = gtk_window_get_focus (fixture->window);
  at_once = list_stops (fixture, GTK_WIDGET (list), text);
  widget_wait_for_frames (GTK_WIDGET (list));
  later = list_stops (fixture, GTK_WIDGET (list), text);

  g_assert_cmpuint (later->len, >, 8);
  g_assert_cmpuint (at_once->len, ==, later->len);
  for (guint i = 0; i < later->len; i++)
    g_assert_true (g_ptr_array_index (at_once, i) == g_ptr_array_index (later, i));
}

static GtkWidget *
find_button (GtkWidget *row,
             const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (row, PACT_TYPE_CHILD_ROW, id));
}

/* Whether the keyboard is in a row, at something that a key can press. */
static gboolean
has_keyboard (WidgetFixture *fixture,
              GtkWidget *row)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL && gtk_widget_is_ancestor (focus, row) && gtk_widget_is_sensitive (focus);
}

static void
press (GtkWidget *button)
{
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  widget_wait_for_frames (button);
}

/* The keyboard goes with a row that is moved, and stays in it at the end, where it goes no further: never into another measure. */
static void
test_moved (WidgetFixture *fixture,
            gconstpointer data)
{
  static const char *const titles[] = { "One", "Two", "Three" };
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "indicator", NULL);
  PactElement *elements[G_N_ELEMENTS (titles)];
  GtkWidget *rows[G_N_ELEMENTS (titles)];
  g_autoptr (GError) error = NULL;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, fixture->measure);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      elements[i] = widget_fixture_add (fixture, fixture->measure, "indicator", "title", titles[i]);
      rows[i] = widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, i);
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rows[0]), TRUE);
  g_assert_false (gtk_widget_is_sensitive (find_button (rows[0], "up_button")));
  g_assert_false (gtk_widget_is_sensitive (find_button (rows[2], "down_button")));

  press (find_button (rows[0], "down_button"));
  g_assert_true (widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 1) == rows[0]);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_button (rows[0], "down_button"));
  press (find_button (rows[0], "down_button"));
  g_assert_true (widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 2) == rows[0]);
  g_assert_true (has_keyboard (fixture, rows[0]));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (rows[0])));
  g_assert_false (gtk_widget_is_sensitive (find_button (rows[0], "down_button")));

  press (find_button (rows[2], "up_button"));
  g_assert_true (widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 0) == rows[2]);
  g_assert_true (has_keyboard (fixture, rows[2]));

  /* Whoever deletes the last goes on with what is the last then, and at the end with adding. */
  gtk_widget_grab_focus (find_button (rows[0], "up_button"));
  pact_editor_remove (fixture->editor, elements[0], &error);
  g_assert_no_error (error);
  widget_wait_for_frames (GTK_WIDGET (list));
  g_assert_true (has_keyboard (fixture, rows[1]));
  pact_editor_remove (fixture->editor, elements[1], &error);
  g_assert_no_error (error);
  widget_wait_for_frames (GTK_WIDGET (list));
  g_assert_true (has_keyboard (fixture, rows[2]));
  pact_editor_remove (fixture->editor, elements[2], &error);
  g_assert_no_error (error);
  widget_wait_for_frames (GTK_WIDGET (list));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (fixture->window)));
}

/* What is removed while something is being typed in it has it again when it comes back. */
static void
test_removed_while_typing (WidgetFixture *fixture,
                           gconstpointer data)
{
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "cost", NULL);
  g_autofree char *uuid = NULL;
  g_autoptr (GError) error = NULL;
  PactElement *cost;
  const PactField *amount;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, fixture->measure);
  cost = pact_editor_add (fixture->editor, fixture->measure, "cost", NULL, &error);
  g_assert_no_error (error);
  uuid = g_strdup (pact_element_get_uuid (cost));
  amount = pact_kind_find_field (pact_element_get_kind (cost), "amount");
  pact_child_list_reveal (list, cost, amount);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (fixture->window)), "1500");

  pact_editor_remove (fixture->editor, cost, &error);
  g_assert_no_error (error);
  widget_wait_for_frames (GTK_WIDGET (list));
  g_assert_cmpuint (count_rows (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW), ==, 0);
  g_assert_cmpint (pact_pending_get_state (pact_pending_get_default ()), ==, PACT_PENDING_SAVED);

  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  cost = pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid);
  pact_child_list_reveal (list, cost, amount);
  widget_wait_until_saved ();
  g_assert_cmpstr (pact_element_get_value (cost, amount), ==, "150000");
}

/* A partner's row says the actor's name, also when that changes, and goes with the involvement. */
static void
test_partners (WidgetFixture *fixture,
               gconstpointer data)
{
  PactPartnerList *list = g_object_new (PACT_TYPE_PARTNER_LIST, NULL);
  g_autoptr (GError) error = NULL;
  PactElement *involvement;
  PactElement *actor;
  GtkWidget *row;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_partner_list_set_measure (list, fixture->editor, fixture->measure);
  involvement = pact_editor_involve (fixture->editor, fixture->measure, "Police & justice", "police-justice", &error);
  g_assert_no_error (error);
  row = widget_find (GTK_WIDGET (list), ADW_TYPE_ACTION_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Police &amp; justice");

  actor = pact_plan_lookup (pact_editor_get_plan (fixture->editor), pact_element_get (involvement, "actor"));
  pact_editor_set_by_name (fixture->editor, actor, "name", "Police", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Police");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget_find (row, GTK_TYPE_DROP_DOWN, 0)), 1);
  g_assert_cmpstr (pact_element_get (involvement, "role"), !=, "partner");
  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get (involvement, "role"), ==, "partner");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (widget_find (row, GTK_TYPE_DROP_DOWN, 0))), ==, 0);

  pact_editor_remove (fixture->editor, involvement, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (GTK_WIDGET (list), ADW_TYPE_ACTION_ROW), ==, 0);
}

/* The lead body is named as soon as it is chosen, also if it is a new actor. */
static void
test_lead (WidgetFixture *fixture,
           gconstpointer data)
{
  PactForm *form = g_object_new (PACT_TYPE_FORM, "kind", "measure", "fields", "lead", NULL);
  GtkMenuButton *button;
  const PactField *lead = pact_kind_find_field (pact_element_get_kind (fixture->measure), "lead");
  g_autoptr (GError) error = NULL;

  widget_fixture_show (fixture, GTK_WIDGET (form));
  pact_form_set_element (form, fixture->editor, fixture->measure);
  button = GTK_MENU_BUTTON (widget_find (GTK_WIDGET (form), GTK_TYPE_MENU_BUTTON, 0));
  pact_editor_set_actor_by_name (fixture->editor, fixture->measure, lead, "Youth office", "social-services", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_menu_button_get_child (button))), ==, "Youth office");
}

static gboolean
offers (GtkWidget *popover,
        const char *name)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_template_child (popover, PACT_TYPE_ACTOR_POPOVER, "list"));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *label = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

      if (gtk_widget_get_child_visible (GTK_WIDGET (row))
          && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), name))
        return TRUE;
    }

  return FALSE;
}

/* Who leads the measure or is a partner already is not offered as a partner; whoever types the name is told why. */
static void
test_offered_partners (WidgetFixture *fixture,
                       gconstpointer data)
{
  PactActorPopover *popover = pact_actor_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();
  const PactField *lead = pact_kind_find_field (pact_element_get_kind (fixture->measure), "lead");
  GtkEditable *entry;
  GtkLabel *problem;
  g_autoptr (GError) error = NULL;

  pact_editor_set_actor_by_name (fixture->editor, fixture->measure, lead, "Youth office", NULL, &error);
  g_assert_no_error (error);
  pact_editor_involve (fixture->editor, fixture->measure, "Police", NULL, &error);
  g_assert_no_error (error);
  widget_fixture_add (fixture, pact_plan_get_root (pact_editor_get_plan (fixture->editor)), "actor", "name", "Schools");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (popover));
  widget_fixture_show (fixture, button);
  entry = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (popover), PACT_TYPE_ACTOR_POPOVER, "search_entry"));
  problem = GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (popover), PACT_TYPE_ACTOR_POPOVER, "problem_label"));

  pact_actor_popover_offer (popover, fixture->measure, NULL, FALSE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (offers (GTK_WIDGET (popover), "Youth office"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  pact_actor_popover_offer (popover, fixture->measure, NULL, TRUE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_false (offers (GTK_WIDGET (popover), "Youth office"));
  g_assert_false (offers (GTK_WIDGET (popover), "Police"));
  g_assert_true (offers (GTK_WIDGET (popover), "Schools"));
  gtk_editable_set_text (entry, "youth Office");
  g_assert_cmpstr (gtk_label_get_label (problem), ==, "“Youth office” leads this measure.");
  g_assert_false (offers (GTK_WIDGET (popover), "Create “youth Office”"));
  gtk_editable_set_text (entry, "Police");
  g_assert_cmpstr (gtk_label_get_label (problem), ==, "“Police” is among the partners already.");
  gtk_editable_set_text (entry, "Police of the port");
  g_assert_cmpstr (gtk_label_get_label (problem), ==, "");
  g_assert_true (offers (GTK_WIDGET (popover), "Create “Police of the port”"));
}

/* Every form of the program has only fields and kinds that the model table knows, and goes to each of its fields. */
static void
test_definitions (WidgetFixture *fixture,
                  gconstpointer data)
{
  PactElementForm *form = g_object_new (PACT_TYPE_ELEMENT_FORM, "definition", "pact-measure-form", NULL);
  static const char *const others[] = { "pact-actors-form", "pact-authority-form", "pact-objective-form",
                                        "pact-pillar-form", "pact-situation-form" };
  const PactKind *kind = pact_element_get_kind (fixture->measure);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GtkWidget) other =
        g_object_ref_sink (g_object_new (PACT_TYPE_ELEMENT_FORM, "definition", others[i], NULL));

      g_assert_nonnull (adw_bin_get_child (ADW_BIN (other)));
    }

  widget_fixture_show (fixture, GTK_WIDGET (form));
  pact_element_form_set_element (form, fixture->editor, fixture->measure);
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].flags & PACT_FIELD_INTERNAL)
        continue;
      g_test_message ("%s", kind->fields[i].name);
      g_assert_true (pact_element_form_reveal (form, fixture->measure, &kind->fields[i]));
    }
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Whoever removes one partner after the other goes on with the next, and in the end with adding one. */
static void
test_partner_removed (WidgetFixture *fixture,
                      gconstpointer data)
{
  static const char *const names[] = { "Church", "Police", "School" };
  PactPartnerList *list = g_object_new (PACT_TYPE_PARTNER_LIST, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      pact_editor_involve (fixture->editor, fixture->measure, names[i], NULL, &error);
      g_assert_no_error (error);
    }
  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_partner_list_set_measure (list, fixture->editor, fixture->measure);

  for (guint n = G_N_ELEMENTS (names); n > 0; n--)
    {
      GtkWidget *row = widget_find (GTK_WIDGET (list), ADW_TYPE_ACTION_ROW, n > 1 ? 1 : 0);
      GtkWidget *button = gtk_widget_get_last_child (gtk_widget_get_parent (g_object_get_data (G_OBJECT (row), "pact-role")));

      gtk_widget_grab_focus (button);
      g_assert_true (has_focus (row));
      g_signal_emit_by_name (button, "clicked");
      g_assert_cmpuint (count_rows (GTK_WIDGET (list), ADW_TYPE_ACTION_ROW), ==, n - 1);
      if (n > 1)
        g_assert_true (has_focus (widget_find (GTK_WIDGET (list), ADW_TYPE_ACTION_ROW, n > 2 ? 1 : 0)));
      else
        g_assert_true (has_focus (widget_find (GTK_WIDGET (list), GTK_TYPE_MENU_BUTTON, 0)));
    }
}

/* The row of a body whose address was not checked when it came says so while it is closed, also to who does not see it. */
static void
test_wrong (WidgetFixture *fixture,
            gconstpointer data)
{
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "actor", NULL);
  PactElement *plan = pact_plan_get_root (pact_editor_get_plan (fixture->editor));
  g_autoptr (GError) error = NULL;
  PactElement *actor = pact_editor_add (fixture->editor, plan, "actor", NULL, &error);
  GtkWidget *row;
  GtkWidget *icon;

  g_assert_no_error (error);
  pact_editor_set_by_name (fixture->editor, actor, "name", "School", &error);
  g_assert_no_error (error);
  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, plan);
  row = widget_find (GTK_WIDGET (list), PACT_TYPE_CHILD_ROW, 0);
  icon = GTK_WIDGET (gtk_widget_get_template_child (row, PACT_TYPE_CHILD_ROW, "warning_icon"));
  g_assert_false (gtk_widget_get_visible (icon));

  pact_editor_set_by_name (fixture->editor, actor, "contact_email", "the headmaster", &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_visible (icon));
  pact_editor_set_by_name (fixture->editor, actor, "contact_email", "head@school.example", &error);
  g_assert_no_error (error);
  g_assert_false (gtk_widget_get_visible (icon));
}

/* Where there is little room the button beside a heading does not cut it off. */
static void
test_narrow (WidgetFixture *fixture,
             gconstpointer data)
{
  PactChildList *list = g_object_new (PACT_TYPE_CHILD_LIST, "kind", "indicator", NULL);
  GtkWidget *heading;
  int natural;

  widget_fixture_show (fixture, GTK_WIDGET (list));
  pact_child_list_set_parent (list, fixture->editor, fixture->measure);
  heading = widget_find (GTK_WIDGET (list), GTK_TYPE_LABEL, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (heading)), ==, "Indicators");
  /* As if the heading and the button had a few letters less than they need. */
  gtk_widget_measure (GTK_WIDGET (list), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_window_set_default_size (fixture->window, natural - 20, 300);
  widget_wait_for_frames (GTK_WIDGET (list));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (list)), ==, natural - 20);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (heading))));
}

static void
add_tests (void)
{
  g_test_add ("/lists/stops", WidgetFixture, NULL, widget_fixture_set_up, test_stops, widget_fixture_tear_down);
  g_test_add ("/lists/children", WidgetFixture, NULL, widget_fixture_set_up, test_children, widget_fixture_tear_down);
  g_test_add ("/lists/placeholder", WidgetFixture, NULL, widget_fixture_set_up, test_placeholder, widget_fixture_tear_down);
  g_test_add ("/lists/moved", WidgetFixture, NULL, widget_fixture_set_up, test_moved, widget_fixture_tear_down);
  g_test_add ("/lists/keyboard", WidgetFixture, NULL, widget_fixture_set_up, test_keyboard, widget_fixture_tear_down);
  g_test_add ("/lists/removed-while-typing", WidgetFixture, NULL, widget_fixture_set_up, test_removed_while_typing,
              widget_fixture_tear_down);
  g_test_add ("/lists/partners", WidgetFixture, NULL, widget_fixture_set_up, test_partners, widget_fixture_tear_down);
  g_test_add ("/lists/partner-removed", WidgetFixture, NULL, widget_fixture_set_up, test_partner_removed,
              widget_fixture_tear_down);
  g_test_add ("/lists/wrong", WidgetFixture, NULL, widget_fixture_set_up, test_wrong, widget_fixture_tear_down);
  g_test_add ("/lists/narrow", WidgetFixture, NULL, widget_fixture_set_up, test_narrow, widget_fixture_tear_down);
  g_test_add ("/lists/offered-partners", WidgetFixture, NULL, widget_fixture_set_up, test_offered_partners,
              widget_fixture_tear_down);
  g_test_add ("/lists/lead", WidgetFixture, NULL, widget_fixture_set_up, test_lead, widget_fixture_tear_down);
  g_test_add ("/lists/definitions", WidgetFixture, NULL, widget_fixture_set_up, test_definitions, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
