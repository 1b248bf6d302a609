/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-coverage"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-coverage.h"
#include "pact-covered.h"

/**
 * PactCoverage:
 *
 * Which answers of a field the measures of a plan give at all, such as the target groups: those that
 * no measure names stand out.
 */
struct _PactCoverage
{
  AdwPreferencesGroup parent_instance;

  char *field_name;
  PangoEllipsizeMode ellipsize;
  int max_width_chars;
  GtkFlowBox *chips;
};

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_ELLIPSIZE,
  PROP_MAX_WIDTH_CHARS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactCoverage, pact_coverage, ADW_TYPE_PREFERENCES_GROUP)

static void
pact_coverage_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FIELD:
      PACT_COVERAGE (object)->field_name = g_value_dup_string (value);
      break;
    case PROP_ELLIPSIZE:
      PACT_COVERAGE (object)->ellipsize = g_value_get_enum (value);
      break;
    case PROP_MAX_WIDTH_CHARS:
      PACT_COVERAGE (object)->max_width_chars = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_coverage_finalize (GObject *object)
{
  g_free (PACT_COVERAGE (object)->field_name);

  G_OBJECT_CLASS (pact_coverage_parent_class)->finalize (object);
}

static void
pact_coverage_class_init (PactCoverageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pact_coverage_set_property;
  object_class->finalize = pact_coverage_finalize;

  /**
   * PactCoverage:field:
   *
   * The name of a field of measures to which several answers can be given.
   */
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PactCoverage:ellipsize:
   *
   * Which part of an answer is left out where it is too long: not the one by which answers differ.
   */
  properties[PROP_ELLIPSIZE] = g_param_spec_enum ("ellipsize", NULL, NULL, PANGO_TYPE_ELLIPSIZE_MODE, PANGO_ELLIPSIZE_END,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PactCoverage:max-width-chars:
   *
   * How many characters of an answer there is room for.
   */
  properties[PROP_MAX_WIDTH_CHARS] = g_param_spec_int ("max-width-chars", NULL, NULL, 1, G_MAXINT, 22,
                                                       G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_coverage_init (PactCoverage *self)
{
  self->chips = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->chips, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->chips, 12);
  gtk_flow_box_set_column_spacing (self->chips, 6);
  gtk_flow_box_set_row_spacing (self->chips, 6);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->chips));
}

static GtkWidget *
chip_new (PactCoverage *self,
          const char *label,
          guint n_measures)
{
  GtkWidget *chip = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (label);
  g_autofree char *number = g_strdup_printf ("%u", n_measures);
  GtkWidget *count = gtk_label_new (n_measures > 0 ? number : C_ ("coverage", "none"));
  g_autofree char *text = NULL;

  if (n_measures > 0)
    text = g_strdup_printf (ngettext ("%1$s: %2$u measure", "%1$s: %2$u measures", n_measures), label, n_measures);
  else
    /* Translators: %s is a target group, or an article of a convention. */
    text = g_strdup_printf (_("%s: no measure yet"), label);

  gtk_label_set_ellipsize (GTK_LABEL (name), self->ellipsize);
  gtk_label_set_max_width_chars (GTK_LABEL (name), self->max_width_chars);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "pact-chip-count");
  gtk_widget_add_css_class (box, "pact-chip");
  if (n_measures == 0)
    gtk_widget_add_css_class (box, "none");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_set_tooltip_text (chip, text);
  gtk_widget_set_focusable (chip, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (chip), box);

  return chip;
}

/**
 * pact_coverage_show:
 * @self: a coverage
 * @plan: the plan whose measures are counted
 */
void
pact_coverage_show (PactCoverage *self,
                    PactPlan *plan)
{
  const PactKind *kind = pact_model_find_kind (pact_plan_get_model (plan), "measure");
  const PactField *field = pact_kind_find_field (kind, self->field_name);
  g_autofree guint *counts = NULL;
  GtkWidget *child;

  g_return_if_fail (PACT_IS_COVERAGE (self));
  g_return_if_fail (field != NULL && field->vocabulary != NULL);

  counts = pact_covered_count (plan, field);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (gsize i = 0; i < field->vocabulary->n_terms; i++)
    {
      const PactTerm *term = &field->vocabulary->terms[i];

      if (counts[i] > 0 || !(term->flags & PACT_TERM_NO_GAP))
        gtk_flow_box_insert (self->chips, chip_new (self, pact_vocabulary_get_label (field->vocabulary, term), counts[i]), -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)), -1);
}
