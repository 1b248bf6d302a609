/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-model.h"

static const char *
translate (const char *context,
           const char *message)
{
  return message != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, message) : NULL;
}

/**
 * pact_model_get_root:
 * @model: a model table
 *
 * Returns: (transfer none): the kind of the plan itself, the first row
 */
const PactKind *
pact_model_get_root (const PactModel *model)
{
  g_return_val_if_fail (model != NULL && model->n_kinds > 0, NULL);

  return &model->kinds[0];
}

/**
 * pact_model_find_kind:
 * @model: a model table
 * @name: the name of a kind
 *
 * Returns: (transfer none) (nullable): the kind of that name, or %NULL
 */
const PactKind *
pact_model_find_kind (const PactModel *model,
                      const char *name)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      if (g_str_equal (model->kinds[i].name, name))
        return &model->kinds[i];
    }

  return NULL;
}

/**
 * pact_model_get_index:
 * @model: a model table
 * @kind: one of its kinds
 *
 * Returns: the row in which @kind stands, from 0
 */
gsize
pact_model_get_index (const PactModel *model,
                      const PactKind *kind)
{
  g_return_val_if_fail (model != NULL, 0);
  g_return_val_if_fail (kind >= model->kinds && kind < model->kinds + model->n_kinds, 0);

  return kind - model->kinds;
}

/**
 * pact_kind_may_contain:
 * @kind: a kind
 * @child: another kind of the same model
 *
 * Returns: whether elements of @child may stand below one of @kind
 */
gboolean
pact_kind_may_contain (const PactKind *kind,
                       const PactKind *child)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  g_return_val_if_fail (child != NULL, FALSE);

  for (gsize i = 0; child->parents[i] != NULL; i++)
    {
      if (g_str_equal (child->parents[i], kind->name))
        return TRUE;
    }

  return FALSE;
}

/**
 * pact_kind_find_field:
 * @kind: a kind
 * @name: the name of a field
 *
 * Returns: (transfer none) (nullable): the field of that name, or %NULL
 */
const PactField *
pact_kind_find_field (const PactKind *kind,
                      const char *name)
{
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].name, name))
        return &kind->fields[i];
    }

  return NULL;
}

/**
 * pact_kind_get_title_field:
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the field by which people know such an
 *   element, or %NULL for kinds without one
 */
const PactField *
pact_kind_get_title_field (const PactKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].flags & PACT_FIELD_TITLE)
        return &kind->fields[i];
    }

  return NULL;
}

/**
 * pact_kind_get_field_index:
 * @kind: a kind
 * @field: one of its fields
 *
 * Returns: the row in which @field stands among those of @kind, from 0
 */
gsize
pact_kind_get_field_index (const PactKind *kind,
                           const PactField *field)
{
  g_return_val_if_fail (kind != NULL, 0);
  g_return_val_if_fail (field >= kind->fields && field < kind->fields + kind->n_fields, 0);

  return field - kind->fields;
}

/**
 * pact_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): what one is called, in the interface's language
 */
const char *
pact_kind_get_label (const PactKind *kind)
{
  return translate ("kind", kind->label);
}

/**
 * pact_kind_get_label_plural:
 * @kind: a kind
 *
 * Returns: (transfer none): what several are called, in the interface's language
 */
const char *
pact_kind_get_label_plural (const PactKind *kind)
{
  return translate ("kind", kind->label_plural);
}

/**
 * pact_kind_get_verb_label:
 * @kind: a kind
 * @verb: what is done to such an element
 *
 * Returns: (transfer none): the whole phrase, such as “Delete Measure”, in the
 *   interface's language
 */
const char *
pact_kind_get_verb_label (const PactKind *kind,
                          PactVerb verb)
{
  g_return_val_if_fail (verb < PACT_N_VERBS, NULL);

  return translate ("verb", kind->verbs[verb]);
}

/**
 * pact_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): what it is called, in the interface's language
 */
const char *
pact_field_get_label (const PactField *field)
{
  return translate ("field", field->label);
}

/**
 * pact_field_get_hint:
 * @field: a field
 *
 * Returns: (transfer none) (nullable): what to write there, in the interface's language
 */
const char *
pact_field_get_hint (const PactField *field)
{
  return translate ("hint", field->hint);
}
