/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-import-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-file-dialog.h"
#include "pact-import-dialog.h"
#include "pact-import-source.h"
#include "pact-pick-row.h"
#include "pact-table-import.h"
#include "pact-text.h"

/* How many rows are shown to tell what is in the table, and how much of each cell, in characters. */
#define SHOWN_ROWS 5
#define SHOWN_CHARACTERS 24

/* How much of a heading and of what stands below it is shown beside what it is taken for, in characters. */
#define MAX_IN_ROW 80

/**
 * PactImportDialog:
 *
 * Lets a person bring a table into the plan: takes it from the clipboard or a file, shows what its columns are taken for, what its
 * rows will make and what is wrong in them, and makes it.
 */
struct _PactImportDialog
{
  AdwWindow parent_instance;

  PactEditor *editor;
  GCancellable *cancellable; /* of what is being read */
  PactTableImport *import;   /* (nullable) */
  PactTableChoices *choices; /* (nullable) */
  PactTableReading *reading; /* (nullable) as the choices are now */
  GPtrArray *column_rows;    /* PactPickRow, borrowed, by column */
  GtkStringList *mistakes;
  gboolean is_showing; /* whether the choices are being shown, and not made */

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *clipboard_button;
  GtkLabel *problem_label;
  GtkSwitch *headings_switch;
  PactPickRow *objective_row;
  AdwPreferencesGroup *columns_group;
  GtkGrid *preview_grid;
  GtkWidget *mistakes_box;
  GtkLabel *mistakes_label;
  GtkListView *mistakes_list;
  GtkLabel *summary_label;
};

G_DEFINE_FINAL_TYPE (PactImportDialog, pact_import_dialog, ADW_TYPE_WINDOW)

static void
show_mistakes (PactImportDialog *self)
{
  guint n = self->reading->mistakes->len;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", n), n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sentences, pact_table_mistake_describe (g_ptr_array_index (self->reading->mistakes, i)));
  g_ptr_array_add (sentences, NULL);
  gtk_string_list_splice (self->mistakes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->mistakes)),
                          (const char *const *) sentences->pdata);
  gtk_label_set_label (self->mistakes_label, title);
  gtk_widget_set_visible (self->mistakes_box, n > 0);
}

static void
read_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  PactTableImport *import = g_object_get_data (G_OBJECT (task), "import");

  g_task_return_pointer (task, pact_table_import_read (import, data, cancellable), (GDestroyNotify) pact_table_reading_free);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  PactImportDialog *self = PACT_IMPORT_DIALOG (source);
  PactTableReading *reading = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *summary = NULL;

  /* Cancelled: there are other choices meanwhile, or nobody to show it to. */
  if (reading == NULL)
    return;
  g_clear_pointer (&self->reading, pact_table_reading_free);
  self->reading = reading;
  summary = pact_table_reading_describe (reading);
  gtk_label_set_label (self->summary_label, summary);
  show_mistakes (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", reading->n_measures > 0);
}

/* A new cancellable, for something new that is begun. */
static GCancellable *
begin (PactImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->reading, pact_table_reading_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);

  return self->cancellable;
}

/* Reads the rows as it is chosen now. */
static void
read_rows (PactImportDialog *self)
{
  GCancellable *cancellable = begin (self);
  g_autoptr (GTask) task = NULL;

  if (!pact_table_choices_have (self->choices, "measure.title"))
    {
      gtk_label_set_label (self->summary_label, _("Choose the column with the titles of the measures."));
      gtk_widget_set_visible (self->mistakes_box, FALSE);
      return;
    }
  gtk_label_set_label (self->summary_label, _("The rows are being read…"));
  task = g_task_new (self, cancellable, read_cb, NULL);
  g_task_set_task_data (task, pact_table_choices_copy (self->choices), (GDestroyNotify) pact_table_choices_free);
  g_object_set_data_full (G_OBJECT (task), "import", pact_table_import_ref (self->import), (GDestroyNotify) pact_table_import_unref);
  g_task_run_in_thread (task, read_thread);
}

static GtkWidget *
make_cell (const char *text,
           gboolean is_heading)
{
  g_autofree char *line = pact_text_clean_line (text);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* GTK 4.8 has no room for the ellipsis where a text is shorter than that. */
  if (g_utf8_strlen (line, -1) > SHOWN_CHARACTERS)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), SHOWN_CHARACTERS);
    }
  if (is_heading)
    gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
