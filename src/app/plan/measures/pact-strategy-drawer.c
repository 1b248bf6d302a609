/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-drawer"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer.h"
#include "pact-drop-down.h"
#include "pact-fold.h"
#include "pact-search-words.h"
#include "pact-shell.h"
#include "pact-strategy-drawer.h"
#include "pact-strategy-row.h"

/**
 * PactStrategyDrawer:
 *
 * What all strategies propose, beside the tree of the plan: to be searched, and taken over pillar by pillar or measure by measure.
 */
struct _PactStrategyDrawer
{
  AdwBin parent_instance;

  PactEditor *editor;
  PactTemplateLibrary *templates; /* (nullable) until it is shown */
  GListStore *offers;             /* PactElement: pillars, each followed by its measures */
  GPtrArray *plans;               /* PactPlan: the strategies */
  GtkFilter *filter;
  PactKnown *known;   /* what the plan has */
  GArray *terms;      /* (nullable) PactSearchTerm: what is searched for */
  GHashTable *folded; /* PactElement: what is searched in it */
  GPtrArray *rows;    /* PactStrategyRow, borrowed: those that show something */
  GtkDropDown *pick;

  /* Template widgets */
  GtkEditable *search_entry;
  AdwBin *pick_bin;
  GtkLabel *coverage_label;
  GtkStack *stack;
  GtkListView *list_view;
};

enum
{
  TAKE,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactStrategyDrawer, pact_strategy_drawer, ADW_TYPE_BIN)

static const char *
get_strategy_id (PactElement *element)
{
  return pact_element_get (pact_plan_get_root (pact_element_get_plan (element)), "template_id");
}

static const char *
get_strategy_title (PactStrategyDrawer *self,
                    PactElement *element)
{
  PactTemplate *template = pact_template_library_find (self->templates, get_strategy_id (element));

  return template != NULL ? pact_template_get_title (template, NULL) : "";
}

/* What a measure says, and how to go about it, in the language of the plan. */
static const char *
fold (PactStrategyDrawer *self,
      PactElement *element)
{
  char *folded = g_hash_table_lookup (self->folded, element);

  if (folded == NULL)
    {
      const char *language = pact_element_get (pact_plan_get_root (pact_element_get_plan (element)), "language");
      PactTemplateItem *item = pact_template_library_find_item (self->templates, element);
      const char *guidance = item != NULL ? pact_template_item_get_guidance (item, language) : NULL;
      const char *description =
        pact_element_is_kind (element, "measure") ? pact_element_get (element, "description") : NULL;
      g_autofree char *text = g_strjoin ("\n", pact_element_get_name (element), description != NULL ? description : "",
                                         guidance != NULL ? guidance : "", NULL);

      folded = pact_text_fold (text);
      g_hash_table_insert (self->folded, element, folded);
    }

  return folded;
}

static gboolean
says_wanted (PactStrategyDrawer *self,
             PactElement *element)
{
  const char *text = fold (self, element);

  for (guint i = 0; i < self->terms->len; i++)
    {
      if (!pact_search_term_stands_in (&g_array_index (self->terms, PactSearchTerm, i), text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_chosen (PactStrategyDrawer *self,
           PactElement *element)
{
  const char *id = pact_drop_down_get_code (self->pick);

  return id == NULL || *id == '\0' || g_str_equal (id, get_strategy_id (element));
}

/* Measures that say what is wanted, and pillars over them. */
static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  PactStrategyDrawer *self = PACT_STRATEGY_DRAWER (user_data);
  PactElement *element = PACT_ELEMENT (item);
  GListModel *objectives;

  if (!is_chosen (self, element))
    return FALSE;
  if (self->terms == NULL)
    return TRUE;
  if (pact_element_is_kind (element, "measure"))
    return says_wanted (self, element);

  objectives = pact_element_get_children_by_name (element, "objective");
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (PactElement) objective = g_list_model_get_item (objectives, i);
      GListModel *measures = pact_element_get_children_by_name (objective, "measure");

      for (guint j = 0; j < g_list_model_get_n_items (measures); j++)
        {
          g_autoptr (PactElement) measure = g_list_model_get_item (measures, j);

          if (says_wanted (self, measure))
            return TRUE;
        }
    }

  return FALSE;
}

static void
show_coverage (PactStrategyDrawer *self)
{
  guint n_known = 0;
  guint n = 0;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < self->plans->len; i++)
    {
      PactElement *root = pact_plan_get_root (g_ptr_array_index (self->plans, i));
      PactTally tally;

      if (!is_chosen (self, root))
        continue;
      pact_element_get_tally (root, &tally);
      n += tally.measures;
      n_known += pact_known_count (self->known, root);
    }
  /* Translators: of the %2$u measures that a strategy proposes, %1$u are in the plan. */
  sentence = g_strdup_printf (ngettext ("%1$u of %2$u measure is in your plan.", "%1$u of %2$u measures are in your plan.", n),
                              n_known, n);
  gtk_label_set_label (self->coverage_label, sentence);
}

static void
refilter (PactStrategyDrawer *self)
{
  GListModel *shown;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  shown = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (shown) > 0 ? "list" : "nothing");
  show_coverage (self);
}

