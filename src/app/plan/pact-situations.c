/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-situations"

#include "config.h"

#include "pact-share-bar.h"
#include "pact-situations.h"
#include "pact-vocabularies.h"

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
  const char *classes[PACT_N_SITUATIONS] = { [PACT_N_SITUATIONS - 1] = "open" };

  for (gsize i = 0; i < pact_vocabulary_situation.n_terms; i++)
    classes[i] = pact_vocabulary_situation.terms[i].code;

  return pact_share_bar_new (counts, classes, PACT_N_SITUATIONS);
}
