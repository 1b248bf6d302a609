/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-dates.h"
#include "pact-inclusion-counts.h"
#include "pact-pages.h"
#include "pact-picture.h"
#include "pact-report-private.h"
#include "pact-translate.h"
#include "pact-words.h"

/* Parts of documents that are about the plan as a whole. */

#define COVER_SPACE 9
#define COVER_GAP 3

/* How large the authority's coat of arms or logo is at most, in points: above a cover, and above the head of other papers. */
#define COVER_EMBLEM_WIDTH 200.0
#define COVER_EMBLEM_HEIGHT 85.0
#define HEAD_EMBLEM_WIDTH 180.0
/* What is left of the cover's room above it. */
#define EMBLEM_SPACE 2

/* The answers of the vocabulary `situation` that are drawn, the best first. */
static const char *const drawn_situations[] = { "in-place", "partly", "missing" };

char *
_pact_report_plan_period (Report *self)
{
  return pact_period_display (pact_element_get (self->root, "period_start"), pact_element_get (self->root, "period_end"), self->locale);
}

/* The authority's own coat of arms or logo, as large as there is room for, but never larger than it is. */
static void
add_emblem (Report *self,
            double max_width,
            double max_height)
{
  const char *value = pact_element_get (self->root, "emblem");
  g_autofree char *authority = _pact_report_value (self, self->root, "authority_name");
  g_autofree char *words = NULL;
  g_autoptr (GBytes) png = NULL;
  guint width, height;
  double scale;

  png = value != NULL ? pact_picture_read (value, &width, &height, NULL) : NULL;
  if (png == NULL)
    return;

  if (authority != NULL)
    /* Translators: what a picture shows, for whoever does not see it; %s is the name of the authority. */
    words = _pact_report_compose (self, NC_ ("report", "Coat of arms or logo of %s"), authority);
  else
    words = g_strdup (_pact_report_label (self, "plan", "emblem"));
  scale = MIN (1.0, MIN (max_width / width, max_height / height));
  pact_document_add_picture (self->document, png, width * scale, height * scale, words);
}

/* The same above the head of a paper without a cover. */
void
_pact_report_add_head_emblem (Report *self)
{
  add_emblem (self, HEAD_EMBLEM_WIDTH, PACT_PAGES_LETTERHEAD_HEIGHT);
}

/* The first page: whose plan it is, what it is called, for when it holds and who has adopted it. */
void
_pact_report_add_cover (Report *self)
{
  static const char *const fields[] = { "adopted_on", "adopted_by", "adopted_reference", "pact_signed_on", "lead_office", "lead_name",
                                        "contact_name", "contact_role", "contact_email", "contact_phone", "website" };
  g_autofree char *authority = _pact_report_value (self, self->root, "authority_name");
  PactDocumentTable *facts = _pact_report_create_facts (self);

  pact_document_add_space (self->document, pact_element_get (self->root, "emblem") != NULL ? EMBLEM_SPACE : COVER_SPACE);
  add_emblem (self, COVER_EMBLEM_WIDTH, COVER_EMBLEM_HEIGHT);
  pact_document_add_paragraph (self->document, PACT_TONE_SUBTITLE, authority);
  pact_document_add_paragraph (self->document, PACT_TONE_TITLE, pact_document_get_title (self->document));
  pact_document_add_paragraph (self->document, PACT_TONE_SUBTITLE, pact_document_get_subject (self->document));
  pact_document_add_space (self->document, COVER_GAP);

  _pact_report_add_fact (self, facts, _pact_report_say (self, NC_ ("report", "Period")), _pact_report_plan_period (self));
  _pact_report_add_field (self, facts, self->root, "state");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    _pact_report_add_field (self, facts, self->root, fields[i]);
  pact_document_take_table (self->document, facts);
}

static void
add_count (Report *self,
           PactDocumentTable *table,
           const char *label,
           guint n)
{
  if (n == 0)
    return;

  _pact_report_add_fact (self, table, label, g_strdup_printf ("%u", n));
}

