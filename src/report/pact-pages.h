/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-document.h"

/*
 * A document as pages, for the screen, the printer and PDF, which so all show the same.
 *
 * They may be made in any thread, and are then used in one thread at a time.
 */

G_BEGIN_DECLS

/* A picture that a document begins with, and that is no higher than this, stands in the margin above the text, in points. */
#define PACT_PAGES_LETTERHEAD_HEIGHT 44.0

/**
 * PactPagesProgress:
 * @done: how many blocks of the document have been set
 * @total: how many there are
 * @data: what was handed to pact_pages_new()
 */
typedef void (*PactPagesProgress) (guint done,
                                   guint total,
                                   gpointer data);

#define PACT_TYPE_PAGES (pact_pages_get_type ())
G_DECLARE_FINAL_TYPE (PactPages, pact_pages, PACT, PAGES, GObject)

PactPages *pact_pages_new (PactDocument *document,
                           PactPagesProgress progress,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);
PactDocument *pact_pages_get_document (PactPages *self);
guint pact_pages_get_count (PactPages *self);
gboolean pact_pages_is_empty (PactPages *self);
void pact_pages_get_size (PactPages *self,
                          double *width,
                          double *height);
void pact_pages_draw (PactPages *self,
                      guint page,
                      cairo_t *cr);
char *pact_pages_dup_text (PactPages *self,
                           guint page);

GBytes *pact_pages_to_pdf (PactPages *self,
                           GError **error);

G_END_DECLS
