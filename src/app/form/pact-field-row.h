/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_FIELD_ROW (pact_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (PactFieldRow, pact_field_row, PACT, FIELD_ROW, AdwPreferencesRow)

/**
 * PactFieldRowClass:
 * @show: shows a value, %NULL for none; not called while something typed is not saved
 * @element_set: another element or none is shown from now on; @show follows
 * @dup_text: for rows in which is typed, what stands there
 * @put_text: for rows in which is typed, writes into them what was typed there before
 * @place_caret: for rows in which is typed, puts the caret behind so many characters
 * @set_compact: makes the control narrower, see pact_field_row_set_compact()
 * @read: for rows in which is typed, the value of a text as it may stand there, %NULL for none or with an error
 *
 * What each type of field does in its own way.
 */
struct _PactFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*show) (PactFieldRow *self,
                const char *value);
  void (*element_set) (PactFieldRow *self);
  char *(*dup_text) (PactFieldRow *self);
  void (*put_text) (PactFieldRow *self,
                    const char *text);
  void (*place_caret) (PactFieldRow *self,
                       guint offset);
  void (*set_compact) (PactFieldRow *self);
  char *(*read) (PactFieldRow *self,
                 const char *text,
                 GError **error);
};

const PactField *pact_field_row_get_field (PactFieldRow *self);
PactEditor *pact_field_row_get_editor (PactFieldRow *self);
PactElement *pact_field_row_get_element (PactFieldRow *self);
void pact_field_row_set_element (PactFieldRow *self,
                                 PactEditor *editor,
                                 PactElement *element);
void pact_field_row_set_control (PactFieldRow *self,
                                 GtkWidget *control,
                                 gboolean beside);
GtkWidget *pact_field_row_get_title_label (PactFieldRow *self);
void pact_field_row_hide_hint (PactFieldRow *self);
void pact_field_row_set_compact (PactFieldRow *self,
                                 GtkBox *problems);
void pact_field_row_set_subtitle (PactFieldRow *self,
                                  const char *subtitle);
void pact_field_row_set_heading (PactFieldRow *self,
                                 const char *title,
                                 const char *subtitle);
gboolean pact_field_row_is_showing (PactFieldRow *self);
void pact_field_row_leave (PactFieldRow *self);
void pact_field_row_tidy (PactFieldRow *self);
gboolean pact_field_row_keeps_text (PactFieldRow *self);
void pact_field_row_show_saved (PactFieldRow *self);
void pact_field_row_typed (PactFieldRow *self);
void pact_field_row_flush (PactFieldRow *self);
gboolean pact_field_row_is_unsaved (PactFieldRow *self);
gboolean pact_field_row_can_put_back (PactFieldRow *self);
gboolean pact_field_row_take_back (PactFieldRow *self);
gboolean pact_field_row_put_back (PactFieldRow *self);
void pact_field_row_grab_caret (PactFieldRow *self);
gboolean pact_field_row_save (PactFieldRow *self,
                              const char *value);
void pact_field_row_complain (PactFieldRow *self,
                              const char *message);
gboolean pact_field_row_refuse (gpointer row,
                                const char *sentence);

G_END_DECLS
