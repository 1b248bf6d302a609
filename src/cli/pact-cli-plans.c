/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-cli-private.h"
#include "pact-date.h"
#include "pact-percent.h"
#include "pact-value.h"
#include "pact-words.h"

static int
list_faults (PactTemplateLibrary *templates)
{
  GPtrArray *faults = pact_template_library_get_faults (templates);

  for (guint i = 0; i < faults->len; i++)
    {
      const PactTemplateFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *name = g_filename_display_name (fault->file_name);
      g_autofree char *message = _pact_cli_clean (fault->message);

      _pact_cli_note ("%s: %s", name, message);
    }

  return faults->len == 0 ? PACT_CLI_DONE : PACT_CLI_FINDINGS;
}

static json_object *
describe_template (PactTemplate *template)
{
  json_object *object = json_object_new_object ();
  json_object *languages = json_object_new_array ();
  g_auto (GStrv) tags = pact_template_list_languages (template);

  for (guint i = 0; tags[i] != NULL; i++)
    json_object_array_add (languages, json_object_new_string (tags[i]));

  _pact_cli_add_string (object, "id", pact_template_get_id (template));
  _pact_cli_add_string (object, "version", pact_template_get_version (template));
  _pact_cli_add_string (object, "title", pact_template_get_title (template, NULL));
  _pact_cli_add_string (object, "summary", pact_template_get_summary (template, NULL));
  _pact_cli_add_string (object, "language", pact_template_get_language (template));
  json_object_object_add (object, "languages", languages);
  _pact_cli_add_string (object, "licence", pact_template_get_licence (template));
  json_object_object_add (object, "own", json_object_new_boolean (pact_template_is_own (template)));
  json_object_object_add (object, "measures", json_object_new_int64 (pact_template_count (template, "measure")));

  return object;
}

/**
 * _pact_cli_templates:
 * @cli: the call
 * @arguments: its arguments
 *
 * Lists the templates. Files in the user's folder that are none are findings.
 *
 * Returns: the exit status
 */
int
_pact_cli_templates (PactCli *cli,
                     char **arguments)
{
  g_autoptr (PactTemplateLibrary) templates = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  json_object *array;
  gboolean json = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 0, 0, NULL))
    return cli->status;

  templates = pact_template_library_new (pact_model_get_default ());
  array = json_object_new_array ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (templates)); i++)
    {
      g_autoptr (PactTemplate) template = g_list_model_get_item (G_LIST_MODEL (templates), i);

      json_object_array_add (array, describe_template (template));
      g_string_append_printf (text, "%s  %s\n", pact_template_get_id (template),
                              pact_template_get_title (template, NULL));
    }

  if (json)
    {
      status = _pact_cli_write_json (array);
    }
  else
    {
      json_object_put (array);
      status = _pact_cli_write_text (text->str);
    }

  return status != PACT_CLI_DONE ? status : list_faults (templates);
}

/* The answers of “new”, by the name of their option and the field of the plan that they fill. */
typedef enum
{
  ANSWER_TEMPLATE,
  ANSWER_AUTHORITY,
  ANSWER_COUNTRY,
  ANSWER_KIND,
  ANSWER_LANGUAGE,
  ANSWER_CURRENCY,
  ANSWER_START,
  ANSWER_END,
  ANSWER_TITLE,
  N_ANSWERS,
} Answer;

static const struct
{
  const char *option;
  const char *field;
} questions[N_ANSWERS] = {
  [ANSWER_TEMPLATE] = { "--template", "template_id" },
  [ANSWER_AUTHORITY] = { "--authority", "authority_name" },
  [ANSWER_COUNTRY] = { "--country", "country" },
  [ANSWER_KIND] = { "--kind", "authority_kind" },
  [ANSWER_LANGUAGE] = { "--language", "language" },
  [ANSWER_CURRENCY] = { "--currency", "currency" },
  [ANSWER_START] = { "--start", "period_start" },
  [ANSWER_END] = { "--end", "period_end" },
  [ANSWER_TITLE] = { "--title", "title" },
};

typedef struct
{
  char *values[N_ANSWERS];
} Answers;

