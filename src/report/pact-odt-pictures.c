/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-odt"

#include "config.h"

#include <math.h>

#include "pact-odt-private.h"
#include "pact-odt-styles.h"
#include "pact-type.h"

/* Drawings and pictures, each a file of the package. */

#define POINTS_OF_A_MILLIMETRE (72.0 / 25.4)

/* Frees a file of the package. */
void
_pact_odt_free_picture (gpointer data)
{
  OdtPicture *picture = data;

  g_free (picture->name);
  g_bytes_unref (picture->bytes);
  g_free (picture);
}

/* Writes a line that shows a file, which it takes. */
static void
write_frame (Odt *self,
             char *file,
             const char *media_type,
             GBytes *bytes,
             double width,
             double height,
             const char *title,
             const char *words)
{
  OdtPicture *picture = g_new0 (OdtPicture, 1);
  g_autofree char *style = _pact_odt_dup_paragraph_style (self, "Drawing", title);
  g_autofree char *name = g_strdup_printf ("Drawing%u", self->pictures->len + 1);
  g_autofree char *width_text = g_strdup_printf ("%.0fpt", width);
  g_autofree char *height_text = g_strdup_printf ("%.0fpt", height);

  picture->name = file;
  picture->media_type = media_type;
  picture->bytes = bytes;
  g_ptr_array_add (self->pictures, picture);

  pact_markup_start (&self->markup, "text:p");
  pact_markup_set (&self->markup, "text:style-name", style);
  pact_markup_start (&self->markup, "draw:frame");
  pact_markup_set (&self->markup, "draw:style-name", "Frame");
  pact_markup_set (&self->markup, "draw:name", name);
  pact_markup_set (&self->markup, "text:anchor-type", "as-char");
  pact_markup_set (&self->markup, "svg:width", width_text);
  pact_markup_set (&self->markup, "svg:height", height_text);
  pact_markup_start (&self->markup, "draw:image");
  pact_markup_set (&self->markup, "xlink:href", file);
  pact_markup_set (&self->markup, "xlink:type", "simple");
  pact_markup_set (&self->markup, "xlink:show", "embed");
  pact_markup_set (&self->markup, "xlink:actuate", "onLoad");
  pact_markup_end (&self->markup);
  pact_markup_put_element (&self->markup, "svg:title", NULL, title);
  if (words != NULL)
    pact_markup_put_element (&self->markup, "svg:desc", NULL, words);
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

/* Writes a drawing below its title. */
void
_pact_odt_write_drawing (Odt *self,
                         PactDrawing *drawing)
{
  const char *language = pact_document_get_language (self->document);
  double points = floor (pact_odt_styles_get_text_width (self->document) * POINTS_OF_A_MILLIMETRE);
  g_autofree char *words = pact_drawing_dup_words (drawing);
  PangoContext *context = pact_type_create_context (language, self->is_right_to_left);

  _pact_odt_put_paragraph (self, "Label", pact_drawing_get_title (drawing));
  write_frame (self, g_strdup_printf ("Pictures/drawing-%u.svg", self->pictures->len + 1), "image/svg+xml",
               pact_drawing_to_svg (drawing, language, points), points, pact_drawing_get_height (drawing, context, points),
               pact_drawing_get_title (drawing), words);
  g_object_unref (context);
}

/* Writes a picture. */
void
_pact_odt_write_picture (Odt *self,
                         const PactDocumentPicture *picture)
{
  write_frame (self, g_strdup_printf ("Pictures/picture-%u.png", self->pictures->len + 1), "image/png", g_bytes_ref (picture->png),
               picture->width, picture->height, picture->words, NULL);
}
