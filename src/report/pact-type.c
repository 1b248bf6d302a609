/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-type"

#include "config.h"

#include "pact-type.h"

/**
 * pact_type_create_context:
 * @language: a language, as BCP 47 has it
 * @is_right_to_left: whether it is read from the right
 *
 * Makes what texts are set with. Its fonts are measured in points and without a screen's grid, so that lines end at the same place
 * wherever they are drawn. It belongs to the thread that uses it.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
pact_type_create_context (const char *language,
                          gboolean is_right_to_left)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (PACT_TYPE_FAMILY);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72.0);
  context = pango_font_map_create_context (fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context, is_right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}
