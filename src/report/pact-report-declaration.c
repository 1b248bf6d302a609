/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-report-private.h"

/*
 * With what an authority declares that it joins the Pact, for signature. It is the authority's own paper: what the Congress itself
 * has participants sign, if anything, is not known here and not imitated. It promises no more than the four areas that the Pact is
 * built on, within what the authority is responsible for.
 */

static void
add_line (Report *self,
          const char *sentence)
{
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, sentence);
}

/* Who declares it; the decision stands among the facts. */
static void
add_opening (Report *self)
{
  g_autofree char *authority = _pact_report_value (self, self->root, "authority_name");
  g_autofree char *sentence = NULL;

  if (authority == NULL)
    authority = g_strdup ("…");
  /* Translators: %s is the name of a town, a region or an association of them. */
  sentence = g_strdup_printf (_pact_report_say (self, NC_ ("report", "%s joins the Pact of Towns and Regions to Stop Sexual Violence against Children of "
                                                                     "the Congress of Local and Regional Authorities of the Council of Europe.")),
                              authority);
  add_line (self, sentence);
  if (pact_element_get (self->root, "pact_decided_on") == NULL)
    add_line (self, _pact_report_say (self, NC_ ("report", "The decision about it has still to be taken.")));
}

static void
add_areas (Report *self)
{
  add_line (self, _pact_report_say (self, NC_ ("report", "Within its competences, and together with those who are responsible besides it, it works for the four aims of the Pact:")));
  pact_document_add_list (self->document,
                          (const char *const[]){
                            _pact_report_say (self, NC_ ("report", "Prevention: sexual violence against children does not happen.")),
                            _pact_report_say (self, NC_ ("report", "Protection: children who have experienced it are heard, safe and helped.")),
                            _pact_report_say (self, NC_ ("report", "Prosecution: police and justice can do their work, and no child is harmed by it.")),
                            _pact_report_say (self, NC_ ("report", "Participation: children have a say in what concerns them.")),
                            NULL,
                          },
                          FALSE);
}

static void
add_plan (Report *self)
{
  g_autofree char *period = _pact_report_plan_period (self);
  g_autofree char *sentence = NULL;

  if (!_pact_report_has_measures (self, self->root))
    return;

  if (period != NULL)
    /* Translators: %1$s is the title of a plan, %2$s a period such as “2027 – 2030”. */
    sentence = g_strdup_printf (_pact_report_say (self, NC_ ("report", "What it will do for that is set down in the plan “%1$s” for %2$s.")),
                                pact_document_get_title (self->document), period);
  else
    /* Translators: %s is the title of a plan. */
    sentence = g_strdup_printf (_pact_report_say (self, NC_ ("report", "What it will do for that is set down in the plan “%s”.")),
                                pact_document_get_title (self->document));
  add_line (self, sentence);
}

/* Lines that are written on by hand. */
static void
add_signature (Report *self)
{
  static const char *const fields[] = { "authority_kind", "country", "pact_decided_on", "pact_decision", "lead_office", "contact_name", "contact_role", "contact_email", "contact_phone" };
  PactDocumentTable *facts = _pact_report_create_facts (self);
  PactDocumentTable *table = _pact_report_create_facts (self);
  const char *const labels[] = {
    _pact_report_say (self, NC_ ("report", "Place, date")),
    _pact_report_say (self, NC_ ("report", "Name and office")),
    _pact_report_say (self, NC_ ("report", "Signature")),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    _pact_report_add_field (self, facts, self->root, fields[i]);
  pact_document_take_table (self->document, facts);

  table->is_form = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, _pact_report_cells (labels[i], "", NULL));
  pact_document_take_table (self->document, table);
}

/* What is signed to join the Pact. */
void
_pact_report_build_declaration (Report *self)
{
  g_autofree char *authority = _pact_report_value (self, self->root, "authority_name");

  _pact_report_add_head_emblem (self);
  pact_document_add_paragraph (self->document, PACT_TONE_SUBTITLE, authority);
  pact_document_add_heading (self->document, 1, NULL, pact_document_get_subject (self->document), PACT_NO_HUE);
  add_opening (self);
  add_areas (self);
  add_plan (self);
  add_signature (self);
  pact_document_add_paragraph (self->document, PACT_TONE_SMALL,
                               _pact_report_say (self, NC_ ("report", "This is the authority’s own declaration and no document of the Council of Europe. Who "
                                                                      "wants to take part in the Pact tells the Congress.")));
}
