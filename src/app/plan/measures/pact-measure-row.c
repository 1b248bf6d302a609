/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measure-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-line.h"
#include "pact-measure-row.h"
#include "pact-pending.h"
#include "pact-readiness.h"
#include "pact-unsaved.h"

/**
 * PactMeasureRow:
 *
 * A row of the tree of pillars, objectives and measures.
 */
struct _PactMeasureRow
{
  GtkWidget parent_instance;

  PactElement *element;

  /* Template widgets */
  GtkTreeExpander *expander;
  GtkLabel *number_label;
  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkWidget *done_icon;
  GtkWidget *waived_icon;
  GtkWidget *unsaved_icon;
};

G_DEFINE_FINAL_TYPE (PactMeasureRow, pact_measure_row, GTK_TYPE_WIDGET)

/* What a screen reader says of the row, which is a widget of the list's own. */
static void
update_accessible (PactMeasureRow *self,
                   const char *name,
                   const char *description)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
}

static void
update (PactMeasureRow *self)
{
  const char *title = pact_element_get_name (self->element);
  g_autofree char *number = pact_element_dup_number (self->element);
  g_autofree char *count = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;
  gboolean is_left_out = pact_element_is_left_out (self->element);
  gboolean is_complete;
  PactTally tally;

  pact_readiness_of_element (self->element, &tally);
  is_complete = pact_readiness_is_complete (&tally);
  count = pact_readiness_write (&tally);
  sentence = pact_readiness_describe (&tally);

  gtk_label_set_label (self->number_label, number);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !is_complete);
  gtk_widget_set_visible (self->done_icon, is_complete && !is_left_out);
  gtk_widget_set_visible (self->waived_icon, is_complete && is_left_out);
  if (is_left_out)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "dim-label");
  if (pact_element_is_kind (self->element, "pillar"))
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "heading");

  /* Translators: a number such as 2.1 and the title of a measure. */
  name = g_strdup_printf (C_ ("element", "%s %s"), number, title);
  update_accessible (self, name, is_left_out && is_complete ? _("Not part of this plan") : sentence);
}

static void
element_changed_cb (PactMeasureRow *self)
{
  update (self);
}

/* Also above what holds it: that may be closed. */
static void
update_unsaved (PactMeasureRow *self)
{
  gtk_widget_set_visible (self->unsaved_icon, self->element != NULL && pact_unsaved_is_in (self->element));
}

/* The whole title, where it is cut off. */
static gboolean
pact_measure_row_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean is_keyboard,
                                GtkTooltip *tooltip)
{
  PactMeasureRow *self = PACT_MEASURE_ROW (widget);

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->title_label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (self->title_label));

  return TRUE;
}

static void
pact_measure_row_dispose (GObject *object)
{
  PactMeasureRow *self = PACT_MEASURE_ROW (object);
  GtkWidget *child;

  pact_measure_row_set_list_row (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pact_measure_row_parent_class)->dispose (object);
}

static void
pact_measure_row_class_init (PactMeasureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_measure_row_dispose;
  widget_class->query_tooltip = pact_measure_row_query_tooltip;

  g_type_ensure (PACT_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-measure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactMeasureRow, expander);
  gtk_widget_class_bind_template_child (widget_class, PactMeasureRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, PactMeasureRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactMeasureRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, PactMeasureRow, done_icon);
  gtk_widget_class_bind_template_child (widget_class, PactMeasureRow, waived_icon);
  gtk_widget_class_bind_template_child (widget_class, PactMeasureRow, unsaved_icon);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "measurerow");
}

static void
pact_measure_row_init (PactMeasureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (pact_pending_get_default (), "changed", G_CALLBACK (update_unsaved), self, G_CONNECT_SWAPPED);
}

/**
 * pact_measure_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
pact_measure_row_new (void)
{
  return g_object_new (PACT_TYPE_MEASURE_ROW, NULL);
}

/**
 * pact_measure_row_set_list_row:
 * @self: a row
 * @list_row: (nullable): the row of the tree model with a #PactElement that is shown from now on
 */
