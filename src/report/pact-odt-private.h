/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-document.h"
#include "pact-markup.h"

G_BEGIN_DECLS

/* A file of the package that is shown in the text. */
typedef struct
{
  char *name;
  const char *media_type;
  GBytes *bytes;
} OdtPicture;

typedef struct
{
  PactDocument *document;
  gboolean is_right_to_left;
  PactMarkup markup;
  const char *body;    /* what has been written of the text */
  GPtrArray *pictures; /* of OdtPicture */
  GString *styles;     /* what is special about some paragraphs and tables */
  guint n_paragraphs;
  guint n_tables;
  gboolean needs_page; /* what follows stands on a page of its own */
  guint space;         /* so many lines of room stand before what follows */
} Odt;

char *_pact_odt_dup_paragraph_style (Odt *self,
                                     const char *named,
                                     const char *text);
void _pact_odt_put_paragraph (Odt *self,
                              const char *named,
                              const char *text);
void _pact_odt_free_picture (gpointer data);
void _pact_odt_write_drawing (Odt *self,
                              PactDrawing *drawing);
void _pact_odt_write_picture (Odt *self,
                              const PactDocumentPicture *picture);

G_END_DECLS
