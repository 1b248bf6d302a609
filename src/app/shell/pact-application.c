/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-application.h"
#include "pact-care.h"
#include "pact-contrast.h"
#include "pact-failure-window.h"
#include "pact-locale.h"
#include "pact-menu-names.h"
#include "pact-pending.h"
#include "pact-preferences.h"
#include "pact-restore-window.h"
#include "pact-shell.h"
#include "pact-window.h"

/* How long the window stands still for another program that writes, in milliseconds. What was typed is written later. */
#define PATIENCE 100

/**
 * PactApplication:
 *
 * The program: one for each library, so that a library never has two windows.
 */
struct _PactApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  PactWorkspace *workspace;
  char *library_path;
  guint thin_source;
  PactCare *care;

  char *backup; /* (nullable) what is to be restored as soon as nobody has the library open */
  guint restore_source;
  PactJob *restoring;              /* (nullable) that, from when the windows are closed until they are back */
  PactRestoreWindow *restore_window; /* (nullable) owned by the application */
};

G_DEFINE_FINAL_TYPE (PactApplication, pact_application, ADW_TYPE_APPLICATION)

static void
end_care (PactApplication *self)
{
  if (self->care != NULL)
    g_object_run_dispose (G_OBJECT (self->care));
  g_clear_object (&self->care);
}

static void
pact_application_finalize (GObject *object)
{
  PactApplication *self = PACT_APPLICATION (object);

  g_clear_handle_id (&self->thin_source, g_source_remove);
  g_clear_handle_id (&self->restore_source, g_source_remove);
  end_care (self);
  g_clear_pointer (&self->backup, g_free);
  g_clear_object (&self->restoring);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->library_path, g_free);

  G_OBJECT_CLASS (pact_application_parent_class)->finalize (object);
}

static int
pact_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  PactApplication *self = PACT_APPLICATION (application);
  const char *path;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Pact Planner %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }

  if (g_variant_dict_lookup (options, "library", "^&ay", &path))
    {
      g_autofree char *digest = NULL;
      g_autofree char *id = NULL;

      /* Whoever names the same file reaches the same instance. */
      self->library_path = g_canonicalize_filename (path, NULL);
      digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->library_path, -1);
      id = g_strdup_printf ("%s.L%.16s", APPLICATION_ID, digest);
      g_application_set_application_id (application, id);
    }

  return -1;
}

static void
apply_author (PactApplication *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author-name");

  if (self->workspace != NULL)
    pact_workspace_set_author (self->workspace, author[0] != '\0' ? author : g_get_real_name ());
}

/* Nobody has asked for it, so nobody is told. */
static void
thinned_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!pact_workspace_thin_history_finish (PACT_WORKSPACE (source), result, &error))
    g_info ("The history was not thinned: %s", error->message);
}

/* Once after each start, when the window is there. Not when a limit changes: on the way to 1,000 somebody types 100. */
static gboolean
thin_history_cb (gpointer user_data)
{
  PactApplication *self = PACT_APPLICATION (user_data);

  g_autoptr (PactJob) job = pact_job_new (C_ ("what is being done", "Shortening the history…"));

  self->thin_source = 0;
  pact_workspace_thin_history_async (self->workspace, g_settings_get_int (self->settings, "history-limit-edits"),
                                     g_settings_get_int (self->settings, "history-limit-days"), job, thinned_cb, NULL);

  return G_SOURCE_REMOVE;
}

/* What is being done is done to its end, or stopped in good order, also when the window has been closed meanwhile. */
static void
jobs_changed_cb (PactApplication *self,
                 guint position,
                 guint n_removed,
                 guint n_added)
{
  for (guint i = 0; i < n_added; i++)
    g_application_hold (G_APPLICATION (self));
  for (guint i = 0; i < n_removed; i++)
    g_application_release (G_APPLICATION (self));
}

