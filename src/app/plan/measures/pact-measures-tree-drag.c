/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measures-tree"

#include "config.h"

#include "pact-measures-tree-private.h"
#include "pact-refusal.h"

/* Moving pillars, objectives and measures with the pointer: a row can be dragged, and is a place to drop another, or one that a
 * strategy proposes. */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 gpointer user_data)
{
  GtkWidget *row = GTK_WIDGET (user_data);
  PactElement *element = pact_measure_row_get_element (PACT_MEASURE_ROW (row));
  PactMeasuresTree *tree = PACT_MEASURES_TREE (gtk_widget_get_ancestor (row, PACT_TYPE_MEASURES_TREE));
  GPtrArray *chosen = pact_measures_tree_get_chosen (tree);
  g_autoptr (GPtrArray) dragged = NULL;

  if (element == NULL || pact_refuse_change (row, _pact_measures_tree_get_editor (tree)))
    return NULL;

  /* Whoever drags one of several that are chosen drags them all. */
  if (g_ptr_array_find (chosen, element, NULL))
    {
      dragged = pact_elements_find_outermost (chosen);
    }
  else
    {
      dragged = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (dragged, g_object_ref (element));
    }

  return gdk_content_provider_new_typed (G_TYPE_PTR_ARRAY, dragged);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               gpointer user_data)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (user_data));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static GPtrArray *
get_dragged (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL && G_VALUE_HOLDS (value, G_TYPE_PTR_ARRAY) ? g_value_get_boxed (value) : NULL;
}

/* What is of this plan moves; what is of a strategy is taken over. */
static gboolean
comes_from_strategy (PactMeasureRow *row,
                     GPtrArray *dragged)
{
  return pact_element_get_plan (g_ptr_array_index (dragged, 0)) != pact_element_get_plan (pact_measure_row_get_element (row));
}

static GdkDragAction
drag_motion_cb (GtkDropTarget *target,
                double x,
                double y,
                gpointer user_data)
{
  PactMeasureRow *row = PACT_MEASURE_ROW (user_data);
  GPtrArray *dragged = get_dragged (target);
  PactElement *beside = NULL;
  PactDropPlace place = dragged != NULL ? pact_measure_row_get_place (row, dragged, y, &beside) : PACT_DROP_NOWHERE;

  pact_measure_row_show_place (row, place);

  if (place == PACT_DROP_NOWHERE)
    return 0;

  return comes_from_strategy (row, dragged) ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
drag_leave_cb (GtkDropTarget *target,
               gpointer user_data)
{
  pact_measure_row_show_place (PACT_MEASURE_ROW (user_data), PACT_DROP_NOWHERE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         gpointer user_data)
{
  PactMeasureRow *row = PACT_MEASURE_ROW (user_data);
  PactMeasuresTree *self =
    PACT_MEASURES_TREE (gtk_widget_get_ancestor (GTK_WIDGET (row), PACT_TYPE_MEASURES_TREE));
  g_autoptr (GPtrArray) dragged = g_value_dup_boxed (value);
  PactElement *beside = NULL;
  PactDropPlace place = pact_measure_row_get_place (row, dragged, y, &beside);
  PactElement *parent;
  g_autoptr (PactElement) before = NULL;

  pact_measure_row_show_place (row, PACT_DROP_NOWHERE);
  if (place == PACT_DROP_NOWHERE)
    return FALSE;

  parent = place == PACT_DROP_INTO ? beside : pact_element_get_parent (beside);
  if (place == PACT_DROP_BEFORE)
    before = g_object_ref (beside);
  else if (place == PACT_DROP_AFTER)
    before = g_list_model_get_item (pact_element_get_children (parent, pact_element_get_kind (beside)),
                                    pact_element_get_index (beside) + 1);

  if (!comes_from_strategy (row, dragged))
    return pact_measures_tree_move (self, dragged, parent, before);
  g_signal_emit_by_name (self, "take-wanted", g_ptr_array_index (dragged, 0), parent, before);

  return TRUE;
}

/* Lets a row be dragged to another place in the tree, and others be dropped on it. */
void
_pact_measures_tree_make_draggable (PactMeasureRow *measure_row)
{
  GtkWidget *row = GTK_WIDGET (measure_row);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_PTR_ARRAY, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));

  /* The value is looked at already while it is dragged over the row. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (drag_motion_cb), row);
  g_signal_connect (target, "leave", G_CALLBACK (drag_leave_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
