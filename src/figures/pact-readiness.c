/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-readiness"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-readiness.h"

/*
 * How ready a plan or a part of it is for submission, as it is shown: in the tree, beside the sections, in the overview, before
 * the submission and on the command line.
 *
 * People count measures: “8 of 26 measures”. Only inside a measure, and where there are none or all are ready, single
 * answers are counted.
 */

/**
 * pact_readiness_of_element:
 * @element: an element
 * @tally: (out caller-allocates): where to put it
 *
 * How ready @element is with everything below it. Inside a measure there are no measures to count.
 */
void
pact_readiness_of_element (PactElement *element,
                           PactTally *tally)
{
  pact_element_get_tally (element, tally);
  if (pact_element_get_ancestor (element, "measure") != NULL)
    tally->measures = tally->ready = 0;
}

/**
 * pact_readiness_of_root:
 * @plan: a plan
 * @tally: (out caller-allocates): where to put it
 *
 * How ready is what is said of the plan itself: the authority, the period.
 */
void
pact_readiness_of_root (PactPlan *plan,
                        PactTally *tally)
{
  *tally = (PactTally){ 0 };
  pact_element_get_completeness (pact_plan_get_root (plan), &tally->filled, &tally->required);
}

/**
 * pact_readiness_of_actors:
 * @plan: a plan
 * @tally: (out caller-allocates): where to put it
 *
 * How ready are the actors and the sources of funding.
 */
void
pact_readiness_of_actors (PactPlan *plan,
                          PactTally *tally)
{
  static const char *const kinds[] = { "actor", "funding_source" };

  *tally = (PactTally){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *children = pact_element_get_children_by_name (pact_plan_get_root (plan), kinds[i]);

      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr (PactElement) child = g_list_model_get_item (children, j);
          PactTally part;

          pact_element_get_tally (child, &part);
          tally->filled += part.filled;
          tally->required += part.required;
        }
    }
}

/**
 * pact_readiness_of_measures:
 * @plan: a plan
 * @tally: (out caller-allocates): where to put it
 *
 * How ready are the pillars with all that stands below them, and what else belongs to none of the other parts.
 */
void
pact_readiness_of_measures (PactPlan *plan,
                            PactTally *tally)
{
  PactTally root;
  PactTally actors;

  pact_element_get_tally (pact_plan_get_root (plan), tally);
  pact_readiness_of_root (plan, &root);
  pact_readiness_of_actors (plan, &actors);
  tally->filled -= root.filled + actors.filled;
  tally->required -= root.required + actors.required;
}

static void
count_assessed (PactElement *element,
                gpointer data)
{
  PactTally *tally = data;

  if (!(pact_element_get_kind (element)->flags & PACT_KIND_MEASURE))
    return;
  tally->measures++;
  tally->ready += pact_element_get (element, "situation") != NULL || pact_element_is_left_out (element);
}

/**
 * pact_readiness_of_assessment:
 * @plan: a plan
 * @tally: (out caller-allocates): where to put it
 *
 * How many of the measures it has been said of where they stand today, or that they are left out. Here each measure is one answer.
 */
void
pact_readiness_of_assessment (PactPlan *plan,
                              PactTally *tally)
{
  *tally = (PactTally){ 0 };
  pact_element_walk (pact_plan_get_root (plan), count_assessed, tally);
  tally->filled = tally->ready;
  tally->required = tally->measures;
}

/**
 * pact_readiness_is_complete:
 * @tally: how ready something is
 *
 * Returns: whether nothing is missing or wrong
 */
gboolean
pact_readiness_is_complete (const PactTally *tally)
{
  g_return_val_if_fail (tally != NULL, FALSE);

  return tally->filled == tally->required;
}

static gboolean
counts_measures (const PactTally *tally)
{
  return tally->ready < tally->measures || (tally->measures > 0 && pact_readiness_is_complete (tally));
}

/**
 * pact_readiness_write:
 * @tally: how ready something is
 *
 * Returns: (transfer full): the same in few characters, for beside a title: “8/26”
 */
char *
pact_readiness_write (const PactTally *tally)
{
  g_return_val_if_fail (tally != NULL, NULL);

  if (counts_measures (tally))
    {
      /* Translators: how many measures of a plan are ready: %1$u of %2$u. */
      return g_strdup_printf (C_ ("measures", "%1$u/%2$u"), tally->ready, tally->measures);
    }

  /* Translators: how many of the answers that are needed have been given: %1$u of %2$u. */
  return g_strdup_printf (C_ ("answers", "%1$u/%2$u"), tally->filled, tally->required);
}

/**
 * pact_readiness_describe:
 * @tally: how ready something is
 *
 * Returns: (transfer full): the same in a sentence, for where there is room, and for who does not see the figures
 */
char *
pact_readiness_describe (const PactTally *tally)
{
  g_return_val_if_fail (tally != NULL, NULL);

  if (counts_measures (tally))
    return g_strdup_printf (ngettext ("%1$u of %2$u measure is ready for submission.",
                                      "%1$u of %2$u measures are ready for submission.", tally->measures),
                            tally->ready, tally->measures);

  return g_strdup_printf (ngettext ("%1$u of %2$u answer that a submission needs has been given.",
                                    "%1$u of %2$u answers that a submission needs have been given.", tally->required),
                          tally->filled, tally->required);
}

/**
 * pact_readiness_describe_assessment:
 * @tally: what pact_readiness_of_assessment() has counted
 *
 * Returns: (transfer full): the same in a sentence
 */
char *
pact_readiness_describe_assessment (const PactTally *tally)
{
  g_return_val_if_fail (tally != NULL, NULL);

  return g_strdup_printf (ngettext ("It has been said of %1$u of %2$u measure where it stands today.",
                                    "It has been said of %1$u of %2$u measures where they stand today.", tally->measures),
                          tally->ready, tally->measures);
}
