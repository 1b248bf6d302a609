/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "pact-amount.h"
#include "pact-dates.h"
#include "pact-exchange.h"
#include "pact-report-private.h"
#include "pact-translate.h"
#include "pact-vocabularies.h"
#include "pact-words.h"

/* So much of a digest tells two versions of a plan apart, and can be compared by people. */
#define DIGEST_GROUPS 4
#define DIGEST_GROUP 4

#define EN_DASH "\342\200\223"
#define NO_BREAK_SPACE "\302\240"

static const PactReportKind kinds[] = {
  { "council-paper", NC_ ("report", "Council paper"),
    NC_ ("report", "The whole plan, from the summary to the sources: what the council adopts and everybody reads."), .has_parts = TRUE },
  { "decision-paper", NC_ ("report", "Decision paper"),
    NC_ ("report", "Brings the plan before the council: proposed decision, reasons, money, signatures.") },
  { "brief", NC_ ("report", "Two pages for the mayor"),
    NC_ ("report", "What the plan is about, what it costs and what comes next, for whoever speaks for it.") },
  { "overview", NC_ ("report", "Overview table"),
    NC_ ("report", "All measures in one table, to hang up or to hand out.") },
  { "measure-sheets", NC_ ("report", "Measure sheets"),
    NC_ ("report", "A sheet for each measure, for those who carry it out.") },
  { "declaration", NC_ ("report", "Declaration of joining the Pact"),
    NC_ ("report", "What the authority signs to join the Pact, with its decision and its contact.") },
  { "submission-annex", NC_ ("report", "Submission annex"),
    NC_ ("report", "Every value as it stands in the submitted file, to be filed with it.") },
};

/* How each of them is made. */
static const struct
{
  void (*build) (Report *self);
  gboolean is_landscape;
} builders[G_N_ELEMENTS (kinds)] = {
  { _pact_report_build_council, FALSE },
  { _pact_report_build_decision, FALSE },
  { _pact_report_build_brief, FALSE },
  { _pact_report_build_overview, TRUE },
  { _pact_report_build_sheets, FALSE },
  { _pact_report_build_declaration, FALSE },
  { _pact_report_build_submission, FALSE },
};

/* Measures and all that is said of them, as PactElementFunc. */
typedef struct
{
  Report *report;
  ReportMeasureFunc func;
  gpointer data;
} Walk;

static void
visit (PactElement *element,
       gpointer data)
{
  Walk *walk = data;

  if (pact_element_is_kind (element, "measure") && !pact_element_is_left_out (element))
    walk->func (walk->report, element, walk->data);
}

/* Hands over the measures below an element that are part of the plan. */
void
_pact_report_for_each_measure (Report *self,
                               PactElement *below,
                               ReportMeasureFunc func,
                               gpointer data)
{
  pact_element_walk (below, visit, &(Walk){ self, func, data });
}

