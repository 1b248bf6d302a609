/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-upgrade-group"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-upgrade-group.h"
#include "pact-upgrade-row.h"

/**
 * PactUpgradeGroup:
 *
 * All that is of one sort in a newer version of a template, with a button that ticks or unticks it all.
 */
struct _PactUpgradeGroup
{
  AdwPreferencesGroup parent_instance;

  gboolean is_ticking_all;

  /* Template widgets */
  GtkButton *all_button;
  GtkListBox *list;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactUpgradeGroup, pact_upgrade_group, ADW_TYPE_PREFERENCES_GROUP)

/* By PactUpgradeNews. */
static const struct
{
  const char *title;
  const char *description;
} texts[] = {
  [PACT_UPGRADE_NEW] = { N_("New in the strategy"), N_("What you tick comes into the plan.") },
  [PACT_UPGRADE_LEFT] = { N_("Not in your plan"), N_("The strategy had this before, and you took it out.") },
  [PACT_UPGRADE_CHANGED] = { N_("Changed in the strategy"), N_("You have not changed these. What you tick says what the strategy says now.") },
  [PACT_UPGRADE_BOTH_CHANGED] = { N_("Changed in the strategy and by you"), N_("What you tick is replaced by what the strategy says now.") },
  [PACT_UPGRADE_WITHDRAWN] = { N_("No longer in the strategy"), N_("What you tick is deleted with everything in it. The rest stays as your own.") },
};

static gboolean
has_unticked (PactUpgradeGroup *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (!pact_upgrade_row_is_taken (PACT_UPGRADE_ROW (row)))
        return TRUE;
    }

  return FALSE;
}

static void
update (PactUpgradeGroup *self)
{
  gtk_button_set_label (self->all_button, has_unticked (self) ? C_ ("button", "Tick All") : C_ ("button", "Untick All"));
}

static void
toggled_cb (PactUpgradeGroup *self)
{
  if (self->is_ticking_all)
    return;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
all_cb (PactUpgradeGroup *self)
{
  gboolean is_taken = has_unticked (self);
  GtkListBoxRow *row;

  self->is_ticking_all = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    pact_upgrade_row_set_taken (PACT_UPGRADE_ROW (row), is_taken);
  self->is_ticking_all = FALSE;
  toggled_cb (self);
}

static void
row_activated_cb (PactUpgradeGroup *self,
                  GtkListBoxRow *row)
{
  pact_upgrade_row_set_taken (PACT_UPGRADE_ROW (row), !pact_upgrade_row_is_taken (PACT_UPGRADE_ROW (row)));
}

static void
pact_upgrade_group_class_init (PactUpgradeGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * PactUpgradeGroup::changed:
   * @self: the group
   *
   * A person has decided otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-upgrade-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeGroup, all_button);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pact_upgrade_group_init (PactUpgradeGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_upgrade_group_show:
 * @self: a group
 * @news: the sort
 * @steps: (element-type PactUpgradeStep): what can be taken over, of all sorts; it lives as long as it is shown
 *
 * Shows what is of the sort, in place of what was shown before; nothing is seen of the group if there is none.
 */
void
pact_upgrade_group_show (PactUpgradeGroup *self,
                         PactUpgradeNews news,
                         GPtrArray *steps)
{
  GtkWidget *row;
  gboolean is_empty = TRUE;

  g_return_if_fail (PACT_IS_UPGRADE_GROUP (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < steps->len; i++)
    {
      PactUpgradeStep *step = g_ptr_array_index (steps, i);

      if (step->news != news)
        continue;
      row = pact_upgrade_row_new (step);
      g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
      is_empty = FALSE;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(texts[news].title));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _(texts[news].description));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(texts[news].title), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), !is_empty);
  update (self);
}
