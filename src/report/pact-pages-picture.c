/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pages"

#include "config.h"

#include <string.h>

#include "pact-pages-private.h"

/* Pictures, set. */

/* Between a letterhead and what stands below it. */
#define LETTERHEAD_GAP 8.0

/* What is left of a file that is being read. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
} Rest;

static cairo_status_t
read_bytes (void *closure,
            unsigned char *data,
            unsigned int length)
{
  Rest *rest = closure;

  if (length > rest->length)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, rest->bytes, length);
  rest->bytes += length;
  rest->length -= length;

  return CAIRO_STATUS_SUCCESS;
}

/* Sets a picture at the start of its line. What a document begins with is a letterhead: if it is low enough it stands in the margin, and
 * takes no room from the text. */
void
_pact_pages_set_picture (PactPages *self,
                         const PactDocumentPicture *picture)
{
  gboolean is_letterhead;
  Rest rest;
  Mark mark = { .kind = MARK_PICTURE, .width = picture->width, .height = picture->height, .words = picture->words };

  rest.bytes = g_bytes_get_data (picture->png, &rest.length);
  mark.surface = cairo_image_surface_create_from_png_stream (read_bytes, &rest);
  if (cairo_surface_status (mark.surface) != CAIRO_STATUS_SUCCESS)
    {
      g_debug ("cairo: %s", cairo_status_to_string (cairo_surface_status (mark.surface)));
      cairo_surface_destroy (mark.surface);
      return;
    }

  is_letterhead = self->pages->len == 1 && self->is_fresh && picture->height <= PACT_PAGES_LETTERHEAD_HEIGHT;
  if (!is_letterhead)
    _pact_pages_need (self, picture->height);
  mark.x = _pact_pages_place (self, self->left, picture->width);
  mark.y = is_letterhead ? self->top - LETTERHEAD_GAP - picture->height : self->y;
  _pact_pages_speak (self, picture->words);
  _pact_pages_open (self, "Figure", NULL);
  g_array_append_val (self->page->marks, mark);
  _pact_pages_close (self);
  if (is_letterhead)
    return;

  self->is_fresh = FALSE;
  self->y += picture->height + BLOCK_GAP;
}
