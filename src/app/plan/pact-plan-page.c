/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-behind.h"
#include "pact-pending.h"
#include "pact-plan-page.h"
#include "pact-plan.h"
#include "pact-refusal.h"
#include "pact-section-row.h"
#include "pact-sections.h"
#include "pact-shell.h"
#include "pact-split-view.h"
#include "pact-template-dialog.h"
#include "pact-text.h"
#include "pact-unsaved.h"
#include "pact-upgrade-dialog.h"

/**
 * PactPlanPage:
 *
 * An open plan: its sections in a sidebar, the one that is chosen beside it, and in the header what
 * is saved and what can be undone.
 */
struct _PactPlanPage
{
  AdwBin parent_instance;

  PactEditor *editor;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkLabel *state_label;
  GtkWidget *unsaved_button;
  GtkListBox *sidebar;
  PactSplitView *split_view;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (PactPlanPage, pact_plan_page, ADW_TYPE_BIN)

static PactSectionRow *
find_row (PactPlanPage *self,
          const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    {
      if (g_strcmp0 (pact_section_row_get_info (PACT_SECTION_ROW (row))->name, name) == 0)
        return PACT_SECTION_ROW (row);
    }

  return NULL;
}

/* A section is made when it is first gone to: most of them are long forms. */
static PactSection *
get_section (PactPlanPage *self,
             const PactSectionInfo *info)
{
  GtkWidget *section = gtk_stack_get_child_by_name (self->stack, info->name);

  if (section == NULL)
    {
      section = g_object_new (info->get_type (), info->definition != NULL ? "definition" : NULL, info->definition, NULL);
      gtk_stack_add_named (self->stack, section, info->name);
      pact_section_set_editor (PACT_SECTION (section), self->editor);
    }

  return PACT_SECTION (section);
}

static void
update_counts (PactPlanPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    pact_section_row_show_readiness (PACT_SECTION_ROW (row), pact_editor_get_plan (self->editor));
}

static void
update (PactPlanPage *self)
{
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (self->editor));
  const char *title = pact_element_get_title (root);
  g_autofree char *authority = pact_text_dup_shown (pact_element_get (root, "authority_name"));

  adw_window_title_set_title (self->title, title != NULL ? title : C_ ("plan", "Plan without a title"));
  adw_window_title_set_subtitle (self->title, authority != NULL ? authority : "");
  pact_plan_page_name_undo (self);
  /* What was deleted may be back, with what is not saved in it. */
  pact_unsaved_mark (pact_editor_get_plan (self->editor));
  update_counts (self);
}

static void
update_state (PactPlanPage *self)
{
  PactPendingState state = pact_pending_get_state (pact_pending_get_default ());
  gboolean is_read_only = self->editor != NULL && pact_editor_is_read_only (self->editor);

  gtk_label_set_label (self->state_label, is_read_only                   ? C_ ("state", "Read only")
                                          : state == PACT_PENDING_TYPING ? C_ ("state", "Saving…")
                                                                         : C_ ("state", "Saved"));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), state != PACT_PENDING_REFUSED);
  gtk_widget_set_visible (self->unsaved_button, state == PACT_PENDING_REFUSED);
}

/* Fields in which nothing can be typed look like it. */
static void
read_only_changed_cb (PactPlanPage *self)
{
  if (pact_editor_is_read_only (self->editor))
    gtk_widget_add_css_class (GTK_WIDGET (self), "pact-read-only");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pact-read-only");
  update_state (self);
}

/* What is not saved is not complete: neither the field's element nor anything above it. */
static void
update_unsaved (PactPlanPage *self)
{
  GtkWidget *section;

  if (self->editor == NULL || !pact_unsaved_mark (pact_editor_get_plan (self->editor)))
    return;

  update_counts (self);
  for (section = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    pact_section_refresh (PACT_SECTION (section));
}

static void
pending_changed_cb (PactPlanPage *self)
{
  update_state (self);
  update_unsaved (self);
}

static void
row_selected_cb (PactPlanPage *self,
                 GtkListBoxRow *row)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));

  if (row == NULL)
    return;
  if (shell != NULL)
    pact_shell_flush (shell);
  gtk_stack_set_visible_child (self->stack,
                               GTK_WIDGET (get_section (self, pact_section_row_get_info (PACT_SECTION_ROW (row)))));
}

/* Where the sections lie over the page, the chosen one is what is wanted now. */
static void
row_activated_cb (PactPlanPage *self)
{
  if (pact_split_view_get_collapsed (self->split_view))
    pact_split_view_set_show_sidebar (self->split_view, FALSE);
}