static void
note_measure (Report *self,
              PactElement *measure,
              gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Whether a pillar has measures that are part of the plan. */
gboolean
_pact_report_has_measures (Report *self,
                           PactElement *pillar)
{
  gboolean found = FALSE;

  _pact_report_for_each_measure (self, pillar, note_measure, &found);

  return found;
}

/* Makes ready what is said of a plan in its language. */
void
_pact_report_open (Report *self,
                   PactPlan *plan,
                   const PactReportOptions *options)
{
  const char *language = pact_element_get (pact_plan_get_root (plan), "language");

  self->plan = plan;
  self->root = pact_plan_get_root (plan);
  self->options = options;
  self->language = language != NULL ? language : "en";
  self->locale = pact_locale_get (self->language);
}

static void
find_latest (PactElement *element,
             gpointer data)
{
  const char **latest = data;

  if (g_strcmp0 (pact_element_get_modified (element), *latest) > 0)
    *latest = pact_element_get_modified (element);
}

/* When something of the plan was last changed; NULL where that is not known. */
GDateTime *
_pact_report_dup_moment (Report *self)
{
  const char *latest = NULL;

  pact_element_walk (self->root, find_latest, &latest);

  return latest != NULL ? g_date_time_new_from_iso8601 (latest, NULL) : NULL;
}

/* Keeps in mind which paragraphs of a text nobody has translated. */
void
_pact_report_note (Report *self,
                   const char *text,
                   gboolean is_translated)
{
  g_auto (GStrv) lines = NULL;

  if (self->untranslated == NULL || is_translated)
    return;

  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_hash_table_add (self->untranslated, g_strdup (g_strstrip (lines[i])));
}

static const char *
translate (Report *self,
           const char *context,
           const char *message)
{
  const char *said = pact_translate (context, message, self->locale);

  _pact_report_note (self, said, said != message);

  return said;
}

/* A message of the documents, in the language of the plan. */
const char *
_pact_report_say (Report *self,
                  const char *message)
{
  return translate (self, "report", message);
}

/* The same with values in it. */
char *
_pact_report_compose (Report *self,
                      const char *message,
                      ...)
{
  const char *said = pact_translate ("report", message, self->locale);
  va_list arguments;
  char *text;

  va_start (arguments, message);
  text = g_strdup_vprintf (said, arguments);
  va_end (arguments);
  _pact_report_note (self, text, said != message);

  return text;
}

/* What an element of a kind is called, in the language of the plan. */
const char *
_pact_report_kind (Report *self,
                   const PactKind *kind)
{
  return translate (self, "kind", kind->label);
}

/* What a field is called, in the language of the plan. */
const char *
_pact_report_label (Report *self,
                    const char *kind,
                    const char *field)
{
  const PactField *found = pact_kind_find_field (pact_model_find_kind (pact_plan_get_model (self->plan), kind), field);

  return translate (self, "field", found->label);
}

/* Takes out what Unicode has set aside for programs: no file of XML may have it, and no font a letter for it. */
static char *
drop_noncharacters (char *text)
{
  g_autofree char *whole = text;
  GString *rest = g_string_sized_new (strlen (whole));

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if ((letter & 0xfffe) != 0xfffe && (letter < 0xfdd0 || letter > 0xfdef))
        g_string_append_unichar (rest, letter);
    }

  return g_string_free (rest, FALSE);
}

/* Whether the answers that a field has in the program are said in the language of the plan. */
static gboolean
has_translated_answers (Report *self,
                        const PactField *field)
{
  const PactTerm *term = field->vocabulary != NULL ? &field->vocabulary->terms[0] : NULL;

  return term == NULL || pact_translate (field->vocabulary->context, term->label, self->locale) != term->label;
}

/* What a field says, in the language of the plan; NULL where it says nothing, or nothing for everybody's eyes. */
char *
_pact_report_value (Report *self,
                    PactElement *element,
                    const char *name)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (element), name);
  const char *value = pact_element_get_value (element, field);
  char *text;

  if (value == NULL || *value == '\0' || (self->options->withhold_personal && (field->flags & PACT_FIELD_PERSONAL)))
    return NULL;

  text = drop_noncharacters (pact_value_display (field, value, element, self->locale));
  _pact_report_note (self, text, has_translated_answers (self, field));

  return text;
}

/* What an answer is called, in the language of the plan. */
const char *
_pact_report_term (Report *self,
                   const PactVocabulary *vocabulary,
                   const PactTerm *term)
{
  return translate (self, vocabulary->context, term->label);
}

/* An amount of money, in the currency of the plan. */
char *
_pact_report_amount (Report *self,
                     gint64 amount)
{
  return pact_amount_display (amount, pact_plan_get_currency (self->plan), self->locale);
}

