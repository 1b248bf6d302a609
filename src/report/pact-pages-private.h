/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-pages.h"

G_BEGIN_DECLS

/* All lengths are points of a seventy-second of an inch, from the upper left corner of the page. */

/* The height of a line of running text. */
#define LINE_HEIGHT 14.2

/* Neither the first nor the last line of a paragraph, or of a cell, stands alone on a page. */
#define MIN_LINES 2

/* Below a drawing, a picture or a table. */
#define BLOCK_GAP 12.0

typedef enum
{
  MARK_TEXT,    /* some lines of a text */
  MARK_DRAWING, /* a drawing */
  MARK_PICTURE, /* a picture */
  MARK_BOX,     /* a filled box: decoration, never read aloud */
  MARK_OPEN,    /* here begins a part of the structure */
  MARK_CLOSE,   /* here it ends */
} MarkKind;

typedef struct
{
  MarkKind kind;
  double x, y, width, height;
  double red, green, blue;
  PangoLayout *layout;
  int first_line, n_lines;
  PactDrawing *drawing;
  cairo_surface_t *surface; /* of a picture */
  const char *words;        /* of a picture */
  const char *tag;
  const char *language; /* (nullable): of a part of the structure, unless it is the document's */
  char *attributes;
} Mark;

typedef struct
{
  GArray *marks;    /* of Mark: what is read, in the order in which it is read */
  GArray *furniture; /* of Mark: what stands on every page, and decoration */
} Page;

/* How a text is set. */
typedef struct
{
  double size;
  PangoWeight weight;
  double leading; /* from line to line, as a multiple of the size */
  double red, green, blue;
  double before, after;
} Style;

typedef enum
{
  STYLE_BODY,
  STYLE_LEAD,
  STYLE_SMALL,
  STYLE_LABEL,
  STYLE_TITLE,
  STYLE_SUBTITLE,
  STYLE_HEADING_1,
  STYLE_HEADING_2,
  STYLE_HEADING_3,
  STYLE_CELL,
  STYLE_CELL_STRONG,
  STYLE_CELL_HEAD,
  STYLE_CONTENTS_1,
  STYLE_CONTENTS_2,
  STYLE_FURNITURE,
  N_STYLES,
} StyleName;

typedef struct
{
  guint level;
  guint page;
  char *name; /* of the destination */
  char *text;
} Destination;

struct _PactPages
{
  GObject parent_instance;

  PactDocument *document;
  PangoContext *context;
  gboolean is_right_to_left;
  double width, height;
  double left, right, top, bottom; /* the margins' inner edges */
  GPtrArray *pages;                /* of Page */
  GArray *destinations;            /* of Destination */
  GHashTable *rows;                /* of tables, set to be measured and not yet placed */
  GPtrArray *layouts;              /* of headings and paragraphs, likewise; %NULL where there is none */
  GArray *openings;                /* of double: how much of each block stays together, negative as long as nobody asked */

  /* Where the next block goes. */
  Page *page;
  double y;
  gboolean is_fresh;   /* nothing stands on the page yet */
  const char *language; /* (nullable): of what is set next, unless it is the document's */
  PangoLayout *label;  /* of the item of a list that is set next; borrowed */
};

const Style *_pact_pages_get_style (StyleName name);
PangoLayout *_pact_pages_create_layout (PactPages *self,
                                        StyleName style,
                                        const char *text,
                                        double width);
void _pact_pages_align_end (PactPages *self,
                            PangoLayout *layout,
                            double width);
double _pact_pages_get_height (PangoLayout *layout);
double _pact_pages_get_lines_height (PangoLayout *layout,
                                     int first,
                                     int n);
int _pact_pages_fit_lines (PangoLayout *layout,
                           int first,
                           double height);
int _pact_pages_break_lines (PangoLayout *layout,
                             int first,
                             double height);
double _pact_pages_place (PactPages *self,
                          double x,
                          double width);
void _pact_pages_open (PactPages *self,
                       const char *tag,
                       const char *attributes);
void _pact_pages_close (PactPages *self);
void _pact_pages_speak (PactPages *self,
                        const char *text);
void _pact_pages_show_lines (PactPages *self,
                             PangoLayout *layout,
                             StyleName style,
                             double x,
                             double y,
                             int first,
                             int n);
void _pact_pages_show_box (PactPages *self,
                           double x,
                           double y,
                           double width,
                           double height,
                           double grey);
void _pact_pages_show_hue (PactPages *self,
                           double x,
                           double y,
                           double width,
                           double height,
                           guint hue);
void _pact_pages_turn (PactPages *self);
void _pact_pages_need (PactPages *self,
                       double height);

double _pact_pages_get_text_width (PactPages *self);
StyleName _pact_pages_get_tone_style (PactTone tone);
StyleName _pact_pages_get_heading_style (guint level);
PangoLayout *_pact_pages_get_block_layout (PactPages *self,
                                           guint i);
double _pact_pages_get_opening (PactPages *self,
                                guint i);

void _pact_pages_set_picture (PactPages *self,
                              const PactDocumentPicture *picture);

void _pact_pages_free_row (gpointer data);
void _pact_pages_set_table (PactPages *self,
                            PactDocumentTable *table);
double _pact_pages_get_table_opening (PactPages *self,
                                      PactDocumentTable *table);

/* Draws what is read on a page, each part with its tag if @is_tagged, or what stands on every page. */
void _pact_pages_draw_marks (PactPages *self,
                             GArray *marks,
                             cairo_t *cr,
                             gboolean is_tagged);

G_END_DECLS
