/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-drop-down.h"
#include "pact-menu-names.h"
#include "pact-name.h"
#include "widget-fixture.h"

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* What a widget is labelled by would go before its name. */
static void
assert_named (GtkWidget *widget,
              const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
assert_entry_named (GtkWidget *popover,
                    guint nth,
                    const char *name)
{
  GtkWidget *item = widget_find (popover, g_type_from_name ("GtkModelButton"), nth);

  widget_wait (is_mapped, item);
  assert_named (item, name);
}

/* A button is called what it is for, also when it shows less. */
static void
test_button (void)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new_with_label ("Restore"));

  pact_name_widget (button, "Restore the backup of yesterday");
  assert_named (button, "Restore the backup of yesterday");
}

/* All parts of a drop-down are called alike. */
static void
test_drop_down (void)
{
  g_autoptr (GtkWidget) drop_down = GTK_WIDGET (g_object_ref_sink (pact_drop_down_new ()));

  pact_drop_down_set_name (GTK_DROP_DOWN (drop_down), "Put in its place");
  assert_named (drop_down, "Put in its place");
  assert_named (widget_find (drop_down, GTK_TYPE_TOGGLE_BUTTON, 0), "Put in its place");
  assert_named (widget_find (drop_down, GTK_TYPE_LIST_VIEW, 0), "Put in its place");
}

/* Entries are called what they say, without the sign for the key; also when the menu has changed and is opened again. */
static void
test_entries (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *popover;

  g_menu_append (menu, "Dupl_icate", NULL);
  g_menu_append (menu, "_Export Draft…", NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_window_set_child (window, button);
  gtk_window_present (window);
  widget_wait (is_mapped, button);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  assert_entry_named (popover, 0, "Duplicate");
  assert_entry_named (popover, 1, "Export Draft…");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_menu_remove (menu, 0);
  g_menu_append (menu, "_Move to Trash", NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  assert_entry_named (popover, 0, "Export Draft…");
  assert_entry_named (popover, 1, "Move to Trash");

  gtk_window_destroy (window);
}

/* The menus that GTK makes by itself are menus as well. */
static void
test_text_field (void)
{
  GtkWidget *text = gtk_text_new ();
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, text);
  gtk_window_present (window);
  widget_wait (is_mapped, text);

  g_assert_true (gtk_widget_activate_action (text, "menu.popup", NULL));
  assert_entry_named (widget_find (text, GTK_TYPE_POPOVER_MENU, 0), 0, "Cut");

  gtk_window_destroy (window);
}

static void
add_tests (void)
{
  pact_name_menu_items ();
  g_test_add_func ("/names/button", test_button);
  g_test_add_func ("/names/drop-down", test_drop_down);
  g_test_add_func ("/names/menu", test_entries);
  g_test_add_func ("/names/menu-of-text-field", test_text_field);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
