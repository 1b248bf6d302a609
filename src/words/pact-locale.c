/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-locale"

#include "config.h"

#include <locale.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "pact-locale-private.h"
#include "pact-locales.h"

/* English that names no region is that of Europe, where the Pact is at home: days before months, a decimal
 * point, twenty-four hours. It also stands in for languages that CLDR does not know. */
#define EUROPEAN_ENGLISH "en_150"

/* The longest text that is asked of CLDR: a pattern, or the name of a month. */
#define TEXT_LENGTH 128

struct _PactLocale
{
  char *id;
  char **catalogue_names;

  PactNumberSigns *numbers; /* loaded when first asked for, as the next */
  PactDateWords *dates;
};

/* “de_DE.UTF-8”, “de-DE” and “sr_RS@latin” as ICU calls them. */
static char *
to_icu_id (const char *name)
{
  g_autofree char *tag = pact_language_for_locale (name);
  char id[ULOC_FULLNAME_CAPACITY];
  char base[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  uloc_forLanguageTag (tag, id, sizeof id, NULL, &status);
  uloc_getBaseName (id, base, sizeof base, &status);

  return g_strdup (U_SUCCESS (status) ? base : "");
}

/* ICU falls back on the locale of the system for what it does not know; that would be any. */
static gboolean
is_known (const char *id)
{
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_open (NULL, id, &status);

  ures_close (bundle);

  return *id != '\0' && U_SUCCESS (status) && status != U_USING_DEFAULT_WARNING;
}

static char **
list_catalogue_names (const char *id)
{
  g_autofree char *tag = g_strdelimit (g_strdup (id), "_", '-');

  return pact_locales_for_language (tag);
}

/**
 * pact_locale_get:
 * @name: the name of a locale or a language tag: `de_AT.UTF-8`, `de-AT`, `de`
 *
 * A language without a region is written as in the region where most people speak it; English without
 * one, and what is no language, as English is written in Europe.
 *
 * Returns: (transfer none): the locale
 */
const PactLocale *
pact_locale_get (const char *name)
{
  static GMutex mutex;
  static GHashTable *locales;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *id = NULL;
  PactLocale *self;

  g_return_val_if_fail (name != NULL, NULL);

  id = to_icu_id (name);
  if (!is_known (id) || g_str_equal (id, "en"))
    {
      g_free (id);
      id = g_strdup (EUROPEAN_ENGLISH);
    }

  locker = g_mutex_locker_new (&mutex);
  if (locales == NULL)
    locales = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (locales, id);
  if (self == NULL)
    {
      self = g_new0 (PactLocale, 1);
      self->id = g_steal_pointer (&id);
      self->catalogue_names = list_catalogue_names (self->id);
      g_hash_table_insert (locales, self->id, self);
    }

  return self;
}

static gboolean
is_same_language (const char *one,
                  const char *other)
{
  gsize length = strcspn (one, "_.@");

  return length == strcspn (other, "_.@") && strncmp (one, other, length) == 0;
}

/* The locale that the session names, whether or not it is installed. */
static const char *
get_session_locale (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return value;
    }

  return "C";
}

/**
 * pact_locale_get_default:
 *
 * The interface’s language, in the order in which gettext looks for it: `LANGUAGE`, which the program sets to
 * the language that was chosen in it, then the session’s. Where it names no region and the session
 * speaks the same language, the session’s region counts.
 *
 * It is looked for once, and so only after pact_messages_init().
 *
 * Returns: (transfer none): the locale of the interface
 */
