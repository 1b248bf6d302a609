/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-actors"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-editor-private.h"
#include "pact-fold.h"
#include "pact-text.h"

/* Actors in measures. */

/**
 * pact_body_get_actor_kind:
 * @body: (nullable): a code of vocabulary body, the type of a lead or partner
 *
 * Returns: (transfer none): the code of vocabulary actor_kind that fits such a body
 */
const char *
pact_body_get_actor_kind (const char *body)
{
  static const struct
  {
    const char *body;
    const char *kind;
  } kinds[] = {
    { "social-services", "social-services" },
    { "education", "education" },
    { "health", "health" },
    { "police", "police-justice" },
    { "prosecution-courts", "police-justice" },
    { "regional-national-authority", "public-body" },
    { "association-of-authorities", "public-body" },
    { "ombuds-office", "public-body" },
    { "university", "public-body" },
    { "ngo-victim-support", "third-sector" },
    { "helpline", "third-sector" },
    { "parents-association", "third-sector" },
    { "settings-clubs", "third-sector" },
    { "childrens-council", "childrens-council" },
    { "private-sector", "private-sector" },
    { "media", "private-sector" },
  };

  for (guint i = 0; body != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].body, body))
        return kinds[i].kind;
    }

  return "own-department";
}

/* The element of a kind below the plan that people would say is the one of that name. */
PactElement *
_pact_editor_find_titled (PactEditor *self,
                          const PactKind *kind,
                          const char *title)
{
  GListModel *candidates = pact_element_get_children (pact_plan_get_root (pact_editor_get_plan (self)), kind);

  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr (PactElement) candidate = g_list_model_get_item (candidates, i);

      if (pact_text_is_same_name (pact_element_get_title (candidate), title))
        return candidate;
    }

  return NULL;
}

/* Inside an edit: the UUID of the actor of that name, who is added if the plan has no such one. */
static char *
ensure_actor (PactEditor *self,
              const char *name,
              const char *actor_kind,
              GError **error)
{
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (self));
  const PactKind *kind = pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), "actor");
  PactElement *actor = _pact_editor_find_titled (self, kind, name);
  g_autofree char *line = pact_text_clean_line (name);
  g_autoptr (PactRecord) record = NULL;

  if (actor != NULL)
    return g_strdup (pact_element_get_uuid (actor));

  record = pact_record_new (kind, pact_element_get_uuid (root));
  pact_record_set (record, "name", line);
  pact_record_set (record, "kind", actor_kind);
  if (!_pact_editor_find_position (self, root, kind, NULL, &record->position, error)
      || !pact_library_insert (_pact_editor_get_library (self), record, error))
    return NULL;

  return g_strdup (record->uuid);
}

/* The partner of a measure who is the actor of that UUID. */
static PactElement *
find_partner (PactElement *measure,
              const char *actor)
{
  GListModel *partners = pact_element_get_children_by_name (measure, "involvement");

  for (guint i = 0; i < g_list_model_get_n_items (partners); i++)
    {
      g_autoptr (PactElement) partner = g_list_model_get_item (partners, i);

      if (g_strcmp0 (pact_element_get (partner, "actor"), actor) == 0)
        return partner;
    }

  return NULL;
}

static PactElement *
find_actor (PactElement *measure,
            const char *name)
{
  GListModel *actors =
    pact_element_get_children_by_name (pact_plan_get_root (pact_element_get_plan (measure)), "actor");

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (PactElement) actor = g_list_model_get_item (actors, i);

      if (pact_text_is_same_name (pact_element_get_title (actor), name))
        return actor;
    }

  return NULL;
}

/**
 * pact_measure_has_partner:
 * @measure: a measure of a plan
 * @name: what a body is called
 *
 * Returns: whether the body of that name is among the partners
 */
