/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-dates.h"
#include "pact-next-dates.h"
#include "pact-report-private.h"
#include "pact-translate.h"
#include "pact-value.h"

/* The documents that show the plan or a part of it. */

/* So many measures are named to whoever has two pages. */
#define N_BRIEF_MEASURES 9

static void
add_sheet (Report *self,
           PactElement *measure,
           gpointer data)
{
  _pact_report_add_sheet (self, measure, 2);
}

/* The measures of a pillar, one after the other. */
static void
add_pillar (Report *self,
            PactElement *pillar)
{
  g_autofree char *number = pact_element_dup_number (pillar);
  g_autofree char *title = _pact_report_value (self, pillar, "title");
  g_autofree char *aim = _pact_report_value (self, pillar, "aim");
  GListModel *objectives = pact_element_get_children_by_name (pillar, "objective");

  if (!_pact_report_has_measures (self, pillar))
    return;

  pact_document_add_new_page (self->document);
  pact_document_add_heading (self->document, 1, number, title != NULL ? title : "", _pact_report_get_hue (self, pillar));
  pact_document_add_paragraph (self->document, PACT_TONE_LEAD, aim);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (PactElement) objective = g_list_model_get_item (objectives, i);
      g_autofree char *objective_title = _pact_report_value (self, objective, "title");
      g_autofree char *result = _pact_report_value (self, objective, "expected_result");

      if (!_pact_report_has_measures (self, objective))
        continue;
      pact_document_add_paragraph (self->document, PACT_TONE_LABEL, _pact_report_say (self, NC_ ("report", "Objective")));
      pact_document_add_paragraph (self->document, PACT_TONE_LEAD, objective_title);
      pact_document_add_paragraph (self->document, PACT_TONE_BODY, result);
      _pact_report_for_each_measure (self, objective, add_sheet, NULL);
    }
}

static void
add_sources (Report *self)
{
  g_autoptr (GPtrArray) sources = self->template != NULL ? pact_template_get_sources (self->template, self->language) : NULL;
  g_autoptr (GPtrArray) in_english = self->template != NULL ? pact_template_get_sources (self->template, "en") : NULL;
  GListModel *documents = pact_element_get_children_by_name (self->root, "document");
  guint n_documents = g_list_model_get_n_items (documents);

  if (n_documents == 0 && (sources == NULL || sources->len == 0))
    return;

  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Sources")));
  for (guint i = 0; i < n_documents; i++)
    {
      g_autoptr (PactElement) document = g_list_model_get_item (documents, i);
      g_autofree char *title = _pact_report_value (self, document, "title");
      g_autofree char *reference = _pact_report_value (self, document, "reference");

      pact_document_add_paragraph (self->document, PACT_TONE_BODY, title);
      pact_document_add_paragraph (self->document, PACT_TONE_SMALL, reference);
    }
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const PactSource *source = g_ptr_array_index (sources, i);

      _pact_report_note (self, source->title, !g_str_equal (source->title, ((PactSource *) g_ptr_array_index (in_english, i))->title));
      pact_document_add_link (self->document, PACT_TONE_SMALL, source->title, source->url);
    }
}

static void
add_colophon (Report *self)
{
  g_autofree char *day = pact_moment_display (pact_document_get_moment (self->document), self->locale);
  g_autofree char *text = _pact_report_compose (self, NC_ ("report", "This paper says what the plan said on %s."), day);

  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "About this paper")));
  pact_document_add_paragraph (self->document, PACT_TONE_SMALL, text);
  pact_document_add_paragraph (self->document, PACT_TONE_SMALL,
                               _pact_report_say (self, NC_ ("report", "The digest below belongs to the plan’s values alone. The submitted file "
                                                                      "has the same one as long as neither has been changed.")));
  pact_document_add_paragraph (self->document, PACT_TONE_SMALL, self->digest);
  if (self->template != NULL)
    {
      g_autofree char *origin = _pact_report_compose (self, NC_ ("report", "Begun from: %1$s, version %2$s."),
                                                      pact_template_get_title (self->template, self->language),
                                                      pact_element_get (self->root, "template_version"));

      pact_document_add_paragraph (self->document, PACT_TONE_SMALL, origin);
    }
}

