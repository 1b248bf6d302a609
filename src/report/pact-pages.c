/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pages"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pact-pages-private.h"
#include "pact-translate.h"
#include "pact-type.h"

#define SIDE_MARGIN 62.0
#define TOP_MARGIN 74.0
#define BOTTOM_MARGIN 72.0
#define HEAD_PLACE 38.0
#define FOOT_PLACE 46.0
#define LIST_INDENT 14.0
#define LIST_GAP 3.0
#define NUMBER_WIDTH 34.0
#define CONTENTS_INDENT 14.0
#define BAR_HEIGHT 3.0
#define BAR_WIDTH 44.0
#define BAR_GAP 7.0
#define COLOURS_HEIGHT 4.0

static const char *const paragraph_tags[] = { "P", NULL };
static const char *const link_tags[] = { CAIRO_TAG_LINK, NULL };
static const char *const item_tags[] = { "L", "LI", "LBody", NULL };

G_DEFINE_FINAL_TYPE (PactPages, pact_pages, G_TYPE_OBJECT)

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  g_clear_object (&mark->layout);
  g_clear_pointer (&mark->surface, cairo_surface_destroy);
  g_free (mark->attributes);
}

static void
free_page (gpointer data)
{
  Page *page = data;

  g_array_unref (page->marks);
  g_array_unref (page->furniture);
  g_free (page);
}

static void
clear_layout (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
clear_destination (gpointer data)
{
  Destination *destination = data;

  g_free (destination->name);
  g_free (destination->text);
}

static void
pact_pages_finalize (GObject *object)
{
  PactPages *self = PACT_PAGES (object);

  g_clear_object (&self->document);
  g_clear_object (&self->context);
  g_ptr_array_unref (self->pages);
  g_array_unref (self->destinations);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->layouts);
  g_array_unref (self->openings);

  G_OBJECT_CLASS (pact_pages_parent_class)->finalize (object);
}

static void
pact_pages_class_init (PactPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_pages_finalize;
}

static void
pact_pages_init (PactPages *self)
{
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->destinations = g_array_new (FALSE, FALSE, sizeof (Destination));
  g_array_set_clear_func (self->destinations, clear_destination);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, _pact_pages_free_row);
  self->layouts = g_ptr_array_new_with_free_func (clear_layout);
  self->openings = g_array_new (FALSE, FALSE, sizeof (double));
}

/* Where something stands that begins at @x where one reads from the left. */
double
_pact_pages_place (PactPages *self,
                   double x,
                   double width)
{
  return self->is_right_to_left ? self->width - x - width : x;
}

static void
add_mark (GArray *marks,
          Mark mark)
{
  g_array_append_val (marks, mark);
}

/* Opens a part of the structure. */
void
_pact_pages_open (PactPages *self,
                  const char *tag,
                  const char *attributes)
{
  add_mark (self->page->marks, (Mark){ .kind = MARK_OPEN, .tag = tag, .language = self->language, .attributes = g_strdup (attributes) });
}

/* Closes the part that was opened last. */
void
_pact_pages_close (PactPages *self)
{
  add_mark (self->page->marks, (Mark){ .kind = MARK_CLOSE });
}

/* The parts of the structure that are opened from now on are in the language of a text, or in the document's if there is none. */
void
_pact_pages_speak (PactPages *self,
                   const char *text)
{
  self->language = text != NULL ? pact_document_find_foreign (self->document, text) : NULL;
}

static Mark
describe_lines (PangoLayout *layout,
                StyleName name,
                double x,
                double y,
                int first,
                int n)
{
  const Style *style = _pact_pages_get_style (name);

  return (Mark){
    .kind = MARK_TEXT,
    .x = x,
    .y = y,
    .red = style->red,
    .green = style->green,
    .blue = style->blue,
    .layout = g_object_ref (layout),
    .first_line = first,
    .n_lines = n,
  };
}

/* Puts some lines of a text onto the page. */
void
_pact_pages_show_lines (PactPages *self,
                        PangoLayout *layout,
                        StyleName style,
                        double x,
                        double y,
                        int first,
                        int n)
{
  add_mark (self->page->marks, describe_lines (layout, style, x, y, first, n));
  self->is_fresh = FALSE;
}

/* Puts a grey box onto the page. */
void
_pact_pages_show_box (PactPages *self,
                      double x,
                      double y,
                      double width,
                      double height,
                      double grey)
{
  add_mark (self->page->furniture,
            (Mark){ .kind = MARK_BOX, .x = x, .y = y, .width = width, .height = height, .red = grey, .green = grey, .blue = grey });
}

