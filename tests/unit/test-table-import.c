/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "pact-answer-list.h"
#include "pact-edit-error.h"
#include "pact-table-import.h"

/* A table that was written elsewhere becomes a part of a plan. */

static void
check_decoded (const char *bytes,
               gsize size,
               const char *expected)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = pact_table_decode (file, &error);

  g_assert_cmpstr (text, ==, expected);
  if (expected == NULL)
    g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE);
  else
    g_assert_no_error (error);
}

#define CHECK_DECODED(bytes, expected) check_decoded (bytes, sizeof bytes - 1, expected)

static void
test_decode (void)
{
  CHECK_DECODED ("", "");
  CHECK_DECODED ("Ma\303\237nahme;\342\202\254", "Maßnahme;€");
  CHECK_DECODED ("\357\273\277Ma\303\237nahme", "Maßnahme");
  CHECK_DECODED ("\377\376M\0\337\0", "Mß");
  CHECK_DECODED ("\376\377\0M\0\337", "Mß");
  CHECK_DECODED ("Ma\337nahme;\200 \204S\344ule\223 \201", "Maßnahme;€ „Säule“ \302\201");
  /* Half a letter, and a zipped workbook. */
  CHECK_DECODED ("\377\376M\0\337", NULL);
  CHECK_DECODED ("PK\003\004\024\0\0\0", NULL);
}

