/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-upgrade-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-upgrade-row.h"
#include "pact-words.h"

/**
 * PactUpgradeRow:
 *
 * One thing that can be taken over from a newer version of a template: what it is about, where in the plan it stands, and for a
 * text what the plan, the newer version and the older one say, beside each other.
 */
struct _PactUpgradeRow
{
  GtkListBoxRow parent_instance;

  PactUpgradeStep *step; /* belongs to the upgrade */

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkGrid *texts_grid;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactUpgradeRow, pact_upgrade_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (PactUpgradeRow *self)
{
  gboolean is_taken = gtk_check_button_get_active (self->check);

  if (self->step->is_taken == is_taken)
    return;
  self->step->is_taken = is_taken;
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
attach_text (PactUpgradeRow *self,
             int column,
             int row,
             const char *caption,
             const char *value)
{
  const PactUpgradeStep *step = self->step;
  g_autofree char *shown = value != NULL ? pact_value_display (step->field, value, step->element, NULL) : NULL;
  GtkWidget *heading = gtk_label_new (caption);
  /* Translators: stands in place of a text that is not there. */
  GtkWidget *text = gtk_label_new (shown != NULL ? shown : C_ ("text", "Nothing"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_yalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  if (shown == NULL)
    gtk_widget_add_css_class (text, "dim-label");
  gtk_grid_attach (self->texts_grid, heading, column, row, 1, 1);
  gtk_grid_attach (self->texts_grid, text, column, row + 1, 1, 1);
}

static void
show_texts (PactUpgradeRow *self)
{
  const PactUpgradeStep *step = self->step;

  gtk_widget_set_visible (GTK_WIDGET (self->texts_grid), step->field != NULL);
  if (step->field == NULL)
    return;

  attach_text (self, 0, 0, _("In the plan"), pact_element_get_value (step->element, step->field));
  attach_text (self, 1, 0, _("In the strategy now"), step->after);
  if (step->news == PACT_UPGRADE_BOTH_CHANGED && step->before != NULL)
    attach_text (self, 1, 2, _("In the strategy before"), step->before);
}

/* Below what it stands in the plan, or would. */
static char *
dup_place (const PactUpgradeStep *step)
{
  PactTemplateItem *parent;

  if (step->field != NULL)
    return g_strdup (pact_field_get_label (step->field));
  if (step->news == PACT_UPGRADE_WITHDRAWN)
    {
      PactElement *above = pact_element_get_parent (step->element);

      return g_strdup (pact_element_get_parent (above) != NULL ? pact_element_get_name (above)
                                                               : pact_kind_get_label (pact_element_get_kind (step->element)));
    }

  parent = pact_template_item_get_parent (step->item);

  return g_strdup (parent != NULL ? pact_template_item_get_title (parent, NULL) : NULL);
}

static void
show (PactUpgradeRow *self)
{
  const PactUpgradeStep *step = self->step;
  gboolean is_new = step->news == PACT_UPGRADE_NEW || step->news == PACT_UPGRADE_LEFT;
  const char *title = is_new ? pact_template_item_get_title (step->item, NULL) : pact_element_get_name (step->element);
  g_autofree char *place = dup_place (step);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->place_label, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), place != NULL);
  show_texts (self);
}

static void
pact_upgrade_row_class_init (PactUpgradeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * PactUpgradeRow::toggled:
   * @self: the row
   *
   * A person has decided otherwise.
   */
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-upgrade-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeRow, check);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, PactUpgradeRow, texts_grid);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
pact_upgrade_row_init (PactUpgradeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* One measure may have changed in several fields. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label,
                                  self->place_label, NULL, -1);
}

/**
 * pact_upgrade_row_new:
 * @step: what can be taken over, which lives as long as the row
 *
 * Returns: (transfer floating): a row that shows @step, and in which it is decided
 */
GtkWidget *
pact_upgrade_row_new (PactUpgradeStep *step)
{
  PactUpgradeRow *self;

  g_return_val_if_fail (step != NULL, NULL);

  self = g_object_new (PACT_TYPE_UPGRADE_ROW, NULL);
  self->step = step;
  show (self);
  gtk_check_button_set_active (self->check, step->is_taken);

  return GTK_WIDGET (self);
}

/**
 * pact_upgrade_row_is_taken:
 * @self: a row
 *
 * Returns: whether it is ticked
 */
gboolean
pact_upgrade_row_is_taken (PactUpgradeRow *self)
{
  g_return_val_if_fail (PACT_IS_UPGRADE_ROW (self), FALSE);

  return self->step->is_taken;
}

/**
 * pact_upgrade_row_set_taken:
 * @self: a row
 * @is_taken: whether it shall be ticked
 */
void
pact_upgrade_row_set_taken (PactUpgradeRow *self,
                            gboolean is_taken)
{
  g_return_if_fail (PACT_IS_UPGRADE_ROW (self));

  gtk_check_button_set_active (self->check, is_taken);
}
