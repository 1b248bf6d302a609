/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-child-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-child-row.h"
#include "pact-choice-row.h"
#include "pact-columns.h"
#include "pact-field-row.h"
#include "pact-follow.h"
#include "pact-make-row.h"
#include "pact-measured.h"
#include "pact-name.h"
#include "pact-pending.h"
#include "pact-plan.h"
#include "pact-readiness.h"
#include "pact-removal.h"
#include "pact-shell.h"
#include "pact-unsaved.h"
#include "pact-words.h"

/* How many fields tell what is in a row that is closed. */
#define N_TELLING 3

/* What makes the margins of the fields that stand beside each other those of the others, in pixels. */
#define COLUMNS_MARGIN 6

/**
 * PactChildRow:
 *
 * An element such as an indicator or a cost as a row that opens to all its fields. Those that it is there for, see
 * %PACT_FIELD_AT_HAND, stand in the row whether it is open or not.
 */
struct _PactChildRow
{
  AdwExpanderRow parent_instance;

  PactEditor *editor;
  PactElement *element;
  PactElement *indicator; /* (nullable): whose type says what the element measures */
  GPtrArray *rows;        /* PactFieldRow, borrowed; those that are not at hand are made when the row is first opened */
  GtkWidget *at_hand_box; /* (nullable), borrowed */
  gboolean has_all_rows;
  gpointer typed_at;      /* (nullable): what of the header had the keyboard when a text was begun there, only to be compared */

  /* Template widgets */
  GtkWidget *needed_mark;
  GtkWidget *warning_icon;
  GtkWidget *buttons_box;
  GtkWidget *up_button;
  GtkWidget *down_button;
};

G_DEFINE_FINAL_TYPE (PactChildRow, pact_child_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_shown (const PactField *field)
{
  return !(field->flags & PACT_FIELD_INTERNAL) && field->type != PACT_TYPE_TIMESTAMP && field->type != PACT_TYPE_JSON;
}

static gboolean
is_at_hand (const PactField *field)
{
  return is_shown (field) && (field->flags & PACT_FIELD_AT_HAND);
}

/* What is always seen of the row, and takes the keyboard for it. */
static GtkWidget *
get_header (PactChildRow *self)
{
  return gtk_widget_get_ancestor (self->up_button, GTK_TYPE_LIST_BOX_ROW);
}

/* The list in which the header stands alone. */
static GtkWidget *
get_header_list (PactChildRow *self)
{
  return gtk_widget_get_parent (get_header (self));
}

/* What slides open takes no keyboard until it is drawn, and Tab would lead past it into the next row. */
static void
open_at_once (PactChildRow *self)
{
  GtkWidget *sibling = get_header_list (self);

  while (sibling != NULL && !GTK_IS_REVEALER (sibling))
    sibling = gtk_widget_get_next_sibling (sibling);
  g_return_if_fail (sibling != NULL);

  gtk_revealer_set_transition_duration (GTK_REVEALER (sibling), 0);
}

/* What has no title is told by what it says; as long as it says nothing, by that. */
static const char *
get_title (PactChildRow *self,
           const char *telling)
{
  if (pact_kind_get_title_field (pact_element_get_kind (self->element)) != NULL)
    return pact_element_get_name (self->element);

  return telling[0] != '\0' ? telling : C_ ("element", "Not filled in yet");
}

/* The short fields that have a value and are not seen beside it, such as “Output · 120 · 2027”. */
static char *
tell (PactChildRow *self)
{
  const PactKind *kind = pact_element_get_kind (self->element);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < kind->n_fields && parts->len < N_TELLING; i++)
    {
      const PactField *field = &kind->fields[i];
      const char *value = pact_element_get_value (self->element, field);

      if (value != NULL && is_shown (field) && !is_at_hand (field) && !(field->flags & PACT_FIELD_TITLE) && field->type != PACT_TYPE_PROSE
          && field->type != PACT_TYPE_BOOLEAN)
        g_ptr_array_add (parts, pact_value_display (field, value, self->element, NULL));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
update_title (PactChildRow *self)
{
  g_autofree char *telling = tell (self);
  const char *title = get_title (self, telling);
  gboolean has_title = pact_kind_get_title_field (pact_element_get_kind (self->element)) != NULL;
  g_autofree char *shown_title = g_markup_escape_text (title, -1);
  g_autofree char *shown_subtitle = g_markup_escape_text (has_title ? telling : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), shown_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), shown_subtitle);
}

