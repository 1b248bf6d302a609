/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_PENDING (pact_pending_get_type ())
G_DECLARE_FINAL_TYPE (PactPending, pact_pending, PACT, PENDING, GObject)

/**
 * PactPendingState:
 * @PACT_PENDING_SAVED: everything typed is in the file
 * @PACT_PENDING_TYPING: something was typed in this moment and is about to be written
 * @PACT_PENDING_REFUSED: something typed could not be saved, and is kept where it was typed
 */
typedef enum
{
  PACT_PENDING_SAVED,
  PACT_PENDING_TYPING,
  PACT_PENDING_REFUSED,
} PactPendingState;

/**
 * PactFlushFunc:
 * @widget: a widget that holds something typed
 *
 * Writes it.
 */
typedef void (*PactFlushFunc) (GtkWidget *widget);

PactPending *pact_pending_get_default (void);
PactPendingState pact_pending_get_state (PactPending *self);
void pact_pending_set_lost (PactPending *self,
                            gboolean is_lost);
void pact_pending_add (PactPending *self,
                       GtkWidget *widget,
                       PactFlushFunc flush);
void pact_pending_refuse (PactPending *self,
                          GtkWidget *widget,
                          const char *key,
                          PactFlushFunc flush);
void pact_pending_remove (PactPending *self,
                          GtkWidget *widget);
void pact_pending_flush (PactPending *self);
char **pact_pending_list_refused (PactPending *self);
void pact_pending_keep_draft (PactPending *self,
                              const char *key,
                              const char *text,
                              gboolean is_deleted);
char *pact_pending_take_draft (PactPending *self,
                               const char *key);

G_END_DECLS
