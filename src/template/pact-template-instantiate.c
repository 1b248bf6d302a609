/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-instantiate"

#include "config.h"

#include "pact-plan.h"
#include "pact-template-private.h"
#include "pact-value.h"

/*
 * What a template fills in is what its format has a member for: never baselines, targets, dates,
 * money or names.
 */

static char *
join_codes (const PactField *field,
            json_object *list)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (gsize i = 0; i < json_object_array_length (list); i++)
    g_ptr_array_add (codes, (gpointer) json_object_get_string (json_object_array_get_idx (list, i)));
  g_ptr_array_add (codes, NULL);

  return pact_field_join_codes (field, (const char *const *) codes->pdata);
}

/* A translation can be too long where the original is not. */
static const char *
choose_text (PactTemplateItem *item,
             json_object *value,
             const PactField *field,
             const char *language)
{
  const char *text = _pact_template_translate (item->template, value, language);

  return pact_field_check (field, text, NULL) ? text : json_object_get_string (value);
}

static void
fill_member (PactRecord *record,
             PactTemplateItem *item,
             const PactMember *member,
             json_object *value,
             const char *language)
{
  const PactField *field = pact_kind_find_field (item->kind, member->field);
  g_autofree char *codes = NULL;

  switch (member->type)
    {
    case PACT_MEMBER_TEXT:
      pact_record_set (record, member->field, choose_text (item, value, field, language));
      break;
    case PACT_MEMBER_KEY:
    case PACT_MEMBER_CODE:
      pact_record_set (record, member->field, json_object_get_string (value));
      break;
    case PACT_MEMBER_CODES:
      codes = join_codes (field, value);
      pact_record_set (record, member->field, codes);
      break;
    case PACT_MEMBER_BOOLEAN:
      pact_record_set (record, member->field, json_object_get_boolean (value) ? "1" : "0");
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * _pact_template_item_make_record:
 * @item: an item of a template
 * @parent: the UUID of the element below which it shall stand
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): @item as an element, without what stands below it
 */
PactRecord *
_pact_template_item_make_record (PactTemplateItem *item,
                                 const char *parent,
                                 const char *language)
{
  PactRecord *record = pact_record_new (item->kind, parent);
  g_autofree char *said = NULL;

  record->position = (item->index + 1) * PACT_POSITION_STEP;
  for (gsize i = 0; i < item->shape->n_members; i++)
    {
      const PactMember *member = &item->shape->members[i];
      json_object *value = member->field != NULL ? json_object_object_get (item->object, member->name) : NULL;

      if (value != NULL)
        fill_member (record, item, member, value, language);
    }
  said = _pact_template_item_write_said (item, record);
  pact_record_set (record, "template_said", said);

  return record;
}

static gboolean
is_indicator (PactTemplateItem *item)
{
  return g_str_equal (item->kind->name, "indicator");
}

/**
 * _pact_template_item_is_main:
 * @item: an item of a template
 *
 * Returns: whether a plan takes it without being asked: all but the further indicators of a measure
 */
gboolean
_pact_template_item_is_main (PactTemplateItem *item)
{
  return !is_indicator (item) || item->index == 0;
}

static GPtrArray *
instantiate (PactTemplate *self,
             const char *language,
             gboolean has_all)
{
  g_autofree char *plan_language = _pact_template_dup_language (self, language);
  g_autofree char *keys = _pact_template_write_keys (self);
  g_autoptr (GHashTable) uuids = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *records = pact_record_list_new ();
  GPtrArray *items = _pact_template_get_items (self);
  PactRecord *root = pact_record_new (pact_model_get_root (_pact_template_get_model (self)), NULL);

  pact_record_set (root, "template_id", pact_template_get_id (self));
  pact_record_set (root, "template_version", pact_template_get_version (self));
  pact_record_set (root, "template_keys", keys);
  pact_record_set (root, "language", plan_language);
  pact_record_set (root, "state", "drafting");
  g_ptr_array_add (records, root);
  for (guint i = 0; i < items->len; i++)
    {
      PactTemplateItem *item = g_ptr_array_index (items, i);
      const char *parent = item->parent != NULL ? g_hash_table_lookup (uuids, item->parent) : root->uuid;
      PactRecord *record;

      if (!has_all && !_pact_template_item_is_main (item))
        continue;
      record = _pact_template_item_make_record (item, parent, plan_language);
      g_hash_table_insert (uuids, item, record->uuid);
      g_ptr_array_add (records, record);
    }

  return records;
}

/**
 * pact_template_instantiate:
 * @self: a template
 * @language: (nullable): the BCP 47 tag of the plan's language, or %NULL for the interface's
 *
 * Makes a plan of a template: all its pillars, objectives and measures, each measure with its main indicator, which is the first,
 * with its texts in @language as far as they are translated. What else is suggested to count is asked for with
 * pact_template_item_instantiate_indicators(). The plan itself has no title yet.
 *
 * Returns: (transfer full) (element-type PactRecord): the plan as plain data, the plan itself first
 */
GPtrArray *
pact_template_instantiate (PactTemplate *self,
                           const char *language)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return instantiate (self, language, FALSE);
}

/**
 * pact_template_to_plan:
 * @self: a template
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer full): all that the template proposes, as a plan that is in no library: to be looked at, and to take parts
 *   of it
 */
PactPlan *
pact_template_to_plan (PactTemplate *self,
                       const char *language)
{
  g_autoptr (GError) error = NULL;
  PactPlan *plan;

  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  plan = pact_plan_new_take_records (_pact_template_get_model (self), instantiate (self, language, TRUE), &error);
  /* What was found to be a template makes a plan. */
  g_assert_no_error (error);

  return plan;
}

/**
 * pact_template_item_instantiate_indicators:
 * @item: a measure of a template
 * @parent: the UUID of the measure of a plan that they shall stand under
 * @language: (nullable): the BCP 47 tag of the plan's language, or %NULL for the interface's
 *
 * Returns: (transfer full) (element-type PactRecord): the indicators that the template suggests for @item
 */
GPtrArray *
pact_template_item_instantiate_indicators (PactTemplateItem *item,
                                           const char *parent,
                                           const char *language)
{
  g_autofree char *plan_language = NULL;
  GPtrArray *records, *items;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (parent != NULL, NULL);

  plan_language = _pact_template_dup_language (item->template, language);
  records = pact_record_list_new ();
  items = _pact_template_get_items (item->template);
  for (guint i = 0; i < items->len; i++)
    {
      PactTemplateItem *other = g_ptr_array_index (items, i);

      if (other->parent == item && is_indicator (other))
        g_ptr_array_add (records, _pact_template_item_make_record (other, parent, plan_language));
    }

  return records;
}
