/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-preferences"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-catalogue.h"
#include "pact-codes.h"
#include "pact-locales.h"
#include "pact-paths.h"
#include "pact-preferences.h"

/**
 * PactPreferences:
 *
 * The window with what can be set. Everything takes effect at once, except the language.
 */
struct _PactPreferences
{
  AdwWindow parent_instance;

  /* Owned */
  GSettings *settings;
  GPtrArray *languages; /* values of the setting, in the order of the list */
  gboolean is_filling;

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwEntryRow *author_row;
  AdwComboRow *language_row;
  AdwComboRow *appearance_row;
  GtkSpinButton *edits_spin;
  GtkSpinButton *days_spin;
  AdwActionRow *templates_row;
  AdwActionRow *library_row;
};

G_DEFINE_FINAL_TYPE (PactPreferences, pact_preferences, ADW_TYPE_WINDOW)

/* In the order of the list in the UI file. */
static const char *const appearances[] = { "system", "light", "dark" };

/* Translators: write the name of your language here, as its speakers write it in a list of languages: “Deutsch”. */
static const char *const own_name = NC_ ("name of this language", "English");

static void
language_chosen_cb (PactPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (!self->is_filling && selected < self->languages->len)
    g_settings_set_string (self->settings, "interface-language", g_ptr_array_index (self->languages, selected));
}

static void
appearance_chosen_cb (PactPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->appearance_row);

  if (!self->is_filling && selected < G_N_ELEMENTS (appearances))
    g_settings_set_string (self->settings, "appearance", appearances[selected]);
}

static void
copy_text (PactPreferences *self,
           const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The name was copied.")));
}

static void
copy_templates_cb (PactPreferences *self)
{
  copy_text (self, adw_action_row_get_subtitle (self->templates_row));
}

static void
copy_library_cb (PactPreferences *self)
{
  copy_text (self, adw_action_row_get_subtitle (self->library_row));
}

/* What a catalogue calls its own language, so that somebody who is lost in a foreign one finds home. */
static char *
name_language (PactCatalogues *catalogues,
               const char *locale)
{
  g_autofree char *message = g_strconcat ("name of this language", "\004", own_name, NULL);
  g_autofree char *language = NULL;
  const char *name = pact_catalogues_lookup (catalogues, locale, message);

  if (name == NULL)
    {
      language = pact_language_for_locale (locale);
      name = pact_codes_get_name (PACT_CODES_LANGUAGE, language);
    }

  return g_strdup (name != NULL ? name : locale);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The languages that the interface is translated into, as far as their catalogues are installed. */
static GPtrArray *
list_languages (void)
{
  const char *folder = pact_paths_get_locale_dir (GETTEXT_PACKAGE);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *languages = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_ptr_array_add (languages, g_strdup ("en"));
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *catalogue = g_build_filename (folder, name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (!g_str_equal (name, "en") && g_file_test (catalogue, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (languages, g_strdup (name));
    }
  g_ptr_array_sort (languages, compare_strings);
  g_ptr_array_insert (languages, 0, g_strdup (""));

  return languages;
}

static void
fill_languages (PactPreferences *self)
{
  PactCatalogues *catalogues = pact_catalogues_new (pact_paths_get_locale_dir (GETTEXT_PACKAGE), GETTEXT_PACKAGE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_settings_get_string (self->settings, "interface-language");
  guint selected = 0;

  self->languages = list_languages ();
  gtk_string_list_append (names, C_ ("language", "Follow the system"));
  for (guint i = 1; i < self->languages->len; i++)
    {
      const char *locale = g_ptr_array_index (self->languages, i);

      gtk_string_list_take (names, g_str_equal (locale, "en") ? g_strdup (own_name) : name_language (catalogues, locale));
      if (g_str_equal (locale, chosen))
        selected = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
  pact_catalogues_unref (catalogues);
}

static void
fill_appearance (PactPreferences *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "appearance");

  for (guint i = 0; i < G_N_ELEMENTS (appearances); i++)
    {
      if (g_str_equal (appearances[i], chosen))
        adw_combo_row_set_selected (self->appearance_row, i);
    }
}

static void
pact_preferences_dispose (GObject *object)
{
  PactPreferences *self = PACT_PREFERENCES (object);

  self->is_filling = TRUE;
  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_ptr_array_unref);

  G_OBJECT_CLASS (pact_preferences_parent_class)->dispose (object);
}

static void
pact_preferences_class_init (PactPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, toasts);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, appearance_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, edits_spin);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, days_spin);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, templates_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, library_row);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, appearance_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_templates_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_library_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
pact_preferences_init (PactPreferences *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_preferences_new:
 * @window: the program's window
 *
 * Returns: (transfer none): the preferences, in a window of their own above @window; GTK owns it
 */
PactPreferences *
pact_preferences_new (PactWindow *window)
{
  PactPreferences *self;
  g_autofree char *templates = NULL;

  g_return_val_if_fail (PACT_IS_WINDOW (window), NULL);

  self = g_object_new (PACT_TYPE_PREFERENCES, "transient-for", window, NULL);
  self->settings = g_object_ref (pact_window_get_settings (window));

  g_settings_bind (self->settings, "author-name", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "history-limit-edits", gtk_spin_button_get_adjustment (self->edits_spin), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "history-limit-days", gtk_spin_button_get_adjustment (self->days_spin), "value",
                   G_SETTINGS_BIND_DEFAULT);
  fill_languages (self);
  fill_appearance (self);

  templates = pact_template_library_get_user_folder ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->templates_row), FALSE);
  adw_action_row_set_subtitle (self->templates_row, templates);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->library_row), FALSE);
  adw_action_row_set_subtitle (self->library_row, pact_workspace_get_path (pact_window_get_workspace (window)));
  self->is_filling = FALSE;

  return self;
}
