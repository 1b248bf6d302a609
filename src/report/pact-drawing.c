/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-drawing"

#include "config.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "pact-drawing.h"
#include "pact-type.h"

/* All lengths are points of a seventy-second of an inch. */
#define TEXT_SIZE 8.0
#define LINE_HEIGHT 10.2
#define GAP 8.0
#define BAR_HEIGHT 9.0
#define ROW_PADDING 3.0
#define HATCH_STEP 3.0
#define HAIRLINE 0.5
#define INK 0.13
#define MUTED 0.36
#define RULE 0.80

/* The shares of the width that belong to the names of the rows. */
#define BARS_NAMES 0.30
#define SPANS_NAMES 0.44
#define BARS_VALUES 0.20

typedef struct
{
  char *name;
  double place;
} Mark;

typedef struct
{
  char *name;
  char *value;
  guint hue;
  double *parts;
} Row;

struct _PactDrawing
{
  PactDrawingKind kind;
  char *title;
  gboolean is_right_to_left;
  GPtrArray *parts; /* of char */
  GArray *marks;
  GArray *rows;
};

/* Each hue is darker or lighter than its neighbours by a tenth at least, and text in white can be read on all of them. */
static const double hues[PACT_N_HUES + 1][3] = {
  { 0.20, 0.27, 0.35 },
  { 0.05, 0.42, 0.39 },
  { 0.14, 0.33, 0.62 },
  { 0.45, 0.15, 0.39 },
  { 0.66, 0.30, 0.04 },
  { 0.38, 0.40, 0.16 },
  { 0.25, 0.28, 0.32 },
};

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->name);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->value);
  g_free (row->parts);
}

static guint
count_parts (PactDrawing *self)
{
  return self->kind == PACT_DRAWING_SPANS ? 2 : MAX (self->parts->len, 1);
}