static void
add_safeguards (Report *self)
{
  const char *const items[] = {
    _pact_report_say (self, NC_ ("report", "This plan holds no data about victims, suspects or cases, and none may be added to it.")),
    _pact_report_say (self, NC_ ("report", "Numbers that could identify a child are given as “fewer than”.")),
    _pact_report_say (self, NC_ ("report", "Bodies are named, and persons only where somebody can be reached in office.")),
    _pact_report_say (self, NC_ ("report", "A concern about a child is never put into a plan: it goes to those who are responsible for it at "
                                           "once.")),
    NULL
  };

  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Data protection and safeguarding")));
  pact_document_add_list (self->document, items, FALSE);
}

/* Who helps, and to whom a suspicion is reported. */
static void
add_help (Report *self)
{
  g_autofree char *lines = _pact_report_value (self, self->root, "help_lines");
  g_autofree char *address = _pact_report_value (self, self->root, "child_page");

  if (lines == NULL && address == NULL)
    return;
  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Help and reporting")));
  pact_document_add_paragraph (self->document, PACT_TONE_LEAD, lines);
  if (address == NULL)
    return;
  pact_document_add_paragraph (self->document, PACT_TONE_BODY,
                               _pact_report_say (self, NC_ ("report", "A page for children explains what sexual violence is and who helps:")));
  pact_document_add_link (self->document, PACT_TONE_BODY, address, address);
}

static void
add_summary (Report *self)
{
  g_autofree char *summary = _pact_report_value (self, self->root, "summary");

  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "Summary")));
  pact_document_add_paragraph (self->document, PACT_TONE_LEAD, summary);
  _pact_report_add_figures (self);
}

static void
add_child_summary (Report *self)
{
  g_autofree char *lines = _pact_report_value (self, self->root, "help_lines");

  if (!_pact_report_add_prose (self, _pact_report_say (self, NC_ ("report", "For children")), "child_summary") || lines == NULL)
    return;
  pact_document_add_heading (self->document, 2, NULL, _pact_report_say (self, NC_ ("report", "Who helps you")), PACT_NO_HUE);
  pact_document_add_paragraph (self->document, PACT_TONE_LEAD, lines);
}

static void
add_participation (Report *self)
{
  _pact_report_add_prose (self, _pact_report_say (self, NC_ ("report", "How the plan was made")), "participation");
}

static void
add_vision (Report *self)
{
  _pact_report_add_prose (self, _pact_report_say (self, NC_ ("report", "Vision")), "vision");
}

static void
add_monitoring (Report *self)
{
  _pact_report_add_prose (self, _pact_report_say (self, NC_ ("report", "Monitoring")), "monitoring");
}

static void
add_glance (Report *self)
{
  if (!_pact_report_has_measures (self, self->root))
    return;

  pact_document_add_new_page (self->document);
  _pact_report_add_section (self, _pact_report_say (self, NC_ ("report", "The measures at a glance")));
  _pact_report_add_overview (self, FALSE);
}

static void
add_pillars (Report *self)
{
  GListModel *pillars = pact_element_get_children_by_name (self->root, "pillar");

  for (guint i = 0; i < g_list_model_get_n_items (pillars); i++)
    {
      g_autoptr (PactElement) pillar = g_list_model_get_item (pillars, i);

      add_pillar (self, pillar);
    }
}

/* The parts of the council paper in their order. Those with a code of the vocabulary `paper_part` can be left out; what says that no
   child can be recognised, and what the paper is, stands in each. */
static const struct
{
  const char *code; /* (nullable) */
  void (*add) (Report *self);
} council_parts[] = {
  { "summary", add_summary },
  { "child-summary", add_child_summary },
  { "law", _pact_report_add_law },
  { "participation", add_participation },
  { "situation", _pact_report_add_situation },
  { "vision", add_vision },
  { "overview", add_glance },
  { "sheets", add_pillars },
  { "considered", _pact_report_add_left_out },
  { "partners", _pact_report_add_partners },
  { "timetable", _pact_report_add_timetable },
  { "budget", _pact_report_add_budget },
  { "indicators", _pact_report_add_indicators },
  { "risks", _pact_report_add_risks },
  { "monitoring", add_monitoring },
  { NULL, add_safeguards },
  { "help", add_help },
  { "sources", add_sources },
  { NULL, add_colophon },
};

