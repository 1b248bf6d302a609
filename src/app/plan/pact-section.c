/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-section"

#include "config.h"

#include "pact-section.h"

/**
 * PactSection:
 *
 * A part of the plan window. A section that cannot be seen is not told of changes; it is told once
 * when it comes to be seen.
 */
typedef struct
{
  PactEditor *editor;
  gboolean is_stale;
} PactSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PactSection, pact_section, ADW_TYPE_BIN)

static void
edited_cb (PactSection *self)
{
  PactSectionPrivate *priv = pact_section_get_instance_private (self);

  priv->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->is_stale && PACT_SECTION_GET_CLASS (self)->edited != NULL)
    PACT_SECTION_GET_CLASS (self)->edited (self);
}

static void
pact_section_map (GtkWidget *widget)
{
  PactSection *self = PACT_SECTION (widget);
  PactSectionPrivate *priv = pact_section_get_instance_private (self);

  GTK_WIDGET_CLASS (pact_section_parent_class)->map (widget);

  if (priv->is_stale && priv->editor != NULL)
    edited_cb (self);
}

/* What a section shows scrolls: how wide it is does not depend on how high it is. A stack asks for just that, and long texts
 * find out only by trying. */
static GtkSizeRequestMode
pact_section_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
pact_section_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
pact_section_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
pact_section_dispose (GObject *object)
{
  PactSection *self = PACT_SECTION (object);
  PactSectionPrivate *priv = pact_section_get_instance_private (self);

  if (priv->editor != NULL)
    g_signal_handlers_disconnect_by_func (priv->editor, edited_cb, self);
  g_clear_object (&priv->editor);

  G_OBJECT_CLASS (pact_section_parent_class)->dispose (object);
}

static void
pact_section_class_init (PactSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_section_dispose;
  widget_class->map = pact_section_map;
  widget_class->get_request_mode = pact_section_get_request_mode;
  widget_class->measure = pact_section_measure;
  widget_class->size_allocate = pact_section_size_allocate;
}

static void
pact_section_init (PactSection *self)
{
  /* The bin's own would decide on the request mode. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * pact_section_get_editor:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the open plan
 */
PactEditor *
pact_section_get_editor (PactSection *self)
{
  PactSectionPrivate *priv = pact_section_get_instance_private (self);

  g_return_val_if_fail (PACT_IS_SECTION (self), NULL);

  return priv->editor;
}

/**
 * pact_section_set_editor:
 * @self: a section
 * @editor: (nullable): the plan that is open from now on
 */
void
pact_section_set_editor (PactSection *self,
                         PactEditor *editor)
{
  PactSectionPrivate *priv = pact_section_get_instance_private (self);

  g_return_if_fail (PACT_IS_SECTION (self));

  if (priv->editor != NULL)
    g_signal_handlers_disconnect_by_func (priv->editor, edited_cb, self);
  g_set_object (&priv->editor, editor);
  if (editor != NULL)
    {
      g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
    }
  if (PACT_SECTION_GET_CLASS (self)->editor_set != NULL)
    PACT_SECTION_GET_CLASS (self)->editor_set (self);
  if (editor != NULL)
    edited_cb (self);
}

/**
 * pact_section_refresh:
 * @self: a section
 *
 * Shows anew what depends on the plan, when it is seen: as after an edit.
 */
void
pact_section_refresh (PactSection *self)
{
  g_return_if_fail (PACT_IS_SECTION (self));

  edited_cb (self);
}

/**
 * pact_section_reveal:
 * @self: a section
 * @element: an element of the plan
 * @field: (nullable): a field of it, %NULL for the whole element
 *
 * Goes to a field.
 *
 * Returns: whether it is shown in this section
 */
gboolean
pact_section_reveal (PactSection *self,
                     PactElement *element,
                     const PactField *field)
{
  g_return_val_if_fail (PACT_IS_SECTION (self), FALSE);

  return PACT_SECTION_GET_CLASS (self)->reveal != NULL && PACT_SECTION_GET_CLASS (self)->reveal (self, element, field);
}

/**
 * pact_section_choose:
 * @self: a section
 * @elements: (element-type PactElement): elements of the plan
 *
 * Chooses several elements, if several can be chosen in this section.
 */
void
pact_section_choose (PactSection *self,
                     GPtrArray *elements)
{
  g_return_if_fail (PACT_IS_SECTION (self));
  g_return_if_fail (elements != NULL);

  if (PACT_SECTION_GET_CLASS (self)->choose != NULL)
    PACT_SECTION_GET_CLASS (self)->choose (self, elements);
}
