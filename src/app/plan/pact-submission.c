/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-submission"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-file-dialog.h"
#include "pact-findings.h"
#include "pact-plan.h"
#include "pact-review.h"
#include "pact-submission.h"
#include "pact-template.h"
#include "pact-window.h"

/**
 * PactSubmission:
 *
 * The section that exports the plan: what is still needed before it can be submitted, what is left
 * out, and what was submitted before.
 */
struct _PactSubmission
{
  PactSection parent_instance;

  gboolean is_draft; /* what is being exported */
  gboolean withholds;
  GPtrArray *receipts; /* GtkWidget, borrowed */

  /* Template widgets */
  GtkLabel *state_label;
  GtkImage *state_icon;
  GtkWidget *submit_button;
  GtkSwitch *withhold_switch;
  PactFindings *needed;
  PactFindings *advice;
  AdwPreferencesGroup *receipts_group;
  GtkEditable *template_entry;
};

G_DEFINE_FINAL_TYPE (PactSubmission, pact_submission, PACT_TYPE_SECTION)

static PactWindow *
get_window (PactSubmission *self)
{
  return pact_window_of (GTK_WIDGET (self));
}

static PactPlan *
get_plan (PactSubmission *self)
{
  return pact_editor_get_plan (pact_section_get_editor (PACT_SECTION (self)));
}

static guint
count_severity (GPtrArray *findings,
                PactFindingSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((PactFinding *) g_ptr_array_index (findings, i))->severity == severity;

  return n;
}

static void
update_review (PactSubmission *self)
{
  g_autoptr (GPtrArray) findings = pact_review_plan (get_plan (self));
  guint n_blocking = count_severity (findings, PACT_FINDING_BLOCKING);
  g_autofree char *text = NULL;

  if (n_blocking > 0)
    text = g_strdup_printf (ngettext ("%u thing is still needed before the plan can be submitted. A draft can be exported at any time.",
                                      "%u things are still needed before the plan can be submitted. A draft can be exported at any time.",
                                      n_blocking),
                            n_blocking);
  else
    text = g_strdup (_("The plan has everything that a submission needs."));
  gtk_label_set_label (self->state_label, text);
  gtk_image_set_from_icon_name (self->state_icon, n_blocking > 0 ? "dialog-information-symbolic" : "object-select-symbolic");
  gtk_widget_set_sensitive (self->submit_button, n_blocking == 0);
  pact_findings_show (self->needed, get_plan (self), findings, PACT_FINDING_BLOCKING);
  pact_findings_show (self->advice, get_plan (self), findings, PACT_FINDING_ADVICE);
}

static void
copy_cb (GtkWidget *button,
         gpointer user_data)
{
  PactWindow *window = pact_window_of (button);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), g_object_get_data (G_OBJECT (button), "pact-digest"));
  pact_window_say (window, _("The digest was copied."));
}

static char *
display_moment (const char *timestamp)
{
  g_autoptr (GDateTime) utc = timestamp != NULL ? g_date_time_new_from_iso8601 (timestamp, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%x %R") : g_strdup ("");
}

static GtkWidget *
receipt_row_new (PactElement *submission)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  const char *revision = pact_element_get (submission, "revision");
  const char *digest = pact_element_get (submission, "digest");
  const char *file = pact_element_get (submission, "file");
  g_autofree char *moment = display_moment (pact_element_get (submission, "date"));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *escaped = NULL;

  /* Translators: %1$s is a number, %2$s a date and a time. */
  title = g_strdup_printf (_("Revision %1$s, exported %2$s"), revision != NULL ? revision : "", moment);
  subtitle = g_strdup_printf ("\u2068%s\u2069\n\u2066%s\u2069", file != NULL ? file : "", digest != NULL ? digest : "");
  escaped = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, C_("button", "Copy the Digest"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("button", "Copy the Digest"), -1);
  g_object_set_data_full (G_OBJECT (button), "pact-digest", g_strdup (digest), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
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
      GtkWidget *row = receipt_row_new (submission);

      g_ptr_array_add (self->receipts, row);
      adw_preferences_group_add (self->receipts_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->receipts_group), n > 0);
}

static void
pact_submission_edited (PactSection *section)
{
  PactSubmission *self = PACT_SUBMISSION (section);

  update_review (self);
  update_receipts (self);
}

