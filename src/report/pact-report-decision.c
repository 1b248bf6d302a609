/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-covered.h"
#include "pact-report-private.h"
#include "pact-translate.h"

/*
 * The paper that brings the plan before the council. What nobody has written is left out, save where a council would miss it: there a
 * sentence says that it is not decided yet.
 *
 * Councils read in two orders: where the proposed decision stands first, as in Germany, Britain and Norway, or the reasons, as in
 * France, Italy and Spain.
 */

static const char *const reasons_first[] = { "BE", "ES", "FR", "IT", "LU", "MC", "PT", NULL };

typedef void (*PartFunc) (Report *self);

static void
add_part (Report *self,
          const char *heading)
{
  pact_document_add_heading (self->document, 2, NULL, heading, PACT_NO_HUE);
}

static void
add_text (Report *self,
          const char *heading,
          const char *field)
{
  g_autofree char *text = _pact_report_value (self, self->root, field);

  if (text == NULL)
    return;

  add_part (self, heading);
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, text);
}

/* Whole sentences, each of which can be voted on by itself. */
static void
add_decision (Report *self)
{
  g_autofree char *own = _pact_report_value (self, self->root, "decision");
  g_autofree char *adopt = NULL;
  g_autofree char *charge = NULL;
  g_autofree char *office = NULL;

  add_part (self, _pact_report_say (self, NC_ ("report", "Proposed decision")));
  if (own != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (own, "\n", -1);
      g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
      g_auto (GStrv) list = NULL;

      for (gsize i = 0; lines[i] != NULL; i++)
        {
          if (*g_strstrip (lines[i]) != '\0')
            g_strv_builder_add (items, lines[i]);
        }
      list = g_strv_builder_end (items);
      pact_document_add_list (self->document, (const char *const *) list, TRUE);
      return;
    }

  office = _pact_report_value (self, self->root, "lead_office");
  adopt = _pact_report_compose (self, NC_ ("report", "The plan “%s” (annex 1) is adopted."),
                                pact_document_get_title (self->document));
  if (office != NULL)
    charge = _pact_report_compose (self, NC_ ("report", "The following office is charged with carrying it out: %s."), office);
  else
    charge = g_strdup (_pact_report_say (self, NC_ ("report", "The administration is charged with carrying it out.")));

  pact_document_add_list (self->document,
                          (const char *const[]){
                            adopt,
                            charge,
                            _pact_report_say (self, NC_ ("report", "Money and posts are subject to the yearly budget.")),
                            _pact_report_say (self, NC_ ("report", "The council is given a report on the progress once a year.")),
                            NULL,
                          },
                          TRUE);
}

static void
add_reasons (Report *self)
{
  g_autofree char *reasons = _pact_report_value (self, self->root, "decision_reasons");
  g_autofree char *situation = _pact_report_value (self, self->root, "situation");
  const char *text = reasons != NULL ? reasons : situation;

  add_part (self, _pact_report_say (self, NC_ ("report", "Background and reasons")));
  pact_document_add_paragraph (self->document, PACT_TONE_BODY,
                               text != NULL ? text : _pact_report_say (self, NC_ ("report", "The reasons have not been written down yet.")));
}

static void
add_basis (Report *self)
{
  const PactField *field = pact_kind_find_field (pact_model_find_kind (pact_plan_get_model (self->plan), "measure"), "legal_basis");
  g_autofree guint *counts = pact_covered_count (self->plan, field);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < field->vocabulary->n_terms; i++)
    {
      const PactTerm *term = &field->vocabulary->terms[i];

      if (counts[i] > 0)
        g_strv_builder_add (items, _pact_report_term (self, field->vocabulary, term));
    }
  list = g_strv_builder_end (items);
  if (list[0] == NULL)
    return;

  add_part (self, _pact_report_say (self, NC_ ("report", "Legal basis")));
  text = g_strjoinv (pact_translate ("list separator", "; ", self->locale), list);
  _pact_report_note (self, text, self->untranslated == NULL || !g_hash_table_contains (self->untranslated, list[0]));
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, text);
}

static void
add_money (Report *self)
{
  add_part (self, _pact_report_say (self, NC_ ("report", "Financial effects")));
  _pact_report_add_resources (self);
  _pact_report_add_budget_by_year (self);
}

static void
add_rest (Report *self)
{
  add_text (self, _pact_report_say (self, NC_ ("report", "Participation of children")), "participation");
  add_text (self, _pact_report_say (self, NC_ ("report", "Alternatives")), "alternatives");
  add_money (self);
  add_text (self, _pact_report_say (self, NC_ ("report", "Next steps and reporting")), "monitoring");

  add_part (self, _pact_report_say (self, NC_ ("report", "Annexes")));
  pact_document_add_list (self->document,
                          (const char *const[]){
                            pact_document_get_title (self->document),
                            _pact_report_has_measures (self, self->root)
                              ? _pact_report_say (self, NC_ ("report", "Overview table of the measures")) : NULL,
                            NULL,
                          },
                          TRUE);
}

/* Lines that are written on by hand. */
static void
add_votes (Report *self)
{
  PactDocumentTable *table = _pact_report_create_facts (self);
  const char *const labels[] = {
    _pact_report_say (self, NC_ ("report", "Votes in favour")),
    _pact_report_say (self, NC_ ("report", "Votes against")),
    _pact_report_say (self, NC_ ("report", "Abstentions")),
    _pact_report_say (self, NC_ ("report", "Place, date")),
    _pact_report_say (self, NC_ ("report", "Signature")),
  };

  table->is_form = TRUE;
  add_part (self, _pact_report_say (self, NC_ ("report", "Vote and signature")));
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, _pact_report_cells (labels[i], "", NULL));
  pact_document_take_table (self->document, table);
}

static void
add_head (Report *self)
{
  g_autofree char *authority = _pact_report_value (self, self->root, "authority_name");
  g_autofree char *office = _pact_report_value (self, self->root, "lead_office");
  PactDocumentTable *facts = _pact_report_create_facts (self);

  _pact_report_add_head_emblem (self);
  pact_document_add_paragraph (self->document, PACT_TONE_SUBTITLE, authority);
  pact_document_add_heading (self->document, 1, NULL, pact_document_get_subject (self->document), PACT_NO_HUE);

  facts->is_form = TRUE;
  _pact_report_add_fact (self, facts, _pact_report_say (self, NC_ ("report", "Subject")), g_strdup (pact_document_get_title (self->document)));
  if (office == NULL)
    office = g_strdup (_pact_report_say (self, NC_ ("report", "Not decided yet")));
  _pact_report_add_fact (self, facts, _pact_report_label (self, "plan", "lead_office"), g_steal_pointer (&office));
  _pact_report_add_field (self, facts, self->root, "lead_name");
  _pact_report_add_field (self, facts, self->root, "contact_name");
  _pact_report_add_field (self, facts, self->root, "adopted_by");
  _pact_report_add_field (self, facts, self->root, "adopted_reference");
  _pact_report_add_field (self, facts, self->root, "adopted_on");
  pact_document_take_table (self->document, facts);
}

/* What brings the plan before the council. */
void
_pact_report_build_decision (Report *self)
{
  const char *country = pact_element_get (self->root, "country");
  gboolean has_reasons_first = country != NULL && g_strv_contains (reasons_first, country);
  const PartFunc parts[] = {
    has_reasons_first ? add_reasons : add_decision,
    add_basis,
    has_reasons_first ? add_decision : add_reasons,
    add_rest,
    add_votes,
  };

  add_head (self);
  add_text (self, _pact_report_say (self, NC_ ("report", "Summary")), "summary");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] (self);
}