/* Puts a box in a colour onto the page. */
void
_pact_pages_show_hue (PactPages *self,
                      double x,
                      double y,
                      double width,
                      double height,
                      guint hue)
{
  Mark mark = { .kind = MARK_BOX, .x = x, .y = y, .width = width, .height = height };

  pact_hue_get (hue, &mark.red, &mark.green, &mark.blue);
  add_mark (self->page->furniture, mark);
}

/* Turns to a new page. */
void
_pact_pages_turn (PactPages *self)
{
  Page *page = g_new0 (Page, 1);

  page->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (page->marks, clear_mark);
  page->furniture = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (page->furniture, clear_mark);
  g_ptr_array_add (self->pages, page);

  self->page = page;
  self->y = self->top;
  self->is_fresh = TRUE;
}

/* Turns to a new page unless so much room is left, or the page is empty. */
void
_pact_pages_need (PactPages *self,
                  double height)
{
  if (!self->is_fresh && self->y + height > self->bottom)
    _pact_pages_turn (self);
}

/* What stands beside the first line of an item. */
static void
show_label (PactPages *self)
{
  if (self->label == NULL)
    return;

  _pact_pages_open (self, "Lbl", NULL);
  _pact_pages_show_lines (self, self->label, STYLE_BODY, _pact_pages_place (self, self->left, LIST_INDENT), self->y, 0, 1);
  _pact_pages_close (self);
  self->label = NULL;
}

/* Sets a text, on several pages if need be. The parts of the structure in which it stands go around what stands on each page, the
 * outermost first; only that has attributes. */
static void
set_text (PactPages *self,
          PangoLayout *layout,
          StyleName style,
          const char *const *tags,
          const char *attributes,
          double x,
          double width)
{
  int total = pango_layout_get_line_count (layout);
  int first = 0;

  while (first < total)
    {
      int fitting = _pact_pages_break_lines (layout, first, self->bottom - self->y);
      int left = total - first;

      if (fitting <= 0 && self->is_fresh)
        fitting = MIN (1, left);
      if (fitting <= 0)
        {
          _pact_pages_turn (self);
          continue;
        }

      for (gsize i = 0; tags[i] != NULL; i++)
        {
          if (tags[i + 1] == NULL)
            show_label (self);
          _pact_pages_open (self, tags[i], i == 0 ? attributes : NULL);
        }
      _pact_pages_show_lines (self, layout, style, _pact_pages_place (self, x, width), self->y, first, fitting);
      for (gsize i = 0; tags[i] != NULL; i++)
        _pact_pages_close (self);
      self->y += _pact_pages_get_lines_height (layout, first, fitting);
      first += fitting;
      if (first < total)
        _pact_pages_turn (self);
    }
}

/* The attribute of a link, in the little language of cairo's tags. */
static char *
describe_link (const char *address)
{
  g_autofree char *escaped = g_uri_escape_string (address, ":/?#[]@!$&()*+,;=%", FALSE);

  return g_strdup_printf ("uri='%s'", escaped);
}

static void
set_paragraph (PactPages *self,
               const PactBlock *block,
               guint i)
{
  StyleName style = _pact_pages_get_tone_style (block->tone);
  PangoLayout *layout = _pact_pages_get_block_layout (self, i);
  g_autofree char *link = block->address != NULL ? describe_link (block->address) : NULL;

  if (!self->is_fresh)
    self->y += _pact_pages_get_style (style)->before;
  set_text (self, layout, style, link != NULL ? link_tags : paragraph_tags, link, self->left, _pact_pages_get_text_width (self));
  self->y += _pact_pages_get_style (style)->after;
}

/* The name of the place at which a block stands, for links. */
static char *
name_place (guint i)
{
  return g_strdup_printf ("b%u", i);
}

