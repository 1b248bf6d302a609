/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-menu-names.h"
#include "widget-fixture.h"

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
assert_named (GtkWidget *popover,
              guint nth,
              const char *name)
{
  GtkWidget *item = widget_find (popover, g_type_from_name ("GtkModelButton"), nth);

  widget_wait (is_mapped, item);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
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
  assert_named (popover, 0, "Duplicate");
  assert_named (popover, 1, "Export Draft…");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_menu_remove (menu, 0);
  g_menu_append (menu, "_Move to Trash", NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  assert_named (popover, 0, "Export Draft…");
  assert_named (popover, 1, "Move to Trash");

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
  assert_named (widget_find (text, GTK_TYPE_POPOVER_MENU, 0), 0, "Cut");

  gtk_window_destroy (window);
}

static void
add_tests (void)
{
  pact_name_menu_items ();
  g_test_add_func ("/menu-names/entries", test_entries);
  g_test_add_func ("/menu-names/text-field", test_text_field);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
