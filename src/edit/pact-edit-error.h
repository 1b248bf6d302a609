/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactEditError:
 * @PACT_EDIT_ERROR_CLIPBOARD: what is on the clipboard cannot be pasted here
 * @PACT_EDIT_ERROR_ROUNDING: amounts of money would have to be rounded
 * @PACT_EDIT_ERROR_AMOUNT: an amount of money would be too large
 * @PACT_EDIT_ERROR_TABLE: a table cannot be imported
 */
typedef enum
{
  PACT_EDIT_ERROR_CLIPBOARD,
  PACT_EDIT_ERROR_ROUNDING,
  PACT_EDIT_ERROR_AMOUNT,
  PACT_EDIT_ERROR_TABLE,
} PactEditError;

#define PACT_EDIT_ERROR (pact_edit_error_quark ())
GQuark pact_edit_error_quark (void);

G_END_DECLS