static void
look_for_mistake (PactElement *element,
                  gpointer data)
{
  const PactKind *kind = pact_element_get_kind (element);
  gboolean *is_wrong = data;

  for (gsize i = 0; i < kind->n_fields && !*is_wrong; i++)
    {
      PactMistake mistake = pact_element_find_mistake (element, &kind->fields[i]);

      *is_wrong = mistake != PACT_MISTAKE_NONE && mistake != PACT_MISTAKE_MISSING && mistake != PACT_MISTAKE_UNSAVED;
    }
}

/* Whether anything is missing but what the fields that are at hand say themselves. */
static gboolean
lacks_hidden (PactChildRow *self,
              const PactTally *tally)
{
  const PactKind *kind = pact_element_get_kind (self->element);
  guint n_missing = tally->required - tally->filled;

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];

      if (is_at_hand (field) && pact_element_find_mistake (self->element, field) == PACT_MISTAKE_MISSING)
        n_missing--;
    }

  return n_missing > 0;
}

/* What is missing, wrong or not saved in a row must be seen while it is closed; when it is open, its fields say so themselves. */
static void
update_needed (PactChildRow *self)
{
  gboolean is_closed = !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self));
  gboolean is_wrong = FALSE;
  const char *warning = NULL;
  const char *description = "";
  PactTally tally;

  pact_readiness_of_element (self->element, &tally);
  pact_element_walk (self->element, look_for_mistake, &is_wrong);
  if (pact_unsaved_is_in (self->element))
    warning = _("Something typed here is not saved");
  else if (is_wrong)
    warning = _("Something here is wrong and has to be corrected");
  if (warning != NULL)
    description = warning;
  else if (!pact_readiness_is_complete (&tally))
    description = _("Needed before the plan can be submitted");
  gtk_widget_set_visible (self->needed_mark, is_closed && warning == NULL && lacks_hidden (self, &tally));
  gtk_widget_set_visible (self->warning_icon, is_closed && warning != NULL);
  gtk_widget_set_tooltip_text (self->warning_icon, warning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->warning_icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  warning != NULL ? warning : "", -1);
  /* Newer releases of libadwaita would have the subtitle said instead. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (get_header (self)), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_header (self)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static const PactField *
find_first_field (PactChildRow *self)
{
  const PactKind *kind = pact_element_get_kind (self->element);
  gsize i = 0;

  while (!is_shown (&kind->fields[i]))
    i++;

  return &kind->fields[i];
}

/* Whether a row is the one in which a field is answered now. A field that an indicator measures has two. */
static gboolean
is_asked (PactChildRow *self,
          PactFieldRow *row)
{
  const PactField *field = pact_field_row_get_field (row);
  PactMeasuredForm form = pact_measured_get_form (self->element, field);

  if (!pact_field_is_measured (field))
    return pact_measured_asks_for (self->element, field);

  return PACT_IS_CHOICE_ROW (row) == (form == PACT_MEASURED_YES_NO || form == PACT_MEASURED_STEPS);
}

/* A row that is not asked has no element: what was typed there and could not be saved waits until it is asked again. */
static void
update_rows (PactChildRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      PactFieldRow *row = g_ptr_array_index (self->rows, i);
      gboolean asked = is_asked (self, row);

      pact_field_row_set_element (row, asked ? self->editor : NULL, asked ? self->element : NULL);
      gtk_widget_set_visible (GTK_WIDGET (row), asked);
      if (asked && pact_field_is_measured (pact_field_row_get_field (row)))
        pact_field_row_show_saved (row);
    }
}

static void
element_changed_cb (PactChildRow *self)
{
  update_title (self);
  update_rows (self);
}

