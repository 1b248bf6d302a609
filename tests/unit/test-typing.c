/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-typing.h"

/* Where a step of undo ends while somebody types. The clock is the test's. */

typedef struct
{
  PactTyping *typing;
  gint64 now; /* in milliseconds */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->typing = pact_typing_new ();
  fixture->now = 1000000;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  pact_typing_free (fixture->typing);
}

/* A change so many milliseconds after the last one. @expected is what the step ended at, NULL if it goes on. */
static void
check (Fixture *fixture,
       guint milliseconds,
       const char *text,
       const char *expected)
{
  g_autofree char *ended = NULL;

  fixture->now += milliseconds;
  ended = pact_typing_change (fixture->typing, text, fixture->now * 1000);
  g_assert_cmpstr (ended, ==, expected);
}

/* Key by key, from one text to the next, in which nothing ends. */
static void
type (Fixture *fixture,
      const char *from,
      const char *what)
{
  g_autoptr (GString) text = g_string_new (from);

  for (const char *p = what; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_unichar (text, g_utf8_get_char (p));
      check (fixture, 150, text->str, NULL);
    }
}

static void
erase (Fixture *fixture,
       const char *from,
       guint n)
{
  g_autoptr (GString) text = g_string_new (from);

  for (guint i = 0; i < n; i++)
    {
      g_string_truncate (text, g_utf8_prev_char (text->str + text->len) - text->str);
      check (fixture, 30, text->str, NULL);
    }
}

static void
test_pause (Fixture *fixture,
            gconstpointer data)
{
  check (fixture, 0, "T", "");
  type (fixture, "T", "rain all stäff");
  check (fixture, 1999, "Train all stäff.", NULL);
  check (fixture, 2000, "Train all stäff. ", "Train all stäff.");
  type (fixture, "Train all stäff. ", "Twice a year");
  check (fixture, 60 * 60 * 1000, "Train all stäff. Twice a yea", "Train all stäff. Twice a year");
}

static void
test_leaving (Fixture *fixture,
              gconstpointer data)
{
  check (fixture, 0, "T", "");
  pact_typing_end (fixture->typing);
  check (fixture, 10, "Tr", "T");
  check (fixture, 10, "Tra", NULL);
  pact_typing_begin (fixture->typing, "Else");
  check (fixture, 10, "Else!", "Else");
}

static void
test_paste (Fixture *fixture,
            gconstpointer data)
{
  check (fixture, 0, "T", "");
  type (fixture, "T", "rain");
  check (fixture, 150, "Train all staff", "Train");
  check (fixture, 150, "Train all staff.", "Train all staff");
  /* Over what was selected, as a widget may tell it in one and in two. */
  check (fixture, 150, "Teach everybody.", "Train all staff.");
  check (fixture, 150, "Teach .", "Teach everybody.");
  check (fixture, 0, "Teach the children.", NULL);
  check (fixture, 150, "Teach the children!.", "Teach the children.");
  /* A corrected letter is not what is pasted over. */
  check (fixture, 150, "Teach the children!", NULL);
  check (fixture, 150, "Teach the children! And their parents.", "Teach the children!");
}

/* Everything is chosen and deleted: what stood there is one step away, also when something else is typed at once. */
static void
test_selection (Fixture *fixture,
                gconstpointer data)
{
  check (fixture, 0, "A", "");
  type (fixture, "A", " paragraph");
  check (fixture, 150, "", "A paragraph");
  type (fixture, "", "Another paragraph");
  check (fixture, 150, "B", "Another paragraph");
  type (fixture, "B", "etter");
  check (fixture, 150, "Bet", "Better");
  check (fixture, 150, "B", NULL);
  check (fixture, 150, "", NULL);
  check (fixture, 150, "C", NULL);
}

/* A letter or two taken back are part of typing; a passage taken back key by key is a step like one that was selected. */
static void
test_deleting (Fixture *fixture,
               gconstpointer data)
{
  check (fixture, 0, "T", "");
  type (fixture, "T", "rain all satff");
  erase (fixture, "Train all satff", 4);
  type (fixture, "Train all s", "taff and volunteers");
  erase (fixture, "Train all staff and volunteers", 9);
  check (fixture, 30, "Train all staff and ", "Train all staff and volunteers");
  erase (fixture, "Train all staff and ", 15);
  type (fixture, "Train", "ing");
  /* The first of a step. */
  check (fixture, 5000, "Trainin", "Training");
  erase (fixture, "Trainin", 7);
}

static void
check_change (const char *old_text,
              const char *new_text,
              guint start,
              guint n_removed,
              guint n_inserted)
{
  guint found_start, found_removed, found_inserted;

  pact_text_find_change (old_text, new_text, &found_start, &found_removed, &found_inserted);
  g_assert_cmpuint (found_start, ==, start);
  g_assert_cmpuint (found_removed, ==, n_removed);
  g_assert_cmpuint (found_inserted, ==, n_inserted);
}

static void
test_find_change (Fixture *fixture,
                  gconstpointer data)
{
  check_change ("", "", 0, 0, 0);
  check_change ("same", "same", 4, 0, 0);
  check_change ("", "äöü", 0, 0, 3);
  check_change ("aaa", "aa", 2, 1, 0);
  check_change ("aa", "aaa", 2, 0, 1);
  check_change ("Schüler", "Schule", 3, 4, 3);
  /* They share bytes, but no character. */
  check_change ("ä", "ö", 0, 1, 1);
  check_change ("一二三", "一四三", 1, 1, 1);
}

static void
add (const char *name,
     void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/typing/pause", test_pause);
  add ("/typing/leaving", test_leaving);
  add ("/typing/paste", test_paste);
  add ("/typing/selection", test_selection);
  add ("/typing/deleting", test_deleting);
  add ("/typing/find-change", test_find_change);

  return g_test_run ();
}