show_preview (PactImportDialog *self)
{
  guint first = self->choices->has_headings ? 1 : 0;
  guint n_rows = pact_table_import_count_rows (self->import);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview_grid))) != NULL)
    gtk_grid_remove (self->preview_grid, child);
  for (guint column = 0; column < pact_table_import_count_columns (self->import); column++)
    {
      g_autofree char *heading = pact_table_import_dup_heading (self->import, self->choices, column);

      gtk_grid_attach (self->preview_grid, make_cell (heading, TRUE), (int) column, 0, 1, 1);
      for (guint i = 0; i < SHOWN_ROWS && first + i < n_rows; i++)
        gtk_grid_attach (self->preview_grid, make_cell (pact_table_import_get_text (self->import, first + i, column), FALSE),
                         (int) column, (int) i + 1, 1, 1);
    }
}

/* What stands in a column first, to know it by. */
static const char *
find_sample (PactImportDialog *self,
             guint column)
{
  for (guint row = self->choices->has_headings ? 1 : 0; row < pact_table_import_count_rows (self->import); row++)
    {
      const char *text = pact_table_import_get_text (self->import, row, column);

      if (!pact_text_is_blank (text))
        return text;
    }

  return "";
}

static void
show_choices (PactImportDialog *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      PactPickRow *row = g_ptr_array_index (self->column_rows, i);
      const char *content = g_ptr_array_index (self->choices->contents, i);
      g_autofree char *heading = pact_table_import_dup_heading (self->import, self->choices, i);
      g_autofree char *title = pact_text_shorten (heading, MAX_IN_ROW);
      g_autofree char *sample = pact_text_clean_line (find_sample (self, i));
      g_autofree char *subtitle = pact_text_shorten (sample, MAX_IN_ROW);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      pact_pick_row_set_code (row, content != NULL ? content : "");
    }
  pact_pick_row_set_code (self->objective_row, self->choices->objective != NULL ? self->choices->objective : "");
  gtk_switch_set_active (self->headings_switch, self->choices->has_headings);
  self->is_showing = FALSE;
}

static void
column_picked_cb (PactImportDialog *self,
                  GParamSpec *pspec,
                  PactPickRow *row)
{
  guint column;
  const char *code = pact_pick_row_get_code (row);

  if (self->is_showing || !g_ptr_array_find (self->column_rows, row, &column))
    return;
  pact_table_choices_set (self->choices, column, *code != '\0' ? code : NULL);
  show_choices (self);
  read_rows (self);
}

static void
objective_picked_cb (PactImportDialog *self)
{
  const char *code = pact_pick_row_get_code (self->objective_row);

  if (self->is_showing || self->choices == NULL)
    return;
  g_free (self->choices->objective);
  self->choices->objective = *code != '\0' ? g_strdup (code) : NULL;
  read_rows (self);
}

static void
headings_switched_cb (PactImportDialog *self)
{
  if (self->is_showing || self->choices == NULL)
    return;
  self->choices->has_headings = gtk_switch_get_active (self->headings_switch);
  show_choices (self);
  show_preview (self);
  read_rows (self);
}

static void
add_columns (PactImportDialog *self)
{
  g_autoptr (GListModel) contents = pact_table_import_list_contents (self->import);

  for (guint i = 0; i < pact_table_import_count_columns (self->import); i++)
    {
      GtkWidget *row = g_object_new (PACT_TYPE_PICK_ROW, "use-markup", FALSE, NULL);

      pact_pick_row_set_answers (PACT_PICK_ROW (row), contents, NULL);
      g_ptr_array_add (self->column_rows, row);
      adw_preferences_group_add (self->columns_group, row);
      g_signal_connect_object (row, "notify::code", G_CALLBACK (column_picked_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
complain (PactImportDialog *self,
          const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "start");
  gtk_widget_grab_focus (self->clipboard_button);
}

static void
taken_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (PactImportDialog) self = PACT_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = pact_import_source_finish (result, &error);
  g_autoptr (GListModel) objectives = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->editor == NULL)
    return;
  if (rows == NULL)
    {
      complain (self, error->message);
      return;
    }

  self->import = pact_table_import_new (rows, pact_editor_get_plan (self->editor), NULL);
  self->choices = pact_table_import_guess (self->import);
  objectives = pact_table_import_list_objectives (self->import);
  self->is_showing = TRUE;
  pact_pick_row_set_answers (self->objective_row, objectives, NULL);
  add_columns (self);
  show_choices (self);
  show_preview (self);
  gtk_stack_set_visible_child_name (self->stack, "table");
  gtk_widget_grab_focus (GTK_WIDGET (self->headings_switch));
  read_rows (self);
}

static void
clipboard_cb (PactImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "reading");
  pact_import_source_paste (gtk_widget_get_clipboard (GTK_WIDGET (self)), begin (self), taken_cb, g_object_ref (self));
}

