/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-document.h"
#include "pact-plan.h"
#include "pact-template.h"

/*
 * What can be made of a plan on paper.
 *
 * Each document is in the language of the plan, whatever that of the interface is, and says what the exported file says.
 */

G_BEGIN_DECLS

/**
 * PactReportKind:
 * @name: its name on the command line, in kebab-case
 * @label: what it is called, untranslated, with context "report"
 * @purpose: what it is for, untranslated, with context "report"
 * @has_parts: whether parts of it can be left out
 *
 * A document that can be made of a plan.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *purpose;
  gboolean has_parts;
} PactReportKind;

/**
 * PactReportOptions:
 * @paper: the paper
 * @withhold_personal: whether names and contact details of persons are left out
 * @is_draft: whether each page says that it is a draft
 * @measure: (nullable): the UUID of the one measure that a document of measures is about, %NULL for all of the plan
 *
 * How a document is made.
 */
typedef struct
{
  PactPaper paper;
  gboolean withhold_personal;
  gboolean is_draft;
  const char *measure;
} PactReportOptions;

const PactReportKind *pact_report_list (gsize *n_kinds);
const PactReportKind *pact_report_find (const char *name);
PactReportOptions pact_report_options_of (PactPlan *plan);
gboolean pact_report_find_paper (const char *code,
                                 PactPaper *paper);
PactDocument *pact_report_build (const PactReportKind *kind,
                                 PactPlan *plan,
                                 PactTemplateLibrary *templates,
                                 const PactReportOptions *options);

G_END_DECLS
