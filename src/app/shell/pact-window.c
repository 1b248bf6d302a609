/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-assistant-page.h"
#include "pact-banner.h"
#include "pact-behind.h"
#include "pact-job-bar.h"
#include "pact-library-actions.h"
#include "pact-library-page.h"
#include "pact-lost-bar.h"
#include "pact-pending.h"
#include "pact-plan-page.h"
#include "pact-shell.h"
#include "pact-toasts.h"
#include "pact-unsaved.h"
#include "pact-window-private.h"

/* How often the library is looked at for what another program has written. */
#define POLL_SECONDS 1

/**
 * PactWindow:
 *
 * The program's window: the library, the assistant for a new plan, or an open plan.
 */
struct _PactWindow
{
  AdwApplicationWindow parent_instance;

  PactWorkspace *workspace;
  GSettings *settings;
  guint poll_source;
  gboolean closing;
  PactToasts *toasts;

  /* Pages of the stack, made when they are first shown; NULL until then */
  PactAssistantPage *assistant_page;
  PactPlanPage *plan_page;

  /* Template widgets */
  AdwToastOverlay *toast_overlay;
  PactBanner *banner;
  GtkStack *stack;
  PactLibraryPage *library_page;
  PactLostBar *lost_bar;
};

static void shell_init (PactShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PactWindow, pact_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (PACT_TYPE_SHELL, shell_init))

static PactPlanPage *
get_shown_plan (PactWindow *self)
{
  return self->plan_page != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->plan_page)
           ? self->plan_page
           : NULL;
}

static void
update_actions (PactWindow *self)
{
  /* A plan that is not shown is not changed. */
  PactPlanPage *page = get_shown_plan (self);
  gboolean may_change = page != NULL && !pact_editor_is_read_only (pact_plan_page_get_editor (page));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", may_change && pact_plan_page_can_undo (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", may_change && pact_plan_page_can_redo (page));
  if (page != NULL)
    pact_plan_page_name_undo (page);
}

/* Says why nothing can be changed, and what can be done about it. */
static void
update_obstacle (PactWindow *self)
{
  const GError *obstacle = pact_workspace_get_obstacle (self->workspace);
  gboolean is_damaged = pact_error_is_damage (obstacle);

  if (obstacle != NULL)
    pact_banner_show (self->banner, obstacle->message, is_damaged ? C_ ("button", "Repair…") : NULL,
                      is_damaged ? "win.repair" : NULL);
  else
    pact_banner_hide (self->banner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-plan", obstacle == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", obstacle == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-example", obstacle == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore-plan", obstacle == NULL);
  pact_library_actions_set_read_only (GTK_WIDGET (self->library_page), obstacle != NULL);
  update_actions (self);
}

/* The keyboard of a row that went with an edit stays with it until the next frame, and what is pressed is lost. */
static void
edited_cb (PactWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_get_root (focus) != GTK_ROOT (self))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  pact_toasts_outdate_undo (self->toasts);
  update_actions (self);
}

static void
show_page (PactWindow *self,
           GtkWidget *page)
{
  if (gtk_stack_get_visible_child (self->stack) != page)
    pact_toasts_outdate_undo (self->toasts);
  gtk_stack_set_visible_child (self->stack, page);
  update_actions (self);
}

/* Leaves the open plan, after everything typed in it was written. */
static void
close_plan (PactWindow *self)
{
  PactPlanPage *page = g_steal_pointer (&self->plan_page);

  if (page == NULL)
    return;
  /* An export that has not ended may keep it, and the plan may be opened again meanwhile. */
  g_signal_handlers_disconnect_by_func (pact_plan_page_get_editor (page), edited_cb, self);
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (page))
    show_page (self, GTK_WIDGET (self->library_page));
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
  update_actions (self);
}

static PactPlanPage *
open_plan (PactWindow *self,
           const char *plan_uuid)
{
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (GError) error = NULL;

  pact_pending_flush (pact_pending_get_default ());
  if (self->plan_page != NULL
      && g_str_equal (pact_editor_get_uuid (pact_plan_page_get_editor (self->plan_page)), plan_uuid))
    {
      show_page (self, GTK_WIDGET (self->plan_page));
      return self->plan_page;
    }

  editor = pact_workspace_open_plan (self->workspace, plan_uuid, &error);
  if (editor == NULL)
    {
      pact_shell_report (PACT_SHELL (self), _("The plan cannot be opened"), error);
      return NULL;
    }
  close_plan (self);
  self->plan_page = pact_plan_page_new (editor);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->plan_page), "plan");
  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  show_page (self, GTK_WIDGET (self->plan_page));
  pact_plan_page_focus (self->plan_page);

  return self->plan_page;
}

static gboolean
poll_cb (gpointer user_data)
{
  PactWindow *self = user_data;

  pact_lost_bar_look (self->lost_bar);
  if (pact_workspace_poll (self->workspace))
    update_obstacle (self);

  return G_SOURCE_CONTINUE;
}

static void
show_library_activated (GtkWidget *widget,
                        const char *action_name,
                        GVariant *parameter)
{
  pact_shell_show_library (PACT_SHELL (widget));
}

