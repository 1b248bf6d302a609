/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-editor.h"

/* The verbs for several elements, on one. */

static inline GPtrArray *
alone (PactElement *element)
{
  GPtrArray *elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);

  return elements;
}

static inline gboolean
can_move_alone (PactEditor *editor,
                PactElement *element,
                PactElement *parent)
{
  g_autoptr (GPtrArray) elements = alone (element);

  return pact_editor_can_move_all (editor, elements, parent);
}

static inline gboolean
move_alone (PactEditor *editor,
            PactElement *element,
            PactElement *parent,
            PactElement *before,
            GError **error)
{
  g_autoptr (GPtrArray) elements = alone (element);

  return pact_editor_move_all (editor, elements, parent, before, error);
}

static inline PactElement *
duplicate_alone (PactEditor *editor,
                 PactElement *element,
                 GError **error)
{
  g_autoptr (GPtrArray) elements = alone (element);
  g_autoptr (GPtrArray) copies = pact_editor_duplicate_all (editor, elements, error);

  return copies != NULL ? g_ptr_array_index (copies, 0) : NULL;
}
