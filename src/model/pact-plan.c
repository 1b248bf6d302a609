/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-element-private.h"
#include "pact-plan.h"
#include "pact-value.h"

/**
 * PactPlan:
 *
 * A whole plan in memory: its elements, an index of them by UUID, and counts that are kept up
 * with each change.
 *
 * It is changed by pact_plan_apply() alone, with what the database says. Belongs to the thread
 * that made it.
 */
struct _PactPlan
{
  GObject parent_instance;

  PactElementHome home;
  PactElement *root;   /* (borrowed) */
  GHashTable *unsaved; /* (nullable) (owned): see pact_plan_set_unsaved() */

  guint counts[PACT_MAX_KINDS];
};

enum
{
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactPlan, pact_plan, G_TYPE_OBJECT)

static void
pact_plan_finalize (GObject *object)
{
  PactPlan *self = PACT_PLAN (object);
  GHashTableIter iter;
  gpointer element;

  g_hash_table_iter_init (&iter, self->home.elements);
  while (g_hash_table_iter_next (&iter, NULL, &element))
    _pact_element_orphan (element);
  g_clear_pointer (&self->home.elements, g_hash_table_unref);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);

  G_OBJECT_CLASS (pact_plan_parent_class)->finalize (object);
}

static void
pact_plan_class_init (PactPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pact_plan_finalize;

  /**
   * PactPlan::applied:
   * @self: the plan
   * @structure: whether elements appeared, went or moved
   *
   * All changes of one edit have been taken over, and the counts are up to date.
   */
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
pact_plan_init (PactPlan *self)
{
  self->home.plan = self;
  self->home.elements = g_hash_table_new_full (pact_uuid_hash, g_str_equal, NULL, g_object_unref);
}

/* Takes @record. */
static PactElement *
add_element (PactPlan *self,
             PactRecord *record)
{
  PactElement *element = _pact_element_new_take (&self->home, record);

  g_hash_table_insert (self->home.elements, (gpointer) pact_element_get_uuid (element), element);
  self->counts[pact_model_get_index (self->home.model, pact_element_get_kind (element))]++;

  return element;
}

static void
remove_element (PactPlan *self,
                PactElement *element)
{
  self->counts[pact_model_get_index (self->home.model, pact_element_get_kind (element))]--;
  _pact_element_detach (element);
  _pact_element_orphan (element);
  g_hash_table_remove (self->home.elements, pact_element_get_uuid (element));
}

static gboolean
fail_structure (GError **error,
                const PactRecord *record)
{
  g_set_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_STRUCTURE,
               /* Translators: %s is the identifier of an element of a plan. */
               _("The element %s does not stand where an element of its kind may stand."), record->uuid);

  return FALSE;
}

/* Takes the records out of the array. */
static gboolean
take_all (PactPlan *self,
          GPtrArray *records,
          GError **error)
{
  /* Children are handed to their parents together, so that each list tells of it once. */
  g_autoptr (GHashTable) families =
    g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer parent, children, element_of_plan;

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);
      PactElement *above = record->parent != NULL ? pact_plan_lookup (self, record->parent) : NULL;
      PactElement *element;
      GPtrArray *family;

      if (pact_plan_lookup (self, record->uuid) != NULL)
        return fail_structure (error, record);
      if (i == 0 ? record->kind != pact_model_get_root (self->home.model)
                 : above == NULL || !pact_kind_may_contain (pact_element_get_kind (above), record->kind))
        return fail_structure (error, record);

      element = add_element (self, g_steal_pointer (&g_ptr_array_index (records, i)));
      if (i == 0)
        {
          self->root = element;
          continue;
        }
      family = g_hash_table_lookup (families, above);
      if (family == NULL)
        {
          family = g_ptr_array_new ();
          g_hash_table_insert (families, above, family);
        }
      g_ptr_array_add (family, element);
    }

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &parent, &children))
    {
      GPtrArray *family = children;
      g_autoptr (GPtrArray) of_kind = g_ptr_array_new ();

      for (gsize kind = 0; kind < self->home.model->n_kinds; kind++)
        {
          g_ptr_array_set_size (of_kind, 0);
          for (guint i = 0; i < family->len; i++)
            {
              if (pact_element_get_kind (g_ptr_array_index (family, i)) == &self->home.model->kinds[kind])
                g_ptr_array_add (of_kind, g_ptr_array_index (family, i));
            }
          if (of_kind->len > 0)
            _pact_element_attach_all (parent, of_kind);
        }
    }

  g_hash_table_iter_init (&iter, self->home.elements);
  while (g_hash_table_iter_next (&iter, NULL, &element_of_plan))
    _pact_element_recount (element_of_plan);

  return TRUE;
}

