/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-template.h"

/* The templates of tests/data/templates, and what tests ask of plans that are made of them. */

char *template_fixture_load (const char *name);
PactTemplate *template_fixture_read (const char *text,
                                     char **message);
PactTemplate *template_fixture_read_bytes (GBytes *bytes);
PactTemplate *template_fixture_read_small (void);
const PactRecord *template_fixture_find (GPtrArray *records,
                                         const char *key);
void template_fixture_check (GPtrArray *records);