gboolean
pact_measure_has_partner (PactElement *measure,
                          const char *name)
{
  PactElement *actor;

  g_return_val_if_fail (pact_element_is_kind (measure, "measure"), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  actor = find_actor (measure, name);

  return actor != NULL && find_partner (measure, pact_element_get_uuid (actor)) != NULL;
}

/**
 * pact_measure_describe_part:
 * @measure: a measure of a plan
 * @name: what a body is called
 *
 * Returns: (transfer full) (nullable): a sentence on the part that the body of that name has in the measure already, so that it
 *   need not be added as a partner; %NULL if it has none
 */
char *
pact_measure_describe_part (PactElement *measure,
                            const char *name)
{
  PactElement *actor;

  g_return_val_if_fail (pact_element_is_kind (measure, "measure"), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  actor = find_actor (measure, name);
  if (actor == NULL)
    return NULL;
  if (g_strcmp0 (pact_element_get (measure, "lead"), pact_element_get_uuid (actor)) == 0)
    /* Translators: %s is the name of a body. */
    return g_strdup_printf (_("“%s” leads this measure."), pact_element_get_name (actor));
  if (find_partner (measure, pact_element_get_uuid (actor)) != NULL)
    /* Translators: %s is the name of a body. */
    return g_strdup_printf (_("“%s” is among the partners already."), pact_element_get_name (actor));

  return NULL;
}

/* Inside an edit: who leads a measure is not one of its partners. */
gboolean
_pact_editor_drop_partner (PactEditor *self,
                           PactElement *measure,
                           const char *actor,
                           GError **error)
{
  PactElement *partner = find_partner (measure, actor);

  return partner == NULL || pact_library_delete (_pact_editor_get_library (self), pact_element_get_uuid (partner), error);
}

/**
 * pact_editor_set_actor_by_name:
 * @self: an editor
 * @element: an element of the plan
 * @field: a field of its kind that refers to an actor, such as the lead body of a measure
 * @name: what the actor is called
 * @actor_kind: (nullable): what kind of actor it is, should the plan not have it yet
 * @error: return location for an error
 *
 * Makes @field say the actor of that name, as one step of undo; the actor is added if the plan
 * has no such one. Who leads a measure from now on is not among its partners any more.
 *
 * Returns: whether it does now; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_set_actor_by_name (PactEditor *self,
                               PactElement *element,
                               const PactField *field,
                               const char *name,
                               const char *actor_kind,
                               GError **error)
{
  g_autofree char *uuid = NULL;
  gboolean success;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);
  g_return_val_if_fail (field != NULL && g_strcmp0 (field->target, "actor") == 0, FALSE);
  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);

  if (!_pact_editor_begin (self, "edit", pact_element_get_kind (element), NULL, error))
    return FALSE;
  uuid = ensure_actor (self, name, actor_kind, error);
  success = uuid != NULL && pact_library_update (_pact_editor_get_library (self), pact_element_get_uuid (element), field, uuid,
                                                 error);
  if (success && pact_element_is_kind (element, "measure") && g_str_equal (field->name, "lead"))
    success = _pact_editor_drop_partner (self, element, uuid, error);

  return _pact_editor_end (self, success, error);
}

/**
 * pact_editor_involve:
 * @self: an editor
 * @measure: a measure of the plan
 * @name: what the partner is called
 * @actor_kind: (nullable): what kind of actor it is, should the plan not have it yet
 * @error: return location for an error
 *
 * Adds the actor of that name to @measure as a partner, as one step of undo; the actor is added
 * if the plan has no such one.
 *
 * Returns: (transfer none) (nullable): the involvement, or %NULL with @error set to an error of %PACT_DB_ERROR
 */
PactElement *
pact_editor_involve (PactEditor *self,
                     PactElement *measure,
                     const char *name,
                     const char *actor_kind,
                     GError **error)
{
  const PactKind *kind;
  g_autofree char *uuid = NULL;
  g_autoptr (PactRecord) record = NULL;
  gboolean success;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (pact_element_is_kind (measure, "measure"), NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  kind = pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), "involvement");
  record = pact_record_new (kind, pact_element_get_uuid (measure));
  pact_record_set (record, "role", "partner");
  if (!_pact_editor_begin (self, "add", kind, NULL, error))
    return NULL;
  uuid = ensure_actor (self, name, actor_kind, error);
  success = uuid != NULL;
  if (success)
    {
      pact_record_set (record, "actor", uuid);
      success = _pact_editor_find_position (self, measure, kind, NULL, &record->position, error)
                && pact_library_insert (_pact_editor_get_library (self), record, error);
    }
  if (!_pact_editor_end (self, success, error))
    return NULL;

  return pact_plan_lookup (pact_editor_get_plan (self), record->uuid);
}
