/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-exchange.h"
#include "sample.h"

/* What check-schema.py needs of the program: with “write FOLDER”, the schema and exported files;
 * with “read”, one line of JSON after the other is read as a file, and the answer is the paths of its problems. */

static gboolean
write_file (const char *folder,
            const char *name,
            const char *text,
            gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents (path, text, length, NULL);
}

static gboolean
write_export (const char *folder,
              const char *name,
              PactPlan *plan,
              const PactExportOptions *options)
{
  g_autoptr (GBytes) bytes = pact_exchange_write_plan (plan, options, NULL);

  return bytes != NULL && write_file (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
write_all (const char *folder)
{
  const PactModel *model = pact_model_get_default ();
  const PactExportOptions draft = { .draft = TRUE };
  const PactExportOptions withheld = { .draft = TRUE, .withhold_personal = TRUE };
  const PactExportOptions submission = { .revision = 2, .recipient = "Strasbourg" };
  g_autofree char *schema = pact_exchange_write_schema (model);
  g_autoptr (GPtrArray) bare = pact_record_list_new ();
  g_autoptr (PactPlan) full_plan = sample_plan_new (model);
  g_autoptr (PactPlan) bare_plan = NULL;

  g_ptr_array_add (bare, pact_record_new (pact_model_get_root (model), NULL));
  bare_plan = pact_plan_new_from_records (model, bare, NULL);

  return write_file (folder, "schema.json", schema, -1)
         && write_export (folder, "draft.json", full_plan, &draft)
         && write_export (folder, "withheld.json", full_plan, &withheld)
         && write_export (folder, "submission.json", full_plan, &submission)
         && write_export (folder, "bare.json", bare_plan, &draft);
}

static void
read_all (void)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  char *line;

  while (g_io_channel_read_line (input, &line, NULL, NULL, NULL) == G_IO_STATUS_NORMAL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (line, strlen (line));
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) records = pact_exchange_read_plan (bytes, pact_model_get_default (), &problems, NULL);

      for (guint i = 0; problems != NULL && i < problems->len; i++)
        g_print ("%s%s", i > 0 ? " " : "", ((PactProblem *) g_ptr_array_index (problems, i))->path);
      g_print ("\n");
    }
}

int
main (int argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "write"))
    return write_all (argv[2]) ? 0 : 1;
  if (argc == 2 && g_str_equal (argv[1], "read"))
    {
      read_all ();
      return 0;
    }

  return 2;
}
