/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pages"

#include "config.h"

#include "pact-pages-private.h"

/*
 * Tables, set. A row stays together unless it is so high that a page would be left half empty for it; the heads of the columns stand on each page, and the
 * heading of a group on that of the row that follows. There are no lines between columns.
 */

#define PADDING 3.5
#define GUTTER 10.0
#define HAIRLINE 0.4
#define STRONG_LINE 0.9
#define RULE 0.78
#define STRONG_RULE 0.25
#define SQUARE 6.0
#define SQUARE_GAP 6.0
#define GROUP_GAP 6.0
#define GAP_BEFORE 5.0
/* The share of a page that the opening of a table takes at most. */
#define MAX_OPENING 0.45
/* A row that takes a greater share of a page is broken where the page ends, and so many lines of it stand on the first one. */
#define MAX_TOGETHER (1.0 / 3.0)
#define OPENING_LINES 3
/* What is to be written in by hand needs room for a hand. */
#define FORM_HEIGHT 26.0

typedef struct
{
  PactPages *pages;
  PactDocumentTable *table;
  double *starts; /* of the columns, from the left */
  double *widths;
} Setting;

/* A row, set but not yet placed. */
typedef struct
{
  const PactDocumentRow *row;
  guint n_cells;
  PangoLayout **layouts;
  StyleName *styles;
  int *first_lines;
} SetRow;

/* Frees a row. */
void
_pact_pages_free_row (gpointer data)
{
  SetRow *self = data;

  for (guint i = 0; i < self->n_cells; i++)
    g_object_unref (self->layouts[i]);
  g_free (self->layouts);
  g_free (self->styles);
  g_free (self->first_lines);
  g_free (self);
}

