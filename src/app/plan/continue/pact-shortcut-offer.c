/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-shortcut-offer"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-proposal.h"
#include "pact-shortcut-offer.h"
#include "pact-text.h"
#include "pact-words.h"

/* What one click can answer for the whole plan. It is offered, and never done by itself. */

static PactShortcutOffer *
offer_new (void)
{
  PactShortcutOffer *self = g_new0 (PactShortcutOffer, 1);

  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_cell_free);

  return self;
}

/* The period of the plan, for measures. A measure that has begun before it ends or ends before it begins is left out. */
static PactShortcutOffer *
offer_period (PactPlan *plan,
              const PactGap *gap,
              gboolean is_start)
{
  const char *field_name = is_start ? "period_start" : "period_end";
  PactElement *root = pact_plan_get_root (plan);
  const char *value = pact_element_get (root, field_name);
  g_autofree char *shown = NULL;
  PactShortcutOffer *self;

  if (value == NULL)
    return NULL;

  self = offer_new ();
  for (guint i = 0; i < gap->elements->len; i++)
    {
      PactElement *measure = g_ptr_array_index (gap->elements, i);

      if (pact_element_get_value (measure, gap->field) == NULL)
        g_ptr_array_add (self->cells, pact_cell_new (measure, gap->field, value));
    }
  shown = pact_value_display (pact_kind_find_field (pact_element_get_kind (root), field_name), value, root, NULL);
  if (is_start)
    /* Translators: a button; %2$s is the date on which the period of the plan begins, and %1$u measures have none yet. */
    self->label = g_strdup_printf (ngettext ("Let %1$u measure start with the plan (%2$s)",
                                             "Let all %1$u measures start with the plan (%2$s)", self->cells->len),
                                   self->cells->len, shown);
  else
    /* Translators: a button; %2$s is the date on which the period of the plan ends, and %1$u measures have none yet. */
    self->label = g_strdup_printf (ngettext ("Let %1$u measure end with the plan (%2$s)",
                                             "Let all %1$u measures end with the plan (%2$s)", self->cells->len),
                                   self->cells->len, shown);

  return self;
}

static void
count_lead (PactElement *element,
            gpointer data)
{
  const char *lead = pact_element_is_kind (element, "measure") ? pact_element_get (element, "lead") : NULL;

  if (lead != NULL)
    g_hash_table_insert (data, (gpointer) lead, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (data, lead)) + 1));
}

/* Who leads most of the other measures; as long as nobody leads any, the authority itself. */
static char *
dup_likely_lead (PactPlan *plan)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  PactElement *root = pact_plan_get_root (plan);
  GListModel *actors = pact_element_get_children_by_name (root, "actor");
  const char *name = pact_element_get (root, "authority_name");
  guint most = 0;

  pact_element_walk (root, count_lead, counts);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (PactElement) actor = g_list_model_get_item (actors, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pact_element_get_uuid (actor)));

      if (n > most && pact_element_get_title (actor) != NULL)
        {
          most = n;
          name = pact_element_get_title (actor);
        }
    }

  return name != NULL ? pact_text_clean_line (name) : NULL;
}

static PactShortcutOffer *
offer_lead (PactPlan *plan,
            const PactGap *gap)
{
  g_autofree char *name = dup_likely_lead (plan);
  g_autofree char *short_name = name != NULL ? pact_text_shorten_title (name) : NULL;
  PactShortcutOffer *self;

  if (name == NULL)
    return NULL;

  self = offer_new ();
  for (guint i = 0; i < gap->elements->len; i++)
    g_ptr_array_add (self->cells, pact_cell_new_named (g_ptr_array_index (gap->elements, i), gap->field, name));
  /* Translators: a button; %2$s is the name of a body, and %1$u measures have no lead body yet. */
  self->label = g_strdup_printf (ngettext ("Let “%2$s” lead %1$u measure", "Let “%2$s” lead all %1$u measures", gap->elements->len),
                                 gap->elements->len, short_name);

  return self;
}

/* What each indicator suggests for itself. */
static PactShortcutOffer *
offer_proposals (const PactGap *gap)
{
  g_autoptr (PactShortcutOffer) self = offer_new ();

  for (guint i = 0; i < gap->elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (gap->elements, i);
      g_autofree char *proposal = pact_proposal_dup (element, gap->field);

      if (proposal != NULL)
        g_ptr_array_add (self->cells, pact_cell_new (element, gap->field, proposal));
    }
  if (self->cells->len == 0)
    return NULL;
  self->label = g_strdup_printf (ngettext ("Use the suggestion for %u of them", "Use the suggestions for %u of them",
                                           self->cells->len), self->cells->len);

  return g_steal_pointer (&self);
}

/**
 * pact_shortcut_offer_find:
 * @plan: a plan
 * @gap: a question that is open in it
 *
 * Returns: (transfer full) (nullable): what could be answered for all, or many, of the elements at once
 */
PactShortcutOffer *
pact_shortcut_offer_find (PactPlan *plan,
                          const PactGap *gap)
{
  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (gap != NULL, NULL);

  if (g_str_equal (gap->kind->name, "measure") && g_str_equal (gap->field->name, "lead"))
    return offer_lead (plan, gap);
  if (g_str_equal (gap->kind->name, "measure") && g_str_equal (gap->field->name, "start"))
    return offer_period (plan, gap, TRUE);
  if (g_str_equal (gap->kind->name, "measure") && g_str_equal (gap->field->name, "end"))
    return offer_period (plan, gap, FALSE);

  return offer_proposals (gap);
}

/**
 * pact_shortcut_offer_free:
 * @self: (transfer full): an offer
 */
void
pact_shortcut_offer_free (PactShortcutOffer *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->label);
  g_free (self);
}
