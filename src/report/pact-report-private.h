/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-money-sums.h"
#include "pact-report.h"

G_BEGIN_DECLS

/* A document that is being built. */
typedef struct
{
  PactPlan *plan;
  PactElement *root;
  PactTemplate *template; /* that the plan was started from, if it is there */
  const PactReportOptions *options;
  const PactLocale *locale;
  const char *language;
  GHashTable *untranslated; /* (nullable): of char: what is said in English, for want of a translation */
  char *digest;
  PactDocument *document;
} Report;

void _pact_report_open (Report *self,
                        PactPlan *plan,
                        const PactReportOptions *options);
GDateTime *_pact_report_dup_moment (Report *self);

/* What is said in the language of the plan. */
const char *_pact_report_say (Report *self,
                              const char *message) G_GNUC_FORMAT (2);
char *_pact_report_compose (Report *self,
                            const char *message,
                            ...) G_GNUC_PRINTF (2, 3);
void _pact_report_note (Report *self,
                        const char *text,
                        gboolean is_translated);
const char *_pact_report_kind (Report *self,
                               const PactKind *kind);
const char *_pact_report_label (Report *self,
                                const char *kind,
                                const char *field);
char *_pact_report_value (Report *self,
                          PactElement *element,
                          const char *field);
const char *_pact_report_term (Report *self,
                               const PactVocabulary *vocabulary,
                               const PactTerm *term);
char *_pact_report_amount (Report *self,
                           gint64 amount);
char *_pact_report_period (Report *self,
                           PactElement *element);
char *_pact_report_plan_period (Report *self);
char *_pact_report_short_digest (Report *self);
char *_pact_report_partners (Report *self,
                             PactElement *measure);

/* Walking the plan. */
typedef void (*ReportMeasureFunc) (Report *self,
                                   PactElement *measure,
                                   gpointer data);
void _pact_report_for_each_measure (Report *self,
                                    PactElement *below,
                                    ReportMeasureFunc func,
                                    gpointer data);
guint _pact_report_get_hue (Report *self,
                            PactElement *element);
gboolean _pact_report_has_measures (Report *self,
                                    PactElement *pillar);

/* Adding to the document. */
void _pact_report_add_section (Report *self,
                               const char *heading);
gboolean _pact_report_add_prose (Report *self,
                                 const char *heading,
                                 const char *field);
void _pact_report_add_fact (Report *self,
                            PactDocumentTable *table,
                            const char *label,
                            char *value);
void _pact_report_add_field (Report *self,
                             PactDocumentTable *table,
                             PactElement *element,
                             const char *field);
PactDocumentTable *_pact_report_create_facts (Report *self);
GPtrArray *_pact_report_cells (const char *first,
                               ...) G_GNUC_NULL_TERMINATED;

/* Parts that several documents share. */
void _pact_report_add_head_emblem (Report *self);
void _pact_report_add_cover (Report *self);
void _pact_report_add_no_measures (Report *self);
void _pact_report_add_figures (Report *self);
void _pact_report_add_overview (Report *self,
                                gboolean is_wide);
void _pact_report_add_sheet (Report *self,
                             PactElement *measure,
                             guint level);
void _pact_report_add_timetable (Report *self);
gboolean _pact_report_has_costs (Report *self);
void _pact_report_add_resources (Report *self);
void _pact_report_add_budget_by_year (Report *self);
void _pact_report_add_budget (Report *self);
void _pact_report_add_indicators (Report *self);
void _pact_report_add_risks (Report *self);
void _pact_report_add_law (Report *self);
void _pact_report_add_left_out (Report *self);
void _pact_report_add_partners (Report *self);
void _pact_report_add_situation (Report *self);

/* The documents. */
void _pact_report_build_decision (Report *self);
void _pact_report_build_council (Report *self);
void _pact_report_build_brief (Report *self);
void _pact_report_build_overview (Report *self);
void _pact_report_build_sheets (Report *self);
void _pact_report_build_declaration (Report *self);
void _pact_report_build_submission (Report *self);

G_END_DECLS
