/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pick-row"

#include "config.h"

#include "pact-codes.h"
#include "pact-pick-row.h"
#include "pact-searchable.h"

/* From how many entries on a list can be searched. */
#define MANY 12

/**
 * PactPickRow:
 *
 * A row with a list of codes to pick one from, which can be searched when it is long; the
 * AdwComboRow of libadwaita 1.2 cannot be.
 */
struct _PactPickRow
{
  AdwActionRow parent_instance;

  GtkDropDown *drop_down;
  GListModel *codes;
};

G_DEFINE_FINAL_TYPE (PactPickRow, pact_pick_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_CODE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
setup_button_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *list_item,
                 gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_item_set_child (list_item, label);
}

static void
name_row (GtkListItem *list_item)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (list_item));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    pact_code_get_name (gtk_list_item_get_item (list_item)), -1);
}

static void
bind_button_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item,
                gpointer user_data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       pact_code_get_name (gtk_list_item_get_item (list_item)));
  name_row (list_item);
}

static void
setup_list_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item,
               gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (list_item, box);
}

/* Marks the entry that is picked. */
static void
update_mark (GtkListItem *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);

  gtk_widget_set_opacity (gtk_widget_get_last_child (box), gtk_list_item_get_selected (list_item) ? 1 : 0);
}

static void
bind_list_cb (GtkSignalListItemFactory *factory,
              GtkListItem *list_item,
              gpointer user_data)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)),
                       pact_code_get_name (gtk_list_item_get_item (list_item)));
  name_row (list_item);
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (update_mark), NULL);
  update_mark (list_item);
}

static void
unbind_list_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item,
                gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (list_item, update_mark, NULL);
}

static GtkListItemFactory *
make_button_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_button_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_button_cb), NULL);

  return factory;
}

static GtkListItemFactory *
make_list_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_list_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_list_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_list_cb), NULL);

  return factory;
}

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
  pact_name_drop_down (self->drop_down, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static void
pact_pick_row_dispose (GObject *object)
{
  PactPickRow *self = PACT_PICK_ROW (object);

  g_clear_object (&self->codes);

  G_OBJECT_CLASS (pact_pick_row_parent_class)->dispose (object);
}

static void
pact_pick_row_class_init (PactPickRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pact_pick_row_dispose;
  object_class->get_property = pact_pick_row_get_property;
  object_class->set_property = pact_pick_row_set_property;

  /**
   * PactPickRow:code:
   *
   * The code that is picked, empty for none.
   */
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pact_pick_row_init (PactPickRow *self)
{
  g_autoptr (GtkListItemFactory) button_factory = make_button_factory ();
  g_autoptr (GtkListItemFactory) list_factory = make_list_factory ();
  g_autoptr (GtkExpression) name = gtk_property_expression_new (PACT_TYPE_CODE, NULL, "name");

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_expression (self->drop_down, name);
  gtk_drop_down_set_factory (self->drop_down, button_factory);
  gtk_drop_down_set_list_factory (self->drop_down, list_factory);
  pact_make_searchable (self->drop_down);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));

  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

/**
 * pact_pick_row_set_codes:
 * @self: a row
 * @codes: what there is to pick from, of #PactCode
 * @none: (nullable): what an entry before the others says, with which nothing is picked
 *
 * The code that was picked stays if it is there.
 */
void
pact_pick_row_set_codes (PactPickRow *self,
                         GListModel *codes,
                         const char *none)
{
  g_autofree char *picked = NULL;
  guint n_codes;

  g_return_if_fail (PACT_IS_PICK_ROW (self));
  g_return_if_fail (G_IS_LIST_MODEL (codes));

  n_codes = g_list_model_get_n_items (codes);
  picked = g_strdup (pact_pick_row_get_code (self));
  g_clear_object (&self->codes);
  if (none != NULL)
    {
      GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
      g_autoptr (GListStore) head = g_list_store_new (PACT_TYPE_CODE);
      g_autoptr (PactCode) entry = pact_code_new ("", none);

      g_list_store_append (head, entry);
      g_list_store_append (parts, head);
      g_list_store_append (parts, codes);
      self->codes = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
    }
  else
    {
      self->codes = g_object_ref (codes);
    }

  gtk_drop_down_set_enable_search (self->drop_down, n_codes > MANY);
  gtk_drop_down_set_model (self->drop_down, self->codes);
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
  gpointer selected;

  g_return_val_if_fail (PACT_IS_PICK_ROW (self), NULL);

  selected = gtk_drop_down_get_selected_item (self->drop_down);

  return selected != NULL ? pact_code_get_code (selected) : "";
}

/**
 * pact_pick_row_set_code:
 * @self: a row
 * @code: the code to pick, empty for none
 *
 * Picks the first entry if there is no such code.
 */
void
pact_pick_row_set_code (PactPickRow *self,
                        const char *code)
{
  guint found = 0;

  g_return_if_fail (PACT_IS_PICK_ROW (self));

  for (guint i = 0; self->codes != NULL && i < g_list_model_get_n_items (self->codes); i++)
    {
      g_autoptr (PactCode) entry = g_list_model_get_item (self->codes, i);

      if (g_strcmp0 (pact_code_get_code (entry), code) == 0)
        {
          found = i;
          break;
        }
    }
  gtk_drop_down_set_selected (self->drop_down, found);
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
