/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-answers"

#include "config.h"

#include <locale.h>
#include <string.h>

#include "pact-answers.h"
#include "pact-locales.h"

/* How the note calls what is none of the plan's own fields. */
#define GROUP "new-plan"
#define STEP "step"
#define TEMPLATE "template"

/* The members of the Council of Europe that do not pay in euro. A guess, which people can change. */
static const struct
{
  const char *country;
  const char *currency;
} currencies[] = {
  { "AL", "ALL" },
  { "AM", "AMD" },
  { "AZ", "AZN" },
  { "BA", "BAM" },
  { "CH", "CHF" },
  { "CZ", "CZK" },
  { "DK", "DKK" },
  { "GB", "GBP" },
  { "GE", "GEL" },
  { "HU", "HUF" },
  { "IS", "ISK" },
  { "LI", "CHF" },
  { "MD", "MDL" },
  { "MK", "MKD" },
  { "NO", "NOK" },
  { "PL", "PLN" },
  { "RO", "RON" },
  { "RS", "RSD" },
  { "SE", "SEK" },
  { "TR", "TRY" },
  { "UA", "UAH" },
};

/* The country in the name of a locale, such as de_AT.UTF-8; empty if there is none. */
static char *
guess_country (void)
{
  const int categories[] = { LC_MONETARY, LC_CTYPE, LC_MESSAGES };

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      const char *locale = setlocale (categories[i], NULL);
      const char *country = locale != NULL ? strchr (locale, '_') : NULL;

      if (country != NULL && g_ascii_isupper (country[1]) && g_ascii_isupper (country[2]) && !g_ascii_isalpha (country[3]))
        return g_strndup (country + 1, 2);
    }

  return g_strdup ("");
}

static char *
guess_language (void)
{
  const char *const *locales = g_get_language_names ();
  g_autofree char *language = NULL;

  if (locales[0] == NULL || g_str_equal (locales[0], "C") || g_str_has_prefix (locales[0], "C.")
      || g_str_equal (locales[0], "POSIX"))
    return g_strdup ("en");

  /* Few plans are written in a language of one country only. */
  language = pact_language_for_locale (locales[0]);
  language[strcspn (language, "-")] = '\0';

  return g_steal_pointer (&language);
}

/**
 * pact_guess_currency:
 * @country: (nullable): an ISO 3166-1 code
 *
 * Returns: (transfer none): the ISO 4217 code of the currency that an authority there plans in, most likely
 */
const char *
pact_guess_currency (const char *country)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      if (g_strcmp0 (currencies[i].country, country) == 0)
        return currencies[i].currency;
    }

  return "EUR";
}

/**
 * pact_answers_new_guessed:
 *
 * Returns: (transfer full): what the language and country of this computer suggest, for three years from the next
 */
PactAnswers *
pact_answers_new_guessed (void)
{
  PactAnswers *self = g_new0 (PactAnswers, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *country = guess_country ();
  g_autofree char *language = guess_language ();
  g_autofree char *start = g_strdup_printf ("%d", g_date_time_get_year (now) + 1);
  g_autofree char *end = g_strdup_printf ("%d", g_date_time_get_year (now) + 3);

  self->root = pact_record_new (pact_model_get_root (pact_model_get_default ()), NULL);
  pact_record_set (self->root, "authority_kind", "municipality");
  pact_record_set (self->root, "country", country);
  pact_record_set (self->root, "language", language);
  pact_record_set (self->root, "currency", pact_guess_currency (country));
  pact_record_set (self->root, "period_start", start);
  pact_record_set (self->root, "period_end", end);

  return self;
}

/**
 * pact_answers_new_from_note:
 * @note: what pact_answers_to_note() wrote
 *
 * What the note does not know is guessed.
 *
 * Returns: (transfer full) (nullable): the answers, or %NULL if @note is nothing of the kind
 */
PactAnswers *
pact_answers_new_from_note (const char *note)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  PactAnswers *self;

  g_return_val_if_fail (note != NULL, NULL);

  if (!g_key_file_load_from_data (file, note, -1, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, GROUP))
    return NULL;

  self = pact_answers_new_guessed ();
  self->step = CLAMP (g_key_file_get_integer (file, GROUP, STEP, NULL), 0, PACT_N_ASSISTANT_STEPS - 1);
  self->template_id = g_key_file_get_string (file, GROUP, TEMPLATE, NULL);
  for (gsize i = 0; i < self->root->kind->n_fields; i++)
    {
      const char *name = self->root->kind->fields[i].name;
      g_autofree char *value = g_key_file_get_string (file, GROUP, name, NULL);

      if (value != NULL)
        pact_record_set (self->root, name, value);
    }

  return self;
}

/**
 * pact_answers_to_note:
 * @self: answers
 *
 * Returns: (transfer full): the same as text, to be kept until the plan is made
 */
char *
pact_answers_to_note (const PactAnswers *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (self != NULL, NULL);

  g_key_file_set_integer (file, GROUP, STEP, self->step);
  if (self->template_id != NULL)
    g_key_file_set_string (file, GROUP, TEMPLATE, self->template_id);
  for (gsize i = 0; i < self->root->kind->n_fields; i++)
    g_key_file_set_string (file, GROUP, self->root->kind->fields[i].name, self->root->values[i] != NULL ? self->root->values[i] : "");

  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * pact_answers_get:
 * @self: answers
 * @field_name: a field of a plan
 *
 * Returns: (transfer none): what was answered, empty as long as nothing was
 */
const char *
pact_answers_get (const PactAnswers *self,
                  const char *field_name)
{
  const char *value;

  g_return_val_if_fail (self != NULL, NULL);

  value = pact_record_get (self->root, field_name);

  return value != NULL ? value : "";
}

/**
 * pact_answers_set_template:
 * @self: answers
 * @template_id: a template, empty for none
 */
void
pact_answers_set_template (PactAnswers *self,
                           const char *template_id)
{
  char *copy = g_strdup (template_id);

  g_return_if_fail (self != NULL);

  g_free (self->template_id);
  self->template_id = copy;
}

/**
 * pact_answers_free:
 * @self: (nullable): answers
 */
void
pact_answers_free (PactAnswers *self)
{
  if (self == NULL)
    return;

  g_free (self->template_id);
  pact_record_free (self->root);
  g_free (self);
}
