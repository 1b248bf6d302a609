/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-field-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-drop-down.h"
#include "pact-field-row-private.h"
#include "pact-follow.h"
#include "pact-in-sight.h"
#include "pact-pending.h"
#include "pact-value.h"

/* What a row that stands beside others leaves free on each side, in pixels. */
#define COMPACT_MARGIN 6

/**
 * PactFieldRow:
 *
 * A row of a form that shows one field of one element and writes it through the editor.
 *
 * What is common to all types of fields: the label, the hint, what is wrong, that an answer is
 * still needed, and following the element when somebody else changes it. A row never throws away
 * what was typed: as long as it is dirty, nothing is shown over it, and what cannot be saved is kept
 * for when its element is shown again, or until it is taken back like an edit.
 */
enum
{
  PROP_0,
  PROP_FIELD,
  N_PROPERTIES,
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PactFieldRow, pact_field_row, ADW_TYPE_PREFERENCES_ROW)

PactFieldRowPrivate *
_pact_field_row_get_private (PactFieldRow *self)
{
  return pact_field_row_get_instance_private (self);
}

static void
update_needed (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  gtk_widget_set_visible (priv->needed_mark,
                          priv->element != NULL && pact_element_needs_value (priv->element, priv->field)
                            && !pact_field_is_answered (priv->field, pact_element_get_value (priv->element, priv->field)));
}

/* Shows what the element says now, unless something else is being typed. */
void
_pact_field_row_show_value (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);
  g_autofree char *before = NULL;

  update_needed (self);
  if (priv->is_dirty)
    return;

  before = _pact_field_row_dup_text (self);
  priv->is_showing = TRUE;
  PACT_FIELD_ROW_GET_CLASS (self)->show (self, priv->element != NULL ? pact_element_get_value (priv->element, priv->field)
                                                                     : NULL);
  priv->is_showing = FALSE;
  _pact_field_row_offer_proposal (self);
  if (before != NULL)
    _pact_field_row_text_replaced (self, before);
}

/* Writes a value. What is gone meanwhile is no mistake: there is no error then. */
gboolean
_pact_field_row_write (PactFieldRow *self,
                       const char *value,
                       GError **error)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  if (priv->element == NULL || pact_element_get_plan (priv->element) == NULL
      || !pact_editor_set (priv->editor, priv->element, priv->field, value, error))
    return FALSE;

  pact_field_row_complain (self, NULL);
  priv->is_dirty = FALSE;
  pact_pending_remove (pact_pending_get_default (), GTK_WIDGET (self));
  update_needed (self);
  _pact_field_row_offer_proposal (self);

  return TRUE;
}

static void
element_changed_cb (PactFieldRow *self,
                    const PactField *field)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);
  gboolean is_compared = field != NULL && g_strcmp0 (priv->field->after, field->name) == 0;

  /* Another field may decide whether this one is needed. */
  if (field != NULL && field != priv->field && !is_compared)
    update_needed (self);
  else
    pact_field_row_show_saved (self);
}

static void
pact_field_row_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (PACT_FIELD_ROW (object));

  switch (id)
    {
    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_field_row_constructed (GObject *object)
{
  PactFieldRow *self = PACT_FIELD_ROW (object);
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);
  const char *hint = pact_field_get_hint (priv->field);

  G_OBJECT_CLASS (pact_field_row_parent_class)->constructed (object);

  gtk_label_set_label (priv->title_label, pact_field_get_label (priv->field));
  gtk_label_set_label (priv->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->hint_label), hint != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pact_field_get_label (priv->field));
}

static void
pact_field_row_dispose (GObject *object)
{
  PactFieldRow *self = PACT_FIELD_ROW (object);
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  if (priv->element != NULL)
    {
      _pact_field_row_keep_draft (self);
      g_signal_handlers_disconnect_by_func (priv->element, element_changed_cb, self);
    }
  g_clear_object (&priv->element);
  g_clear_object (&priv->editor);

  G_OBJECT_CLASS (pact_field_row_parent_class)->dispose (object);
}

