/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-typing"

#include "config.h"

#include <string.h>

#include "pact-typing.h"

/* Who stops for so long has ended a thought, in microseconds. */
#define PAUSE (2 * G_USEC_PER_SEC)

/* Who takes back fewer characters one by one corrects a word; who takes back more deletes a passage. */
#define PASSAGE 10

/**
 * PactTyping:
 *
 * Tells from how a text changes where a step of undo ends: before and after a paste, before a passage is deleted, after a
 * pause, and where the field was left. What is typed in place of a passage is one step with deleting it, so what stood there
 * is always one step away.
 *
 * It looks at the text before and after, not at keys, so that it does not matter how the change came about. The clock is the
 * caller's and must not be one that can be set.
 */
struct _PactTyping
{
  char *text;
  char *before_deleting; /* (nullable): what stood there before the deleting that goes on */
  guint n_deleted;       /* how many characters it has taken so far */
  gboolean is_clearing;  /* whether the step that goes on began with deleting a passage, and nothing was written since */
  gboolean has_ended;    /* whether whatever comes next is another step */
  gint64 at;             /* of the last change */
};

/**
 * pact_typing_new:
 *
 * Returns: (transfer full): the typing in an empty field
 */
PactTyping *
pact_typing_new (void)
{
  PactTyping *self = g_new0 (PactTyping, 1);

  pact_typing_begin (self, "");

  return self;
}

/**
 * pact_typing_free:
 * @self: (nullable): the typing in a field
 */
void
pact_typing_free (PactTyping *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->before_deleting);
  g_free (self);
}

/**
 * pact_typing_begin:
 * @self: the typing in a field
 * @text: what the field shows
 *
 * Begins anew, as the field shows something that was not typed.
 */
void
pact_typing_begin (PactTyping *self,
                   const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
  pact_typing_end (self);
}

/**
 * pact_typing_end:
 * @self: the typing in a field
 *
 * Ends the step that goes on, as when the field is left.
 */
void
pact_typing_end (PactTyping *self)
{
  g_clear_pointer (&self->before_deleting, g_free);
  self->n_deleted = 0;
  self->is_clearing = FALSE;
  self->has_ended = TRUE;
}

/* Whether a passage is being deleted with this change that was not before. */
static gboolean
begins_clearing (PactTyping *self,
                 guint n_removed)
{
  if (self->before_deleting == NULL)
    self->before_deleting = g_strdup (self->text);
  self->n_deleted += n_removed;

  return !self->is_clearing && (n_removed > 1 || self->n_deleted >= PASSAGE);
}

/**
 * pact_typing_change:
 * @self: the typing in a field
 * @text: what stands there now
 * @now: the time of a monotonic clock, in microseconds
 *
 * Takes note of a change.
 *
 * Returns: (transfer full) (nullable): the text at which a step ended before this change, %NULL if the step goes on
 */
char *
pact_typing_change (PactTyping *self,
                    const char *text,
                    gint64 now)
{
  gboolean is_new = self->has_ended || now - self->at >= PAUSE;
  g_autofree char *ended = NULL;
  guint n_removed, n_inserted;

  pact_text_find_change (self->text, text, NULL, &n_removed, &n_inserted);
  if (is_new)
    pact_typing_end (self);
  self->has_ended = FALSE;
  self->at = now;

  if (n_removed > 0 && begins_clearing (self, n_removed))
    {
      ended = g_strdup (self->before_deleting);
      self->is_clearing = TRUE;
    }
  else if (is_new || (n_inserted > 1 && !self->is_clearing))
    {
      ended = g_strdup (self->text);
      self->is_clearing = n_removed > 0;
    }
  if (n_inserted > 0)
    {
      g_clear_pointer (&self->before_deleting, g_free);
      self->n_deleted = 0;
      self->is_clearing = FALSE;
    }
  if (n_inserted > 1)
    self->has_ended = TRUE;
  g_free (self->text);
  self->text = g_strdup (text);

  return g_steal_pointer (&ended);
}

/**
 * pact_text_find_change:
 * @old_text: a text
 * @new_text: what it has become
 * @start: (out) (optional): after how many characters they begin to differ
 * @n_removed: (out) (optional): how many characters of @old_text are gone there
 * @n_inserted: (out) (optional): how many characters of @new_text have come there
 *
 * Finds the one place at which a text was changed.
 */
void
pact_text_find_change (const char *old_text,
                       const char *new_text,
                       guint *start,
                       guint *n_removed,
                       guint *n_inserted)
{
  const char *old_start = old_text;
  const char *new_start = new_text;
  const char *old_end = old_text + strlen (old_text);
  const char *new_end = new_text + strlen (new_text);

  while (old_start < old_end && new_start < new_end && g_utf8_get_char (old_start) == g_utf8_get_char (new_start))
    {
      old_start = g_utf8_next_char (old_start);
      new_start = g_utf8_next_char (new_start);
    }
  while (old_end > old_start && new_end > new_start)
    {
      const char *old_last = g_utf8_prev_char (old_end);
      const char *new_last = g_utf8_prev_char (new_end);

      if (g_utf8_get_char (old_last) != g_utf8_get_char (new_last))
        break;
      old_end = old_last;
      new_end = new_last;
    }
  if (start != NULL)
    *start = g_utf8_strlen (old_text, old_start - old_text);
  if (n_removed != NULL)
    *n_removed = g_utf8_strlen (old_start, old_end - old_start);
  if (n_inserted != NULL)
    *n_inserted = g_utf8_strlen (new_start, new_end - new_start);
}
