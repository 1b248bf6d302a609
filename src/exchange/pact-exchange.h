/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-plan.h"

G_BEGIN_DECLS

/* Elements of a plan: twenty-five for each of 10,000 measures. One in memory is a hundred times what “{}” is in a file. */
#define PACT_EXCHANGE_MAX_ELEMENTS 250000

/**
 * PactExchangeError:
 * @PACT_EXCHANGE_ERROR_SYNTAX: the file is not JSON, or breaks one of the limits
 * @PACT_EXCHANGE_ERROR_FORMAT: the file is JSON but no plan of a version that can be read
 * @PACT_EXCHANGE_ERROR_CONTENT: the file is a plan, but some of it is wrong
 */
typedef enum
{
  PACT_EXCHANGE_ERROR_SYNTAX,
  PACT_EXCHANGE_ERROR_FORMAT,
  PACT_EXCHANGE_ERROR_CONTENT,
} PactExchangeError;

#define PACT_EXCHANGE_ERROR (pact_exchange_error_quark ())
GQuark pact_exchange_error_quark (void);

/**
 * PactProblem:
 * @path: where, as a JSON path such as `$.plan.pillars[0].title`, or line and column for syntax
 * @message: what is wrong, a sentence in the interface's language
 */
typedef struct
{
  char *path;
  char *message;
} PactProblem;

PactProblem *pact_problem_new (const char *path,
                               const char *message);
void pact_problem_free (PactProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactProblem, pact_problem_free)

/**
 * PactExportOptions:
 * @draft: the file says that it is a draft
 * @withhold_personal: leave out the fields with personal data, and what this version does not know, which may be such data too
 * @revision: the number of the submission, from 1; ignored for drafts
 * @recipient: (nullable): to whom it is submitted
 */
typedef struct
{
  gboolean draft;
  gboolean withhold_personal;
  guint revision;
  const char *recipient;
} PactExportOptions;

GBytes *pact_exchange_write_plan (PactPlan *plan,
                                  const PactExportOptions *options,
                                  GError **error);
GPtrArray *pact_exchange_read_plan (GBytes *bytes,
                                    const PactModel *model,
                                    GPtrArray **problems,
                                    GError **error);
char *pact_exchange_write_schema (const PactModel *model);

/**
 * PactClip:
 * @records: (element-type PactRecord): the elements, parents before children, the outermost without a parent
 * @referenced: (element-type PactRecord): what they refer to and was not copied with them, such as the lead bodies of
 *   measures; without what stands below it, without a parent and without personal data
 * @currency: (nullable): the currency of the amounts, %NULL if the plan had none
 * @template_id: (nullable): the id of the template that the plan began with
 *
 * What is on the clipboard.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *referenced;
  char *currency;
  char *template_id;
} PactClip;

void pact_clip_free (PactClip *clip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactClip, pact_clip_free)

/* Elements as text for the clipboard. */
char *pact_exchange_write_clip (GPtrArray *elements);
PactClip *pact_exchange_read_clip (const char *text,
                                   const PactModel *model,
                                   GError **error);

/* What vouches for a submission. */
char *pact_exchange_digest_plan (PactPlan *plan,
                                 gboolean withhold_personal);
char *pact_exchange_digest_document (GBytes *bytes,
                                     GError **error);

G_END_DECLS
