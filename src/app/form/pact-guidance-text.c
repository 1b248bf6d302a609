/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-guidance-text"

#include "config.h"

#include "pact-guidance-text.h"
#include "pact-source-list.h"

/**
 * PactGuidanceText:
 *
 * What a template says to one of its measures: how to go about it, the law it rests on, and its sources; in the interface's
 * language.
 */
struct _PactGuidanceText
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *guidance_label;
  GtkWidget *references_box;
  GtkLabel *references_label;
  GtkWidget *sources_box;
  PactSourceList *source_list;
};

G_DEFINE_FINAL_TYPE (PactGuidanceText, pact_guidance_text, GTK_TYPE_BOX)

static void
pact_guidance_text_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PACT_TYPE_GUIDANCE_TEXT);

  G_OBJECT_CLASS (pact_guidance_text_parent_class)->dispose (object);
}

static void
pact_guidance_text_class_init (PactGuidanceTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_guidance_text_dispose;

  g_type_ensure (PACT_TYPE_SOURCE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-guidance-text.ui");
  gtk_widget_class_bind_template_child (widget_class, PactGuidanceText, guidance_label);
  gtk_widget_class_bind_template_child (widget_class, PactGuidanceText, references_box);
  gtk_widget_class_bind_template_child (widget_class, PactGuidanceText, references_label);
  gtk_widget_class_bind_template_child (widget_class, PactGuidanceText, sources_box);
  gtk_widget_class_bind_template_child (widget_class, PactGuidanceText, source_list);
}

static void
pact_guidance_text_init (PactGuidanceText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_guidance_text_show:
 * @self: a guidance
 * @item: an item of a template
 *
 * Shows what the template says to @item; what it does not say takes no room.
 */
void
pact_guidance_text_show (PactGuidanceText *self,
                         PactTemplateItem *item)
{
  const char *guidance, *references;
  g_autoptr (GPtrArray) sources = NULL;

  g_return_if_fail (PACT_IS_GUIDANCE_TEXT (self));
  g_return_if_fail (item != NULL);

  guidance = pact_template_item_get_guidance (item, NULL);
  references = pact_template_item_get_references (item, NULL);
  sources = pact_template_item_get_sources (item, NULL);
  gtk_label_set_label (self->guidance_label, guidance != NULL ? guidance : "");
  gtk_widget_set_visible (GTK_WIDGET (self->guidance_label), guidance != NULL);
  gtk_label_set_label (self->references_label, references != NULL ? references : "");
  gtk_widget_set_visible (self->references_box, references != NULL);
  pact_source_list_show (self->source_list, sources);
  gtk_widget_set_visible (self->sources_box, sources->len > 0);
}

/**
 * pact_guidance_text_is_empty:
 * @self: a guidance
 *
 * Returns: whether it has nothing to say
 */
gboolean
pact_guidance_text_is_empty (PactGuidanceText *self)
{
  g_return_val_if_fail (PACT_IS_GUIDANCE_TEXT (self), TRUE);

  return !gtk_widget_get_visible (GTK_WIDGET (self->guidance_label)) && !gtk_widget_get_visible (self->references_box)
         && !gtk_widget_get_visible (self->sources_box);
}
