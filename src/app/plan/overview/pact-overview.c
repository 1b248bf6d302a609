/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-overview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-coverage.h"
#include "pact-covered.h"
#include "pact-dates.h"
#include "pact-inclusion-counts.h"
#include "pact-next-dates.h"
#include "pact-overview.h"
#include "pact-percent.h"
#include "pact-plan.h"
#include "pact-readiness.h"
#include "pact-shell.h"
#include "pact-situations.h"
#include "pact-upgrade.h"
#include "pact-words.h"

/**
 * PactOverview:
 *
 * The plan at a glance: how complete it is, where its measures stand, whom and what they cover, and
 * what comes next.
 */
struct _PactOverview
{
  PactSection parent_instance;

  GPtrArray *pillar_rows; /* GtkWidget, borrowed */
  GPtrArray *date_rows;   /* the same */

  /* Template widgets */
  GtkWidget *upgrade_group;
  GtkWidget *completeness_card;
  GtkLabel *percent_label;
  GtkLevelBar *level_bar;
  GtkLabel *answers_label;
  GtkButton *submission_button;
  AdwPreferencesGroup *pillars_group;
  GtkWidget *assess_button;
  GtkWidget *empty_row;
  AdwPreferencesGroup *dates_group;
  GtkWidget *pact_group;
  AdwActionRow *pact_row;
  AdwPreferencesGroup *actors_group;
  AdwActionRow *actors_row;
  PactCoverage *target_groups;
  PactCoverage *legal_basis;
};

G_DEFINE_FINAL_TYPE (PactOverview, pact_overview, PACT_TYPE_SECTION)

static void
clear_rows (AdwPreferencesGroup *group,
            GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
activated_cb (GtkWidget *row,
              gpointer user_data)
{
  pact_shell_reveal (pact_shell_get (row), g_object_get_data (G_OBJECT (row), "pact-element"), NULL);
}

/* A row that goes to an element. */
static GtkWidget *
element_row_new (PactElement *element,
                 const char *subtitle,
                 GtkWidget *picture)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_object_set_data_full (G_OBJECT (row), "pact-element", g_strdup (pact_element_get_uuid (element)), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pact_element_get_name (element));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (picture != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), picture);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);

  return row;
}

static void
add_row (AdwPreferencesGroup *group,
         GPtrArray *rows,
         GtkWidget *row)
{
  g_ptr_array_add (rows, row);
  adw_preferences_group_add (group, row);
}

static void
update_completeness (PactOverview *self,
                     PactPlan *plan)
{
  g_autofree char *percent = NULL;
  g_autofree char *answers = NULL;
  PactTally tally;

  pact_readiness_of_element (pact_plan_get_root (plan), &tally);
  percent = pact_percent_display_share (tally.filled, tally.required, NULL);
  answers = pact_readiness_describe (&tally);
  gtk_label_set_label (self->percent_label, percent);
  gtk_label_set_label (self->answers_label, answers);
  gtk_button_set_label (self->submission_button, pact_readiness_is_complete (&tally) ? C_ ("button", "Go to the Submission")
                                                                                   : C_ ("button", "What Is Missing?"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->submission_button), "s",
                                    pact_readiness_is_complete (&tally) ? "submission" : "continue");
  gtk_level_bar_set_max_value (self->level_bar, MAX (tally.required, 1));
  gtk_level_bar_set_value (self->level_bar, tally.filled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, answers, -1);
}

static void
update_pillars (PactOverview *self,
                PactPlan *plan)
{
  GListModel *pillars = pact_element_get_children_by_name (pact_plan_get_root (plan), "pillar");
  guint n = g_list_model_get_n_items (pillars);
  g_autofree char *decided = NULL;
  PactInclusionCounts all;

  pact_inclusion_counts_take (pact_plan_get_root (plan), &all);
  decided = pact_inclusion_counts_describe (&all);
  adw_preferences_group_set_description (self->pillars_group, decided);
  clear_rows (self->pillars_group, self->pillar_rows);
  gtk_widget_set_visible (self->empty_row, n == 0);
  gtk_widget_set_visible (self->assess_button, pact_plan_count (plan, "measure") > 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PactElement) pillar = g_list_model_get_item (pillars, i);
      guint counts[PACT_N_SITUATIONS];
      g_autofree char *description = NULL;
      GtkWidget *bar;

      pact_situation_counts_take (pillar, counts);
      description = pact_situation_counts_describe (counts);
      bar = pact_situations_bar_new (counts);
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      add_row (self->pillars_group, self->pillar_rows, element_row_new (pillar, description, bar));
    }
}

