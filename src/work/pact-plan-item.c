/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-item"

#include "config.h"

#include "pact-plan-item-private.h"
#include "pact-text.h"

struct _PactPlanItem
{
  GObject parent_instance;

  PactPlanSummary *summary;

  /* As they can be shown, NULL if there is nothing to see in them. */
  char *title;
  char *authority;
};

G_DEFINE_FINAL_TYPE (PactPlanItem, pact_plan_item, G_TYPE_OBJECT)

static void
pact_plan_item_finalize (GObject *object)
{
  PactPlanItem *self = PACT_PLAN_ITEM (object);

  g_clear_pointer (&self->summary, pact_plan_summary_free);
  g_free (self->title);
  g_free (self->authority);

  G_OBJECT_CLASS (pact_plan_item_parent_class)->finalize (object);
}

static void
pact_plan_item_class_init (PactPlanItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_plan_item_finalize;
}

static void
pact_plan_item_init (PactPlanItem *self)
{
}

PactPlanItem *
_pact_plan_item_new (PactPlanSummary *summary)
{
  PactPlanItem *self = g_object_new (PACT_TYPE_PLAN_ITEM, NULL);

  self->summary = summary;
  self->title = pact_text_dup_shown (summary->title);
  self->authority = pact_text_dup_shown (summary->authority);

  return self;
}

gboolean
_pact_plan_item_is_equal (PactPlanItem *self,
                          const PactPlanSummary *summary)
{
  const PactPlanSummary *own = self->summary;

  return g_strcmp0 (own->uuid, summary->uuid) == 0 && g_strcmp0 (own->modified, summary->modified) == 0
         && g_strcmp0 (own->title, summary->title) == 0 && g_strcmp0 (own->authority, summary->authority) == 0
         && g_strcmp0 (own->country, summary->country) == 0 && g_strcmp0 (own->state, summary->state) == 0
         && g_strcmp0 (own->period_start, summary->period_start) == 0
         && g_strcmp0 (own->period_end, summary->period_end) == 0
         && g_strcmp0 (own->language, summary->language) == 0
         && g_strcmp0 (own->template_id, summary->template_id) == 0
         && g_strcmp0 (own->trashed, summary->trashed) == 0 && g_strcmp0 (own->copied_on, summary->copied_on) == 0
         && g_strcmp0 (own->copied_from, summary->copied_from) == 0 && own->n_measures == summary->n_measures
         && own->filled == summary->filled && own->required == summary->required;
}

/**
 * pact_plan_item_get_uuid:
 * @self: a line of the library
 *
 * Returns: (transfer none): the UUID of the plan
 */
const char *
pact_plan_item_get_uuid (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->uuid;
}

/**
 * pact_plan_item_get_title:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
pact_plan_item_get_title (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->title;
}

/**
 * pact_plan_item_get_authority:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): the name of the authority
 */
const char *
pact_plan_item_get_authority (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->authority;
}

/**
 * pact_plan_item_get_country:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): the ISO 3166-1 code of the country
 */
const char *
pact_plan_item_get_country (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->country;
}

/**
 * pact_plan_item_get_period_start:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): the start of its period, a partial date
 */
const char *
pact_plan_item_get_period_start (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->period_start;
}

/**
 * pact_plan_item_get_period_end:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): the end of its period, a partial date
 */
const char *
pact_plan_item_get_period_end (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->period_end;
}

/**
 * pact_plan_item_get_state:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): a code of vocabulary plan_state
 */
const char *
pact_plan_item_get_state (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->state;
}

/**
 * pact_plan_item_get_template_id:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): the template it was made from
 */
const char *
pact_plan_item_get_template_id (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->template_id;
}

/**
 * pact_plan_item_get_language:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): its language, a BCP 47 tag
 */
const char *
pact_plan_item_get_language (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->language;
}

/**
 * pact_plan_item_get_modified:
 * @self: a line of the library
 *
 * Returns: (transfer none): when anything in it was last changed, in UTC
 */
const char *
pact_plan_item_get_modified (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->modified;
}

/**
 * pact_plan_item_is_trashed:
 * @self: a line of the library
 *
 * Returns: whether it lies in the trash
 */
gboolean
pact_plan_item_is_trashed (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), FALSE);

  return self->summary->trashed != NULL;
}

/**
 * pact_plan_item_get_copied_on:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): when it was made as a copy of another plan, a moment in UTC; %NULL if it was not
 */
const char *
pact_plan_item_get_copied_on (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->copied_on;
}

/**
 * pact_plan_item_get_copied_from:
 * @self: a line of the library
 *
 * Returns: (transfer none) (nullable): the name of the file that it was copied from
 */
const char *
pact_plan_item_get_copied_from (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  return self->summary->copied_from;
}

/**
 * pact_plan_item_get_n_measures:
 * @self: a line of the library
 *
 * Returns: how many measures it has
 */
guint
pact_plan_item_get_n_measures (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), 0);

  return self->summary->n_measures;
}

/**
 * pact_plan_item_get_completeness:
 * @self: a line of the library
 * @filled: (out): how many of the fields that a submission needs are filled in
 * @required: (out): how many it needs
 */
void
pact_plan_item_get_completeness (PactPlanItem *self,
                                 guint *filled,
                                 guint *required)
{
  g_return_if_fail (PACT_IS_PLAN_ITEM (self));
  g_return_if_fail (filled != NULL && required != NULL);

  *filled = self->summary->filled;
  *required = self->summary->required;
}