/* The whole plan, without what it leaves out of its papers. */
void
_pact_report_build_council (Report *self)
{
  const char *left_out = pact_element_get (self->root, "paper_left_out");

  _pact_report_add_cover (self);
  pact_document_add_new_page (self->document);
  pact_document_add_contents (self->document, _pact_report_say (self, NC_ ("report", "Contents")));
  pact_document_add_new_page (self->document);
  for (gsize i = 0; i < G_N_ELEMENTS (council_parts); i++)
    {
      if (council_parts[i].code == NULL || !pact_codes_contain (left_out, council_parts[i].code))
        council_parts[i].add (self);
    }
}

static void
add_title (Report *self)
{
  g_autofree char *authority = _pact_report_value (self, self->root, "authority_name");

  pact_document_add_paragraph (self->document, PACT_TONE_SUBTITLE, authority);
  pact_document_add_heading (self->document, 1, NULL, pact_document_get_title (self->document), PACT_NO_HUE);
}

/* All measures in one table. */
void
_pact_report_build_overview (Report *self)
{
  add_title (self);
  if (_pact_report_has_measures (self, self->root))
    _pact_report_add_overview (self, TRUE);
  else
    _pact_report_add_no_measures (self);
}

static void
add_sheet_page (Report *self,
                PactElement *measure,
                gpointer data)
{
  if (self->options->measure != NULL && !g_str_equal (self->options->measure, pact_element_get_uuid (measure)))
    return;

  pact_document_add_new_page (self->document);
  _pact_report_add_sheet (self, measure, 1);
}

/* A page for each measure. */
void
_pact_report_build_sheets (Report *self)
{
  _pact_report_for_each_measure (self, self->root, add_sheet_page, NULL);
}

typedef struct
{
  GPtrArray *measures;
  const char *priority;
} Urgent;

static void
collect_urgent (Report *self,
                PactElement *measure,
                gpointer data)
{
  Urgent *urgent = data;

  if (urgent->measures->len < N_BRIEF_MEASURES && !pact_element_is_waived (measure)
      && g_strcmp0 (pact_element_get (measure, "priority"), urgent->priority) == 0)
    g_ptr_array_add (urgent->measures, measure);
}

/* The measures that matter most, as many as fit. */
static void
add_urgent (Report *self)
{
  static const char *const priorities[] = { "highest", "high", "medium", "low", NULL };
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (priorities); i++)
    _pact_report_for_each_measure (self, self->root, collect_urgent, &(Urgent){ measures, priorities[i] });

  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "No."))), 8, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Measure"))), 50, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_label (self, "measure", "lead")), 24, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Period"))), 18, FALSE);
  for (guint i = 0; i < measures->len; i++)
    {
      PactElement *measure = g_ptr_array_index (measures, i);
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, pact_element_dup_number (measure));
      g_ptr_array_add (cells, _pact_report_value (self, measure, "title"));
      g_ptr_array_add (cells, _pact_report_value (self, measure, "lead"));
      g_ptr_array_add (cells, _pact_report_period (self, measure));
      pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
    }
  if (table->rows->len > 0)
    pact_document_add_heading (self->document, 2, NULL, _pact_report_say (self, NC_ ("report", "What matters most")), PACT_NO_HUE);
  pact_document_take_table (self->document, table);
}

