/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-tables.h"

/* How complete each plan is, kept in the file with every change. */

G_BEGIN_DECLS

/* Counts the measures of a plan that are part of it, as pact_element_is_left_out() tells for elements in memory. */
#define PACT_TALLY_COUNT_MEASURES(plan) \
  "SELECT count(*) FROM element x JOIN measure m ON m.id = x.id WHERE x.plan = " plan " AND x.kind = 'measure'" \
  " AND coalesce (m.inclusion, iif (m.situation = 'not-applicable', 'excluded', 'included')) NOT IN ('later', 'excluded')"

gboolean _pact_tally_count_element (PactTables *tables,
                                    gint64 id,
                                    gint64 plan,
                                    const PactRecord *record,
                                    gboolean *changed,
                                    GError **error);
gboolean _pact_tally_is_counted (PactTables *tables,
                                 gint64 id,
                                 const PactRecord *record,
                                 gboolean *is_counted,
                                 GError **error);
gboolean _pact_tally_sum_up (PactTables *tables,
                             gint64 plan,
                             gboolean counts_changed,
                             GError **error);

G_END_DECLS
