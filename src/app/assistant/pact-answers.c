/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-answers"

#include "config.h"

#include <locale.h>
#include <string.h>

#include "pact-answers.h"
#include "pact-locales.h"

#define GROUP "new-plan"

/* The texts among the answers: how the note calls each, and where it stands. */
static const struct
{
  const char *name;
  gsize offset;
} texts[] = {
  { "template", G_STRUCT_OFFSET (PactAnswers, template_id) },
  { "authority", G_STRUCT_OFFSET (PactAnswers, authority) },
  { "authority-kind", G_STRUCT_OFFSET (PactAnswers, authority_kind) },
  { "country", G_STRUCT_OFFSET (PactAnswers, country) },
  { "subdivision", G_STRUCT_OFFSET (PactAnswers, subdivision) },
  { "language", G_STRUCT_OFFSET (PactAnswers, language) },
  { "currency", G_STRUCT_OFFSET (PactAnswers, currency) },
  { "period-start", G_STRUCT_OFFSET (PactAnswers, period_start) },
  { "period-end", G_STRUCT_OFFSET (PactAnswers, period_end) },
  { "title", G_STRUCT_OFFSET (PactAnswers, title) },
};

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

static char **
get_text (const PactAnswers *self,
          gsize index)
{
  return G_STRUCT_MEMBER_P (self, texts[index].offset);
}

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

  self->authority = g_strdup ("");
  self->authority_kind = g_strdup ("municipality");
  self->country = guess_country ();
  self->subdivision = g_strdup ("");
  self->language = guess_language ();
  self->currency = g_strdup (pact_guess_currency (self->country));
  self->period_start = g_strdup_printf ("%d", g_date_time_get_year (now) + 1);
  self->period_end = g_strdup_printf ("%d", g_date_time_get_year (now) + 3);

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
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *value = g_key_file_get_string (file, GROUP, texts[i].name, NULL);

      if (value == NULL)
        continue;
      g_free (*get_text (self, i));
      *get_text (self, i) = value;
    }
  self->step = CLAMP (g_key_file_get_integer (file, GROUP, "step", NULL), 0, PACT_N_ASSISTANT_STEPS - 1);

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

  g_key_file_set_integer (file, GROUP, "step", self->step);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (*get_text (self, i) != NULL)
        g_key_file_set_string (file, GROUP, texts[i].name, *get_text (self, i));
    }

  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * pact_answers_set_text:
 * @text: (inout): one of the texts of the answers
 * @value: (nullable): what it is from now on
 */
void
pact_answers_set_text (char **text,
                       const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
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

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*get_text (self, i));
  g_free (self);
}
