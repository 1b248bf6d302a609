/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-print"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-print.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              PactPages *pages)
{
  pact_pages_draw (pages, page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         PactShell *shell)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  pact_shell_report (shell, _("The document was not printed"), error);
}

/* The paper of the pages: what a printer is asked for unless somebody chooses another one. */
static GtkPageSetup *
create_setup (PactPages *pages)
{
  static const char *const names[] = {
    [PACT_PAPER_A4] = GTK_PAPER_NAME_A4,
    [PACT_PAPER_A3] = GTK_PAPER_NAME_A3,
    [PACT_PAPER_LETTER] = GTK_PAPER_NAME_LETTER,
  };
  GtkPageSetup *setup = gtk_page_setup_new ();
  gboolean is_landscape;
  PactPaper paper = pact_document_get_paper (pact_pages_get_document (pages), &is_landscape);
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (names[paper]);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);

  return setup;
}

/* What is printed into a file is called like what is saved, and lies where documents do. */
static GtkPrintSettings *
create_settings (const char *name)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder != NULL ? folder : g_get_home_dir ());

  return settings;
}

/**
 * pact_print:
 * @shell: whom to tell if it fails
 * @pages: what to print
 * @name: what it is called, in the queue of the printer and as a file
 *
 * Asks on which printer to print, and prints.
 */
void
pact_print (PactShell *shell,
            PactPages *pages,
            const char *name)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_setup (pages);
  g_autoptr (GtkPrintSettings) settings = create_settings (name);
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (shell));

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, pact_pages_get_count (pages));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), pages, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), shell, 0);
  /* As long as it goes on, the pages stay. */
  g_object_set_data_full (G_OBJECT (operation), "pact-pages", g_object_ref (pages), g_object_unref);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    pact_shell_report (shell, _("The document was not printed"), error);
}