/**
 * pact_plan_new_from_records:
 * @model: the model table
 * @records: (element-type PactRecord): the plan's records, the plan itself first, parents before children
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the plan in memory; %NULL with @error set to
 *   %PACT_MODEL_ERROR_STRUCTURE if the records do not make a tree that @model allows
 */
PactPlan *
pact_plan_new_from_records (const PactModel *model,
                            GPtrArray *records,
                            GError **error)
{
  GPtrArray *copies;

  g_return_val_if_fail (records != NULL && records->len > 0, NULL);

  copies = pact_record_list_new ();
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, pact_record_copy (g_ptr_array_index (records, i)));

  return pact_plan_new_take_records (model, copies, error);
}

/**
 * pact_plan_new_take_records:
 * @model: the model table
 * @records: (transfer full) (element-type PactRecord): the plan's records, as for pact_plan_new_from_records()
 * @error: return location for an error
 *
 * The same without copying what the records say, which halves the memory that a large plan needs meanwhile.
 *
 * Returns: (transfer full) (nullable): the plan in memory, otherwise as pact_plan_new_from_records()
 */
PactPlan *
pact_plan_new_take_records (const PactModel *model,
                            GPtrArray *records,
                            GError **error)
{
  g_autoptr (PactPlan) self = NULL;
  g_autoptr (GPtrArray) taken = records;

  g_return_val_if_fail (model != NULL && model->n_kinds <= PACT_MAX_KINDS, NULL);
  g_return_val_if_fail (records != NULL && records->len > 0, NULL);

  self = g_object_new (PACT_TYPE_PLAN, NULL);
  self->home.model = model;
  if (!take_all (self, taken, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * pact_plan_get_model:
 * @self: a plan
 *
 * Returns: (transfer none): the model table it follows
 */
const PactModel *
pact_plan_get_model (PactPlan *self)
{
  g_return_val_if_fail (PACT_IS_PLAN (self), NULL);

  return self->home.model;
}

/**
 * pact_plan_get_root:
 * @self: a plan
 *
 * Returns: (transfer none): the element that is the plan itself
 */
PactElement *
pact_plan_get_root (PactPlan *self)
{
  g_return_val_if_fail (PACT_IS_PLAN (self), NULL);

  return self->root;
}

/**
 * pact_plan_lookup:
 * @self: a plan
 * @uuid: (nullable): a UUID
 *
 * Returns: (transfer none) (nullable): the element of that UUID, or %NULL
 */
PactElement *
pact_plan_lookup (PactPlan *self,
                  const char *uuid)
{
  g_return_val_if_fail (PACT_IS_PLAN (self), NULL);

  return uuid != NULL ? g_hash_table_lookup (self->home.elements, uuid) : NULL;
}

/**
 * pact_plan_get_currency:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the ISO 4217 code of its amounts
 */
const char *
pact_plan_get_currency (PactPlan *self)
{
  g_return_val_if_fail (PACT_IS_PLAN (self), NULL);

  return pact_element_get (self->root, "currency");
}

/**
 * pact_plan_count:
 * @self: a plan
 * @kind_name: the name of a kind
 *
 * Returns: how many elements of that kind the plan has
 */
guint
pact_plan_count (PactPlan *self,
                 const char *kind_name)
{
  const PactKind *kind;

  g_return_val_if_fail (PACT_IS_PLAN (self), 0);

  kind = pact_model_find_kind (self->home.model, kind_name);
  g_return_val_if_fail (kind != NULL, 0);

  return self->counts[pact_model_get_index (self->home.model, kind)];
}

/* Counts an element anew and notes that it was. */
static void
recount (PactElement *element,
         gpointer data)
{
  GHashTable *recounted = data;

  _pact_element_recount (element);
  g_hash_table_add (recounted, g_object_ref (element));
}

/* An element of which fields have changed, to be told when all of an edit has been taken over. */
typedef struct
{
  PactElement *element;
  GPtrArray *fields; /* PactField */
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_object_unref (notice->element);
  g_ptr_array_unref (notice->fields);
  g_free (notice);
}

/* Takes over one element that is new or different. If its place is, notes below what others have another one then too. */
static void
apply_record (PactPlan *self,
              const PactRecord *record,
              GPtrArray *notices,
              GHashTable *families,
              GHashTable *recounted)
{
  PactElement *element = pact_plan_lookup (self, record->uuid);
  PactElement *parent = pact_plan_lookup (self, record->parent);
  Notice *notice;
  gboolean moved = FALSE, changed;

  if (element == NULL)
    {
      g_return_if_fail (parent != NULL);
      element = add_element (self, pact_record_copy (record));
      _pact_element_attach (element, parent, record->position);
      moved = TRUE;
    }
  else if (pact_element_get_parent (element) != parent || pact_element_get_position (element) != record->position)
    {
      PactElement *old_parent = pact_element_get_parent (element);

      g_object_ref (element);
      _pact_element_detach (element);
      if (old_parent != NULL)
        g_hash_table_add (families, g_object_ref (old_parent));
      if (parent != NULL)
        _pact_element_attach (element, parent, record->position);
      g_object_unref (element);
      moved = TRUE;
    }
  if (moved && parent != NULL)
    g_hash_table_add (families, g_object_ref (parent));

  notice = g_new0 (Notice, 1);
  notice->element = g_object_ref (element);
  notice->fields = g_ptr_array_new ();
  g_ptr_array_add (notices, notice);

  /* What is required below a measure depends on the measure's situation. */
  changed = _pact_element_update (element, record, notice->fields);
  if (moved || (changed && (pact_element_get_kind (element)->flags & PACT_KIND_MEASURE)))
    pact_element_walk (element, recount, recounted);
  else if (changed)
    recount (element, recounted);
}

static void
tell_place (PactElement *element,
            gpointer data)
{
  _pact_element_tell_changed (element, NULL);
}

/* The same figure is another amount in another currency. */
static void
tell_amounts (PactElement *element,
              gpointer data)
{
  const PactKind *kind = pact_element_get_kind (element);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == PACT_TYPE_MONEY)
        _pact_element_tell_changed (element, &kind->fields[i]);
    }
}

static gboolean
has_ancestor_in (PactElement *element,
                 GHashTable *families)
{
  while ((element = pact_element_get_parent (element)) != NULL)
    {
      if (g_hash_table_contains (families, element))
        return TRUE;
    }

  return FALSE;
}

/* Where one element came, went or moved, its siblings and all below them have another number; nobody else has. */
static void
tell (PactPlan *self,
      GPtrArray *notices,
      GHashTable *families)
{
  GHashTableIter iter;
  gpointer family;

  for (guint i = 0; i < notices->len; i++)
    {
      const Notice *notice = g_ptr_array_index (notices, i);

      for (guint j = 0; j < notice->fields->len; j++)
        _pact_element_tell_changed (notice->element, g_ptr_array_index (notice->fields, j));
    }

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &family, NULL))
    {
      if (pact_plan_lookup (self, pact_element_get_uuid (family)) == family && !has_ancestor_in (family, families))
        pact_element_walk (family, tell_place, NULL);
    }
}