static void
update_dates (PactOverview *self,
              PactPlan *plan)
{
  g_autoptr (GDate) today = g_date_new ();
  g_autoptr (GArray) dates = NULL;

  g_date_set_time_t (today, g_get_real_time () / G_USEC_PER_SEC);
  dates = pact_next_dates_list (plan, today);
  clear_rows (self->dates_group, self->date_rows);
  for (guint i = 0; i < dates->len; i++)
    {
      const PactNextDate *next = &g_array_index (dates, PactNextDate, i);
      g_autofree char *shown = pact_date_display (&next->date, NULL);
      g_autofree char *subtitle = NULL;

      /* Translators: what happens then, such as “Start”, and a date. */
      subtitle = g_strdup_printf (C_ ("date", "%s: %s"), pact_field_get_label (next->field), shown);
      add_row (self->dates_group, self->date_rows, element_row_new (next->element, subtitle, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->dates_group), self->date_rows->len > 0);
}

static char *
display (PactElement *element,
         const char *field_name)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (element), field_name);
  const char *value = pact_element_get_value (element, field);

  return value != NULL ? pact_value_display (field, value, element, NULL) : NULL;
}

/* Where the authority stands with the Pact, once somebody has said so. */
static void
update_pact (PactOverview *self,
             PactPlan *plan)
{
  PactElement *root = pact_plan_get_root (plan);
  g_autofree char *state = display (root, "pact_state");
  g_autofree char *decided_on = display (root, "pact_decided_on");
  g_autofree char *signed_on = display (root, "pact_signed_on");
  g_autofree char *subtitle = NULL;

  if (signed_on != NULL)
    /* Translators: of joining the Pact; %s is a day, a month or a year. */
    subtitle = g_strdup_printf (_("Signed: %s"), signed_on);
  else if (decided_on != NULL)
    /* Translators: of joining the Pact; %s is a day, a month or a year. */
    subtitle = g_strdup_printf (_("Decided: %s"), decided_on);
  gtk_widget_set_visible (self->pact_group, state != NULL || subtitle != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pact_row), pact_field_get_label (pact_kind_find_field (pact_element_get_kind (root), "pact_state")));
  if (subtitle != NULL)
    adw_action_row_set_subtitle (self->pact_row, subtitle);
  else
    adw_action_row_set_subtitle (self->pact_row, state != NULL ? state : "");
}

static void
update_actors (PactOverview *self,
               PactPlan *plan)
{
  guint n_actors = pact_plan_count (plan, "actor");
  guint n_without_lead = pact_covered_count_without_lead (plan);
  g_autofree char *actors = NULL;
  g_autofree char *without_lead = NULL;

  if (n_actors > 0)
    actors = g_strdup_printf (ngettext ("%u actor takes part", "%u actors take part", n_actors), n_actors);
  else
    actors = g_strdup (_("No actor has been named yet"));
  if (n_without_lead > 0)
    without_lead = g_strdup_printf (ngettext ("%u measure that is still to be taken has no lead body.",
                                              "%u measures that are still to be taken have no lead body.", n_without_lead),
                                    n_without_lead);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->actors_row), actors);
  adw_action_row_set_subtitle (self->actors_row, without_lead != NULL ? without_lead : "");
}

static void
update_upgrade (PactOverview *self,
                PactPlan *plan)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));

  gtk_widget_set_visible (self->upgrade_group,
                          shell != NULL && pact_upgrade_is_due (plan, pact_workspace_get_templates (pact_shell_get_workspace (shell))));
}

static void
pact_overview_edited (PactSection *section)
{
  PactOverview *self = PACT_OVERVIEW (section);
  PactPlan *plan = pact_editor_get_plan (pact_section_get_editor (section));
  gboolean has_measures = pact_plan_count (plan, "measure") > 0;

  update_upgrade (self, plan);
  update_completeness (self, plan);
  update_pillars (self, plan);
  update_dates (self, plan);
  update_pact (self, plan);
  update_actors (self, plan);
  pact_coverage_show (self->target_groups, plan);
  pact_coverage_show (self->legal_basis, plan);
  gtk_widget_set_visible (self->completeness_card, has_measures);
  gtk_widget_set_visible (GTK_WIDGET (self->actors_group), has_measures);
  gtk_widget_set_visible (GTK_WIDGET (self->target_groups), has_measures);
  gtk_widget_set_visible (GTK_WIDGET (self->legal_basis), has_measures);
}

static void
pact_overview_finalize (GObject *object)
{
  PactOverview *self = PACT_OVERVIEW (object);

  g_ptr_array_unref (self->pillar_rows);
  g_ptr_array_unref (self->date_rows);

  G_OBJECT_CLASS (pact_overview_parent_class)->finalize (object);
}

static void
pact_overview_class_init (PactOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_overview_finalize;
  PACT_SECTION_CLASS (klass)->edited = pact_overview_edited;

  g_type_ensure (PACT_TYPE_COVERAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, PactOverview, upgrade_group);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, completeness_card);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, percent_label);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, level_bar);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, answers_label);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, submission_button);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, pillars_group);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, assess_button);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, empty_row);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, dates_group);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, pact_group);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, pact_row);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, actors_group);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, actors_row);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, target_groups);
  gtk_widget_class_bind_template_child (widget_class, PactOverview, legal_basis);
}

static void
pact_overview_init (PactOverview *self)
{
  self->pillar_rows = g_ptr_array_new ();
  self->date_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
