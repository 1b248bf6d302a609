/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-name.h"
#include "pact-plan.h"
#include "pact-strategy-row.h"

/**
 * PactStrategyRow:
 *
 * A pillar or a measure that a strategy proposes: what it is, whether the plan has it already, and a button that takes it over.
 * It can be dragged into the tree.
 */
struct _PactStrategyRow
{
  AdwBin parent_instance;

  PactElement *element; /* (nullable) */
  char *known_uuid;     /* (nullable): what the plan has of it */

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkWidget *known_button;
  GtkLabel *known_label;
  GtkButton *take_button;
};

enum
{
  TAKE,
  GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactStrategyRow, pact_strategy_row, ADW_TYPE_BIN)

static void
take_clicked_cb (PactStrategyRow *self)
{
  g_signal_emit (self, signals[TAKE], 0, self->element);
}

static void
known_clicked_cb (PactStrategyRow *self)
{
  g_signal_emit (self, signals[GO], 0, self->known_uuid);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 gpointer user_data)
{
  PactStrategyRow *self = PACT_STRATEGY_ROW (user_data);
  g_autoptr (GPtrArray) dragged = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->element == NULL)
    return NULL;
  g_ptr_array_add (dragged, g_object_ref (self->element));

  return gdk_content_provider_new_typed (G_TYPE_PTR_ARRAY, dragged);
}

static void
make_draggable (PactStrategyRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
pact_strategy_row_dispose (GObject *object)
{
  PactStrategyRow *self = PACT_STRATEGY_ROW (object);

  g_clear_object (&self->element);
  g_clear_pointer (&self->known_uuid, g_free);

  G_OBJECT_CLASS (pact_strategy_row_parent_class)->dispose (object);
}

static void
pact_strategy_row_class_init (PactStrategyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_row_dispose;

  /**
   * PactStrategyRow::take:
   * @self: the row
   * @element: what it shows
   *
   * The person wants it in the plan.
   */
  signals[TAKE] = g_signal_new ("take", PACT_TYPE_STRATEGY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                PACT_TYPE_ELEMENT);
  /**
   * PactStrategyRow::go:
   * @self: the row
   * @uuid: what the plan has of it
   *
   * The person wants to see what the plan has.
   */
  signals[GO] = g_signal_new ("go", PACT_TYPE_STRATEGY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyRow, known_button);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyRow, known_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyRow, take_button);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_clicked_cb);
}

static void
pact_strategy_row_init (PactStrategyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_draggable (self);
}

/**
 * pact_strategy_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
pact_strategy_row_new (void)
{
  return g_object_new (PACT_TYPE_STRATEGY_ROW, NULL);
}

/* The list's own widget for the row has the keyboard. */
static void
name_row (PactStrategyRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, pact_element_get_name (self->element),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (self->text_label),
                                    -1);
}

/* All buttons of a list that say the same are told from each other by what they are for. */
static void
name_button (PactStrategyRow *self,
             const char *label)
{
  /* Translators: the name of a button for who hears it: what it does, such as “Add”, and the title of a measure. */
  g_autofree char *name = g_strdup_printf (C_ ("button", "%1$s: %2$s"), label, pact_element_get_name (self->element));

  gtk_button_set_label (self->take_button, label);
  pact_name_widget (GTK_WIDGET (self->take_button), name);
}

static void
show_pillar (PactStrategyRow *self,
             const char *strategy,
             PactKnown *known)
{
  guint n_known = pact_known_count (known, self->element);
  g_autofree char *text = NULL;
  PactTally tally;

  pact_element_get_tally (self->element, &tally);
  if (n_known > 0)
    /* Translators: %1$s is the title of a strategy; of %3$u measures of a pillar of it, %2$u are in the plan. */
    text = g_strdup_printf (ngettext ("%1$s · %2$u of %3$u measure is in your plan", "%1$s · %2$u of %3$u measures are in your plan",
                                      tally.measures), strategy, n_known, tally.measures);
  else
    /* Translators: %1$s is the title of a strategy, %2$u how many measures a pillar of it has. */
    text = g_strdup_printf (ngettext ("%1$s · %2$u measure", "%1$s · %2$u measures", tally.measures), strategy, tally.measures);
  gtk_label_set_label (self->text_label, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "heading");
  gtk_widget_set_visible (self->known_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->take_button), n_known < tally.measures);
  name_button (self, C_ ("button", "Add All"));
}

/* What came from here has all of it. */
static gboolean
came_from (PactElement *same,
           PactElement *element)
{
  return g_strcmp0 (pact_element_get_template_id (same), pact_element_get_template_id (element)) == 0
         && g_strcmp0 (pact_element_get (same, "template_key"), pact_element_get (element, "template_key")) == 0;
}

static void
show_measure (PactStrategyRow *self,
              PactKnown *known)
{
  PactElement *same = pact_known_find (known, self->element);
  const char *description = pact_element_get (self->element, "description");

  gtk_label_set_label (self->text_label, description != NULL ? description : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "heading");
  gtk_widget_set_visible (self->known_button, same != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->take_button), same == NULL || !came_from (same, self->element));
  name_button (self, same != NULL ? C_ ("button", "Merge…") : C_ ("button", "Add"));
  if (same != NULL)
    {
      g_autofree char *number = pact_element_dup_number (same);
      /* Translators: %s is the number of a measure of the plan, such as 2.1.4. */
      g_autofree char *sentence = g_strdup_printf (_("You have this as %s"), number);

      self->known_uuid = g_strdup (pact_element_get_uuid (same));
      gtk_label_set_label (self->known_label, sentence);
      pact_name_widget (self->known_button, sentence);
    }
}

/**
 * pact_strategy_row_set_element:
 * @self: a row
 * @element: (nullable): a pillar or a measure of a strategy
 * @strategy: what the strategy is called
 * @known: what the plan has
 *
 * Shows @element.
 */
void
pact_strategy_row_set_element (PactStrategyRow *self,
                               PactElement *element,
                               const char *strategy,
                               PactKnown *known)
{
  g_return_if_fail (PACT_IS_STRATEGY_ROW (self));

  g_set_object (&self->element, element);
  g_clear_pointer (&self->known_uuid, g_free);
  if (element == NULL)
    return;

  gtk_label_set_label (self->title_label, pact_element_get_name (element));
  if (pact_element_get_kind (element)->flags & PACT_KIND_MEASURE)
    show_measure (self, known);
  else
    show_pillar (self, strategy, known);
  name_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), *gtk_label_get_label (self->text_label) != '\0');
}

/**
 * pact_strategy_row_get_element:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
PactElement *
pact_strategy_row_get_element (PactStrategyRow *self)
{
  g_return_val_if_fail (PACT_IS_STRATEGY_ROW (self), NULL);

  return self->element;
}
