/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-send"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "pact-paper.h"
#include "pact-portal.h"
#include "pact-send.h"
#include "pact-translate.h"

/* What is attached to a mail is read by the mail program when it is sent, which may be hours later, and nobody says when it was.
 * So each document gets a folder of its own, and stays for a day, in seconds; what is older goes when the next one is made. */
#define KEEPING_TIME (24 * 60 * 60)

typedef struct
{
  PactShell *shell;
  char *subject;
  char *path;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->shell);
  g_free (sending->subject);
  g_free (sending->path);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static gboolean
is_old_folder (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0 && S_ISDIR (status.st_mode)
         && status.st_mtime < g_get_real_time () / G_USEC_PER_SEC - KEEPING_TIME;
}

/* Removes a folder with the files in it. What cannot be removed is tried again the next time. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
remove_old (const char *parent)
{
  g_autoptr (GDir) folder = g_dir_open (parent, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (is_old_folder (path))
        remove_folder (path);
    }
}

/* A new folder that only the person may look into. */
static char *
make_folder (GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "pact-planner", "sent", NULL);
  g_autofree char *folder = g_build_filename (parent, "XXXXXX", NULL);
  int reason;

  if (g_mkdir_with_parents (parent, 0700) == 0 && g_chmod (parent, 0700) == 0)
    {
      remove_old (parent);
      if (g_mkdtemp_full (folder, 0700) != NULL)
        return g_steal_pointer (&folder);
    }

  reason = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), _("No folder could be made in “%1$s”: %2$s."), parent,
               g_strerror (reason));

  return NULL;
}

/* Whoever receives it reads the language of the plan, as the document does. */
static char *
make_subject (PactDocument *document)
{
  const char *plan = pact_document_get_title (document);
  const char *subject = pact_document_get_subject (document);

  if (g_strcmp0 (plan, subject) == 0)
    return g_strdup (plan);

  /* Translators: the subject of a mail; %1$s is a document, such as “Decision paper”, %2$s the title of the plan. */
  return g_strdup_printf (pact_translate ("report", NC_ ("report", "%1$s – %2$s"), pact_document_get_locale (document)), subject, plan);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Sending) sending = user_data;
  g_autoptr (GError) error = NULL;

  if (pact_paper_write_finish (result, &error))
    pact_portal_compose_mail (sending->shell, sending->subject, sending->path);
  else
    pact_shell_report (sending->shell, _("The document was not made"), error);
}

/**
 * pact_send:
 * @shell: whom to tell if it fails
 * @document: what to send, which nobody changes any more
 * @name: what the file is called, without an ending
 *
 * Makes a PDF of a document, and asks the person's mail program for a new mail with it. Nothing is sent by that.
 */
void
pact_send (PactShell *shell,
           PactDocument *document,
           const char *name)
{
  const PactReportFormat *format = pact_report_find_format ("pdf");
  g_autofree char *folder = NULL;
  g_autofree char *file_name = g_strconcat (name, ".", format->name, NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (PactJob) job = NULL;
  g_autoptr (GError) error = NULL;
  Sending *sending;

  folder = make_folder (&error);
  if (folder == NULL)
    {
      pact_shell_report (shell, _("The document was not made"), error);
      return;
    }

  sending = g_new0 (Sending, 1);
  sending->shell = g_object_ref (shell);
  sending->subject = make_subject (document);
  sending->path = g_build_filename (folder, file_name, NULL);
  file = g_file_new_for_path (sending->path);
  job = pact_job_new (C_ ("what is being done", "Writing the document…"));
  pact_paper_write_async (document, format, file, job, written_cb, sending);
}