static void
check_split (const char *text,
             char separator,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = pact_table_split (text, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  if (separator != '\0')
    g_assert_cmpint (pact_table_guess_separator (text), ==, separator);
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (found, "[%s]", (const char *) g_ptr_array_index (row, j));
      g_string_append_c (found, '|');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_split (void)
{
  g_autoptr (GString) long_table = g_string_new ("Measure\n");
  g_autofree char *wide_table = g_strnfill (PACT_TABLE_MAX_COLUMNS, '\t');
  g_autofree char *wide_row = g_strconcat (wide_table, "last", NULL);
  g_autoptr (GError) error = NULL;

  check_split ("Measure\tStart\r\n\"Say \"\"no\"\"\r\ntogether\"\t2027\r\n", '\t', "[Measure][Start]|[Say \"no\"\r\ntogether][2027]|");
  check_split ("Maßnahme;Kosten\r\nEltern, Kinder;1.000,50\r\n", ';', "[Maßnahme][Kosten]|[Eltern, Kinder][1.000,50]|");
  check_split ("Measure,Cost\nOne,\"1,000\"\n\"Two; three\",2\n", ',', "[Measure][Cost]|[One][1,000]|[Two; three][2]|");
  check_split ("sep=,\r\nMeasure;Cost,Start\r\n", '\0', "[]|[Measure;Cost][Start]|");
  check_split ("Measure\nOne, two\nThree\n", '\t', "[Measure]|[One, two]|[Three]|");

  g_assert_null (pact_table_split (" \n\t\n", &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE);
  g_clear_error (&error);
  for (guint i = 0; i < PACT_TABLE_MAX_ROWS; i++)
    g_string_append_printf (long_table, "Number %u\n", i);
  g_assert_null (pact_table_split (long_table->str, &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE);
  g_clear_error (&error);
  g_assert_null (pact_table_split (wide_row, &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE);
}

/* What a word processor copies is a table only as HTML. */
static void
test_html (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = pact_table_split_html ("<table><tr><td>Measure<tr><td><p>One,</p><p>two</p></table>", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, 1), 0), ==, "One,\ntwo");
  g_assert_null (pact_table_split_html ("<p>Measure</p>", &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE);
}

static PactTableImport *
import_new (EditorFixture *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = pact_table_split (text, &error);

  g_assert_no_error (error);

  return pact_table_import_new (rows, pact_editor_get_plan (fixture->editor), NULL);
}

static void
speak (EditorFixture *fixture,
       const char *language)
{
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (fixture->editor, editor_get_root (fixture), "language", language, &error);
  g_assert_no_error (error);
}

static void
check_guess (EditorFixture *fixture,
             const char *headings,
             const char *expected)
{
  g_autoptr (PactTableImport) import = import_new (fixture, headings);
  g_autoptr (PactTableChoices) choices = pact_table_import_guess (import);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < choices->contents->len; i++)
    {
      const char *content = g_ptr_array_index (choices->contents, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", content != NULL ? content : "-");
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_true (choices->has_headings == (strspn (expected, "- ") < strlen (expected)));
}

/* Headings are known in the plan’s language, the interface’s and English, by what the program calls a field and by what others do. */
static void
test_headings (EditorFixture *fixture,
               gconstpointer data)
{
  check_guess (fixture, "Pillar\tObjective\tMeasure\tLead body\tPartners\tStart\tEnd\tMain indicator\tBaseline\tTarget\tCost",
               "pillar.title objective.title measure.title measure.lead involvement.all measure.start measure.end indicator.title "
               "indicator.baseline indicator.target cost.amount");
  check_guess (fixture, "title\tmeasure.description\tobjective_title\tTARGET-GROUPS\tstart \tNo.\tBudget (EUR)\tcost year",
               "measure.title measure.description objective.title measure.target_groups measure.start - cost.amount cost.year");
  check_guess (fixture, "Maßnahme\tSäule\tBeginn", "- - -");
  check_guess (fixture, "Measure\tAction\tNote\tRemarks\tPartner\tCooperation",
               "measure.title - measure.note measure.note involvement.all involvement.all");
  check_guess (fixture, "Open a house\t2027", "- -");

  speak (fixture, "de");
  check_guess (fixture, "SAULE\tZiel\tMassnahme\tFederführende  Stelle\tPartner\tBeginn\tEnde\tHauptindikator\tAusgangswert\tZielwert\tKosten",
               "pillar.title objective.title measure.title measure.lead involvement.all measure.start measure.end indicator.title "
               "indicator.baseline indicator.target cost.amount");
  check_guess (fixture, "Measure\tBeginn\tPriority", "measure.title measure.start measure.priority");
  speak (fixture, "fr");
  check_guess (fixture, "Pilier\tObjectif :\tMesure\tOrganisme chef-de-file\tPartenaires\tDEBUT\tFin\tIndicateur principal\t"
                        "Valeur de référence\tCible\tCoût",
               "pillar.title objective.title measure.title measure.lead involvement.all measure.start measure.end indicator.title "
               "indicator.baseline indicator.target cost.amount");
}

static PactTableReading *
read_table (EditorFixture *fixture,
            const char *text)
{
  g_autoptr (PactTableImport) import = import_new (fixture, text);
  g_autoptr (PactTableChoices) choices = pact_table_import_guess (import);

  return pact_table_import_read (import, choices, NULL);
}

static GPtrArray *
apply (EditorFixture *fixture,
       const PactTableReading *reading)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *measures;

  fixture->n_edited = 0;
  measures = pact_table_import_apply (reading, fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpuint (measures->len, ==, reading->n_measures);
  editor_check_agrees (fixture);

  return measures;
}

static void
check (PactElement *element,
       const char *field,
       const char *expected)
{
  g_assert_cmpstr (pact_element_get (element, field), ==, expected);
}

static void
check_mistakes (const PactTableReading *reading,
                const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < reading->mistakes->len; i++)
    {
      g_autofree char *sentence = pact_table_mistake_describe (g_ptr_array_index (reading->mistakes, i));

      g_string_append_printf (found, "%s\n", sentence);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* A German spreadsheet, saved as CSV, in a plan in German under an interface in English. */
static void
test_german (EditorFixture *fixture,
             gconstpointer data)
{
  static const char table[] =
    "S\344ule;Ziel;Ma\337nahme;Federf\374hrende Stelle;Partner;Beginn;Ende;Priorit\344t;Zielgruppen;Hauptindikator;Ausgangswert;Zielwert;Kosten\r\n"
    "Neue S\344ule;Ein Ziel;Lehrkr\344fte schulen;Jugendamt;Polizei, Schulamt, JUGENDAMT;3.4.2027;31.12.2028;hoch;;Geschulte;1.500;2.000;12.500,50 \200\r\n"
    ";;\"Ein \"\"Haus\"\";\r\noffen\";Jugendamt;Polizei;;;;;Anteil;5 %;80 %;\r\n"
    ";;;;;;;;;;;;\r\n"
    ";Noch ein Ziel;Ohne alles;;;;;;;;;;\r\n";
  PactElement *root = editor_get_root (fixture);
  guint n_pillars = element_count_children (root, "pillar");
  g_autoptr (GBytes) file = g_bytes_new_static (table, sizeof table - 1);
  g_autofree char *text = pact_table_decode (file, NULL);
  g_autoptr (PactTableReading) reading = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autofree char *summary = NULL;
  PactElement *pillar, *measure, *indicator;

  speak (fixture, "de");
  reading = read_table (fixture, text);
  check_mistakes (reading, "");
  summary = pact_table_reading_describe (reading);
  g_assert_cmpstr (summary, ==, "3 measures, 1 new pillar, 2 new objectives, 3 new actors, 2 indicators, 1 cost");

  measures = apply (fixture, reading);
  g_assert_cmpuint (element_count_children (root, "pillar"), ==, n_pillars + 1);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 3);
  pillar = element_get_child (root, "pillar", n_pillars);
  check (pillar, "title", "Neue Säule");
  g_assert_cmpuint (element_count_children (pillar, "objective"), ==, 2);
  check (element_get_child (pillar, "objective", 1), "title", "Noch ein Ziel");
  measure = g_ptr_array_index (measures, 0);
  g_assert_true (measure == element_get_child (element_get_child (pillar, "objective", 0), "measure", 0));
  check (measure, "title", "Lehrkräfte schulen");
  check (measure, "start", "2027-04-03");
  check (measure, "end", "2028-12-31");
  check (measure, "priority", "high");
  check (measure, "note", NULL);
  check (measure, "lead", pact_element_get_uuid (element_get_child (root, "actor", 0)));
  g_assert_cmpuint (element_count_children (measure, "involvement"), ==, 2);
  check (element_get_child (measure, "involvement", 1), "actor", pact_element_get_uuid (element_get_child (root, "actor", 2)));
  indicator = element_get_child (measure, "indicator", 0);
  check (indicator, "baseline", "1500");
  check (indicator, "type", NULL);
  check (element_get_child (measure, "cost", 0), "amount", "1250050");

  measure = g_ptr_array_index (measures, 1);
  check (measure, "title", "Ein \"Haus\"; offen");
  indicator = element_get_child (measure, "indicator", 0);
  check (indicator, "type", "percentage");
  check (indicator, "target", "80");
  check (pact_element_get_parent (g_ptr_array_index (measures, 2)), "title", "Noch ein Ziel");

  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (root, "pillar"), ==, n_pillars);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 0);
  editor_check_agrees (fixture);
  editor_redo (fixture);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 3);
  editor_check_agrees (fixture);
}

/* A table in French, of which nothing but the headings say so, and mistakes in it. */
static void
test_mistakes (EditorFixture *fixture,
               gconstpointer data)
{
  g_autofree char *long_title = g_strnfill (250, 'a');
  g_autofree char *text = NULL;
  g_autoptr (PactTableReading) reading = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  PactElement *root = editor_get_root (fixture);
  PactElement *objective = element_get_child (element_get_child (root, "pillar", 0), "objective", 0);
  guint n = element_count_children (objective, "measure");
  g_autofree char *existing = g_strdup (pact_element_get_title (element_get_child (objective, "measure", 0)));
  g_autofree char *heading = g_strconcat ("1. ", pact_element_get_title (element_get_child (root, "pillar", 0)), NULL);

  memset (long_title + 100, ' ', 1);
  text = g_strconcat ("Mesure\tDébut\tFin\tPriorité\tPublics cibles\tCoût\tNote\n"
                      "Une mesure\t1er mars 2027\tbientôt\tHaute\tnobody; ",
                      "victims\tcher\tDéjà là\n"
                      "\n"
                      "\t2028\t2027\t\t\t\t\n",
                      heading, "\t\t\t\t\t\t\n", existing, "\t\t\t\t\t\t\n", long_title, "\t\t\t\t\t\t\n", NULL);
  speak (fixture, "fr");
  reading = read_table (fixture, text);
  g_assert_cmpuint (reading->n_measures, ==, 4);
  g_assert_cmpuint (reading->mistakes->len, ==, 8);
  for (guint i = 0; i < reading->mistakes->len; i++)
    {
      static const struct
      {
        guint row;
        const char *heading;
        const char *part;
      } expected[] = {
        { 2, "Fin", "“bientôt” is not a date." },
        { 2, "Publics cibles", "“nobody” is none of the answers to “Target groups”." },
        { 2, "Coût", "“cher” is not an amount of money." },
        { 4, NULL, "The measure has no title." },
        { 4, "Fin", "End lies before Start." },
        { 5, "Mesure", "heading" },
        { 6, "Mesure", "already" },
        { 7, "Mesure", "50 characters too long" },
      };
      const PactTableMistake *mistake = g_ptr_array_index (reading->mistakes, i);

      g_assert_cmpuint (mistake->row, ==, expected[i].row);
      g_assert_cmpstr (mistake->heading, ==, expected[i].heading);
      if (strstr (mistake->message, expected[i].part) == NULL)
        g_assert_cmpstr (mistake->message, ==, expected[i].part);
    }

  measures = apply (fixture, reading);
  g_assert_cmpuint (element_count_children (objective, "measure"), ==, n + 4);
  check (g_ptr_array_index (measures, 0), "start", "2027-03-01");
  check (g_ptr_array_index (measures, 0), "end", NULL);
  check (g_ptr_array_index (measures, 0), "priority", "high");
  check (g_ptr_array_index (measures, 0), "note", "Déjà là\nFin: bientôt\nPublics cibles: nobody; victims\nCoût: cher");
  check (g_ptr_array_index (measures, 1), "title", NULL);
  check (g_ptr_array_index (measures, 1), "end", "2027");
  g_assert_true (g_str_has_suffix (pact_element_get (g_ptr_array_index (measures, 3), "title"), "a…"));
  g_assert_nonnull (strstr (pact_element_get (g_ptr_array_index (measures, 3), "note"), long_title));
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (objective, "measure"), ==, n);
}

/* Pillars and objectives are found by title and by number; cells that span rows are empty but for the first. */
static void
test_outline (EditorFixture *fixture,
              gconstpointer data)
{
  PactElement *root = editor_get_root (fixture);
  PactElement *second = element_get_child (root, "pillar", 1);
  g_autofree char *title = g_ascii_strup (pact_element_get_title (element_get_child (element_get_child (root, "pillar", 2), "objective", 0)), -1);
  g_autofree char *text =
    g_strconcat ("Pillar,Objective,Measure\n2,2.1,One\n,,Two\n,\"3) ", "A new one\",Three\n2.,\"", title, "\",Four\n3,,Five\n,", "9.9,Six\n", NULL);
  g_autoptr (PactTableReading) reading = read_table (fixture, text);
  g_autoptr (GPtrArray) measures = NULL;

  g_assert_cmpuint (reading->n_measures, ==, 6);
  g_assert_cmpuint (reading->n_pillars, ==, 0);
  /* The one of the third pillar is not taken for the second, which the row names. */
  g_assert_cmpuint (reading->n_objectives, ==, 2);
  check_mistakes (reading, "Row 7, Objective: Nothing in the plan has the number 9.9.\n");
  measures = apply (fixture, reading);
  g_assert_true (pact_element_get_parent (g_ptr_array_index (measures, 0)) == element_get_child (second, "objective", 0));
  g_assert_true (pact_element_get_parent (g_ptr_array_index (measures, 1)) == element_get_child (second, "objective", 0));
  check (pact_element_get_parent (g_ptr_array_index (measures, 2)), "title", "A new one");
  g_assert_true (pact_element_get_ancestor (g_ptr_array_index (measures, 2), "pillar") == second);
  check (pact_element_get_parent (g_ptr_array_index (measures, 3)), "title", title);
  g_assert_true (pact_element_get_parent (g_ptr_array_index (measures, 4))
                 == element_get_child (element_get_child (root, "pillar", 2), "objective", 0));
  check (g_ptr_array_index (measures, 5), "note", "Objective: 9.9");
}

/* What a person chooses goes before what was guessed. */
static void
test_choices (EditorFixture *fixture,
              gconstpointer data)
{
  g_autoptr (PactTableImport) import = import_new (fixture, "Open a house\t2027\tnow\tand then\nClose a door\t2028\t\t\n");
  g_autoptr (PactTableChoices) choices = pact_table_import_guess (import);
  g_autoptr (PactTableChoices) copy = NULL;
  g_autoptr (PactTableReading) reading = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GListModel) objectives = pact_table_import_list_objectives (import);
  g_autoptr (GListModel) contents = pact_table_import_list_contents (import);
  g_autoptr (PactAnswer) last = g_list_model_get_item (objectives, g_list_model_get_n_items (objectives) - 1);
  g_autoptr (PactAnswer) first = g_list_model_get_item (contents, 0);
  g_autofree char *heading = pact_table_import_dup_heading (import, choices, 1);

  g_assert_false (choices->has_headings);
  g_assert_cmpstr (heading, ==, "Column 2");
  g_assert_null (pact_answer_get_code (last));
  g_assert_null (pact_answer_get_code (first));
  pact_table_choices_set (choices, 1, "measure.title");
  pact_table_choices_set (choices, 0, "measure.title");
  g_assert_null (g_ptr_array_index (choices->contents, 1));
  pact_table_choices_set (choices, 1, "measure.end");
  pact_table_choices_set (choices, 2, "measure.note");
  pact_table_choices_set (choices, 3, "measure.note");
  g_clear_pointer (&choices->objective, g_free);
  copy = pact_table_choices_copy (choices);
  reading = pact_table_import_read (import, copy, NULL);
  check_mistakes (reading, "");
  g_assert_cmpuint (reading->n_objectives, ==, 1);
  measures = apply (fixture, reading);
  g_assert_cmpuint (measures->len, ==, 2);
  check (g_ptr_array_index (measures, 0), "title", "Open a house");
  check (g_ptr_array_index (measures, 0), "end", "2027");
  check (g_ptr_array_index (measures, 0), "note", "now\nand then");
  check (pact_element_get_parent (g_ptr_array_index (measures, 1)), "title", "Imported measures");
}

