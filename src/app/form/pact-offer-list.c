/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-offer-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-follow.h"
#include "pact-name.h"
#include "pact-offer-list.h"
#include "pact-plan.h"
#include "pact-shell.h"

/**
 * PactOfferList:
 *
 * The indicators that the template suggests for a measure besides those that it has, each to be taken with a click.
 */
struct _PactOfferList
{
  AdwPreferencesGroup parent_instance;

  PactEditor *editor;
  PactElement *measure;
  GPtrArray *offers; /* PactRecord, what is offered */
  GPtrArray *rows;   /* the rows of these, borrowed */
};

G_DEFINE_FINAL_TYPE (PactOfferList, pact_offer_list, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_indicator (PactElement *measure,
               const char *key)
{
  GListModel *present = pact_element_get_children_by_name (measure, "indicator");

  for (guint i = 0; i < g_list_model_get_n_items (present); i++)
    {
      g_autoptr (PactElement) indicator = g_list_model_get_item (present, i);

      if (g_strcmp0 (pact_element_get (indicator, "template_key"), key) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What is suggested in the plan's language, and not there yet. */
static GPtrArray *
find_offers (PactOfferList *self)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  PactTemplateItem *item = NULL;
  GPtrArray *offers;

  if (shell != NULL && self->measure != NULL)
    item = pact_template_library_find_item (pact_workspace_get_templates (pact_shell_get_workspace (shell)), self->measure);
  if (item == NULL)
    return pact_record_list_new ();

  offers = pact_template_item_instantiate_indicators (item, pact_element_get_uuid (self->measure),
                                                      pact_element_get (pact_plan_get_root (pact_element_get_plan (self->measure)),
                                                                        "language"));
  for (guint i = offers->len; i > 0; i--)
    {
      if (has_indicator (self->measure, pact_record_get (g_ptr_array_index (offers, i - 1), "template_key")))
        g_ptr_array_remove_index (offers, i - 1);
    }

  return offers;
}

static void
take_cb (PactOfferList *self,
         GtkWidget *button)
{
  g_autoptr (GPtrArray) taken = pact_record_list_new ();
  g_autoptr (GError) error = NULL;
  guint index;

  if (!g_ptr_array_find (self->rows, gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW), &index))
    return;
  g_ptr_array_add (taken, pact_record_copy (g_ptr_array_index (self->offers, index)));
  if (!pact_editor_add_indicators (self->editor, self->measure, taken, &error))
    pact_shell_report (pact_shell_get (GTK_WIDGET (self)), _("The indicator was not added"), error);
}

static void
add_row (PactOfferList *self,
         const PactRecord *offer)
{
  const char *title = pact_record_get (offer, "title");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (C_ ("button", "Add"));
  /* Translators: a button; %s is the title of an indicator. */
  g_autofree char *name = g_strdup_printf (_("Add “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  pact_name_widget (button, name);
  pact_widget_follow_editor (button, self->editor);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
offers_same (GPtrArray *one,
             GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      if (g_strcmp0 (pact_record_get (g_ptr_array_index (one, i), "template_key"),
                     pact_record_get (g_ptr_array_index (other, i), "template_key")) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
clear (PactOfferList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
}

static void
update (PactOfferList *self)
{
  g_autoptr (GPtrArray) offers = find_offers (self);

  if (!offers_same (self->offers, offers))
    {
      clear (self);
      self->offers = g_steal_pointer (&offers);
      for (guint i = 0; i < self->offers->len; i++)
        add_row (self, g_ptr_array_index (self->offers, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
pact_offer_list_dispose (GObject *object)
{
  PactOfferList *self = PACT_OFFER_LIST (object);

  clear (self);
  g_clear_object (&self->measure);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (pact_offer_list_parent_class)->dispose (object);
}

static void
pact_offer_list_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_OFFER_LIST (object)->rows);

  G_OBJECT_CLASS (pact_offer_list_parent_class)->finalize (object);
}

static void
pact_offer_list_class_init (PactOfferListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pact_offer_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_offer_list_finalize;
}

static void
pact_offer_list_init (PactOfferList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pact_offer_list_set_measure:
 * @self: a list
 * @editor: (nullable): the open plan
 * @measure: (nullable): a measure of it
 *
 * Offers what the template suggests for @measure; nothing, if it suggests nothing more.
 */
void
pact_offer_list_set_measure (PactOfferList *self,
                             PactEditor *editor,
                             PactElement *measure)
{
  g_return_if_fail (PACT_IS_OFFER_LIST (self));

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, update, self);
  clear (self);
  g_set_object (&self->editor, editor);
  g_set_object (&self->measure, measure);
  if (editor != NULL)
    g_signal_connect_object (editor, "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
