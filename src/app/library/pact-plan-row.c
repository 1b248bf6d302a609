/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-codes.h"
#include "pact-dates.h"
#include "pact-percent.h"
#include "pact-plan-row.h"
#include "pact-times.h"
#include "pact-vocabularies.h"

/**
 * PactPlanRow:
 *
 * One plan in the library or in the trash. What its menu and buttons ask for is done by the page
 * that it stands in, through the actions “library.…” with the plan's UUID.
 */
struct _PactPlanRow
{
  GtkGrid parent_instance;

  PactPlanItem *item;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *authority_label;
  GtkLabel *details_label;
  GtkLabel *state_label;
  GtkWidget *completeness_box;
  GtkProgressBar *completeness_bar;
  GtkLabel *completeness_label;
  GtkMenuButton *menu_button;

  GtkWidget *trash_box; /* made when a plan in the trash is first shown */
};

G_DEFINE_FINAL_TYPE (PactPlanRow, pact_plan_row, GTK_TYPE_GRID)

/* A style for each state that is more than work in progress. */
static const char *const state_classes[] = { "adopted", "submitted", "closed" };

/* Adds a part to a line of parts, if there is one. */
static void
append_part (GString *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
show_state (PactPlanRow *self)
{
  const PactTerm *term = pact_vocabulary_find (&pact_vocabulary_plan_state, pact_plan_item_get (self->item, "state"));

  if (term == NULL)
    {
      /* What a screen reader says is made of the labels, also of those that are not shown. */
      gtk_label_set_label (self->state_label, "");
      gtk_widget_set_visible (GTK_WIDGET (self->state_label), FALSE);
      return;
    }

  gtk_label_set_label (self->state_label, pact_vocabulary_get_label (&pact_vocabulary_plan_state, term));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_label),
                               pact_vocabulary_get_criterion (&pact_vocabulary_plan_state, term));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (state_classes); i++)
    {
      if (g_str_equal (term->code, state_classes[i]))
        gtk_widget_add_css_class (GTK_WIDGET (self->state_label), state_classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->state_label), state_classes[i]);
    }
}

