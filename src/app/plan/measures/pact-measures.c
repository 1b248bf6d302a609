/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measures"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-element-form.h"
#include "pact-follow.h"
#include "pact-gaps.h"
#include "pact-guidance.h"
#include "pact-measures-tree.h"
#include "pact-measures-widths.h"
#include "pact-measures.h"
#include "pact-plan.h"
#include "pact-shell.h"
#include "pact-strategy-drawer.h"
#include "pact-strategy-taking.h"

/**
 * PactMeasures:
 *
 * The section of the measures: their tree, and beside it the form of the chosen one, or what the strategies propose.
 */
struct _PactMeasures
{
  PactSection parent_instance;

  PactElement *shown;

  /* Template widgets */
  GtkPaned *paned;
  AdwClamp *clamp;
  PactMeasuresTree *tree;
  GtkWidget *empty_page;
  GtkWidget *beginning_box;
  AdwStatusPage *several_page;
  GtkWidget *changing_box;
  PactStrategyDrawer *drawer;
  GtkScrolledWindow *scrolled;
  GtkLabel *path_label;
  PactGuidance *guidance;
  PactElementForm *pillar_form;
  PactElementForm *objective_form;
  PactElementForm *measure_form;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (PactMeasures, pact_measures, PACT_TYPE_SECTION)

static PactElementForm *
get_form (PactMeasures *self,
          PactElement *element)
{
  if (pact_element_is_kind (element, "pillar"))
    return self->pillar_form;

  return pact_element_is_kind (element, "objective") ? self->objective_form : self->measure_form;
}

/* Where the element stands, such as “1 Prevention › 1.2 Informed children”. */
static void
update_path (PactMeasures *self)
{
  g_autoptr (GString) path = g_string_new (NULL);

  if (self->shown == NULL)
    return;
  for (PactElement *e = pact_element_get_parent (self->shown); e != NULL && pact_element_get_parent (e) != NULL;
       e = pact_element_get_parent (e))
    {
      g_autofree char *number = pact_element_dup_number (e);
      g_autofree char *step = g_strdup_printf ("\u2068%s %s\u2069", number, pact_element_get_name (e));

      if (path->len > 0)
        g_string_prepend (path, " › ");
      g_string_prepend (path, step);
    }
  gtk_label_set_label (self->path_label, path->str);
  gtk_widget_set_visible (GTK_WIDGET (self->path_label), path->len > 0);
}

/* In place of the form, which is of one element. */
static void
show_several (PactMeasures *self,
              guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u element selected", "%u elements selected", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->several_page), n > 1);
  adw_status_page_set_title (self->several_page, title);
}

static void
show_selected (PactMeasures *self)
{
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));
  PactElement *element = pact_measures_tree_get_selected (self->tree);
  guint n_chosen = pact_measures_tree_get_chosen (self->tree)->len;
  PactElementForm *forms[] = { self->pillar_form, self->objective_form, self->measure_form };
  gboolean is_beside = !gtk_widget_get_visible (GTK_WIDGET (self->drawer));

  g_set_object (&self->shown, element);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gboolean is_wanted = element != NULL && forms[i] == get_form (self, element);

      if (!is_wanted)
        pact_element_form_set_element (forms[i], NULL, NULL);
      gtk_widget_set_visible (GTK_WIDGET (forms[i]), is_wanted);
    }
  gtk_widget_set_visible (self->empty_page, is_beside && n_chosen == 0);
  show_several (self, is_beside ? n_chosen : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), is_beside && element != NULL);
  if (element == NULL)
    return;

  pact_element_form_set_element (get_form (self, element), editor, element);
  pact_guidance_set_element (self->guidance, editor, element);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  update_path (self);
}

static void
show_strategies (PactMeasures *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->drawer), TRUE);
  show_selected (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->drawer));
}

static void
hide_strategies (PactMeasures *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->drawer), FALSE);
  show_selected (self);
  pact_measures_tree_focus (self->tree);
}

static void
take_cb (PactMeasures *self,
         PactElement *element)
{
  pact_strategy_take (self->tree, pact_section_get_editor (PACT_SECTION (self)), element);
}

static void
take_to_cb (PactMeasures *self,
            PactElement *element,
            PactElement *parent,
            PactElement *before)
{
  pact_strategy_take_to (self->tree, pact_section_get_editor (PACT_SECTION (self)), element, parent, before);
}

/* What a key or the menu does in the tree, such as `tree.find`. */
static void
do_activated (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (PACT_MEASURES (widget)->tree), g_variant_get_string (parameter, NULL), NULL);
}