/* What is open goes before the program. */
static void
close_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  PactWindow *self = PACT_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->library_page))
    gtk_window_close (GTK_WINDOW (self));
  else
    pact_shell_show_library (PACT_SHELL (self));
}

static void
new_plan_activated (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  PactWindow *self = PACT_WINDOW (widget);

  pact_shell_flush (PACT_SHELL (self));
  if (self->assistant_page == NULL)
    {
      self->assistant_page = g_object_new (PACT_TYPE_ASSISTANT_PAGE, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->assistant_page), "assistant");
    }
  pact_assistant_page_start (self->assistant_page);
  show_page (self, GTK_WIDGET (self->assistant_page));
}

static void
restore_plan_activated (GtkWidget *widget,
                        const char *action_name,
                        GVariant *parameter)
{
  PactWindow *self = PACT_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!pact_workspace_set_trashed (self->workspace, g_variant_get_string (parameter, NULL), FALSE, &error))
    pact_shell_report (PACT_SHELL (self), _("The plan cannot be restored"), error);
}

static void
undo_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactWindow *self = PACT_WINDOW (widget);

  if (get_shown_plan (self) != NULL)
    pact_plan_page_undo (self->plan_page);
  update_actions (self);
}

static void
redo_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactWindow *self = PACT_WINDOW (widget);

  if (get_shown_plan (self) != NULL)
    pact_plan_page_redo (self->plan_page);
  update_actions (self);
}

