/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-words"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-amount.h"
#include "pact-codes.h"
#include "pact-dates.h"
#include "pact-measured.h"
#include "pact-number.h"
#include "pact-percent.h"
#include "pact-plan.h"
#include "pact-text.h"
#include "pact-translate.h"
#include "pact-value.h"
#include "pact-words.h"

/* What sentences give as an example. */
#define EXAMPLE_INTEGER 12500
#define EXAMPLE_DECIMAL "12500.5"
#define EXAMPLE_PERCENT "62.5"

G_GNUC_PRINTF (2, 3)
static char *
refuse (GError **error,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID, format, arguments);
  va_end (arguments);

  return NULL;
}

static const char *
get_currency (PactElement *element)
{
  PactPlan *plan = element != NULL ? pact_element_get_plan (element) : NULL;

  return plan != NULL ? pact_plan_get_currency (plan) : NULL;
}

/* Whether the values of an indicator, and of its readings, are parts of a hundred. */
static gboolean
is_percentage (const PactField *field,
               PactElement *element)
{
  return element != NULL && pact_measured_get_form (element, field) == PACT_MEASURED_PERCENTAGE;
}

static char *
read_date (const char *text,
           const PactLocale *locale,
           GError **error)
{
  const PactDate day = { 2027, 3, 15 };
  const PactDate month = { 2027, 3, 0 };
  const PactDate year = { 2027, 0, 0 };
  g_autofree char *day_example = NULL;
  g_autofree char *month_example = NULL;
  g_autofree char *year_example = NULL;
  PactDate date;

  if (pact_date_read (text, locale, &date))
    return pact_date_to_string (&date);

  year_example = pact_date_display_figures (&year, locale);
  month_example = pact_date_display_figures (&month, locale);
  day_example = pact_date_display_figures (&day, locale);

  /* Translators: %2$s, %3$s and %4$s are a year, a month and a day, as the reader would write them. */
  return refuse (error, _("“%1$s” is not a date. Write a year, a month or a day, such as %2$s, %3$s or %4$s."), text,
                 year_example, month_example, day_example);
}

static char *
read_amount (const char *text,
             const char *currency,
             const PactLocale *locale,
             GError **error)
{
  gint64 amount;

  if (!pact_amount_read (text, currency, locale, &amount, error))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, amount);
}

static char *
display_integer (gint64 number,
                 const PactLocale *locale)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return pact_number_display (digits, locale);
}

