/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactWorkError:
 * @PACT_WORK_ERROR_EXISTS: an imported plan is in the library already
 * @PACT_WORK_ERROR_INCOMPLETE: the plan lacks what a submission needs
 * @PACT_WORK_ERROR_NOT_FOUND: there is no such plan or template
 * @PACT_WORK_ERROR_FILE: a file cannot be read or written
 */
typedef enum
{
  PACT_WORK_ERROR_EXISTS,
  PACT_WORK_ERROR_INCOMPLETE,
  PACT_WORK_ERROR_NOT_FOUND,
  PACT_WORK_ERROR_FILE,
} PactWorkError;

#define PACT_WORK_ERROR (pact_work_error_quark ())
GQuark pact_work_error_quark (void);

G_END_DECLS
