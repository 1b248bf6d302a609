/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-portal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libportal-gtk4/portal-gtk4.h>

#include "pact-alert.h"
#include "pact-portal.h"

/* The desktop's portals, through libportal; this is the only file that includes it.
 *
 * Before it is asked for anything, the portal is asked whether it is there: without a bus libportal has nothing to work with, and
 * without a portal for mails libportal 0.6 goes on with an answer that it did not get. What the desktop says when it fails is for
 * the log: people are told what they can do. */

#define BUS_NAME "org.freedesktop.portal.Desktop"
#define OBJECT_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  GWeakRef shell; /* the window may be closed while the desktop asks something */
  const char *interface;
  GFile *file;   /* (nullable): what the mail or the folder is for */
  char *subject; /* (nullable): of the mail */
  char *address; /* (nullable): of the page */
} Request;

static Request *
request_new (PactShell *shell,
             const char *interface,
             GFile *file,
             const char *subject,
             const char *address)
{
  Request *request = g_new0 (Request, 1);

  g_weak_ref_init (&request->shell, shell);
  request->interface = interface;
  g_set_object (&request->file, file);
  request->subject = g_strdup (subject);
  request->address = g_strdup (address);

  return request;
}

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->shell);
  g_clear_object (&request->file);
  g_free (request->subject);
  g_free (request->address);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Nobody is told of what they have stopped themselves. */
static void
tell_failure (Request *request,
              const GError *error)
{
  g_autoptr (PactShell) shell = g_weak_ref_get (&request->shell);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_info ("%s: %s", request->interface, error->message);
  if (shell == NULL)
    return;
  if (request->address != NULL)
    {
      /* Translators: %s is the address of a page in the web. */
      g_autofree char *body = g_strdup_printf (_("The address of the page is: %s"), request->address);

      pact_alert_tell (GTK_WIDGET (shell), _("The page could not be opened in a browser"), body, NULL);
    }
  else if (request->subject != NULL)
    pact_alert_tell (GTK_WIDGET (shell), _("No mail program could be opened"), _("Save the document and attach it to a mail."), NULL);
  else
    {
      g_autofree char *folder = g_path_get_dirname (g_file_peek_path (request->file));
      g_autofree char *shown = g_filename_display_name (folder);
      /* Translators: %s is the path of a folder. */
      g_autofree char *body = g_strdup_printf (_("The document is in “%s”."), shown);

      pact_alert_tell (GTK_WIDGET (shell), _("The folder could not be opened"), body, NULL);
    }
}

static void
composed_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (!xdp_portal_compose_email_finish (XDP_PORTAL (source), result, &error))
    tell_failure (request, error);
}

static void
shown_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (!xdp_portal_open_directory_finish (XDP_PORTAL (source), result, &error))
    tell_failure (request, error);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (!xdp_portal_open_uri_finish (XDP_PORTAL (source), result, &error))
    tell_failure (request, error);
}

/* The portal is there, and has the interface. */
static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) version = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (PactShell) shell = g_weak_ref_get (&request->shell);
  g_autoptr (XdpPortal) portal = NULL;
  g_autoptr (XdpParent) parent = NULL;

  if (version == NULL)
    {
      tell_failure (request, error);
      return;
    }
  if (shell == NULL)
    return;

  portal = xdp_portal_new ();
  parent = xdp_parent_new_gtk (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (shell))));
  if (request->address != NULL)
    {
      xdp_portal_open_uri (portal, parent, request->address, XDP_OPEN_URI_FLAG_NONE, NULL, opened_cb, request);
    }
  else if (request->subject != NULL)
    {
      const char *const attachments[] = { g_file_peek_path (request->file), NULL };

      xdp_portal_compose_email (portal, parent, NULL, NULL, NULL, request->subject, NULL, attachments, XDP_EMAIL_FLAG_NONE, NULL,
                                composed_cb, request);
    }
  else
    {
      g_autofree char *uri = g_file_get_uri (request->file);

      xdp_portal_open_directory (portal, parent, uri, XDP_OPEN_URI_FLAG_NONE, NULL, shown_cb, request);
    }
  g_steal_pointer (&request);
}

static void
bus_cb (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    {
      tell_failure (request, error);
      return;
    }

  g_dbus_connection_call (bus, BUS_NAME, OBJECT_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", request->interface, "version"), G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, found_cb, request);
  g_steal_pointer (&request);
}

/**
 * pact_portal_compose_mail:
 * @shell: whom to tell if it fails
 * @subject: the subject of the mail
 * @path: the file to attach, which has to stay there
 *
 * Asks the desktop for a new mail in the person's mail program. Nothing is sent by that: it is the person who writes to whom, and
 * sends.
 */
void
pact_portal_compose_mail (PactShell *shell,
                          const char *subject,
                          const char *path)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (PACT_IS_SHELL (shell));
  g_return_if_fail (subject != NULL);
  g_return_if_fail (path != NULL);

  file = g_file_new_for_path (path);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, request_new (shell, "org.freedesktop.portal.Email", file, subject, NULL));
}

/**
 * pact_portal_show_in_folder:
 * @shell: whom to tell if it fails
 * @file: a file that has a path
 *
 * Asks the desktop to show the folder that a file is in, with the file in sight.
 */
void
pact_portal_show_in_folder (PactShell *shell,
                            GFile *file)
{
  g_return_if_fail (PACT_IS_SHELL (shell));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (g_file_peek_path (file) != NULL);

  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, request_new (shell, "org.freedesktop.portal.OpenURI", file, NULL, NULL));
}

/**
 * pact_portal_open_page:
 * @shell: whom to tell if it fails
 * @address: the address of a page in the web, which begins with http:// or https://
 *
 * Asks the desktop to show a page in the person's browser. The program itself fetches nothing. To be called only when the person
 * has asked for that page.
 */
void
pact_portal_open_page (PactShell *shell,
                       const char *address)
{
  g_return_if_fail (PACT_IS_SHELL (shell));
  g_return_if_fail (address != NULL);
  g_return_if_fail (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://"));

  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, request_new (shell, "org.freedesktop.portal.OpenURI", NULL, NULL, address));
}
