/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-value"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-date.h"
#include "pact-picture.h"
#include "pact-text.h"
#include "pact-value.h"

/*
 * A value is a string in the canonical form of its field's type, or NULL where nothing is said.
 *
 * TEXT, PROSE     UTF-8, not empty, no control characters (prose: newline and tab), at most so many characters
 * CHOICE          a code; CHOICES codes in the vocabulary's order, one space between them
 * DATE            YYYY, YYYY-MM or YYYY-MM-DD
 * INTEGER, MONEY  decimal digits without leading zeros, within limits
 * DECIMAL         digits, perhaps a sign and a fraction, that has as many digits as were written; with PACT_FIELD_FLOOR also
 *                 <digits. What is written anew has no leading zeros and no sign before nought; older values may have
 * BOOLEAN         1 or 0
 * COUNTRY         two capital letters; SUBDIVISION the country, a hyphen, one to three letters or digits
 * LANGUAGE        a BCP 47 tag; CURRENCY three capital letters
 * REFERENCE       a UUID in lower case
 * TIMESTAMP       YYYY-MM-DDThh:mm:ssZ
 * JSON            the text of a JSON object
 * PICTURE         a PNG file in Base64
 */

G_DEFINE_QUARK (pact-model-error-quark, pact_model_error)

typedef enum
{
  PATTERN_INTEGER,
  PATTERN_DECIMAL,
  PATTERN_FLOOR,
  PATTERN_COUNTRY,
  PATTERN_SUBDIVISION,
  PATTERN_LANGUAGE,
  PATTERN_CURRENCY,
  PATTERN_UUID,
  PATTERN_TIMESTAMP,
  N_PATTERNS,
} Pattern;

static gboolean
matches (Pattern pattern,
         const char *value)
{
  static const char *const sources[N_PATTERNS] = {
    [PATTERN_INTEGER] = "^(0|-?[1-9][0-9]{0,15})$",
    [PATTERN_DECIMAL] = "^-?[0-9]+(\\.[0-9]+)?$",
    [PATTERN_FLOOR] = "^<[0-9]+$",
    [PATTERN_COUNTRY] = "^[A-Z]{2}$",
    [PATTERN_SUBDIVISION] = "^[A-Z]{2}-[A-Z0-9]{1,3}$",
    [PATTERN_LANGUAGE] = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    [PATTERN_CURRENCY] = "^[A-Z]{3}$",
    [PATTERN_UUID] = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
    [PATTERN_TIMESTAMP] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
  };
  static GRegex *compiled[N_PATTERNS];

  if (g_once_init_enter (&compiled[pattern]))
    {
      GRegex *regex = g_regex_new (sources[pattern], G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL);

      g_assert (regex != NULL);
      g_once_init_leave (&compiled[pattern], regex);
    }

  return g_regex_match (compiled[pattern], value, 0, NULL);
}

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    {
      *error = g_error_new_valist (PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID, format, arguments);
    }
  va_end (arguments);

  return FALSE;
}

static gboolean
check_text (const PactField *field,
            const char *value,
            GError **error)
{
  gint64 length = 0;

  if (!g_utf8_validate (value, -1, NULL))
    return refuse (error, _("The text is not valid UTF-8."));

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x20 && c < 0x7f)
        continue;
      if (g_unichar_iscntrl (c) && !(field->type == PACT_TYPE_PROSE && (c == '\n' || c == '\t')))
        return refuse (error, _("The text contains a control character."));
    }
  if (field->maximum > 0 && length > field->maximum)
    return refuse (error,
                   /* Translators: %1$d is by how many characters, %2$d how many there may be. */
                   ngettext ("The text is %1$d character too long. There is room for %2$d: shorten it.",
                             "The text is %1$d characters too long. There is room for %2$d: shorten it.",
                             length - field->maximum),
                   (int) (length - field->maximum), (int) field->maximum);
  if (pact_text_has_too_many_marks (value))
    return refuse (error, _("In the text, a letter carries more than %d accents or other marks. Take some away."),
                   PACT_MAX_MARKS);

  return TRUE;
}

static gboolean
check_choices (const PactField *field,
               const char *value,
               GError **error)
{
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);
  gssize previous = -1;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const PactTerm *term = pact_vocabulary_find (field->vocabulary, codes[i]);

      if (term == NULL || term - field->vocabulary->terms <= previous)
        return refuse (error, _("“%s” is not one of the answers."), codes[i]);
      previous = term - field->vocabulary->terms;
    }

  return TRUE;
}