/* Whoever stands above something that was counted anew, came, went or moved has another tally too. */
static void
tell_tallied (PactPlan *self,
              GHashTable *families,
              GHashTable *recounted)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  GHashTable *sources[] = { families, recounted };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      GHashTableIter iter;
      gpointer source;

      g_hash_table_iter_init (&iter, sources[i]);
      while (g_hash_table_iter_next (&iter, &source, NULL))
        {
          for (PactElement *element = source; element != NULL && g_hash_table_add (told, element);
               element = pact_element_get_parent (element))
            _pact_element_tell_tallied (element);
        }
    }
}

static int
depth_of (PactElement *element)
{
  int depth = 0;

  while ((element = pact_element_get_parent (element)) != NULL)
    depth++;

  return depth;
}

static int
compare_depths (gconstpointer a,
                gconstpointer b)
{
  return depth_of (*(PactElement **) b) - depth_of (*(PactElement **) a);
}

/**
 * pact_plan_apply:
 * @self: a plan
 * @changes: (element-type PactChange): what the database says has changed
 *
 * Makes the plan in memory what the database is. The lists of children tell what comes and goes by
 * #GListModel::items-changed; when all changes have been taken over, each element that is different
 * tells so by #PactElement::changed, each whose tally may be by #PactElement::tallied, and at the end the plan by
 * #PactPlan::applied. When the currency is another one, so are all amounts.
 */
