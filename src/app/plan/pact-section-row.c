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

  char *name;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *count_label;
  GtkWidget *done_icon;
};

enum
{
  PROP_0,
  PROP_SECTION,
  PROP_LABEL,
  PROP_ICON_NAME,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactSectionRow, pact_section_row, GTK_TYPE_LIST_BOX_ROW)

static void
pact_section_row_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  PactSectionRow *self = PACT_SECTION_ROW (object);

  switch (id)
    {
    case PROP_SECTION:
      self->name = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      gtk_label_set_label (self->label, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_section_row_finalize (GObject *object)
{
  g_free (PACT_SECTION_ROW (object)->name);

  G_OBJECT_CLASS (pact_section_row_parent_class)->finalize (object);
}

static void
pact_section_row_class_init (PactSectionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = pact_section_row_set_property;
  object_class->finalize = pact_section_row_finalize;

  /**
   * PactSectionRow:section:
   *
   * The name of the section in the stack.
   */
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PactSectionRow:label:
   *
   * What the section is called.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PactSectionRow:icon-name:
   *
   * The icon beside it.
   */
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

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
 * pact_section_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): the name of the section in the stack
 */
const char *
pact_section_row_get_name (PactSectionRow *self)
{
  g_return_val_if_fail (PACT_IS_SECTION_ROW (self), NULL);

  return self->name;
}

/**
 * pact_section_row_set_readiness:
 * @self: a row
 * @tally: how far the section is filled in
 * @sentence: the same in a sentence
 */
void
pact_section_row_set_readiness (PactSectionRow *self,
                                const PactTally *tally,
                                const char *sentence)
{
  g_autofree char *count = pact_readiness_write (tally);
  gboolean is_complete = pact_readiness_is_complete (tally);

  g_return_if_fail (PACT_IS_SECTION_ROW (self));

  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !is_complete);
  gtk_widget_set_visible (self->done_icon, is_complete && tally->required > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tally->required > 0 ? sentence : "", -1);
}
