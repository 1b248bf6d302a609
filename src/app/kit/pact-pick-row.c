/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pick-row"

#include "config.h"

#include "pact-answer.h"
#include "pact-drop-down.h"
#include "pact-pick-row.h"

/**
 * PactPickRow:
 *
 * A row with a list of answers to pick one from, see pact_drop_down_new(); the AdwComboRow of libadwaita 1.2 cannot be
 * searched.
 */
struct _PactPickRow
{
  AdwActionRow parent_instance;

  GtkDropDown *drop_down;
};

G_DEFINE_FINAL_TYPE (PactPickRow, pact_pick_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_CODE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
selected_cb (PactPickRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

static void
pact_pick_row_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, pact_pick_row_get_code (PACT_PICK_ROW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pact_pick_row_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CODE:
      pact_pick_row_set_code (PACT_PICK_ROW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
title_changed_cb (PactPickRow *self)
{
  pact_drop_down_set_name (self->drop_down, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static void
pact_pick_row_class_init (PactPickRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pact_pick_row_get_property;
  object_class->set_property = pact_pick_row_set_property;

  /**
   * PactPickRow:code:
   *
   * The code that is picked, empty for none.
   */
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_pick_row_init (PactPickRow *self)
{
  self->drop_down = pact_drop_down_new ();
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));

  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

/**
 * pact_pick_row_set_answers:
 * @self: a row
 * @answers: the list of #PactAnswer to pick from
 * @none: (nullable): what a line before the others says, with which nothing is picked
 *
 * The answer that was picked stays if it is there.
 */
void
pact_pick_row_set_answers (PactPickRow *self,
                           GListModel *answers,
                           const char *none)
{
  g_autoptr (GListModel) all = NULL;
  g_autofree char *picked = NULL;

  g_return_if_fail (PACT_IS_PICK_ROW (self));
  g_return_if_fail (G_IS_LIST_MODEL (answers));

  if (none != NULL)
    {
      GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
      g_autoptr (GListStore) head = g_list_store_new (PACT_TYPE_ANSWER);

      pact_answers_append (head, NULL, none, NULL);
      g_list_store_append (parts, head);
      g_list_store_append (parts, answers);
      all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
    }
  else
    {
      all = g_object_ref (answers);
    }

  picked = g_strdup (pact_pick_row_get_code (self));
  pact_drop_down_set_answers (self->drop_down, all);
  pact_pick_row_set_code (self, picked);
}

/**
 * pact_pick_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none): the code that is picked, empty for none
 */
const char *
pact_pick_row_get_code (PactPickRow *self)
{
  const char *code;

  g_return_val_if_fail (PACT_IS_PICK_ROW (self), NULL);

  code = pact_drop_down_get_code (self->drop_down);

  return code != NULL ? code : "";
}

/**
 * pact_pick_row_set_code:
 * @self: a row
 * @code: the code to pick, empty for none
 *
 * Picks the first line if there is no such code.
 */
void
pact_pick_row_set_code (PactPickRow *self,
                        const char *code)
{
  guint found;

  g_return_if_fail (PACT_IS_PICK_ROW (self));

  found = pact_drop_down_find (self->drop_down, code);
  gtk_drop_down_set_selected (self->drop_down, found != GTK_INVALID_LIST_POSITION ? found : 0);
}

/**
 * pact_pick_row_grab_focus:
 * @self: a row
 *
 * Leads the keys to the list.
 */
void
pact_pick_row_grab_focus (PactPickRow *self)
{
  g_return_if_fail (PACT_IS_PICK_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->drop_down));
}