void
pact_measure_row_set_list_row (PactMeasureRow *self,
                               GtkTreeListRow *list_row)
{
  g_return_if_fail (PACT_IS_MEASURE_ROW (self));

  if (self->element != NULL)
    g_signal_handlers_disconnect_by_func (self->element, element_changed_cb, self);
  g_clear_object (&self->element);
  if (self->expander != NULL)
    gtk_tree_expander_set_list_row (self->expander, list_row);
  if (list_row == NULL)
    return;

  self->element = gtk_tree_list_row_get_item (list_row);
  g_signal_connect_object (self->element, "changed", G_CALLBACK (element_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->element, "tallied", G_CALLBACK (element_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  update_unsaved (self);
}

/**
 * pact_measure_row_get_element:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the element that is shown
 */
PactElement *
pact_measure_row_get_element (PactMeasureRow *self)
{
  g_return_val_if_fail (PACT_IS_MEASURE_ROW (self), NULL);

  return self->element;
}

/* Whether a row is the last that can be seen of what stands below another. */
static gboolean
is_last_below (GtkTreeListRow *row,
               GtkTreeListRow *above)
{
  g_autoptr (GtkTreeListRow) last = g_object_ref (above);

  while (gtk_tree_list_row_get_expanded (last))
    {
      guint n = g_list_model_get_n_items (gtk_tree_list_row_get_children (last));
      g_autoptr (GtkTreeListRow) next = n > 0 ? gtk_tree_list_row_get_child_row (last, n - 1) : NULL;

      if (next == NULL)
        break;
      g_set_object (&last, next);
    }

  return last == row;
}

/* Beside the row itself, or beside what it is the end of, if that is of the kind. Nothing is put behind a row below which others
 * can be seen: it would land behind those. */
static PactDropPlace
get_place_beside (PactMeasureRow *self,
                  const PactKind *kind,
                  double y,
                  PactElement **beside)
{
  GtkTreeListRow *row = gtk_tree_expander_get_list_row (self->expander);
  gboolean is_above = y < gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  g_autoptr (GtkTreeListRow) above = g_object_ref (row);

  while (above != NULL)
    {
      g_autoptr (PactElement) element = gtk_tree_list_row_get_item (above);
      g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (above);

      if (pact_element_get_kind (element) == kind)
        {
          gboolean is_end = is_last_below (row, above);

          *beside = element;
          if (above == row && (is_above || !is_end))
            return PACT_DROP_BEFORE;

          return is_end ? PACT_DROP_AFTER : PACT_DROP_NOWHERE;
        }
      g_set_object (&above, parent);
    }

  return PACT_DROP_NOWHERE;
}

/**
 * pact_measure_row_get_place:
 * @self: a row
 * @dragged: (element-type PactElement): elements of the plan
 * @y: where the pointer is, from the top of the row
 * @beside: (out) (transfer none): the element beside or below which they would go
 *
 * Returns: where @dragged would go if they were dropped there
 */
PactDropPlace
pact_measure_row_get_place (PactMeasureRow *self,
                            GPtrArray *dragged,
                            double y,
                            PactElement **beside)
{
  const PactKind *kind;

  g_return_val_if_fail (PACT_IS_MEASURE_ROW (self), PACT_DROP_NOWHERE);
  g_return_val_if_fail (dragged != NULL, PACT_DROP_NOWHERE);

  if (self->element == NULL || dragged->len == 0)
    return PACT_DROP_NOWHERE;
  kind = pact_element_get_kind (g_ptr_array_index (dragged, 0));
  for (guint i = 0; i < dragged->len; i++)
    {
      PactElement *element = g_ptr_array_index (dragged, i);

      if (pact_element_get_kind (element) != kind || pact_element_contains (element, self->element))
        return PACT_DROP_NOWHERE;
    }

  *beside = self->element;
  if (pact_kind_may_contain (pact_element_get_kind (self->element), kind))
    return PACT_DROP_INTO;

  return get_place_beside (self, kind, y, beside);
}

/**
 * pact_measure_row_show_place:
 * @self: a row
 * @place: where something that is dragged would go, %PACT_DROP_NOWHERE if nothing is dragged over the row
 */
void
pact_measure_row_show_place (PactMeasureRow *self,
                             PactDropPlace place)
{
  static const char *const classes[] = { NULL, "drop-before", "drop-after", "drop-into" };

  g_return_if_fail (PACT_IS_MEASURE_ROW (self));

  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  if (classes[place] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[place]);
}