static void
pact_field_row_finalize (GObject *object)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (PACT_FIELD_ROW (object));

  g_clear_pointer (&priv->typing, pact_typing_free);
  g_clear_pointer (&priv->taken_back, g_free);

  G_OBJECT_CLASS (pact_field_row_parent_class)->finalize (object);
}

static gboolean
pact_field_row_grab_focus (GtkWidget *widget)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (PACT_FIELD_ROW (widget));

  if (priv->control == NULL || !gtk_widget_grab_focus (priv->control))
    return FALSE;
  pact_bring_in_sight (priv->control);

  return TRUE;
}

/* The control and what stands beside it, one after the other. A row of a list would keep the keyboard for itself on the way
 * back, which would lead into the control again and again; and GTK goes by the places that widgets have, which those of a row
 * that was opened a moment ago do not have yet. */
static gboolean
pact_field_row_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (PACT_FIELD_ROW (widget));
  GtkWidget *controls = GTK_WIDGET (priv->control_box);
  GtkWidget *control = gtk_widget_get_focus_child (controls);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;

  if (!is_back && direction != GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (controls, direction);

  if (control == NULL)
    control = is_back ? gtk_widget_get_last_child (controls) : gtk_widget_get_first_child (controls);
  while (control != NULL && !gtk_widget_child_focus (control, direction))
    control = is_back ? gtk_widget_get_prev_sibling (control) : gtk_widget_get_next_sibling (control);

  return control != NULL;
}

static void
pact_field_row_class_init (PactFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = pact_field_row_set_property;
  object_class->constructed = pact_field_row_constructed;
  object_class->dispose = pact_field_row_dispose;
  object_class->finalize = pact_field_row_finalize;
  widget_class->focus = pact_field_row_focus;
  widget_class->grab_focus = pact_field_row_grab_focus;

  /**
   * PactFieldRow:field: (skip)
   *
   * The field that is shown.
   */
  properties[PROP_FIELD] = g_param_spec_pointer ("field", NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * PactFieldRow::answered:
   * @self: the row
   *
   * Somebody has chosen an answer here, and it is saved.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, PactFieldRow, box);
  gtk_widget_class_bind_template_child_private (widget_class, PactFieldRow, control_box);
  gtk_widget_class_bind_template_child_private (widget_class, PactFieldRow, heading_box);
  gtk_widget_class_bind_template_child_private (widget_class, PactFieldRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, PactFieldRow, hint_label);
  gtk_widget_class_bind_template_child_private (widget_class, PactFieldRow, needed_mark);
  gtk_widget_class_bind_template_child_private (widget_class, PactFieldRow, problem_label);
}

static void
pact_field_row_init (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  priv->typing = pact_typing_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_field_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): the field that is shown
 */
const PactField *
pact_field_row_get_field (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  return priv->field;
}

/**
 * pact_field_row_get_editor:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the open plan
 */
PactEditor *
pact_field_row_get_editor (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  return priv->editor;
}

/**
 * pact_field_row_get_element:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the element that is shown
 */
PactElement *
pact_field_row_get_element (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  return priv->element;
}

/**
 * pact_field_row_set_element:
 * @self: a row
 * @editor: (nullable): the open plan
 * @element: (nullable): an element of the row's kind, %NULL for none
 *
 * Shows another element. What was typed for the last one is written first; what cannot be written is kept.
 */
void
pact_field_row_set_element (PactFieldRow *self,
                            PactEditor *editor,
                            PactElement *element)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  if (element == priv->element && editor == priv->editor)
    return;
  if (priv->element != NULL)
    {
      _pact_field_row_keep_draft (self);
      g_signal_handlers_disconnect_by_func (priv->element, element_changed_cb, self);
    }
  g_set_object (&priv->editor, editor);
  g_set_object (&priv->element, element);
  pact_field_row_complain (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), element != NULL);
  if (priv->control != NULL)
    pact_widget_follow_editor (priv->control, editor);
  if (PACT_FIELD_ROW_GET_CLASS (self)->element_set != NULL)
    PACT_FIELD_ROW_GET_CLASS (self)->element_set (self);
  _pact_field_row_show_value (self);
  pact_typing_end (priv->typing);
  g_clear_pointer (&priv->taken_back, g_free);
  if (element != NULL)
    {
      g_signal_connect_object (element, "changed", G_CALLBACK (element_changed_cb), self, G_CONNECT_SWAPPED);
      _pact_field_row_take_draft (self);
    }
}

