/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-found"

#include "config.h"

#include "pact-found-private.h"
#include "pact-text.h"

struct _PactFound
{
  GObject parent_instance;

  PactSearchHit *hit;

  /* As they can be shown, NULL if there is nothing to see in them. */
  char *title;
  char *plan_title;
};

G_DEFINE_FINAL_TYPE (PactFound, pact_found, G_TYPE_OBJECT)

static void
pact_found_finalize (GObject *object)
{
  PactFound *self = PACT_FOUND (object);

  g_clear_pointer (&self->hit, pact_search_hit_free);
  g_free (self->title);
  g_free (self->plan_title);

  G_OBJECT_CLASS (pact_found_parent_class)->finalize (object);
}

static void
pact_found_class_init (PactFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_found_finalize;
}

static void
pact_found_init (PactFound *self)
{
}

PactFound *
_pact_found_new (PactSearchHit *hit)
{
  PactFound *self = g_object_new (PACT_TYPE_FOUND, NULL);

  self->hit = hit;
  self->title = pact_text_dup_shown (hit->title);
  self->plan_title = pact_text_dup_shown (hit->plan_title);

  return self;
}

/**
 * pact_found_get_plan:
 * @self: a place that was found
 *
 * Returns: (transfer none): the UUID of the plan
 */
const char *
pact_found_get_plan (PactFound *self)
{
  g_return_val_if_fail (PACT_IS_FOUND (self), NULL);

  return self->hit->plan;
}

/**
 * pact_found_get_plan_title:
 * @self: a place that was found
 *
 * Returns: (transfer none) (nullable): the title of the plan
 */
const char *
pact_found_get_plan_title (PactFound *self)
{
  g_return_val_if_fail (PACT_IS_FOUND (self), NULL);

  return self->plan_title;
}

/**
 * pact_found_get_element:
 * @self: a place that was found
 *
 * Returns: (transfer none): the UUID of the element in which it was found
 */
const char *
pact_found_get_element (PactFound *self)
{
  g_return_val_if_fail (PACT_IS_FOUND (self), NULL);

  return self->hit->element;
}

/**
 * pact_found_get_kind:
 * @self: a place that was found
 *
 * Returns: (transfer none): the name of the element’s kind
 */
const char *
pact_found_get_kind (PactFound *self)
{
  g_return_val_if_fail (PACT_IS_FOUND (self), NULL);

  return self->hit->kind;
}

/**
 * pact_found_get_title:
 * @self: a place that was found
 *
 * Returns: (transfer none) (nullable): the title of the element
 */
const char *
pact_found_get_title (PactFound *self)
{
  g_return_val_if_fail (PACT_IS_FOUND (self), NULL);

  return self->title;
}

/**
 * pact_found_get_snippet:
 * @self: a place that was found
 *
 * Returns: (transfer none): the words around it, what was found between U+2068 and U+2069
 */
const char *
pact_found_get_snippet (PactFound *self)
{
  g_return_val_if_fail (PACT_IS_FOUND (self), NULL);

  return self->hit->snippet;
}