/* What comes next, seen from the day on which the plan was changed last. */
static void
add_next_dates (Report *self)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (pact_element_get_modified (self->root), NULL);
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);
  g_autoptr (GArray) dates = NULL;
  GDate today;

  if (moment != NULL)
    {
      g_date_clear (&today, 1);
      g_date_set_dmy (&today, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment), g_date_time_get_year (moment));
      dates = pact_next_dates_list (self->plan, &today);
    }

  /* Translators: heads of the columns of a table of what comes next: when it is due, and what. */
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "When"))), 24, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "No."))), 8, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "What"))), 48, FALSE);
  pact_document_table_take_column (table, g_strdup (_pact_report_say (self, NC_ ("report", "Kind of date"))), 20, FALSE);
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const PactNextDate *next = &g_array_index (dates, PactNextDate, i);
      const char *kind = pact_element_get_kind (next->element)->name;
      PactElement *measure = pact_element_is_kind (next->element, "measure") ? next->element
                                                                              : pact_element_get_ancestor (next->element, "measure");
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, pact_date_display (&next->date, self->locale));
      g_ptr_array_add (cells, measure != NULL ? pact_element_dup_number (measure) : NULL);
      g_ptr_array_add (cells, _pact_report_value (self, next->element, "title"));
      g_ptr_array_add (cells, g_strdup (_pact_report_label (self, kind, next->field->name)));
      pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, cells);
    }
  if (table->rows->len > 0)
    pact_document_add_heading (self->document, 2, NULL, _pact_report_say (self, NC_ ("report", "What comes next")), PACT_NO_HUE);
  pact_document_take_table (self->document, table);
}

/* What whoever speaks for the plan has to know. */
void
_pact_report_build_brief (Report *self)
{
  g_autofree char *summary = _pact_report_value (self, self->root, "summary");
  g_autofree char *vision = _pact_report_value (self, self->root, "vision");

  _pact_report_add_head_emblem (self);
  add_title (self);
  pact_document_add_paragraph (self->document, PACT_TONE_LEAD, summary != NULL ? summary : vision);
  _pact_report_add_figures (self);
  add_urgent (self);
  if (_pact_report_has_costs (self))
    pact_document_add_new_page (self->document);
  pact_document_add_heading (self->document, 1, NULL, _pact_report_say (self, NC_ ("report", "What it costs")), PACT_NO_HUE);
  if (!_pact_report_has_costs (self))
    _pact_report_add_resources (self);
  _pact_report_add_budget_by_year (self);
  add_next_dates (self);
}

static void
add_values (PactElement *element,
            gpointer data)
{
  Report *self = data;
  const PactKind *kind = pact_element_get_kind (element);
  const PactField *title = pact_kind_get_title_field (kind);
  const char *label = _pact_report_kind (self, kind);
  PactDocumentTable *table;
  g_autofree char *number = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *name = NULL;

  if (kind->flags & PACT_KIND_OF_THIS_PLAN)
    return;

  number = kind->flags & PACT_KIND_NUMBERED ? pact_element_dup_number (element) : NULL;
  /* What has no title is known by what it refers to. */
  name = title != NULL ? _pact_report_value (self, element, title->name) : g_strdup (pact_element_get_title (element));
  heading = name != NULL ? g_strdup_printf (_pact_report_say (self, NC_ ("report", "%1$s: %2$s")), label, name) : g_strdup (label);
  table = _pact_report_create_facts (self);
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & (PACT_FIELD_INTERNAL | PACT_FIELD_NOT_EXPORTED)))
        _pact_report_add_field (self, table, element, kind->fields[i].name);
    }
  if (element == self->root || (kind->flags & PACT_KIND_NUMBERED))
    pact_document_add_heading (self->document, element == self->root ? 1 : 2, number, heading, _pact_report_get_hue (self, element));
  else
    pact_document_add_paragraph (self->document, PACT_TONE_LABEL, heading);
  pact_document_take_table (self->document, table);
}

/* All values, in the order of the exchange file. */
void
_pact_report_build_submission (Report *self)
{
  PactDocumentTable *facts = _pact_report_create_facts (self);

  pact_document_add_paragraph (self->document, PACT_TONE_SUBTITLE, pact_document_get_subject (self->document));
  _pact_report_add_fact (self, facts, _pact_report_say (self, NC_ ("report", "Digest")), g_strdup (self->digest));
  pact_document_take_table (self->document, facts);
  pact_element_walk (self->root, add_values, self);
}