/* Made when somebody asks for it: that is a tenth of what the first window takes. */
static void
show_shortcuts_activated (GtkWidget *widget,
                          const char *action_name,
                          GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/pactplanner/PactPlanner/ui/pact-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/* It may be in another plan than the one that is open. */
static void
show_unsaved_activated (GtkWidget *widget,
                        const char *action_name,
                        GVariant *parameter)
{
  PactWindow *self = PACT_WINDOW (widget);
  g_autofree char *plan = NULL;

  pact_shell_flush (PACT_SHELL (self));
  if (get_shown_plan (self) != NULL && pact_plan_page_show_unsaved (self->plan_page))
    return;

  plan = pact_unsaved_find_plan ();
  if (plan != NULL && open_plan (self, plan) != NULL)
    pact_plan_page_show_unsaved (self->plan_page);
}

static void
keep_geometry (PactWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static void
close_anyway_cb (gboolean confirmed,
                 gpointer data)
{
  PactWindow *self = PACT_WINDOW (data);

  if (!confirmed)
    return;
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
pact_window_close_request (GtkWindow *window)
{
  PactWindow *self = PACT_WINDOW (window);
  g_autofree char *trouble = pact_workspace_dup_trouble (self->workspace);

  pact_shell_flush (PACT_SHELL (self));
  pact_lost_bar_look (self->lost_bar);
  if (!self->closing && pact_pending_get_state (pact_pending_get_default ()) != PACT_PENDING_SAVED)
    {
      pact_alert_confirm (GTK_WIDGET (self),
                          _("Close and lose what is not saved?"),
                          trouble != NULL ? trouble
                                          : _("Something you typed could not be saved. It is marked where you typed it."),
                          C_ ("button", "Close without Saving It"),
                          TRUE, close_anyway_cb, self, NULL);
      return GDK_EVENT_STOP;
    }
  keep_geometry (self);

  return GTK_WINDOW_CLASS (pact_window_parent_class)->close_request (window);
}

static PactWorkspace *
get_workspace (PactShell *shell)
{
  return PACT_WINDOW (shell)->workspace;
}

static GSettings *
get_settings (PactShell *shell)
{
  return PACT_WINDOW (shell)->settings;
}

static void
flush (PactShell *shell)
{
  pact_pending_flush (pact_pending_get_default ());
}

static void
say (PactShell *shell,
     const char *sentence)
{
  pact_toasts_say (PACT_WINDOW (shell)->toasts, sentence);
}

static void
say_with_button (PactShell *shell,
                 const char *sentence,
                 const char *label,
                 const char *action_name,
                 GVariant *target)
{
  pact_toasts_say_with_button (PACT_WINDOW (shell)->toasts, sentence, label, action_name, target);
}

static void
say_in_passing (PactShell *shell,
                const char *sentence)
{
  pact_toasts_say_in_passing (PACT_WINDOW (shell)->toasts, sentence);
}

static void
say_with_undo (PactShell *shell,
               const char *sentence,
               const char *action_name,
               GVariant *target)
{
  pact_toasts_say_with_undo (PACT_WINDOW (shell)->toasts, sentence, action_name, target);
}

static void
report (PactShell *shell,
        const char *heading,
        const GError *error)
{
  pact_alert_tell (GTK_WIDGET (shell), heading, error->message, NULL);
}

static void
show_library (PactShell *shell)
{
  PactWindow *self = PACT_WINDOW (shell);
  g_autoptr (GError) error = NULL;

  flush (shell);
  /* A plan that holds something refused stays, so that nothing typed is lost; it can be gone back to. */
  if (pact_pending_get_state (pact_pending_get_default ()) == PACT_PENDING_SAVED)
    close_plan (self);
  /* What was edited shows in the list. */
  if (!pact_workspace_refresh (self->workspace, &error))
    report (shell, _("The list of plans cannot be read"), error);
  show_page (self, GTK_WIDGET (self->library_page));
}

static gboolean
open_plan_at (PactShell *shell,
              const char *plan_uuid,
              const char *element_uuid)
{
  PactPlanPage *page = open_plan (PACT_WINDOW (shell), plan_uuid);

  if (page != NULL && element_uuid != NULL)
    pact_plan_page_reveal (page, element_uuid, NULL);

  return page != NULL;
}

static void
show_section (PactShell *shell,
              const char *name)
{
  PactPlanPage *page = get_shown_plan (PACT_WINDOW (shell));

  if (page != NULL)
    pact_plan_page_show_section (page, name);
}

static gboolean
reveal (PactShell *shell,
        const char *element_uuid,
        const char *field_name)
{
  PactPlanPage *page = get_shown_plan (PACT_WINDOW (shell));

  return page != NULL && pact_plan_page_reveal (page, element_uuid, field_name);
}

static void
shell_init (PactShellInterface *iface)
{
  iface->get_workspace = get_workspace;
  iface->get_settings = get_settings;
  iface->flush = flush;
  iface->say = say;
  iface->say_with_button = say_with_button;
  iface->say_in_passing = say_in_passing;
  iface->say_with_undo = say_with_undo;
  iface->report = report;
  iface->show_library = show_library;
  iface->open_plan = open_plan_at;
  iface->show_section = show_section;
  iface->reveal = reveal;
}

static void
pact_window_dispose (GObject *object)
{
  PactWindow *self = PACT_WINDOW (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  /* The page goes with the window, and what goes is not asked what can be undone in it. */
  g_signal_handlers_disconnect_by_func (self, update_actions, NULL);
  g_signal_handlers_disconnect_by_func (pact_pending_get_default (), update_actions, self);
  self->plan_page = NULL;
  g_clear_object (&self->toasts);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (pact_window_parent_class)->dispose (object);
}

static void
pact_window_class_init (PactWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pact_window_close_request;

  g_type_ensure (PACT_TYPE_BANNER);
  g_type_ensure (PACT_TYPE_JOB_BAR);
  g_type_ensure (PACT_TYPE_LIBRARY_PAGE);
  g_type_ensure (PACT_TYPE_LOST_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PactWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PactWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, PactWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PactWindow, library_page);
  gtk_widget_class_bind_template_child (widget_class, PactWindow, lost_bar);

  gtk_widget_class_install_action (widget_class, "win.show-library", NULL, show_library_activated);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_activated);
  gtk_widget_class_install_action (widget_class, "win.new-plan", NULL, new_plan_activated);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, pact_window_import_activated);
  gtk_widget_class_install_action (widget_class, "win.show-example", NULL, pact_window_example_activated);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, pact_window_backup_activated);
  gtk_widget_class_install_action (widget_class, "win.show-in-folder", "s", pact_window_show_in_folder_activated);
  gtk_widget_class_install_action (widget_class, "win.restore-plan", "s", restore_plan_activated);
  gtk_widget_class_install_action (widget_class, "win.repair", NULL, pact_window_repair_activated);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_activated);
  gtk_widget_class_install_action (widget_class, "win.show-unsaved", NULL, show_unsaved_activated);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_activated);

  /* Not accelerators of the application: those would take the keys away from text fields. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new-plan", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.import", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK, "app.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.show-library", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "win.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.show-shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_CONTROL_MASK, "win.show-shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.show-shortcuts", NULL);
}

static void
pact_window_init (PactWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = pact_toasts_new (self->toast_overlay);
  /* What is typed where the keyboard is can be taken back, too. */
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (update_actions), NULL);
  g_signal_connect_object (pact_pending_get_default (), "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  pact_stack_hide_behind (self->stack);
  update_actions (self);
}

/**
 * pact_window_new:
 * @application: the program
 * @workspace: the open library
 * @settings: the program's settings
 *
 * Returns: (transfer none): a window on the library; the application owns it
 */
PactWindow *
pact_window_new (AdwApplication *application,
                 PactWorkspace *workspace,
                 GSettings *settings)
{
  PactWindow *self = g_object_new (PACT_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *exposure = pact_workspace_dup_exposure (workspace, NULL);

  self->workspace = g_object_ref (workspace);
  self->settings = g_object_ref (settings);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  pact_library_page_set_workspace (self->library_page, workspace);
  g_signal_connect_object (workspace, "obstacle-changed", G_CALLBACK (update_obstacle), self, G_CONNECT_SWAPPED);
  update_obstacle (self);
  self->poll_source = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);

  if (exposure != NULL)
    pact_shell_say (PACT_SHELL (self), exposure);
  if (pact_workspace_get_notice (workspace) != NULL)
    pact_shell_say (PACT_SHELL (self), pact_workspace_get_notice (workspace));
  if (!pact_workspace_is_on_safe_place (workspace))
    pact_shell_say (PACT_SHELL (self), _("The library lies in a folder where it can be damaged when two programs write. Keep it on this computer’s own disk."));

  return self;
}