static void
pact_measures_editor_set (PactSection *section)
{
  PactMeasures *self = PACT_MEASURES (section);

  pact_measures_tree_set_editor (self->tree, pact_section_get_editor (section));
  pact_strategy_drawer_set_editor (self->drawer, pact_section_get_editor (section));
  pact_widget_follow_editor (self->beginning_box, pact_section_get_editor (section));
  pact_widget_follow_editor (self->changing_box, pact_section_get_editor (section));
  pact_widget_follow_editor (self->next_button, pact_section_get_editor (section));
  show_selected (self);
}

static void
pact_measures_edited (PactSection *section)
{
  update_path (PACT_MEASURES (section));
}

/* The pillar, objective or measure that an element is shown with. */
static PactElement *
get_holder (PactElement *element)
{
  static const char *const kinds[] = { "measure", "objective", "pillar" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PactElement *holder = pact_element_get_ancestor (element, kinds[i]);

      if (holder != NULL)
        return holder;
    }

  return NULL;
}

static gboolean
pact_measures_reveal (PactSection *section,
                      PactElement *element,
                      const PactField *field)
{
  PactMeasures *self = PACT_MEASURES (section);
  PactElement *holder = get_holder (element);

  if (holder == NULL)
    return FALSE;

  /* Whoever goes to a field wants to see it. */
  if (element != holder || field != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->drawer), FALSE);
  pact_measures_tree_reveal (self->tree, holder);
  show_selected (self);
  if (element != holder || field != NULL)
    pact_element_form_reveal (get_form (self, holder), element, field);

  return TRUE;
}

/* To what is missing first in the next measure. */
static void
next_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactMeasures *self = PACT_MEASURES (widget);
  PactShell *shell = pact_shell_get (widget);
  const PactField *field;
  PactElement *element;

  pact_shell_flush (shell);
  if (self->shown == NULL)
    return;
  element = pact_gaps_find_next (self->shown, &field);
  if (element != NULL)
    pact_measures_reveal (PACT_SECTION (self), element, field);
  else
    pact_shell_say_in_passing (shell, _("Nothing is missing in any measure."));
}

/* Before a field takes the key as its own Enter. */
static void
listen_for_next (PactMeasures *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("measures.next")));
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), controller);
}

/* Those that stand in the tree. */
static void
pact_measures_choose (PactSection *section,
                      GPtrArray *elements)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (elements, i);

      if (get_holder (element) == element)
        g_ptr_array_add (holders, element);
    }
  pact_measures_tree_select_all (PACT_MEASURES (section)->tree, holders);
}

static void
title_wanted_cb (PactMeasures *self,
                 PactElement *element)
{
  pact_measures_reveal (PACT_SECTION (self), element, pact_kind_find_field (pact_element_get_kind (element), "title"));
}

static void
pact_measures_dispose (GObject *object)
{
  PactMeasures *self = PACT_MEASURES (object);

  g_clear_object (&self->shown);

  G_OBJECT_CLASS (pact_measures_parent_class)->dispose (object);
}

static void
pact_measures_class_init (PactMeasuresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PactSectionClass *section_class = PACT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_measures_dispose;
  section_class->editor_set = pact_measures_editor_set;
  section_class->edited = pact_measures_edited;
  section_class->reveal = pact_measures_reveal;
  section_class->choose = pact_measures_choose;

  g_type_ensure (PACT_TYPE_ELEMENT_FORM);
  g_type_ensure (PACT_TYPE_GUIDANCE);
  g_type_ensure (PACT_TYPE_MEASURES_TREE);
  g_type_ensure (PACT_TYPE_STRATEGY_DRAWER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-measures.ui");
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, paned);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, clamp);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, tree);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, beginning_box);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, several_page);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, changing_box);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, drawer);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, path_label);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, guidance);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, pillar_form);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, objective_form);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, measure_form);
  gtk_widget_class_bind_template_child (widget_class, PactMeasures, next_button);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
  gtk_widget_class_bind_template_callback (widget_class, show_strategies);
  gtk_widget_class_bind_template_callback (widget_class, hide_strategies);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_wanted_cb);
  gtk_widget_class_install_action (widget_class, "measures.do", "s", do_activated);

  /**
   * PactMeasures|measures.next:
   *
   * Goes on to what is missing first in the next measure.
   */
  gtk_widget_class_install_action (widget_class, "measures.next", NULL, next_activated);
}

static void
pact_measures_init (PactMeasures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  listen_for_next (self);
  pact_measures_share_width (GTK_WIDGET (self), self->paned, self->clamp);
}
