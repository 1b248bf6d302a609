/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-completeness"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pact-completeness.h"

/* How far a plan or a part of it is filled in. */

/**
 * pact_completeness_write_percent:
 * @part: from 0 to 1
 *
 * Returns: (transfer full): the same as a part of a hundred: “42%”
 */
char *
pact_completeness_write_percent (double part)
{
  /* Only what is really complete is called so. */
  int percent = (int) floor (part * 100);

  /* Translators: a part of a hundred, such as “42%”. */
  return g_strdup_printf (C_("completeness", "%d%%"), percent);
}
