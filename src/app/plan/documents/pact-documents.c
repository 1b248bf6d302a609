/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-documents"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer-list.h"
#include "pact-documents.h"
#include "pact-drop-down.h"
#include "pact-emblem.h"
#include "pact-file-dialog.h"
#include "pact-file-name.h"
#include "pact-paper-parts.h"
#include "pact-paper.h"
#include "pact-plan-file-name.h"
#include "pact-preview.h"
#include "pact-print.h"
#include "pact-send.h"
#include "pact-shell.h"

/* What is typed is on the pages this many milliseconds after the last key. */
#define PATIENCE 250

/**
 * PactDocuments:
 *
 * The section that makes papers of the plan: which, how, how they look, and where they go. How they are made is kept with the plan.
 */
struct _PactDocuments
{
  PactSection parent_instance;

  PactJob *job;        /* (nullable): that sets the pages */
  guint update_source; /* as long as pages are to be set */
  gboolean is_filling; /* the controls are being set to what the plan says */
  const PactReportKind *shown;

  GtkDropDown *document_drop_down;
  GtkDropDown *paper_drop_down;

  /* Template widgets */
  AdwBin *document_bin;
  AdwBin *paper_bin;
  GtkLabel *purpose_label;
  GtkWidget *options_box;
  GtkCheckButton *contacts_button;
  GtkCheckButton *draft_button;
  PactEmblem *emblem;
  GtkWidget *parts_box;
  PactPaperParts *parts;
  GtkWidget *print_button;
  GtkWidget *send_button;
  GtkMenuButton *save_button;
  GtkStack *stack;
  PactPreview *preview;
};

G_DEFINE_FINAL_TYPE (PactDocuments, pact_documents, PACT_TYPE_SECTION)

static PactEditor *
get_editor (PactDocuments *self)
{
  return pact_section_get_editor (PACT_SECTION (self));
}

static PactElement *
get_root (PactDocuments *self)
{
  return pact_plan_get_root (pact_editor_get_plan (get_editor (self)));
}

static const PactReportKind *
get_kind (PactDocuments *self)
{
  return pact_report_find (pact_drop_down_get_code (self->document_drop_down));
}

static PactReportOptions
get_options (PactDocuments *self)
{
  return pact_report_options_of (pact_editor_get_plan (get_editor (self)));
}

static PactDocument *
build (PactDocuments *self)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  const PactReportOptions options = get_options (self);

  return pact_report_build (get_kind (self), pact_editor_get_plan (get_editor (self)),
                            pact_workspace_get_templates (pact_shell_get_workspace (shell)), &options);
}

static void
stop (PactDocuments *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->job != NULL)
    pact_job_cancel (self->job);
  g_clear_object (&self->job);
}

static void
show_pages (PactDocuments *self,
            PactPages *pages)
{
  gboolean is_empty = pages == NULL || pact_pages_is_empty (pages);

  pact_preview_set_pages (self->preview, is_empty ? NULL : pages, self->shown == get_kind (self));
  self->shown = get_kind (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "pages");
  gtk_widget_set_sensitive (self->print_button, !is_empty);
  gtk_widget_set_sensitive (self->send_button, !is_empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !is_empty);
}

/* What was set meanwhile for an older state of the plan, or for nobody any more, is not shown. */
static void
set_cb (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (PactDocuments) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PactPages) pages = pact_paper_set_finish (result, &error);

  if (pages == NULL)
    {
      /* Somebody has stopped it from the bar of what is being done. */
      if (self->job != NULL && g_cancellable_is_cancelled (pact_job_get_cancellable (self->job)))
        show_pages (self, NULL);
      return;
    }
  if (self->job == NULL || g_task_get_cancellable (G_TASK (result)) != pact_job_get_cancellable (self->job))
    return;

  g_clear_object (&self->job);
  show_pages (self, pages);
}