/* A sentence where there is nothing to show of the measures. */
void
_pact_report_add_no_measures (Report *self)
{
  pact_document_add_paragraph (self->document, PACT_TONE_BODY,
                               _pact_report_say (self, NC_ ("report", "No measure is part of the plan yet.")));
}

/* How large the plan is, and what it costs. */
void
_pact_report_add_figures (Report *self)
{
  PactDocumentTable *table = _pact_report_create_facts (self);
  g_autoptr (PactMoneySums) sums = pact_money_sums_take (self->plan);
  gint64 whole = pact_money_get_whole (&sums->total);
  PactInclusionCounts counts;

  pact_inclusion_counts_take (self->root, &counts);
  _pact_report_add_fact (self, table, _pact_report_say (self, NC_ ("report", "Period")), _pact_report_plan_period (self));
  add_count (self, table, _pact_report_say (self, NC_ ("report", "Measures to be carried out")), counts.included);
  add_count (self, table, _pact_report_say (self, NC_ ("report", "Measures in place that go on")), counts.in_place);
  add_count (self, table, _pact_report_say (self, NC_ ("report", "Measures put off")), counts.later);
  add_count (self, table, _pact_report_say (self, NC_ ("report", "Measures decided against")), counts.excluded);
  if (whole > 0)
    {
      _pact_report_add_fact (self, table, _pact_report_say (self, NC_ ("report", "Cost in all")), _pact_report_amount (self, whole));
      /* Translators: stands below “Cost in all”. */
      _pact_report_add_fact (self, table, _pact_report_say (self, NC_ ("report", "of which secured")),
                             _pact_report_amount (self, sums->total.secured));
    }
  pact_document_take_table (self->document, table);
  if (!_pact_report_has_measures (self, self->root))
    _pact_report_add_no_measures (self);
}

/* What rows are made of. */
typedef struct
{
  Report *report;
  const char *code;
  PactDocumentTable *table;
} Search;

/* The numbers of the measures by what they answer to a field: an answer of a list, or what is referred to. */
typedef struct
{
  const char *field;
  GHashTable *numbers; /* char to GString */
} Answers;

static void
free_list (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
list_measure (Report *self,
              PactElement *measure,
              gpointer data)
{
  const Answers *answers = data;
  const char *value = pact_element_get (measure, answers->field);
  g_auto (GStrv) codes = g_strsplit (value != NULL ? value : "", " ", -1);
  g_autofree char *number = pact_element_dup_number (measure);

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      GString *list = g_hash_table_lookup (answers->numbers, codes[i]);

      if (list == NULL)
        {
          list = g_string_new (number);
          g_hash_table_insert (answers->numbers, g_strdup (codes[i]), list);
          continue;
        }
      g_string_append (list, pact_translate ("list separator", ", ", self->locale));
      g_string_append (list, number);
    }
}

static GHashTable *
list_numbers (Report *self,
              const char *field)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);

  _pact_report_for_each_measure (self, self->root, list_measure, &(Answers){ field, numbers });

  return numbers;
}

/* The background of the plan, and the articles that its measures carry out. */
void
_pact_report_add_law (Report *self)
{
  const PactField *field = pact_kind_find_field (pact_model_find_kind (pact_plan_get_model (self->plan), "measure"), "legal_basis");
  g_autoptr (GHashTable) numbers = list_numbers (self, field->name);
  PactDocumentTable *table = pact_document_table_new (_pact_report_say (self, NC_ ("report", "Articles, and the measures that carry them "
                                                                                          "out")), TRUE);

  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Article"))), 62, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Measures"))), 38, FALSE);
  for (gsize i = 0; i < field->vocabulary->n_terms; i++)
    {
      const PactTerm *term = &field->vocabulary->terms[i];
      const GString *list = g_hash_table_lookup (numbers, term->code);

      if (list != NULL)
        pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE,
                                      _pact_report_cells (_pact_report_term (self, field->vocabulary, term), list->str, NULL));
    }

  if (table->rows->len > 0 || self->template != NULL)
    _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Background and legal framework")));
  if (self->template != NULL)
    {
      const char *about = pact_template_get_about (self->template, self->language);
      const char *basis = pact_template_get_basis (self->template, self->language);

      /* What its authors have not translated is in their language. */
      _pact_report_note (self, about, !g_str_equal (about, pact_template_get_about (self->template, "en")));
      _pact_report_note (self, basis, !g_str_equal (basis, pact_template_get_basis (self->template, "en")));
      pact_document_add_paragraph (self->document, PACT_TONE_BODY, about);
      pact_document_add_paragraph (self->document, PACT_TONE_BODY, basis);
    }
  pact_document_take_table (self->document, table);
}