static PangoLayout *
create_layout (PangoContext *context,
               const char *text,
               double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_size (font, TEXT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (LINE_HEIGHT * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum, liga=0, clig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  if (width > 0.0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

static void
measure_layout (PangoLayout *layout,
                double *width,
                double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width != NULL)
    *width = (double) w / PANGO_SCALE;
  if (height != NULL)
    *height = (double) h / PANGO_SCALE;
}

static double
get_names_width (PactDrawing *self,
                 double width)
{
  return width * (self->kind == PACT_DRAWING_SPANS ? SPANS_NAMES : BARS_NAMES);
}

static double
get_row_height (PactDrawing *self,
                const Row *row,
                PangoContext *context,
                double width)
{
  g_autoptr (PangoLayout) layout = create_layout (context, row->name, get_names_width (self, width));
  double height;

  measure_layout (layout, NULL, &height);

  return MAX (height, BAR_HEIGHT) + 2.0 * ROW_PADDING;
}

static double
get_line_height (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = create_layout (context, "0", -1.0);
  double height;

  measure_layout (layout, NULL, &height);

  return height;
}

/* What goes from the left goes from the right where one reads from there. */
static double
place (PactDrawing *self,
       double width,
       double x,
       double own_width)
{
  return self->is_right_to_left ? width - x - own_width : x;
}

static void
show_text (cairo_t *cr,
           PangoLayout *layout,
           double x,
           double y,
           double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* The first part is full, the second hatched, a third one empty: a copier without colours keeps them apart. */
static void
fill_part (cairo_t *cr,
           guint part,
           guint hue,
           double x,
           double y,
           double width,
           double height)
{
  double red, green, blue;

  if (width <= 0.0)
    return;

  pact_hue_get (hue, &red, &green, &blue);
  cairo_save (cr);
  cairo_set_source_rgb (cr, red, green, blue);
  cairo_set_line_width (cr, HAIRLINE);
  if (part == 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      cairo_fill (cr);
    }
  else
    {
      cairo_save (cr);
      cairo_rectangle (cr, x, y, width, height);
      cairo_clip (cr);
      if (part == 1)
        {
          for (double step = x - height; step < x + width; step += HATCH_STEP)
            {
              cairo_move_to (cr, step, y + height);
              cairo_line_to (cr, step + height, y);
            }
          cairo_stroke (cr);
        }
      cairo_restore (cr);
      cairo_rectangle (cr, x + HAIRLINE / 2.0, y + HAIRLINE / 2.0, MAX (width - HAIRLINE, 0.0), height - HAIRLINE);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static double
get_greatest_sum (PactDrawing *self)
{
  double greatest = 0.0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      double sum = 0.0;

      for (guint j = 0; j < count_parts (self); j++)
        sum += row->parts[j];
      greatest = MAX (greatest, sum);
    }

  return greatest;
}

static void
draw_bar (PactDrawing *self,
          cairo_t *cr,
          PangoContext *context,
          const Row *row,
          double y,
          double width,
          double greatest)
{
  double start = get_names_width (self, width) + GAP;
  double full = width - start - width * BARS_VALUES;
  g_autoptr (PangoLayout) value = create_layout (context, row->value, -1.0);
  double x = start;
  double value_width, value_height;

  for (guint i = 0; i < count_parts (self); i++)
    {
      double own = greatest > 0.0 ? full * row->parts[i] / greatest : 0.0;

      fill_part (cr, i, row->hue, place (self, width, x, own), y, own, BAR_HEIGHT);
      x += own;
    }

  measure_layout (value, &value_width, &value_height);
  show_text (cr, value, place (self, width, x + GAP / 2.0, value_width), y + (BAR_HEIGHT - value_height) / 2.0, INK);
}

static void
draw_span (PactDrawing *self,
           cairo_t *cr,
           const Row *row,
           double y,
           double width)
{
  double start = get_names_width (self, width) + GAP;
  double full = width - start;
  double x = start + full * row->parts[0];
  /* What happens on a day is seen, too. */
  double own = MAX (full * (row->parts[1] - row->parts[0]), 2.0);

  fill_part (cr, 0, row->hue, place (self, width, x, own), y, own, BAR_HEIGHT);
}

static void
draw_marks (PactDrawing *self,
            cairo_t *cr,
            PangoContext *context,
            double width,
            double line_height,
            double bottom)
{
  double start = get_names_width (self, width) + GAP;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      g_autoptr (PangoLayout) layout = create_layout (context, mark->name, -1.0);
      double x = start + (width - start) * mark->place;
      double own;

      measure_layout (layout, &own, NULL);
      show_text (cr, layout, place (self, width, x + 2.0, own), 0.0, MUTED);
      cairo_set_source_rgb (cr, RULE, RULE, RULE);
      cairo_set_line_width (cr, HAIRLINE);
      cairo_move_to (cr, place (self, width, x, 0.0), 0.0);
      cairo_line_to (cr, place (self, width, x, 0.0), bottom);
      cairo_stroke (cr);
    }
  if (self->marks->len > 0)
    {
      cairo_move_to (cr, 0.0, line_height + ROW_PADDING / 2.0);
      cairo_line_to (cr, width, line_height + ROW_PADDING / 2.0);
      cairo_stroke (cr);
    }
}

/* Where the legend begins: below the bars if there is room for it in one line, and else at the edge. */
static double
get_legend_start (PactDrawing *self,
                  PangoContext *context,
                  double width)
{
  double start = get_names_width (self, width) + GAP;
  double end = start;

  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (context, g_ptr_array_index (self->parts, i), -1.0);
      double own;

      measure_layout (layout, &own, NULL);
      end += BAR_HEIGHT + GAP / 2.0 + own + (i > 0 ? 2.0 * GAP : 0.0);
    }

  return end <= width ? start : 0.0;
}

/* Draws the legend, or only measures it if @cr is %NULL; returns where it ends. */
static double
draw_legend (PactDrawing *self,
             cairo_t *cr,
             PangoContext *context,
             double y,
             double width)
{
  double start = get_legend_start (self, context, width);
  double line_height = MAX (get_line_height (context), BAR_HEIGHT + HAIRLINE);
  double x = start;

  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (context, g_ptr_array_index (self->parts, i), -1.0);
      double own, height;

      measure_layout (layout, &own, &height);
      if (x > start && x + BAR_HEIGHT + GAP / 2.0 + own > width)
        {
          x = start;
          y += line_height + ROW_PADDING;
        }
      if (cr != NULL)
        {
          fill_part (cr, i, PACT_NO_HUE, place (self, width, x, BAR_HEIGHT), y + (line_height - BAR_HEIGHT) / 2.0, BAR_HEIGHT, BAR_HEIGHT);
          show_text (cr, layout, place (self, width, x + BAR_HEIGHT + GAP / 2.0, own), y + (line_height - height) / 2.0, MUTED);
        }
      x += BAR_HEIGHT + GAP / 2.0 + own + 2.0 * GAP;
    }

  return y + line_height;
}

static double
get_legend_height (PactDrawing *self,
                   PangoContext *context,
                   double width)
{
  return self->parts->len > 1 ? draw_legend (self, NULL, context, 2.0 * ROW_PADDING, width) : 0.0;
}

/**
 * pact_hue_get:
 * @hue: a colour, %PACT_NO_HUE for that of what belongs to no pillar
 * @red: (out): its red, from 0 to 1
 * @green: (out): its green, from 0 to 1
 * @blue: (out): its blue, from 0 to 1
 */
void
pact_hue_get (guint hue,
              double *red,
              double *green,
              double *blue)
{
  const double *colour = hues[hue == PACT_NO_HUE ? hue : hue % PACT_N_HUES];

  *red = colour[0];
  *green = colour[1];
  *blue = colour[2];
}

/**
 * pact_hue_dup_code:
 * @hue: a colour, see pact_hue_get()
 *
 * Returns: (transfer full): the colour as style sheets and office documents write it, such as `#2f4858`
 */
char *
pact_hue_dup_code (guint hue)
{
  double red, green, blue;

  pact_hue_get (hue, &red, &green, &blue);

  return g_strdup_printf ("#%02x%02x%02x", (guint) (red * 255.0 + 0.5), (guint) (green * 255.0 + 0.5), (guint) (blue * 255.0 + 0.5));
}

/**
 * pact_drawing_new:
 * @kind: what is drawn
 * @title: what it shows
 *
 * Returns: (transfer full): a drawing without rows
 */
PactDrawing *
pact_drawing_new (PactDrawingKind kind,
                  const char *title)
{
  PactDrawing *self = g_new0 (PactDrawing, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);

  return self;
}

/**
 * pact_drawing_add_part:
 * @self: a drawing of bars without rows
 * @name: what a part of each bar is, for the legend
 *
 * Bars without parts have one part, which needs no legend.
 */
void
pact_drawing_add_part (PactDrawing *self,
                       const char *name)
{
  g_return_if_fail (self->kind == PACT_DRAWING_BARS);
  g_return_if_fail (self->rows->len == 0);

  g_ptr_array_add (self->parts, g_strdup (name));
}

/**
 * pact_drawing_add_mark:
 * @self: a drawing of spans
 * @name: what begins there, such as a year
 * @place: where, from 0 to 1
 */
void
pact_drawing_add_mark (PactDrawing *self,
                       const char *name,
                       double mark_place)
{
  Mark mark = { .name = g_strdup (name), .place = mark_place };

  g_array_append_val (self->marks, mark);
}

/**
 * pact_drawing_add_row:
 * @self: a drawing
 * @name: what the row is about
 * @value: what it shows, in words
 * @hue: its colour
 * @parts: for bars the length of each part, in any unit; for spans where it begins and ends, from 0 to 1
 */
void
pact_drawing_add_row (PactDrawing *self,
                      const char *name,
                      const char *value,
                      guint hue,
                      const double *parts)
{
  Row row = { .name = g_strdup (name), .value = g_strdup (value), .hue = hue };

  row.parts = g_memdup2 (parts, sizeof (double) * count_parts (self));
  g_array_append_val (self->rows, row);
}

/**
 * pact_drawing_set_right_to_left:
 * @self: a drawing
 * @is_right_to_left: whether it is read from the right
 */
void
pact_drawing_set_right_to_left (PactDrawing *self,
                                gboolean is_right_to_left)
{
  self->is_right_to_left = is_right_to_left;
}

/**
 * pact_drawing_free:
 * @self: (transfer full): a drawing
 */
void
pact_drawing_free (PactDrawing *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->marks);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * pact_drawing_get_title:
 * @self: a drawing
 *
 * Returns: (transfer none): what it shows
 */
const char *
pact_drawing_get_title (PactDrawing *self)
{
  return self->title;
}

/**
 * pact_drawing_dup_words:
 * @self: a drawing
 *
 * Returns: (transfer full): all that it shows, to be read aloud
 */
char *
pact_drawing_dup_words (PactDrawing *self)
{
  GString *words = g_string_new (self->title);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      g_string_append_printf (words, "\n%s – %s", row->name, row->value);
    }

  return g_string_free (words, FALSE);
}

/**
 * pact_drawing_get_height:
 * @self: a drawing
 * @context: the context whose font its texts have
 * @width: how wide it shall be, in points
 *
 * Returns: how high it is, in points
 */
double
pact_drawing_get_height (PactDrawing *self,
                         PangoContext *context,
                         double width)
{
  double line_height = get_line_height (context);
  double height = self->marks->len > 0 ? line_height + ROW_PADDING : 0.0;

  for (guint i = 0; i < self->rows->len; i++)
    height += get_row_height (self, &g_array_index (self->rows, Row, i), context, width);

  return ceil (height + get_legend_height (self, context, width));
}

/**
 * pact_drawing_draw:
 * @self: a drawing
 * @cr: where to draw it, from the origin
 * @context: the context whose font its texts have
 * @width: how wide it shall be, in points
 */
void
pact_drawing_draw (PactDrawing *self,
                   cairo_t *cr,
                   PangoContext *context,
                   double width)
{
  double line_height = get_line_height (context);
  double y = self->marks->len > 0 ? line_height + ROW_PADDING : 0.0;
  double greatest = get_greatest_sum (self);
  double legend_height = get_legend_height (self, context, width);

  draw_marks (self, cr, context, width, line_height, pact_drawing_get_height (self, context, width) - legend_height);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      double names_width = get_names_width (self, width);
      g_autoptr (PangoLayout) name = create_layout (context, row->name, names_width);
      double height = get_row_height (self, row, context, width);
      double bar_y = y + ROW_PADDING + MAX (0.0, (line_height - BAR_HEIGHT) / 2.0);

      show_text (cr, name, place (self, width, 0.0, names_width), y + ROW_PADDING, INK);
      if (self->kind == PACT_DRAWING_SPANS)
        draw_span (self, cr, row, bar_y, width);
      else
        draw_bar (self, cr, context, row, bar_y, width, greatest);
      y += height;
    }

  if (self->parts->len > 1)
    draw_legend (self, cr, context, y + 2.0 * ROW_PADDING, width);
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* cairo names what it draws on by how many there were before; the same drawing shall give the same file. */
static GBytes *
forget_count (GByteArray *bytes)
{
  g_autoptr (GRegex) name = g_regex_new (" id=\"surface[0-9]+\"", 0, 0, NULL);
  char *text = g_regex_replace_literal (name, (const char *) bytes->data, bytes->len, 0, "", 0, NULL);

  g_byte_array_unref (bytes);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * pact_drawing_to_svg:
 * @self: a drawing
 * @language: the language of its texts, as BCP 47 has it
 * @width: how wide it shall be, in points
 *
 * Returns: (transfer full): the drawing as a file of SVG, which carries its letters with it
 */
GBytes *
pact_drawing_to_svg (PactDrawing *self,
                     const char *language,
                     double width)
{
  PangoContext *context = pact_type_create_context (language, self->is_right_to_left);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width,
                                                                  pact_drawing_get_height (self, context, width));
  cairo_t *cr = cairo_create (surface);

  pact_drawing_draw (self, cr, context, width);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);

  return forget_count (bytes);
}
