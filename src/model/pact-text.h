/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More marks than this on one letter are no language, and a layout breaks under them. Thai, Hebrew and Arabic need no more than
 * five; Unicode's own Stream-Safe Text Format (UAX 15) allows thirty. */
#define PACT_MAX_MARKS 32

/* No language has words as long as this. A layout looks through the whole of one for each line that it breaks it into. */
#define PACT_LONG_WORD 500

char *pact_text_clean_line (const char *text);
char *pact_text_clean_prose (const char *text);
char *pact_text_shorten (const char *text,
                         glong maximum);
char *pact_text_shorten_title (const char *title);
char *pact_text_make_harmless (const char *text);
char *pact_text_dup_shown (const char *text);

gboolean pact_text_is_harmless (const char *text);
gboolean pact_text_is_blank (const char *text);
gboolean pact_text_has_too_many_marks (const char *text);
gboolean pact_text_has_long_word (const char *text);
gboolean pact_unichar_is_invisible (gunichar c);
gboolean pact_unichar_is_direction_control (gunichar c);

G_END_DECLS
