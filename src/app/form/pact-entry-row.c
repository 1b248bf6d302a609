/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-entry-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-entry-row.h"
#include "pact-measured.h"
#include "pact-plan.h"
#include "pact-proposal.h"
#include "pact-row-calendar.h"
#include "pact-whole-paste.h"
#include "pact-words.h"

/* How much of a unit is seen at once, in characters. */
#define LONGEST_UNIT 16

/* How wide a field is that stands beside others, in characters: for a day, in figures or better in words, and for a number. */
#define DATE_WIDTH 10
#define LONG_DATE_WIDTH 16
#define NUMBER_WIDTH 6

/**
 * PactEntryRow:
 *
 * A row for one line of text, a date, a number or an amount.
 *
 * There is one history of changes, the plan's own; the entry's is switched off, and its key for
 * undo goes to the window.
 */
struct _PactEntryRow
{
  PactFieldRow parent_instance;

  GtkEntry *entry;
  GtkLabel *unit_label; /* (nullable), borrowed: what stands behind what an indicator counts */
  gboolean is_compact;  /* whether the row stands beside others */
  gboolean is_wrong;    /* whether the row says what is wrong with what is saved */
};

G_DEFINE_FINAL_TYPE (PactEntryRow, pact_entry_row, PACT_TYPE_FIELD_ROW)

static const char *
get_currency (PactEntryRow *self)
{
  PactElement *element = pact_field_row_get_element (PACT_FIELD_ROW (self));
  PactPlan *plan = element != NULL ? pact_element_get_plan (element) : NULL;

  return plan != NULL ? pact_plan_get_currency (plan) : NULL;
}

static void
show_unit (PactEntryRow *self)
{
  PactFieldRow *row = PACT_FIELD_ROW (self);
  PactElement *element = pact_field_row_get_element (row);
  g_autofree char *unit = element != NULL ? pact_measured_dup_unit (element, pact_field_row_get_field (row)) : NULL;

  if (self->is_compact)
    {
      pact_field_row_set_subtitle (row, unit);
      gtk_widget_set_visible (GTK_WIDGET (self->unit_label), FALSE);
      return;
    }

  gtk_label_set_label (self->unit_label, unit != NULL ? unit : "");
  /* A long hint leaves no more than is asked for. */
  gtk_label_set_width_chars (self->unit_label, unit != NULL ? MIN ((int) g_utf8_strlen (unit, -1), LONGEST_UNIT) : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_label), unit != NULL);
}

static void
add_unit (PactEntryRow *self)
{
  self->unit_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->unit_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->unit_label, LONGEST_UNIT);
  gtk_widget_add_css_class (GTK_WIDGET (self->unit_label), "dim-label");
  gtk_widget_insert_after (GTK_WIDGET (self->unit_label), gtk_widget_get_parent (GTK_WIDGET (self->entry)),
                           GTK_WIDGET (self->entry));
}

/* Stands there greyed, until something is taken or written. */
static void
show_proposal (PactEntryRow *self)
{
  PactFieldRow *row = PACT_FIELD_ROW (self);
  PactElement *element = pact_field_row_get_element (row);
  const PactField *field = pact_field_row_get_field (row);
  g_autofree char *proposal = element != NULL ? pact_proposal_dup (element, field) : NULL;
  const char *offered = proposal != NULL || element == NULL ? proposal : pact_proposal_find_default (element, field);
  g_autofree char *text = offered != NULL ? pact_value_write (field, offered, element, NULL) : NULL;

  gtk_entry_set_placeholder_text (self->entry, text);
}

/* What is wrong with what is saved, if it can be saved as it is and not be submitted; that something is missing is marked beside
 * the name of the field. */
static char *
dup_mistake (PactFieldRow *row)
{
  PactElement *element = pact_field_row_get_element (row);
  const PactField *field = pact_field_row_get_field (row);

  if (element == NULL)
    return NULL;

  switch (pact_element_find_mistake (element, field))
    {
    case PACT_MISTAKE_EMAIL:
      return g_strdup (_("This is not an e-mail address."));
    case PACT_MISTAKE_URL:
      return g_strdup (_("This is not a web address; it must begin with https:// or http://."));
    case PACT_MISTAKE_ORDER:
      /* Translators: the names of two fields with a date, such as “End” and “Start”. */
      return g_strdup_printf (_("%1$s lies before %2$s."), pact_field_get_label (field),
                              pact_field_get_label (pact_kind_find_field (pact_element_get_kind (element), field->after)));
    case PACT_MISTAKE_NONE:
    case PACT_MISTAKE_MISSING:
    case PACT_MISTAKE_UNSAVED:
      break;
    }

  return NULL;
}

