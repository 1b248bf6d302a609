/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-actor-popover"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-actor-popover.h"
#include "pact-editor.h"
#include "pact-fold.h"
#include "pact-plan.h"
#include "pact-text.h"
#include "pact-value.h"
#include "pact-vocabularies.h"
#include "pact-whole-paste.h"

/**
 * PactActorPopover:
 *
 * Lets a person choose one of the plan's actors, one that the template proposes, or name a new one. While a name is typed the
 * row that Enter takes is selected: the first that fits, or whichever the arrows have gone to. A new one is made only by
 * taking the row that says so. As a partner nobody is offered who leads the measure or is one already.
 */
struct _PactActorPopover
{
  GtkPopover parent_instance;

  PactElement *partners_of; /* (nullable) the measure for which a partner is chosen */

  /* Template widgets */
  GtkEditable *search_entry;
  GtkLabel *problem_label;
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactActorPopover, pact_actor_popover, GTK_TYPE_POPOVER)

/* What a row of the list stands for. */
typedef struct
{
  char *name;
  char *folded; /* for finding a part of it */
  char *key;    /* for telling whether it is the same name */
  const char *actor_kind; /* of the vocabulary, or NULL */
  gboolean is_new;        /* the row for what is typed */
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_free (offer->name);
  g_free (offer->folded);
  g_free (offer->key);
  g_free (offer);
}

static Offer *
get_offer (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "pact-offer");
}

static char *
dup_typed (PactActorPopover *self)
{
  return pact_text_clean_line (gtk_editable_get_text (self->search_entry));
}

static GtkListBoxRow *
append_row (PactActorPopover *self,
            const char *name,
            const char *caption,
            const char *actor_kind,
            gboolean is_new)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *below = gtk_label_new (caption);
  Offer *offer = g_new0 (Offer, 1);

  offer->name = g_strdup (name);
  offer->folded = pact_text_fold (name);
  offer->key = pact_text_make_key (name);
  offer->actor_kind = actor_kind;
  offer->is_new = is_new;
  g_object_set_data_full (G_OBJECT (row), "pact-offer", offer, offer_free);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), below);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);

  return GTK_LIST_BOX_ROW (row);
}

static gboolean
complain (gpointer user_data,
          const char *sentence)
{
  PactActorPopover *self = PACT_ACTOR_POPOVER (user_data);

  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");

  return TRUE;
}

static gboolean
is_exact (PactActorPopover *self,
          const char *name)
{
  g_autofree char *key = pact_text_make_key (name);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Offer *offer = get_offer (row);

      if (!offer->is_new && g_str_equal (offer->key, key))
        return TRUE;
    }

  return FALSE;
}

/* Why a body is not offered, if it has a part in the measure already. */
static char *
describe_part (PactActorPopover *self,
               const char *name)
{
  return self->partners_of != NULL ? pact_measure_describe_part (self->partners_of, name) : NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer user_data)
{
  PactActorPopover *self = PACT_ACTOR_POPOVER (user_data);
  Offer *offer = get_offer (row);
  g_autofree char *typed = dup_typed (self);
  g_autofree char *wanted = pact_text_fold (typed);

  if (offer->is_new)
    {
      g_autofree char *part = describe_part (self, typed);

      return !pact_text_is_blank (typed) && !is_exact (self, typed) && part == NULL;
    }

  return strstr (offer->folded, wanted) != NULL;
}

static GtkListBoxRow *
get_new_row (PactActorPopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (get_offer (row)->is_new)
        return row;
    }

  return NULL;
}

/* Says what is wrong with the name that was typed, as that of a new actor. */
static gboolean
check_typed (PactActorPopover *self)
{
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), "actor");
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *part = describe_part (self, typed);
  gboolean is_good = pact_text_is_blank (typed) || pact_field_check (pact_kind_get_title_field (kind), typed, &error);

  complain (self, is_good ? part : error->message);

  return is_good && part == NULL;
}

/* The next row that is shown, from the one at @index on, in a direction. */
static GtkListBoxRow *
find_shown (PactActorPopover *self,
            int index,
            int direction)
{
  GtkListBoxRow *row;

  for (int i = index; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i += direction)
    {
      if (filter_cb (row, self))
        return row;
    }

  return NULL;
}

/* The row that fits best: what is called exactly so, else the first. */
static GtkListBoxRow *
find_best (PactActorPopover *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *key = pact_text_make_key (typed);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (!get_offer (row)->is_new && g_str_equal (get_offer (row)->key, key))
        return row;
    }

  return find_shown (self, 0, 1);
}