static void
add_row (PactChildRow *self,
         gpointer row)
{
  g_ptr_array_add (self->rows, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Beside the others, or below them if it is a text, which takes all the room there is. */
static void
add_row_at_hand (PactChildRow *self,
                 GtkWidget *columns,
                 GtkBox *problems,
                 PactFieldRow *row)
{
  g_ptr_array_add (self->rows, row);
  if (pact_field_row_get_field (row)->type == PACT_TYPE_TEXT)
    {
      gtk_box_append (GTK_BOX (self->at_hand_box), GTK_WIDGET (row));
      return;
    }
  pact_field_row_set_compact (row, problems);
  gtk_widget_set_parent (GTK_WIDGET (row), columns);
}

static void
make_rows (PactChildRow *self)
{
  const PactKind *kind = pact_element_get_kind (self->element);

  if (self->has_all_rows)
    return;

  self->has_all_rows = TRUE;
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];

      if (!is_shown (field) || is_at_hand (field))
        continue;
      add_row (self, pact_make_row (field));
      if (pact_field_is_measured (field))
        add_row (self, g_object_new (PACT_TYPE_CHOICE_ROW, "field", field, NULL));
    }
  update_rows (self);
}

/* Between the header and what the row opens to. */
static void
make_rows_at_hand (PactChildRow *self)
{
  const PactKind *kind = pact_element_get_kind (self->element);
  GtkWidget *columns = NULL;
  GtkWidget *problems = NULL;

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];

      if (!is_at_hand (field))
        continue;
      if (columns == NULL)
        {
          columns = pact_columns_new ();
          problems = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
          pact_name_widget (columns, C_ ("indicator", "Values"));
          self->at_hand_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
          gtk_widget_add_css_class (self->at_hand_box, "pact-at-hand");
          gtk_widget_set_margin_start (columns, COLUMNS_MARGIN);
          gtk_widget_set_margin_end (columns, COLUMNS_MARGIN);
          gtk_widget_set_margin_start (problems, 2 * COLUMNS_MARGIN);
          gtk_widget_set_margin_end (problems, 2 * COLUMNS_MARGIN);
          gtk_box_append (GTK_BOX (self->at_hand_box), columns);
          gtk_box_append (GTK_BOX (self->at_hand_box), problems);
          gtk_widget_insert_after (self->at_hand_box, gtk_widget_get_parent (get_header_list (self)), get_header_list (self));
        }
      add_row_at_hand (self, columns, GTK_BOX (problems), pact_make_row (field));
      if (pact_field_is_measured (field))
        add_row_at_hand (self, columns, GTK_BOX (problems), g_object_new (PACT_TYPE_CHOICE_ROW, "field", field, NULL));
    }
  update_rows (self);
}

/* A click on the row leaves the keyboard on a button of it that has been pressed before, and Enter would press that again. */
static void
take_keyboard_from_buttons (PactChildRow *self)
{
  GtkWidget *header = get_header (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && header != NULL && gtk_widget_is_ancestor (focus, header))
    gtk_widget_grab_focus (header);
}

static void
expanded_cb (PactChildRow *self)
{
  take_keyboard_from_buttons (self);
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    make_rows (self);
  /* The row is made before it is told of its element. */
  if (self->element != NULL)
    update_needed (self);
}

/* Whoever types a text before the keyboard is in a field does not mean the buttons with the spaces in it. */
static gboolean
header_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               PactChildRow *self)
{
  gpointer focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_text = !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) && gdk_keyval_to_unicode (keyval) >= ' ';

  if (keyval == GDK_KEY_space && is_text)
    return self->typed_at == focus;
  self->typed_at = is_text ? focus : NULL;

  return GDK_EVENT_PROPAGATE;
}

static void
header_left_cb (PactChildRow *self)
{
  self->typed_at = NULL;
}

static void
follow_keyboard (PactChildRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (header_key_cb), self, 0);
  gtk_widget_add_controller (get_header (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (header_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (get_header (self), focus);
}

static void
report (PactChildRow *self,
        const char *heading,
        const GError *error)
{
  pact_shell_report (pact_shell_get (GTK_WIDGET (self)), heading, error);
}

static void
delete_cb (PactChildRow *self)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (PactChildRow) alive = g_object_ref (self);

  g_ptr_array_add (elements, self->element);
  pact_removal_ask (GTK_WIDGET (self), self->editor, elements);
}

static void
step (PactChildRow *self,
      int direction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactChildRow) alive = g_object_ref (self);

  if (!pact_editor_step (self->editor, self->element, direction, &error))
    report (self, _("This cannot be moved"), error);
}

static void
up_cb (PactChildRow *self)
{
  step (self, -1);
}

static void
down_cb (PactChildRow *self)
{
  step (self, 1);
}