static void
count_situation (Report *self,
                 PactElement *measure,
                 gpointer data)
{
  double *counts = data;
  const char *situation = pact_element_get (measure, "situation");
  gsize i;

  /* What is planned is not there yet. */
  for (i = 0; i + 1 < G_N_ELEMENTS (drawn_situations) && g_strcmp0 (situation, drawn_situations[i]) != 0; i++)
    ;
  if (situation != NULL)
    counts[i]++;
}

static void
list_if_in_situation (Report *self,
                      PactElement *measure,
                      gpointer data)
{
  const Search *search = data;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;

  if (g_strcmp0 (pact_element_get (measure, "situation"), search->code) != 0)
    return;

  number = pact_element_dup_number (measure);
  title = _pact_report_value (self, measure, "title");
  note = _pact_report_value (self, measure, "situation_note");
  pact_document_table_take_row (search->table, PACT_ROW_PLAIN, PACT_NO_HUE,
                                _pact_report_cells (number, title != NULL ? title : "", note != NULL ? note : "", NULL));
}

static void
add_situations (Report *self,
                const char *caption,
                const char *code)
{
  PactDocumentTable *table = pact_document_table_new (caption, TRUE);
  Search search = { .report = self, .code = code, .table = table };

  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "No."))), 8, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Measure"))), 46, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "measure", "situation_note")), 46, FALSE);
  _pact_report_for_each_measure (self, self->root, list_if_in_situation, &search);
  pact_document_take_table (self->document, table);
}

static void
draw_situations (Report *self)
{
  GListModel *pillars = pact_element_get_children_by_name (self->root, "pillar");
  PactDrawing *drawing = pact_drawing_new (PACT_DRAWING_BARS, _pact_report_say (self, NC_ ("report", "Where we stand today: measures by "
                                                                                                  "pillar")));
  gboolean is_empty = TRUE;

  pact_drawing_set_right_to_left (drawing, pact_locale_is_right_to_left (self->locale));
  pact_drawing_add_part (drawing, _pact_report_say (self, NC_ ("report", "In place")));
  pact_drawing_add_part (drawing, _pact_report_say (self, NC_ ("report", "Partly in place")));
  pact_drawing_add_part (drawing, _pact_report_say (self, NC_ ("report", "Missing or only planned")));
  for (guint i = 0; i < g_list_model_get_n_items (pillars); i++)
    {
      g_autoptr (PactElement) pillar = g_list_model_get_item (pillars, i);
      g_autofree char *title = _pact_report_value (self, pillar, "title");
      g_autofree char *value = NULL;
      double counts[G_N_ELEMENTS (drawn_situations)] = { 0.0 };

      _pact_report_for_each_measure (self, pillar, count_situation, counts);
      if (counts[0] + counts[1] + counts[2] <= 0.0)
        continue;
      value = g_strdup_printf ("%.0f · %.0f · %.0f", counts[0], counts[1], counts[2]);
      pact_drawing_add_row (drawing, title != NULL ? title : "", value, _pact_report_get_hue (self, pillar), counts);
      is_empty = FALSE;
    }

  if (is_empty)
    pact_drawing_free (drawing);
  else
    pact_document_take_drawing (self->document, drawing);
}