static gboolean
update_cb (gpointer data)
{
  PactDocuments *self = data;
  g_autoptr (PactDocument) document = NULL;

  self->update_source = 0;
  stop (self);
  document = build (self);
  self->job = pact_job_new (C_ ("what is being done", "Setting the pages…"));
  pact_paper_set_async (document, self->job, set_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
update_later (PactDocuments *self,
              guint patience)
{
  stop (self);
  self->update_source = g_timeout_add (patience, update_cb, self);
}

static void
show_options (PactDocuments *self)
{
  const PactReportOptions options = get_options (self);
  const char *paper = pact_element_get (get_root (self), "paper");

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->paper_drop_down, pact_drop_down_find (self->paper_drop_down, paper != NULL ? paper : "a4"));
  gtk_check_button_set_active (self->contacts_button, !options.withhold_personal);
  gtk_check_button_set_active (self->draft_button, options.is_draft);
  pact_emblem_set_value (self->emblem, pact_element_get (get_root (self), "emblem"));
  pact_paper_parts_set_left_out (self->parts, pact_element_get (get_root (self), "paper_left_out"));
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (self->options_box, !pact_editor_is_read_only (get_editor (self)));
}

static void
pact_documents_edited (PactSection *section)
{
  PactDocuments *self = PACT_DOCUMENTS (section);

  show_options (self);
  update_later (self, PATIENCE);
}

static void
pact_documents_editor_set (PactSection *section)
{
  PactDocuments *self = PACT_DOCUMENTS (section);

  stop (self);
  pact_emblem_stop (self->emblem);
  self->shown = NULL;
  pact_preview_set_pages (self->preview, NULL, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
}

static void
keep_option (PactDocuments *self,
             const char *name,
             const char *value)
{
  const PactField *field;
  g_autoptr (GError) error = NULL;

  if (self->is_filling || get_editor (self) == NULL)
    return;

  field = pact_kind_find_field (pact_element_get_kind (get_root (self)), name);
  if (!pact_editor_set (get_editor (self), get_root (self), field, value, &error))
    {
      pact_shell_report (pact_shell_get (GTK_WIDGET (self)), _("This was not saved"), error);
      show_options (self);
    }
}

static void
document_cb (PactDocuments *self)
{
  const PactReportKind *kind = get_kind (self);

  if (kind == NULL)
    return;

  gtk_label_set_label (self->purpose_label, g_dpgettext2 (GETTEXT_PACKAGE, "report", kind->purpose));
  gtk_widget_set_visible (self->parts_box, kind->has_parts);
  if (get_editor (self) != NULL)
    update_later (self, 0);
}

static void
paper_cb (PactDocuments *self)
{
  keep_option (self, "paper", pact_drop_down_get_code (self->paper_drop_down));
}

static void
contacts_cb (PactDocuments *self)
{
  keep_option (self, "paper_contacts", gtk_check_button_get_active (self->contacts_button) ? "1" : "0");
}

static void
draft_cb (PactDocuments *self)
{
  keep_option (self, "paper_draft", gtk_check_button_get_active (self->draft_button) ? "1" : "0");
}

static void
emblem_cb (PactDocuments *self,
           const char *value)
{
  keep_option (self, "emblem", value);
}

static gboolean
drop_cb (PactDocuments *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || get_editor (self) == NULL || pact_editor_is_read_only (get_editor (self)))
    return FALSE;

  pact_emblem_read (self->emblem, files->data);

  return TRUE;
}

static void
parts_cb (PactDocuments *self)
{
  g_autofree char *left_out = pact_paper_parts_dup_left_out (self->parts);

  keep_option (self, "paper_left_out", left_out);
}

/* What a file is called: the document, unless it is the data of the plan, the authority and the period. */
static char *
suggest_name (PactDocuments *self,
              gboolean is_of_plan)
{
  g_autofree char *whose = pact_plan_suggest_file_name (pact_editor_get_plan (get_editor (self)));
  /* Translators: the name of a file; %1$s is a document, such as “Council paper”, %2$s an authority and a period. */
  g_autofree char *text = g_strdup_printf (C_ ("file name", "%1$s %2$s"), g_dpgettext2 (GETTEXT_PACKAGE, "report", get_kind (self)->label),
                                           whose);

  return is_of_plan ? g_steal_pointer (&whose) : pact_file_name_from_text (text);
}

static void
print_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  PactDocuments *self = PACT_DOCUMENTS (widget);
  PactPages *pages = pact_preview_get_pages (self->preview);
  g_autofree char *name = NULL;

  if (pages == NULL)
    return;

  name = suggest_name (self, FALSE);
  pact_print (pact_shell_get (widget), pages, name);
}