static void
set_row_free (SetRow *self)
{
  _pact_pages_free_row (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SetRow, set_row_free)

static void
setting_init (Setting *self,
              PactPages *pages,
              PactDocumentTable *table)
{
  guint n = table->columns->len;
  double total = 0.0;
  double room = pages->right - pages->left - (n - 1) * GUTTER;
  double x = pages->left;

  self->pages = pages;
  self->table = table;
  self->starts = g_new (double, n);
  self->widths = g_new (double, n);
  for (guint i = 0; i < n; i++)
    total += ((PactDocumentColumn *) g_ptr_array_index (table->columns, i))->width;
  for (guint i = 0; i < n; i++)
    {
      self->starts[i] = x;
      self->widths[i] = room * ((PactDocumentColumn *) g_ptr_array_index (table->columns, i))->width / total;
      x += self->widths[i] + GUTTER;
    }
}

static void
setting_clear (Setting *self)
{
  g_free (self->starts);
  g_free (self->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setting, setting_clear)

static StyleName
choose_style (Setting *self,
              const PactDocumentRow *row,
              guint column)
{
  if (row == NULL)
    return STYLE_CELL_HEAD;
  if (row->kind != PACT_ROW_PLAIN || (!self->table->has_head && column == 0))
    return STYLE_CELL_STRONG;

  return STYLE_CELL;
}

/* The text of a cell of a row, or of the head of a column. */
static const char *
get_cell (Setting *self,
          const PactDocumentRow *row,
          guint column)
{
  return row != NULL ? row->cells[column] : ((PactDocumentColumn *) g_ptr_array_index (self->table->columns, column))->heading;
}

/* Sets the cells of a row, or the heads of the columns where there is none. */
static SetRow *
make_row (Setting *self,
            const PactDocumentRow *row)
{
  gboolean is_group = row != NULL && row->kind == PACT_ROW_GROUP;
  SetRow *result = g_new0 (SetRow, 1);

  result->row = row;
  result->n_cells = is_group ? 1 : self->table->columns->len;
  result->layouts = g_new0 (PangoLayout *, result->n_cells);
  result->styles = g_new0 (StyleName, result->n_cells);
  result->first_lines = g_new0 (int, result->n_cells);
  for (guint i = 0; i < result->n_cells; i++)
    {
      const PactDocumentColumn *column = g_ptr_array_index (self->table->columns, i);
      double width = is_group ? self->pages->right - self->pages->left - SQUARE - SQUARE_GAP : self->widths[i];

      result->styles[i] = choose_style (self, row, i);
      result->layouts[i] = _pact_pages_create_layout (self->pages, result->styles[i], get_cell (self, row, i), width);
      if (column->is_number && !is_group)
        _pact_pages_align_end (self->pages, result->layouts[i], width);
    }

  return result;
}

/* Takes a row that was set before to be measured, or sets it now. */
static SetRow *
create_row (Setting *self,
            const PactDocumentRow *row)
{
  gpointer found = NULL;

  g_hash_table_steal_extended (self->pages->rows, row != NULL ? (gconstpointer) row : self->table, NULL, &found);

  return found != NULL ? found : make_row (self, row);
}

static double get_rest_height (Setting *self,
                               SetRow *row);

/* How high a row is that is placed later. */
static double
measure_row (Setting *self,
             const PactDocumentRow *row)
{
  SetRow *set = create_row (self, row);
  double height = get_rest_height (self, set);

  g_hash_table_insert (self->pages->rows, row != NULL ? (gpointer) row : self->table, set);

  return height;
}

static double
get_rest_height (Setting *self,
                 SetRow *row)
{
  double height = 0.0;
  gboolean is_empty = FALSE;

  for (guint i = 0; i < row->n_cells; i++)
    {
      int left = pango_layout_get_line_count (row->layouts[i]) - row->first_lines[i];

      height = MAX (height, _pact_pages_get_lines_height (row->layouts[i], row->first_lines[i], left));
      is_empty = is_empty || *pango_layout_get_text (row->layouts[i]) == '\0';
    }
  height += 2.0 * PADDING;
  if (row->row != NULL && row->row->kind == PACT_ROW_GROUP)
    height += GROUP_GAP;

  return self->table->is_form && is_empty && row->row != NULL ? MAX (height, FORM_HEIGHT) : height;
}

static double
get_head_height (Setting *self)
{
  return self->table->has_head ? measure_row (self, NULL) : 0.0;
}

static gboolean
may_be_broken (Setting *self,
               double height)
{
  double page = self->pages->bottom - self->pages->top - get_head_height (self);

  return height > page * MAX_TOGETHER;
}

/* How much of a row that is placed later has to stand on one page. */
static double
measure_row_opening (Setting *self,
                     const PactDocumentRow *row)
{
  double whole = measure_row (self, row);
  double height = 0.0;
  SetRow *set;

  if (!may_be_broken (self, whole))
    return whole;

  set = g_hash_table_lookup (self->pages->rows, row);
  for (guint i = 0; i < set->n_cells; i++)
    {
      int n = MIN (pango_layout_get_line_count (set->layouts[i]), OPENING_LINES);

      height = MAX (height, _pact_pages_get_lines_height (set->layouts[i], 0, n));
    }

  return height + 2.0 * PADDING;
}

/* Whether a row begins with all of its cells where there is so much room. */
static gboolean
can_begin (SetRow *row,
           double room)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (_pact_pages_break_lines (row->layouts[i], 0, room - 2.0 * PADDING) == 0)
        return FALSE;
    }

  return TRUE;
}

/* Places what is left of a row as far as there is room; whether something is left then. */
static gboolean
place_row (Setting *self,
           SetRow *row,
           double room)
{
  PactPages *pages = self->pages;
  gboolean is_group = row->row != NULL && row->row->kind == PACT_ROW_GROUP;
  gboolean is_left = FALSE;
  double y = pages->y + PADDING + (is_group ? GROUP_GAP : 0.0);
  double height = 0.0;
  double full = get_rest_height (self, row);

  _pact_pages_open (pages, "TR", NULL);
  for (guint i = 0; i < row->n_cells; i++)
    {
      gboolean is_heading = row->row == NULL || is_group || (!self->table->has_head && i == 0);
      int total = pango_layout_get_line_count (row->layouts[i]);
      int n = _pact_pages_break_lines (row->layouts[i], row->first_lines[i], room - 2.0 * PADDING);
      double x = is_group ? pages->left + SQUARE + SQUARE_GAP : self->starts[i];
      double width = is_group ? pages->right - x : self->widths[i];

      _pact_pages_speak (pages, get_cell (self, row->row, i));
      _pact_pages_open (pages, is_heading ? "TH" : "TD", row->row == NULL ? "column" : NULL);
      if (n > 0)
        _pact_pages_show_lines (pages, row->layouts[i], row->styles[i], _pact_pages_place (pages, x, width), y, row->first_lines[i], n);
      _pact_pages_close (pages);
      height = MAX (height, _pact_pages_get_lines_height (row->layouts[i], row->first_lines[i], n));
      row->first_lines[i] += n;
      is_left = is_left || row->first_lines[i] < total;
      _pact_pages_speak (pages, NULL);
    }
  _pact_pages_close (pages);

  if (is_group)
    _pact_pages_show_hue (pages, _pact_pages_place (pages, pages->left, SQUARE), y + 2.5, SQUARE, SQUARE, row->row->hue);
  pages->y += is_left ? height + 2.0 * PADDING : full;

  return is_left;
}

