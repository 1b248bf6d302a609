/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-document"

#include "config.h"

#include "pact-document.h"

#define EN_SPACE "\342\200\202"

struct _PactDocument
{
  GObject parent_instance;

  char *title;
  char *language;
  const PactLocale *locale;
  char *foreign;             /* (nullable): another language */
  GHashTable *foreign_texts; /* (nullable): of char: the texts in that language */
  char *author;
  char *subject;
  char *moment;
  char *mark;
  char *foot;
  PactPaper paper;
  gboolean is_landscape;
  GPtrArray *blocks; /* of PactBlock */
};

G_DEFINE_FINAL_TYPE (PactDocument, pact_document, G_TYPE_OBJECT)

static void
free_column (gpointer data)
{
  PactDocumentColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

static void
free_row (gpointer data)
{
  PactDocumentRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
free_picture (PactDocumentPicture *picture)
{
  g_bytes_unref (picture->png);
  g_free (picture->words);
  g_free (picture);
}

static void
free_block (gpointer data)
{
  PactBlock *block = data;

  g_free (block->number);
  g_free (block->text);
  g_free (block->address);
  g_strfreev (block->items);
  g_clear_pointer (&block->table, pact_document_table_free);
  g_clear_pointer (&block->drawing, pact_drawing_free);
  g_clear_pointer (&block->picture, free_picture);
  g_free (block);
}

static PactBlock *
add_block (PactDocument *self,
           PactBlockKind kind)
{
  PactBlock *block = g_new0 (PactBlock, 1);

  block->kind = kind;
  block->hue = PACT_NO_HUE;
  g_ptr_array_add (self->blocks, block);

  return block;
}

static void
pact_document_finalize (GObject *object)
{
  PactDocument *self = PACT_DOCUMENT (object);

  g_free (self->title);
  g_free (self->language);
  g_free (self->foreign);
  g_clear_pointer (&self->foreign_texts, g_hash_table_unref);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->moment);
  g_free (self->mark);
  g_free (self->foot);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (pact_document_parent_class)->finalize (object);
}

static void
pact_document_class_init (PactDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_document_finalize;
}

static void
pact_document_init (PactDocument *self)
{
  self->blocks = g_ptr_array_new_with_free_func (free_block);
}

/**
 * pact_document_table_new:
 * @caption: (nullable): what the table shows
 * @has_head: whether the headings of its columns are shown
 *
 * Returns: (transfer full): a table without columns
 */
PactDocumentTable *
pact_document_table_new (const char *caption,
                     gboolean has_head)
{
  PactDocumentTable *self = g_new0 (PactDocumentTable, 1);

  self->caption = g_strdup (caption);
  self->has_head = has_head;
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);

  return self;
}

/**
 * pact_document_table_take_column:
 * @self: a table without rows
 * @heading: (transfer full): what stands in the column
 * @width: its share of the table's width
 * @is_number: whether its cells are figures
 *
 * Adds a column behind those that are there.
 */
void
pact_document_table_take_column (PactDocumentTable *self,
                        char *heading,
                        double width,
                        gboolean is_number)
{
  PactDocumentColumn *column = g_new0 (PactDocumentColumn, 1);

  g_return_if_fail (self->rows->len == 0);
  g_return_if_fail (width > 0.0);

  column->heading = heading;
  column->width = width;
  column->is_number = is_number;
  g_ptr_array_add (self->columns, column);
}

/* Paragraphs of a cell follow each other without room between them. */
static char *
drop_blank_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *rest = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (rest->len > 0)
        g_string_append_c (rest, '\n');
      g_string_append (rest, lines[i]);
    }

  return g_string_free (rest, FALSE);
}

/**
 * pact_document_table_take_row:
 * @self: a table
 * @kind: what the row is
 * @hue: the colour of a group, %PACT_NO_HUE for none
 * @cells: (transfer full) (element-type utf8): the texts of its cells; those that are missing are empty, as is what is %NULL
 *
 * Adds a row below those that are there.
 */
