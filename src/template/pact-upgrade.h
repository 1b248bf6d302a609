/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"
#include "pact-template.h"

G_BEGIN_DECLS

/**
 * PactUpgradeNews:
 * @PACT_UPGRADE_NEW: the template proposes something that it did not propose before
 * @PACT_UPGRADE_LEFT: the template proposed it before already, and it was taken out of the plan
 * @PACT_UPGRADE_CHANGED: the template says something else, and the plan still what the template said before
 * @PACT_UPGRADE_BOTH_CHANGED: the template says something else, and so does the plan
 * @PACT_UPGRADE_WITHDRAWN: the template does not propose it any more
 *
 * What a newer version of a template means for a plan.
 */
typedef enum
{
  PACT_UPGRADE_NEW,
  PACT_UPGRADE_LEFT,
  PACT_UPGRADE_CHANGED,
  PACT_UPGRADE_BOTH_CHANGED,
  PACT_UPGRADE_WITHDRAWN,
} PactUpgradeNews;

/**
 * PactUpgradeStep:
 * @news: what it is
 * @template: the template, in the newer version
 * @item: (nullable): what the template proposes, %NULL for what it has withdrawn
 * @element: (nullable): the element of the plan; for what is new the measure below which it would stand, or %NULL
 * @field: (nullable): for what has changed, the field
 * @before: (nullable): what the template said there before, %NULL for nothing, or if nobody knows
 * @after: (nullable): what it says there now
 * @is_taken: whether the plan shall follow the template in this
 *
 * One thing that can be taken over from a newer version of a template, or not.
 */
typedef struct
{
  PactUpgradeNews news;
  PactTemplate *template;
  PactTemplateItem *item;
  PactElement *element;
  const PactField *field;
  char *before;
  char *after;
  gboolean is_taken;
} PactUpgradeStep;

/**
 * PactUpgrade:
 *
 * What newer versions of its templates would change in a plan.
 */
typedef struct _PactUpgrade PactUpgrade;

gboolean pact_upgrade_is_due (PactPlan *plan,
                              PactTemplateLibrary *templates);
PactUpgrade *pact_upgrade_new (PactPlan *plan,
                               PactTemplateLibrary *templates);
void pact_upgrade_free (PactUpgrade *self);
GPtrArray *pact_upgrade_get_templates (PactUpgrade *self);
GPtrArray *pact_upgrade_get_steps (PactUpgrade *self);
PactPlan *pact_upgrade_get_plan (PactUpgrade *self);

/* What is written into the plan, for the editor. */

/**
 * PactUpgradeFill:
 * @element: an element of the plan
 * @field: a field of it
 * @value: (nullable): what it shall say
 */
typedef struct
{
  PactElement *element;
  const PactField *field;
  char *value;
} PactUpgradeFill;

GPtrArray *pact_upgrade_list_fills (PactUpgrade *self);

/**
 * PactUpgradeAddition:
 * @record: an element that comes into the plan
 * @parent: (nullable): the element of the plan below which it comes, %NULL if it comes below another that comes
 * @before: (nullable): the element of the plan before which it comes, %NULL for the end
 */
typedef struct
{
  PactRecord *record;
  PactElement *parent;
  PactElement *before;
} PactUpgradeAddition;

GPtrArray *pact_upgrade_list_additions (PactUpgrade *self);
GPtrArray *pact_upgrade_list_removals (PactUpgrade *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactUpgrade, pact_upgrade_free)

G_END_DECLS