static void
show_mistake (PactEntryRow *self)
{
  g_autofree char *mistake = dup_mistake (PACT_FIELD_ROW (self));

  if (mistake != NULL || self->is_wrong)
    pact_field_row_complain (PACT_FIELD_ROW (self), mistake);
  self->is_wrong = mistake != NULL;
}

static void
pact_entry_row_show (PactFieldRow *row,
                     const char *value)
{
  PactEntryRow *self = PACT_ENTRY_ROW (row);
  g_autofree char *text = pact_value_write (pact_field_row_get_field (row), value, pact_field_row_get_element (row), NULL);

  if (pact_field_row_get_field (row)->type == PACT_TYPE_MONEY)
    gtk_entry_set_placeholder_text (self->entry, get_currency (self));
  else
    show_proposal (self);
  if (self->unit_label != NULL)
    show_unit (self);
  /* Not touched where it says so already: the cursor stays where it is. */
  if (!pact_field_row_keeps_text (row)
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  show_mistake (self);
}

static char *
pact_entry_row_dup_text (PactFieldRow *row)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (PACT_ENTRY_ROW (row)->entry)));
}

static void
pact_entry_row_put_text (PactFieldRow *row,
                         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (PACT_ENTRY_ROW (row)->entry), text);
}

static void
pact_entry_row_place_caret (PactFieldRow *row,
                            guint offset)
{
  gtk_editable_set_position (GTK_EDITABLE (PACT_ENTRY_ROW (row)->entry), (int) offset);
}

static char *
pact_entry_row_read (PactFieldRow *row,
                     const char *text,
                     GError **error)
{
  return pact_value_read (pact_field_row_get_field (row), text, pact_field_row_get_element (row), NULL, error);
}

static void
pact_entry_row_constructed (GObject *object)
{
  PactEntryRow *self = PACT_ENTRY_ROW (object);
  const PactField *field = pact_field_row_get_field (PACT_FIELD_ROW (self));
  gboolean is_text = field->type == PACT_TYPE_TEXT;

  G_OBJECT_CLASS (pact_entry_row_parent_class)->constructed (object);

  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), is_text ? -1 : 16);
  if (is_text)
    {
      switch (field->format)
        {
        case PACT_FORMAT_URL:
          gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_URL);
          break;
        case PACT_FORMAT_EMAIL:
          gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_EMAIL);
          break;
        case PACT_FORMAT_PHONE:
          gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_PHONE);
          break;
        case PACT_FORMAT_NONE:
          break;
        }
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
    }
  pact_field_row_set_control (PACT_FIELD_ROW (self), GTK_WIDGET (self->entry), !is_text);
  if (pact_field_is_measured (field))
    add_unit (self);
  if (field->type == PACT_TYPE_DATE)
    pact_row_add_calendar (PACT_FIELD_ROW (self), GTK_WIDGET (self->entry));
}

/* There is no room for a unit behind the number, so it stands above it. */
static void
pact_entry_row_set_compact (PactFieldRow *row)
{
  PactEntryRow *self = PACT_ENTRY_ROW (row);

  gboolean is_date = pact_field_row_get_field (row)->type == PACT_TYPE_DATE;

  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), is_date ? DATE_WIDTH : NUMBER_WIDTH);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), is_date ? LONG_DATE_WIDTH : NUMBER_WIDTH);
  self->is_compact = TRUE;
}

static void
pact_entry_row_class_init (PactEntryRowClass *klass)
{
  PactFieldRowClass *row_class = PACT_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = pact_entry_row_constructed;
  row_class->show = pact_entry_row_show;
  row_class->dup_text = pact_entry_row_dup_text;
  row_class->put_text = pact_entry_row_put_text;
  row_class->place_caret = pact_entry_row_place_caret;
  row_class->set_compact = pact_entry_row_set_compact;
  row_class->read = pact_entry_row_read;
}

static void
pact_entry_row_init (PactEntryRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEditable *text;

  self->entry = GTK_ENTRY (gtk_entry_new ());
  text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  gtk_editable_set_enable_undo (text, FALSE);
  /* It would keep the key for itself even with nothing to undo. */
  gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (text), "text.redo", FALSE);
  pact_editable_insert_whole (text, pact_field_row_refuse, self);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (pact_field_row_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (pact_field_row_tidy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (pact_field_row_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}
