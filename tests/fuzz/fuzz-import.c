/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <stdint.h>
#include <string.h>

#include "pact-exchange.h"
#include "pact-json-private.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

static GBytes *
write_records (GPtrArray *records)
{
  static const PactExportOptions options = { .revision = 1, .recipient = "fuzz" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PactPlan) plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  bytes = pact_exchange_write_plan (plan, &options, &error);
  g_assert_no_error (error);

  return bytes;
}

/* What can be read is written, read and written again, and both files are equal. */
static void
check_import (GBytes *bytes)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_exchange_read_plan (bytes, pact_model_get_default (), &problems, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) written_again = NULL;

  g_assert_true ((records == NULL) == (error != NULL));
  g_assert_true ((records == NULL) == (problems != NULL));
  if (records == NULL)
    return;

  written = write_records (records);
  again = pact_exchange_read_plan (written, pact_model_get_default (), NULL, &error);
  g_assert_no_error (error);
  written_again = write_records (again);
  g_assert_true (g_bytes_equal (written, written_again));
}

/* What comes through the gate, json-c reads, prints as it was and reads again. */
static void
check_gate (GBytes *bytes)
{
  g_autoptr (json_object) value = NULL;
  g_autoptr (json_object) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) printed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (PactJsonNumber));
  gboolean is_json = _pact_json_pass (bytes, numbers, NULL);

  g_assert_true (pact_json_parse (bytes, &value, &error) == is_json);
  g_assert_true (is_json == (error == NULL));
  if (value == NULL)
    return;

  text = pact_json_dup_text (value);
  printed = pact_json_print (value, NULL);
  pact_json_parse (printed, &again, &error);
  g_assert_no_error (error);
  text_again = pact_json_dup_text (again);
  g_assert_cmpstr (text, ==, text_again);
}

/* The canonical form is its own canonical form. */
static void
check_canonical (GBytes *bytes)
{
  g_autoptr (GBytes) canonical = pact_json_canonicalize (bytes, NULL);
  g_autoptr (GBytes) again = canonical != NULL ? pact_json_canonicalize (canonical, NULL) : NULL;

  if (canonical != NULL)
    g_assert_true (again != NULL && g_bytes_equal (canonical, again));
}

static void
check_clip (const uint8_t *data,
            size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (PactClip) clip = pact_exchange_read_clip (text, pact_model_get_default (), NULL);

  if (clip != NULL)
    g_assert_cmpuint (clip->records->len, >, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  check_import (bytes);
  check_gate (bytes);
  check_canonical (bytes);
  check_clip (data, size);

  return 0;
}