void
pact_document_table_take_row (PactDocumentTable *self,
                     PactDocumentRowKind kind,
                     guint hue,
                     GPtrArray *cells)
{
  PactDocumentRow *row = g_new0 (PactDocumentRow, 1);

  row->kind = kind;
  row->hue = hue;
  row->cells = g_new0 (char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *text = i < cells->len ? g_ptr_array_index (cells, i) : NULL;

      row->cells[i] = drop_blank_lines (text != NULL ? text : "");
    }
  g_ptr_array_add (self->rows, row);
  g_ptr_array_unref (cells);
}

/**
 * pact_document_table_free:
 * @self: (transfer full): a table
 */
void
pact_document_table_free (PactDocumentTable *self)
{
  g_free (self->caption);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * pact_block_dup_heading:
 * @self: a heading
 *
 * Returns: (transfer full): its text, behind its number if it has one
 */
char *
pact_block_dup_heading (const PactBlock *self)
{
  return self->number != NULL ? g_strconcat (self->number, EN_SPACE, self->text, NULL) : g_strdup (self->text);
}

/**
 * pact_document_new:
 * @title: what it is called
 * @language: the language in which it is written, as BCP 47 has it
 * @locale: (nullable): the locale whose conventions it follows
 *
 * Returns: (transfer full): an empty document for A4, upright
 */
PactDocument *
pact_document_new (const char *title,
                   const char *language,
                   const PactLocale *locale)
{
  PactDocument *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (PACT_TYPE_DOCUMENT, NULL);
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->locale = locale;

  return self;
}

/**
 * pact_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): what it is called
 */
const char *
pact_document_get_title (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * pact_document_get_language:
 * @self: a document
 *
 * Returns: (transfer none): the language in which it is written, as BCP 47 has it
 */
const char *
pact_document_get_language (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->language;
}

/**
 * pact_document_get_locale:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): the locale whose conventions it follows
 */
const PactLocale *
pact_document_get_locale (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->locale;
}

/**
 * pact_document_set_foreign:
 * @self: a document
 * @language: another language, as BCP 47 has it
 * @texts: (element-type utf8 utf8): a set of texts in that language, which nobody adds to once the document is built
 *
 * Says which texts of the document are not in its language, as are those for which nobody has a translation. Whoever reads the document
 * aloud has to know.
 */
void
pact_document_set_foreign (PactDocument *self,
                           const char *language,
                           GHashTable *texts)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (language != NULL && texts != NULL);

  g_hash_table_ref (texts);
  g_clear_pointer (&self->foreign_texts, g_hash_table_unref);
  self->foreign_texts = texts;
  g_free (self->foreign);
  self->foreign = g_strdup (language);
}

/**
 * pact_document_find_foreign:
 * @self: a document
 * @text: the text of a block, a cell, an item or a heading of a column
 *
 * Returns: (transfer none) (nullable): the language of @text, %NULL if it is that of the document
 */
const char *
pact_document_find_foreign (PactDocument *self,
                            const char *text)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return self->foreign_texts != NULL && g_hash_table_contains (self->foreign_texts, text) ? self->foreign : NULL;
}

/**
 * pact_document_get_blocks:
 * @self: a document
 *
 * Returns: (transfer none) (element-type PactBlock): what it consists of, in the order in which it is read
 */
GPtrArray *
pact_document_get_blocks (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->blocks;
}

/**
 * pact_document_set_author:
 * @self: a document
 * @author: (nullable): who answers for it
 */
void
pact_document_set_author (PactDocument *self,
                          const char *author)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  g_free (self->author);
  self->author = g_strdup (author);
}

/**
 * pact_document_get_author:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): who answers for it
 */
const char *
pact_document_get_author (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->author;
}

/**
 * pact_document_set_subject:
 * @self: a document
 * @subject: (nullable): which kind of document it is
 */
void
pact_document_set_subject (PactDocument *self,
                           const char *subject)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  g_free (self->subject);
  self->subject = g_strdup (subject);
}

