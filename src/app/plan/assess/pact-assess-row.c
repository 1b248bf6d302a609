/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-assess-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-assess-row.h"
#include "pact-words.h"

/**
 * PactAssessRow:
 *
 * A measure and the answer that was given to it, in the list of all measures.
 */
struct _PactAssessRow
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *heading_label;
  GtkLabel *title_label;
  GtkLabel *answer_label;
};

G_DEFINE_FINAL_TYPE (PactAssessRow, pact_assess_row, ADW_TYPE_BIN)

static void
pact_assess_row_class_init (PactAssessRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-assess-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactAssessRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssessRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssessRow, answer_label);
}

static void
pact_assess_row_init (PactAssessRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_assess_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
pact_assess_row_new (void)
{
  return g_object_new (PACT_TYPE_ASSESS_ROW, NULL);
}

/**
 * pact_assess_row_show:
 * @self: a row, in its list
 * @measure: a measure
 * @heading: (nullable): what stands above it, the title of its pillar for the first of a pillar
 *
 * Shows a measure as it is now.
 */
void
pact_assess_row_show (PactAssessRow *self,
                      PactElement *measure,
                      const char *heading)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (measure), "situation");
  const char *value = pact_element_get_value (measure, field);
  g_autofree char *answer = value != NULL ? pact_value_display (field, value, measure, NULL)
                                          : g_strdup (C_ ("situation", "Not answered yet"));
  g_autofree char *number = pact_element_dup_number (measure);
  g_autofree char *numbered = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PACT_IS_ASSESS_ROW (self));

  /* Translators: a number such as 2.1 and the title of a measure. */
  numbered = g_strdup_printf (C_ ("element", "%s %s"), number, pact_element_get_name (measure));
  /* Translators: a measure, and the answer to where one stands with it, such as “In place”. */
  text = g_strdup_printf (C_ ("situation", "%1$s: %2$s"), numbered, answer);
  gtk_label_set_label (self->heading_label, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading_label), heading != NULL);
  gtk_label_set_label (self->title_label, numbered);
  gtk_label_set_label (self->answer_label, answer);
  if (value != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer_label), "accent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->answer_label), "accent");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), numbered);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