static void
note_situation (Report *self,
                PactElement *measure,
                gpointer data)
{
  *(gboolean *) data = *(gboolean *) data || pact_element_get (measure, "situation") != NULL;
}

/* What there is already, and what is missing. */
void
_pact_report_add_situation (Report *self)
{
  g_autofree char *text = _pact_report_value (self, self->root, "situation");
  gboolean is_known = text != NULL;

  _pact_report_for_each_measure (self, self->root, note_situation, &is_known);
  if (!is_known)
    return;

  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Situation")));
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, text);
  draw_situations (self);
  add_situations (self, _pact_report_say (self, NC_ ("report", "Strengths: what is in place")), "in-place");
  add_situations (self, _pact_report_say (self, NC_ ("report", "To be strengthened: what is partly in place")), "partly");
  add_situations (self, _pact_report_say (self, NC_ ("report", "Gaps: what is missing")), "missing");
}

/* Who steers the plan, and who takes part. */
void
_pact_report_add_partners (Report *self)
{
  g_autoptr (GHashTable) numbers = list_numbers (self, "lead");
  GListModel *actors = pact_element_get_children_by_name (self->root, "actor");
  g_autofree char *governance = _pact_report_value (self, self->root, "governance");
  g_autofree char *office = _pact_report_value (self, self->root, "lead_office");
  PactDocumentTable *table = pact_document_table_new (_pact_report_say (self, NC_ ("report", "Who takes part")), TRUE);

  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "actor", "name")), 32, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "actor", "kind")), 20, FALSE);
  /* Translators: the head of a column with the numbers of the measures that a body leads. */
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Leads measures"))), 20, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "actor", "contribution")), 28, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (PactElement) actor = g_list_model_get_item (actors, i);
      const GString *list = g_hash_table_lookup (numbers, pact_element_get_uuid (actor));
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, _pact_report_value (self, actor, "name"));
      g_ptr_array_add (cells, _pact_report_value (self, actor, "kind"));
      g_ptr_array_add (cells, list != NULL ? g_strdup (list->str) : NULL);
      g_ptr_array_add (cells, _pact_report_value (self, actor, "contribution"));
      pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
    }

  if (office == NULL || governance != NULL || table->rows->len > 0)
    _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Governance and partners")));
  if (office == NULL)
    pact_document_add_paragraph (self->document, PACT_TONE_BODY,
                                 _pact_report_say (self, NC_ ("report", "Who answers for the plan has not been decided yet.")));
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, governance);
  pact_document_take_table (self->document, table);
}

static void
add_risk_row (PactElement *element,
              gpointer data)
{
  const Search *search = data;
  Report *self = search->report;
  PactElement *measure = pact_element_get_ancestor (element, "measure");
  GPtrArray *cells;

  if (!pact_element_is_kind (element, "risk") || (measure != NULL && pact_element_is_left_out (measure)))
    return;

  cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (cells, measure != NULL ? pact_element_dup_number (measure) : NULL);
  g_ptr_array_add (cells, _pact_report_value (self, element, "title"));
  g_ptr_array_add (cells, _pact_report_value (self, element, "likelihood"));
  g_ptr_array_add (cells, _pact_report_value (self, element, "impact"));
  g_ptr_array_add (cells, _pact_report_value (self, element, "response"));
  g_ptr_array_add (cells, _pact_report_value (self, element, "owner"));
  pact_document_table_take_row (search->table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
}

/* What could go wrong. */
void
_pact_report_add_risks (Report *self)
{
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);
  Search search = { .report = self, .table = table };

  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "No."))), 7, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Risk"))), 26, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "risk", "likelihood")), 14, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "risk", "impact")), 13, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "risk", "response")), 28, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "risk", "owner")), 16, FALSE);
  pact_element_walk (self->root, add_risk_row, &search);
  if (table->rows->len > 0)
    _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Risks")));
  pact_document_take_table (self->document, table);
}
