/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-section-row"

#include "config.h"

#include "pact-section-row.h"

/**
 * PactSectionRow:
 *
 * A section of the plan in the sidebar, with how far it is filled in.
 */
struct _PactSectionRow
{
  GtkListBoxRow parent_instance;

  const PactSectionInfo *info;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *count_label;
  GtkWidget *done_icon;
};

G_DEFINE_FINAL_TYPE (PactSectionRow, pact_section_row, GTK_TYPE_LIST_BOX_ROW)

static void
pact_section_row_class_init (PactSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactSectionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PactSectionRow, label);
  gtk_widget_class_bind_template_child (widget_class, PactSectionRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, PactSectionRow, done_icon);
}

static void
pact_section_row_init (PactSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_section_row_new:
 * @info: a section
 *
 * Returns: (transfer floating): a row that names it
 */
GtkWidget *
pact_section_row_new (const PactSectionInfo *info)
{
  PactSectionRow *self = g_object_new (PACT_TYPE_SECTION_ROW, NULL);
  const char *label = pact_section_info_get_label (info);

  self->info = info;
  gtk_image_set_from_icon_name (self->icon, info->icon_name);
  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * pact_section_row_get_info:
 * @self: a row
 *
 * Returns: (transfer none): the section
 */
const PactSectionInfo *
pact_section_row_get_info (PactSectionRow *self)
{
  g_return_val_if_fail (PACT_IS_SECTION_ROW (self), NULL);

  return self->info;
}

/**
 * pact_section_row_show_readiness:
 * @self: a row
 * @plan: the open plan
 *
 * Shows the section's figure of the plan, if it has one.
 */
void
pact_section_row_show_readiness (PactSectionRow *self,
                                 PactPlan *plan)
{
  PactTally tally;
  g_autofree char *count = NULL;
  g_autofree char *sentence = NULL;
  gboolean is_complete;

  g_return_if_fail (PACT_IS_SECTION_ROW (self));

  if (self->info->count == NULL)
    return;

  self->info->count (plan, &tally);
  count = pact_readiness_write (&tally);
  sentence = self->info->describe (&tally);
  is_complete = pact_readiness_is_complete (&tally);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !is_complete);
  gtk_widget_set_visible (self->done_icon, is_complete && tally.required > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tally.required > 0 ? sentence : "", -1);
}
