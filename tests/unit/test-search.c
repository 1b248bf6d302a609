/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "library-fixture.h"

/* The search over all plans. */

typedef struct
{
  LibraryFixture library;
  char *plan;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  library_fixture_set_up (&fixture->library, NULL);
  fixture->plan = library_add (fixture->library.library, NULL, "plan", NULL, "title", "Plan for the town");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_free (fixture->plan);
  library_fixture_tear_down (&fixture->library, NULL);
}

static char *
add_risk (Fixture *fixture,
          const char *title)
{
  return library_add (fixture->library.library, fixture->plan, "risk", fixture->plan, "title", title);
}

static GPtrArray *
search (Fixture *fixture,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = pact_library_search (fixture->library.library, text, 100, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);

  return hits;
}

static guint
count (Fixture *fixture,
       const char *text)
{
  g_autoptr (GPtrArray) hits = search (fixture, text);

  return hits->len;
}

static void
test_scripts (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *found[6];
    const char *not_found;
  } cases[] = {
    { "Écoles françaises, Straße", { "ecoles", "ÉCOLES", "francaises strasse", "françai", "E\314\201coles" }, "coles" },
    { "Προστασία των παιδιών", { "προστασια", "ΠΡΟΣΤΑΣΊΑ", "παιδιων", "παιδ" }, "στασια" },
    { "Защита детей от Ёлки", { "защита", "ДЕТЕЙ", "елки", "дет" }, "щита" },
    { "子どもの保護と安全", { "保護", "子ども", "安全", "の保護と", "保護 安全" }, "大人" },
    { "การคุ้มครองเด็ก", { "เด็ก", "คุ้มครอง" }, "แมว" },
    { "아동 보호를 위한 초등학교", { "보호", "아동 위한", "학교", "등학", "하", "교" }, "교학" },
    { "حِماية الأطـفال", { "حماية", "الأطفال", "الاطفال", "حِمايَة" }, "مدرسة" },
    { "שָׁלוֹם לילדים", { "שלום", "שָׁלוֹם" }, "לום" },
    { "Kin\302\255der\342\200\213schutz", { "kinderschutz", "Kinder", "kinder\302\255schutz" }, "schutz" },
    { "l\342\200\231hôpital d\312\274Artagnan", { "l'hôpital", "d\342\200\231artagnan", "artagnan", "hôpital", "D\312\274ART" },
      "pital" },
    { "बच्चों की सुरक्षा", { "सुरक्षा", "बच्चों", "सुर" }, "विद्यालय" },
    { "İstanbul ve çocuklar", { "istanbul", "cocuk" }, "stan" },
    { "Diyarbakır Işık", { "diyarbakir", "DİYARBAKIR", "ışık", "isik", "IŞIK" }, "bakir" },
    { "Łódź, Đakovo, Ħamrun", { "lodz", "ŁÓDŹ", "dakovo", "hamrun", "łódź" }, "odz" },
    { "Ærøskøbing, Œuvre, Þórður", { "aeroskobing", "œuvre", "OEUVRE", "thordur", "ærø" }, "skobing" },
    { "第3期ABC計画がん", { "第3期", "3期", "期abc計画", "計画がん", "第 計" }, "画計" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uuid = add_risk (fixture, cases[i].title);

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].found) && cases[i].found[j] != NULL; j++)
        {
          g_autoptr (GPtrArray) hits = search (fixture, cases[i].found[j]);
          const PactSearchHit *hit;

          g_test_message ("%s in %s", cases[i].found[j], cases[i].title);
          g_assert_cmpuint (hits->len, ==, 1);
          hit = g_ptr_array_index (hits, 0);
          g_assert_cmpstr (hit->element, ==, uuid);
          g_assert_cmpstr (hit->plan, ==, fixture->plan);
          g_assert_cmpstr (hit->plan_title, ==, "Plan for the town");
          g_assert_cmpstr (hit->kind, ==, "risk");
          g_assert_cmpstr (hit->title, ==, cases[i].title);
          g_assert_nonnull (g_strstr_len (hit->snippet, -1, "\342\201\250"));
        }
      g_assert_cmpuint (count (fixture, cases[i].not_found), ==, 0);
    }
}

/* Whatever people type is words and nothing else. */
static void
test_typed (Fixture *fixture,
            gconstpointer data)
{
  static const char *const found[] = {
    "child-friendly",   "\"child friendly\"", "child AND friendly", "(child", "child*",  "child \"", "'child'",
    "title:child page", "child OR",           "NOT child",          "child^", "{child}", "-child",   "child NEAR friendly",
    "CHILD; --",
  };
  static const char *const nothing[] = { "", " ", "\"", "*", "\"\"", "-", "()", "%", "\\", "…", "\342\201\250", "\001" };
  g_autofree char *uuid = add_risk (fixture, "Child-friendly title page: and, or, not near friendly");
  g_autoptr (GString) page = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_test_message ("%s", found[i]);
      g_assert_cmpuint (count (fixture, found[i]), ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    g_assert_cmpuint (count (fixture, nothing[i]), ==, 0);
  g_assert_cmpuint (count (fixture, "child missing"), ==, 0);
  g_assert_cmpuint (count (fixture, "\377\376 child"), ==, 1);
  g_assert_cmpuint (count (fixture, "chi friendly"), ==, 0);

  page = g_string_new (NULL);
  for (guint i = 0; i < 5000; i++)
    g_string_append (page, "child friendly ");
  g_assert_cmpuint (count (fixture, page->str), ==, 1);
}

static void
test_snippet (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *uuid = add_risk (fixture, "Short");
  g_autofree char *before = g_strnfill (3000, 'x');
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) short_hits = NULL;
  const PactSearchHit *hit;

  for (gsize i = 0; i < 3000; i += 7)
    before[i] = ' ';
  text = g_strdup_printf ("%s the \342\201\250first\nÉcole of\tall%s", before, before);
  library_set (fixture->library.library, fixture->plan, uuid, "risk", "response", text, NULL);
  hits = search (fixture, "ecole al");
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_true (g_str_has_prefix (hit->snippet, "…xxxxxx "));
  g_assert_true (g_str_has_suffix (hit->snippet, " xxxxxx…"));
  g_assert_nonnull (g_strstr_len (hit->snippet, -1, " the first \342\201\250École\342\201\251 of \342\201\250all\342\201\251 x"));
  g_assert_cmpint (g_utf8_strlen (hit->snippet, -1), <, 160);

  short_hits = search (fixture, "short");
  hit = g_ptr_array_index (short_hits, 0);
  g_assert_cmpstr (hit->snippet, ==, "\342\201\250Short\342\201\251");
}