/* A name that every file system takes: of the authority and the period, without what some do not allow. */
static char *
suggest_name (PactSubmission *self)
{
  PactElement *root = pact_plan_get_root (get_plan (self));
  const char *authority = pact_element_get (root, "authority_name");
  const char *start = pact_element_get (root, "period_start");
  g_autofree char *base = g_strdup_printf ("%s %.4s", authority != NULL ? authority : "plan", start != NULL ? start : "");
  g_autofree char *stripped = NULL;

  for (char *c = base; *c != '\0'; c++)
    {
      if (strchr ("/\\:*?\"<>|", *c) != NULL || g_ascii_iscntrl (*c))
        *c = '-';
    }
  stripped = g_strdup (g_strstrip (base));

  return g_strconcat (stripped, self->is_draft ? " (draft)" : "", ".json", NULL);
}

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  PactSubmission *self = g_task_get_source_object (task);
  GFile *file = g_task_get_task_data (task);
  PactWindow *window = get_window (self);
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);

  if (!pact_workspace_export_finish (PACT_WORKSPACE (source), result, &error))
    {
      if (window != NULL)
        pact_window_report (window, _("The plan was not exported"), error);
      return;
    }
  if (!self->is_draft && editor != NULL
      && !pact_editor_record_submission (editor, display_name, self->withholds, &error) && window != NULL)
    pact_window_report (window, _("The file was written, but the submission was not noted"), error);
  else if (window != NULL)
    pact_window_say (window, self->is_draft ? _("The draft was exported.") : _("The plan was exported for submission."));
}

static void
file_chosen_cb (GFile **files,
                int n_files,
                gpointer data)
{
  g_autoptr (PactSubmission) self = PACT_SUBMISSION (data);
  PactWindow *window = get_window (self);
  GTask *task;

  if (n_files != 1 || window == NULL)
    return;

  self->withholds = gtk_switch_get_active (self->withhold_switch);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, g_object_ref (files[0]), g_object_unref);
  pact_workspace_export_async (pact_window_get_workspace (window),
                               pact_editor_get_uuid (pact_section_get_editor (PACT_SECTION (self))),
                               files[0], self->is_draft, self->withholds, NULL, exported_cb, task);
}

static void
export (PactSubmission *self,
        gboolean is_draft)
{
  g_autofree char *name = NULL;

  pact_window_flush (get_window (self));
  self->is_draft = is_draft;
  name = suggest_name (self);
  pact_file_dialog_save (GTK_WIDGET (self),
                         is_draft ? C_("dialog", "Export a Draft") : C_("dialog", "Export for Submission"),
                         name, file_chosen_cb, g_object_ref (self));
}

static void
submit_cb (PactSubmission *self)
{
  export (self, FALSE);
}

static void
draft_cb (PactSubmission *self)
{
  export (self, TRUE);
}

/* A file of the folder of templates that does not exist yet. */
static GFile *
find_template_file (const char *title)
{
  g_autofree char *folder = pact_template_library_get_user_folder ();
  g_autofree char *base = g_str_to_ascii (title, "C");

  g_mkdir_with_parents (folder, 0700);
  for (char *c = base; *c != '\0'; c++)
    *c = g_ascii_isalnum (*c) ? g_ascii_tolower (*c) : '-';
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%.60s.json", base) : g_strdup_printf ("%.60s-%u.json", base, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }
}

static void
save_template_cb (PactSubmission *self)
{
  PactWindow *window = get_window (self);
  PactTemplateLibrary *templates = pact_workspace_get_templates (pact_window_get_workspace (window));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->template_entry)));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (title[0] == '\0')
    return;

  pact_window_flush (window);
  bytes = pact_editor_write_template (pact_section_get_editor (PACT_SECTION (self)), title, &error);
  file = bytes != NULL ? find_template_file (title) : NULL;
  if (bytes == NULL || !pact_write_file (file, bytes, &error))
    {
      pact_window_report (window, _("The template was not saved"), error);
      return;
    }
  pact_template_library_reload (templates);
  gtk_editable_set_text (self->template_entry, "");
  pact_window_say (window, _("The template was saved. New plans can begin with it."));
}

static void
pact_submission_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_SUBMISSION (object)->receipts);

  G_OBJECT_CLASS (pact_submission_parent_class)->finalize (object);
}

static void
pact_submission_class_init (PactSubmissionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_submission_finalize;
  PACT_SECTION_CLASS (klass)->edited = pact_submission_edited;

  g_type_ensure (PACT_TYPE_FINDINGS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-submission.ui");
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, state_label);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, state_icon);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, submit_button);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, withhold_switch);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, needed);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, advice);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, receipts_group);
  gtk_widget_class_bind_template_child (widget_class, PactSubmission, template_entry);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_template_cb);
}

static void
pact_submission_init (PactSubmission *self)
{
  self->receipts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