/* From when to when a measure goes. Lines may end between the two dates, not within one. */
char *
_pact_report_period (Report *self,
                     PactElement *element)
{
  g_autofree char *period = pact_period_display (pact_element_get (element, "start"), pact_element_get (element, "end"), self->locale);
  g_auto (GStrv) words = g_strsplit (period != NULL ? period : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, g_str_equal (words[i - 1], EN_DASH) ? " " : NO_BREAK_SPACE);
      g_string_append (text, words[i]);
    }

  return g_string_free (text, FALSE);
}

/* The beginning of the digest, in groups that can be compared. */
char *
_pact_report_short_digest (Report *self)
{
  const char *digits = strchr (self->digest, ':') != NULL ? strchr (self->digest, ':') + 1 : self->digest;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DIGEST_GROUPS && strlen (digits) >= (i + 1) * DIGEST_GROUP; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, digits + i * DIGEST_GROUP, DIGEST_GROUP);
    }

  return g_string_free (text, FALSE);
}

/* The colour of a pillar, of which an element is part. */
guint
_pact_report_get_hue (Report *self,
                      PactElement *element)
{
  PactElement *pillar = pact_element_is_kind (element, "pillar") ? element : pact_element_get_ancestor (element, "pillar");

  return pillar != NULL ? pact_element_get_index (pillar) % PACT_N_HUES : PACT_NO_HUE;
}

/* Begins a part of the document. */
void
_pact_report_add_section (Report *self,
                          const char *heading)
{
  pact_document_add_heading (self->document, 1, NULL, heading, PACT_NO_HUE);
}

/* A part that says what a field of the plan says; none where that says nothing. */
gboolean
_pact_report_add_prose (Report *self,
                        const char *heading,
                        const char *field)
{
  g_autofree char *text = _pact_report_value (self, self->root, field);

  if (text == NULL)
    return FALSE;

  _pact_report_add_section (self, heading);
  pact_document_add_paragraph (self->document, PACT_TONE_BODY, text);

  return TRUE;
}

/* Cells of a row; %NULL ends them. */
GPtrArray *
_pact_report_cells (const char *first,
                    ...)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  va_list arguments;

  va_start (arguments, first);
  for (const char *text = first; text != NULL; text = va_arg (arguments, const char *))
    g_ptr_array_add (cells, g_strdup (text));
  va_end (arguments);

  return cells;
}

/* A table of two columns: what is said, and what is said of it. */
PactDocumentTable *
_pact_report_create_facts (Report *self)
{
  PactDocumentTable *table = pact_document_table_new (NULL, FALSE);

  pact_document_table_take_column (table, g_strdup (""), 0.27, FALSE);
  pact_document_table_take_column (table, g_strdup (""), 0.73, FALSE);

  return table;
}

/* A row of such a table, which takes its value; none where there is none. */
void
_pact_report_add_fact (Report *self,
                       PactDocumentTable *table,
                       const char *label,
                       char *value)
{
  if (value != NULL && *value != '\0')
    pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, _pact_report_cells (label, value, NULL));
  g_free (value);
}

/* A row of such a table, about a field. */
void
_pact_report_add_field (Report *self,
                        PactDocumentTable *table,
                        PactElement *element,
                        const char *field)
{
  _pact_report_add_fact (self, table, _pact_report_label (self, pact_element_get_kind (element)->name, field),
                         _pact_report_value (self, element, field));
}

/**
 * pact_report_list:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the documents that can be made
 */
const PactReportKind *
pact_report_list (gsize *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * pact_report_find:
 * @name: the name of a document
 *
 * Returns: (transfer none) (nullable): the document, %NULL if none is called so
 */
const PactReportKind *
pact_report_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].name, name) == 0)
        return &kinds[i];
    }

  return NULL;
}

/**
 * pact_report_find_paper:
 * @code: (nullable): a code of the vocabulary `paper`, %NULL for the usual paper
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper
 */
