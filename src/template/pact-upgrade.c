/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-upgrade"

#include "config.h"

#include <string.h>

#include "pact-template-private.h"
#include "pact-upgrade.h"

/*
 * Three things are held against each other: what the template said when an element came into the plan, what it says now, and
 * what the plan says. Only where the plan still says what the template said is it safe to follow the template.
 *
 * A template that single measures were taken from says what is new of these; what else it proposes nobody has asked for.
 */

struct _PactUpgrade
{
  PactPlan *plan;
  GPtrArray *templates;  /* (owned) PactTemplate: the newer ones, the plan's first */
  PactTemplate *own;     /* (nullable): the newer version of the template that the plan began with, borrowed */
  GPtrArray *elements;   /* (owned) PactElement: what came from one of them, in the order of the plan */
  GHashTable *present;   /* (owned) key: PactElement: what came from the plan's own */
  GPtrArray *steps;      /* (owned) PactUpgradeStep */
};

static void
step_free (PactUpgradeStep *step)
{
  g_clear_object (&step->template);
  g_clear_object (&step->element);
  g_free (step->before);
  g_free (step->after);
  g_free (step);
}

/**
 * pact_upgrade_free:
 * @self: (transfer full): an upgrade
 *
 * Frees @self.
 */
void
pact_upgrade_free (PactUpgrade *self)
{
  g_object_unref (self->plan);
  g_ptr_array_unref (self->templates);
  g_ptr_array_unref (self->elements);
  g_hash_table_unref (self->present);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static gboolean
is_newer (PactTemplate *template,
          const char *version)
{
  return version == NULL || strverscmp (pact_template_get_version (template), version) > 0;
}

/* The template of an element, if there is a newer version of it. */
static PactTemplate *
find_newer (PactElement *element,
            PactTemplateLibrary *templates)
{
  const char *id = pact_element_get_template_id (element);
  PactElement *root = pact_plan_get_root (pact_element_get_plan (element));
  PactTemplate *template = id != NULL ? pact_template_library_find (templates, id) : NULL;
  g_autoptr (json_object) said = NULL;

  if (template == NULL)
    return NULL;
  if (g_strcmp0 (id, pact_element_get (root, "template_id")) == 0)
    return is_newer (template, pact_element_get (root, "template_version")) ? template : NULL;

  said = _pact_template_read_said (pact_element_get (element, "template_said"));

  return is_newer (template, _pact_said_get_version (said)) ? template : NULL;
}

typedef struct
{
  PactUpgrade *self;
  PactTemplateLibrary *templates;
} Collection;

static void
collect_element (PactElement *element,
                 gpointer data)
{
  Collection *collection = data;
  PactUpgrade *self = collection->self;
  PactTemplate *template = find_newer (element, collection->templates);

  if (template == NULL)
    return;

  g_ptr_array_add (self->elements, g_object_ref (element));
  if (!g_ptr_array_find (self->templates, template, NULL))
    g_ptr_array_add (self->templates, g_object_ref (template));
  if (template == self->own && !g_hash_table_contains (self->present, pact_element_get (element, "template_key")))
    g_hash_table_insert (self->present, (gpointer) pact_element_get (element, "template_key"), element);
}

static PactTemplate *
get_template (PactUpgrade *self,
              PactElement *element)
{
  const char *id = pact_element_get_template_id (element);

  for (guint i = 0; i < self->templates->len; i++)
    {
      PactTemplate *template = g_ptr_array_index (self->templates, i);

      if (g_strcmp0 (pact_template_get_id (template), id) == 0)
        return template;
    }

  return NULL;
}

static PactTemplateItem *
find_item (PactUpgrade *self,
           PactElement *element)
{
  PactTemplateItem *item = pact_template_find (get_template (self, element), pact_element_get (element, "template_key"));

  return item != NULL && item->kind == pact_element_get_kind (element) ? item : NULL;
}

static char *
dup_language (PactUpgrade *self,
              PactTemplate *template)
{
  const char *language = pact_element_get (pact_plan_get_root (self->plan), "language");

  return g_strdup (language != NULL ? language : pact_template_get_language (template));
}

static PactRecord *
make_record (PactUpgrade *self,
             PactTemplateItem *item,
             const char *parent)
{
  g_autofree char *language = dup_language (self, item->template);

  return _pact_template_item_make_record (item, parent, language);
}

static PactUpgradeStep *
add_step (PactUpgrade *self,
          PactUpgradeNews news,
          PactTemplate *template,
          PactTemplateItem *item,
          PactElement *element)
{
  PactUpgradeStep *step = g_new0 (PactUpgradeStep, 1);

  step->news = news;
  step->template = g_object_ref (template);
  step->item = item;
  step->element = element != NULL ? g_object_ref (element) : NULL;
  step->is_taken = news == PACT_UPGRADE_NEW || news == PACT_UPGRADE_CHANGED;
  g_ptr_array_add (self->steps, step);

  return step;
}

static void
compare_field (PactUpgrade *self,
               PactElement *element,
               PactTemplateItem *item,
               json_object *said,
               const PactField *field,
               const char *after)
{
  const char *before = _pact_said_get (said, field->name);
  const char *now = pact_element_get_value (element, field);
  PactUpgradeStep *step;

  if (g_strcmp0 (now, after) == 0 || (said != NULL && g_strcmp0 (before, after) == 0))
    return;

  step = add_step (self,
                   said != NULL && g_strcmp0 (now, before) == 0 ? PACT_UPGRADE_CHANGED : PACT_UPGRADE_BOTH_CHANGED,
                   item->template, item, element);
  step->field = field;
  step->before = g_strdup (before);
  step->after = g_strdup (after);
}

/* Fields of the program's own follow the template without a question. */
static void
compare_element (PactUpgrade *self,
                 PactElement *element,
                 PactTemplateItem *item)
{
  g_autoptr (PactRecord) record = make_record (self, item, NULL);
  g_autoptr (json_object) said = _pact_template_read_said (pact_element_get (element, "template_said"));

  for (gsize i = 0; i < item->shape->n_members; i++)
    {
      const PactMember *member = &item->shape->members[i];
      const PactField *field = member->field != NULL ? pact_kind_find_field (item->kind, member->field) : NULL;

      if (field != NULL && !(field->flags & PACT_FIELD_INTERNAL))
        compare_field (self, element, item, said, field, pact_record_get (record, field->name));
    }
}

static gboolean
is_below_withdrawn (PactUpgrade *self,
                    PactElement *element)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      PactUpgradeStep *step = g_ptr_array_index (self->steps, i);

      if (step->news == PACT_UPGRADE_WITHDRAWN && pact_element_contains (step->element, element))
        return TRUE;
    }

  return FALSE;
}

