/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-next-dates"

#include "config.h"

#include "pact-next-dates.h"

/*
 * What comes next in a plan: the dates of its measures and milestones.
 *
 * A date known to the month or the year is still to come until its last day has passed.
 */

/* As many as can be taken in at a glance. */
#define N_DATES 6

typedef struct
{
  const GDate *today;
  GArray *dates;
} Search;

static gboolean
is_done (PactElement *element)
{
  return pact_element_is_waived (element) || pact_element_is_over (element)
         || (pact_element_is_kind (element, "milestone") && pact_element_get (element, "reached_on") != NULL);
}

static void
collect (PactElement *element,
         gpointer data)
{
  Search *search = data;
  const PactKind *kind = pact_element_get_kind (element);

  if (!pact_element_is_kind (element, "measure") && !pact_element_is_kind (element, "milestone"))
    return;
  if (is_done (element))
    return;

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];
      const char *value = field->type == PACT_TYPE_DATE ? pact_element_get_value (element, field) : NULL;
      PactNextDate next = { .element = element, .field = field };
      GDate *last_day;

      if (value == NULL || !pact_date_parse (value, &next.date))
        continue;
      last_day = pact_date_last_day (&next.date);
      next.last_day = g_date_get_julian (last_day);
      if (g_date_compare (last_day, search->today) >= 0)
        g_array_append_val (search->dates, next);
      g_date_free (last_day);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const PactNextDate *one = a;
  const PactNextDate *two = b;

  return one->last_day < two->last_day ? -1 : one->last_day > two->last_day;
}

/**
 * pact_next_dates_list:
 * @plan: a plan
 * @today: the day on which it is asked
 *
 * Lists what comes next, today included. What has been waived or reached does not come any more, nor does what belongs to a measure
 * that has been completed or dropped.
 *
 * Returns: (transfer full) (element-type PactNextDate): at most six dates, the next one first, those of one day in the
 *   order of the plan; valid until the plan changes
 */
GArray *
pact_next_dates_list (PactPlan *plan,
                      const GDate *today)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (PactNextDate));

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  pact_element_walk (pact_plan_get_root (plan), collect, &(Search){ today, dates });
  g_array_sort (dates, compare);
  g_array_set_size (dates, MIN (dates->len, N_DATES));

  return g_steal_pointer (&dates);
}
