/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-markup"

#include "config.h"

#include "pact-markup.h"

/**
 * pact_markup_start:
 * @self: what is being written
 * @element: the name of an element
 *
 * Begins an element.
 */
void
pact_markup_start (PactMarkup *self,
                   const char *element)
{
  xmlTextWriterStartElement (self->writer, BAD_CAST element);
}

/**
 * pact_markup_end:
 * @self: what is being written
 *
 * Ends the element that was begun last.
 */
void
pact_markup_end (PactMarkup *self)
{
  if (self->is_html)
    xmlTextWriterFullEndElement (self->writer);
  else
    xmlTextWriterEndElement (self->writer);
}

/**
 * pact_markup_set:
 * @self: what is being written
 * @attribute: the name of an attribute
 * @value: its value, which is text
 *
 * Gives the element that was just begun an attribute.
 */
void
pact_markup_set (PactMarkup *self,
                 const char *attribute,
                 const char *value)
{
  xmlTextWriterWriteAttribute (self->writer, BAD_CAST attribute, BAD_CAST value);
}

/**
 * pact_markup_put:
 * @self: what is being written
 * @text: a text
 */
void
pact_markup_put (PactMarkup *self,
                 const char *text)
{
  xmlTextWriterWriteString (self->writer, BAD_CAST text);
}

/**
 * pact_markup_put_element:
 * @self: what is being written
 * @element: the name of an element
 * @class_name: (nullable): how it looks
 * @text: its text
 *
 * Writes an element that has nothing but a text.
 */
void
pact_markup_put_element (PactMarkup *self,
                         const char *element,
                         const char *class_name,
                         const char *text)
{
  pact_markup_start (self, element);
  if (class_name != NULL)
    pact_markup_set (self, self->class_attribute, class_name);
  pact_markup_put (self, text);
  pact_markup_end (self);
}
