/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-preferences"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-backups-group.h"
#include "pact-catalogue.h"
#include "pact-codes.h"
#include "pact-locales.h"
#include "pact-paths.h"
#include "pact-pick-row.h"
#include "pact-preferences.h"

/**
 * PactPreferences:
 *
 * The window with what can be set. Everything takes effect at once, except the language.
 */
struct _PactPreferences
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwEntryRow *author_row;
  PactPickRow *language_row;
  PactPickRow *appearance_row;
  GtkSpinButton *edits_spin;
  GtkSpinButton *days_spin;
  AdwActionRow *templates_row;
  AdwActionRow *library_row;
  PactBackupsGroup *backups_group;
};

G_DEFINE_FINAL_TYPE (PactPreferences, pact_preferences, ADW_TYPE_WINDOW)

/* Translators: write the name of your language here, as its speakers write it in a list of languages: “Deutsch”. */
static const char *const own_name = NC_ ("name of this language", "English");

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
      name = pact_codes_get_name (PACT_CODES_LANGUAGE, language, NULL);
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
find_languages (void)
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

  return languages;
}

static void
fill_languages (PactPreferences *self)
{
  PactCatalogues *catalogues = pact_catalogues_new (pact_paths_get_locale_dir (GETTEXT_PACKAGE), GETTEXT_PACKAGE);
  g_autoptr (GPtrArray) languages = find_languages ();
  g_autoptr (GListStore) answers = g_list_store_new (PACT_TYPE_ANSWER);

  for (guint i = 0; i < languages->len; i++)
    {
      const char *locale = g_ptr_array_index (languages, i);
      g_autofree char *name = g_str_equal (locale, "en") ? g_strdup (own_name) : name_language (catalogues, locale);

      pact_answers_append (answers, locale, name, NULL);
    }
  pact_pick_row_set_answers (self->language_row, G_LIST_MODEL (answers), C_ ("language", "Follow the system"));
  pact_catalogues_unref (catalogues);
}

static void
fill_appearances (PactPreferences *self)
{
  g_autoptr (GListStore) answers = g_list_store_new (PACT_TYPE_ANSWER);

  pact_answers_append (answers, "system", C_ ("appearance", "Follow the system"), NULL);
  pact_answers_append (answers, "light", C_ ("appearance", "Light"), NULL);
  pact_answers_append (answers, "dark", C_ ("appearance", "Dark"), NULL);
  pact_pick_row_set_answers (self->appearance_row, G_LIST_MODEL (answers), NULL);
}

static void
pact_preferences_class_init (PactPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PACT_TYPE_BACKUPS_GROUP);
  g_type_ensure (PACT_TYPE_PICK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, toasts);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, appearance_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, edits_spin);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, days_spin);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, templates_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, library_row);
  gtk_widget_class_bind_template_child (widget_class, PactPreferences, backups_group);
  gtk_widget_class_bind_template_callback (widget_class, copy_templates_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_library_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
pact_preferences_init (PactPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  fill_appearances (self);
}

/**
 * pact_preferences_new:
 * @shell: the program's window
 *
 * Returns: (transfer none): the preferences, in a window of their own above @shell; GTK owns it
 */
PactPreferences *
pact_preferences_new (PactShell *shell)
{
  PactPreferences *self;
  GSettings *settings;
  g_autofree char *templates = NULL;

  g_return_val_if_fail (PACT_IS_SHELL (shell), NULL);

  self = g_object_new (PACT_TYPE_PREFERENCES, "transient-for", shell, NULL);
  settings = pact_shell_get_settings (shell);
  g_settings_bind (settings, "author-name", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "interface-language", self->language_row, "code", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "appearance", self->appearance_row, "code", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "history-limit-edits", gtk_spin_button_get_adjustment (self->edits_spin), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "history-limit-days", gtk_spin_button_get_adjustment (self->days_spin), "value",
                   G_SETTINGS_BIND_DEFAULT);

  templates = pact_template_library_get_user_folder ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->templates_row), FALSE);
  adw_action_row_set_subtitle (self->templates_row, templates);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->library_row), FALSE);
  adw_action_row_set_subtitle (self->library_row, pact_workspace_get_path (pact_shell_get_workspace (shell)));
  pact_backups_group_set_library (self->backups_group, pact_workspace_get_path (pact_shell_get_workspace (shell)));

  return self;
}