static void
compare_elements (PactUpgrade *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (self->elements, i);
      PactTemplateItem *item = find_item (self, element);

      if (item != NULL)
        compare_element (self, element, item);
      else if (!is_below_withdrawn (self, element))
        add_step (self, PACT_UPGRADE_WITHDRAWN, get_template (self, element), NULL, element);
    }
}

/* A measure that the plan does not have comes with its indicator; pillars and objectives come with their measures. */
static void
find_additions (PactUpgrade *self)
{
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *items;

  if (self->own == NULL)
    return;

  known = _pact_template_read_keys (pact_element_get (pact_plan_get_root (self->plan), "template_keys"));
  items = _pact_template_get_items (self->own);
  for (guint i = 0; i < items->len; i++)
    {
      PactTemplateItem *item = g_ptr_array_index (items, i);
      PactElement *parent = item->parent != NULL ? g_hash_table_lookup (self->present, item->parent->key) : NULL;
      gboolean is_measure = (item->kind->flags & PACT_KIND_MEASURE) != 0;
      PactUpgradeStep *step;

      if (g_hash_table_contains (self->present, item->key)
          || !(is_measure || (g_str_equal (item->kind->name, "indicator") && item->index == 0 && parent != NULL)))
        continue;
      step = add_step (self, g_hash_table_contains (known, item->key) ? PACT_UPGRADE_LEFT : PACT_UPGRADE_NEW, self->own, item,
                       is_measure ? NULL : parent);
      /* Where nobody knows what the template had, it may be what the planner took out. */
      if (g_hash_table_size (known) == 0)
        step->is_taken = FALSE;
    }
}

