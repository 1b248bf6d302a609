/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measured"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-measured.h"
#include "pact-translate.h"

/*
 * What an indicator says.
 *
 * The baseline, the target and the readings of an indicator are numbers to whoever computes with them, and
 * what the type of the indicator makes of them to people: yes is 1 and no is 0, and the steps of a
 * scale are counted.
 *
 * The steps are lines of a text of the indicator, the lowest first. Where each line begins with a number,
 * and each with a greater one than the line before, these are the values; otherwise the first is 1. A scale
 * without steps is a score: any number.
 */

#define LONGEST_STEP_NUMBER 9

static void
add_answer (GPtrArray *answers,
            const char *value,
            const char *label)
{
  g_ptr_array_add (answers, pact_answer_new (value, label, NULL));
}

/**
 * pact_field_is_measured:
 * @field: a field
 *
 * Returns: whether what it says depends on the type of an indicator
 */
gboolean
pact_field_is_measured (const PactField *field)
{
  return (field->flags & PACT_FIELD_MEASURED) != 0;
}

static gboolean
is_type (PactElement *indicator,
         PactTermFlags type)
{
  return pact_element_has_answer (indicator, "type", type);
}

/**
 * pact_measured_get_form:
 * @element: an element
 * @field: one of its fields
 *
 * Returns: what the values of @field are; %PACT_MEASURED_NUMBER also for those that no indicator measures
 */
PactMeasuredForm
pact_measured_get_form (PactElement *element,
                        const PactField *field)
{
  PactElement *indicator = pact_field_is_measured (field) ? pact_element_get_ancestor (element, "indicator") : NULL;

  if (indicator == NULL)
    return PACT_MEASURED_NUMBER;
  if (is_type (indicator, PACT_TERM_PERCENTAGE))
    return PACT_MEASURED_PERCENTAGE;
  if (is_type (indicator, PACT_TERM_YES_NO))
    return PACT_MEASURED_YES_NO;

  return is_type (indicator, PACT_TERM_SCALE) && pact_element_get (indicator, "steps") != NULL ? PACT_MEASURED_STEPS
                                                                                       : PACT_MEASURED_NUMBER;
}

/* The number at the beginning of a line, -1 if there is none. */
static gint64
read_number (const char *line)
{
  gsize n_digits = strspn (line, "0123456789");

  return n_digits > 0 && n_digits <= LONGEST_STEP_NUMBER ? g_ascii_strtoll (line, NULL, 10) : -1;
}

static gboolean
are_numbered (char **lines)
{
  gint64 previous = -1;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      gint64 number = read_number (g_strstrip (lines[i]));

      if (*lines[i] == '\0')
        continue;
      if (number <= previous)
        return FALSE;
      previous = number;
    }

  return TRUE;
}

static void
add_steps (GPtrArray *answers,
           const char *steps)
{
  g_auto (GStrv) lines = g_strsplit (steps, "\n", -1);
  gboolean numbered = are_numbered (lines);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_autofree char *value = NULL;

      if (*line == '\0')
        continue;
      value = g_strdup_printf ("%" G_GINT64_FORMAT, numbered ? read_number (line) : (gint64) answers->len + 1);
      add_answer (answers, value, line);
    }
}

/**
 * pact_measured_list_answers:
 * @element: an element
 * @field: one of its fields
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full) (nullable) (element-type PactAnswer): the answers that @field can give, %NULL
 *   where any number is one
 */
GPtrArray *
pact_measured_list_answers (PactElement *element,
                            const PactField *field,
                            const PactLocale *locale)
{
  GPtrArray *answers;

  switch (pact_measured_get_form (element, field))
    {
    case PACT_MEASURED_YES_NO:
      answers = g_ptr_array_new_with_free_func (g_object_unref);
      add_answer (answers, "1", pact_translate ("answer", "Yes", locale));
      add_answer (answers, "0", pact_translate ("answer", "No", locale));
      return answers;
    case PACT_MEASURED_STEPS:
      answers = g_ptr_array_new_with_free_func (g_object_unref);
      add_steps (answers, pact_element_get (pact_element_get_ancestor (element, "indicator"), "steps"));
      return answers;
    case PACT_MEASURED_NUMBER:
    case PACT_MEASURED_PERCENTAGE:
    default:
      return NULL;
    }
}