static void
answers_clear (Answers *answers)
{
  for (gsize i = 0; i < N_ANSWERS; i++)
    g_free (answers->values[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answers, answers_clear)

static gboolean
is_period (const char *start,
           const char *end)
{
  PactDate first, last;
  g_autoptr (GDate) first_day = NULL;
  g_autoptr (GDate) last_day = NULL;

  if (!pact_date_parse (start, &first) || !pact_date_parse (end, &last))
    return FALSE;
  first_day = pact_date_first_day (&first);
  last_day = pact_date_last_day (&last);

  return g_date_compare (first_day, last_day) <= 0;
}

static int
check_answers (Answers *answers)
{
  const PactKind *plan = pact_model_get_root (pact_model_get_default ());

  for (gsize i = 0; i < N_ANSWERS; i++)
    {
      g_autoptr (GError) error = NULL;
      const PactField *field = pact_kind_find_field (plan, questions[i].field);
      g_autofree char *typed = g_steal_pointer (&answers->values[i]);

      if (typed == NULL && i == ANSWER_TITLE)
        continue;
      if (typed == NULL)
        return _pact_cli_fail (PACT_CLI_USAGE, _("The option “%s” is missing."), questions[i].option);
      answers->values[i] = pact_value_read (field, typed, NULL, NULL, &error);
      if (answers->values[i] == NULL && error == NULL)
        pact_field_check (field, "", &error);
      if (error != NULL)
        /* Translators: an option such as “--country”, and a sentence that says what is wrong with its value. */
        return _pact_cli_fail (PACT_CLI_USAGE, _("The option “%1$s” has a value that cannot be used: %2$s"), questions[i].option,
                               error->message);
    }
  if (!is_period (answers->values[ANSWER_START], answers->values[ANSWER_END]))
    return _pact_cli_fail (PACT_CLI_USAGE, _("The option “--end” must not be before “--start”."));

  return PACT_CLI_DONE;
}

static int
create_plan (PactWorkspace *workspace,
             const Answers *answers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (PactRecord) root = pact_record_new (pact_model_get_root (pact_model_get_default ()), NULL);

  for (gsize i = 0; i < N_ANSWERS; i++)
    pact_record_set (root, questions[i].field, answers->values[i]);
  uuid = pact_workspace_create_plan (workspace, root, &error);

  return uuid != NULL ? PACT_CLI_DONE : _pact_cli_fail_with (error);
}

/**
 * _pact_cli_new:
 * @cli: the call
 * @arguments: its arguments
 *
 * Starts a plan and prints its UUID. Nothing is made unless all answers are right.
 *
 * Returns: the exit status
 */
int
_pact_cli_new (PactCli *cli,
               char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_auto (Answers) answers = { { NULL } };
  char **values = answers.values;
  int status;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_TEMPLATE], N_("The template"), N_("ID") },
    { "authority", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_AUTHORITY], N_("Name of the authority"), N_("NAME") },
    { "country", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_COUNTRY],
      N_("Its country, as in ISO 3166-1: DE"), N_("CC") },
    /* Translators: the five words are typed as they are; keep them, and explain them in brackets if need be. */
    { "kind", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_KIND],
      N_("What it is: municipality, county, region, association or other"), N_("KIND") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_LANGUAGE],
      N_("Language of the plan, as in BCP 47: de"), N_("LANG") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_CURRENCY],
      N_("Its currency, as in ISO 4217: EUR"), N_("CUR") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_START], N_("Start of its period"), N_("DATE") },
    { "end", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_END], N_("End of its period"), N_("DATE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &values[ANSWER_TITLE], N_("Its title, if not the one that is proposed"), N_("T") },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 0, 0, NULL))
    return cli->status;
  status = check_answers (&answers);
  if (status != PACT_CLI_DONE)
    return status;

  workspace = _pact_cli_open (cli, TRUE);
  if (workspace == NULL)
    return cli->status;
  if (pact_template_library_find (pact_workspace_get_templates (workspace), values[ANSWER_TEMPLATE]) == NULL)
    return _pact_cli_fail (PACT_CLI_USAGE,
                           _("There is no template “%s”. “pact-planner-cli templates” lists them."),
                           values[ANSWER_TEMPLATE]);

  return create_plan (workspace, &answers);
}

static json_object *
describe_plan (PactPlanItem *item)
{
  static const char *const fields[] = { "title", "authority_name", "country", "period_start", "period_end", "language", "state",
                                        "template_id" };
  json_object *object = json_object_new_object ();
  guint filled, required;

  pact_plan_item_get_completeness (item, &filled, &required);
  _pact_cli_add_string (object, "id", pact_plan_item_get_uuid (item));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    _pact_cli_add_string (object, fields[i], pact_plan_item_get (item, fields[i]));
  _pact_cli_add_string (object, "modified", pact_plan_item_get_modified (item));
  _pact_cli_add_string (object, "copied_on", pact_plan_item_get (item, "copied_on"));
  _pact_cli_add_string (object, "copied_from", pact_plan_item_get (item, "copied_from"));
  json_object_object_add (object, "trashed", json_object_new_boolean (pact_plan_item_is_trashed (item)));
  json_object_object_add (object, "measures", json_object_new_int64 (pact_plan_item_get_n_measures (item)));
  /* Whole percent; 100 only when nothing is missing. */
  json_object_object_add (object, "completeness",
                          json_object_new_int64 (pact_percent_of (filled, required)));

  return object;
}