static void
set_heading (PactPages *self,
             const PactBlock *block,
             guint i)
{
  static const char *const tags[][2] = { { "H1" }, { "H2" }, { "H3" } };
  StyleName style = _pact_pages_get_heading_style (block->level);
  PangoLayout *layout = _pact_pages_get_block_layout (self, i);
  double height = _pact_pages_get_height (layout);
  double bar = block->level == 1 ? BAR_HEIGHT + BAR_GAP : 0.0;
  Destination destination = { .level = block->level, .name = name_place (i) };
  g_autofree char *attributes = g_strdup_printf ("name='%s'", destination.name);

  _pact_pages_need (self, _pact_pages_get_style (style)->before + bar + height + _pact_pages_get_style (style)->after + _pact_pages_get_opening (self, i + 1));
  if (!self->is_fresh)
    self->y += _pact_pages_get_style (style)->before;
  if (block->level == 1)
    _pact_pages_show_hue (self, _pact_pages_place (self, self->left, BAR_WIDTH), self->y, BAR_WIDTH, BAR_HEIGHT, block->hue);
  self->y += bar;

  destination.page = self->pages->len;
  destination.text = pact_block_dup_heading (block);
  g_array_append_val (self->destinations, destination);

  _pact_pages_open (self, CAIRO_TAG_DEST, attributes);
  set_text (self, layout, style, tags[block->level - 1], NULL, self->left, _pact_pages_get_text_width (self));
  _pact_pages_close (self);
  self->y += _pact_pages_get_style (style)->after;
}

static void
set_list (PactPages *self,
          const PactBlock *block)
{
  double width = _pact_pages_get_text_width (self) - LIST_INDENT;

  for (guint i = 0; block->items[i] != NULL; i++)
    {
      g_autofree char *label = block->is_ordered ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");
      g_autoptr (PangoLayout) mark = _pact_pages_create_layout (self, STYLE_BODY, label, LIST_INDENT);
      g_autoptr (PangoLayout) layout = _pact_pages_create_layout (self, STYLE_BODY, block->items[i], width);
      int first_lines = MIN (pango_layout_get_line_count (layout), MIN_LINES);

      _pact_pages_need (self, _pact_pages_get_lines_height (layout, 0, first_lines));
      self->label = mark;
      _pact_pages_speak (self, block->items[i]);
      set_text (self, layout, STYLE_BODY, item_tags, NULL, self->left + LIST_INDENT, width);
      self->y += LIST_GAP;
    }
  self->y += _pact_pages_get_style (STYLE_BODY)->after - LIST_GAP;
}

static void
set_drawing (PactPages *self,
             const PactBlock *block)
{
  double width = _pact_pages_get_text_width (self);
  double height = pact_drawing_get_height (block->drawing, self->context, width);
  g_autoptr (PangoLayout) title = _pact_pages_create_layout (self, STYLE_LABEL, pact_drawing_get_title (block->drawing), width);

  _pact_pages_need (self, _pact_pages_get_style (STYLE_LABEL)->before + _pact_pages_get_height (title)
                            + _pact_pages_get_style (STYLE_LABEL)->after + height);
  if (!self->is_fresh)
    self->y += _pact_pages_get_style (STYLE_LABEL)->before;
  _pact_pages_speak (self, pact_drawing_get_title (block->drawing));
  set_text (self, title, STYLE_LABEL, paragraph_tags, NULL, self->left, width);
  self->y += _pact_pages_get_style (STYLE_LABEL)->after;
  _pact_pages_open (self, "Figure", NULL);
  add_mark (self->page->marks, (Mark){ .kind = MARK_DRAWING, .x = self->left, .y = self->y, .width = width, .height = height,
                                       .drawing = block->drawing });
  _pact_pages_close (self);
  self->is_fresh = FALSE;
  self->y += height + BLOCK_GAP;
}

/* The numbers of the pages are not known yet: their texts stay empty until all is set. */
static void
set_contents (PactPages *self,
              guint position,
              GPtrArray *numbers)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);
  const PactBlock *contents = g_ptr_array_index (blocks, position);
  g_autoptr (PangoLayout) heading = _pact_pages_create_layout (self, STYLE_HEADING_2, contents->text, _pact_pages_get_text_width (self));

  set_text (self, heading, STYLE_HEADING_2, paragraph_tags, NULL, self->left, _pact_pages_get_text_width (self));
  self->y += _pact_pages_get_style (STYLE_HEADING_2)->after;

  for (guint i = position + 1; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);
      StyleName style = block->level == 1 ? STYLE_CONTENTS_1 : STYLE_CONTENTS_2;
      double indent = block->level == 1 ? 0.0 : CONTENTS_INDENT;
      double width = _pact_pages_get_text_width (self) - indent - NUMBER_WIDTH;
      g_autofree char *name = name_place (i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", name);
      g_autofree char *text = NULL;
      g_autoptr (PangoLayout) layout = NULL;
      g_autoptr (PangoLayout) number = NULL;

      if (block->kind != PACT_BLOCK_HEADING || block->level > 2)
        continue;

      text = pact_block_dup_heading (block);
      _pact_pages_speak (self, block->text);
      layout = _pact_pages_create_layout (self, style, text, width);
      number = _pact_pages_create_layout (self, style, "", NUMBER_WIDTH);
      _pact_pages_align_end (self, number, NUMBER_WIDTH);
      g_ptr_array_add (numbers, g_object_ref (number));

      if (!self->is_fresh)
        self->y += _pact_pages_get_style (style)->before;
      _pact_pages_need (self, _pact_pages_get_height (layout));
      _pact_pages_open (self, CAIRO_TAG_LINK, attributes);
      _pact_pages_show_lines (self, layout, style, _pact_pages_place (self, self->left + indent, width), self->y, 0,
                              pango_layout_get_line_count (layout));
      _pact_pages_show_lines (self, number, style, _pact_pages_place (self, self->right - NUMBER_WIDTH, NUMBER_WIDTH), self->y, 0, 1);
      _pact_pages_close (self);
      self->y += _pact_pages_get_height (layout) + _pact_pages_get_style (style)->after;
    }
}

