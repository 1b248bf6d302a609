/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-guidance"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-guidance-text.h"
#include "pact-guidance.h"
#include "pact-plan.h"
#include "pact-shell.h"
#include "pact-template.h"
#include "pact-vocabularies.h"

/**
 * PactGuidance:
 *
 * What the template says to an element that came from it: how to go about it, and what it rests on. In the interface's
 * language, whatever the plan's is.
 */
struct _PactGuidance
{
  AdwBin parent_instance;

  PactEditor *editor;
  PactElement *element;

  /* Template widgets */
  GtkToggleButton *toggle;
  GtkLabel *provenance_label;
  PactGuidanceText *text;
};

G_DEFINE_FINAL_TYPE (PactGuidance, pact_guidance, ADW_TYPE_BIN)

static PactTemplateItem *
find_item (PactGuidance *self)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));

  if (self->element == NULL || shell == NULL)
    return NULL;

  return pact_template_library_find_item (pact_workspace_get_templates (pact_shell_get_workspace (shell)), self->element);
}

/* Whether somebody has made something else of what the template suggested. It is theirs then. */
static gboolean
is_rewritten (PactGuidance *self,
              PactTemplateItem *item)
{
  PactElement *root = pact_plan_get_root (pact_element_get_plan (self->element));
  g_autofree char *said = pact_template_dup_said (self->element, "title");
  const char *title = said != NULL ? said : pact_template_item_get_title (item, pact_element_get (root, "language"));

  return g_strcmp0 (pact_element_get (self->element, "title"), title) != 0;
}

static void
show_provenance (PactGuidance *self,
                 PactTemplateItem *item)
{
  const char *code = pact_template_item_get_provenance (item);
  const PactTerm *term = code != NULL ? pact_vocabulary_find (&pact_vocabulary_provenance, code) : NULL;

  if (term != NULL && (term->flags & PACT_TERM_SUGGESTION) && is_rewritten (self, item))
    term = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->provenance_label), term != NULL);
  if (term != NULL)
    {
      gtk_label_set_label (self->provenance_label, pact_vocabulary_get_label (&pact_vocabulary_provenance, term));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->provenance_label),
                                   pact_vocabulary_get_criterion (&pact_vocabulary_provenance, term));
    }
}

static void
edited_cb (PactGuidance *self)
{
  PactTemplateItem *item = find_item (self);

  if (item != NULL)
    show_provenance (self, item);
}

static void
update (PactGuidance *self)
{
  PactTemplateItem *item = find_item (self);
  const char *guidance = item != NULL ? pact_template_item_get_guidance (item, NULL) : NULL;
  const char *references = item != NULL ? pact_template_item_get_references (item, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), guidance != NULL || references != NULL);
  if (item == NULL)
    return;

  pact_guidance_text_show (self->text, item);
  show_provenance (self, item);
}

static void
pact_guidance_root (GtkWidget *widget)
{
  PactGuidance *self = PACT_GUIDANCE (widget);
  PactShell *shell;

  GTK_WIDGET_CLASS (pact_guidance_parent_class)->root (widget);

  shell = pact_shell_get (widget);
  if (shell != NULL)
    g_settings_bind (pact_shell_get_settings (shell), "show-guidance", self->toggle, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
pact_guidance_dispose (GObject *object)
{
  pact_guidance_set_element (PACT_GUIDANCE (object), NULL, NULL);

  G_OBJECT_CLASS (pact_guidance_parent_class)->dispose (object);
}

static void
pact_guidance_class_init (PactGuidanceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_guidance_dispose;
  widget_class->root = pact_guidance_root;

  g_type_ensure (PACT_TYPE_GUIDANCE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-guidance.ui");
  gtk_widget_class_bind_template_child (widget_class, PactGuidance, toggle);
  gtk_widget_class_bind_template_child (widget_class, PactGuidance, provenance_label);
  gtk_widget_class_bind_template_child (widget_class, PactGuidance, text);
}

static void
pact_guidance_init (PactGuidance *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_guidance_set_element:
 * @self: a guidance
 * @editor: (nullable): the open plan
 * @element: (nullable): the element that the guidance is for
 *
 * Shows what the template says to @element; nothing, if it says nothing.
 */
void
pact_guidance_set_element (PactGuidance *self,
                           PactEditor *editor,
                           PactElement *element)
{
  g_return_if_fail (PACT_IS_GUIDANCE (self));

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, edited_cb, self);
  g_set_object (&self->editor, editor);
  g_set_object (&self->element, element);
  if (editor == NULL)
    return;

  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