static void
append_plan (GString *text,
             PactPlanItem *item)
{
  const char *title = pact_plan_item_get (item, "title");
  const char *authority = pact_plan_item_get (item, "authority_name");
  g_autofree char *copy = pact_describe_copy (pact_plan_item_get (item, "copied_on"), pact_plan_item_get (item, "copied_from"));

  g_string_append_printf (text, "%s  %s", pact_plan_item_get_uuid (item),
                          title != NULL ? title : _("Plan without a title"));
  if (authority != NULL)
    g_string_append_printf (text, " · %s", authority);
  if (copy != NULL)
    g_string_append_printf (text, " · %s", copy);
  if (pact_plan_item_is_trashed (item))
    g_string_append_printf (text, " · %s", C_ ("plan in the list", "in the trash"));
  g_string_append_c (text, '\n');
}

/**
 * _pact_cli_list:
 * @cli: the call
 * @arguments: its arguments
 *
 * Lists the plans of the library, those in the trash among them.
 *
 * Returns: the exit status
 */
int
_pact_cli_list (PactCli *cli,
                char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *plans;
  json_object *array;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 0, 0, NULL))
    return cli->status;
  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;

  plans = pact_workspace_get_plans (workspace);
  array = json_object_new_array ();
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);

      json_object_array_add (array, describe_plan (item));
      append_plan (text, item);
    }

  if (json)
    return _pact_cli_write_json (array);
  json_object_put (array);

  return _pact_cli_write_text (text->str);
}

/* The store puts what was found between two characters that do not print. */
static char *
plain_snippet (const char *snippet)
{
  g_auto (GStrv) parts = g_strsplit (snippet != NULL ? snippet : "", "\342\201\250", -1);
  g_autofree char *opened = g_strjoinv (NULL, parts);
  g_auto (GStrv) rest = g_strsplit (opened, "\342\201\251", -1);
  g_autofree char *plain = g_strjoinv (NULL, rest);

  return _pact_cli_clean (plain);
}

static json_object *
describe_found (PactFound *found,
                const char *snippet)
{
  json_object *object = json_object_new_object ();

  _pact_cli_add_string (object, "plan", pact_found_get_plan (found));
  _pact_cli_add_string (object, "plan_title", pact_found_get_plan_title (found));
  _pact_cli_add_string (object, "element", pact_found_get_element (found));
  _pact_cli_add_string (object, "kind", pact_found_get_kind (found));
  _pact_cli_add_string (object, "title", pact_found_get_title (found));
  _pact_cli_add_string (object, "snippet", snippet);

  return object;
}

static void
append_found (GString *text,
              PactFound *found,
              const char *snippet)
{
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), pact_found_get_kind (found));
  const char *title = pact_found_get_title (found);

  g_autoptr (GString) place = g_string_new (kind != NULL ? pact_kind_get_label (kind) : "");

  if (title != NULL && g_strcmp0 (title, snippet) != 0)
    /* Translators: the title of an element, after its kind, such as: Measure “Train all staff” */
    g_string_append_printf (place, C_ ("title of an element", " “%s”"), title);
  g_string_append_printf (text, "%s  ", pact_found_get_plan (found));
  /* Translators: what a line is about, such as “needed”, and what it says of it. */
  g_string_append_printf (text, C_ ("line", "%s: %s"), place->str, snippet);
  g_string_append_c (text, '\n');
}

/**
 * _pact_cli_search:
 * @cli: the call
 * @arguments: its arguments
 *
 * Prints where a text stands in the plans of the library. To find nothing is no error.
 *
 * Returns: the exit status
 */
int
_pact_cli_search (PactCli *cli,
                  char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) operands = NULL;
  g_autofree char *wanted = NULL;
  json_object *array;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 1, 1, &operands))
    return cli->status;
  wanted = g_locale_to_utf8 (operands[0], -1, NULL, NULL, &error);
  if (wanted == NULL)
    return _pact_cli_fail (PACT_CLI_USAGE, "%s", error->message);

  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  hits = pact_workspace_search (workspace, wanted, G_MAXINT, &error);
  if (hits == NULL)
    return _pact_cli_fail_with (error);

  array = json_object_new_array ();
  for (guint i = 0; i < hits->len; i++)
    {
      PactFound *found = g_ptr_array_index (hits, i);
      g_autofree char *snippet = plain_snippet (pact_found_get_snippet (found));

      json_object_array_add (array, describe_found (found, snippet));
      append_found (text, found, snippet);
    }

  if (json)
    return _pact_cli_write_json (array);
  json_object_put (array);

  return _pact_cli_write_text (text->str);
}
