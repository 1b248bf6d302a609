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

/**
 * pact_completeness_write:
 * @filled: how many of the answers that are needed have been given
 * @required: how many are needed
 *
 * Returns: (transfer full): the same in few characters, for beside a title: “3/5”
 */
char *
pact_completeness_write (guint filled,
                         guint required)
{
  /* Translators: how many of the answers that are needed have been given. */
  return g_strdup_printf (C_("answers", "%u/%u"), filled, required);
}

/**
 * pact_completeness_describe:
 * @filled: how many of the answers that are needed have been given
 * @required: how many are needed
 *
 * Returns: (transfer full): the same in a sentence, for where there is room, and for who does not see the figures
 */
char *
pact_completeness_describe (guint filled,
                            guint required)
{
  return g_strdup_printf (ngettext ("%u of %u answer that a submission needs has been given.",
                                    "%u of %u answers that a submission needs have been given.", required),
                          filled, required);
}