const PactLocale *
pact_locale_get_default (void)
{
  static const PactLocale *locale;

  if (g_once_init_enter (&locale))
    {
      const char *language = g_get_language_names ()[0];
      const char *session = get_session_locale ();

      /* gettext speaks the program’s own English there, whatever LANGUAGE says. */
      if (g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
        language = "C";
      if (strchr (language, '_') == NULL && is_same_language (language, session))
        language = session;
      g_once_init_leave (&locale, pact_locale_get (language));
    }

  return locale;
}

/**
 * pact_locale_get_id:
 * @self: a locale
 *
 * Returns: (transfer none): its name, as ICU writes it: `de_AT`
 */
const char *
pact_locale_get_id (const PactLocale *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * pact_locale_is_right_to_left:
 * @self: (nullable): a locale
 *
 * Returns: whether its language is written from right to left
 */
gboolean
pact_locale_is_right_to_left (const PactLocale *self)
{
  if (self == NULL)
    self = pact_locale_get_default ();

  return uloc_isRightToLeft (self->id);
}

gboolean
_pact_locale_is_language (const PactLocale *self,
                          const char *language)
{
  return is_same_language (self->id, language);
}

/* The names by which gettext's catalogues know the locale, best first. */
const char *const *
_pact_locale_get_catalogue_names (const PactLocale *self)
{
  return (const char *const *) self->catalogue_names;
}

char *
_pact_text_from_icu (const UChar *text,
                     int length)
{
  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

static char *
get_symbol (const UNumberFormat *format,
            UNumberFormatSymbol symbol)
{
  UChar text[TEXT_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  int length = unum_getSymbol (format, symbol, text, TEXT_LENGTH, &status);

  return _pact_text_from_icu (text, U_SUCCESS (status) ? length : 0);
}

static char *
get_affix (const UNumberFormat *format,
           UNumberFormatTextAttribute attribute)
{
  UChar text[TEXT_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  int length = unum_getTextAttribute (format, attribute, text, TEXT_LENGTH, &status);

  return _pact_text_from_icu (text, U_SUCCESS (status) ? length : 0);
}

/* CLDR has a least number of digits for it, which ICU keeps to itself, and its older formats do not heed. */
static gboolean
groups_thousands (const char *id,
                  const char *group)
{
  UChar text[TEXT_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *formatter = unumf_openForSkeletonAndLocale (u"group-auto", -1, id, &status);
  UFormattedNumber *result = unumf_openResult (&status);
  g_autofree char *written = NULL;
  int length;

  unumf_formatInt (formatter, 1234, result, &status);
  length = unumf_resultToString (result, text, TEXT_LENGTH, &status);
  written = _pact_text_from_icu (text, U_SUCCESS (status) ? length : 0);
  unumf_closeResult (result);
  unumf_close (formatter);

  return strstr (written, group) != NULL;
}

static PactNumberSigns *
load_number_signs (const char *id)
{
  PactNumberSigns *signs = g_new0 (PactNumberSigns, 1);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_DECIMAL, NULL, 0, id, NULL, &status);
  UNumberFormat *percent = unum_open (UNUM_PERCENT, NULL, 0, id, NULL, &status);
  g_autofree char *zero = NULL;
  int other;

  if (U_FAILURE (status))
    g_error ("ICU has no data for numbers: %s", u_errorName (status));

  zero = get_symbol (format, UNUM_ZERO_DIGIT_SYMBOL);
  signs->decimal = get_symbol (format, UNUM_DECIMAL_SEPARATOR_SYMBOL);
  signs->group = get_symbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL);
  signs->minus = get_symbol (format, UNUM_MINUS_SIGN_SYMBOL);
  signs->zero = g_utf8_get_char (zero);
  signs->first_group = unum_getAttribute (format, UNUM_GROUPING_SIZE) == PACT_GROUP_SIZE ? PACT_GROUP_SIZE : 0;
  other = unum_getAttribute (format, UNUM_SECONDARY_GROUPING_SIZE);
  signs->other_groups = other > 0 ? (guint) other : signs->first_group;
  signs->groups_thousands = signs->first_group > 0 && groups_thousands (id, signs->group);
  signs->percent_prefix = get_affix (percent, UNUM_POSITIVE_PREFIX);
  signs->percent_suffix = get_affix (percent, UNUM_POSITIVE_SUFFIX);
  unum_close (format);
  unum_close (percent);

  return signs;
}

const PactNumberSigns *
_pact_locale_get_number_signs (const PactLocale *self)
{
  /* Only what is seen of it never changes. */
  PactLocale *locale = (PactLocale *) (self != NULL ? self : pact_locale_get_default ());

  if (g_once_init_enter (&locale->numbers))
    g_once_init_leave (&locale->numbers, load_number_signs (locale->id));

  return locale->numbers;
}

static char *
get_pattern (UDateTimePatternGenerator *generator,
             const char *skeleton)
{
  UChar wanted[TEXT_LENGTH];
  UChar text[TEXT_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  int length;

  u_uastrcpy (wanted, skeleton);
  length = udatpg_getBestPattern (generator, wanted, -1, text, TEXT_LENGTH, &status);

  return _pact_text_from_icu (text, U_SUCCESS (status) ? length : 0);
}

static char *
get_month (const UDateFormat *format,
           UDateFormatSymbolType form,
           int index)
{
  UChar text[TEXT_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  int length = udat_getSymbols (format, form, index, text, TEXT_LENGTH, &status);

  return _pact_text_from_icu (text, U_SUCCESS (status) ? length : 0);
}

/* What a pattern holds besides its fields, with a space for each of those. */
static char *
get_fixed_text (const char *pattern)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (*p == '\'')
        is_quoted = !is_quoted;
      else
        g_string_append_c (text, is_quoted || !g_ascii_isalpha (*p) ? *p : ' ');
    }

  return _pact_fold_input (text->str);
}

static char *
fold_month (const char *name)
{
  char *folded = _pact_fold_input (name);

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';

  return folded;
}

/* Where the year comes first, the order without a year tells how people write it last. */
static gboolean
is_month_first (const PactDateWords *words)
{
  const char *pattern = words->patterns[PACT_DATE_SHORT_DAY];

  if (strcspn (pattern, "y") < strcspn (pattern, "MLd"))
    pattern = words->patterns[PACT_DATE_NO_YEAR];

  return strcspn (pattern, "ML") < strcspn (pattern, "d");
}

static PactDateWords *
load_date_words (const char *id)
{
  static const char *const skeletons[PACT_N_DATE_PATTERNS] = {
    [PACT_DATE_DAY] = "yMMMMd",
    [PACT_DATE_MONTH] = "yMMMM",
    [PACT_DATE_SHORT_DAY] = "yMd",
    [PACT_DATE_SHORT_MONTH] = "yM",
    [PACT_DATE_SHORT_YEAR] = "y",
    [PACT_DATE_NO_YEAR] = "Md",
  };
  static const UDateFormatSymbolType forms[PACT_N_MONTH_FORMS] = {
    [PACT_MONTH_IN_DATE] = UDAT_MONTHS,
    [PACT_MONTH_ALONE] = UDAT_STANDALONE_MONTHS,
    [PACT_MONTH_SHORT_IN_DATE] = UDAT_SHORT_MONTHS,
    [PACT_MONTH_SHORT_ALONE] = UDAT_STANDALONE_SHORT_MONTHS,
  };
  /* Plans are dated by one calendar, also where another is usual. */
  g_autofree char *gregorian = g_strconcat (id, "@calendar=gregorian", NULL);
  PactDateWords *words = g_new0 (PactDateWords, 1);
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (gregorian, &status);
  UDateFormat *format = udat_open (UDAT_LONG, UDAT_LONG, gregorian, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no data for dates: %s", u_errorName (status));

  for (gsize i = 0; i < PACT_N_DATE_PATTERNS; i++)
    {
      words->patterns[i] = get_pattern (generator, skeletons[i]);
      words->fixed_texts[i] = get_fixed_text (words->patterns[i]);
    }
  for (gsize i = 0; i < PACT_N_MONTH_FORMS; i++)
    {
      for (int month = 0; month < 12; month++)
        {
          words->months[i][month] = get_month (format, forms[i], month);
          words->folded_months[i][month] = fold_month (words->months[i][month]);
        }
    }
  words->month_first = is_month_first (words);
  udat_close (format);
  udatpg_close (generator);

  return words;
}

const PactDateWords *
_pact_locale_get_date_words (const PactLocale *self)
{
  PactLocale *locale = (PactLocale *) (self != NULL ? self : pact_locale_get_default ());

  if (g_once_init_enter (&locale->dates))
    g_once_init_leave (&locale->dates, load_date_words (locale->id));

  return locale->dates;
}
