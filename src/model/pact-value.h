/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-model.h"

G_BEGIN_DECLS

/**
 * PactModelError:
 * @PACT_MODEL_ERROR_INVALID: a value is not of its field's form
 * @PACT_MODEL_ERROR_STRUCTURE: an element may not stand where it should
 *
 * What can be wrong with an element.
 */
typedef enum
{
  PACT_MODEL_ERROR_INVALID,
  PACT_MODEL_ERROR_STRUCTURE,
} PactModelError;

#define PACT_MODEL_ERROR (pact_model_error_quark ())
GQuark pact_model_error_quark (void);

gboolean pact_field_check (const PactField *field,
                           const char *value,
                           GError **error);
char *pact_decimal_normalize (const char *decimal);
gboolean pact_field_is_answered (const PactField *field,
                                 const char *value);
char *pact_field_join_codes (const PactField *field,
                             const char *const *codes);
gboolean pact_codes_contain (const char *value,
                             const char *code);
gboolean pact_uuid_is_valid (const char *text);
guint pact_uuid_hash (gconstpointer uuid);

G_END_DECLS
