/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-overview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-fact.h"
#include "pact-source-list.h"
#include "pact-strategy-figures.h"
#include "pact-strategy-overview.h"

/**
 * PactStrategyOverview:
 *
 * What a strategy is as a whole. A template of one’s own says little of itself; what it does not say takes no room.
 */
struct _PactStrategyOverview
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkAdjustment *vertical;
  GtkLabel *title_label;
  GtkLabel *summary_label;
  GtkLabel *about_label;
  PactStrategyFigures *figures;
  PactFact *basis_fact;
  PactFact *version_fact;
  GtkWidget *sources_box;
  PactSourceList *source_list;
};

G_DEFINE_FINAL_TYPE (PactStrategyOverview, pact_strategy_overview, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
pact_strategy_overview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PACT_TYPE_STRATEGY_OVERVIEW);

  G_OBJECT_CLASS (pact_strategy_overview_parent_class)->dispose (object);
}

static void
pact_strategy_overview_class_init (PactStrategyOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_overview_dispose;

  g_type_ensure (PACT_TYPE_FACT);
  g_type_ensure (PACT_TYPE_SOURCE_LIST);
  g_type_ensure (PACT_TYPE_STRATEGY_FIGURES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, vertical);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, summary_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, about_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, figures);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, basis_fact);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, version_fact);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, sources_box);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyOverview, source_list);
}

static void
pact_strategy_overview_init (PactStrategyOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_strategy_overview_show:
 * @self: an overview
 * @template: the strategy
 */
void
pact_strategy_overview_show (PactStrategyOverview *self,
                             PactTemplate *template)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *version = NULL;

  g_return_if_fail (PACT_IS_STRATEGY_OVERVIEW (self));
  g_return_if_fail (PACT_IS_TEMPLATE (template));

  sources = pact_template_get_sources (template, NULL);
  /* Translators: %1$s is the version of a strategy, %2$s the licence of its texts, such as “CC-BY-4.0”. */
  version = g_strdup_printf (C_ ("strategy", "Version %1$s, licence %2$s"), pact_template_get_version (template),
                             pact_template_get_licence (template));
  show_text (self->title_label, pact_template_get_title (template, NULL));
  show_text (self->summary_label, pact_template_get_summary (template, NULL));
  show_text (self->about_label, pact_template_get_about (template, NULL));
  pact_strategy_figures_show (self->figures, template);
  pact_fact_set_text (self->basis_fact, pact_template_get_basis (template, NULL));
  pact_fact_set_text (self->version_fact, version);
  pact_source_list_show (self->source_list, sources);
  gtk_widget_set_visible (self->sources_box, sources->len > 0);
  gtk_adjustment_set_value (self->vertical, 0);
}
