/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-submission"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-dates.h"
#include "pact-file-dialog.h"
#include "pact-findings.h"
#include "pact-plan-file-name.h"
#include "pact-plan-size.h"
#include "pact-readiness.h"
#include "pact-receipt-row.h"
#include "pact-review.h"
#include "pact-shell.h"
#include "pact-submission.h"
#include "pact-text.h"

/* How long at a time a large plan is looked through, in microseconds: half a frame. */
#define SLICE 8000

/**
 * PactSubmission:
 *
 * The section that exports the plan: what is still needed before it can be submitted, what is left
 * out, and what was submitted before.
 */
struct _PactSubmission
{
  PactSection parent_instance;

  GPtrArray *receipts; /* GtkWidget, borrowed */
  PactReview *review;  /* (nullable) the last one */
  guint review_source; /* as long as it goes on */

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *authority_label;
  GtkLabel *size_label;
  GtkLabel *state_label;
  GtkImage *state_icon;
  GtkWidget *submit_button;
  GtkWidget *draft_button;
  GtkSwitch *withhold_switch;
  PactFindings *needed;
  PactFindings *advice;
  AdwPreferencesGroup *receipts_group;
};

G_DEFINE_FINAL_TYPE (PactSubmission, pact_submission, PACT_TYPE_SECTION)

static PactShell *
get_shell (PactSubmission *self)
{
  return pact_shell_get (GTK_WIDGET (self));
}

static PactPlan *
get_plan (PactSubmission *self)
{
  return pact_editor_get_plan (pact_section_get_editor (PACT_SECTION (self)));
}

/* Whose plan it is and for when, as far as that has been said. */
static char *
describe_authority (PactElement *root)
{
  g_autofree char *authority = pact_text_dup_shown (pact_element_get (root, "authority_name"));
  g_autofree char *period = pact_period_display (pact_element_get (root, "period_start"),
                                                 pact_element_get (root, "period_end"), NULL);

  if (authority != NULL && period != NULL)
    return g_strjoin (" · ", authority, period, NULL);

  return g_strdup (authority != NULL ? authority : period);
}

static void
update_summary (PactSubmission *self)
{
  PactElement *root = pact_plan_get_root (get_plan (self));
  const char *title = pact_element_get_title (root);
  g_autofree char *authority = describe_authority (root);
  g_autofree char *size = pact_plan_size_describe (get_plan (self));

  gtk_label_set_label (self->title_label, title != NULL ? title : C_ ("plan", "Plan without a title"));
  gtk_label_set_label (self->authority_label, authority != NULL ? authority : "");
  gtk_widget_set_visible (GTK_WIDGET (self->authority_label), authority != NULL);
  gtk_label_set_label (self->size_label, size);
}

static void
show_review (PactSubmission *self)
{
  guint n_blocking = pact_review_count (self->review, PACT_FINDING_BLOCKING);
  g_autofree char *readiness = NULL;
  g_autofree char *text = NULL;
  PactTally tally;

  pact_readiness_of_element (pact_plan_get_root (get_plan (self)), &tally);
  readiness = pact_readiness_describe (&tally);
  if (n_blocking > 0)
    /* Translators: %s is a whole sentence, such as “8 of 26 measures are ready for submission.” */
    text = g_strdup_printf (_("%s What is still needed stands below; a draft can be exported at any time."), readiness);
  else
    text = g_strdup (_("The plan has everything that a submission needs."));
  gtk_label_set_label (self->state_label, text);
  gtk_image_set_from_icon_name (self->state_icon, n_blocking > 0 ? "dialog-information-symbolic" : "object-select-symbolic");
  /* A submission is noted in the plan; a draft is not. */
  gtk_widget_set_sensitive (self->submit_button,
                            n_blocking == 0 && !pact_editor_is_read_only (pact_section_get_editor (PACT_SECTION (self))));
  pact_findings_show (self->needed, get_plan (self), self->review, PACT_FINDING_BLOCKING);
  pact_findings_show (self->advice, get_plan (self), self->review, PACT_FINDING_ADVICE);
}

static gboolean
review_cb (gpointer data)
{
  PactSubmission *self = data;

  if (!pact_review_continue (self->review, SLICE))
    return G_SOURCE_CONTINUE;

  self->review_source = 0;
  show_review (self);

  return G_SOURCE_REMOVE;
}

/* A plan of usual size has been looked through at once. */
static void
update_review (PactSubmission *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  g_clear_pointer (&self->review, pact_review_unref);
  self->review = pact_review_new (get_plan (self));
  if (pact_review_continue (self->review, SLICE))
    {
      show_review (self);
      return;
    }

  gtk_label_set_label (self->state_label, _("The plan is being looked through…"));
  gtk_image_set_from_icon_name (self->state_icon, "content-loading-symbolic");
  gtk_widget_set_sensitive (self->submit_button, FALSE);
  self->review_source = g_idle_add (review_cb, self);
}