static void
file_chosen_cb (GFile **files,
                int n_files,
                gpointer data)
{
  g_autoptr (PactImportDialog) self = PACT_IMPORT_DIALOG (data);

  if (n_files == 0 || self->editor == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "reading");
  pact_import_source_open (files[0], begin (self), taken_cb, g_object_ref (self));
}

static void
file_cb (PactImportDialog *self)
{
  pact_file_dialog_open_one (GTK_WIDGET (self), _("Choose a Table"), file_chosen_cb, g_object_ref (self));
}

static void
apply_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  PactImportDialog *self = PACT_IMPORT_DIALOG (widget);
  PactShell *shell = PACT_SHELL (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = pact_table_import_apply (self->reading, self->editor, &error);
  g_autofree char *sentence = NULL;

  if (measures == NULL)
    {
      pact_alert_tell (widget, _("The table was not imported"), error->message, NULL);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%u measure was imported.", "%u measures were imported.", measures->len), measures->len);
  pact_shell_say_with_undo (shell, sentence, "win.undo", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_mistake_cb (GtkListItemFactory *factory,
                  GtkListItem *item,
                  gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_mistake_cb (GtkListItemFactory *factory,
                 GtkListItem *item,
                 gpointer user_data)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_label (label, gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

static void
pact_import_dialog_dispose (GObject *object)
{
  PactImportDialog *self = PACT_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor);
  g_clear_object (&self->mistakes);
  g_clear_pointer (&self->reading, pact_table_reading_free);
  g_clear_pointer (&self->choices, pact_table_choices_free);
  g_clear_pointer (&self->import, pact_table_import_unref);

  G_OBJECT_CLASS (pact_import_dialog_parent_class)->dispose (object);
}

static void
pact_import_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_IMPORT_DIALOG (object)->column_rows);

  G_OBJECT_CLASS (pact_import_dialog_parent_class)->finalize (object);
}

static void
pact_import_dialog_class_init (PactImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_import_dialog_finalize;

  g_type_ensure (PACT_TYPE_PICK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, clipboard_button);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, headings_switch);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, objective_row);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, preview_grid);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, mistakes_box);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, mistakes_label);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, mistakes_list);
  gtk_widget_class_bind_template_child (widget_class, PactImportDialog, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, clipboard_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  gtk_widget_class_bind_template_callback (widget_class, headings_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, objective_picked_cb);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pact_import_dialog_init (PactImportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->column_rows = g_ptr_array_new ();
  self->mistakes = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_mistake_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_mistake_cb), NULL);
  gtk_list_view_set_factory (self->mistakes_list, factory);
  gtk_list_view_set_model (self->mistakes_list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->mistakes)))));
}

/**
 * pact_import_dialog_present:
 * @shell: the window that shows the plan
 * @editor: the plan
 *
 * Lets a person bring a table into the plan. What was typed is written first.
 */
void
pact_import_dialog_present (PactShell *shell,
                            PactEditor *editor)
{
  PactImportDialog *self;

  g_return_if_fail (PACT_IS_SHELL (shell));
  g_return_if_fail (PACT_IS_EDITOR (editor));

  pact_shell_flush (shell);
  self = g_object_new (PACT_TYPE_IMPORT_DIALOG, "transient-for", shell, NULL);
  self->editor = g_object_ref (editor);
  gtk_widget_grab_focus (self->clipboard_button);
  gtk_window_present (GTK_WINDOW (self));
}