/**
 * pact_field_row_set_control:
 * @self: a row
 * @control: (transfer floating): what the value is edited with
 * @beside: whether it is small and stands beside the label, not below it
 */
void
pact_field_row_set_control (PactFieldRow *self,
                            GtkWidget *control,
                            gboolean beside)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  g_return_if_fail (priv->control == NULL);

  priv->control = control;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (priv->box),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (priv->box, beside ? 12 : 6);
  gtk_widget_set_valign (GTK_WIDGET (priv->control_box), beside ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_set_hexpand (GTK_WIDGET (priv->control_box), !beside);
  gtk_widget_set_hexpand (control, !beside);
  gtk_box_append (priv->control_box, control);
  _pact_field_row_listen_for_tab (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->title_label, NULL,
                                  -1);
}

/**
 * pact_field_row_get_title_label:
 * @self: a row
 *
 * Returns: (transfer none): what names the row's controls
 */
GtkWidget *
pact_field_row_get_title_label (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  return GTK_WIDGET (priv->title_label);
}

/**
 * pact_field_row_hide_hint:
 * @self: a row
 *
 * Leaves out what the model table says to who answers.
 */
void
pact_field_row_hide_hint (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->hint_label), FALSE);
}

/**
 * pact_field_row_set_compact:
 * @self: a row
 * @problems: where it is said what is wrong in the row
 *
 * Makes the row as narrow as it can be, for where it stands beside others: what names it is above the control, what the model
 * table says to who answers is a tooltip there, and what is wrong, for which there is no room, stands in @problems.
 */
void
pact_field_row_set_compact (PactFieldRow *self,
                            GtkBox *problems)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);
  GtkWidget *problem = gtk_widget_get_parent (GTK_WIDGET (priv->problem_label));
  GtkWidget *content;

  g_return_if_fail (PACT_IS_FIELD_ROW (self));
  g_return_if_fail (GTK_IS_BOX (problems));

  content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  g_object_ref (problem);
  gtk_box_remove (GTK_BOX (content), problem);
  gtk_box_append (problems, problem);
  g_object_unref (problem);
  gtk_widget_set_margin_start (content, COMPACT_MARGIN);
  gtk_widget_set_margin_end (content, COMPACT_MARGIN);
  if (pact_field_get_hint (priv->field) != NULL)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (priv->heading_box), pact_field_get_hint (priv->field));
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      pact_field_get_hint (priv->field), -1);
    }
  pact_field_row_hide_hint (self);
  gtk_orientable_set_orientation (priv->heading_box, GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (priv->heading_box), 2);
  gtk_widget_set_halign (priv->needed_mark, GTK_ALIGN_START);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (priv->box), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (priv->box, 6);
  gtk_box_set_spacing (priv->control_box, 0);
  gtk_widget_set_hexpand (priv->control, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pact-compact");
  if (PACT_FIELD_ROW_GET_CLASS (self)->set_compact != NULL)
    PACT_FIELD_ROW_GET_CLASS (self)->set_compact (self);
}

/**
 * pact_field_row_set_subtitle:
 * @self: a row
 * @subtitle: (nullable): what stands below the name of the field in place of its hint, %NULL for nothing
 */
void
pact_field_row_set_subtitle (PactFieldRow *self,
                             const char *subtitle)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  gtk_label_set_label (priv->hint_label, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->hint_label), subtitle != NULL);
}

/**
 * pact_field_row_set_heading:
 * @self: a row
 * @title: what the row is called in place of its field
 * @subtitle: (nullable): what stands below it in place of the field's hint, %NULL for nothing
 *
 * Names a row where the same field of several elements is asked for, and the question stands elsewhere.
 */