static char *
read_integer (const PactField *field,
              const char *text,
              const PactLocale *locale,
              GError **error)
{
  g_autofree char *number = pact_number_read (text, locale);
  gint64 value;

  if (number == NULL || strchr (number, '.') != NULL)
    {
      g_autofree char *example = display_integer (CLAMP (EXAMPLE_INTEGER, field->minimum, field->maximum), locale);

      /* Translators: %2$s is a number, as the reader would write it. */
      return refuse (error, _("“%1$s” is not a whole number. Write it in figures, such as %2$s."), text, example);
    }
  if (!g_ascii_string_to_signed (number, 10, field->minimum, field->maximum, &value, NULL))
    {
      g_autofree char *least = display_integer (field->minimum, locale);
      g_autofree char *greatest = display_integer (field->maximum, locale);

      return refuse (error, _("The number must lie between %1$s and %2$s."), least, greatest);
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
read_decimal (const PactField *field,
              const char *text,
              gboolean percentage,
              const PactLocale *locale,
              GError **error)
{
  gboolean has_floor = *text == '<' && (field->flags & PACT_FIELD_FLOOR) != 0;
  const char *figures = has_floor ? text + 1 : text;
  g_autofree char *number = percentage ? pact_percent_read (figures, locale) : pact_number_read (figures, locale);
  g_autofree char *example = NULL;

  if (number != NULL)
    {
      g_autofree char *value = has_floor ? g_strconcat ("<", number, NULL) : g_steal_pointer (&number);

      return pact_decimal_normalize (value);
    }

  if (percentage)
    {
      example = pact_percent_display (EXAMPLE_PERCENT, locale);
      /* Translators: %2$s is a percentage, as the reader would write it. */
      return refuse (error, _("“%1$s” is not a percentage. Write it in figures, such as %2$s."), text, example);
    }
  example = pact_number_display (EXAMPLE_DECIMAL, locale);
  if (pact_percent_has_sign (text))
    {
      /* Translators: %2$s is a number, as the reader would write it. */
      return refuse (error, _("“%1$s” is a percentage, but this indicator counts otherwise. Choose another type for it, "
                              "or write a number such as %2$s."),
                     text, example);
    }

  /* Translators: %2$s is a number, as the reader would write it. */
  return refuse (error, _("“%1$s” is not a number. Write it in figures, such as %2$s."), text, example);
}

/**
 * pact_value_read:
 * @field: a field whose values are typed
 * @text: what a person typed
 * @element: (nullable): the element that it is said of, for its plan’s currency and for what it counts
 * @locale: (nullable): a locale
 * @error: return location for an error
 *
 * Turns what was typed into a value: see pact_date_read(), pact_number_read(), pact_percent_read() and
 * pact_amount_read(). Of a text all is kept that can be seen, see pact_text_clean_line() and
 * pact_text_clean_prose().
 *
 * Returns: (transfer full) (nullable): the value in canonical form; %NULL without @error being set
 *   if nothing was typed; %NULL with @error set to %PACT_MODEL_ERROR_INVALID if @text cannot be read
 */
char *
pact_value_read (const PactField *field,
                 const char *text,
                 PactElement *element,
                 const PactLocale *locale,
                 GError **error)
{
  g_autofree char *value = NULL;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (pact_text_is_blank (text))
    return NULL;

  stripped = g_strstrip (g_strdup (text));
  switch (field->type)
    {
    case PACT_TYPE_TEXT:
      value = pact_text_clean_line (text);
      break;
    case PACT_TYPE_PROSE:
      value = pact_text_clean_prose (text);
      break;
    case PACT_TYPE_DATE:
      value = read_date (stripped, locale, error);
      break;
    case PACT_TYPE_MONEY:
      value = read_amount (stripped, get_currency (element), locale, error);
      break;
    case PACT_TYPE_INTEGER:
      value = read_integer (field, stripped, locale, error);
      break;
    case PACT_TYPE_DECIMAL:
      value = read_decimal (field, stripped, is_percentage (field, element), locale, error);
      break;
    default:
      value = g_strdup (stripped);
    }

  if (value == NULL || !pact_field_check (field, value, error))
    return NULL;

  return g_steal_pointer (&value);
}

/**
 * pact_value_write:
 * @field: a field whose values are typed
 * @value: (nullable): a value in canonical form
 * @element: (nullable): the element that it is said of, for its plan’s currency
 * @locale: (nullable): a locale
 *
 * The way back from pact_value_read(). A date is written as it is shown everywhere, a number without groups.
 *
 * Returns: (transfer full): the text to be edited, empty for no value
 */
char *
pact_value_write (const PactField *field,
                  const char *value,
                  PactElement *element,
                  const PactLocale *locale)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");

  switch (field->type)
    {
    case PACT_TYPE_DATE:
      return pact_value_display (field, value, element, locale);
    case PACT_TYPE_MONEY:
      return pact_amount_write (g_ascii_strtoll (value, NULL, 10), get_currency (element), locale);
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_DECIMAL:
      if (*value != '<')
        return pact_number_write (value, locale);
      number = pact_number_write (value + 1, locale);
      return g_strconcat ("<", number, NULL);
    default:
      return g_strdup (value);
    }
}

static char *
display_choices (const PactField *field,
                 const char *value,
                 const PactLocale *locale)
{
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const PactTerm *term = pact_vocabulary_find (field->vocabulary, codes[i]);

      if (i > 0)
        {
          /* Translators: what stands between the members of a list. */
          g_string_append (list, pact_translate ("list separator", ", ", locale));
        }
      g_string_append (list, term != NULL ? pact_translate (field->vocabulary->context, term->label, locale) : codes[i]);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
display_number (const char *value,
                gboolean percentage,
                const PactLocale *locale)
{
  g_autofree char *number = NULL;

  if (*value == '<')
    {
      number = display_number (value + 1, percentage, locale);
      /* Translators: a number too small to be told without giving away who is meant. */
      return g_strdup_printf (pact_translate (NULL, N_("fewer than %s"), locale), number);
    }

  return percentage ? pact_percent_display (value, locale) : pact_number_display (value, locale);
}

static char *
display_code (PactCodesList list,
              const char *value,
              const PactLocale *locale)
{
  const char *name = pact_codes_get_name (list, value, locale);

  return g_strdup (name != NULL ? name : value);
}

/* By the name under which pact_element_get_name() lists it, but in any language, and leaving nothing behind in it. */
static char *
display_reference (const char *uuid,
                   PactElement *element,
                   const PactLocale *locale)
{
  PactPlan *plan = element != NULL ? pact_element_get_plan (element) : NULL;
  PactElement *target = plan != NULL ? pact_plan_lookup (plan, uuid) : NULL;
  const PactField *field = target != NULL ? pact_kind_get_title_field (pact_element_get_kind (target)) : NULL;
  const char *title = field != NULL ? pact_element_get_value (target, field) : NULL;

  if (target == NULL)
    return g_strdup (uuid);
  if (field == NULL)
    return g_strdup (pact_translate ("kind", pact_element_get_kind (target)->label, locale));
  if (!pact_field_is_answered (field, title))
    return g_strdup (pact_translate ("element", "Without a name", locale));

  return pact_text_make_harmless (title);
}

/**
 * pact_value_display:
 * @field: a field
 * @value: (nullable): a value in canonical form
 * @element: (nullable): the element that it is said of, for its plan’s currency, for what it counts and for what
 *   it refers to
 * @locale: (nullable): a locale; what people wrote, and so the steps of a scale, stands in the language of the plan
 *
 * Whatever says a value to people says it with this: numbers, dates, answers of a list, names of countries and the
 * like, and of other elements. Any thread may ask, as long as nobody changes the plan meanwhile.
 *
 * Returns: (transfer full): @value for reading, empty for no value; codes and references that are unknown as they are
 */
char *
pact_value_display (const PactField *field,
                    const char *value,
                    PactElement *element,
                    const PactLocale *locale)
{
  char *answer;
  PactDate date;

  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");

  switch (field->type)
    {
    case PACT_TYPE_CHOICE:
    case PACT_TYPE_CHOICES:
      return display_choices (field, value, locale);
    case PACT_TYPE_DATE:
      return pact_date_parse (value, &date) ? pact_date_display (&date, locale) : g_strdup (value);
    case PACT_TYPE_MONEY:
      return pact_amount_display (g_ascii_strtoll (value, NULL, 10), get_currency (element), locale);
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_DECIMAL:
      answer = element != NULL ? pact_measured_dup_label (element, field, value, locale) : NULL;
      return answer != NULL ? answer : display_number (value, is_percentage (field, element), locale);
    case PACT_TYPE_BOOLEAN:
      return g_strdup (g_str_equal (value, "1") ? pact_translate ("answer", "Yes", locale) : pact_translate ("answer", "No", locale));
    case PACT_TYPE_COUNTRY:
      return display_code (PACT_CODES_COUNTRY, value, locale);
    case PACT_TYPE_SUBDIVISION:
      return display_code (PACT_CODES_SUBDIVISION, value, locale);
    case PACT_TYPE_LANGUAGE:
      return display_code (PACT_CODES_LANGUAGE, value, locale);
    case PACT_TYPE_CURRENCY:
      return display_code (PACT_CODES_CURRENCY, value, locale);
    case PACT_TYPE_REFERENCE:
      return display_reference (value, element, locale);
    case PACT_TYPE_TIMESTAMP:
      return pact_moment_display (value, locale);
    default:
      return g_strdup (value);
    }
}
