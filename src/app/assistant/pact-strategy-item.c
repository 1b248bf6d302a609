/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-item"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-fact.h"
#include "pact-guidance-text.h"
#include "pact-strategy-item.h"
#include "pact-vocabularies.h"
#include "pact-words.h"

/**
 * PactStrategyItem:
 *
 * A pillar, an objective or a measure of a strategy to read: what is proposed, how to go about it, what it rests on.
 */
struct _PactStrategyItem
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkAdjustment *vertical;
  GtkLabel *path_label;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkWidget *guidance_card;
  PactGuidanceText *guidance_text;
  AdwPreferencesGroup *children_group;
  GtkBox *facts_box;
  PactFact *provenance_fact;

  GPtrArray *child_rows; /* borrowed from children_group */
};

G_DEFINE_FINAL_TYPE (PactStrategyItem, pact_strategy_item, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define ITEM_KEY "pact-item"

/* What is said in the text at the beginning, and what in a line of its own. A field that a kind does not have is passed over. */
static const char *const text_fields[] = { "aim", "description" };
static const char *const fact_fields[] = { "expected_result", "target_groups", "settings", "action_type", "lead_type",
                                           "partner_types", "legal_basis", "further_pillars" };
static const char *const indicator_fields[] = { "level", "unit", "frequency", "method" };

/* What it stands in, from the pillar down. */
static char *
dup_path (PactTemplateItem *item)
{
  PactTemplateItem *parent = pact_template_item_get_parent (item);
  g_autofree char *above = NULL;

  if (parent == NULL)
    return g_strdup (pact_template_get_title (pact_template_item_get_template (item), NULL));
  if (pact_template_item_get_parent (parent) == NULL)
    return g_strdup (pact_template_item_get_title (parent, NULL));
  above = dup_path (parent);

  /* Translators: a pillar and an objective in it. */
  return g_strdup_printf (C_ ("path", "%1$s › %2$s"), above, pact_template_item_get_title (parent, NULL));
}

/* Returns a field for reading; %NULL if there is none, or if it says nothing. */
static char *
dup_value (const PactRecord *record,
           const char *field_name,
           const PactField **field)
{
  const char *value;

  *field = pact_kind_find_field (record->kind, field_name);
  value = *field != NULL ? pact_record_get (record, field_name) : NULL;

  return value != NULL ? pact_value_display (*field, value, NULL, NULL) : NULL;
}

static void
show_text (PactStrategyItem *self,
           const PactRecord *record)
{
  g_autofree char *text = NULL;
  const PactField *field;

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields) && text == NULL; i++)
    text = dup_value (record, text_fields[i], &field);
  gtk_label_set_label (self->text_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), text != NULL);
}

static void
show_facts (PactStrategyItem *self,
            const PactRecord *record)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts_box))) != NULL)
    gtk_box_remove (self->facts_box, child);
  for (gsize i = 0; i < G_N_ELEMENTS (fact_fields); i++)
    {
      const PactField *field;
      g_autofree char *value = dup_value (record, fact_fields[i], &field);
      GtkWidget *fact;

      if (value == NULL)
        continue;
      fact = pact_fact_new (pact_field_get_label (field));
      pact_fact_set_text (PACT_FACT (fact), value);
      gtk_box_append (self->facts_box, fact);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facts_box), gtk_widget_get_first_child (GTK_WIDGET (self->facts_box)) != NULL);
}

static void
show_provenance (PactStrategyItem *self,
                 PactTemplateItem *item)
{
  const char *code = pact_template_item_get_provenance (item);
  const PactTerm *term = code != NULL ? pact_vocabulary_find (&pact_vocabulary_provenance, code) : NULL;

  pact_fact_set_text (self->provenance_fact,
                      term != NULL ? pact_vocabulary_get_label (&pact_vocabulary_provenance, term) : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->provenance_fact),
                               term != NULL ? pact_vocabulary_get_criterion (&pact_vocabulary_provenance, term) : NULL);
}

static char *
dup_indicator_details (PactTemplateItem *item)
{
  g_autoptr (PactRecord) record = pact_template_item_make_record (item, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (indicator_fields); i++)
    {
      const PactField *field;
      char *value = dup_value (record, indicator_fields[i], &field);

      if (value != NULL)
        g_ptr_array_add (parts, value);
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
child_activated_cb (PactStrategyItem *self,
                    GtkWidget *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), ITEM_KEY));
}

