/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-faults"

#include "config.h"

#include "pact-template-faults.h"

/**
 * PactTemplateFaults:
 *
 * The files in the person’s folder of templates that cannot be used, and what is wrong with each.
 */
struct _PactTemplateFaults
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* borrowed from the group, one a file */
};

G_DEFINE_FINAL_TYPE (PactTemplateFaults, pact_template_faults, ADW_TYPE_PREFERENCES_GROUP)

static AdwActionRow *
add_fault_row (PactTemplateFaults *self,
               const char *file_name)
{
  g_autofree char *name = g_path_get_basename (file_name);
  g_autofree char *display_name = g_filename_display_name (name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), display_name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);

  return ADW_ACTION_ROW (row);
}

static void
pact_template_faults_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_TEMPLATE_FAULTS (object)->rows);

  G_OBJECT_CLASS (pact_template_faults_parent_class)->finalize (object);
}

static void
pact_template_faults_class_init (PactTemplateFaultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_template_faults_finalize;
}

static void
pact_template_faults_init (PactTemplateFaults *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * pact_template_faults_show:
 * @self: the faults
 * @faults: (element-type PactTemplateFault): what is wrong, those of one file after each other
 */
void
pact_template_faults_show (PactTemplateFaults *self,
                           GPtrArray *faults)
{
  g_autoptr (GString) text = NULL;
  const char *file_name = NULL;
  AdwActionRow *row = NULL;

  g_return_if_fail (PACT_IS_TEMPLATE_FAULTS (self));
  g_return_if_fail (faults != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  text = g_string_new (NULL);
  for (guint i = 0; i < faults->len; i++)
    {
      PactTemplateFault *fault = g_ptr_array_index (faults, i);

      /* What is wrong with one file stands together. */
      if (file_name == NULL || !g_str_equal (file_name, fault->file_name))
        {
          file_name = fault->file_name;
          row = add_fault_row (self, file_name);
          g_string_truncate (text, 0);
        }
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, fault->message);
      adw_action_row_set_subtitle (row, text->str);
    }
}

/**
 * pact_template_faults_has_any:
 * @self: the faults
 *
 * Returns: whether there are files that cannot be used
 */
gboolean
pact_template_faults_has_any (PactTemplateFaults *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE_FAULTS (self), FALSE);

  return self->rows->len > 0;
}
