/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-field-row"

#include "config.h"

#include "pact-field-row-private.h"
#include "pact-pending.h"
#include "pact-unsaved.h"
#include "pact-workspace.h"

/* What is typed in a row: saving it a moment later, in steps of undo, and what becomes of it if it cannot be saved. */

/* How long something typed may wait until it is written, in milliseconds from the first key that is
 * not saved. Nothing typed more than a second ago may be lost, whatever happens. */
#define SAVE_AFTER_MS 500

char *
_pact_field_row_dup_text (PactFieldRow *self)
{
  return PACT_FIELD_ROW_GET_CLASS (self)->dup_text != NULL ? PACT_FIELD_ROW_GET_CLASS (self)->dup_text (self) : NULL;
}

/* Whether the next key goes into the row, as soon as its window gets the keys. */
static gboolean
has_keyboard (PactFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Whether somebody is typing what the element says already, such as a space behind which the next word is to come. */
gboolean
_pact_field_row_says_value (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) mistake = NULL;

  if (PACT_FIELD_ROW_GET_CLASS (self)->read == NULL || priv->element == NULL || !has_keyboard (self))
    return FALSE;

  text = _pact_field_row_dup_text (self);
  value = PACT_FIELD_ROW_GET_CLASS (self)->read (self, text, &mistake);

  return mistake == NULL && g_strcmp0 (value, pact_element_get_value (priv->element, priv->field)) == 0;
}

/* Something else stands there than before, and nobody typed it. The caret of who is there goes to where it is different. */
void
_pact_field_row_text_replaced (PactFieldRow *self,
                               const char *before)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *text = _pact_field_row_dup_text (self);
  guint start, n_inserted;

  if (g_strcmp0 (text, before) == 0)
    return;

  pact_text_find_change (before, text, &start, NULL, &n_inserted);
  priv->caret = start + n_inserted;
  if (has_keyboard (self))
    PACT_FIELD_ROW_GET_CLASS (self)->place_caret (self, priv->caret);
  pact_typing_begin (priv->typing, text);
  g_clear_pointer (&priv->taken_back, g_free);
}

/* Writes a text into the row that was typed there and could not be saved. */
static void
put_text (PactFieldRow *self,
          const char *text)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *before = _pact_field_row_dup_text (self);

  priv->is_dirty = TRUE;
  priv->is_showing = TRUE;
  PACT_FIELD_ROW_GET_CLASS (self)->put_text (self, text);
  priv->is_showing = FALSE;
  _pact_field_row_text_replaced (self, before);
}

static char *
dup_key (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);

  return pact_unsaved_make_key (pact_editor_get_uuid (priv->editor), priv->element, priv->field);
}

static gboolean save_cb (gpointer user_data);

static void
flush_widget (GtkWidget *widget)
{
  pact_field_row_flush (PACT_FIELD_ROW (widget));
}

/* A text that is too long does not get better by typing on; half of a date does. */
static gboolean
is_text (const PactField *field)
{
  return field->type == PACT_TYPE_TEXT || field->type == PACT_TYPE_PROSE;
}

/* Writes what was typed. Half of a date is no mistake while it is being typed, so that is said only on leaving; and what
 * cannot be written while another program writes is written when that is done. */
static void
save_typed (PactFieldRow *self,
            gboolean complain)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) mistake = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *key = NULL;

  g_clear_handle_id (&priv->save_source, g_source_remove);
  if (!priv->is_dirty)
    return;

  text = _pact_field_row_dup_text (self);
  value = PACT_FIELD_ROW_GET_CLASS (self)->read (self, text, &mistake);
  if (mistake == NULL && _pact_field_row_write (self, value, &failure))
    return;

  if (pact_error_is_busy (failure))
    {
      priv->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
      if (!complain)
        return;
    }
  if (failure != NULL)
    pact_field_row_complain (self, failure->message);
  else if (mistake != NULL && (complain || is_text (priv->field)))
    pact_field_row_complain (self, mistake->message);
  key = dup_key (self);
  pact_pending_refuse (pact_pending_get_default (), GTK_WIDGET (self), key, flush_widget);
}

static gboolean
save_cb (gpointer user_data)
{
  PactFieldRow *self = PACT_FIELD_ROW (user_data);
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);

  priv->save_source = 0;
  save_typed (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* A step of undo ended while something was being typed: what stood there then is written, if it was something, before what came
 * after. */
static void
end_step (PactFieldRow *self,
          const char *text)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autoptr (GError) mistake = NULL;
  g_autofree char *value = PACT_FIELD_ROW_GET_CLASS (self)->read (self, text, &mistake);

  if (mistake == NULL && pact_element_get_plan (priv->element) != NULL)
    pact_editor_set (priv->editor, priv->element, priv->field, value, NULL);
  pact_editor_end_step (priv->editor);
}