static void
show_completeness (PactPlanRow *self)
{
  g_autofree char *percent = NULL;
  g_autofree char *sentence = NULL;
  guint filled, required;

  pact_plan_item_get_completeness (self->item, &filled, &required);
  percent = pact_percent_display_share (filled, required, NULL);
  /* Translators: %s is a part of a hundred, such as “42%”. */
  sentence = g_strdup_printf (_("%s of what a submission needs is filled in."), percent);

  gtk_progress_bar_set_fraction (self->completeness_bar, required > 0 ? (double) filled / required : 1);
  gtk_label_set_label (self->completeness_label, percent);
  gtk_widget_set_tooltip_text (self->completeness_box, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->completeness_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("progress bar", "Completeness"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, sentence,
                                  -1);
}

static void
show_trash_buttons (PactPlanRow *self,
                    gboolean is_shown)
{
  GtkWidget *restore_button;
  GtkWidget *delete_button;

  if (self->trash_box == NULL && is_shown)
    {
      self->trash_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_set_valign (self->trash_box, GTK_ALIGN_CENTER);
      gtk_grid_attach (GTK_GRID (self), self->trash_box, 4, 0, 1, 1);

      restore_button = gtk_button_new_with_label (C_ ("button", "Restore"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (restore_button), "plan.restore");
      gtk_box_append (GTK_BOX (self->trash_box), restore_button);

      delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (delete_button), "plan.delete");
      gtk_widget_set_tooltip_text (delete_button, _("Delete for ever"));
      gtk_widget_add_css_class (delete_button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete for ever"),
                                      -1);
      gtk_box_append (GTK_BOX (self->trash_box), delete_button);
    }
  if (self->trash_box != NULL)
    gtk_widget_set_visible (self->trash_box, is_shown);
}

/* What a screen reader says of the whole row. */
static void
update_accessible (PactPlanRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->title_label));
  /* Translators: %s is the title of a plan. */
  g_autofree char *menu = g_strdup_printf (_("What to do with “%s”"), gtk_label_get_label (self->title_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  append_part (text, gtk_label_get_label (self->authority_label));
  append_part (text, gtk_label_get_label (self->details_label));
  append_part (text, gtk_label_get_label (self->state_label));
  append_part (text, gtk_label_get_label (self->completeness_label));
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static void
forward_action (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactPlanRow *self = PACT_PLAN_ROW (widget);
  g_autofree char *target = g_strconcat ("library.", action_name + strlen ("plan."), NULL);

  if (self->item != NULL)
    gtk_widget_activate_action (widget, target, "s", pact_plan_item_get_uuid (self->item));
}

/* Hundreds of rows are made; their menus only when somebody opens one. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer user_data)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) main = NULL;
  g_autoptr (GMenu) trash = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  menu = g_menu_new ();
  main = g_menu_new ();
  trash = g_menu_new ();
  g_menu_append (main, C_ ("menu", "_Open"), "plan.open");
  g_menu_append (main, C_ ("menu", "_Duplicate"), "plan.duplicate");
  g_menu_append (main, C_ ("menu", "_Export Draft…"), "plan.export");
  g_menu_append (trash, C_ ("menu", "Move to _Trash"), "plan.trash");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (main));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (trash));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int n_press,
                      double x,
                      double y,
                      PactPlanRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pact_plan_row_open_menu (self);
}

static void
pact_plan_row_dispose (GObject *object)
{
  PactPlanRow *self = PACT_PLAN_ROW (object);

  g_clear_object (&self->item);
  self->trash_box = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), PACT_TYPE_PLAN_ROW);

  G_OBJECT_CLASS (pact_plan_row_parent_class)->dispose (object);
}

static void
pact_plan_row_class_init (PactPlanRowClass *klass)
{
  static const char *const actions[] = { "plan.open", "plan.duplicate", "plan.export", "plan.trash", "plan.restore",
                                         "plan.delete" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_plan_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, authority_label);
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, completeness_box);
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, completeness_bar);
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, completeness_label);
  gtk_widget_class_bind_template_child (widget_class, PactPlanRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, forward_action);
}

static void
pact_plan_row_init (PactPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
}

/**
 * pact_plan_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
pact_plan_row_new (void)
{
  return g_object_new (PACT_TYPE_PLAN_ROW, NULL);
}

/**
 * pact_plan_row_set_item:
 * @self: a row
 * @item: (nullable): the plan to show, %NULL to let go of it
 * @templates: where the names of templates are found
 *
 * A plan in the trash is shown with what can be done to it there.
 */
void
pact_plan_row_set_item (PactPlanRow *self,
                        PactPlanItem *item,
                        PactTemplateLibrary *templates)
{
  g_autoptr (GString) authority = NULL;
  g_autoptr (GString) details = NULL;
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *template_name = NULL;
  g_autofree char *copy = NULL;
  gboolean is_trashed;

  g_return_if_fail (PACT_IS_PLAN_ROW (self));

  if (!g_set_object (&self->item, item) || item == NULL)
    return;

  name = pact_plan_item_dup_name (item);
  gtk_label_set_label (self->title_label, name);

  authority = g_string_new (NULL);
  append_part (authority, pact_plan_item_get (item, "authority_name"));
  append_part (authority, pact_codes_get_name (PACT_CODES_COUNTRY, pact_plan_item_get (item, "country"), NULL));
  gtk_label_set_label (self->authority_label, authority->str);
  gtk_widget_set_visible (GTK_WIDGET (self->authority_label), authority->len > 0);

  details = g_string_new (NULL);
  period = pact_period_display (pact_plan_item_get (item, "period_start"), pact_plan_item_get (item, "period_end"), NULL);
  changed = pact_describe_time (pact_plan_item_get_modified (item));
  copy = pact_describe_copy (pact_plan_item_get (item, "copied_on"), pact_plan_item_get (item, "copied_from"));
  /* First what tells two plans of one title apart: the end of the line may be cut off. */
  append_part (details, copy);
  append_part (details, period);
  append_part (details, changed);
  if (pact_plan_item_get (item, "template_id") != NULL)
    template_name = pact_template_library_dup_name (templates, pact_plan_item_get (item, "template_id"));
  append_part (details, template_name);
  gtk_label_set_label (self->details_label, details->str);

  /* What gets its tooltip before it can be seen does not make GTK ask where the pointer is. */
  show_state (self);
  show_completeness (self);
  is_trashed = pact_plan_item_is_trashed (item);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !is_trashed);
  gtk_widget_set_visible (self->completeness_box, !is_trashed);
  show_trash_buttons (self, is_trashed);
  update_accessible (self);
}

/**
 * pact_plan_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the plan it shows
 */
PactPlanItem *
pact_plan_row_get_item (PactPlanRow *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_ROW (self), NULL);

  return self->item;
}

/**
 * pact_plan_row_open_menu:
 * @self: a row
 *
 * Opens the menu of what can be done with the plan.
 */
void
pact_plan_row_open_menu (PactPlanRow *self)
{
  g_return_if_fail (PACT_IS_PLAN_ROW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}

/**
 * pact_plan_item_dup_name:
 * @item: a plan
 *
 * Returns: (transfer full): its title, or a phrase for a plan without one
 */
char *
pact_plan_item_dup_name (PactPlanItem *item)
{
  const char *title = pact_plan_item_get (item, "title");

  return g_strdup (title != NULL && *title != '\0' ? title : _("Plan without a title"));
}