static void
fill_numbers (PactPages *self,
              GPtrArray *numbers)
{
  guint i = 0;

  for (guint j = 0; j < self->destinations->len && i < numbers->len; j++)
    {
      const Destination *destination = &g_array_index (self->destinations, Destination, j);
      g_autofree char *text = g_strdup_printf ("%u", destination->page);

      if (destination->level <= 2)
        pango_layout_set_text (g_ptr_array_index (numbers, i++), text, -1);
    }
}

static void
set_block (PactPages *self,
           guint i,
           GPtrArray *numbers)
{
  const PactBlock *block = g_ptr_array_index (pact_document_get_blocks (self->document), i);

  _pact_pages_speak (self, block->text);
  switch (block->kind)
    {
    case PACT_BLOCK_HEADING:
      set_heading (self, block, i);
      break;
    case PACT_BLOCK_PARAGRAPH:
      /* A label stands on the page of what it labels. */
      if (block->tone == PACT_TONE_LABEL)
        _pact_pages_need (self, _pact_pages_get_opening (self, i));
      set_paragraph (self, block, i);
      break;
    case PACT_BLOCK_LIST:
      set_list (self, block);
      break;
    case PACT_BLOCK_TABLE:
      _pact_pages_need (self, _pact_pages_get_opening (self, i));
      _pact_pages_set_table (self, block->table);
      self->y += BLOCK_GAP;
      break;
    case PACT_BLOCK_DRAWING:
      set_drawing (self, block);
      break;
    case PACT_BLOCK_PICTURE:
      _pact_pages_set_picture (self, block->picture);
      break;
    case PACT_BLOCK_CONTENTS:
      set_contents (self, i, numbers);
      break;
    case PACT_BLOCK_SPACE:
      self->y += block->level * LINE_HEIGHT;
      self->is_fresh = FALSE;
      break;
    case PACT_BLOCK_NEW_PAGE:
      if (!self->is_fresh)
        _pact_pages_turn (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
show_furniture (PactPages *self,
                Page *page,
                const char *text,
                double y,
                gboolean is_at_end)
{
  double width = _pact_pages_get_text_width (self) * 0.7;
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return;

  layout = _pact_pages_create_layout (self, STYLE_FURNITURE, text, -1.0);
  /* It stands at its side of the page whatever its letters are. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, is_at_end != self->is_right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  add_mark (page->furniture, describe_lines (layout, STYLE_FURNITURE,
                                             _pact_pages_place (self, is_at_end ? self->right - width : self->left, width), y, 0, 1));
}

/* The first page has the colours of all pillars. */
static void
show_colours (PactPages *self)
{
  double width = _pact_pages_get_text_width (self) / PACT_N_HUES;

  for (guint hue = 0; hue < PACT_N_HUES; hue++)
    {
      Mark mark = { .kind = MARK_BOX, .x = _pact_pages_place (self, self->left + hue * width, width), .y = HEAD_PLACE, .width = width,
                    .height = COLOURS_HEIGHT };

      pact_hue_get (hue, &mark.red, &mark.green, &mark.blue);
      add_mark (((Page *) g_ptr_array_index (self->pages, 0))->furniture, mark);
    }
}

/* What stands on every page: on the first no head, for that is a title. */
static void
furnish (PactPages *self)
{
  const PactLocale *locale = pact_document_get_locale (self->document);
  GPtrArray *blocks = pact_document_get_blocks (self->document);

  /* A cover begins with room. */
  if (blocks->len > 0 && ((PactBlock *) g_ptr_array_index (blocks, 0))->kind == PACT_BLOCK_SPACE)
    show_colours (self);
  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);
      g_autofree char *number = g_strdup_printf (pact_translate ("report", "Page %1$u of %2$u", locale), i + 1, self->pages->len);

      if (i > 0)
        show_furniture (self, page, pact_document_get_title (self->document), HEAD_PLACE, FALSE);
      show_furniture (self, page, pact_document_get_mark (self->document), HEAD_PLACE + (i == 0 ? COLOURS_HEIGHT + BAR_GAP : 0.0), TRUE);
      show_furniture (self, page, pact_document_get_foot (self->document), self->height - FOOT_PLACE, FALSE);
      show_furniture (self, page, number, self->height - FOOT_PLACE, TRUE);
    }
}

static void
measure_paper (PactPages *self)
{
  static const double sizes[][2] = {
    [PACT_PAPER_A4] = { 595.28, 841.89 },
    [PACT_PAPER_A3] = { 841.89, 1190.55 },
    [PACT_PAPER_LETTER] = { 612.0, 792.0 },
  };
  gboolean is_landscape;
  PactPaper paper = pact_document_get_paper (self->document, &is_landscape);

  self->width = sizes[paper][is_landscape ? 1 : 0];
  self->height = sizes[paper][is_landscape ? 0 : 1];
  self->left = SIDE_MARGIN;
  self->right = self->width - SIDE_MARGIN;
  self->top = TOP_MARGIN;
  self->bottom = self->height - BOTTOM_MARGIN;
}

/**
 * pact_pages_new:
 * @document: a document
 * @progress: (nullable) (scope call): what is told how far it is
 * @data: what to hand to it
 * @cancellable: (nullable): what ends it
 * @error: return location for an error
 *
 * Sets a document as pages. It may take a moment: any thread may do it.
 *
 * Returns: (transfer full) (nullable): its pages, or %NULL with @error set to %G_IO_ERROR_CANCELLED
 */
PactPages *
pact_pages_new (PactDocument *document,
                PactPagesProgress progress,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (PactPages) self = NULL;
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_object_unref);
  const double unknown = -1.0;
  GPtrArray *blocks;

  g_return_val_if_fail (PACT_IS_DOCUMENT (document), NULL);

  self = g_object_new (PACT_TYPE_PAGES, NULL);
  self->document = g_object_ref (document);
  self->is_right_to_left = pact_locale_is_right_to_left (pact_document_get_locale (document));
  self->context = pact_type_create_context (pact_document_get_language (document), self->is_right_to_left);
  measure_paper (self);
  _pact_pages_turn (self);

  blocks = pact_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      g_array_append_val (self->openings, unknown);
      g_ptr_array_add (self->layouts, NULL);
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      set_block (self, i, numbers);
      g_clear_object (&self->layouts->pdata[i]);
      if (progress != NULL)
        progress (i + 1, blocks->len, data);
    }
  fill_numbers (self, numbers);
  furnish (self);

  return g_steal_pointer (&self);
}

/**
 * pact_pages_get_document:
 * @self: pages
 *
 * Returns: (transfer none): what they show
 */
PactDocument *
pact_pages_get_document (PactPages *self)
{
  g_return_val_if_fail (PACT_IS_PAGES (self), NULL);

  return self->document;
}

/**
 * pact_pages_get_count:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
pact_pages_get_count (PactPages *self)
{
  g_return_val_if_fail (PACT_IS_PAGES (self), 0);

  return self->pages->len;
}

/**
 * pact_pages_is_empty:
 * @self: pages
 *
 * Returns: whether nothing stands on them to be read
 */
gboolean
pact_pages_is_empty (PactPages *self)
{
  g_return_val_if_fail (PACT_IS_PAGES (self), TRUE);

  return self->pages->len == 1 && ((Page *) g_ptr_array_index (self->pages, 0))->marks->len == 0;
}

/**
 * pact_pages_get_size:
 * @self: pages
 * @width: (out): how wide each is, in points
 * @height: (out): how high each is, in points
 */
void
pact_pages_get_size (PactPages *self,
                     double *width,
                     double *height)
{
  g_return_if_fail (PACT_IS_PAGES (self));

  *width = self->width;
  *height = self->height;
}