/* In a list, Tab goes on to the next row, which would be the next section. From the sections it goes to what is in the
 * chosen one. */
static gboolean
sidebar_key_pressed_cb (PactPlanPage *self,
                        guint keyval,
                        guint keycode,
                        GdkModifierType state)
{
  if (keyval != GDK_KEY_Tab || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
toggle_sections_cb (GtkWidget *widget,
                    GVariant *arguments,
                    gpointer user_data)
{
  PactPlanPage *self = PACT_PLAN_PAGE (widget);

  pact_split_view_set_show_sidebar (self->split_view, !pact_split_view_get_show_sidebar (self->split_view));

  return GDK_EVENT_STOP;
}

/* The section before or behind the one that is shown. In a list of rows the keyboard goes where it would be looked for. */
static gboolean
step_section_cb (GtkWidget *widget,
                 GVariant *arguments,
                 gpointer user_data)
{
  PactPlanPage *self = PACT_PLAN_PAGE (widget);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->sidebar);
  int index = gtk_list_box_row_get_index (selected) + g_variant_get_int32 (arguments);
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->sidebar, index) : NULL;

  if (row != NULL)
    pact_plan_page_show_section (self, pact_section_row_get_info (PACT_SECTION_ROW (row))->name);

  return GDK_EVENT_STOP;
}

/* What is still missing: there first, then from question to question. */
static void
continue_activated (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  PactPlanPage *self = PACT_PLAN_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "continue") == 0)
    {
      gtk_widget_activate_action (gtk_stack_get_visible_child (self->stack), "continue.next", NULL);
      return;
    }
  pact_plan_page_show_section (self, "continue");
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

/* Before what has the keyboard: texts would scroll sideways, and lists go through their rows. */
static void
listen_for_sections (PactPlanPage *self)
{
  static const struct
  {
    guint keyval;
    int direction;
  } keys[] = {
    { GDK_KEY_Page_Down, 1 },
    { GDK_KEY_KP_Page_Down, 1 },
    { GDK_KEY_Page_Up, -1 },
    { GDK_KEY_KP_Page_Up, -1 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (step_section_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].direction));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F6, 0),
                                                          gtk_named_action_new ("plan.continue")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* What the tree of measures does, from wherever the keyboard is in the plan. */
static gboolean
tree_action_cb (GtkWidget *widget,
                GVariant *arguments,
                gpointer user_data)
{
  PactPlanPage *self = PACT_PLAN_PAGE (widget);

  pact_plan_page_show_section (self, "measures");
  gtk_widget_activate_action_variant (gtk_stack_get_visible_child (self->stack), "measures.do", arguments);

  return GDK_EVENT_STOP;
}

static void
show_section_activated (GtkWidget *widget,
                        const char *action_name,
                        GVariant *parameter)
{
  pact_plan_page_show_section (PACT_PLAN_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
save_template_activated (GtkWidget *widget,
                         const char *action_name,
                         GVariant *parameter)
{
  PactPlanPage *self = PACT_PLAN_PAGE (widget);

  pact_template_dialog_present (pact_shell_get (widget), self->editor);
}

static void
upgrade_activated (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  pact_upgrade_dialog_present (pact_shell_get (widget), PACT_PLAN_PAGE (widget)->editor);
}

/* What was rounded must not be overlooked; that no rate was applied, one may wonder. */
static void
restated_cb (PactPlanPage *self,
             const char *rounding)
{
  if (rounding != NULL)
    pact_alert_tell (GTK_WIDGET (self), _("Amounts were rounded"), rounding, NULL);
  else
    pact_shell_say (pact_shell_get (GTK_WIDGET (self)), _("All amounts keep their figures: no rate was applied."));
}

static void
pact_plan_page_dispose (GObject *object)
{
  PactPlanPage *self = PACT_PLAN_PAGE (object);

  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->editor, update, self);
      g_signal_handlers_disconnect_by_func (self->editor, restated_cb, self);
      g_signal_handlers_disconnect_by_func (self->editor, read_only_changed_cb, self);
    }
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (pact_plan_page_parent_class)->dispose (object);
}

static void
pact_plan_page_class_init (PactPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_plan_page_dispose;

  g_type_ensure (PACT_TYPE_SPLIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, unsaved_button);
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, PactPlanPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "plan.show-section", "s", show_section_activated);
  gtk_widget_class_install_action (widget_class, "plan.continue", NULL, continue_activated);
  gtk_widget_class_install_action (widget_class, "plan.save-template", NULL, save_template_activated);
  gtk_widget_class_install_action (widget_class, "plan.upgrade", NULL, upgrade_activated);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F9, 0, toggle_sections_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, tree_action_cb, "s", "tree.find");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, tree_action_cb, "s", "tree.add-sibling");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, tree_action_cb, "s",
                                "tree.add-child");
}

