/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-drawing.h"
#include "pact-locale.h"

/*
 * A document as people read it, before it is known on what: headings, paragraphs, lists, tables, drawings.
 *
 * It is built once and then set as pages, HTML or OpenDocument text, which so all say the same. All texts are in the document's
 * language and are text, never markup.
 */

G_BEGIN_DECLS

/**
 * PactPaper:
 * @PACT_PAPER_A4: 210 × 297 mm
 * @PACT_PAPER_A3: 297 × 420 mm
 * @PACT_PAPER_LETTER: 8.5 × 11 in
 */
typedef enum
{
  PACT_PAPER_A4,
  PACT_PAPER_A3,
  PACT_PAPER_LETTER,
} PactPaper;

/**
 * PactTone:
 * @PACT_TONE_BODY: running text
 * @PACT_TONE_LEAD: a sentence that opens a part
 * @PACT_TONE_SMALL: what has to be said, but not aloud
 * @PACT_TONE_LABEL: what the next block is, in a word or two
 * @PACT_TONE_TITLE: the title of the document
 * @PACT_TONE_SUBTITLE: what stands below the title
 *
 * How a paragraph is said.
 */
typedef enum
{
  PACT_TONE_BODY,
  PACT_TONE_LEAD,
  PACT_TONE_SMALL,
  PACT_TONE_LABEL,
  PACT_TONE_TITLE,
  PACT_TONE_SUBTITLE,
} PactTone;

#define PACT_N_TONES 6

/**
 * PactDocumentColumn:
 * @heading: what stands in the column
 * @width: its share of the table's width
 * @is_number: whether its cells stand at the end of the column, so that figures stand below each other
 *
 * A column of a table.
 */
typedef struct
{
  char *heading;
  double width;
  gboolean is_number;
} PactDocumentColumn;

/**
 * PactDocumentRowKind:
 * @PACT_ROW_PLAIN: a row like others
 * @PACT_ROW_GROUP: the heading of the rows that follow; it has one cell
 * @PACT_ROW_TOTAL: the sum of the rows before
 */
typedef enum
{
  PACT_ROW_PLAIN,
  PACT_ROW_GROUP,
  PACT_ROW_TOTAL,
} PactDocumentRowKind;

/**
 * PactDocumentRow:
 * @kind: what it is
 * @hue: the colour of a group, see pact_hue_get()
 * @cells: (array zero-terminated=1): the texts of its cells, as many as there are columns; paragraphs end in a line feed
 */
typedef struct
{
  PactDocumentRowKind kind;
  guint hue;
  char **cells;
} PactDocumentRow;

/**
 * PactDocumentTable:
 * @caption: (nullable): what the table shows
 * @columns: (element-type PactDocumentColumn): its columns
 * @rows: (element-type PactDocumentRow): its rows
 * @has_head: whether the headings of the columns are shown; where they are not, the first cell of a row is its heading
 * @is_form: whether empty cells are there to be written in by hand
 *
 * A table of a document.
 */
typedef struct
{
  char *caption;
  GPtrArray *columns;
  GPtrArray *rows;
  gboolean has_head;
  gboolean is_form;
} PactDocumentTable;

PactDocumentTable *pact_document_table_new (const char *caption,
                                gboolean has_head);
void pact_document_table_take_column (PactDocumentTable *self,
                             char *heading,
                             double width,
                             gboolean is_number);
void pact_document_table_take_row (PactDocumentTable *self,
                          PactDocumentRowKind kind,
                          guint hue,
                          GPtrArray *cells);
void pact_document_table_free (PactDocumentTable *self);

/**
 * PactDocumentPicture:
 * @png: a PNG file
 * @width: how wide it is shown, in points
 * @height: how high it is shown, in points
 * @words: what it says to whoever does not see it
 *
 * A picture of a document.
 */
typedef struct
{
  GBytes *png;
  double width;
  double height;
  char *words;
} PactDocumentPicture;

/**
 * PactBlockKind:
 * @PACT_BLOCK_HEADING: a heading of the levels 1 to 3
 * @PACT_BLOCK_PARAGRAPH: a paragraph
 * @PACT_BLOCK_LIST: a list
 * @PACT_BLOCK_TABLE: a table
 * @PACT_BLOCK_DRAWING: a drawing
 * @PACT_BLOCK_PICTURE: a picture
 * @PACT_BLOCK_CONTENTS: the table of contents
 * @PACT_BLOCK_SPACE: room, as on a cover
 * @PACT_BLOCK_NEW_PAGE: what follows stands on a page of its own
 */