static gboolean
check_integer (const PactField *field,
               const char *value,
               GError **error)
{
  gint64 number;

  if (!matches (PATTERN_INTEGER, value))
    return refuse (error, _("This is not a whole number."));

  number = g_ascii_strtoll (value, NULL, 10);
  if (number < field->minimum || number > field->maximum)
    {
      g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, field->minimum);
      g_autofree char *greatest = g_strdup_printf ("%" G_GINT64_FORMAT, field->maximum);

      return refuse (error, _("The number must lie between %1$s and %2$s."), least, greatest);
    }

  return TRUE;
}

static gboolean
check_picture (const char *value,
               GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) png = pact_picture_read (value, NULL, NULL, &failure);

  return png != NULL || refuse (error, "%s", failure->message);
}

/**
 * pact_field_check:
 * @field: a field
 * @value: (nullable): a value in canonical form, or %NULL for none
 * @error: return location for an error
 *
 * Checks the form of a value. Whether a reference leads to an element is not looked at.
 *
 * Returns: whether @value may stand in @field; if not, @error is set to
 *   %PACT_MODEL_ERROR_INVALID with a sentence for people
 */
gboolean
pact_field_check (const PactField *field,
                  const char *value,
                  GError **error)
{
  g_autofree char *beginning = NULL;
  const char *quoted = value;
  PactDate date;

  g_return_val_if_fail (field != NULL, FALSE);

  if (value == NULL)
    return TRUE;
  if (*value == '\0')
    return refuse (error, _("The value is empty."));
  /* Values of all other types are short; a sentence about one that is not shall be. */
  if (field->type != PACT_TYPE_TEXT && field->type != PACT_TYPE_PROSE && field->type != PACT_TYPE_JSON && strlen (value) > 120)
    quoted = beginning = pact_text_shorten (value, 60);

  switch (field->type)
    {
    case PACT_TYPE_TEXT:
    case PACT_TYPE_PROSE:
    case PACT_TYPE_JSON:
      return field->type == PACT_TYPE_JSON || check_text (field, value, error);
    case PACT_TYPE_CHOICE:
      return pact_vocabulary_find (field->vocabulary, value) != NULL
             || refuse (error, _("“%s” is not one of the answers."), quoted);
    case PACT_TYPE_CHOICES:
      return check_choices (field, value, error);
    case PACT_TYPE_DATE:
      return pact_date_parse (value, &date)
             || refuse (error, _("“%s” is not a date such as 2027, 2027-03 or 2027-03-15."), quoted);
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      return check_integer (field, value, error);
    case PACT_TYPE_DECIMAL:
      if (strlen (value) > 40)
        return refuse (error, _("The number has too many digits."));
      return matches (PATTERN_DECIMAL, value)
             || ((field->flags & PACT_FIELD_FLOOR) && matches (PATTERN_FLOOR, value))
             || refuse (error, _("“%s” is not a number."), quoted);
    case PACT_TYPE_BOOLEAN:
      return g_str_equal (value, "1") || g_str_equal (value, "0")
             || refuse (error, _("This is neither yes nor no."));
    case PACT_TYPE_COUNTRY:
      return matches (PATTERN_COUNTRY, value)
             || refuse (error, _("“%s” is not the code of a country."), quoted);
    case PACT_TYPE_SUBDIVISION:
      return matches (PATTERN_SUBDIVISION, value)
             || refuse (error, _("“%s” is not the code of a part of a country."), quoted);
    case PACT_TYPE_LANGUAGE:
      return (strlen (value) <= 35 && matches (PATTERN_LANGUAGE, value))
             || refuse (error, _("“%s” is not the code of a language."), quoted);
    case PACT_TYPE_CURRENCY:
      return matches (PATTERN_CURRENCY, value)
             || refuse (error, _("“%s” is not the code of a currency."), quoted);
    case PACT_TYPE_REFERENCE:
      return pact_uuid_is_valid (value)
             || refuse (error, _("“%s” is not the identifier of an element."), quoted);
    case PACT_TYPE_TIMESTAMP:
      return matches (PATTERN_TIMESTAMP, value)
             || refuse (error, _("“%s” is not a date and time."), quoted);
    case PACT_TYPE_PICTURE:
      return check_picture (value, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * pact_decimal_normalize:
 * @decimal: digits, perhaps with a sign and a fraction, or “<” and digits
 *
 * Returns: (transfer full): the same number without leading zeros, and without a sign if it is nought. The fraction stays as
 *   it is: 12.50 says more than 12.5.
 */
char *
pact_decimal_normalize (const char *decimal)
{
  const char *digits;
  gboolean is_nought;
  const char *sign = "";

  g_return_val_if_fail (decimal != NULL, NULL);

  digits = *decimal == '<' || *decimal == '-' ? decimal + 1 : decimal;
  is_nought = digits[strspn (digits, "0.")] == '\0';
  while (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    digits++;
  if (*decimal == '<')
    sign = "<";
  else if (*decimal == '-' && !is_nought)
    sign = "-";

  return g_strconcat (sign, digits, NULL);
}

/**
 * pact_field_is_answered:
 * @field: a field
 * @value: (nullable): a value in canonical form, or %NULL for none
 *
 * A file may hold a text of spaces, or of characters that are not drawn. It is kept, but it says nothing.
 *
 * Returns: whether @value says anything to a person
 */
gboolean
pact_field_is_answered (const PactField *field,
                        const char *value)
{
  g_return_val_if_fail (field != NULL, FALSE);

  if (value == NULL)
    return FALSE;

  return (field->type != PACT_TYPE_TEXT && field->type != PACT_TYPE_PROSE) || !pact_text_is_blank (value);
}

/**
 * pact_uuid_is_valid:
 * @text: any text
 *
 * Returns: whether @text is a UUID in lower case (RFC 4122, section 3)
 */
gboolean
pact_uuid_is_valid (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return matches (PATTERN_UUID, text);
}

/* A UUID has 36 characters. */
#define WORDS_PER_UUID 5

/**
 * pact_uuid_hash:
 * @uuid: (type utf8): a UUID
 *
 * The hash for tables of UUIDs, to go with g_str_equal(). Each process draws its own keys: for
 * g_str_hash(), which has none, a file can name thousands of elements so that all have one hash,
 * and looking them up takes a time that grows with the square of their number.
 *
 * Returns: the hash of @uuid, for this process
 */
guint
pact_uuid_hash (gconstpointer uuid)
{
  static guint64 keys[WORDS_PER_UUID];
  static gsize are_drawn;
  guint64 words[WORDS_PER_UUID] = { 0 };
  guint64 hash = 0;

  if (g_once_init_enter (&are_drawn))
    {
      for (gsize i = 0; i < WORDS_PER_UUID; i++)
        keys[i] = (guint64) g_random_int () << 32 | g_random_int () | 1;
      g_once_init_leave (&are_drawn, TRUE);
    }

  /* Odd keys and the upper half of the sum: that is what makes this hash universal. */
  memcpy (words, uuid, strnlen (uuid, sizeof words));
  for (gsize i = 0; i < WORDS_PER_UUID; i++)
    hash += keys[i] * words[i];

  return hash >> 32;
}

/**
 * pact_field_join_codes:
 * @field: a field of type %PACT_TYPE_CHOICES
 * @codes: (array zero-terminated=1): codes in any order
 *
 * Returns: (transfer full) (nullable): the value for these codes: each once, in the vocabulary's order,
 *   those it does not know left out; %NULL for none
 */
char *
pact_field_join_codes (const PactField *field,
                       const char *const *codes)
{
  g_autoptr (GString) value = g_string_new (NULL);

  g_return_val_if_fail (field != NULL && field->vocabulary != NULL, NULL);
  g_return_val_if_fail (codes != NULL, NULL);

  for (gsize i = 0; i < field->vocabulary->n_terms; i++)
    {
      if (!g_strv_contains (codes, field->vocabulary->terms[i].code))
        continue;
      if (value->len > 0)
        g_string_append_c (value, ' ');
      g_string_append (value, field->vocabulary->terms[i].code);
    }

  return value->len > 0 ? g_string_free (g_steal_pointer (&value), FALSE) : NULL;
}

/**
 * pact_codes_contain:
 * @value: (nullable): a value of type %PACT_TYPE_CHOICES
 * @code: a code
 *
 * Returns: whether @code is among the codes of @value
 */
gboolean
pact_codes_contain (const char *value,
                    const char *code)
{
  gsize length = strlen (code);

  for (const char *found = value; found != NULL && (found = strstr (found, code)) != NULL; found += length)
    {
      if ((found == value || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}