static void
draw_rule (PactPages *pages,
           double thickness,
           double grey)
{
  _pact_pages_show_box (pages, pages->left, pages->y - thickness / 2.0, pages->right - pages->left, thickness, grey);
}

static void
place_head (Setting *self)
{
  g_autoptr (SetRow) head = NULL;

  if (!self->table->has_head)
    return;

  head = create_row (self, NULL);
  place_row (self, head, self->pages->bottom - self->pages->y);
  draw_rule (self->pages, STRONG_LINE, STRONG_RULE);
}

/* Each page has a table of its own, with its heads, and so one that can be read by itself. */
static void
turn (Setting *self)
{
  _pact_pages_close (self->pages);
  _pact_pages_turn (self->pages);
  _pact_pages_open (self->pages, "Table", NULL);
  place_head (self);
}

static void
set_row (Setting *self,
         guint i)
{
  PactPages *pages = self->pages;
  const PactDocumentRow *row = g_ptr_array_index (self->table->rows, i);
  g_autoptr (SetRow) current = create_row (self, row);
  double needed = get_rest_height (self, current);
  double room = pages->bottom - pages->y;
  gboolean is_broken = may_be_broken (self, needed) && can_begin (current, room);

  if (row->kind == PACT_ROW_GROUP && i + 1 < self->table->rows->len)
    needed += measure_row_opening (self, g_ptr_array_index (self->table->rows, i + 1));
  if (needed > room && !is_broken)
    turn (self);

  if (row->kind == PACT_ROW_TOTAL)
    draw_rule (pages, STRONG_LINE, STRONG_RULE);
  while (place_row (self, current, pages->bottom - pages->y))
    turn (self);
  draw_rule (pages, HAIRLINE, RULE);
}

static PangoLayout *
create_caption (PactPages *pages,
                PactDocumentTable *table)
{
  return table->caption != NULL ? _pact_pages_create_layout (pages, STYLE_LABEL, table->caption, pages->right - pages->left) : NULL;
}

/* How much of a table has to stand on the page of its heading. */
double
_pact_pages_get_table_opening (PactPages *pages,
                               PactDocumentTable *table)
{
  g_auto (Setting) setting = { 0 };
  g_autoptr (PangoLayout) caption = create_caption (pages, table);
  double height = caption != NULL ? _pact_pages_get_height (caption) + _pact_pages_get_style (STYLE_LABEL)->after : 0.0;
  /* What is said of one thing stays together where it can. */
  guint n = table->has_head ? MIN (table->rows->len, 2) : table->rows->len;

  setting_init (&setting, pages, table);
  height += GAP_BEFORE + get_head_height (&setting);
  for (guint i = 0; i < n; i++)
    height += measure_row_opening (&setting, g_ptr_array_index (table->rows, i));

  return MIN (height, (pages->bottom - pages->top) * MAX_OPENING);
}

/* Sets a table, on several pages if need be. */
void
_pact_pages_set_table (PactPages *pages,
                       PactDocumentTable *table)
{
  g_auto (Setting) setting = { 0 };
  g_autoptr (PangoLayout) caption = create_caption (pages, table);

  setting_init (&setting, pages, table);
  if (!pages->is_fresh)
    pages->y += GAP_BEFORE;
  _pact_pages_open (pages, "Table", NULL);
  if (caption != NULL)
    {
      _pact_pages_speak (pages, table->caption);
      _pact_pages_open (pages, "Caption", NULL);
      _pact_pages_speak (pages, NULL);
      _pact_pages_show_lines (pages, caption, STYLE_LABEL, _pact_pages_place (pages, pages->left, pages->right - pages->left), pages->y,
                              0, pango_layout_get_line_count (caption));
      _pact_pages_close (pages);
      pages->y += _pact_pages_get_height (caption) + _pact_pages_get_style (STYLE_LABEL)->after;
    }
  place_head (&setting);
  if (!table->has_head)
    draw_rule (pages, HAIRLINE, RULE);
  for (guint i = 0; i < table->rows->len; i++)
    set_row (&setting, i);
  _pact_pages_close (pages);
}
