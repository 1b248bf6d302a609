/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-tables.h"

/* How complete each plan is, kept in the file with every change. */

G_BEGIN_DECLS

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
