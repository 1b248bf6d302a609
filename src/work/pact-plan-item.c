/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-item"

#include "config.h"

#include "pact-plan-item-private.h"
#include "pact-text.h"

/**
 * PactPlanItem:
 *
 * A plan in the list of plans: what it says itself, short of its long texts, and what is known of the whole of it.
 */
struct _PactPlanItem
{
  GObject parent_instance;

  PactPlanSummary *summary;
  GStrv shown; /* its values as they can be shown: of what people wrote, what is harmless for what stands beside it */
};

G_DEFINE_FINAL_TYPE (PactPlanItem, pact_plan_item, G_TYPE_OBJECT)

static void
free_values (char **values,
             gsize n)
{
  for (gsize i = 0; values != NULL && i < n; i++)
    g_free (values[i]);
  g_free (values);
}

static void
pact_plan_item_finalize (GObject *object)
{
  PactPlanItem *self = PACT_PLAN_ITEM (object);

  free_values (self->shown, self->summary->root->kind->n_fields);
  g_clear_pointer (&self->summary, pact_plan_summary_free);

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
  const PactKind *kind = summary->root->kind;

  self->summary = summary;
  self->shown = g_new0 (char *, kind->n_fields);
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const char *value = summary->root->values[i];

      self->shown[i] = kind->fields[i].type == PACT_TYPE_TEXT ? pact_text_dup_shown (value) : g_strdup (value);
    }

  return self;
}

gboolean
_pact_plan_item_is_equal (PactPlanItem *self,
                          const PactPlanSummary *summary)
{
  const PactPlanSummary *own = self->summary;

  for (gsize i = 0; i < own->root->kind->n_fields; i++)
    {
      if (g_strcmp0 (own->root->values[i], summary->root->values[i]) != 0)
        return FALSE;
    }

  return g_str_equal (own->root->uuid, summary->root->uuid) && g_strcmp0 (own->modified, summary->modified) == 0
         && g_strcmp0 (own->trashed, summary->trashed) == 0 && own->n_measures == summary->n_measures
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

  return self->summary->root->uuid;
}

/**
 * pact_plan_item_get:
 * @self: a line of the library
 * @field_name: a field of a plan that is no long text
 *
 * Returns: (transfer none) (nullable): what the plan says there, as it can be shown; %NULL if there is nothing to see in it
 */
const char *
pact_plan_item_get (PactPlanItem *self,
                    const char *field_name)
{
  const PactKind *kind;
  const PactField *field;

  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), NULL);

  kind = self->summary->root->kind;
  field = pact_kind_find_field (kind, field_name);
  g_return_val_if_fail (field != NULL && field->type != PACT_TYPE_PROSE, NULL);

  return self->shown[pact_kind_get_field_index (kind, field)];
}

/**
 * pact_plan_item_get_modified:
 * @self: a line of the library
 *
 * Returns: (transfer none): when anything in the plan was last changed
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
 * Returns: whether the plan lies in the trash
 */
gboolean
pact_plan_item_is_trashed (PactPlanItem *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ITEM (self), FALSE);

  return self->summary->trashed != NULL;
}

/**
 * pact_plan_item_get_n_measures:
 * @self: a line of the library
 *
 * Returns: how many measures the plan has
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
 * @filled: (out): how many of the answers that a submission needs are there
 * @required: (out): how many it needs
 */
void
pact_plan_item_get_completeness (PactPlanItem *self,
                                 guint *filled,
                                 guint *required)
{
  g_return_if_fail (PACT_IS_PLAN_ITEM (self));

  *filled = self->summary->filled;
  *required = self->summary->required;
}