/**
 * pact_measured_answer_is:
 * @answer: an answer
 * @value: (nullable): a value in canonical form
 *
 * Returns: whether @value stands for @answer; a file may write 1.0 for 1
 */
gboolean
pact_measured_answer_is (PactAnswer *answer,
                         const char *value)
{
  char *end;

  return value != NULL && g_ascii_strtod (value, &end) == g_ascii_strtod (pact_answer_get_code (answer), NULL) && end != value && *end == '\0';
}

/**
 * pact_measured_dup_label:
 * @element: an element
 * @field: one of its fields
 * @value: a value in canonical form
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full) (nullable): the answer that @value stands for, %NULL if it stands for none
 */
char *
pact_measured_dup_label (PactElement *element,
                         const PactField *field,
                         const char *value,
                         const PactLocale *locale)
{
  g_autoptr (GPtrArray) answers = pact_measured_list_answers (element, field, locale);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      PactAnswer *answer = g_ptr_array_index (answers, i);

      if (pact_measured_answer_is (answer, value))
        return g_strdup (pact_answer_get_label (answer));
    }

  return NULL;
}

/**
 * pact_measured_dup_misfit:
 * @element: an element
 * @field: one of its fields
 * @value: (nullable): a value in canonical form
 *
 * A value stays when the type of its indicator is changed, also if it means nothing there.
 *
 * Returns: (transfer full) (nullable): a sentence that says what is wrong with @value, %NULL if it is an answer
 */
char *
pact_measured_dup_misfit (PactElement *element,
                          const PactField *field,
                          const char *value)
{
  PactMeasuredForm form = pact_measured_get_form (element, field);
  g_autofree char *label = NULL;

  if (value == NULL || (form != PACT_MEASURED_YES_NO && form != PACT_MEASURED_STEPS))
    return NULL;

  label = pact_measured_dup_label (element, field, value, NULL);
  if (label != NULL)
    return NULL;
  if (form == PACT_MEASURED_YES_NO)
    {
      /* Translators: %s is a number that an indicator had before it became one of yes or no. */
      return g_strdup_printf (_("“%s” is neither yes nor no. It is kept until you choose an answer."), value);
    }

  /* Translators: %s is a number that an indicator had before its scale had these steps. */
  return g_strdup_printf (_("“%s” is no step of the scale. It is kept until you choose one."), value);
}

/**
 * pact_measured_dup_unit:
 * @element: an element
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): what stands behind a number of @field: the unit of its indicator, or the sign
 *   of a percentage
 */
char *
pact_measured_dup_unit (PactElement *element,
                        const PactField *field)
{
  PactElement *indicator = pact_field_is_measured (field) ? pact_element_get_ancestor (element, "indicator") : NULL;
  const char *unit = indicator != NULL ? pact_element_get (indicator, "unit") : NULL;

  switch (pact_measured_get_form (element, field))
    {
    case PACT_MEASURED_PERCENTAGE:
      return g_strdup (unit != NULL && *unit == '%' ? unit : C_ ("unit", "%"));
    case PACT_MEASURED_NUMBER:
      return g_strdup (unit);
    case PACT_MEASURED_YES_NO:
    case PACT_MEASURED_STEPS:
    default:
      return NULL;
    }
}

/**
 * pact_measured_asks_for:
 * @element: an element
 * @field: one of its fields
 *
 * Only a scale has steps, and yes and no have no unit. What was answered there before stays in sight.
 *
 * Returns: whether @field means something for @element
 */
gboolean
pact_measured_asks_for (PactElement *element,
                        const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);

  if (!pact_element_is_kind (element, "indicator") || pact_element_get_value (element, field) != NULL)
    return TRUE;
  if (g_str_equal (field->name, "steps"))
    return is_type (element, PACT_TERM_SCALE);

  return !g_str_equal (field->name, "unit") || !is_type (element, PACT_TERM_YES_NO);
}