typedef struct
{
  PactTemplateLibrary *templates;
  gboolean is_due;
} Search;

static void
look_for_newer (PactElement *element,
                gpointer data)
{
  Search *search = data;

  /* Those of the plan's own template follow the plan. */
  if (search->is_due || pact_kind_find_field (pact_element_get_kind (element), "template_key") == NULL
      || pact_element_get (element, "template_id") == NULL)
    return;
  search->is_due = find_newer (element, search->templates) != NULL;
}

static PactTemplate *
find_own (PactPlan *plan,
          PactTemplateLibrary *templates)
{
  PactElement *root = pact_plan_get_root (plan);
  PactTemplate *template = pact_template_library_find (templates, pact_element_get (root, "template_id"));

  return template != NULL && is_newer (template, pact_element_get (root, "template_version")) ? template : NULL;
}

/**
 * pact_upgrade_is_due:
 * @plan: a plan
 * @templates: all templates there are
 *
 * Returns: whether there is a newer version of the template that @plan began with, or of one that something in it was taken from
 */
gboolean
pact_upgrade_is_due (PactPlan *plan,
                     PactTemplateLibrary *templates)
{
  Search search = { templates, FALSE };

  g_return_val_if_fail (PACT_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (PACT_IS_TEMPLATE_LIBRARY (templates), FALSE);

  if (find_own (plan, templates) != NULL)
    return TRUE;
  pact_element_walk (pact_plan_get_root (plan), look_for_newer, &search);

  return search.is_due;
}

/**
 * pact_upgrade_new:
 * @plan: a plan, which is not changed as long as the upgrade is used
 * @templates: all templates there are
 *
 * Holds a plan against the newer versions of its templates. What is new, and what has changed where the plan has not, is taken
 * unless somebody says otherwise; the rest is not.
 *
 * Returns: (transfer full): what they would change, which is nothing if there are none
 */
PactUpgrade *
pact_upgrade_new (PactPlan *plan,
                  PactTemplateLibrary *templates)
{
  PactUpgrade *self;
  Collection collection;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (PACT_IS_TEMPLATE_LIBRARY (templates), NULL);

  self = g_new0 (PactUpgrade, 1);
  self->plan = g_object_ref (plan);
  self->templates = g_ptr_array_new_with_free_func (g_object_unref);
  self->elements = g_ptr_array_new_with_free_func (g_object_unref);
  self->present = g_hash_table_new (g_str_hash, g_str_equal);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->own = find_own (plan, templates);
  if (self->own != NULL)
    g_ptr_array_add (self->templates, g_object_ref (self->own));

  collection = (Collection){ self, templates };
  pact_element_walk (pact_plan_get_root (plan), collect_element, &collection);
  find_additions (self);
  compare_elements (self);

  return self;
}

/**
 * pact_upgrade_get_plan:
 * @self: an upgrade
 *
 * Returns: (transfer none): the plan
 */
PactPlan *
pact_upgrade_get_plan (PactUpgrade *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/**
 * pact_upgrade_get_templates:
 * @self: an upgrade
 *
 * Returns: (transfer none) (element-type PactTemplate): the templates of which there is a newer version, the one that the plan
 *   began with first
 */
GPtrArray *
pact_upgrade_get_templates (PactUpgrade *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->templates;
}

/**
 * pact_upgrade_get_steps:
 * @self: an upgrade
 *
 * Returns: (transfer none) (element-type PactUpgradeStep): what can be taken over, first what the template has and the plan has
 *   not, in the order of the template, then what both have, in the order of the plan
 */
GPtrArray *
pact_upgrade_get_steps (PactUpgrade *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->steps;
}

static void
fill_free (PactUpgradeFill *fill)
{
  g_free (fill->value);
  g_free (fill);
}

static void
add_fill (GPtrArray *fills,
          PactElement *element,
          const PactField *field,
          const char *value)
{
  PactUpgradeFill *fill;

  if (g_strcmp0 (pact_element_get_value (element, field), value) == 0)
    return;

  fill = g_new0 (PactUpgradeFill, 1);
  fill->element = element;
  fill->field = field;
  fill->value = g_strdup (value);
  g_ptr_array_add (fills, fill);
}

static void
add_named_fill (GPtrArray *fills,
                PactElement *element,
                const char *field_name,
                const char *value)
{
  add_fill (fills, element, pact_kind_find_field (pact_element_get_kind (element), field_name), value);
}

/* What the program keeps of the template with an element. */
static void
fill_origin (PactUpgrade *self,
             GPtrArray *fills,
             PactElement *element)
{
  PactTemplateItem *item = find_item (self, element);
  g_autoptr (PactRecord) record = item != NULL ? make_record (self, item, NULL) : NULL;

  if (item == NULL)
    {
      /* The template does not know it any more: it is the plan's own. */
      add_named_fill (fills, element, "template_key", NULL);
      add_named_fill (fills, element, "template_id", NULL);
      add_named_fill (fills, element, "template_said", NULL);
      return;
    }

  for (gsize i = 0; i < item->shape->n_members; i++)
    {
      const char *name = item->shape->members[i].field;
      const PactField *field = name != NULL ? pact_kind_find_field (item->kind, name) : NULL;

      if (field != NULL && (field->flags & PACT_FIELD_INTERNAL))
        add_fill (fills, element, field, pact_record_get (record, name));
    }
  add_named_fill (fills, element, "template_said", pact_record_get (record, "template_said"));
}

static gboolean
is_removed (PactUpgrade *self,
            PactElement *element)
{
  g_autoptr (GPtrArray) removals = pact_upgrade_list_removals (self);

  for (guint i = 0; i < removals->len; i++)
    {
      if (pact_element_contains (g_ptr_array_index (removals, i), element))
        return TRUE;
    }

  return FALSE;
}

/**
 * pact_upgrade_list_fills:
 * @self: an upgrade
 *
 * Lists what is written into elements that are there: the fields that shall follow the template, and what the program keeps of
 * the templates. What has been refused is not asked for again.
 *
 * Returns: (transfer full) (element-type PactUpgradeFill): the fields that shall say something else
 */
GPtrArray *
pact_upgrade_list_fills (PactUpgrade *self)
{
  GPtrArray *fills;

  g_return_val_if_fail (self != NULL, NULL);

  fills = g_ptr_array_new_with_free_func ((GDestroyNotify) fill_free);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PactUpgradeStep *step = g_ptr_array_index (self->steps, i);

      if (step->is_taken && step->field != NULL)
        add_fill (fills, step->element, step->field, step->after);
    }
  for (guint i = 0; i < self->elements->len; i++)
    {
      if (!is_removed (self, g_ptr_array_index (self->elements, i)))
        fill_origin (self, fills, g_ptr_array_index (self->elements, i));
    }
  if (self->own != NULL)
    {
      g_autofree char *keys = _pact_template_write_keys (self->own);

      add_named_fill (fills, pact_plan_get_root (self->plan), "template_version", pact_template_get_version (self->own));
      add_named_fill (fills, pact_plan_get_root (self->plan), "template_keys", keys);
    }

  return fills;
}

static void
addition_free (PactUpgradeAddition *addition)
{
  pact_record_free (addition->record);
  g_free (addition);
}

/* The sibling that stands behind @item in the template, and under @parent in the plan. */
static PactElement *
find_next (PactUpgrade *self,
           PactTemplateItem *item,
           PactElement *parent)
{
  GPtrArray *items = _pact_template_get_items (self->own);
  guint index;

  if (!g_ptr_array_find (items, item, &index))
    return NULL;
  for (guint i = index + 1; i < items->len; i++)
    {
      PactTemplateItem *other = g_ptr_array_index (items, i);
      PactElement *element = other->parent == item->parent ? g_hash_table_lookup (self->present, other->key) : NULL;

      if (element != NULL && other->kind == item->kind && pact_element_get_parent (element) == parent)
        return element;
    }

  return NULL;
}

static const char *add_item (PactUpgrade *self,
                             GPtrArray *additions,
                             GHashTable *made,
                             PactTemplateItem *item);

/* The UUID of what @item stands below, which comes too if the plan does not have it. */
static const char *
ensure_parent (PactUpgrade *self,
               GPtrArray *additions,
               GHashTable *made,
               PactTemplateItem *item,
               PactElement **parent)
{
  *parent = item->parent != NULL ? g_hash_table_lookup (self->present, item->parent->key) : pact_plan_get_root (self->plan);

  return *parent != NULL ? pact_element_get_uuid (*parent) : add_item (self, additions, made, item->parent);
}

/* @made: (key): the PactTemplateItem of what comes, (value): its UUID */
static const char *
add_item (PactUpgrade *self,
          GPtrArray *additions,
          GHashTable *made,
          PactTemplateItem *item)
{
  const char *uuid = g_hash_table_lookup (made, item);
  PactUpgradeAddition *addition;
  PactElement *parent;

  if (uuid != NULL)
    return uuid;

  uuid = ensure_parent (self, additions, made, item, &parent);
  addition = g_new0 (PactUpgradeAddition, 1);
  addition->record = make_record (self, item, uuid);
  addition->parent = parent;
  addition->before = parent != NULL ? find_next (self, item, parent) : NULL;
  g_ptr_array_add (additions, addition);
  g_hash_table_insert (made, item, addition->record->uuid);

  return addition->record->uuid;
}

static void
add_main_indicators (PactUpgrade *self,
                     GPtrArray *additions,
                     GHashTable *made,
                     PactTemplateItem *measure)
{
  GPtrArray *items = _pact_template_get_items (self->own);

  for (guint i = 0; i < items->len; i++)
    {
      PactTemplateItem *item = g_ptr_array_index (items, i);

      if (item->parent == measure && _pact_template_item_is_main (item))
        add_item (self, additions, made, item);
    }
}

/**
 * pact_upgrade_list_additions:
 * @self: an upgrade
 *
 * Returns: (transfer full) (element-type PactUpgradeAddition): what comes into the plan, parents before what stands below them
 */
GPtrArray *
pact_upgrade_list_additions (PactUpgrade *self)
{
  GPtrArray *additions;
  g_autoptr (GHashTable) made = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  additions = g_ptr_array_new_with_free_func ((GDestroyNotify) addition_free);
  made = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PactUpgradeStep *step = g_ptr_array_index (self->steps, i);

      if (!step->is_taken || (step->news != PACT_UPGRADE_NEW && step->news != PACT_UPGRADE_LEFT))
        continue;
      add_item (self, additions, made, step->item);
      add_main_indicators (self, additions, made, step->item);
    }

  return additions;
}

/**
 * pact_upgrade_list_removals:
 * @self: an upgrade
 *
 * Returns: (transfer container) (element-type PactElement): what goes from the plan, with all that stands below it
 */
GPtrArray *
pact_upgrade_list_removals (PactUpgrade *self)
{
  GPtrArray *removals;

  g_return_val_if_fail (self != NULL, NULL);

  removals = g_ptr_array_new ();
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PactUpgradeStep *step = g_ptr_array_index (self->steps, i);

      if (step->is_taken && step->news == PACT_UPGRADE_WITHDRAWN)
        g_ptr_array_add (removals, step->element);
    }

  return removals;
}
