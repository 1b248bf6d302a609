/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-removal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-answer.h"
#include "pact-drop-down.h"
#include "pact-plan.h"
#include "pact-removal.h"
#include "pact-shell.h"

/* Deleting elements: at once and with a button that takes it back; where others refer to them, the person is told so first and
 * may name another in their place. */

typedef struct
{
  PactShell *shell;
  PactEditor *editor;
  GPtrArray *elements;    /* the outermost */
  GtkDropDown *drop_down; /* (nullable): what can take the place of the one element */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *self = data;

  g_object_unref (self->shell);
  g_object_unref (self->editor);
  g_ptr_array_unref (self->elements);
  g_clear_object (&self->drop_down);
  g_free (self);
}

static gboolean
is_in_plan (Removal *self,
            PactElement *element)
{
  return pact_plan_lookup (pact_editor_get_plan (self->editor), pact_element_get_uuid (element)) == element;
}

static void
carry_out (Removal *self,
           PactElement *replacement)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  /* Another program may have been quicker while the question stood. */
  for (guint i = self->elements->len; i > 0; i--)
    {
      if (!is_in_plan (self, g_ptr_array_index (self->elements, i - 1)))
        g_ptr_array_remove_index (self->elements, i - 1);
    }
  if (self->elements->len == 0)
    return;
  if (replacement != NULL && !is_in_plan (self, replacement))
    replacement = NULL;

  sentence = pact_elements_describe_removal (self->elements);
  if (pact_editor_remove_all (self->editor, self->elements, replacement, &error))
    pact_shell_say_with_undo (self->shell, sentence, "win.undo", NULL);
  else
    pact_shell_report (self->shell, _("This cannot be deleted"), error);
}

static void
answered_cb (gboolean confirmed,
             gpointer data)
{
  Removal *self = data;
  const char *uuid = self->drop_down != NULL ? pact_drop_down_get_code (self->drop_down) : NULL;
  g_autoptr (PactElement) replacement = NULL;

  if (!confirmed)
    return;
  if (uuid != NULL)
    replacement = pact_plan_lookup (pact_editor_get_plan (self->editor), uuid);
  if (replacement != NULL)
    g_object_ref (replacement);
  pact_shell_flush (self->shell);
  carry_out (self, replacement);
}

/* The siblings of an element that have a name, but for itself, after nobody. */
static GListModel *
list_candidates (PactElement *element)
{
  GListModel *siblings = pact_element_get_children (pact_element_get_parent (element), pact_element_get_kind (element));
  GListStore *candidates = g_list_store_new (PACT_TYPE_ANSWER);

  pact_answers_append (candidates, NULL, C_ ("replacement", "Nobody: leave it open"), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (PactElement) sibling = g_list_model_get_item (siblings, i);

      if (sibling != element && pact_element_get_title (sibling) != NULL)
        pact_answers_append (candidates, pact_element_get_uuid (sibling), pact_element_get_title (sibling), NULL);
    }

  return G_LIST_MODEL (candidates);
}

/* The choice of what is named in place of what goes. */
static GtkWidget *
choice_new (Removal *self,
            GListModel *candidates)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("Put in its place"));

  self->drop_down = g_object_ref_sink (pact_drop_down_new ());
  pact_drop_down_set_answers (self->drop_down, candidates);
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
  pact_drop_down_set_name (self->drop_down, _("Put in its place"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->drop_down));

  return box;
}

static void
ask (Removal *self,
     const char *uses)
{
  PactElement *element = g_ptr_array_index (self->elements, 0);
  g_autofree char *heading = NULL;
  g_autoptr (GListModel) candidates = self->elements->len == 1 ? list_candidates (element) : NULL;
  GtkWidget *choice = NULL;

  /* Translators: %s is the name of a body, a funding source or something else that others refer to. */
  heading = g_strdup_printf (_("Delete “%s”?"), pact_element_get_name (element));
  if (candidates != NULL && g_list_model_get_n_items (candidates) > 1)
    choice = choice_new (self, candidates);
  pact_alert_ask (GTK_WIDGET (self->shell), heading, uses, choice, C_ ("button", "Delete"), TRUE, answered_cb, self,
                  removal_free);
}

/**
 * pact_removal_ask:
 * @widget: something in the window
 * @editor: the open plan
 * @elements: (element-type PactElement): elements of the plan, at least one
 *
 * Deletes @elements, and says what is gone with a button that takes it back. If others refer to them, says who does and asks
 * first, and offers to put another in the place of a single one.
 */
void
pact_removal_ask (GtkWidget *widget,
                  PactEditor *editor,
                  GPtrArray *elements)
{
  PactShell *shell = pact_shell_get (widget);
  Removal *self;
  g_autoptr (GPtrArray) referrers = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (PACT_IS_EDITOR (editor));
  g_return_if_fail (elements != NULL && elements->len > 0);

  self = g_new0 (Removal, 1);
  self->shell = g_object_ref (shell);
  self->editor = g_object_ref (editor);
  self->elements = pact_elements_find_outermost (elements);
  pact_shell_flush (shell);
  referrers = pact_editor_find_referrers (editor, self->elements);
  if (referrers->len > 0)
    {
      g_autofree char *uses = pact_referrers_describe (referrers);

      ask (self, uses);
      return;
    }
  carry_out (self, NULL);
  removal_free (self);
}
