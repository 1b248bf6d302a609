/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-field-row.h"
#include "pact-typing.h"

/* What the files of the row share: pact-field-row.c, pact-field-row-typed.c for what is typed, and pact-field-row-proposal.c for what
 * is proposed. */

G_BEGIN_DECLS

typedef struct
{
  const PactField *field;
  PactEditor *editor;
  PactElement *element;
  GtkWidget *control;
  gboolean is_dirty;
  gboolean is_showing;
  gboolean keeps_text; /* what is typed there says the value already, in other characters */
  guint save_source;
  PactTyping *typing;
  guint caret;      /* behind what was changed last by something else than typing, in characters */
  GtkWidget *use_button; /* (nullable), borrowed: takes what is proposed */
  char *taken_back; /* (nullable): what was typed, could not be saved and was taken back */

  /* Template widgets */
  GtkBox *box;
  GtkOrientable *heading_box;
  GtkBox *control_box;
  GtkLabel *title_label;
  GtkLabel *hint_label;
  GtkWidget *needed_mark;
  GtkLabel *problem_label;
} PactFieldRowPrivate;

PactFieldRowPrivate *_pact_field_row_get_private (PactFieldRow *self);
void _pact_field_row_show_value (PactFieldRow *self);
gboolean _pact_field_row_write (PactFieldRow *self,
                                const char *value,
                                GError **error);

gboolean _pact_field_row_says_value (PactFieldRow *self);
char *_pact_field_row_dup_text (PactFieldRow *self);
void _pact_field_row_text_replaced (PactFieldRow *self,
                                    const char *before);
void _pact_field_row_offer_proposal (PactFieldRow *self);
void _pact_field_row_listen_for_tab (PactFieldRow *self);
void _pact_field_row_keep_draft (PactFieldRow *self);
void _pact_field_row_take_draft (PactFieldRow *self);

G_END_DECLS