/* The index follows edits, undo, redo, the trash and purging. */
static void
test_follows (Fixture *fixture,
              gconstpointer data)
{
  PactLibrary *library = fixture->library.library;
  g_autofree char *uuid = add_risk (fixture, "Staff shortage");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GPtrArray) redone = NULL;
  g_autoptr (GPtrArray) restored = NULL;

  g_assert_cmpuint (count (fixture, "shortage"), ==, 1);
  library_set (library, fixture->plan, uuid, "risk", "title", "Lack of rooms", NULL);
  g_assert_cmpuint (count (fixture, "shortage"), ==, 0);
  undone = pact_journal_undo (pact_library_get_journal (library), fixture->plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "shortage"), ==, 1);
  g_assert_cmpuint (count (fixture, "rooms"), ==, 0);
  redone = pact_journal_redo (pact_library_get_journal (library), fixture->plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "rooms"), ==, 1);

  library_begin (library, fixture->plan, "delete", NULL);
  pact_library_delete (library, uuid, &error);
  g_assert_no_error (error);
  library_commit (library);
  g_assert_cmpuint (count (fixture, "rooms"), ==, 0);
  restored = pact_journal_undo (pact_library_get_journal (library), fixture->plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "rooms"), ==, 1);
  library_check_sound (library);

  pact_library_set_trashed (library, fixture->plan, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "rooms"), ==, 0);
  pact_library_set_trashed (library, fixture->plan, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "rooms"), ==, 1);
  pact_library_purge (library, fixture->plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "rooms"), ==, 0);
  g_assert_cmpint (outside_query (fixture->library.path, "SELECT count(*) FROM search"), ==, 0);
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *in_text = add_risk (fixture, "Something");
  g_autofree char *in_title = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) limited = NULL;
  g_autoptr (GError) error = NULL;

  library_set (fixture->library.library, fixture->plan, in_text, "risk", "response", "A helpline", NULL);
  in_title = add_risk (fixture, "No helpline");
  hits = search (fixture, "helpline");
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (((PactSearchHit *) g_ptr_array_index (hits, 0))->element, ==, in_title);
  limited = pact_library_search (fixture->library.library, "helpline", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (limited->len, ==, 1);
}

/* The plan that was made last comes first, and what it says in the order in which it was made. */
static void
test_plans (Fixture *fixture,
            gconstpointer data)
{
  static const char *const numbers[] = { " 0 ", " 2 ", " 0 ", " 2 ", " 1 ", " 3 ", " 1 ", " 3 " };
  g_autofree char *older = library_add_large (fixture->library.library, 4);
  g_autofree char *newer = library_add_large (fixture->library.library, 4);
  g_autoptr (GPtrArray) hits = search (fixture, "staff childr");

  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (numbers));
  for (guint i = 0; i < hits->len; i++)
    {
      const PactSearchHit *hit = g_ptr_array_index (hits, i);

      g_assert_cmpstr (hit->plan, ==, i % 4 < 2 ? newer : older);
      g_assert_nonnull (g_strstr_len (hit->snippet, -1, numbers[i]));
    }
}

/* A letter that stands everywhere is not weighed everywhere: it is no more work than one that stands in few places. */
static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  static const char *const typed[] = { "t", "th", "the", "the s", "school ti" };
  g_autofree char *small = library_add_large (fixture->library.library, 20);
  g_autofree char *large = NULL;
  gint64 few[G_N_ELEMENTS (typed)];

  library_count_steps ();
  library_fixture_reopen (&fixture->library);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) hits = NULL;

      library_take_steps ();
      hits = pact_library_search (fixture->library.library, typed[i], 5, NULL);
      g_assert_cmpuint (hits->len, ==, 5);
      few[i] = library_take_steps ();
    }

  large = library_add_large (fixture->library.library, 2000);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) hits = NULL;
      gint64 many;

      library_take_steps ();
      hits = pact_library_search (fixture->library.library, typed[i], 5, NULL);
      g_assert_cmpuint (hits->len, ==, 5);
      many = library_take_steps ();
      g_test_message ("“%s” takes %" G_GINT64_FORMAT " steps where it stands in 20 places, %" G_GINT64_FORMAT " in 2,020",
                      typed[i], few[i], many);
      g_assert_cmpint (many, <, 2 * few[i]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/scripts", Fixture, NULL, set_up, test_scripts, tear_down);
  g_test_add ("/search/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/search/snippet", Fixture, NULL, set_up, test_snippet, tear_down);
  g_test_add ("/search/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/search/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/search/plans", Fixture, NULL, set_up, test_plans, tear_down);
  g_test_add ("/search/steps", Fixture, NULL, set_up, test_steps, tear_down);

  return g_test_run ();
}