static void
send_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  PactDocuments *self = PACT_DOCUMENTS (widget);
  PactShell *shell = pact_shell_get (widget);
  g_autoptr (PactDocument) document = NULL;
  g_autofree char *name = NULL;

  if (get_editor (self) == NULL)
    return;

  pact_shell_flush (shell);
  document = build (self);
  name = suggest_name (self, FALSE);
  pact_send (shell, document, name);
}

/* What is being written. The section may be left before the file is there. */
typedef struct
{
  PactShell *shell;
  PactDocument *document; /* (nullable): for papers */
  PactEditor *editor;     /* whose plan it is */
  PactReportOptions options;
  const PactReportFormat *format;
  GFile *file; /* (nullable): where to, once it is chosen */
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->shell);
  g_clear_object (&writing->document);
  g_object_unref (writing->editor);
  g_clear_object (&writing->file);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;

  if (!pact_paper_write_finish (result, &error))
    pact_shell_report (writing->shell, _("The document was not saved"), error);
  else if (g_file_peek_path (writing->file) != NULL)
    {
      g_autofree char *uri = g_file_get_uri (writing->file);

      pact_shell_say_with_button (writing->shell, _("The document was saved."), C_ ("button", "Show in Folder"), "win.show-in-folder",
                                  g_variant_new_string (uri));
    }
  else
    pact_shell_say (writing->shell, _("The document was saved."));
}

static void
file_chosen_cb (GFile **files,
                int n_files,
                gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (PactJob) job = NULL;

  if (n_files != 1)
    return;

  writing->file = g_object_ref (files[0]);
  job = pact_job_new (C_ ("what is being done", "Writing the document…"));
  if (writing->document != NULL)
    pact_paper_write_async (writing->document, writing->format, files[0], job, written_cb, writing);
  else
    pact_paper_write_data_async (pact_editor_get_plan (writing->editor), writing->format, &writing->options, files[0], job, written_cb,
                                 writing);
  g_steal_pointer (&writing);
}

static void
save_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  PactDocuments *self = PACT_DOCUMENTS (widget);
  PactShell *shell = pact_shell_get (widget);
  Writing *writing;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (get_editor (self) == NULL)
    return;

  pact_shell_flush (shell);
  writing = g_new0 (Writing, 1);
  writing->shell = g_object_ref (shell);
  writing->editor = g_object_ref (get_editor (self));
  writing->options = get_options (self);
  writing->format = pact_report_find_format (g_variant_get_string (parameter, NULL));
  if (!writing->format->is_of_plan)
    writing->document = build (self);
  base = suggest_name (self, writing->format->is_of_plan);
  name = g_strconcat (base, ".", writing->format->name, NULL);
  pact_file_dialog_save (widget, C_ ("dialog", "Save the Document"), name, file_chosen_cb, writing);
}

/* What is not seen is not set. */
static void
pact_documents_unmap (GtkWidget *widget)
{
  stop (PACT_DOCUMENTS (widget));

  GTK_WIDGET_CLASS (pact_documents_parent_class)->unmap (widget);
}

static void
pact_documents_map (GtkWidget *widget)
{
  PactDocuments *self = PACT_DOCUMENTS (widget);

  GTK_WIDGET_CLASS (pact_documents_parent_class)->map (widget);

  if (get_editor (self) != NULL && pact_preview_get_pages (self->preview) == NULL)
    update_later (self, 0);
}

static void
pact_documents_dispose (GObject *object)
{
  stop (PACT_DOCUMENTS (object));

  G_OBJECT_CLASS (pact_documents_parent_class)->dispose (object);
}