void
pact_field_row_set_heading (PactFieldRow *self,
                            const char *title,
                            const char *subtitle)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  gtk_label_set_label (priv->title_label, title);
  if (GTK_IS_DROP_DOWN (priv->control))
    pact_drop_down_set_name (GTK_DROP_DOWN (priv->control), title);
  gtk_label_set_wrap_mode (priv->title_label, PANGO_WRAP_WORD_CHAR);
  pact_field_row_set_subtitle (self, subtitle);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

/**
 * pact_field_row_is_showing:
 * @self: a row
 *
 * Returns: whether the row is showing a value in this moment, so that what changes in it is not the person's doing
 */
gboolean
pact_field_row_is_showing (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  return priv->is_showing;
}

/**
 * pact_field_row_keeps_text:
 * @self: a row that is showing a value
 *
 * Returns: whether what is typed in it says the value already, so that it is not written over
 */
gboolean
pact_field_row_keeps_text (PactFieldRow *self)
{
  g_return_val_if_fail (PACT_IS_FIELD_ROW (self), FALSE);

  return _pact_field_row_get_private (self)->keeps_text;
}

/**
 * pact_field_row_show_saved:
 * @self: a row
 *
 * Shows what is saved, unless something else is being typed, or the same in other characters: whoever has looked something up in
 * another window comes back to type the next word.
 */
void
pact_field_row_show_saved (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  priv->keeps_text = _pact_field_row_says_value (self);
  _pact_field_row_show_value (self);
  priv->keeps_text = FALSE;
}

/**
 * pact_field_row_leave:
 * @self: a row
 *
 * Writes what was typed, as the keyboard is no longer in the row. It is shown in the form in which it is kept, unless only the window
 * went into the background and the keyboard comes back with it.
 */
void
pact_field_row_leave (PactFieldRow *self)
{
  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  pact_field_row_flush (self);
  pact_field_row_show_saved (self);
}

/**
 * pact_field_row_tidy:
 * @self: a row
 *
 * Writes what was typed, and shows it in the form in which it is kept, such as 1.500 for 1500.
 */
void
pact_field_row_tidy (PactFieldRow *self)
{
  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  pact_field_row_flush (self);
  _pact_field_row_show_value (self);
}

/**
 * pact_field_row_save:
 * @self: a row
 * @value: (nullable): a value in canonical form, %NULL for none
 *
 * Writes the value. If that fails, says why below the field.
 *
 * Returns: whether it was written
 */
gboolean
pact_field_row_save (PactFieldRow *self,
                     const char *value)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PACT_IS_FIELD_ROW (self), FALSE);

  /* What is chosen is a step of its own, whatever is chosen next. */
  if (priv->editor != NULL)
    pact_editor_end_step (priv->editor);
  if (_pact_field_row_write (self, value, &error))
    {
      g_signal_emit (self, signals[ANSWERED], 0);
      return TRUE;
    }

  if (error != NULL)
    pact_field_row_complain (self, error->message);

  return FALSE;
}

/**
 * pact_field_row_complain:
 * @self: a row
 * @message: (nullable): what is wrong with what stands there, %NULL if nothing is
 */
void
pact_field_row_complain (PactFieldRow *self,
                         const char *message)
{
  PactFieldRowPrivate *priv = pact_field_row_get_instance_private (self);

  gtk_label_set_label (priv->problem_label, message != NULL ? message : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (priv->problem_label)), message != NULL);
  if (priv->control == NULL)
    return;
  if (message != NULL)
    {
      gtk_widget_add_css_class (priv->control, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                   -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
    }
  else if (gtk_widget_has_css_class (priv->control, "error"))
    {
      gtk_widget_remove_css_class (priv->control, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

/**
 * pact_field_row_refuse:
 * @row: (type PactFieldRow): a row
 * @sentence: why a text is not inserted
 *
 * A #PactRefuseFunc: what is typed or pasted into the row can be refused, what is shown there cannot.
 *
 * Returns: whether it was refused
 */
gboolean
pact_field_row_refuse (gpointer row,
                       const char *sentence)
{
  g_return_val_if_fail (PACT_IS_FIELD_ROW (row), FALSE);

  if (pact_field_row_is_showing (row))
    return FALSE;
  pact_field_row_complain (row, sentence);

  return TRUE;
}