static void
pact_plan_page_init (PactPlanPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  guint n_sections;
  const PactSectionInfo *sections = pact_sections_get (&n_sections);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_sections; i++)
    gtk_list_box_append (self->sidebar, pact_section_row_new (&sections[i]));
  pact_stack_hide_behind (self->stack);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (sidebar_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->sidebar), keys);
  listen_for_sections (self);
  g_signal_connect_object (pact_pending_get_default (), "changed", G_CALLBACK (pending_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_state (self);
}

/**
 * pact_plan_page_new:
 * @editor: the plan
 *
 * Returns: (transfer floating): a page that shows its overview
 */
PactPlanPage *
pact_plan_page_new (PactEditor *editor)
{
  PactPlanPage *self = g_object_new (PACT_TYPE_PLAN_PAGE, NULL);

  self->editor = g_object_ref (editor);
  pact_refuse_keys (GTK_WIDGET (self), editor);
  g_signal_connect_object (editor, "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "restated", G_CALLBACK (restated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (read_only_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  read_only_changed_cb (self);
  pact_plan_page_show_section (self, "overview");

  return self;
}

/**
 * pact_plan_page_get_editor:
 * @self: a page
 *
 * Returns: (transfer none): the open plan
 */
PactEditor *
pact_plan_page_get_editor (PactPlanPage *self)
{
  g_return_val_if_fail (PACT_IS_PLAN_PAGE (self), NULL);

  return self->editor;
}

/**
 * pact_plan_page_show_section:
 * @self: a page
 * @name: the name of a section, such as `measures`
 */
void
pact_plan_page_show_section (PactPlanPage *self,
                             const char *name)
{
  PactSectionRow *row;

  g_return_if_fail (PACT_IS_PLAN_PAGE (self));

  row = find_row (self, name);
  g_return_if_fail (row != NULL);
  gtk_list_box_select_row (self->sidebar, GTK_LIST_BOX_ROW (row));
  /* Whoever comes here by a button goes on with the keyboard in the section. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    pact_plan_page_focus (self);
}

/**
 * pact_plan_page_focus:
 * @self: a page that can be seen
 *
 * Puts the keyboard into the section that is shown, unless it is there.
 */
void
pact_plan_page_focus (PactPlanPage *self)
{
  GtkWidget *section;
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (PACT_IS_PLAN_PAGE (self));

  section = gtk_stack_get_visible_child (self->stack);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, section))
    gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
}

/**
 * pact_plan_page_choose:
 * @self: a page
 * @elements: (element-type PactElement): elements of the plan
 *
 * Chooses several elements in the section that is shown, if several can be chosen there.
 */
void
pact_plan_page_choose (PactPlanPage *self,
                       GPtrArray *elements)
{
  g_return_if_fail (PACT_IS_PLAN_PAGE (self));
  g_return_if_fail (elements != NULL);

  pact_section_choose (PACT_SECTION (gtk_stack_get_visible_child (self->stack)), elements);
}

/**
 * pact_plan_page_reveal:
 * @self: a page
 * @element_uuid: the UUID of an element of the plan
 * @field_name: (nullable): the name of a field of it, %NULL for the whole element
 *
 * Goes to where an element or a field is edited.
 *
 * Returns: whether there is such a place
 */
gboolean
pact_plan_page_reveal (PactPlanPage *self,
                       const char *element_uuid,
                       const char *field_name)
{
  guint n_sections;
  const PactSectionInfo *sections = pact_sections_get (&n_sections);
  PactElement *element;
  const PactField *field;

  g_return_val_if_fail (PACT_IS_PLAN_PAGE (self), FALSE);

  element = pact_plan_lookup (pact_editor_get_plan (self->editor), element_uuid);
  if (element == NULL)
    return FALSE;
  field = field_name != NULL ? pact_kind_find_field (pact_element_get_kind (element), field_name) : NULL;

  /* Where the person is, before the section that it is edited in. */
  if (pact_section_reveal (PACT_SECTION (gtk_stack_get_visible_child (self->stack)), element, field))
    return TRUE;

  for (guint i = 0; i < n_sections; i++)
    {
      PactSection *section;

      if (!pact_section_info_holds (&sections[i], element))
        continue;
      section = get_section (self, &sections[i]);
      if (!pact_section_reveal (section, element, field))
        continue;
      /* A second time, because what cannot be seen does not take the keyboard. */
      pact_plan_page_show_section (self, sections[i].name);
      pact_section_reveal (section, element, field);
      return TRUE;
    }

  return FALSE;
}
