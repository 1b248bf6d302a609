/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pages"

#include "config.h"

#include <string.h>

#include "pact-pages-private.h"

/* What of a block has to stand together: a heading with the beginning of what it heads, a label with what it labels. */

/* So many lines of a paragraph stand with what is before it. */
#define OPENING_LINES 3

static const StyleName tone_styles[PACT_N_TONES] = {
  [PACT_TONE_BODY] = STYLE_BODY,
  [PACT_TONE_LEAD] = STYLE_LEAD,
  [PACT_TONE_SMALL] = STYLE_SMALL,
  [PACT_TONE_LABEL] = STYLE_LABEL,
  [PACT_TONE_TITLE] = STYLE_TITLE,
  [PACT_TONE_SUBTITLE] = STYLE_SUBTITLE,
};

/* The style of a paragraph. */
StyleName
_pact_pages_get_tone_style (PactTone tone)
{
  return tone_styles[tone];
}

/* How wide a column of text is. */
double
_pact_pages_get_text_width (PactPages *self)
{
  return self->right - self->left;
}

/* The style of a heading. */
StyleName
_pact_pages_get_heading_style (guint level)
{
  return level == 1 ? STYLE_HEADING_1 : level == 2 ? STYLE_HEADING_2 : STYLE_HEADING_3;
}

static PangoLayout *
create_heading (PactPages *self,
                const PactBlock *block)
{
  g_autofree char *text = pact_block_dup_heading (block);
  PangoLayout *layout = _pact_pages_create_layout (self, _pact_pages_get_heading_style (block->level), text, _pact_pages_get_text_width (self));

  if (block->number != NULL && block->hue != PACT_NO_HUE)
    {
      PangoAttrList *attributes = pango_layout_get_attributes (layout);
      PangoAttribute *colour;
      double red, green, blue;

      pact_hue_get (block->hue, &red, &green, &blue);
      colour = pango_attr_foreground_new (red * 65535.0, green * 65535.0, blue * 65535.0);
      colour->end_index = strlen (block->number);
      pango_attr_list_insert (attributes, colour);
      pango_layout_context_changed (layout);
    }

  return layout;
}

/* The text of a heading or a paragraph, set once. */
PangoLayout *
_pact_pages_get_block_layout (PactPages *self,
                              guint i)
{
  const PactBlock *block = g_ptr_array_index (pact_document_get_blocks (self->document), i);

  if (self->layouts->pdata[i] == NULL && block->kind == PACT_BLOCK_HEADING)
    self->layouts->pdata[i] = create_heading (self, block);
  else if (self->layouts->pdata[i] == NULL)
    self->layouts->pdata[i] = _pact_pages_create_layout (self, _pact_pages_get_tone_style (block->tone), block->text,
                                                         _pact_pages_get_text_width (self));

  return self->layouts->pdata[i];
}

/* Whether a paragraph stands on the page of what follows it: a label does, and what is said before a table. */
static gboolean
introduces (GPtrArray *blocks,
            guint i)
{
  const PactBlock *block = g_ptr_array_index (blocks, i);

  return block->tone == PACT_TONE_LABEL
         || (i + 1 < blocks->len && ((PactBlock *) g_ptr_array_index (blocks, i + 1))->kind == PACT_BLOCK_TABLE);
}

static double
measure_opening (PactPages *self,
                 guint i)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);
  const PactBlock *block = g_ptr_array_index (blocks, i);
  StyleName style;
  int n_lines;

  switch (block->kind)
    {
    case PACT_BLOCK_HEADING:
      style = _pact_pages_get_heading_style (block->level);
      return _pact_pages_get_style (style)->before + _pact_pages_get_height (_pact_pages_get_block_layout (self, i))
             + _pact_pages_get_style (style)->after + _pact_pages_get_opening (self, i + 1);
    case PACT_BLOCK_PARAGRAPH:
      style = _pact_pages_get_tone_style (block->tone);
      n_lines = MIN (pango_layout_get_line_count (_pact_pages_get_block_layout (self, i)), OPENING_LINES);
      return _pact_pages_get_style (style)->before
             + _pact_pages_get_lines_height (_pact_pages_get_block_layout (self, i), 0, n_lines)
             + (introduces (blocks, i) ? _pact_pages_get_style (style)->after + _pact_pages_get_opening (self, i + 1) : 0.0);
    case PACT_BLOCK_LIST:
      return 2.0 * LINE_HEIGHT;
    case PACT_BLOCK_TABLE:
      return _pact_pages_get_table_opening (self, block->table);
    case PACT_BLOCK_DRAWING:
      return LINE_HEIGHT + pact_drawing_get_height (block->drawing, self->context, _pact_pages_get_text_width (self));
    case PACT_BLOCK_PICTURE:
      return block->picture->height;
    case PACT_BLOCK_CONTENTS:
    case PACT_BLOCK_SPACE:
    case PACT_BLOCK_NEW_PAGE:
    default:
      return 0.0;
    }
}

/* How much of a block has to stand on the page of the heading above it. */
double
_pact_pages_get_opening (PactPages *self,
                         guint i)
{
  double *opening;

  if (i >= pact_document_get_blocks (self->document)->len)
    return 0.0;

  opening = &g_array_index (self->openings, double, i);
  if (*opening < 0.0)
    *opening = measure_opening (self, i);

  return *opening;
}
