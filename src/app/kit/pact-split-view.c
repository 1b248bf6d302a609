/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-split-view"

#include "config.h"

#include "pact-behind.h"
#include "pact-split-view.h"

/**
 * PactSplitView:
 *
 * A sidebar beside a content. Where both do not fit, the view is collapsed: the sidebar is hidden, and lies over the
 * content when it is asked for, until Escape or a click beside it.
 *
 * AdwFlap, which libadwaita 1.2 has for this, is withdrawn by later releases, and its successor does not exist in this one.
 *
 * In a UI-definition file the children are of the types `sidebar` and `content`.
 */
struct _PactSplitView
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  gboolean collapsed;
  gboolean show_sidebar;
  gboolean shown_before; /* whether the sidebar stood beside the content before the view collapsed */
};

enum
{
  PROP_0,
  PROP_COLLAPSED,
  PROP_SHOW_SIDEBAR,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (PactSplitView, pact_split_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static int
measure_minimum_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Whether somebody goes through the sidebar with the keys. */
static gboolean
is_walked_through (PactSplitView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->sidebar && GTK_IS_WINDOW (root)
         && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

static void
set_collapsed (PactSplitView *self,
               gboolean collapsed)
{
  if (self->collapsed == collapsed)
    return;

  self->collapsed = collapsed;
  if (collapsed)
    self->shown_before = self->show_sidebar;
  /* The content may need more room because of what was just chosen in the sidebar, and there may be more to choose. */
  pact_split_view_set_show_sidebar (self, collapsed ? is_walked_through (self) : self->shown_before);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

/* Both children scroll: how wide they are does not depend on how high they are. */
static GtkSizeRequestMode
pact_split_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
pact_split_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PactSplitView *self = PACT_SPLIT_VIEW (widget);
  int sidebar_minimum;
  int sidebar_natural;

  gtk_widget_measure (self->sidebar, orientation, -1, &sidebar_minimum, &sidebar_natural, NULL, NULL);
  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum, sidebar_minimum);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += sidebar_natural;
  else
    *natural = MAX (*natural, sidebar_natural);
}

static void
pact_split_view_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  PactSplitView *self = PACT_SPLIT_VIEW (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int sidebar_width = measure_minimum_width (self->sidebar);
  int content_width = width;

  set_collapsed (self, width < sidebar_width + measure_minimum_width (self->content));
  if (self->show_sidebar && !self->collapsed)
    content_width -= sidebar_width;

  gtk_widget_size_allocate (self->content,
                            &(GtkAllocation){ is_rtl ? 0 : width - content_width, 0, content_width, height }, -1);
  if (self->show_sidebar)
    gtk_widget_size_allocate (self->sidebar,
                              &(GtkAllocation){ is_rtl ? width - sidebar_width : 0, 0, sidebar_width, height }, -1);
}

/* What is hidden does not take the keyboard. */
static gboolean
pact_split_view_focus (GtkWidget *widget,
                       GtkDirectionType direction)
{
  PactSplitView *self = PACT_SPLIT_VIEW (widget);

  if (!self->show_sidebar)
    return gtk_widget_child_focus (self->content, direction);

  return GTK_WIDGET_CLASS (pact_split_view_parent_class)->focus (widget, direction);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            PactSplitView *self)
{
  graphene_rect_t bounds;

  if (!self->collapsed || !self->show_sidebar || !gtk_widget_compute_bounds (self->sidebar, GTK_WIDGET (self), &bounds)
      || graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pact_split_view_set_show_sidebar (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  PactSplitView *self = PACT_SPLIT_VIEW (widget);

  if (!self->collapsed || !self->show_sidebar)
    return GDK_EVENT_PROPAGATE;

  pact_split_view_set_show_sidebar (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
pact_split_view_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  PactSplitView *self = PACT_SPLIT_VIEW (buildable);

  if (g_strcmp0 (type, "content") == 0)
    {
      self->content = GTK_WIDGET (child);
      gtk_widget_insert_before (self->content, GTK_WIDGET (self), self->sidebar);
    }
  else if (g_strcmp0 (type, "sidebar") == 0)
    {
      /* Last, so that it lies over the content. */
      self->sidebar = GTK_WIDGET (child);
      gtk_widget_set_parent (self->sidebar, GTK_WIDGET (self));
      pact_hide_behind (self->sidebar);
      gtk_widget_add_css_class (self->sidebar, "pact-sidebar");
    }
  else
    {
      parent_buildable->add_child (buildable, builder, child, type);
    }
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = pact_split_view_add_child;
}

static void
pact_split_view_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  PactSplitView *self = PACT_SPLIT_VIEW (object);

  switch (id)
    {
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_split_view_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      pact_split_view_set_show_sidebar (PACT_SPLIT_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_split_view_dispose (GObject *object)
{
  PactSplitView *self = PACT_SPLIT_VIEW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);

  G_OBJECT_CLASS (pact_split_view_parent_class)->dispose (object);
}

static void
pact_split_view_class_init (PactSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pact_split_view_get_property;
  object_class->set_property = pact_split_view_set_property;
  object_class->dispose = pact_split_view_dispose;
  widget_class->get_request_mode = pact_split_view_get_request_mode;
  widget_class->measure = pact_split_view_measure;
  widget_class->size_allocate = pact_split_view_size_allocate;
  widget_class->focus = pact_split_view_focus;

  /**
   * PactSplitView:collapsed:
   *
   * Whether the sidebar and the content do not fit beside each other.
   */
  properties[PROP_COLLAPSED] =
    g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PactSplitView:show-sidebar:
   *
   * Whether the sidebar is shown, beside the content or, in a collapsed view, over it.
   */
  properties[PROP_SHOW_SIDEBAR] =
    g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "splitview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
pact_split_view_init (PactSplitView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->show_sidebar = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * pact_split_view_get_collapsed:
 * @self: a split view
 *
 * Returns: whether the sidebar and the content do not fit beside each other
 */
gboolean
pact_split_view_get_collapsed (PactSplitView *self)
{
  g_return_val_if_fail (PACT_IS_SPLIT_VIEW (self), FALSE);

  return self->collapsed;
}

/**
 * pact_split_view_get_show_sidebar:
 * @self: a split view
 *
 * Returns: whether the sidebar is shown
 */
gboolean
pact_split_view_get_show_sidebar (PactSplitView *self)
{
  g_return_val_if_fail (PACT_IS_SPLIT_VIEW (self), FALSE);

  return self->show_sidebar;
}

/**
 * pact_split_view_set_show_sidebar:
 * @self: a split view
 * @show_sidebar: whether the sidebar is shown
 *
 * Shows or hides the sidebar. The keyboard goes to one that is shown over the content, and to the content when one that has it
 * is hidden.
 */
void
pact_split_view_set_show_sidebar (PactSplitView *self,
                                  gboolean show_sidebar)
{
  g_return_if_fail (PACT_IS_SPLIT_VIEW (self));

  if (self->show_sidebar == show_sidebar)
    return;

  if (!show_sidebar && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->sidebar)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
  self->show_sidebar = show_sidebar;
  gtk_widget_set_child_visible (self->sidebar, show_sidebar);
  if (show_sidebar && self->collapsed)
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}