static void
apply_appearance (PactApplication *self)
{
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;
  g_autofree char *appearance = g_settings_get_string (self->settings, "appearance");

  if (g_str_equal (appearance, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (appearance, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* The window asks if something that was typed could not be saved. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (user_data));
}

static void
preferences_activated_cb (GSimpleAction *action,
                          GVariant *parameter,
                          gpointer user_data)
{
  PactApplication *self = PACT_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (PACT_IS_SHELL (window))
    gtk_window_present (GTK_WINDOW (pact_preferences_new (PACT_SHELL (window))));
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_show_about_dialog (window,
                         "program-name", _("Pact Planner"),
                         "version", PACKAGE_VERSION,
                         "comments", _("Draft a local action plan to stop sexual violence against children."),
                         "logo-icon-name", APPLICATION_ID,
                         "copyright", "© 2026 The Pact Planner authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: write your names here, one a line; they are shown in the About window. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void restore_backup_activated_cb (GSimpleAction *action,
                                         GVariant *parameter,
                                         gpointer user_data);

static void
pact_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_activated_cb },
    { .name = "preferences", .activate = preferences_activated_cb },
    { .name = "about", .activate = about_activated_cb },
    { .name = "restore-backup", .activate = restore_backup_activated_cb, .parameter_type = "s" },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  PactApplication *self = PACT_APPLICATION (application);

  G_APPLICATION_CLASS (pact_application_parent_class)->startup (application);

  /* GTK looks at the session's language, which need not be the one that was chosen here. */
  gtk_widget_set_default_direction (pact_locale_is_right_to_left (NULL) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  g_signal_connect_object (self->settings, "changed::author-name", G_CALLBACK (apply_author), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::appearance", G_CALLBACK (apply_appearance), self, G_CONNECT_SWAPPED);
  apply_appearance (self);
  pact_contrast_follow ("/org/pactplanner/PactPlanner/high-contrast.css");
  g_signal_connect_object (pact_jobs_get_running (), "items-changed", G_CALLBACK (jobs_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  pact_name_menu_items ();
}

static void
say_cb (PactApplication *self,
        const char *sentence)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (PACT_IS_SHELL (window))
    pact_shell_say (PACT_SHELL (window), sentence);
}

/* The window, made when it is first asked for; NULL if the library cannot be opened, or not yet, which a window of its own says. */
static PactWindow *
get_window (PactApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->restoring != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->restore_window));
      return NULL;
    }
  if (self->workspace == NULL)
    {
      g_autoptr (GError) error = NULL;

      self->workspace = pact_workspace_open (self->library_path, &error);
      if (self->workspace == NULL)
        {
          if (window == NULL)
            window = GTK_WINDOW (pact_failure_window_new (GTK_APPLICATION (self), self->library_path, error));
          gtk_window_present (window);
          return NULL;
        }
      pact_workspace_set_patience (self->workspace, PATIENCE);
      apply_author (self);
      self->care = pact_care_new (self->workspace);
      g_signal_connect_object (self->care, "say", G_CALLBACK (say_cb), self, G_CONNECT_SWAPPED);
      self->thin_source = g_idle_add_full (G_PRIORITY_LOW, thin_history_cb, self, NULL);
    }

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (PACT_IS_WINDOW (l->data))
        return l->data;
    }

  return pact_window_new (ADW_APPLICATION (self), self->workspace, self->settings);
}

static void
restored_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  PactApplication *self = PACT_APPLICATION (user_data);
  g_autofree char *aside = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean restored = pact_backups_restore_finish (result, &aside, &error);
  PactWindow *window;

  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->restore_window)));
  g_clear_object (&self->restoring);
  window = get_window (self);
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (window != NULL)
        pact_shell_say (PACT_SHELL (window), _("Nothing was restored. All plans are as they were."));
    }
  else if (!restored)
    {
      GtkWidget *parent = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self)));

      pact_alert_tell (parent, _("The backup was not restored"), error->message, NULL);
    }
  else if (window != NULL)
    {
      guint n_plans = g_list_model_get_n_items (pact_workspace_get_plans (self->workspace));

      name = aside != NULL ? g_path_get_basename (aside) : NULL;
      sentence = name != NULL
                   ? g_strdup_printf (ngettext ("%1$u plan is back. What was there before is kept as “%2$s”.",
                                                "%1$u plans are back. What was there before is kept as “%2$s”.", n_plans),
                                      n_plans, name)
                   : g_strdup_printf (ngettext ("%u plan is back.", "%u plans are back.", n_plans), n_plans);
      pact_shell_say (PACT_SHELL (window), sentence);
    }
  g_application_release (G_APPLICATION (self));
  g_object_unref (self);
}

