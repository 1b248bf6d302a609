/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-switch-row"

#include "config.h"

#include "pact-switch-row.h"

/**
 * PactSwitchRow:
 *
 * A row for a yes or no.
 */
struct _PactSwitchRow
{
  PactFieldRow parent_instance;

  GtkSwitch *control;
};

G_DEFINE_FINAL_TYPE (PactSwitchRow, pact_switch_row, PACT_TYPE_FIELD_ROW)

static void
pact_switch_row_show (PactFieldRow *row,
                      const char *value)
{
  gtk_switch_set_active (PACT_SWITCH_ROW (row)->control, g_strcmp0 (value, "1") == 0);
}

static void
switched_cb (PactSwitchRow *self)
{
  if (!pact_field_row_is_showing (PACT_FIELD_ROW (self)))
    pact_field_row_save (PACT_FIELD_ROW (self), gtk_switch_get_active (self->control) ? "1" : "0");
}

static void
pact_switch_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (pact_switch_row_parent_class)->constructed (object);

  pact_field_row_set_control (PACT_FIELD_ROW (object), GTK_WIDGET (PACT_SWITCH_ROW (object)->control), TRUE);
}

static void
pact_switch_row_class_init (PactSwitchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = pact_switch_row_constructed;
  PACT_FIELD_ROW_CLASS (klass)->show = pact_switch_row_show;
}

static void
pact_switch_row_init (PactSwitchRow *self)
{
  self->control = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->control), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->control, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
}
