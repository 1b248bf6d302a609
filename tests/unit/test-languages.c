/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-codes.h"
#include "pact-messages.h"
#include "pact-translate.h"
#include "pact-vocabularies.h"
#include "pact-words.h"
#include "sample.h"

/* Those that have a catalogue, the program’s own, and one of which only the numbers, dates and names of places are known. */
static const char *const languages[] = { "de", "fr", "en", "ar_EG" };

/* In each language, so that what is loaded when it is first asked for is asked for at once. */
#define N_THREADS 3

/* What all values of all elements of a plan say in one language, in the order of the model table. */
typedef struct
{
  GPtrArray *elements;
  const char *language;
  gint *n_waiting; /* for all to begin together */
  GString *text;
} Reader;

/* A plan's lists remember where they were last looked at, and so belong to one thread. */
static void
add_element (GPtrArray *elements,
             const PactModel *model,
             PactElement *element)
{
  const PactKind *kind = pact_element_get_kind (element);

  g_ptr_array_add (elements, element);
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      GListModel *children = pact_kind_may_contain (kind, &model->kinds[i])
                               ? pact_element_get_children (element, &model->kinds[i])
                               : NULL;

      for (guint j = 0; children != NULL && j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr (PactElement) child = g_list_model_get_item (children, j);

          add_element (elements, model, child);
        }
    }
}

static void
read_elements (Reader *reader)
{
  const PactLocale *locale = pact_locale_get (reader->language);

  for (guint i = 0; i < reader->elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (reader->elements, i);
      const PactKind *kind = pact_element_get_kind (element);

      for (gsize j = 0; j < kind->n_fields; j++)
        {
          g_autofree char *shown =
            pact_value_display (&kind->fields[j], pact_element_get_value (element, &kind->fields[j]), element, locale);

          g_string_append_printf (reader->text, "%s.%s: %s\n", kind->name, kind->fields[j].name, shown);
        }
    }
}

static gpointer
read_plan (gpointer data)
{
  Reader *reader = data;

  g_atomic_int_dec_and_test (reader->n_waiting);
  while (g_atomic_int_get (reader->n_waiting) > 0)
    g_thread_yield ();
  read_elements (reader);

  return NULL;
}

