/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-receipt-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-dates.h"
#include "pact-receipt-row.h"
#include "pact-shell.h"

/**
 * PactReceiptRow:
 *
 * What is remembered of a submission: when, which file, for whom, and the digest to compare a file with.
 */
struct _PactReceiptRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *file_label;
  GtkLabel *recipient_label;
  GtkLabel *digest_label;
};

G_DEFINE_FINAL_TYPE (PactReceiptRow, pact_receipt_row, ADW_TYPE_PREFERENCES_ROW)

static void
copy_cb (PactReceiptRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_label (self->digest_label));
  pact_shell_say (pact_shell_get (GTK_WIDGET (self)), _("The digest was copied."));
}

static void
pact_receipt_row_class_init (PactReceiptRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-receipt-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactReceiptRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactReceiptRow, file_label);
  gtk_widget_class_bind_template_child (widget_class, PactReceiptRow, recipient_label);
  gtk_widget_class_bind_template_child (widget_class, PactReceiptRow, digest_label);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
pact_receipt_row_init (PactReceiptRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * pact_receipt_row_new:
 * @submission: a submission of the plan
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
pact_receipt_row_new (PactElement *submission)
{
  PactReceiptRow *self = g_object_new (PACT_TYPE_RECEIPT_ROW, NULL);
  const char *revision = pact_element_get (submission, "revision");
  g_autofree char *moment = pact_moment_display (pact_element_get (submission, "date"), NULL);
  g_autofree char *title = NULL;

  /* Translators: %1$s is a number, %2$s a date and a time. */
  title = g_strdup_printf (_("Revision %1$s, exported %2$s"), revision != NULL ? revision : "", moment != NULL ? moment : "");
  gtk_label_set_label (self->title_label, title);
  show_text (self->file_label, pact_element_get (submission, "file"));
  show_text (self->recipient_label, pact_element_get (submission, "recipient"));
  show_text (self->digest_label, pact_element_get (submission, "digest"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}