/**
 * pact_document_get_subject:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): which kind of document it is
 */
const char *
pact_document_get_subject (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->subject;
}

/**
 * pact_document_set_moment:
 * @self: a document
 * @timestamp: (nullable): when what it says was written last, as RFC 3339 has it, in UTC
 */
void
pact_document_set_moment (PactDocument *self,
                          const char *timestamp)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  g_free (self->moment);
  self->moment = g_strdup (timestamp);
}

/**
 * pact_document_get_moment:
 * @self: a document
 *
 * Files carry this moment, not that of their making, so that the same plan gives the same file.
 *
 * Returns: (nullable) (transfer none): when what it says was written last
 */
const char *
pact_document_get_moment (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->moment;
}

/**
 * pact_document_set_paper:
 * @self: a document
 * @paper: the paper
 * @is_landscape: whether it lies on its side
 */
void
pact_document_set_paper (PactDocument *self,
                         PactPaper paper,
                         gboolean is_landscape)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  self->paper = paper;
  self->is_landscape = is_landscape;
}

/**
 * pact_document_get_paper:
 * @self: a document
 * @is_landscape: (out) (optional): whether it lies on its side
 *
 * Returns: the paper
 */
PactPaper
pact_document_get_paper (PactDocument *self,
                         gboolean *is_landscape)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), PACT_PAPER_A4);

  if (is_landscape != NULL)
    *is_landscape = self->is_landscape;

  return self->paper;
}

/**
 * pact_document_set_mark:
 * @self: a document
 * @mark: (nullable): what stands on every page, such as “Draft”
 */
void
pact_document_set_mark (PactDocument *self,
                        const char *mark)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  g_free (self->mark);
  self->mark = g_strdup (mark);
}

/**
 * pact_document_get_mark:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): what stands on every page
 */
const char *
pact_document_get_mark (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->mark;
}

/**
 * pact_document_set_foot:
 * @self: a document
 * @foot: (nullable): what stands at the foot of every page
 */
void
pact_document_set_foot (PactDocument *self,
                        const char *foot)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  g_free (self->foot);
  self->foot = g_strdup (foot);
}

/**
 * pact_document_get_foot:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): what stands at the foot of every page
 */
const char *
pact_document_get_foot (PactDocument *self)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (self), NULL);

  return self->foot;
}

/**
 * pact_document_add_heading:
 * @self: a document
 * @level: its level, from 1
 * @number: (nullable): its number
 * @text: the heading
 * @hue: its colour, %PACT_NO_HUE for none
 */
void
pact_document_add_heading (PactDocument *self,
                           guint level,
                           const char *number,
                           const char *text,
                           guint hue)
{
  PactBlock *block;

  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (level >= 1 && level <= 3);
  g_return_if_fail (text != NULL);

  block = add_block (self, PACT_BLOCK_HEADING);
  block->level = level;
  block->number = g_strdup (number);
  block->text = g_strdup (text);
  block->hue = hue;
}

/**
 * pact_document_add_paragraph:
 * @self: a document
 * @tone: how it is said
 * @text: (nullable): one or several paragraphs, which end in a line feed; nothing is added where there is none
 */
void
pact_document_add_paragraph (PactDocument *self,
                             PactTone tone,
                             const char *text)
{
  g_auto (GStrv) paragraphs = NULL;

  g_return_if_fail (PACT_IS_DOCUMENT (self));

  paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      PactBlock *block;

      g_strstrip (paragraphs[i]);
      if (*paragraphs[i] == '\0')
        continue;
      block = add_block (self, PACT_BLOCK_PARAGRAPH);
      block->tone = tone;
      block->text = g_strdup (paragraphs[i]);
    }
}

/**
 * pact_document_add_link:
 * @self: a document
 * @tone: how it is said
 * @text: a paragraph
 * @address: (nullable): the web address that it leads to where somebody follows it
 */