/* As long as anything has the library open its file stays where it is. */
static gboolean
restore_when_closed_cb (gpointer user_data)
{
  PactApplication *self = PACT_APPLICATION (user_data);
  g_autofree char *backup = NULL;

  if (self->workspace != NULL && G_OBJECT (self->workspace)->ref_count > 1)
    return G_SOURCE_CONTINUE;
  self->restore_source = 0;
  g_clear_object (&self->workspace);
  backup = g_steal_pointer (&self->backup);
  pact_backups_restore_async (self->library_path, backup, self->restoring, restored_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* Not from within the button or the question that asked for it, which go with their windows. */
static gboolean
close_to_restore_cb (gpointer user_data)
{
  PactApplication *self = PACT_APPLICATION (user_data);
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  g_clear_handle_id (&self->thin_source, g_source_remove);
  end_care (self);
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  g_list_free (windows);
  self->restoring = pact_job_new (C_ ("what is being done", "Restoring the backup…"));
  self->restore_window = pact_restore_window_new (GTK_APPLICATION (self), self->restoring);
  self->restore_source = g_timeout_add (20, restore_when_closed_cb, self);

  return G_SOURCE_REMOVE;
}

static void
restore_backup_activated_cb (GSimpleAction *action,
                             GVariant *parameter,
                             gpointer user_data)
{
  PactApplication *self = PACT_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->restore_source != 0 || self->restoring != NULL)
    return;
  if (PACT_IS_SHELL (window))
    pact_shell_flush (PACT_SHELL (window));
  /* To a library that cannot be written nothing can be saved first. */
  if (self->workspace != NULL && pact_workspace_get_obstacle (self->workspace) == NULL
      && pact_pending_get_state (pact_pending_get_default ()) != PACT_PENDING_SAVED)
    {
      pact_alert_tell (GTK_WIDGET (window), _("The backup was not restored"),
                       _("Something you typed could not be saved. It is marked where you typed it."), NULL);
      return;
    }
  g_application_hold (G_APPLICATION (self));
  g_free (self->backup);
  self->backup = g_strdup (g_variant_get_string (parameter, NULL));
  self->restore_source = g_idle_add (close_to_restore_cb, self);
}

static void
pact_application_activate (GApplication *application)
{
  PactWindow *window = get_window (PACT_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

static void
pact_application_open (GApplication *application,
                       GFile **files,
                       int n_files,
                       const char *hint)
{
  PactWindow *window = get_window (PACT_APPLICATION (application));

  if (window == NULL)
    return;
  gtk_window_present (GTK_WINDOW (window));
  pact_window_import_files (window, files, n_files);
}

static void
pact_application_class_init (PactApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_application_finalize;
  application_class->handle_local_options = pact_application_handle_local_options;
  application_class->startup = pact_application_startup;
  application_class->activate = pact_application_activate;
  application_class->open = pact_application_open;
}

static void
pact_application_init (PactApplication *self)
{
  const GOptionEntry options[] = {
    /* Taken before the application is made; named here for the help. */
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Speak by this catalogue (.po), to see a translation at once"), N_("FILE") },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Use this library instead of the default one"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: what may follow the options on the command line: files of plans. */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Draft a local action plan to stop sexual violence against children."));
}

/**
 * pact_application_new:
 * @settings: the settings
 *
 * Returns: (transfer full): the program
 */
PactApplication *
pact_application_new (GSettings *settings)
{
  PactApplication *self = g_object_new (PACT_TYPE_APPLICATION,
                                        "application-id", APPLICATION_ID,
                                        "resource-base-path", "/org/pactplanner/PactPlanner",
                                        "flags", G_APPLICATION_HANDLES_OPEN,
                                        NULL);

  self->settings = g_object_ref (settings);

  return self;
}
