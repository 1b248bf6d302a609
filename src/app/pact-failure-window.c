/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-failure-window"

#include "config.h"

#include "pact-failure-window.h"

/**
 * PactFailureWindow:
 *
 * Stands where the program's window would, when the library cannot be opened.
 */
struct _PactFailureWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwStatusPage *status_page;
};

G_DEFINE_FINAL_TYPE (PactFailureWindow, pact_failure_window, ADW_TYPE_APPLICATION_WINDOW)

static void
pact_failure_window_class_init (PactFailureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-failure-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PactFailureWindow, status_page);
}

static void
pact_failure_window_init (PactFailureWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_failure_window_new:
 * @application: the program
 * @error: why the library cannot be opened
 *
 * Returns: (transfer none): the window; the application owns it
 */
PactFailureWindow *
pact_failure_window_new (GtkApplication *application,
                         const GError *error)
{
  PactFailureWindow *self = g_object_new (PACT_TYPE_FAILURE_WINDOW, "application", application, NULL);
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->status_page, description);

  return self;
}