static void
search_changed_cb (PactStrategyDrawer *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
  self->terms = pact_search_read_terms (gtk_editable_get_text (self->search_entry));
  if (self->terms->len == 0)
    g_clear_pointer (&self->terms, g_array_unref);
  refilter (self);
}

/* Escape: first everything is shown again, then the form. */
static void
stop_search_cb (PactStrategyDrawer *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "strategies.close", NULL);
}

/* Enter: on to what was found. */
static void
search_activated_cb (PactStrategyDrawer *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
show_row (PactStrategyDrawer *self,
          PactStrategyRow *row,
          PactElement *element)
{
  pact_strategy_row_set_element (row, element, get_strategy_title (self, element), self->known);
}

/* What the plan has is not what it had. */
static void
update (PactStrategyDrawer *self)
{
  if (self->templates == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->known, pact_known_free);
  self->known = pact_known_new (pact_editor_get_plan (self->editor));
  for (guint i = 0; i < self->rows->len; i++)
    {
      PactStrategyRow *row = g_ptr_array_index (self->rows, i);

      show_row (self, row, pact_strategy_row_get_element (row));
    }
  show_coverage (self);
}

/* What the plan began with is what it has most of: it comes last. */
static GPtrArray *
list_templates (PactStrategyDrawer *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  const char *own = pact_element_get (pact_plan_get_root (pact_editor_get_plan (self->editor)), "template_id");
  PactTemplate *last = pact_template_library_find (self->templates, own);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->templates)); i++)
    {
      g_autoptr (PactTemplate) template = g_list_model_get_item (G_LIST_MODEL (self->templates), i);

      if (template != last)
        g_ptr_array_add (list, g_steal_pointer (&template));
    }
  if (last != NULL)
    g_ptr_array_add (list, g_object_ref (last));

  return list;
}

static void
append_pillar (GPtrArray *offers,
               PactElement *pillar)
{
  GListModel *objectives = pact_element_get_children_by_name (pillar, "objective");

  g_ptr_array_add (offers, pillar);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (PactElement) objective = g_list_model_get_item (objectives, i);
      GListModel *measures = pact_element_get_children_by_name (objective, "measure");

      for (guint j = 0; j < g_list_model_get_n_items (measures); j++)
        {
          g_autoptr (PactElement) measure = g_list_model_get_item (measures, j);

          g_ptr_array_add (offers, measure);
        }
    }
}

/* Reads the strategies in the language of the plan. */
static void
fill (PactStrategyDrawer *self)
{
  const char *language = pact_element_get (pact_plan_get_root (pact_editor_get_plan (self->editor)), "language");
  g_autoptr (GPtrArray) templates = list_templates (self);
  g_autoptr (GListStore) answers = g_list_store_new (PACT_TYPE_ANSWER);
  g_autoptr (GPtrArray) offers = g_ptr_array_new ();

  g_list_store_remove_all (self->offers);
  g_hash_table_remove_all (self->folded);
  g_ptr_array_set_size (self->plans, 0);
  pact_answers_append (answers, "", _("All strategies"), NULL);
  for (guint i = 0; i < templates->len; i++)
    {
      PactTemplate *template = g_ptr_array_index (templates, i);
      PactPlan *plan = pact_template_to_plan (template, language);
      GListModel *pillars = pact_element_get_children_by_name (pact_plan_get_root (plan), "pillar");
      g_autofree char *name = pact_template_library_dup_name (self->templates, pact_template_get_id (template));

      g_ptr_array_add (self->plans, plan);
      pact_answers_append (answers, pact_template_get_id (template), name, NULL);
      for (guint j = 0; j < g_list_model_get_n_items (pillars); j++)
        {
          g_autoptr (PactElement) pillar = g_list_model_get_item (pillars, j);

          append_pillar (offers, pillar);
        }
    }
  pact_drop_down_set_answers (self->pick, G_LIST_MODEL (answers));
  g_list_store_splice (self->offers, 0, 0, offers->pdata, offers->len);
  refilter (self);
}