static void
pact_child_row_dispose (GObject *object)
{
  PactChildRow *self = PACT_CHILD_ROW (object);

  if (self->element != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->element, element_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->element, update_needed, self);
      g_signal_handlers_disconnect_by_func (pact_pending_get_default (), update_needed, self);
    }
  if (self->indicator != NULL)
    g_signal_handlers_disconnect_by_func (self->indicator, element_changed_cb, self);
  g_clear_object (&self->element);
  g_clear_object (&self->indicator);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (pact_child_row_parent_class)->dispose (object);
}

static void
pact_child_row_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_CHILD_ROW (object)->rows);

  G_OBJECT_CLASS (pact_child_row_parent_class)->finalize (object);
}

static void
pact_child_row_class_init (PactChildRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_child_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_child_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-child-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactChildRow, needed_mark);
  gtk_widget_class_bind_template_child (widget_class, PactChildRow, warning_icon);
  gtk_widget_class_bind_template_child (widget_class, PactChildRow, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, PactChildRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, PactChildRow, down_button);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
}

static void
pact_child_row_init (PactChildRow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  open_at_once (self);
  follow_keyboard (self);
}

/**
 * pact_child_row_new:
 * @editor: the open plan
 * @element: an element of it
 *
 * Returns: (transfer floating): a row for it, closed
 */
PactChildRow *
pact_child_row_new (PactEditor *editor,
                    PactElement *element)
{
  PactChildRow *self = g_object_new (PACT_TYPE_CHILD_ROW, NULL);

  self->editor = g_object_ref (editor);
  self->element = g_object_ref (element);
  /* Whether there is somewhere to move to is another question. */
  pact_widget_follow_editor (self->buttons_box, editor);
  g_set_object (&self->indicator, pact_element_get_ancestor (element, "indicator"));
  g_signal_connect_object (element, "changed", G_CALLBACK (element_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (element, "tallied", G_CALLBACK (update_needed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pact_pending_get_default (), "changed", G_CALLBACK (update_needed), self, G_CONNECT_SWAPPED);
  if (self->indicator != NULL && self->indicator != element)
    g_signal_connect_object (self->indicator, "changed", G_CALLBACK (element_changed_cb), self, G_CONNECT_SWAPPED);
  make_rows_at_hand (self);
  update_title (self);
  update_needed (self);

  return self;
}

/**
 * pact_child_row_get_element:
 * @self: a row
 *
 * Returns: (transfer none): the element that is shown
 */
PactElement *
pact_child_row_get_element (PactChildRow *self)
{
  g_return_val_if_fail (PACT_IS_CHILD_ROW (self), NULL);

  return self->element;
}

/**
 * pact_child_row_reveal:
 * @self: a row
 * @field: (nullable): a field, %NULL for the first
 *
 * Puts the keyboard into a field, and opens the row if the field is seen only then.
 */
void
pact_child_row_reveal (PactChildRow *self,
                       const PactField *field)
{
  g_return_if_fail (PACT_IS_CHILD_ROW (self));

  if (field == NULL)
    field = find_first_field (self);
  if (!is_at_hand (field))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      PactFieldRow *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (GTK_WIDGET (row)) && pact_field_row_get_field (row) == field)
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
    }
}

/**
 * pact_child_row_set_steps:
 * @self: a row
 * @up: whether there is another above it
 * @down: whether there is another below it
 *
 * Offers to move the row only where it stays in its list. The keyboard stays in the row.
 */
void
pact_child_row_set_steps (PactChildRow *self,
                          gboolean up,
                          gboolean down)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (PACT_IS_CHILD_ROW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if ((focus == self->up_button && !up) || (focus == self->down_button && !down))
    {
      GtkWidget *other = focus == self->up_button ? self->down_button : self->up_button;

      gtk_widget_set_sensitive (other, TRUE);
      gtk_widget_grab_focus (up || down ? other : get_header (self));
    }
  gtk_widget_set_sensitive (self->up_button, up);
  gtk_widget_set_sensitive (self->down_button, down);
}

/**
 * pact_child_row_grab_header:
 * @self: a row
 *
 * Takes the keyboard to the row, closed or open as it is.
 */
void
pact_child_row_grab_header (PactChildRow *self)
{
  g_return_if_fail (PACT_IS_CHILD_ROW (self));

  gtk_widget_grab_focus (get_header (self));
}
