/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactStoreError:
 * @PACT_STORE_ERROR_NOT_FOUND: there is no such plan or element
 * @PACT_STORE_ERROR_CONSTRAINT: what was to be written contradicts what is there
 * @PACT_STORE_ERROR_REPLAY: an edit could not be undone or redone; nothing was changed
 *
 * What can be wrong with what is said of plans; what can be wrong with the file is a #PactDbError.
 */
typedef enum
{
  PACT_STORE_ERROR_NOT_FOUND,
  PACT_STORE_ERROR_CONSTRAINT,
  PACT_STORE_ERROR_REPLAY,
} PactStoreError;

#define PACT_STORE_ERROR (pact_store_error_quark ())
GQuark pact_store_error_quark (void);

gboolean _pact_store_fail_not_found (GError **error,
                                     const char *uuid);
gboolean _pact_store_contradict (GError **error,
                                 const char *sentence);

G_END_DECLS