static void
templates_changed_cb (PactStrategyDrawer *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
pact_strategy_drawer_map (GtkWidget *widget)
{
  PactStrategyDrawer *self = PACT_STRATEGY_DRAWER (widget);
  PactShell *shell = pact_shell_get (widget);

  GTK_WIDGET_CLASS (pact_strategy_drawer_parent_class)->map (widget);

  if (self->templates == NULL)
    {
      self->templates = g_object_ref (pact_workspace_get_templates (pact_shell_get_workspace (shell)));
      g_signal_connect_object (self->templates, "items-changed", G_CALLBACK (templates_changed_cb), self, G_CONNECT_SWAPPED);
    }
  update (self);
  fill (self);
}

static void
take_cb (PactStrategyDrawer *self,
         PactElement *element)
{
  g_signal_emit (self, signals[TAKE], 0, element);
}

static void
go_cb (PactStrategyDrawer *self,
       const char *uuid)
{
  pact_shell_reveal (pact_shell_get (GTK_WIDGET (self)), uuid, NULL);
}

static void
row_activated_cb (PactStrategyDrawer *self,
                  guint position)
{
  g_autoptr (PactElement) element = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  if (element != NULL)
    take_cb (self, element);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item,
          gpointer user_data)
{
  gtk_list_item_set_child (item, pact_strategy_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item,
         gpointer user_data)
{
  PactStrategyRow *row = PACT_STRATEGY_ROW (gtk_list_item_get_child (item));
  PactStrategyDrawer *self = PACT_STRATEGY_DRAWER (user_data);

  show_row (self, row, gtk_list_item_get_item (item));
  g_signal_connect_object (row, "take", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem *item,
           gpointer user_data)
{
  PactStrategyRow *row = PACT_STRATEGY_ROW (gtk_list_item_get_child (item));
  PactStrategyDrawer *self = PACT_STRATEGY_DRAWER (user_data);

  g_signal_handlers_disconnect_by_data (row, self);
  g_ptr_array_remove (self->rows, row);
  pact_strategy_row_set_element (row, NULL, NULL, NULL);
}

static void
close_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static gboolean
pact_strategy_drawer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PACT_STRATEGY_DRAWER (widget)->search_entry));
}

static void
pact_strategy_drawer_dispose (GObject *object)
{
  PactStrategyDrawer *self = PACT_STRATEGY_DRAWER (object);

  pact_strategy_drawer_set_editor (self, NULL);
  if (self->templates != NULL)
    g_signal_handlers_disconnect_by_func (self->templates, templates_changed_cb, self);
  g_clear_object (&self->templates);
  g_clear_object (&self->offers);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (pact_strategy_drawer_parent_class)->dispose (object);
}

static void
pact_strategy_drawer_finalize (GObject *object)
{
  PactStrategyDrawer *self = PACT_STRATEGY_DRAWER (object);

  g_clear_pointer (&self->known, pact_known_free);
  g_clear_pointer (&self->terms, g_array_unref);
  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (pact_strategy_drawer_parent_class)->finalize (object);
}

static void
pact_strategy_drawer_class_init (PactStrategyDrawerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pact_strategy_drawer_dispose;
  object_class->finalize = pact_strategy_drawer_finalize;
  widget_class->map = pact_strategy_drawer_map;
  widget_class->grab_focus = pact_strategy_drawer_grab_focus;

  /**
   * PactStrategyDrawer::take:
   * @self: the drawer
   * @element: a pillar or a measure of a strategy
   *
   * The person wants @element in the plan.
   */
  signals[TAKE] = g_signal_new ("take", PACT_TYPE_STRATEGY_DRAWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                PACT_TYPE_ELEMENT);
  /**
   * PactStrategyDrawer::closed:
   * @self: the drawer
   *
   * The person wants to see the plan again.
   */
  signals[CLOSED] = g_signal_new ("closed", PACT_TYPE_STRATEGY_DRAWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-drawer.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyDrawer, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyDrawer, pick_bin);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyDrawer, coverage_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyDrawer, stack);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyDrawer, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);

  /**
   * PactStrategyDrawer|strategies.close:
   *
   * Shows the plan again.
   */
  gtk_widget_class_install_action (widget_class, "strategies.close", NULL, close_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "strategies.close", NULL);
}

static void
pact_strategy_drawer_init (PactStrategyDrawer *self)
{
  GListModel *shown;

  self->offers = g_list_store_new (PACT_TYPE_ELEMENT);
  self->plans = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->pick = pact_drop_down_new ();
  pact_drop_down_set_name (self->pick, _("Strategy"));
  g_signal_connect_object (self->pick, "notify::selected", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->pick_bin, GTK_WIDGET (self->pick));

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  shown = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->offers)), g_object_ref (self->filter)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (gtk_no_selection_new (shown)));
}

/**
 * pact_strategy_drawer_set_editor:
 * @self: a drawer
 * @editor: (nullable): the open plan
 *
 * Offers what strategies propose for the plan of @editor.
 */
void
pact_strategy_drawer_set_editor (PactStrategyDrawer *self,
                                 PactEditor *editor)
{
  g_return_if_fail (PACT_IS_STRATEGY_DRAWER (self));
  g_return_if_fail (editor == NULL || PACT_IS_EDITOR (editor));

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, update, self);
  g_set_object (&self->editor, editor);
  if (editor != NULL)
    g_signal_connect_object (editor, "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
