/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-whole-paste"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-text.h"
#include "pact-whole-paste.h"

/* A field takes whatever anybody pastes, so that it can be said to be too long before any of it is lost. Two things it cannot
 * take: more than the buffer of a GtkEntry holds, which drops the rest without a word; and letters with so many marks that
 * drawing them ends the program. */

/* GTK_ENTRY_BUFFER_MAX_SIZE, with the NUL at the end. */
#define MAX_BYTES G_MAXUSHORT

typedef struct
{
  PactRefuseFunc refuse;
  gpointer user_data;
} Refusal;

static Refusal *
refusal_new (PactRefuseFunc refuse,
             gpointer user_data)
{
  Refusal *refusal = g_new (Refusal, 1);

  refusal->refuse = refuse;
  refusal->user_data = user_data;

  return refusal;
}

static void
refusal_free (gpointer data,
              GClosure *closure)
{
  g_free (data);
}

/* Whether so many bytes are too many for one line, and that was said. */
static gboolean
refuse_length (const Refusal *refusal,
               gsize n_bytes)
{
  return n_bytes >= MAX_BYTES
         && refusal->refuse (refusal->user_data, _("This text is far too long for a field of one line. Nothing was inserted."));
}

static gboolean
refuse_marks (const Refusal *refusal,
              const char *inserted)
{
  g_autofree char *sentence = NULL;

  if (!pact_text_has_too_many_marks (inserted))
    return FALSE;
  sentence = g_strdup_printf (_("A letter of this text carries more than %d accents or other marks. Nothing was inserted."),
                              PACT_MAX_MARKS);

  return refusal->refuse (refusal->user_data, sentence);
}

static void
editable_insert_text_cb (GtkEditable *text,
                         const char *inserted,
                         int length,
                         int *position,
                         gpointer user_data)
{
  const Refusal *refusal = user_data;
  g_autofree char *whole = length < 0 ? g_strdup (inserted) : g_strndup (inserted, length);

  if (refuse_marks (refusal, whole)
      || refuse_length (refusal, strlen (gtk_editable_get_text (text)) + strlen (whole)))
    g_signal_stop_emission_by_name (text, "insert-text");
}

static void
buffer_insert_text_cb (GtkTextBuffer *buffer,
                       GtkTextIter *location,
                       const char *inserted,
                       int length,
                       gpointer user_data)
{
  g_autofree char *whole = length < 0 ? g_strdup (inserted) : g_strndup (inserted, length);

  if (refuse_marks (user_data, whole))
    g_signal_stop_emission_by_name (buffer, "insert-text");
}

static void
line_insert_text_cb (GtkTextBuffer *buffer,
                     GtkTextIter *location,
                     const char *inserted,
                     int length,
                     gpointer user_data)
{
  gsize n_bytes = length < 0 ? strlen (inserted) : (gsize) length;

  if (refuse_length (user_data, (gsize) gtk_text_buffer_get_char_count (buffer) + n_bytes))
    g_signal_stop_emission_by_name (buffer, "insert-text");
}

/**
 * pact_editable_insert_whole:
 * @editable: a field of one line
 * @refuse: (scope forever): says why a text is not inserted
 * @user_data: for @refuse; lives as long as @editable
 *
 * Makes @editable insert a text whole or not at all.
 */
void
pact_editable_insert_whole (GtkEditable *editable,
                            PactRefuseFunc refuse,
                            gpointer user_data)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_EDITABLE (editable));
  g_return_if_fail (refuse != NULL);

  text = editable;
  while (gtk_editable_get_delegate (text) != NULL)
    text = gtk_editable_get_delegate (text);
  g_signal_connect_data (text, "insert-text", G_CALLBACK (editable_insert_text_cb), refusal_new (refuse, user_data),
                         refusal_free, 0);
}

/**
 * pact_text_buffer_insert_whole:
 * @buffer: the text of a field of several lines
 * @refuse: (scope forever): says why a text is not inserted
 * @user_data: for @refuse; lives as long as @buffer
 *
 * Makes @buffer insert a text whole or not at all.
 */
void
pact_text_buffer_insert_whole (GtkTextBuffer *buffer,
                               PactRefuseFunc refuse,
                               gpointer user_data)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (refuse != NULL);

  g_signal_connect_data (buffer, "insert-text", G_CALLBACK (buffer_insert_text_cb), refusal_new (refuse, user_data),
                         refusal_free, 0);
}

/**
 * pact_text_buffer_keep_line:
 * @buffer: the text of a field of one line that wraps
 * @refuse: (scope forever): says why a text is not inserted
 * @user_data: for @refuse; lives as long as @buffer
 *
 * Makes @buffer insert no text that is far too long for one line, as pact_editable_insert_whole() does.
 */
void
pact_text_buffer_keep_line (GtkTextBuffer *buffer,
                            PactRefuseFunc refuse,
                            gpointer user_data)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (refuse != NULL);

  g_signal_connect_data (buffer, "insert-text", G_CALLBACK (line_insert_text_cb), refusal_new (refuse, user_data), refusal_free,
                         0);
}
