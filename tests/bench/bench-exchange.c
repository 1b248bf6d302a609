/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <malloc.h>

#include "bench-shelf.h"
#include "bench.h"
#include "pact-exchange.h"
#include "pact-json-private.h"

/* The exchange of a large plan beside json-c's own reading and writing of the same file. Writing starts from the plan in
 * memory and includes the digest that the file carries; reading ends with checked records. The last two lines include the
 * library. */

#define N_MEASURES 10000

typedef struct
{
  BenchShelf shelf;
  char *uuid;
  PactEditor *editor;
  GBytes *bytes;
  json_object *object; /* the same as json-c holds it */
} Bench;

/* A million small blocks that were freed are put together only when the allocator is next asked for a large one. Whoever made
 * them pays for that, and not whoever comes next. */
static void
tidy (void)
{
  malloc_trim (0);
}

static void
write_plan (gpointer data)
{
  Bench *bench = data;
  PactExportOptions options = { .draft = TRUE };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pact_exchange_write_plan (pact_editor_get_plan (bench->editor), &options, &error);

  g_assert_no_error (error);
  g_bytes_unref (bytes);
  tidy ();
}

static void
read_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = pact_exchange_read_plan (bench->bytes, pact_model_get_default (), NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_unref (records);
  tidy ();
}

static void
check (gpointer data)
{
  Bench *bench = data;

  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (PactJsonNumber));

  g_assert_true (_pact_json_pass (bench->bytes, numbers, NULL));
}

static void
digest (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = pact_exchange_digest_document (bench->bytes, &error);

  g_assert_no_error (error);
  tidy ();
}

static void
export_from_library (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pact_workspace_export (bench->shelf.workspace, bench->uuid, TRUE, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_bytes_unref (bytes);
  tidy ();
}

static void
import_into_library (gpointer data)
{
  Bench *bench = data;

  g_free (bench_import (bench->shelf.workspace, bench->bytes));
  tidy ();
}

static json_object *
parse (Bench *bench)
{
  gsize length;
  const char *text = g_bytes_get_data (bench->bytes, &length);
  json_tokener *tokener = json_tokener_new ();
  json_object *object = json_tokener_parse_ex (tokener, text, length);

  g_assert_nonnull (object);
  json_tokener_free (tokener);

  return object;
}

static void
json_c_parses (gpointer data)
{
  json_object_put (parse (data));
  tidy ();
}

/* As somebody writes it who has the values, and knows json-c. */
static json_object *
build (json_object *value)
{
  json_object *copy;

  switch (json_object_get_type (value))
    {
    case json_type_object:
      copy = json_object_new_object ();
      json_object_object_foreach (value, name, member)
        json_object_object_add (copy, name, build (member));
      return copy;
    case json_type_array:
      copy = json_object_new_array ();
      for (gsize i = 0; i < json_object_array_length (value); i++)
        json_object_array_add (copy, build (json_object_array_get_idx (value, i)));
      return copy;
    case json_type_string:
      return json_object_new_string (json_object_get_string (value));
    case json_type_int:
      return json_object_new_int64 (json_object_get_int64 (value));
    case json_type_boolean:
      return json_object_new_boolean (json_object_get_boolean (value));
    default:
      return json_object_get (value);
    }
}

static void
json_c_builds_and_prints (gpointer data)
{
  Bench *bench = data;
  json_object *object = build (bench->object);

  g_assert_nonnull (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED));
  json_object_put (object);
  tidy ();
}

static void
json_c_parses_and_prints (gpointer data)
{
  json_object *object = parse (data);

  g_assert_nonnull (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  tidy ();
}

static void
set_up (Bench *bench)
{
  g_autoptr (GBytes) plan = NULL;
  g_autoptr (GError) error = NULL;

  bench_shelf_set_up (&bench->shelf);
  plan = bench_make_plan (bench->shelf.workspace, N_MEASURES);
  bench->uuid = bench_import (bench->shelf.workspace, plan);
  bench->editor = pact_workspace_open_plan (bench->shelf.workspace, bench->uuid, &error);
  g_assert_no_error (error);
  bench->bytes = pact_workspace_export (bench->shelf.workspace, bench->uuid, TRUE, FALSE, NULL, &error);
  g_assert_no_error (error);
  bench->object = parse (bench);
}

static void
tear_down (Bench *bench)
{
  json_object_put (bench->object);
  g_bytes_unref (bench->bytes);
  g_clear_object (&bench->editor);
  g_clear_pointer (&bench->uuid, g_free);
  bench_shelf_tear_down (&bench->shelf);
}

int
main (void)
{
  const BenchCase parsing = { "json-c: parse the same file", json_c_parses };
  const BenchCase building = { "json-c: build the same objects and print them", json_c_builds_and_prints };
  const BenchCase both = { "json-c: parse and print it", json_c_parses_and_prints };
  Bench bench = { 0 };

  set_up (&bench);
  g_print ("a plan of %d measures: %.1f MB as a file\n", N_MEASURES, g_bytes_get_size (bench.bytes) / 1e6);
  bench_compare ((BenchCase){ "write the plan as JSON", write_plan }, building, &bench, 9, "ratio up to 1.2");
  bench_compare ((BenchCase){ "read the file and check it", read_plan }, parsing, &bench, 9, "ratio up to 1.8");
  bench_compare ((BenchCase){ "the gate alone", check }, parsing, &bench, 9, NULL);
  bench_compare ((BenchCase){ "canonical form and digest of the file", digest }, both, &bench, 9, NULL);
  bench_compare ((BenchCase){ "export it from the library", export_from_library }, both, &bench, 5, NULL);
  bench_compare ((BenchCase){ "import it into the library", import_into_library }, parsing, &bench, 3, NULL);
  tear_down (&bench);

  return EXIT_SUCCESS;
}
