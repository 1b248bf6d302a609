/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-store-error"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-store-error.h"

/* What can be wrong with what is said of plans. */

G_DEFINE_QUARK (pact-store-error-quark, pact_store_error)

/* Returns FALSE, always, as the next one does. */
gboolean
_pact_store_fail_not_found (GError **error,
                            const char *uuid)
{
  /* Translators: %s is the identifier of a plan or of one of its parts. */
  g_set_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND, _("The library has nothing with the identifier %s."),
               uuid);

  return FALSE;
}

gboolean
_pact_store_contradict (GError **error,
                        const char *sentence)
{
  g_set_error_literal (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT, sentence);

  return FALSE;
}
