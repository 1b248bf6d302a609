/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pages"

#include "config.h"

#include <string.h>

#include "pact-pages-private.h"

/* What stands on a page, drawn. */

#define SOFT_HYPHEN "\302\255"

static void
draw_lines (const Mark *mark,
            cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (mark->layout);
  int start;

  for (int line = 0; line < mark->first_line; line++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &start, NULL);

  cairo_set_source_rgb (cr, mark->red, mark->green, mark->blue);
  for (int line = 0; line < mark->n_lines; line++)
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      cairo_move_to (cr, mark->x + (double) logical.x / PANGO_SCALE,
                     mark->y + (double) (pango_layout_iter_get_baseline (iter) - start) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

static void
draw_picture (const Mark *mark,
              cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  cairo_scale (cr, mark->width / cairo_image_surface_get_width (mark->surface),
               mark->height / cairo_image_surface_get_height (mark->surface));
  cairo_set_source_surface (cr, mark->surface, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* Whether cairo itself has a use for the attributes of a part; others are added later. */
static gboolean
is_known_to_cairo (const char *tag)
{
  return g_str_equal (tag, CAIRO_TAG_LINK) || g_str_equal (tag, CAIRO_TAG_DEST);
}

/* Draws what is read on a page, each part with its tag if @is_tagged, or what stands on every page. */
void
_pact_pages_draw_marks (PactPages *self,
                        GArray *marks,
                        cairo_t *cr,
                        gboolean is_tagged)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      switch (mark->kind)
        {
        case MARK_TEXT:
          draw_lines (mark, cr);
          break;
        case MARK_DRAWING:
          cairo_save (cr);
          cairo_translate (cr, mark->x, mark->y);
          pact_drawing_draw (mark->drawing, cr, self->context, mark->width);
          cairo_restore (cr);
          break;
        case MARK_PICTURE:
          draw_picture (mark, cr);
          break;
        case MARK_BOX:
          cairo_set_source_rgb (cr, mark->red, mark->green, mark->blue);
          cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
          cairo_fill (cr);
          break;
        case MARK_OPEN:
          g_ptr_array_add (open, (gpointer) mark->tag);
          if (is_tagged)
            cairo_tag_begin (cr, mark->tag, is_known_to_cairo (mark->tag) ? mark->attributes : NULL);
          break;
        case MARK_CLOSE:
          if (is_tagged)
            cairo_tag_end (cr, g_ptr_array_index (open, open->len - 1));
          g_ptr_array_set_size (open, open->len - 1);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * pact_pages_draw:
 * @self: pages
 * @page: which of them, from 0
 * @cr: where to draw it, from the origin, a point a unit
 *
 * Draws what stands on a page; the paper itself is not drawn.
 */
void
pact_pages_draw (PactPages *self,
                 guint page,
                 cairo_t *cr)
{
  const Page *shown;

  g_return_if_fail (PACT_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  shown = g_ptr_array_index (self->pages, page);
  _pact_pages_draw_marks (self, shown->furniture, cr, FALSE);
  _pact_pages_draw_marks (self, shown->marks, cr, FALSE);
}

/* The lines of a text as they are read, without the marks of where words may be broken. */
static void
append_lines (GString *text,
              const Mark *mark)
{
  const char *whole = pango_layout_get_text (mark->layout);
  PangoLayoutLine *first = pango_layout_get_line_readonly (mark->layout, mark->first_line);
  PangoLayoutLine *last = pango_layout_get_line_readonly (mark->layout, mark->first_line + mark->n_lines - 1);
  g_autofree char *part = NULL;
  g_auto (GStrv) pieces = NULL;

  if (first == NULL || last == NULL)
    return;

  part = g_strndup (whole + first->start_index, last->start_index + last->length - first->start_index);
  pieces = g_strsplit (part, SOFT_HYPHEN, -1);
  for (gsize i = 0; pieces[i] != NULL; i++)
    g_string_append (text, pieces[i]);
  g_string_append_c (text, '\n');
}

/**
 * pact_pages_dup_text:
 * @self: pages
 * @page: which of them, from 0
 *
 * Returns: (transfer full): what is read on a page, from top to bottom
 */
char *
pact_pages_dup_text (PactPages *self,
                     guint page)
{
  const Page *shown;
  GString *text;

  g_return_val_if_fail (PACT_IS_PAGES (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  shown = g_ptr_array_index (self->pages, page);
  text = g_string_new (NULL);
  for (guint i = 0; i < shown->marks->len; i++)
    {
      const Mark *mark = &g_array_index (shown->marks, Mark, i);

      if (mark->kind == MARK_TEXT)
        append_lines (text, mark);
      else if (mark->kind == MARK_DRAWING)
        {
          g_autofree char *words = pact_drawing_dup_words (mark->drawing);

          g_string_append_printf (text, "%s\n", words);
        }
      else if (mark->kind == MARK_PICTURE)
        g_string_append_printf (text, "%s\n", mark->words);
    }

  return g_string_free (text, FALSE);
}
