/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-order"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-plan-order.h"
#include "pact-words.h"

/* In which order plans are listed, what they can be narrowed down by, and the menu for both. */

static int
compare_texts (const char *a,
               const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return g_utf8_collate (a, b);
}

/* The last changed first. */
static int
compare_modified (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  return g_strcmp0 (pact_plan_item_get_modified ((PactPlanItem *) b), pact_plan_item_get_modified ((PactPlanItem *) a));
}

static int
compare_title (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  return compare_texts (pact_plan_item_get ((PactPlanItem *) a, "title"), pact_plan_item_get ((PactPlanItem *) b, "title"));
}

static int
compare_authority (gconstpointer a,
                   gconstpointer b,
                   gpointer user_data)
{
  int order = compare_texts (pact_plan_item_get ((PactPlanItem *) a, "authority_name"),
                             pact_plan_item_get ((PactPlanItem *) b, "authority_name"));

  return order != 0 ? order : compare_title (a, b, NULL);
}

/* The newest period first. */
static int
compare_period (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  int order = g_strcmp0 (pact_plan_item_get ((PactPlanItem *) b, "period_start"),
                         pact_plan_item_get ((PactPlanItem *) a, "period_start"));

  return order != 0 ? order : compare_title (a, b, NULL);
}

static const struct
{
  const char *name;
  const char *label;
  GCompareDataFunc compare;
} orders[] = {
  { "modified", NC_ ("order of plans", "Last Change"), compare_modified },
  { "title", NC_ ("order of plans", "Title"), compare_title },
  { "authority", NC_ ("order of plans", "Authority"), compare_authority },
  { "period", NC_ ("order of plans", "Period"), compare_period },
};

static const struct
{
  const char *action;
  const char *label;
  const char *all_label;
  const char *field;
} traits[] = {
  [PACT_PLAN_TRAIT_STATE] = { "library.state", NC_ ("filter", "State"), NC_ ("filter", "Any State"),
                              "state" },
  [PACT_PLAN_TRAIT_TEMPLATE] = { "library.template", NC_ ("filter", "Template"), NC_ ("filter", "Any Template"),
                                 "template_id" },
  [PACT_PLAN_TRAIT_COUNTRY] = { "library.country", NC_ ("filter", "Country"), NC_ ("filter", "Any Country"),
                                "country" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (traits) == PACT_N_PLAN_TRAITS);

/**
 * pact_plan_sorter_new:
 * @order: (nullable): “modified”, “title”, “authority” or “period”
 *
 * Returns: (transfer full): what puts plans in that order
 */
GtkSorter *
pact_plan_sorter_new (const char *order)
{
  GCompareDataFunc compare = compare_modified;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_strcmp0 (order, orders[i].name) == 0)
        compare = orders[i].compare;
    }

  return GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));
}

/**
 * pact_plan_item_get_trait:
 * @item: a plan
 * @trait: what to look at
 *
 * Returns: (transfer none): its state, its template's id or its country's code; empty if it has none
 */
const char *
pact_plan_item_get_trait (PactPlanItem *item,
                          PactPlanTrait trait)
{
  const char *value;

  g_return_val_if_fail ((guint) trait < PACT_N_PLAN_TRAITS, NULL);

  value = pact_plan_item_get (item, traits[trait].field);

  return value != NULL ? value : "";
}

/**
 * pact_plan_trait_dup_label:
 * @trait: what is looked at
 * @value: a state, a template's id or a country's code
 * @templates: where the names of templates are found
 *
 * Returns: (transfer full): what people read for it
 */
char *
pact_plan_trait_dup_label (PactPlanTrait trait,
                           const char *value,
                           PactTemplateLibrary *templates)
{
  const PactKind *kind = pact_model_get_root (pact_model_get_default ());

  switch (trait)
    {
    case PACT_PLAN_TRAIT_STATE:
      return pact_value_display (pact_kind_find_field (kind, "state"), value, NULL, NULL);

    case PACT_PLAN_TRAIT_TEMPLATE:
      return pact_template_library_dup_name (templates, value);

    case PACT_PLAN_TRAIT_COUNTRY:
      return pact_value_display (pact_kind_find_field (kind, "country"), value, NULL, NULL);

    default:
      g_return_val_if_reached (g_strdup (value));
    }
}

/* Something that plans can be narrowed down to. */
typedef struct
{
  char *value;
  char *label;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice);
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *one = *(const Choice *const *) a;
  const Choice *two = *(const Choice *const *) b;
  int order = g_utf8_collate (one->label, two->label);

  return order != 0 ? order : g_strcmp0 (one->value, two->value);
}

/* What the plans have of a trait, each once, in the order of the labels. */
static GPtrArray *
collect_choices (GListModel *plans,
                 PactTemplateLibrary *templates,
                 PactPlanTrait trait)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);
      const char *value = pact_plan_item_get_trait (item, trait);
      Choice *choice;

      if (pact_plan_item_is_trashed (item) || *value == '\0' || !g_hash_table_add (values, g_strdup (value)))
        continue;
      choice = g_new0 (Choice, 1);
      choice->value = g_strdup (value);
      choice->label = pact_plan_trait_dup_label (trait, value, templates);
      g_ptr_array_add (choices, choice);
    }
  g_ptr_array_sort (choices, compare_choices);

  return choices;
}

static void
append_choice (GMenu *menu,
               const char *label,
               const char *action,
               const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

/**
 * pact_plan_view_menu_new:
 * @plans: all plans
 * @templates: where the names of templates are found
 *
 * Returns: (transfer full): the menu that orders and narrows down the list, with what there is to choose now
 */
GMenuModel *
pact_plan_view_menu_new (GListModel *plans,
                         PactTemplateLibrary *templates)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) order_section = g_menu_new ();
  g_autoptr (GMenu) filter_section = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    append_choice (order_section, g_dpgettext2 (GETTEXT_PACKAGE, "order of plans", orders[i].label), "library.order",
                   orders[i].name);
  g_menu_append_section (menu, C_ ("menu", "Order By"), G_MENU_MODEL (order_section));

  for (gsize i = 0; i < G_N_ELEMENTS (traits); i++)
    {
      g_autoptr (GPtrArray) choices = collect_choices (plans, templates, i);
      g_autoptr (GMenu) submenu = g_menu_new ();
      g_autoptr (GMenu) section = g_menu_new ();

      append_choice (submenu, g_dpgettext2 (GETTEXT_PACKAGE, "filter", traits[i].all_label), traits[i].action, "");
      for (guint j = 0; j < choices->len; j++)
        {
          const Choice *choice = g_ptr_array_index (choices, j);

          append_choice (section, choice->label, traits[i].action, choice->value);
        }
      g_menu_append_section (submenu, NULL, G_MENU_MODEL (section));
      g_menu_append_submenu (filter_section, g_dpgettext2 (GETTEXT_PACKAGE, "filter", traits[i].label),
                             G_MENU_MODEL (submenu));
    }
  g_menu_append_section (menu, C_ ("menu", "Show Only"), G_MENU_MODEL (filter_section));

  return G_MENU_MODEL (menu);
}