/* Nothing is made if what it stands under has gone meanwhile. */
static void
test_gone (EditorFixture *fixture,
           gconstpointer data)
{
  g_autoptr (PactTableReading) reading = read_table (fixture, "Pillar\tMeasure\n1\tOne\n2\tTwo\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_remove (fixture->editor, element_get_child (editor_get_root (fixture), "pillar", 1), &error));
  g_assert_null (pact_table_import_apply (reading, fixture->editor, &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE);
  editor_check_agrees (fixture);
}

/* As many rows as there may be, in a plan that has nothing yet. */
static void
test_many (EditorFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Measure\tLead\tPartners\tStart\tPriority\tTarget groups\tIndicator\tTarget\tCost\n");
  g_autoptr (PactTableReading) reading = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  PactElement *root = editor_get_root (fixture);
  g_autoptr (GError) error = NULL;
  gint64 start;

  while (element_count_children (root, "pillar") > 0)
    {
      g_assert_true (pact_editor_remove (fixture->editor, element_get_child (root, "pillar", 0), &error));
      g_assert_no_error (error);
    }
  for (guint i = 1; i < PACT_TABLE_MAX_ROWS; i++)
    g_string_append_printf (text, "Measure %u\tOffice %u\tPolice; Schools\t2028\thigh\tVictims\tPeople\t12\t100\n", i, i % 30);
  start = g_get_monotonic_time ();
  reading = read_table (fixture, text->str);
  g_test_message ("Read in %.0f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (reading->n_measures, ==, PACT_TABLE_MAX_ROWS - 1);
  g_assert_cmpuint (reading->n_pillars, ==, 1);
  g_assert_cmpuint (reading->n_objectives, ==, 1);
  g_assert_cmpuint (reading->n_actors, ==, 32);
  start = g_get_monotonic_time ();
  measures = pact_table_import_apply (reading, fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (measures->len, ==, reading->n_measures);
  g_test_message ("Made in %.0f ms", (double) (g_get_monotonic_time () - start) / 1000);
  editor_check_agrees (fixture);
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (root, "pillar"), ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/table-import/" name, EditorFixture, NULL, editor_fixture_set_up, func, editor_fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-import/decode", test_decode);
  g_test_add_func ("/table-import/split", test_split);
  g_test_add_func ("/table-import/html", test_html);
  ADD ("headings", test_headings);
  ADD ("german", test_german);
  ADD ("mistakes", test_mistakes);
  ADD ("outline", test_outline);
  ADD ("choices", test_choices);
  ADD ("gone", test_gone);
  ADD ("many", test_many);

  return g_test_run ();
}