void
pact_plan_apply (PactPlan *self,
                 GPtrArray *changes)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GHashTable) families = NULL;
  g_autofree char *currency = NULL;
  g_autoptr (GHashTable) recounted = NULL;

  g_return_if_fail (PACT_IS_PLAN (self));
  g_return_if_fail (changes != NULL);

  currency = g_strdup (pact_plan_get_currency (self));
  notices = g_ptr_array_new_with_free_func (notice_free);
  families = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  recounted = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const PactChange *change = g_ptr_array_index (changes, i);

      if (change->record != NULL)
        apply_record (self, change->record, notices, families, recounted);
    }

  /* What stands deepest goes first, so that nothing loses its parent before itself. */
  gone = g_ptr_array_new ();
  for (guint i = 0; i < changes->len; i++)
    {
      const PactChange *change = g_ptr_array_index (changes, i);
      PactElement *element = change->record == NULL ? pact_plan_lookup (self, change->uuid) : NULL;

      if (element != NULL && element != self->root)
        g_ptr_array_add (gone, element);
    }
  g_ptr_array_sort (gone, compare_depths);
  for (guint i = 0; i < gone->len; i++)
    {
      PactElement *element = g_ptr_array_index (gone, i);

      g_hash_table_add (families, g_object_ref (pact_element_get_parent (element)));
      remove_element (self, element);
    }

  tell (self, notices, families);
  if (g_strcmp0 (pact_plan_get_currency (self), currency) != 0)
    pact_element_walk (self->root, tell_amounts, NULL);
  tell_tallied (self, families, recounted);
  g_signal_emit (self, signals[APPLIED], 0, g_hash_table_size (families) > 0);
}

static void
mark_unsaved (PactPlan *self,
              PactElement *element,
              GPtrArray *fields,
              GHashTable *recounted)
{
  /* What was deleted meanwhile counts nowhere. */
  if (!_pact_element_set_unsaved (element, fields) || pact_plan_lookup (self, pact_element_get_uuid (element)) != element)
    return;

  _pact_element_recount (element);
  g_hash_table_add (recounted, g_object_ref (element));
}

