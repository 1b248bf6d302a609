/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-figures"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-codes.h"
#include "pact-fact.h"
#include "pact-percent.h"
#include "pact-strategy-figures.h"
#include "pact-vocabularies.h"

/**
 * PactStrategyFigures:
 *
 * What can be said of a strategy in figures: how large it is, for whom, in which languages and how much of it in each.
 */
struct _PactStrategyFigures
{
  GtkBox parent_instance;

  /* Template widgets */
  PactFact *size_fact;
  PactFact *groups_fact;
  PactFact *languages_fact;
};

G_DEFINE_FINAL_TYPE (PactStrategyFigures, pact_strategy_figures, GTK_TYPE_BOX)

static void
show_size (PactStrategyFigures *self,
           PactTemplate *template)
{
  guint n_pillars = pact_template_count (template, "pillar");
  guint n_objectives = pact_template_count (template, "objective");
  guint n_measures = pact_template_count (template, "measure");
  guint n_indicators = pact_template_count (template, "indicator");
  g_autofree char *pillars = g_strdup_printf (ngettext ("%u pillar", "%u pillars", n_pillars), n_pillars);
  g_autofree char *objectives = g_strdup_printf (ngettext ("%u objective", "%u objectives", n_objectives), n_objectives);
  g_autofree char *measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  g_autofree char *indicators = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_indicators), n_indicators);
  g_autofree char *text = g_strjoin ("\n", pillars, objectives, measures, indicators, NULL);

  pact_fact_set_text (self->size_fact, text);
}

static void
show_groups (PactStrategyFigures *self,
             PactTemplate *template)
{
  g_autofree const char **codes = pact_template_list_target_groups (template);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) pact_vocabulary_get_label (&pact_vocabulary_target_group,
                                                                   pact_vocabulary_find (&pact_vocabulary_target_group, codes[i])));
  g_ptr_array_add (labels, NULL);
  text = g_strjoinv (C_ ("enumeration", ", "), (char **) labels->pdata);
  pact_fact_set_text (self->groups_fact, text);
}

static void
show_languages (PactStrategyFigures *self,
                PactTemplate *template)
{
  g_auto (GStrv) languages = pact_template_list_languages (template);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *name = pact_codes_get_name (PACT_CODES_LANGUAGE, languages[i], NULL);
      g_autofree char *share = pact_percent_display_share (pact_template_get_completeness (template, languages[i]), 100, NULL);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: %1$s is a language, %2$s how much of a strategy is translated into it, such as “98 %”. */
      g_string_append_printf (text, C_ ("strategy", "%1$s: %2$s"), name != NULL ? name : languages[i], share);
    }
  pact_fact_set_text (self->languages_fact, text->str);
}

static void
pact_strategy_figures_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PACT_TYPE_STRATEGY_FIGURES);

  G_OBJECT_CLASS (pact_strategy_figures_parent_class)->dispose (object);
}

static void
pact_strategy_figures_class_init (PactStrategyFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_figures_dispose;

  g_type_ensure (PACT_TYPE_FACT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyFigures, size_fact);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyFigures, groups_fact);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyFigures, languages_fact);
}

static void
pact_strategy_figures_init (PactStrategyFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_strategy_figures_show:
 * @self: the figures
 * @template: the strategy
 */
void
pact_strategy_figures_show (PactStrategyFigures *self,
                            PactTemplate *template)
{
  g_return_if_fail (PACT_IS_STRATEGY_FIGURES (self));
  g_return_if_fail (PACT_IS_TEMPLATE (template));

  show_size (self, template);
  show_groups (self, template);
  show_languages (self, template);
}