/* Every field of the model table, in several languages in several threads at once, says what it says to one thread. */
static void
test_threads (void)
{
  g_autoptr (PactPlan) plan = sample_plan_new (pact_model_get_default ());
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  Reader readers[G_N_ELEMENTS (languages) * N_THREADS];
  GThread *threads[G_N_ELEMENTS (readers)];
  gint n_waiting = G_N_ELEMENTS (readers);

  add_element (elements, pact_plan_get_model (plan), pact_plan_get_root (plan));
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      readers[i] = (Reader){ elements, languages[i % G_N_ELEMENTS (languages)], &n_waiting, g_string_new (NULL) };
      threads[i] = g_thread_new ("reader", read_plan, &readers[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    g_thread_join (threads[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      Reader alone = { elements, readers[i].language, &n_waiting, g_string_new (NULL) };

      read_elements (&alone);
      g_assert_cmpstr (readers[i].text->str, ==, alone.text->str);
      for (gsize j = 0; j < i; j++)
        g_assert_true (g_str_equal (readers[i].language, readers[j].language)
                       == g_str_equal (readers[i].text->str, readers[j].text->str));
      g_string_free (alone.text, TRUE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    g_string_free (readers[i].text, TRUE);
}

/* Where nothing is expected, something else than in the language before. */
static void
check (PactFieldType type,
       const PactVocabulary *vocabulary,
       const char *value,
       const char *const expected[])
{
  const PactField field = { .name = "f", .type = type, .vocabulary = vocabulary };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *shown = pact_value_display (&field, value, NULL, pact_locale_get (languages[i]));

      if (expected[i] != NULL)
        g_assert_cmpstr (shown, ==, expected[i]);
      else
        g_assert_cmpstr (shown, !=, expected[i - 1]);
    }
}

/* Whatever the language of the interface is: here, that of none of them. */
static void
test_values (void)
{
  check (PACT_TYPE_CHOICE, &pact_vocabulary_priority, "high", (const char *const[]){ "Hoch", "Haute", "High", "High" });
  check (PACT_TYPE_CHOICES, &pact_vocabulary_priority, "high low",
         (const char *const[]){ "Hoch, Niedrig", "Haute, Basse", "High, Low", "High, Low" });
  check (PACT_TYPE_BOOLEAN, NULL, "1", (const char *const[]){ "Ja", "Oui", "Yes", "Yes" });
  check (PACT_TYPE_DATE, NULL, "2027-03-15",
         (const char *const[]){ "15. März 2027", "15 mars 2027", "15 March 2027", "١٥ مارس ٢٠٢٧" });
  check (PACT_TYPE_DECIMAL, NULL, "12500.5",
         (const char *const[]){ "12.500,5", "12\u202f500,5", "12,500.5", "١٢٬٥٠٠٫٥" });
  check (PACT_TYPE_DECIMAL, NULL, "<5", (const char *const[]){ "weniger als 5", "moins de 5", "fewer than 5", "fewer than ٥" });
  check (PACT_TYPE_COUNTRY, NULL, "AT", (const char *const[]){ "Österreich", "Autriche", "Austria", NULL });
  check (PACT_TYPE_COUNTRY, NULL, "QQ", (const char *const[]){ "QQ", "QQ", "QQ", "QQ" });
  check (PACT_TYPE_SUBDIVISION, NULL, "DE-BY", (const char *const[]){ "Bayern", "Bavière", "Bavaria", NULL });
  check (PACT_TYPE_LANGUAGE, NULL, "de-AT",
         (const char *const[]){ "Deutsch (Österreich)", "Allemand (Autriche)", "German (Austria)", NULL });
  check (PACT_TYPE_CURRENCY, NULL, "CHF",
         (const char *const[]){ "Schweizer Franken", "Franc suisse", "Swiss Franc", NULL });
}

/* What refers to another element says its name, and that of one without a name in the language that is asked for. */
static void
test_references (void)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  static const char *const path[] = { "plan", "pillar", "objective", "measure" };
  PactRecord *actors[2];
  g_autoptr (GError) error = NULL;
  g_autoptr (PactPlan) plan = NULL;
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), "measure");
  const PactField *lead = pact_kind_find_field (kind, "lead");
  static const char *const names[] = { "Ville\nde Lyon", NULL };
  static const char *const expected[] = { "Ville de Lyon", "Ohne Namen" };

  for (gsize i = 0; i < G_N_ELEMENTS (path); i++)
    g_ptr_array_add (records, pact_record_new (pact_model_find_kind (pact_model_get_default (), path[i]),
                                               i > 0 ? ((PactRecord *) g_ptr_array_index (records, i - 1))->uuid : NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      actors[i] = pact_record_new (pact_model_find_kind (pact_model_get_default (), "actor"),
                                   ((PactRecord *) g_ptr_array_index (records, 0))->uuid);
      actors[i]->position = i;
      pact_record_set (actors[i], "name", names[i]);
      g_ptr_array_add (records, actors[i]);
    }
  plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      PactElement *measure = pact_plan_lookup (plan, ((PactRecord *) g_ptr_array_index (records, 3))->uuid);
      g_autofree char *shown = pact_value_display (lead, actors[i]->uuid, measure, pact_locale_get ("de"));

      g_assert_cmpstr (shown, ==, expected[i]);
    }
}

/* Without a language it is the interface’s. */
static void
test_interface (void)
{
  const PactField field = { .name = "f", .type = PACT_TYPE_COUNTRY };
  g_autofree char *country = pact_value_display (&field, "AT", NULL, NULL);

  g_assert_cmpstr (country, ==, "Austria");
  g_assert_cmpstr (pact_translate ("answer", "Yes", NULL), ==, "Yes");
  g_assert_cmpstr (pact_translate ("answer", "Yes", pact_locale_get ("de_AT.UTF-8")), ==, "Ja");
  g_assert_cmpstr (pact_translate ("no context", "Yes", pact_locale_get ("de")), ==, "Yes");
}

int
main (int argc,
      char *argv[])
{
  pact_messages_init (NULL);
  g_test_init (&argc, &argv, NULL);

  /* First, as long as nothing is loaded. */
  g_test_add_func ("/languages/threads", test_threads);
  g_test_add_func ("/languages/values", test_values);
  g_test_add_func ("/languages/references", test_references);
  g_test_add_func ("/languages/interface", test_interface);

  return g_test_run ();
}
