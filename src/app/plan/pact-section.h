/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_SECTION (pact_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (PactSection, pact_section, PACT, SECTION, AdwBin)

/**
 * PactSectionClass:
 * @editor_set: another plan or none is open from now on
 * @edited: the plan was changed, see #PactEditor::edited, or can be changed or not from now on; called only while the
 *   section can be seen, and once when it comes to be seen after a change
 * @reveal: goes to a field of an element, %NULL for the whole element; returns whether it is shown here
 * @choose: chooses those of several elements that can be chosen here together
 *
 * What each section of the plan does in its own way.
 */
struct _PactSectionClass
{
  AdwBinClass parent_class;

  void (*editor_set) (PactSection *self);
  void (*edited) (PactSection *self);
  gboolean (*reveal) (PactSection *self,
                      PactElement *element,
                      const PactField *field);
  void (*choose) (PactSection *self,
                  GPtrArray *elements);
};

PactEditor *pact_section_get_editor (PactSection *self);
void pact_section_set_editor (PactSection *self,
                              PactEditor *editor);
void pact_section_refresh (PactSection *self);
gboolean pact_section_reveal (PactSection *self,
                              PactElement *element,
                              const PactField *field);
void pact_section_choose (PactSection *self,
                          GPtrArray *elements);

G_END_DECLS
