/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pending"

#include "config.h"

#include "pact-pending.h"

/**
 * PactPending:
 *
 * Knows which fields hold something that is not in the file yet: typed in this moment, or refused.
 * So the window can say truthfully what is saved, and everything typed can be written before
 * something else is done.
 */
struct _PactPending
{
  GObject parent_instance;

  GHashTable *typing;  /* widget (borrowed): PactFlushFunc */
  GHashTable *refused; /* the same */
  GHashTable *keys;    /* widget (borrowed): names the field and its element; of those in @refused that have one */
  GHashTable *drafts;  /* key: text that was refused, of fields that are not shown now */
  GHashTable *deleted; /* the same, of elements that were deleted and may come back */
  gboolean is_lost;    /* whether the file is not there any more that everything was saved in */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactPending, pact_pending, G_TYPE_OBJECT)

static void
pact_pending_finalize (GObject *object)
{
  PactPending *self = PACT_PENDING (object);

  g_clear_pointer (&self->typing, g_hash_table_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);

  G_OBJECT_CLASS (pact_pending_parent_class)->finalize (object);
}

static void
pact_pending_class_init (PactPendingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_pending_finalize;

  /**
   * PactPending::changed:
   * @self: the object
   *
   * Another state holds, see pact_pending_get_state(), or something else is refused, see pact_pending_list_refused().
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
pact_pending_init (PactPending *self)
{
  self->typing = g_hash_table_new (NULL, NULL);
  self->refused = g_hash_table_new (NULL, NULL);
  self->keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * pact_pending_get_default:
 *
 * Returns: (transfer none): the one of this program
 */
PactPending *
pact_pending_get_default (void)
{
  static PactPending *pending;

  if (pending == NULL)
    pending = g_object_new (PACT_TYPE_PENDING, NULL);

  return pending;
}

/**
 * pact_pending_get_state:
 * @self: the object
 *
 * Returns: how things stand; something refused outweighs something being typed
 */
PactPendingState
pact_pending_get_state (PactPending *self)
{
  g_return_val_if_fail (PACT_IS_PENDING (self), PACT_PENDING_SAVED);

  if (self->is_lost || g_hash_table_size (self->refused) > 0 || g_hash_table_size (self->drafts) > 0)
    return PACT_PENDING_REFUSED;

  return g_hash_table_size (self->typing) > 0 ? PACT_PENDING_TYPING : PACT_PENDING_SAVED;
}

/**
 * pact_pending_set_lost:
 * @self: the object
 * @is_lost: whether the file is not there any more that everything was saved in
 *
 * Then nothing is called saved, whatever was typed or not.
 */
void
pact_pending_set_lost (PactPending *self,
                       gboolean is_lost)
{
  PactPendingState before;

  g_return_if_fail (PACT_IS_PENDING (self));

  before = pact_pending_get_state (self);
  self->is_lost = is_lost;
  if (pact_pending_get_state (self) != before)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
place (PactPending *self,
       GtkWidget *widget,
       const char *key,
       GHashTable *target,
       PactFlushFunc flush)
{
  PactPendingState before = pact_pending_get_state (self);
  gboolean was_refused = g_hash_table_remove (self->refused, widget);

  g_hash_table_remove (self->typing, widget);
  g_hash_table_remove (self->keys, widget);
  if (target != NULL)
    g_hash_table_insert (target, widget, flush);
  if (key != NULL)
    g_hash_table_insert (self->keys, widget, g_strdup (key));
  if (pact_pending_get_state (self) != before || was_refused || target == self->refused)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * pact_pending_add:
 * @self: the object
 * @widget: where something is being typed; it must be removed before it goes away
 * @flush: (scope forever): writes what was typed there
 */
void
pact_pending_add (PactPending *self,
                  GtkWidget *widget,
                  PactFlushFunc flush)
{
  g_return_if_fail (PACT_IS_PENDING (self));

  place (self, widget, NULL, self->typing, flush);
}

/**
 * pact_pending_refuse:
 * @self: the object
 * @widget: where something stands that could not be saved; it must be removed before it goes away
 * @key: (nullable): names the field and its element, if it is one
 * @flush: (scope forever): tries again
 */
void
pact_pending_refuse (PactPending *self,
                     GtkWidget *widget,
                     const char *key,
                     PactFlushFunc flush)
{
  g_return_if_fail (PACT_IS_PENDING (self));

  place (self, widget, key, self->refused, flush);
}

/**
 * pact_pending_remove:
 * @self: the object
 * @widget: a widget that holds nothing unsaved any more
 */
void
pact_pending_remove (PactPending *self,
                     GtkWidget *widget)
{
  g_return_if_fail (PACT_IS_PENDING (self));

  place (self, widget, NULL, NULL, NULL);
}

/**
 * pact_pending_flush:
 * @self: the object
 *
 * Has everything written that is typed but not saved. What cannot be saved stays where it is.
 */
void
pact_pending_flush (PactPending *self)
{
  g_autoptr (GPtrArray) widgets = NULL;
  GHashTable *tables[] = { self->typing, self->refused };

  g_return_if_fail (PACT_IS_PENDING (self));

  widgets = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GHashTableIter iter;
      gpointer widget;

      g_hash_table_iter_init (&iter, tables[i]);
      while (g_hash_table_iter_next (&iter, &widget, NULL))
        g_ptr_array_add (widgets, g_object_ref (widget));
    }
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);
      PactFlushFunc flush = g_hash_table_lookup (self->typing, widget);

      if (flush == NULL)
        flush = g_hash_table_lookup (self->refused, widget);
      if (flush != NULL)
        flush (widget);
    }
}

/**
 * pact_pending_list_refused:
 * @self: the object
 *
 * Returns: (transfer full): the keys of the fields that hold something that could not be saved, shown or not, in no order
 */
char **
pact_pending_list_refused (PactPending *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (PACT_IS_PENDING (self), NULL);

  builder = g_strv_builder_new ();
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, NULL, &key))
    g_strv_builder_add (builder, key);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_strv_builder_add (builder, key);

  return g_strv_builder_end (builder);
}

/**
 * pact_pending_keep_draft:
 * @self: the object
 * @key: names the field and its element
 * @text: what was typed there and could not be saved
 * @is_deleted: whether the element was deleted, so that there is nothing to save until it comes back
 *
 * Keeps something refused while its field is not shown.
 */
void
pact_pending_keep_draft (PactPending *self,
                         const char *key,
                         const char *text,
                         gboolean is_deleted)
{
  g_return_if_fail (PACT_IS_PENDING (self));

  g_hash_table_insert (is_deleted ? self->deleted : self->drafts, g_strdup (key), g_strdup (text));
  if (!is_deleted)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * pact_pending_take_draft:
 * @self: the object
 * @key: names the field and its element
 *
 * Returns: (transfer full) (nullable): what was kept for the field, which is shown again
 */
char *
pact_pending_take_draft (PactPending *self,
                         const char *key)
{
  g_autofree char *stolen_key = NULL;
  char *text = NULL;

  g_return_val_if_fail (PACT_IS_PENDING (self), NULL);

  if (g_hash_table_steal_extended (self->drafts, key, (gpointer *) &stolen_key, (gpointer *) &text))
    g_signal_emit (self, signals[CHANGED], 0);
  else
    g_hash_table_steal_extended (self->deleted, key, (gpointer *) &stolen_key, (gpointer *) &text);

  return text;
}