typedef enum
{
  PACT_BLOCK_HEADING,
  PACT_BLOCK_PARAGRAPH,
  PACT_BLOCK_LIST,
  PACT_BLOCK_TABLE,
  PACT_BLOCK_DRAWING,
  PACT_BLOCK_PICTURE,
  PACT_BLOCK_CONTENTS,
  PACT_BLOCK_SPACE,
  PACT_BLOCK_NEW_PAGE,
} PactBlockKind;

/**
 * PactBlock:
 * @kind: what it is
 * @level: the level of a heading, or how many lines of running text a space is high
 * @tone: how a paragraph is said
 * @hue: the colour of a heading, see pact_hue_get()
 * @number: (nullable): the number of a heading
 * @text: (nullable): the text of a heading or a paragraph
 * @address: (nullable): the web address that a paragraph leads to
 * @items: (nullable): the items of a list
 * @is_ordered: whether the items of a list are numbered
 * @table: (nullable): a table
 * @drawing: (nullable): a drawing
 * @picture: (nullable): a picture
 *
 * A part of a document.
 */
typedef struct
{
  PactBlockKind kind;
  guint level;
  PactTone tone;
  guint hue;
  char *number;
  char *text;
  char *address;
  char **items;
  gboolean is_ordered;
  PactDocumentTable *table;
  PactDrawing *drawing;
  PactDocumentPicture *picture;
} PactBlock;

char *pact_block_dup_heading (const PactBlock *self);

#define PACT_TYPE_DOCUMENT (pact_document_get_type ())
G_DECLARE_FINAL_TYPE (PactDocument, pact_document, PACT, DOCUMENT, GObject)

PactDocument *pact_document_new (const char *title,
                                 const char *language,
                                 const PactLocale *locale);
const char *pact_document_get_title (PactDocument *self);
const char *pact_document_get_language (PactDocument *self);
const PactLocale *pact_document_get_locale (PactDocument *self);
void pact_document_set_foreign (PactDocument *self,
                                const char *language,
                                GHashTable *texts);
const char *pact_document_find_foreign (PactDocument *self,
                                        const char *text);
GPtrArray *pact_document_get_blocks (PactDocument *self);

void pact_document_set_author (PactDocument *self,
                               const char *author);
const char *pact_document_get_author (PactDocument *self);
void pact_document_set_subject (PactDocument *self,
                                const char *subject);
const char *pact_document_get_subject (PactDocument *self);
void pact_document_set_moment (PactDocument *self,
                               const char *timestamp);
const char *pact_document_get_moment (PactDocument *self);
void pact_document_set_paper (PactDocument *self,
                              PactPaper paper,
                              gboolean is_landscape);
PactPaper pact_document_get_paper (PactDocument *self,
                                   gboolean *is_landscape);
void pact_document_set_mark (PactDocument *self,
                             const char *mark);
const char *pact_document_get_mark (PactDocument *self);
void pact_document_set_foot (PactDocument *self,
                             const char *foot);
const char *pact_document_get_foot (PactDocument *self);

void pact_document_add_heading (PactDocument *self,
                                guint level,
                                const char *number,
                                const char *text,
                                guint hue);
void pact_document_add_paragraph (PactDocument *self,
                                  PactTone tone,
                                  const char *text);
void pact_document_add_link (PactDocument *self,
                             PactTone tone,
                             const char *text,
                             const char *address);
void pact_document_add_list (PactDocument *self,
                             const char *const *items,
                             gboolean is_ordered);
void pact_document_take_table (PactDocument *self,
                               PactDocumentTable *table);
void pact_document_take_drawing (PactDocument *self,
                                 PactDrawing *drawing);
void pact_document_add_picture (PactDocument *self,
                                GBytes *png,
                                double width,
                                double height,
                                const char *words);
void pact_document_add_contents (PactDocument *self,
                                 const char *heading);
void pact_document_add_space (PactDocument *self,
                              guint lines);
void pact_document_add_new_page (PactDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactDocumentTable, pact_document_table_free)

G_END_DECLS
