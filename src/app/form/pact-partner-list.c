/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-partner-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-actor-popover.h"
#include "pact-answer-list.h"
#include "pact-drop-down.h"
#include "pact-follow.h"
#include "pact-heading.h"
#include "pact-partner-list.h"
#include "pact-plan.h"
#include "pact-shell.h"

/**
 * PactPartnerList:
 *
 * The actors that take part in a measure, with what they do in it.
 */
struct _PactPartnerList
{
  AdwPreferencesGroup parent_instance;

  PactEditor *editor;
  PactElement *measure;
  GListModel *involvements;
  GPtrArray *rows; /* GtkWidget, borrowed */
  GtkWidget *add_button;
  PactActorPopover *popover;
};

G_DEFINE_FINAL_TYPE (PactPartnerList, pact_partner_list, ADW_TYPE_PREFERENCES_GROUP)

static PactElement *
get_involvement (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "pact-element");
}

static PactElement *
get_actor (PactElement *involvement)
{
  const char *uuid = pact_element_get (involvement, "actor");

  return uuid != NULL ? pact_plan_lookup (pact_element_get_plan (involvement), uuid) : NULL;
}

static void
report (PactPartnerList *self,
        const GError *error)
{
  pact_shell_report (pact_shell_get (GTK_WIDGET (self)), _("The partners cannot be changed"), error);
}

static void
remove_cb (GtkWidget *button,
           gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  PactPartnerList *self = PACT_PARTNER_LIST (gtk_widget_get_ancestor (row, PACT_TYPE_PARTNER_LIST));
  g_autoptr (GError) error = NULL;

  if (!pact_editor_remove (self->editor, get_involvement (row), &error))
    report (self, error);
}

static void
role_selected_cb (GtkDropDown *drop_down,
                  GParamSpec *pspec,
                  gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (drop_down), ADW_TYPE_ACTION_ROW);
  PactPartnerList *self = PACT_PARTNER_LIST (gtk_widget_get_ancestor (row, PACT_TYPE_PARTNER_LIST));
  const char *code = pact_drop_down_get_code (drop_down);
  g_autoptr (GError) error = NULL;

  if (code != NULL && !pact_editor_set_by_name (self->editor, get_involvement (row), "role", code, &error))
    report (self, error);
}

static GtkWidget *
role_drop_down_new (const PactField *field)
{
  GtkDropDown *drop_down = pact_drop_down_new ();
  g_autoptr (GListModel) roles = pact_vocabulary_list_answers (field->vocabulary);

  pact_drop_down_set_answers (drop_down, roles);
  pact_drop_down_set_name (drop_down, pact_field_get_label (field));

  return GTK_WIDGET (drop_down);
}

/* Shows what the involvement says now. */
static void
update_row (GtkWidget *row)
{
  PactElement *involvement = get_involvement (row);
  GtkDropDown *drop_down = g_object_get_data (G_OBJECT (row), "pact-role");
  PactElement *actor = get_actor (involvement);
  const char *name = actor != NULL ? pact_element_get_title (actor) : NULL;
  g_autofree char *title = g_markup_escape_text (name != NULL ? name : C_ ("element", "Without a name"), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_handlers_block_by_func (drop_down, role_selected_cb, NULL);
  gtk_drop_down_set_selected (drop_down, pact_drop_down_find (drop_down, pact_element_get (involvement, "role")));
  g_signal_handlers_unblock_by_func (drop_down, role_selected_cb, NULL);
}

static GtkWidget *
row_new (PactEditor *editor,
         PactElement *involvement)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down = role_drop_down_new (pact_kind_find_field (pact_element_get_kind (involvement), "role"));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  g_object_set_data_full (G_OBJECT (row), "pact-element", g_object_ref (involvement), g_object_unref);
  g_object_set_data (G_OBJECT (row), "pact-role", drop_down);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (role_selected_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, C_ ("button", "Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("button", "Remove"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  pact_widget_follow_editor (drop_down, editor);
  pact_widget_follow_editor (button, editor);

  g_signal_connect_object (involvement, "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  if (get_actor (involvement) != NULL)
    g_signal_connect_object (get_actor (involvement), "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  update_row (row);

  return row;
}

/* In which row the keyboard is, -1 for none. */
static int
find_focus (PactPartnerList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      if (focus == g_ptr_array_index (self->rows, i) || gtk_widget_is_ancestor (focus, g_ptr_array_index (self->rows, i)))
        return i;
    }

  return -1;
}

static void
show_rows (PactPartnerList *self)
{
  int index = find_focus (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; self->involvements != NULL && i < g_list_model_get_n_items (self->involvements); i++)
    {
      g_autoptr (PactElement) involvement = g_list_model_get_item (self->involvements, i);
      GtkWidget *row = row_new (self->editor, involvement);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }

  /* Whoever removed one goes on with the next. */
  if (index < 0)
    return;
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN ((guint) index, self->rows->len - 1)));
  else
    gtk_widget_grab_focus (self->add_button);
}

static void
chosen_cb (PactPartnerList *self,
           const char *name,
           const char *actor_kind)
{
  g_autoptr (GError) error = NULL;

  if (self->measure != NULL && pact_editor_involve (self->editor, self->measure, name, actor_kind, &error) == NULL)
    report (self, error);
}

static void
offer_cb (GtkMenuButton *button,
          gpointer user_data)
{
  PactPartnerList *self = PACT_PARTNER_LIST (user_data);

  if (self->measure != NULL)
    pact_actor_popover_offer (self->popover, self->measure, pact_element_get (self->measure, "partner_types"), TRUE);
}

static void
pact_partner_list_dispose (GObject *object)
{
  PactPartnerList *self = PACT_PARTNER_LIST (object);

  pact_partner_list_set_measure (self, NULL, NULL);

  G_OBJECT_CLASS (pact_partner_list_parent_class)->dispose (object);
}

static void
pact_partner_list_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_PARTNER_LIST (object)->rows);

  G_OBJECT_CLASS (pact_partner_list_parent_class)->finalize (object);
}

static void
pact_partner_list_class_init (PactPartnerListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pact_partner_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_partner_list_finalize;
}

static void
pact_partner_list_init (PactPartnerList *self)
{
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), "involvement");

  self->add_button = gtk_menu_button_new ();
  self->rows = g_ptr_array_new ();
  self->popover = pact_actor_popover_new ();
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add_button), pact_kind_get_verb_label (kind, PACT_VERB_ADD));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add_button), GTK_WIDGET (self->popover));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add_button), offer_cb, self, NULL);
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), pact_kind_get_label_plural (kind));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  pact_heading_keep_whole (ADW_PREFERENCES_GROUP (self));
}

/**
 * pact_partner_list_set_measure:
 * @self: a list
 * @editor: (nullable): the open plan
 * @measure: (nullable): the measure whose partners are shown
 */
void
pact_partner_list_set_measure (PactPartnerList *self,
                               PactEditor *editor,
                               PactElement *measure)
{
  g_return_if_fail (PACT_IS_PARTNER_LIST (self));

  if (measure == self->measure && editor == self->editor)
    return;
  if (self->involvements != NULL)
    g_signal_handlers_disconnect_by_func (self->involvements, show_rows, self);
  g_clear_object (&self->involvements);
  g_set_object (&self->editor, editor);
  g_set_object (&self->measure, measure);
  pact_widget_follow_editor (self->add_button, editor);
  if (measure != NULL)
    {
      self->involvements = g_object_ref (pact_element_get_children_by_name (measure, "involvement"));
      g_signal_connect_object (self->involvements, "items-changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
    }
  show_rows (self);
}
