/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-size"

#include "config.h"

#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "pact-locale-private.h"
#include "pact-size.h"

/* How large a file is, in words. */

#define TEXT_LENGTH 64
#define STEP 1000

/* By how many steps of a thousand they are above each other, as ICU calls them. */
static const char *const styles[] = {
  "unit/byte unit-width-full-name",
  "unit/kilobyte .0",
  "unit/megabyte .0",
  "unit/gigabyte .0",
  "unit/terabyte .0",
};

static char *
format (double number,
        const char *style,
        const char *locale)
{
  UChar skeleton[TEXT_LENGTH];
  UChar text[TEXT_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter;
  UFormattedNumber *result;
  int length;

  u_uastrcpy (skeleton, style);
  formatter = unumf_openForSkeletonAndLocale (skeleton, -1, locale, &status);
  result = unumf_openResult (&status);
  unumf_formatDouble (formatter, number, result, &status);
  length = unumf_resultToString (result, text, TEXT_LENGTH, &status);
  unumf_closeResult (result);
  unumf_close (formatter);

  return U_SUCCESS (status) ? _pact_text_from_icu (text, length) : NULL;
}

/**
 * pact_size_display:
 * @size: a number of bytes
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): the same for reading, in a unit that suits it: “512 bytes”, “1,2 MB”, “1,2 Mo”
 */
char *
pact_size_display (guint64 size,
                   const PactLocale *locale)
{
  double number = (double) size;
  char *text;
  gsize i = 0;

  /* What would be rounded to a thousand is one of the next unit. */
  while (i + 1 < G_N_ELEMENTS (styles) && number >= (i == 0 ? STEP : STEP - 0.05))
    {
      number /= STEP;
      i++;
    }
  text = format (number, styles[i], pact_locale_get_id (locale != NULL ? locale : pact_locale_get_default ()));

  return text != NULL ? text : g_strdup_printf ("%" G_GUINT64_FORMAT, size);
}