static void
select_row (PactActorPopover *self,
            GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
search_changed_cb (PactActorPopover *self)
{
  GtkListBoxRow *row = get_new_row (self);
  Offer *offer = row != NULL ? get_offer (row) : NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *label;

  check_typed (self);
  if (offer == NULL)
    return;

  g_free (offer->name);
  offer->name = dup_typed (self);
  /* Translators: %s is the name of a body that the plan does not have yet. */
  sentence = g_strdup_printf (C_ ("actor", "Create “%s”"), offer->name);
  label = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  gtk_label_set_label (GTK_LABEL (label), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_list_box_invalidate_filter (self->list);
  select_row (self, !pact_text_is_blank (offer->name) ? find_best (self) : NULL);
}

static void
choose (PactActorPopover *self,
        GtkListBoxRow *row)
{
  Offer *offer = get_offer (row);
  g_autofree char *name = g_strdup (offer->name);
  const char *actor_kind = offer->actor_kind;

  if (offer->is_new && !check_typed (self))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, name, actor_kind);
}

static void
row_activated_cb (PactActorPopover *self,
                  GtkListBoxRow *row)
{
  choose (self, row);
}

static void
entry_activated_cb (PactActorPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, row);
}

/* The arrows go through the rows while the name is still being typed. */
static gboolean
entry_key_pressed_cb (PactActorPopover *self,
                      guint keyval,
                      guint keycode,
                      GdkModifierType state)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int direction = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : -1;
  GtkListBoxRow *row;
  graphene_rect_t bounds;

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down && keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  row = selected != NULL ? find_shown (self, gtk_list_box_row_get_index (selected) + direction, direction)
                         : find_shown (self, 0, 1);
  if (row == NULL)
    return GDK_EVENT_STOP;
  select_row (self, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->list), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);

  return GDK_EVENT_STOP;
}

static void
pact_actor_popover_show (GtkWidget *widget)
{
  PactActorPopover *self = PACT_ACTOR_POPOVER (widget);

  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
  GTK_WIDGET_CLASS (pact_actor_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
pact_actor_popover_dispose (GObject *object)
{
  g_clear_object (&PACT_ACTOR_POPOVER (object)->partners_of);

  G_OBJECT_CLASS (pact_actor_popover_parent_class)->dispose (object);
}

static void
pact_actor_popover_class_init (PactActorPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_actor_popover_dispose;
  widget_class->show = pact_actor_popover_show;

  /**
   * PactActorPopover::chosen:
   * @self: the popover
   * @name: what the actor is called
   * @actor_kind: (nullable): what kind of actor it is, should the plan not have it yet
   *
   * An actor was chosen or named.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-actor-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PactActorPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PactActorPopover, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PactActorPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
pact_actor_popover_init (PactActorPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  pact_editable_insert_whole (self->search_entry, complain, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

/**
 * pact_actor_popover_new:
 *
 * Returns: (transfer floating): a popover that offers nothing yet
 */
PactActorPopover *
pact_actor_popover_new (void)
{
  return g_object_new (PACT_TYPE_ACTOR_POPOVER, NULL);
}

/**
 * pact_actor_popover_offer:
 * @self: a popover
 * @element: an element of the plan
 * @bodies: (nullable): codes of the vocabulary of bodies that are proposed besides the plan's own actors
 * @as_partner: whether a partner is chosen for @element, a measure
 *
 * Offers the actors of the plan, then the bodies that the template proposes.
 */
void
pact_actor_popover_offer (PactActorPopover *self,
                          PactElement *element,
                          const char *bodies,
                          gboolean as_partner)
{
  GListModel *actors;
  GtkListBoxRow *row;

  g_return_if_fail (PACT_IS_ACTOR_POPOVER (self));

  g_set_object (&self->partners_of, (as_partner ? element : NULL));
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  actors = pact_element_get_children_by_name (pact_plan_get_root (pact_element_get_plan (element)), "actor");
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (PactElement) actor = g_list_model_get_item (actors, i);
      const char *title = pact_element_get_title (actor);
      g_autofree char *part = title != NULL ? describe_part (self, title) : NULL;

      if (title != NULL && part == NULL)
        append_row (self, title, C_ ("actor", "Among the plan’s actors"), NULL, FALSE);
    }
  for (gsize i = 0; bodies != NULL && i < pact_vocabulary_body.n_terms; i++)
    {
      const PactTerm *term = &pact_vocabulary_body.terms[i];
      const char *label = pact_vocabulary_get_label (&pact_vocabulary_body, term);
      g_autofree char *part = describe_part (self, label);

      if (pact_codes_contain (bodies, term->code) && !is_exact (self, label) && part == NULL)
        append_row (self, label, C_ ("actor", "Proposed by the template"), pact_body_get_actor_kind (term->code), FALSE);
    }
  append_row (self, "", C_ ("actor", "Not among the plan’s actors yet"), NULL, TRUE);
}
