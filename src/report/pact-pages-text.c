/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pages"

#include "config.h"

#include <math.h>
#include <string.h>

#include "pact-hyphens.h"
#include "pact-pages-private.h"

/* Texts as they are set: their sizes and weights, where their lines end, how high they are. */

#define SOFT_HYPHEN "\302\255"
/* Figures are of one width. Letters stay by themselves: cairo writes a span of its own for two that are one. */
#define FEATURES "tnum, liga=0, clig=0"

#define EN_DASH "\342\200\223"
#define WORD_JOINER "\342\201\240"

/* So many letters make a title a long one, which is set smaller. */
#define LONG_TITLE 90
#define LONG_TITLE_SCALE 0.65

#define INK 0.13, 0.13, 0.13
#define MUTED 0.36, 0.36, 0.36

static const Style styles[N_STYLES] = {
  [STYLE_BODY] = { 10.0, PANGO_WEIGHT_NORMAL, 1.42, INK, 0.0, 6.0 },
  [STYLE_LEAD] = { 12.0, PANGO_WEIGHT_NORMAL, 1.42, INK, 0.0, 9.0 },
  [STYLE_SMALL] = { 8.5, PANGO_WEIGHT_NORMAL, 1.38, MUTED, 0.0, 4.0 },
  [STYLE_LABEL] = { 8.5, PANGO_WEIGHT_SEMIBOLD, 1.35, MUTED, 6.0, 3.0 },
  [STYLE_TITLE] = { 30.0, PANGO_WEIGHT_HEAVY, 1.15, INK, 0.0, 12.0 },
  [STYLE_SUBTITLE] = { 14.0, PANGO_WEIGHT_NORMAL, 1.3, MUTED, 0.0, 6.0 },
  [STYLE_HEADING_1] = { 20.0, PANGO_WEIGHT_HEAVY, 1.2, INK, 26.0, 10.0 },
  [STYLE_HEADING_2] = { 13.5, PANGO_WEIGHT_SEMIBOLD, 1.25, INK, 18.0, 5.0 },
  [STYLE_HEADING_3] = { 10.5, PANGO_WEIGHT_SEMIBOLD, 1.3, INK, 10.0, 3.0 },
  [STYLE_CELL] = { 8.5, PANGO_WEIGHT_NORMAL, 1.36, INK, 0.0, 0.0 },
  [STYLE_CELL_STRONG] = { 8.5, PANGO_WEIGHT_SEMIBOLD, 1.36, INK, 0.0, 0.0 },
  [STYLE_CELL_HEAD] = { 8.0, PANGO_WEIGHT_SEMIBOLD, 1.3, MUTED, 0.0, 0.0 },
  [STYLE_CONTENTS_1] = { 10.0, PANGO_WEIGHT_SEMIBOLD, 1.2, INK, 3.0, 1.0 },
  [STYLE_CONTENTS_2] = { 9.0, PANGO_WEIGHT_NORMAL, 1.22, INK, 0.0, 1.0 },
  [STYLE_FURNITURE] = { 7.5, PANGO_WEIGHT_NORMAL, 1.2, MUTED, 0.0, 0.0 },
};

/* How a text of that name is set. */
const Style *
_pact_pages_get_style (StyleName name)
{
  return &styles[name];
}

/* Two years with a dash between them stay together. */
static char *
join_figures (const char *text)
{
  GString *joined = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      g_string_append_c (joined, *p);
      if (g_str_has_prefix (p, EN_DASH) && p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[strlen (EN_DASH)]))
        {
          g_string_append (joined, &EN_DASH[1]);
          g_string_append (joined, WORD_JOINER);
          p += strlen (EN_DASH) - 1;
        }
    }

  return g_string_free (joined, FALSE);
}

static void
append_without (GString *text,
                const char *part,
                const char *mark)
{
  g_auto (GStrv) pieces = g_strsplit (part, mark, -1);

  for (gsize i = 0; pieces[i] != NULL; i++)
    g_string_append (text, pieces[i]);
}

/* Most texts of a table are one line, which ends where it ends. */
static gboolean
needs_fixing (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  return pango_layout_get_line_count (layout) > 1 || strstr (text, SOFT_HYPHEN) != NULL || strstr (text, WORD_JOINER) != NULL;
}

/*
 * Ends lines where they end. What is broken by itself has a space or a soft hyphen at the end of each line, for which cairo writes
 * a span of its own into the structure; readers of PDF that are in use lose what follows it.
 */