/* Another element will be shown: what could not be saved of this one is kept. */
void
_pact_field_row_keep_draft (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);

  save_typed (self, FALSE);
  g_clear_handle_id (&priv->save_source, g_source_remove);
  if (priv->is_dirty)
    {
      g_autofree char *key = dup_key (self);
      g_autofree char *text = _pact_field_row_dup_text (self);

      pact_pending_keep_draft (pact_pending_get_default (), key, text, pact_element_get_plan (priv->element) == NULL);
      priv->is_dirty = FALSE;
    }
  pact_pending_remove (pact_pending_get_default (), GTK_WIDGET (self));
}

void
_pact_field_row_take_draft (PactFieldRow *self)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  /* A field may have a row in which is chosen beside the one in which is typed. */
  if (PACT_FIELD_ROW_GET_CLASS (self)->put_text == NULL)
    return;

  key = dup_key (self);
  text = pact_pending_take_draft (pact_pending_get_default (), key);
  if (text == NULL)
    return;
  put_text (self, text);
  save_typed (self, TRUE);
}

/**
 * pact_field_row_typed:
 * @self: a row
 *
 * Something was typed. It is saved a moment later, as the same step of undo as what was typed just before or as another, see
 * #PactTyping. What the row itself writes while it shows a value does not count.
 */
void
pact_field_row_typed (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *text = NULL;
  g_autofree char *ended = NULL;

  if (priv->is_showing || priv->element == NULL)
    return;

  priv->is_dirty = TRUE;
  g_clear_pointer (&priv->taken_back, g_free);
  text = _pact_field_row_dup_text (self);
  ended = pact_typing_change (priv->typing, text, g_get_monotonic_time ());
  if (ended != NULL)
    end_step (self, ended);
  pact_field_row_complain (self, NULL);
  pact_pending_add (pact_pending_get_default (), GTK_WIDGET (self), flush_widget);
  if (priv->save_source == 0)
    priv->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

/**
 * pact_field_row_flush:
 * @self: a row
 *
 * Writes what was typed, or says why it cannot be written. What is typed after that is another step of undo.
 */
void
pact_field_row_flush (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);

  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  save_typed (self, TRUE);
  pact_typing_end (priv->typing);
}

/**
 * pact_field_row_is_unsaved:
 * @self: a row
 *
 * Returns: whether something was typed in the row that is not saved
 */
gboolean
pact_field_row_is_unsaved (PactFieldRow *self)
{
  g_return_val_if_fail (PACT_IS_FIELD_ROW (self), FALSE);

  return _pact_field_row_get_private (self)->is_dirty;
}

/**
 * pact_field_row_can_put_back:
 * @self: a row
 *
 * Returns: whether there is something that pact_field_row_put_back() would write again
 */
gboolean
pact_field_row_can_put_back (PactFieldRow *self)
{
  g_return_val_if_fail (PACT_IS_FIELD_ROW (self), FALSE);

  return _pact_field_row_get_private (self)->taken_back != NULL;
}

/**
 * pact_field_row_take_back:
 * @self: a row
 *
 * Takes back what was typed and is not saved, so that the row shows what is.
 *
 * Returns: whether there was such a thing
 */
gboolean
pact_field_row_take_back (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *text = NULL;

  g_return_val_if_fail (PACT_IS_FIELD_ROW (self), FALSE);

  if (!priv->is_dirty)
    return FALSE;

  text = _pact_field_row_dup_text (self);
  g_clear_handle_id (&priv->save_source, g_source_remove);
  priv->is_dirty = FALSE;
  pact_field_row_complain (self, NULL);
  _pact_field_row_show_value (self);
  g_free (priv->taken_back);
  priv->taken_back = g_steal_pointer (&text);
  pact_pending_remove (pact_pending_get_default (), GTK_WIDGET (self));

  return TRUE;
}

/**
 * pact_field_row_put_back:
 * @self: a row
 *
 * Writes again what pact_field_row_take_back() has taken back, if nothing else was done in the row since.
 *
 * Returns: whether there was such a thing
 */
gboolean
pact_field_row_put_back (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *text = NULL;

  g_return_val_if_fail (PACT_IS_FIELD_ROW (self), FALSE);

  text = g_steal_pointer (&priv->taken_back);
  if (text == NULL)
    return FALSE;
  put_text (self, text);
  save_typed (self, TRUE);

  return TRUE;
}

/**
 * pact_field_row_grab_caret:
 * @self: a row
 *
 * Takes the keyboard to where the row was last changed by something else than typing, such as undo.
 */
void
pact_field_row_grab_caret (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);

  g_return_if_fail (PACT_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (PACT_FIELD_ROW_GET_CLASS (self)->place_caret != NULL)
    PACT_FIELD_ROW_GET_CLASS (self)->place_caret (self, priv->caret);
}