gboolean
pact_report_find_paper (const char *code,
                        PactPaper *paper)
{
  static const PactPaper papers[] = { PACT_PAPER_A4, PACT_PAPER_A3, PACT_PAPER_LETTER };

  for (gsize i = 0; i < pact_vocabulary_paper.n_terms; i++)
    {
      if (code != NULL && !g_str_equal (pact_vocabulary_paper.terms[i].code, code))
        continue;
      *paper = papers[i];
      return TRUE;
    }

  return FALSE;
}

/**
 * pact_report_options_of:
 * @plan: a plan
 *
 * How papers of it are made, as was chosen for it: on which paper, with names or without, as a draft or not. Which parts the council
 * paper has is read from the plan when it is built.
 *
 * Returns: the options
 */
PactReportOptions
pact_report_options_of (PactPlan *plan)
{
  PactReportOptions options = { 0 };
  PactElement *root;

  g_return_val_if_fail (PACT_IS_PLAN (plan), options);

  root = pact_plan_get_root (plan);
  pact_report_find_paper (pact_element_get (root, "paper"), &options.paper);
  options.withhold_personal = g_strcmp0 (pact_element_get (root, "paper_contacts"), "0") == 0;
  options.is_draft = g_strcmp0 (pact_element_get (root, "paper_draft"), "1") == 0;

  return options;
}

static PactDocument *
create_document (Report *self,
                 const PactReportKind *kind)
{
  g_autofree char *title = _pact_report_value (self, self->root, "title");
  PactDocument *document = pact_document_new (title != NULL ? title : _pact_report_say (self, kind->label), self->language,
                                              self->locale);
  g_autofree char *author = _pact_report_value (self, self->root, "authority_name");
  g_autofree char *digest = _pact_report_short_digest (self);
  /* Translators: at the foot of each page; %s is the beginning of the plan's digest, which tells its versions apart. */
  g_autofree char *foot = _pact_report_compose (self, NC_ ("report", "Version %s"), digest);
  const char *moment = pact_element_get_modified (self->root);

  pact_document_set_author (document, author);
  pact_document_set_subject (document, _pact_report_say (self, kind->label));
  pact_document_set_moment (document, moment);
  pact_document_set_foot (document, foot);
  pact_document_set_paper (document, self->options->paper, builders[kind - kinds].is_landscape);
  if (self->options->is_draft)
    /* Translators: stands on each page of a paper that is not final. */
    pact_document_set_mark (document, _pact_report_say (self, NC_ ("report", "Draft")));

  return document;
}

static gboolean
is_english (const char *language)
{
  return g_str_has_prefix (language, "en") && (language[2] == '\0' || language[2] == '-');
}

/**
 * pact_report_build:
 * @kind: a document
 * @plan: a plan
 * @templates: (nullable): the templates that are known, for what the plan's own says of its background
 * @options: how it is made
 *
 * Makes a document of a plan. It belongs to the thread of @plan; the document itself to any.
 *
 * Returns: (transfer full): the document
 */
PactDocument *
pact_report_build (const PactReportKind *kind,
                   PactPlan *plan,
                   PactTemplateLibrary *templates,
                   const PactReportOptions *options)
{
  Report self = { 0 };

  g_return_val_if_fail (kind >= kinds && kind < kinds + G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  _pact_report_open (&self, plan, options);
  if (!is_english (self.language))
    {
      self.untranslated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      /* What values of several types are shown as. */
      translate (&self, "answer", NC_ ("answer", "Yes"));
      translate (&self, "answer", NC_ ("answer", "No"));
    }
  self.digest = pact_exchange_digest_plan (plan, options->withhold_personal);
  if (templates != NULL && pact_element_get (self.root, "template_id") != NULL)
    self.template = pact_template_library_find (templates, pact_element_get (self.root, "template_id"));
  self.document = create_document (&self, kind);
  if (self.untranslated != NULL)
    pact_document_set_foreign (self.document, "en", self.untranslated);
  builders[kind - kinds].build (&self);
  g_clear_pointer (&self.untranslated, g_hash_table_unref);
  g_free (self.digest);

  return self.document;
}