static void
update_receipts (PactSubmission *self)
{
  GListModel *submissions = pact_element_get_children_by_name (pact_plan_get_root (get_plan (self)), "submission");
  guint n = g_list_model_get_n_items (submissions);

  for (guint i = 0; i < self->receipts->len; i++)
    adw_preferences_group_remove (self->receipts_group, g_ptr_array_index (self->receipts, i));
  g_ptr_array_set_size (self->receipts, 0);

  /* The latest first. */
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (PactElement) submission = g_list_model_get_item (submissions, i - 1);
      GtkWidget *row = pact_receipt_row_new (submission);

      g_ptr_array_add (self->receipts, row);
      adw_preferences_group_add (self->receipts_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->receipts_group), n > 0);
}

static void
pact_submission_edited (PactSection *section)
{
  PactSubmission *self = PACT_SUBMISSION (section);

  update_summary (self);
  update_review (self);
  update_receipts (self);
}

/* What is being exported. The section may be left before the file is written. */
typedef struct
{
  PactShell *shell;
  PactEditor *editor;
  GFile *file;
  gboolean is_draft;
  gboolean withholds;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->shell);
  g_object_unref (export->editor);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static char *
suggest_name (PactSubmission *self,
              gboolean is_draft)
{
  g_autofree char *name = pact_plan_suggest_file_name (get_plan (self));

  /* Translators: the name of a file; %s is an authority and a period, or the title of a plan. */
  return is_draft ? g_strdup_printf (C_ ("file name", "%s (draft).json"), name) : g_strconcat (name, ".json", NULL);
}

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (PactReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *display_name = g_filename_display_name (name);

  if (!pact_workspace_export_finish (PACT_WORKSPACE (source), result, &receipt, &error))
    pact_shell_report (export->shell, _("The plan was not exported"), error);
  else if (receipt == NULL)
    pact_shell_say (export->shell, _("The draft was exported."));
  else if (!pact_editor_record_submission (export->editor, receipt, display_name, &error))
    pact_shell_report (export->shell, _("The file was written, but the submission was not noted"), error);
  else
    pact_shell_say (export->shell, _("The plan was exported for submission."));
}

static void
file_chosen_cb (GFile **files,
                int n_files,
                gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (PactJob) job = NULL;

  if (n_files != 1)
    return;

  job = pact_job_new (export->is_draft ? C_ ("what is being done", "Writing the draft…")
                                       : C_ ("what is being done", "Writing the plan for submission…"));
  export->file = g_object_ref (files[0]);
  pact_workspace_export_async (pact_shell_get_workspace (export->shell), pact_editor_get_uuid (export->editor), files[0],
                               export->is_draft, export->withholds, job, exported_cb, export);
  g_steal_pointer (&export);
}

static void
export_plan (PactSubmission *self,
             gboolean is_draft)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = NULL;

  pact_shell_flush (get_shell (self));
  name = suggest_name (self, is_draft);
  export->shell = g_object_ref (get_shell (self));
  export->editor = g_object_ref (pact_section_get_editor (PACT_SECTION (self)));
  export->is_draft = is_draft;
  export->withholds = gtk_switch_get_active (self->withhold_switch);
  pact_file_dialog_save (GTK_WIDGET (self),
                         is_draft ? C_ ("dialog", "Export a Draft") : C_ ("dialog", "Export for Submission"),
                         name, file_chosen_cb, export);
}

static void
submit_cb (PactSubmission *self)
{
  export_plan (self, FALSE);
}

static void
draft_cb (PactSubmission *self)
{
  export_plan (self, TRUE);
}

/* What is edited meanwhile is not told to a section that is not shown. */
static void
pact_submission_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PACT_SUBMISSION (widget)->review_source, g_source_remove);

  GTK_WIDGET_CLASS (pact_submission_parent_class)->unmap (widget);
}

static void
pact_submission_map (GtkWidget *widget)
{
  PactSubmission *self = PACT_SUBMISSION (widget);

  if (self->review != NULL && self->review_source == 0 && !pact_review_continue (self->review, 0))
    update_review (self);

  GTK_WIDGET_CLASS (pact_submission_parent_class)->map (widget);
}

static void
pact_submission_finalize (GObject *object)
{
  PactSubmission *self = PACT_SUBMISSION (object);

  g_clear_handle_id (&self->review_source, g_source_remove);
  g_clear_pointer (&self->review, pact_review_unref);
  g_ptr_array_unref (self->receipts);

  G_OBJECT_CLASS (pact_submission_parent_class)->finalize (object);
}

static void
pact_submission_class_init (PactSubmissionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_submission_finalize;
  widget_class->map = pact_submission_map;
  widget_class->unmap = pact_submission_unmap;
  PACT_SECTION_CLASS (klass)->edited = pact_submission_edited;

  g_type_ensure (PACT_TYPE_FINDINGS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-submission.ui");
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, authority_label);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, size_label);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, state_label);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, state_icon);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, submit_button);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, draft_button);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, withhold_switch);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, needed);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, advice);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, receipts_group);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
}

static void
pact_submission_init (PactSubmission *self)
{
  self->receipts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Long words and large text need more than one line. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->submit_button))), TRUE);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->draft_button))), TRUE);
}
