/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PactFound:
 *
 * One place where a search found the text.
 */
#define PACT_TYPE_FOUND (pact_found_get_type ())
G_DECLARE_FINAL_TYPE (PactFound, pact_found, PACT, FOUND, GObject)

const char *pact_found_get_plan (PactFound *self);
const char *pact_found_get_plan_title (PactFound *self);
const char *pact_found_get_element (PactFound *self);
const char *pact_found_get_kind (PactFound *self);
const char *pact_found_get_title (PactFound *self);
const char *pact_found_get_snippet (PactFound *self);

G_END_DECLS