/**
 * pact_plan_set_unsaved:
 * @self: a plan
 * @unsaved: (element-type PactElement GPtrArray): elements of the plan, each owned, and those of their fields in which
 *   something stands that was typed and could not be saved; nothing stands in others from now on
 *
 * What is not saved is not in the plan, but its fields are shown with it: they are wrong until it is mended or taken back. So
 * neither an element with such a field nor anything above it is complete. Those that count differently tell so by
 * #PactElement::tallied.
 *
 * Returns: whether anything is different
 */
gboolean
pact_plan_set_unsaved (PactPlan *self,
                       GHashTable *unsaved)
{
  g_autoptr (GHashTable) recounted = NULL;
  g_autoptr (GHashTable) families = NULL;
  g_autoptr (GHashTable) before = NULL;
  GHashTableIter iter;
  gpointer element, fields;

  g_return_val_if_fail (PACT_IS_PLAN (self), FALSE);
  g_return_val_if_fail (unsaved != NULL, FALSE);

  recounted = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  families = g_hash_table_new (NULL, NULL);
  before = g_steal_pointer (&self->unsaved);
  self->unsaved = g_hash_table_ref (unsaved);
  if (before != NULL)
    {
      g_hash_table_iter_init (&iter, before);
      while (g_hash_table_iter_next (&iter, &element, NULL))
        mark_unsaved (self, element, g_hash_table_lookup (unsaved, element), recounted);
    }
  g_hash_table_iter_init (&iter, unsaved);
  while (g_hash_table_iter_next (&iter, &element, &fields))
    mark_unsaved (self, element, fields, recounted);
  tell_tallied (self, families, recounted);

  return g_hash_table_size (recounted) > 0;
}

/**
 * pact_plan_to_records:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type PactRecord): the whole plan as plain data, parents first
 */
GPtrArray *
pact_plan_to_records (PactPlan *self)
{
  g_return_val_if_fail (PACT_IS_PLAN (self), NULL);

  return pact_element_to_records (self->root);
}

static gboolean
records_are_equal (const PactRecord *one,
                   const PactRecord *two)
{
  if (one->kind != two->kind || one->position != two->position
      || g_strcmp0 (one->parent, two->parent) != 0 || g_strcmp0 (one->created, two->created) != 0
      || g_strcmp0 (one->modified, two->modified) != 0 || g_strcmp0 (one->extra, two->extra) != 0)
    return FALSE;

  for (gsize i = 0; i < one->kind->n_fields; i++)
    {
      if (g_strcmp0 (one->values[i], two->values[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * pact_plan_compare:
 * @self: a plan
 * @records: (element-type PactRecord): the whole plan as the database has it now, parents first
 *
 * Returns: (transfer full) (element-type PactChange): the changes that pact_plan_apply() needs to make
 *   @self equal to @records; empty if it is
 */
GPtrArray *
pact_plan_compare (PactPlan *self,
                   GPtrArray *records)
{
  g_autoptr (GHashTable) seen = NULL;
  GPtrArray *changes;
  GHashTableIter iter;
  gpointer uuid;

  g_return_val_if_fail (PACT_IS_PLAN (self), NULL);
  g_return_val_if_fail (records != NULL, NULL);

  changes = pact_change_list_new ();
  seen = g_hash_table_new (pact_uuid_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);
      PactElement *element = pact_plan_lookup (self, record->uuid);
      g_autoptr (PactRecord) known = element != NULL ? pact_element_to_record (element) : NULL;

      g_hash_table_add (seen, record->uuid);
      if (known == NULL || !records_are_equal (known, record))
        g_ptr_array_add (changes, pact_change_new (record->uuid, pact_record_copy (record)));
    }

  g_hash_table_iter_init (&iter, self->home.elements);
  while (g_hash_table_iter_next (&iter, &uuid, NULL))
    {
      if (!g_hash_table_contains (seen, uuid))
        g_ptr_array_add (changes, pact_change_new (uuid, NULL));
    }

  return changes;
}
