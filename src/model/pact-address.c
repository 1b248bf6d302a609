/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-address"

#include "config.h"

#include <string.h>

#include "pact-address.h"

static gboolean
is_email_character (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (".!#$%&'*+/=?^_`{|}~-", c) != NULL) || (c & 0x80) != 0;
}

static gboolean
is_domain_character (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.' || (c & 0x80) != 0;
}

/* How many bytes of a domain with at least one point in it begin @text. */
static gsize
measure_domain (const char *text)
{
  gsize length = 0;

  while (is_domain_character (text[length]) && !(text[length] == '.' && !is_domain_character (text[length + 1])))
    length++;

  if (length == 0 || *text == '.' || text[length - 1] == '.' || memchr (text, '.', length) == NULL)
    return 0;

  return length;
}

/**
 * pact_text_is_email:
 * @text: a text
 *
 * Returns: whether @text looks like an e-mail address
 */
gboolean
pact_text_is_email (const char *text)
{
  const char *at = strchr (text, '@');

  if (at == NULL || at == text)
    return FALSE;
  for (const char *p = text; p < at; p++)
    {
      if (!is_email_character (*p))
        return FALSE;
    }

  return at[1] != '\0' && strstr (at, "..") == NULL && measure_domain (at + 1) == strlen (at + 1);
}

/**
 * pact_text_is_url:
 * @text: a text
 *
 * Returns: whether @text looks like the address of a page of the web
 */
gboolean
pact_text_is_url (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (scheme == NULL || (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")))
    return FALSE;

  return g_uri_get_host (uri) != NULL && measure_domain (g_uri_get_host (uri)) > 0;
}

/**
 * pact_text_contains_email:
 * @text: a text
 *
 * Returns: whether there is an e-mail address in @text
 */
gboolean
pact_text_contains_email (const char *text)
{
  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@'))
    {
      if (at > text && is_email_character (at[-1]) && measure_domain (at + 1) > 0)
        return TRUE;
    }

  return FALSE;
}