void
pact_document_add_link (PactDocument *self,
                        PactTone tone,
                        const char *text,
                        const char *address)
{
  PactBlock *block;

  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);

  block = add_block (self, PACT_BLOCK_PARAGRAPH);
  block->tone = tone;
  block->text = g_strdup (text);
  block->address = g_strdup (address);
}

/**
 * pact_document_add_list:
 * @self: a document
 * @items: (array zero-terminated=1): its items; nothing is added where there are none
 * @is_ordered: whether they are numbered
 */
void
pact_document_add_list (PactDocument *self,
                        const char *const *items,
                        gboolean is_ordered)
{
  PactBlock *block;

  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (items != NULL);

  if (items[0] == NULL)
    return;
  block = add_block (self, PACT_BLOCK_LIST);
  block->items = g_strdupv ((char **) items);
  block->is_ordered = is_ordered;
}

static gboolean
is_empty_column (PactDocumentTable *table,
                 guint column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PactDocumentRow *row = g_ptr_array_index (table->rows, i);

      if (*row->cells[column] != '\0')
        return FALSE;
    }

  return TRUE;
}

static void
drop_column (PactDocumentTable *table,
             guint column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      PactDocumentRow *row = g_ptr_array_index (table->rows, i);

      g_free (row->cells[column]);
      for (guint j = column; j < table->columns->len; j++)
        row->cells[j] = row->cells[j + 1];
    }
  g_ptr_array_remove_index (table->columns, column);
}

/**
 * pact_document_take_table:
 * @self: a document
 * @table: (transfer full): a table; one without rows is not added, and unless it is a form, columns in which nothing stands are not
 *   either
 */
void
pact_document_take_table (PactDocument *self,
                          PactDocumentTable *table)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (table != NULL);

  for (guint i = table->columns->len; !table->is_form && i > 0; i--)
    {
      if (is_empty_column (table, i - 1))
        drop_column (table, i - 1);
    }

  if (table->rows->len == 0)
    pact_document_table_free (table);
  else
    add_block (self, PACT_BLOCK_TABLE)->table = table;
}

/**
 * pact_document_take_drawing:
 * @self: a document
 * @drawing: (transfer full): a drawing
 */
void
pact_document_take_drawing (PactDocument *self,
                            PactDrawing *drawing)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (drawing != NULL);

  add_block (self, PACT_BLOCK_DRAWING)->drawing = drawing;
}

/**
 * pact_document_add_picture:
 * @self: a document
 * @png: a PNG file
 * @width: how wide it is shown, in points
 * @height: how high it is shown, in points
 * @words: what it says to whoever does not see it
 */
void
pact_document_add_picture (PactDocument *self,
                           GBytes *png,
                           double width,
                           double height,
                           const char *words)
{
  PactDocumentPicture *picture;

  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (png != NULL);
  g_return_if_fail (width > 0.0 && height > 0.0);
  g_return_if_fail (words != NULL);

  picture = g_new0 (PactDocumentPicture, 1);
  picture->png = g_bytes_ref (png);
  picture->width = width;
  picture->height = height;
  picture->words = g_strdup (words);
  add_block (self, PACT_BLOCK_PICTURE)->picture = picture;
}

/**
 * pact_document_add_contents:
 * @self: a document
 * @heading: what the table of contents is called
 *
 * Adds a table of the headings of the levels 1 and 2 that follow.
 */
void
pact_document_add_contents (PactDocument *self,
                            const char *heading)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));
  g_return_if_fail (heading != NULL);

  add_block (self, PACT_BLOCK_CONTENTS)->text = g_strdup (heading);
}

/**
 * pact_document_add_space:
 * @self: a document
 * @lines: how many lines of running text it is high
 */
void
pact_document_add_space (PactDocument *self,
                         guint lines)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  add_block (self, PACT_BLOCK_SPACE)->level = lines;
}

/**
 * pact_document_add_new_page:
 * @self: a document
 */
void
pact_document_add_new_page (PactDocument *self)
{
  g_return_if_fail (PACT_IS_DOCUMENT (self));

  add_block (self, PACT_BLOCK_NEW_PAGE);
}
