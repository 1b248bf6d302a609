/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

/*
 * What is drawn rather than written: bars, shares and spans of time, as vectors of any width.
 *
 * Whatever a drawing shows, its rows say in words too, so that it can be read aloud.
 */

G_BEGIN_DECLS

/* The colours of pillars and of parts; they are told apart on a copier without colours too. */
#define PACT_N_HUES 6
#define PACT_NO_HUE PACT_N_HUES

void pact_hue_get (guint hue,
                   double *red,
                   double *green,
                   double *blue);
char *pact_hue_dup_code (guint hue);

/**
 * PactDrawingKind:
 * @PACT_DRAWING_BARS: a bar for each row, whose parts stand one behind the other, all on one scale
 * @PACT_DRAWING_SPANS: a span of time for each row
 */
typedef enum
{
  PACT_DRAWING_BARS,
  PACT_DRAWING_SPANS,
} PactDrawingKind;

/**
 * PactDrawing:
 *
 * A drawing of a document.
 */
typedef struct _PactDrawing PactDrawing;

PactDrawing *pact_drawing_new (PactDrawingKind kind,
                               const char *title);
void pact_drawing_add_part (PactDrawing *self,
                            const char *name);
void pact_drawing_add_mark (PactDrawing *self,
                            const char *name,
                            double place);
void pact_drawing_add_row (PactDrawing *self,
                           const char *name,
                           const char *value,
                           guint hue,
                           const double *parts);
void pact_drawing_set_right_to_left (PactDrawing *self,
                                     gboolean is_right_to_left);
void pact_drawing_free (PactDrawing *self);

const char *pact_drawing_get_title (PactDrawing *self);
char *pact_drawing_dup_words (PactDrawing *self);
double pact_drawing_get_height (PactDrawing *self,
                                PangoContext *context,
                                double width);
GBytes *pact_drawing_to_svg (PactDrawing *self,
                             const char *language,
                             double width);
void pact_drawing_draw (PactDrawing *self,
                        cairo_t *cr,
                        PangoContext *context,
                        double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactDrawing, pact_drawing_free)

G_END_DECLS
