/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cell-editor"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-cell-editor.h"
#include "pact-field-row.h"
#include "pact-make-row.h"

/**
 * PactCellEditor:
 *
 * Edits a cell where it stands, with the same row that its field has in a form: what is typed is saved and kept in the same way, and
 * what is wrong with it is said in the same words.
 */
struct _PactCellEditor
{
  GtkPopover parent_instance;

  PactEditor *editor;
  PactElement *element;
  PactFieldRow *row;
  char *before;  /* (nullable): what the field said */
  char *unsaved; /* (nullable): what was typed and could not be saved when it was closed */
  PactCellMove move;
  gboolean is_given_up;
  gboolean is_typed;
  guint close_source;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactCellEditor, pact_cell_editor, GTK_TYPE_POPOVER)

static void
leave (PactCellEditor *self,
       PactCellMove move)
{
  pact_field_row_flush (self->row);
  /* What cannot be saved stays where it is, with what is wrong about it. */
  if (pact_field_row_is_unsaved (self->row))
    return;
  self->move = move;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (PactCellEditor *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_back = (state & GDK_SHIFT_MASK) != 0;

  /* The list of a drop-down has keys of its own. */
  if (focus == NULL || gtk_widget_get_native (focus) != GTK_NATIVE (self))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!GTK_IS_TEXT (focus))
        return GDK_EVENT_PROPAGATE;
      leave (self, is_back ? PACT_CELL_MOVE_UP : PACT_CELL_MOVE_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      leave (self, is_back || key == GDK_KEY_ISO_Left_Tab ? PACT_CELL_MOVE_BACK : PACT_CELL_MOVE_FORWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      self->is_given_up = TRUE;
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Not before the list in which something was chosen is closed itself. */
static gboolean
close_cb (gpointer user_data)
{
  PactCellEditor *self = PACT_CELL_EDITOR (user_data);

  self->close_source = 0;
  gtk_popover_popdown (GTK_POPOVER (self));

  return G_SOURCE_REMOVE;
}

/* What was typed and given up is as if it had not been typed; it is one step of undo, and none if it says the same as before. */
static void
put_back (PactCellEditor *self)
{
  const PactField *field = pact_field_row_get_field (self->row);

  if (pact_field_row_is_unsaved (self->row))
    pact_field_row_take_back (self->row);
  if (pact_element_get_plan (self->element) != NULL
      && g_strcmp0 (pact_element_get_value (self->element, field), self->before) != 0)
    pact_editor_set (self->editor, self->element, field, self->before, NULL);
}

/* GTK still has to do with what it is closing. */
static gboolean
go_cb (gpointer user_data)
{
  PactCellEditor *self = PACT_CELL_EDITOR (user_data);

  /* What cannot be saved is kept for the field. */
  pact_field_row_set_element (self->row, NULL, NULL);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* With the list goes what it was opened from, whether something was chosen or not. */
static void
list_closed_cb (PactCellEditor *self)
{
  if (self->close_source == 0)
    self->close_source = g_idle_add (close_cb, self);
}

static void
pact_cell_editor_closed (GtkPopover *popover)
{
  PactCellEditor *self = PACT_CELL_EDITOR (popover);

  if (self->is_given_up)
    put_back (self);
  else
    pact_field_row_flush (self->row);
  if (pact_field_row_is_unsaved (self->row))
    self->unsaved = PACT_FIELD_ROW_GET_CLASS (self->row)->dup_text (self->row);
  g_signal_emit (self, signals[FINISHED], 0, self->move);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_cb, g_object_ref (self), g_object_unref);
}

static void
pact_cell_editor_dispose (GObject *object)
{
  PactCellEditor *self = PACT_CELL_EDITOR (object);

  g_clear_handle_id (&self->close_source, g_source_remove);
  g_clear_object (&self->element);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (pact_cell_editor_parent_class)->dispose (object);
}

static void
pact_cell_editor_finalize (GObject *object)
{
  g_free (PACT_CELL_EDITOR (object)->before);
  g_free (PACT_CELL_EDITOR (object)->unsaved);

  G_OBJECT_CLASS (pact_cell_editor_parent_class)->finalize (object);
}

static void
pact_cell_editor_class_init (PactCellEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pact_cell_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_cell_editor_finalize;
  GTK_POPOVER_CLASS (klass)->closed = pact_cell_editor_closed;

  /**
   * PactCellEditor::finished:
   * @self: an editor
   * @move: where the person goes on, a #PactCellMove
   *
   * The cell is no longer edited.
   */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_INT);
}

static void
pact_cell_editor_init (PactCellEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * pact_cell_editor_open:
 * @parent: the table
 * @place: where the cell stands in it
 * @editor: the open plan
 * @element: an element of it
 * @field: a field of its kind
 *
 * Lets a person edit a cell. It goes by itself when it is closed.
 *
 * Returns: (transfer none): what edits it
 */
PactCellEditor *
pact_cell_editor_open (GtkWidget *parent,
                       const GdkRectangle *place,
                       PactEditor *editor,
                       PactElement *element,
                       const PactField *field)
{
  PactCellEditor *self = g_object_new (PACT_TYPE_CELL_EDITOR, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *focus;

  self->editor = g_object_ref (editor);
  self->element = g_object_ref (element);
  self->before = g_strdup (pact_element_get_value (element, field));
  self->row = pact_make_row_for (element, field);
  pact_field_row_set_heading (self->row, pact_field_get_label (field), NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->row));
  gtk_widget_add_css_class (list, "background");
  gtk_widget_set_size_request (list, MAX (place->width, 320), -1);
  gtk_popover_set_child (GTK_POPOVER (self), list);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, pact_field_get_label (field), -1);
  pact_field_row_set_element (self->row, editor, element);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
  self->is_typed = GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (parent)));
  /* What is chosen is chosen from a list, which opens at once. */
  focus = gtk_root_get_focus (gtk_widget_get_root (parent));
  if (GTK_IS_TOGGLE_BUTTON (focus))
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (focus), TRUE);
      g_signal_connect_object (focus, "toggled", G_CALLBACK (list_closed_cb), self, G_CONNECT_SWAPPED);
    }

  return self;
}

