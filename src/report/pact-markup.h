/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

/* Elements and their texts, as HTML and OpenDocument text are written. */

G_BEGIN_DECLS

/**
 * PactMarkup:
 * @writer: what writes it
 * @is_html: whether elements without content are written in full, for HTML knows no short form of most
 * @class_attribute: the attribute that says how an element looks
 *
 * What is being written.
 */
typedef struct
{
  xmlTextWriterPtr writer;
  gboolean is_html;
  const char *class_attribute;
} PactMarkup;

void pact_markup_start (PactMarkup *self,
                        const char *element);
void pact_markup_end (PactMarkup *self);
void pact_markup_set (PactMarkup *self,
                      const char *attribute,
                      const char *value);
void pact_markup_put (PactMarkup *self,
                      const char *text);
void pact_markup_put_element (PactMarkup *self,
                              const char *element,
                              const char *class_name,
                              const char *text);

G_END_DECLS