static void
pact_documents_class_init (PactDocumentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_documents_dispose;
  widget_class->map = pact_documents_map;
  widget_class->unmap = pact_documents_unmap;
  PACT_SECTION_CLASS (klass)->edited = pact_documents_edited;
  PACT_SECTION_CLASS (klass)->editor_set = pact_documents_editor_set;

  g_type_ensure (PACT_TYPE_EMBLEM);
  g_type_ensure (PACT_TYPE_PAPER_PARTS);
  g_type_ensure (PACT_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-documents.ui");
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, document_bin);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, purpose_label);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, paper_bin);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, options_box);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, contacts_button);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, draft_button);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, emblem);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, parts_box);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, parts);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, print_button);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, send_button);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, save_button);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, stack);
  gtk_widget_class_bind_template_child (widget_class, PactDocuments, preview);
  gtk_widget_class_bind_template_callback (widget_class, contacts_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, emblem_cb);
  gtk_widget_class_bind_template_callback (widget_class, parts_cb);
  gtk_widget_class_install_action (widget_class, "documents.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "documents.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "documents.send", NULL, send_cb);
}

static void
fill_drop_downs (PactDocuments *self)
{
  const PactField *paper = pact_kind_find_field (pact_model_get_root (pact_model_get_default ()), "paper");
  g_autoptr (GListStore) documents = g_list_store_new (PACT_TYPE_ANSWER);
  g_autoptr (GListStore) papers = g_list_store_new (PACT_TYPE_ANSWER);
  gsize n;
  const PactReportKind *kinds = pact_report_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (PactAnswer) answer = pact_answer_new (kinds[i].name, g_dpgettext2 (GETTEXT_PACKAGE, "report", kinds[i].label),
                                                       g_dpgettext2 (GETTEXT_PACKAGE, "report", kinds[i].purpose));

      g_list_store_append (documents, answer);
    }
  for (gsize i = 0; i < paper->vocabulary->n_terms; i++)
    {
      const PactTerm *term = &paper->vocabulary->terms[i];
      g_autoptr (PactAnswer) answer = pact_answer_new (term->code, pact_vocabulary_get_label (paper->vocabulary, term), NULL);

      g_list_store_append (papers, answer);
    }

  self->document_drop_down = pact_drop_down_new ();
  self->paper_drop_down = pact_drop_down_new ();
  pact_drop_down_set_answers (self->paper_drop_down, G_LIST_MODEL (papers));
  pact_drop_down_set_answers (self->document_drop_down, G_LIST_MODEL (documents));
  gtk_drop_down_set_selected (self->document_drop_down, 0);
  pact_drop_down_set_name (self->document_drop_down, C_ ("documents", "Document"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->document_drop_down), C_ ("documents", "Document"));
  pact_drop_down_set_name (self->paper_drop_down, C_ ("documents", "Paper"));
  adw_bin_set_child (self->document_bin, GTK_WIDGET (self->document_drop_down));
  adw_bin_set_child (self->paper_bin, GTK_WIDGET (self->paper_drop_down));
  g_signal_connect_object (self->document_drop_down, "notify::selected", G_CALLBACK (document_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper_drop_down, "notify::selected", G_CALLBACK (paper_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_save_menu (PactDocuments *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();
  g_autoptr (GMenu) data = g_menu_new ();
  gsize n;
  const PactReportFormat *formats = pact_report_list_formats (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (g_dpgettext2 (GETTEXT_PACKAGE, "format", formats[i].label), NULL);

      g_menu_item_set_action_and_target (item, "documents.save", "s", formats[i].name);
      g_menu_append_item (formats[i].is_of_plan ? data : papers, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  g_menu_append_section (menu, C_ ("documents", "The whole plan as data"), G_MENU_MODEL (data));
  gtk_menu_button_set_menu_model (self->save_button, G_MENU_MODEL (menu));
}

/* A picture that is dropped on the pages is the authority's. */
static void
take_drops (PactDocuments *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
pact_documents_init (PactDocuments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  take_drops (self);
  fill_drop_downs (self);
  fill_save_menu (self);
  document_cb (self);
}