/* Where something is typed: the field itself, or what searches the list that has just been opened. */
static GtkWidget *
find_text (GtkWidget *widget)
{
  GtkWidget *text = GTK_IS_TEXT (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); text == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);

  return text;
}

/**
 * pact_cell_editor_take_key:
 * @self: an editor
 * @controller: what is handling a key
 *
 * Types a key over what stands in the field, or into what searches its answers.
 */
void
pact_cell_editor_take_key (PactCellEditor *self,
                           GtkEventControllerKey *controller)
{
  GtkWidget *text;

  g_return_if_fail (PACT_IS_CELL_EDITOR (self));

  text = find_text (GTK_WIDGET (self->row));
  if (text == NULL)
    return;
  gtk_widget_grab_focus (text);
  if (self->is_typed)
    gtk_editable_select_region (GTK_EDITABLE (text), 0, -1);
  gtk_event_controller_key_forward (controller, text);
}

/**
 * pact_cell_editor_get_element:
 * @self: an editor
 *
 * Returns: (transfer none): the element that is edited
 */
PactElement *
pact_cell_editor_get_element (PactCellEditor *self)
{
  g_return_val_if_fail (PACT_IS_CELL_EDITOR (self), NULL);

  return self->element;
}

/**
 * pact_cell_editor_get_field:
 * @self: an editor
 *
 * Returns: (transfer none): the field that is edited
 */
const PactField *
pact_cell_editor_get_field (PactCellEditor *self)
{
  g_return_val_if_fail (PACT_IS_CELL_EDITOR (self), NULL);

  return pact_field_row_get_field (self->row);
}

/**
 * pact_cell_editor_get_unsaved:
 * @self: an editor that has finished
 *
 * Returns: (transfer none) (nullable): what was typed and could not be saved
 */
const char *
pact_cell_editor_get_unsaved (PactCellEditor *self)
{
  g_return_val_if_fail (PACT_IS_CELL_EDITOR (self), NULL);

  return self->unsaved;
}

/**
 * pact_cell_editor_edited:
 * @self: an editor
 *
 * The plan was changed: what has been chosen needs no more time.
 */
void
pact_cell_editor_edited (PactCellEditor *self)
{
  g_return_if_fail (PACT_IS_CELL_EDITOR (self));

  if (self->close_source == 0
      && (pact_element_get_plan (self->element) == NULL
          || (!self->is_typed
              && g_strcmp0 (pact_element_get_value (self->element, pact_field_row_get_field (self->row)), self->before) != 0)))
    self->close_source = g_idle_add (close_cb, self);
}

/**
 * pact_cell_editor_close:
 * @self: an editor
 *
 * Closes it, keeping what was typed.
 */
void
pact_cell_editor_close (PactCellEditor *self)
{
  g_return_if_fail (PACT_IS_CELL_EDITOR (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}