static void
fix_lines (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n = pango_layout_get_line_count (layout);
  g_autoptr (GString) fixed = g_string_sized_new (strlen (text));

  for (int i = 0; i < n; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *part = g_strndup (text + line->start_index, line->length);
      g_autoptr (GString) joined = g_string_new (NULL);

      append_without (joined, part, WORD_JOINER);
      append_without (fixed, joined->str, SOFT_HYPHEN);
      if (i + 1 < n)
        g_string_append (fixed, g_str_has_suffix (part, SOFT_HYPHEN) ? "-\n" : "\n");
    }
  pango_layout_set_text (layout, fixed->str, fixed->len);
}

/* How wide a text is that is wrapped or not. */
static double
get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

/* Words that are wider than their column are broken as their language breaks them, and where it does not, anywhere. */
static void
break_words (PactPages *self,
             PangoLayout *layout,
             const char *text)
{
  const char *foreign = pact_document_find_foreign (self->document, text);
  g_autofree char *broken = pact_hyphens_insert (pango_layout_get_text (layout),
                                                 foreign != NULL ? foreign : pact_document_get_language (self->document));

  pango_layout_set_text (layout, broken, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
}

/* A text as it is set in a column; without a width it is one line. */
PangoLayout *
_pact_pages_create_layout (PactPages *self,
                           StyleName name,
                           const char *text,
                           double width)
{
  const Style *style = &styles[name];
  double size = style->size;
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (self->context));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *joined = width > 0.0 ? join_figures (text) : NULL;

  if (name == STYLE_TITLE && g_utf8_strlen (text, -1) > LONG_TITLE)
    size *= LONG_TITLE_SCALE;
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (size * style->leading * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new (FEATURES));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, joined != NULL ? joined : text, -1);
  /* Pango counts left and right from the direction of its context. */
  if (self->is_right_to_left)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  if (width > 0.0)
    {
      pango_layout_set_width (layout, floor (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      if (get_text_width (layout) > width)
        break_words (self, layout, text);
      /* Where one reads from the right, the ends of lines are part of the order in which they are read. */
      if (!self->is_right_to_left && needs_fixing (layout))
        {
          fix_lines (layout);
          /* The space at the end of a line is beyond its end. */
          pango_layout_set_width (layout, floor ((width + style->size / 2.0) * PANGO_SCALE));
        }
    }

  return layout;
}

/* A number is not cut: one that is too wide for its column is set smaller. */
static void
shrink (PangoLayout *layout,
        double width)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  double own;

  pango_layout_set_width (layout, floor (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  own = get_text_width (layout);
  if (own > width)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new (width / own * 0.98));
      pango_layout_context_changed (layout);
    }
}

/* Lets all lines of a text end at the end of its column. */
void
_pact_pages_align_end (PactPages *self,
                       PangoLayout *layout,
                       double width)
{
  g_auto (GStrv) lines = g_strsplit (pango_layout_get_text (layout), " \n", -1);
  g_autofree char *text = g_strjoinv ("\n", lines);

  pango_layout_set_text (layout, text, -1);
  shrink (layout, width);
  pango_layout_set_width (layout, floor (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, self->is_right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

/* How high a text is as a whole. */
double
_pact_pages_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* How high some of its lines are. */
double
_pact_pages_get_lines_height (PangoLayout *layout,
                              int first,
                              int n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int start = 0;
  int end = 0;

  for (int line = 0; line < first; line++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &start, &end);
  for (int line = 1; line < n && pango_layout_iter_next_line (iter); line++)
    pango_layout_iter_get_line_yrange (iter, NULL, &end);
  pango_layout_iter_free (iter);

  return n > 0 ? (double) (end - start) / PANGO_SCALE : 0.0;
}

/* How many lines from @first on are no higher than @height. */
int
_pact_pages_fit_lines (PangoLayout *layout,
                       int first,
                       double height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int total = pango_layout_get_line_count (layout);
  int start = 0;
  int end = 0;
  int n = 0;

  for (int line = 0; line < first; line++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &start, &end);
  while (first + n < total && (double) (end - start) / PANGO_SCALE <= height)
    {
      n++;
      pango_layout_iter_next_line (iter);
      pango_layout_iter_get_line_yrange (iter, NULL, &end);
    }
  pango_layout_iter_free (iter);

  return n;
}

/* How many lines from @first on stand on a page on which there is so much room, if those that are left stand on the next one; 0 if it is
 * better that all do. */
int
_pact_pages_break_lines (PangoLayout *layout,
                         int first,
                         double height)
{
  int fitting = _pact_pages_fit_lines (layout, first, height);
  int left = pango_layout_get_line_count (layout) - first;

  if (fitting >= left)
    return left;
  if (left - fitting < MIN_LINES)
    fitting = left - MIN_LINES;

  return fitting < MIN_LINES ? 0 : fitting;
}