static GtkWidget *
row_new (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

/* An indicator is read where it stands; what else there is leads to a page of its own. */
static GtkWidget *
child_row_new (PactStrategyItem *self,
               PactTemplateItem *item,
               gboolean is_indicator)
{
  g_autofree char *number = pact_template_item_dup_number (item);
  g_autofree char *numbered = g_strdup_printf ("%s %s", number, pact_template_item_get_title (item, NULL));
  g_autofree char *details = is_indicator ? dup_indicator_details (item) : NULL;
  GtkWidget *row = row_new (is_indicator ? pact_template_item_get_title (item, NULL) : numbered);

  if (is_indicator)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
    }
  else
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), ITEM_KEY, item);
      g_signal_connect_object (row, "activated", G_CALLBACK (child_activated_cb), self, G_CONNECT_SWAPPED);
    }

  return row;
}

/* By what stands in a pillar, in an objective, in a measure. */
static const char *
get_children_title (PactTemplateItem *item)
{
  if (pact_template_item_get_kind (item)->flags & PACT_KIND_MEASURE)
    return C_ ("group", "Indicators");

  return pact_template_item_get_parent (item) == NULL ? C_ ("group", "Objectives") : C_ ("group", "Measures");
}

static void
show_children (PactStrategyItem *self,
               PactTemplateItem *item)
{
  gboolean are_indicators = pact_template_item_get_kind (item)->flags & PACT_KIND_MEASURE;
  g_autoptr (GPtrArray) children = pact_template_item_list_children (item);

  for (guint i = 0; i < self->child_rows->len; i++)
    adw_preferences_group_remove (self->children_group, g_ptr_array_index (self->child_rows, i));
  g_ptr_array_set_size (self->child_rows, 0);
  for (guint i = 0; i < children->len; i++)
    {
      GtkWidget *row = child_row_new (self, g_ptr_array_index (children, i), are_indicators);

      adw_preferences_group_add (self->children_group, row);
      g_ptr_array_add (self->child_rows, row);
    }
  adw_preferences_group_set_title (self->children_group, get_children_title (item));
  gtk_widget_set_visible (GTK_WIDGET (self->children_group), children->len > 0);
}

static void
pact_strategy_item_dispose (GObject *object)
{
  PactStrategyItem *self = PACT_STRATEGY_ITEM (object);

  g_clear_pointer (&self->child_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), PACT_TYPE_STRATEGY_ITEM);

  G_OBJECT_CLASS (pact_strategy_item_parent_class)->dispose (object);
}

static void
pact_strategy_item_class_init (PactStrategyItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_item_dispose;

  /**
   * PactStrategyItem::chosen:
   * @self: what shows an item
   * @item: (type gpointer): what stands below it, a #PactTemplateItem
   *
   * Something that stands below what is shown is wanted.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);

  g_type_ensure (PACT_TYPE_FACT);
  g_type_ensure (PACT_TYPE_GUIDANCE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-item.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, vertical);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, path_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, text_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, guidance_card);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, guidance_text);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, children_group);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, facts_box);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyItem, provenance_fact);
}

static void
pact_strategy_item_init (PactStrategyItem *self)
{
  self->child_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_strategy_item_show:
 * @self: what shows it
 * @item: the pillar, objective or measure
 */
void
pact_strategy_item_show (PactStrategyItem *self,
                         PactTemplateItem *item)
{
  g_autoptr (PactRecord) record = NULL;
  g_autofree char *path = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (PACT_IS_STRATEGY_ITEM (self));
  g_return_if_fail (item != NULL);

  record = pact_template_item_make_record (item, NULL);
  path = dup_path (item);
  number = pact_template_item_dup_number (item);
  title = g_strdup_printf ("%s %s", number, pact_template_item_get_title (item, NULL));
  gtk_label_set_label (self->path_label, path);
  gtk_label_set_label (self->title_label, title);
  show_text (self, record);
  pact_guidance_text_show (self->guidance_text, item);
  gtk_widget_set_visible (self->guidance_card, !pact_guidance_text_is_empty (self->guidance_text));
  show_children (self, item);
  show_facts (self, record);
  show_provenance (self, item);
  gtk_adjustment_set_value (self->vertical, 0);
}
