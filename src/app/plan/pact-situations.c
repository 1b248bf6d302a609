/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-situations"

#include "config.h"

#include "pact-share-bar.h"
#include "pact-situations.h"

/* Where the measures of a plan or a part of it stand. */

/**
 * pact_situations_bar_new:
 * @counts: (array fixed-size=6): what pact_situation_counts_take() has counted
 *
 * Returns: (transfer floating): a bar of the shares, to stand beside the text of pact_situation_counts_describe()
 */
GtkWidget *
pact_situations_bar_new (const guint counts[PACT_N_SITUATIONS])
{
  static const char *const classes[PACT_N_SITUATIONS] = { "in-place", "partly",         "planned",
                                                          "missing",  "not-applicable", "open" };

  return pact_share_bar_new (counts, classes, PACT_N_SITUATIONS);
}
