/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-whole-paste"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-whole-paste.h"

/* A field of one line takes as many characters as anybody pastes, so that nothing is cut before it is said to be too long.
 * Only the buffer of a GtkEntry has an end of its own, behind which it drops the rest without a word. */

/* GTK_ENTRY_BUFFER_MAX_SIZE, with the NUL at the end. */
#define MAX_BYTES G_MAXUSHORT

typedef struct
{
  PactRefusedFunc refused;
  gpointer user_data;
} Refusal;

static void
insert_text_cb (GtkEditable *text,
                const char *inserted,
                int length,
                int *position,
                gpointer user_data)
{
  const Refusal *refusal = user_data;
  gsize n_bytes = length < 0 ? strlen (inserted) : (gsize) length;

  if (strlen (gtk_editable_get_text (text)) + n_bytes < MAX_BYTES)
    return;

  g_signal_stop_emission_by_name (text, "insert-text");
  refusal->refused (refusal->user_data,
                    _("This text is far too long for a field of one line. Nothing was inserted."));
}

static void
refusal_free (gpointer data,
              GClosure *closure)
{
  g_free (data);
}

/**
 * pact_editable_insert_whole:
 * @editable: a field of one line
 * @refused: says why a text was not inserted
 * @user_data: for @refused; lives as long as @editable
 *
 * Makes @editable insert a text whole or not at all.
 */
void
pact_editable_insert_whole (GtkEditable *editable,
                            PactRefusedFunc refused,
                            gpointer user_data)
{
  GtkEditable *text;
  Refusal *refusal;

  g_return_if_fail (GTK_IS_EDITABLE (editable));
  g_return_if_fail (refused != NULL);

  text = editable;
  while (gtk_editable_get_delegate (text) != NULL)
    text = gtk_editable_get_delegate (text);
  refusal = g_new (Refusal, 1);
  refusal->refused = refused;
  refusal->user_data = user_data;
  g_signal_connect_data (text, "insert-text", G_CALLBACK (insert_text_cb), refusal, refusal_free, 0);
}
