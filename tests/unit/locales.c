/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <unicode/uloc.h>

#include "locales.h"

/* Those of the places where the Pact is at home, and of each way to write numbers and dates that there is. */
static const char *const names[] = {
  "C", "de_DE", "fr_FR", "pl_PL", "sv_SE", "lv_LV", "ar_EG", "de_CH", "de_AT", "fr_CH", "en_US", "en_GB", "en_IN", "hi_IN",
  "it_IT", "it_CH", "es_ES", "pt_PT", "fa_IR", "uk_UA", "fi_FI", "nb_NO", "sr_RS@latin", "hr_HR", "cs_CZ", "hu_HU", "lt_LT",
  "el_GR", "tr_TR", "ca_ES", "eu_ES", "bg_BG", "ka_GE", "hy_AM", "fr_CA", "he_IL", "ja_JP", "zh_CN", "ko_KR", "vi_VN", "th_TH",
};

void
for_each_locale (LocaleFunc func)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const PactLocale *locale = pact_locale_get (names[i]);

      g_test_message ("%s: %s", names[i], pact_locale_get_id (locale));
      func (locale);
    }
}

/* All that CLDR knows. */
void
for_each_locale_of_the_world (LocaleFunc func)
{
  for (int i = 0; i < uloc_countAvailable (); i++)
    {
      const PactLocale *locale = pact_locale_get (uloc_getAvailable (i));

      g_test_message ("%s", pact_locale_get_id (locale));
      func (locale);
    }
}
