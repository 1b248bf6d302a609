/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-contrast"

#include "config.h"

#include <adwaita.h>

#include "pact-contrast.h"

/* libadwaita would load a style sheet for high contrast by itself, if it is called style-hc.css; newer releases complain of that
 * and want a media query, which those of Debian 12 do not know. */

static void
contrast_changed_cb (AdwStyleManager *manager,
                     GParamSpec *pspec,
                     gpointer user_data)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);
  GtkStyleProvider *provider = GTK_STYLE_PROVIDER (user_data);

  if (display == NULL)
    display = gdk_display_get_default ();
  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  else
    gtk_style_context_remove_provider_for_display (display, provider);
}

/**
 * pact_contrast_follow:
 * @resource: the path of a style sheet among the program's resources
 *
 * Adds the style sheet as long as the desktop is set to high contrast, from now on and for ever.
 */
void
pact_contrast_follow (const char *resource)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkCssProvider *provider = gtk_css_provider_new ();

  g_return_if_fail (resource != NULL);

  gtk_css_provider_load_from_resource (provider, resource);
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb), provider, (GClosureNotify) (void *) g_object_unref,
                         0);
  contrast_changed_cb (manager, NULL, provider);
}
