/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-behind.h"
#include "pact-library-actions.h"
#include "pact-library-lists.h"
#include "pact-library-page.h"
#include "pact-plan-order.h"
#include "pact-plan-row.h"
#include "pact-shell.h"

/* How many places a search shows; whoever finds more needs another word. */
#define MAX_FOUND 200

/* How many plans are listed with the first window, and how many more with each idle moment after it. A list makes
 * the widgets of its first two hundred rows at once, which takes longer than the window itself. */
#define N_FIRST 16
#define N_MORE 8
#define N_ENOUGH 256

/**
 * PactLibraryPage:
 *
 * The start page: all plans, what a search finds in them, and the trash.
 */
struct _PactLibraryPage
{
  AdwBin parent_instance;

  /* Owned references */
  PactWorkspace *workspace;
  GtkFilter *filter;
  GtkSortListModel *sorted;
  GtkSliceListModel *shown; /* the beginning of the above, all of it soon after the start */
  GtkFilterListModel *trashed;
  GListStore *found;
  char *order;
  char *traits[PACT_N_PLAN_TRAITS]; /* empty for any */
  gboolean is_in_trash;
  gboolean was_shown;
  guint more_source;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkWidget *back_button;
  GtkWidget *new_button;
  GtkWidget *first_button;
  GtkMenuButton *view_button;
  GtkWidget *search_button;
  GtkWidget *empty_trash_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkRevealer *info_revealer;
  GtkLabel *info_label;
  GtkWidget *show_all_button;
  GtkStack *stack;
  GtkListView *plans_view;
  GtkListView *found_view;
  GtkListView *trash_view;
};

G_DEFINE_FINAL_TYPE (PactLibraryPage, pact_library_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ORDER,
  PROP_STATE,
  PROP_TEMPLATE,
  PROP_COUNTRY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_searching (PactLibraryPage *self)
{
  return gtk_search_bar_get_search_mode (self->search_bar) && *gtk_editable_get_text (self->search_entry) != '\0';
}

static gboolean
is_filtering (PactLibraryPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->traits); i++)
    {
      if (*self->traits[i] != '\0')
        return TRUE;
    }

  return FALSE;
}

static gboolean
match_plan (gpointer item,
            gpointer user_data)
{
  PactLibraryPage *self = user_data;

  if (pact_plan_item_is_trashed (item))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (self->traits); i++)
    {
      if (*self->traits[i] != '\0' && !g_str_equal (pact_plan_item_get_trait (item, i), self->traits[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
match_trashed (gpointer item,
               gpointer user_data)
{
  return pact_plan_item_is_trashed (item);
}

static guint
count_plans (PactLibraryPage *self)
{
  return g_list_model_get_n_items (pact_workspace_get_plans (self->workspace)) -
         g_list_model_get_n_items (G_LIST_MODEL (self->trashed));
}

/* What narrows the list down, in words. */
static void
show_info (PactLibraryPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean is_filtered = !self->is_in_trash && !is_searching (self) && is_filtering (self);

  if (is_filtered)
    {
      guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
      guint n_plans = count_plans (self);

      /* Translators: how many plans are shown of how many there are. */
      g_string_append_printf (text, ngettext ("%u of %u plan", "%u of %u plans", n_plans), n_shown, n_plans);
      for (gsize i = 0; i < G_N_ELEMENTS (self->traits); i++)
        {
          g_autofree char *label = NULL;

          if (*self->traits[i] == '\0')
            continue;
          label = pact_plan_trait_dup_label (i, self->traits[i], pact_workspace_get_templates (self->workspace));
          g_string_append_printf (text, " · %s", label);
        }
    }
  else if (!self->is_in_trash && is_searching (self) && n_found == MAX_FOUND)
    {
      g_string_append_printf (text, _("The %d best matches are shown. Add a word to narrow the search."), MAX_FOUND);
    }
  else if (!self->is_in_trash && is_searching (self) && n_found > 0)
    {
      g_string_append_printf (text, ngettext ("Found in %u place", "Found in %u places", n_found), n_found);
    }

  if (text->len > 0)
    gtk_label_set_label (self->info_label, text->str);
  gtk_widget_set_visible (self->show_all_button, is_filtered);
  gtk_revealer_set_reveal_child (self->info_revealer, text->len > 0);
}

static const char *
choose_view (PactLibraryPage *self)
{
  if (self->is_in_trash)
    return g_list_model_get_n_items (G_LIST_MODEL (self->trashed)) > 0 ? "trash" : "trash-empty";
  if (is_searching (self))
    return g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? "found" : "nothing-found";
  if (count_plans (self) == 0)
    return "empty";

  return g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) > 0 ? "plans" : "filtered-out";
}

static void
update_view (PactLibraryPage *self)
{
  guint n_trashed = g_list_model_get_n_items (G_LIST_MODEL (self->trashed));
  gboolean has_plans = count_plans (self) > 0;

  gtk_stack_set_visible_child_name (self->stack, choose_view (self));
  adw_window_title_set_title (self->window_title, self->is_in_trash ? _("Trash") : _("Plans"));
  gtk_widget_set_visible (self->back_button, self->is_in_trash);
  gtk_widget_set_visible (self->new_button, !self->is_in_trash && has_plans);
  gtk_widget_set_visible (self->search_button, !self->is_in_trash && has_plans);
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), !self->is_in_trash && has_plans);
  gtk_widget_set_visible (self->empty_trash_button, self->is_in_trash && n_trashed > 0);
  gtk_search_bar_set_key_capture_widget (self->search_bar, !self->is_in_trash && has_plans ? GTK_WIDGET (self) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.leave-trash", self->is_in_trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.show-trash", !self->is_in_trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.search", !self->is_in_trash && has_plans);
  show_info (self);
}

/* Gives the keys somewhere to begin. */
static void
focus_content (PactLibraryPage *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->stack);
  GtkWidget *content = self->first_button;

  if (self->is_in_trash)
    content = self->back_button;
  else if (g_strcmp0 (view, "plans") == 0)
    content = GTK_WIDGET (self->plans_view);
  else if (g_strcmp0 (view, "found") == 0)
    content = GTK_WIDGET (self->found_view);
  else if (g_strcmp0 (view, "filtered-out") == 0)
    content = self->new_button;
  gtk_widget_grab_focus (content);
}

static void
search (PactLibraryPage *self)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  if (is_searching (self))
    {
      found = pact_workspace_search (self->workspace, gtk_editable_get_text (self->search_entry), MAX_FOUND, &error);
      if (found == NULL)
        g_info ("Nothing could be searched: %s", error->message);
    }
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       found != NULL ? found->pdata : NULL, found != NULL ? found->len : 0);
  update_view (self);
}

static void
search_changed_cb (PactLibraryPage *self)
{
  if (self->workspace != NULL)
    search (self);
}

/* Enter opens the best place. */
static void
search_activated_cb (PactLibraryPage *self)
{
  search (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    g_signal_emit_by_name (self->found_view, "activate", 0);
}

static void
plan_activated_cb (PactLibraryPage *self,
                   guint position)
{
  g_autoptr (PactPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (item != NULL)
    pact_shell_open_plan (pact_shell_get (GTK_WIDGET (self)), pact_plan_item_get_uuid (item), NULL);
}

static void
found_activated_cb (PactLibraryPage *self,
                    guint position)
{
  g_autoptr (PactFound) found = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (found != NULL)
    pact_shell_open_plan (pact_shell_get (GTK_WIDGET (self)), pact_found_get_plan (found),
                          pact_found_get_element (found));
}

/* The menu shows what there is to choose at the moment when it is opened. */
static void
create_view_menu_cb (GtkMenuButton *button,
                     gpointer user_data)
{
  PactLibraryPage *self = user_data;
  g_autoptr (GMenuModel) menu = pact_plan_view_menu_new (pact_workspace_get_plans (self->workspace),
                                                         pact_workspace_get_templates (self->workspace));

  gtk_menu_button_set_menu_model (button, menu);
  /* After a choice in a submenu GTK 4.8 leaves the focus in what is hidden, where the keys reach nobody. */
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (gtk_widget_grab_focus), button,
                           G_CONNECT_SWAPPED);
}

static void
set_in_trash (PactLibraryPage *self,
              gboolean is_in_trash)
{
  self->is_in_trash = is_in_trash;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  update_view (self);
  focus_content (self);
}

static void
show_trash_activated (GtkWidget *widget,
                      const char *action_name,
                      GVariant *parameter)
{
  set_in_trash (PACT_LIBRARY_PAGE (widget), TRUE);
}

static void
leave_trash_activated (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  set_in_trash (PACT_LIBRARY_PAGE (widget), FALSE);
}

static void
search_activated (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  PactLibraryPage *self = PACT_LIBRARY_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_all_activated (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  g_object_set (widget, "state", "", "template", "", "country", "", NULL);
}

/* The row that has the focus; rows of a list are children of widgets of GTK's own. */
static PactPlanRow *
get_focus_row (PactLibraryPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return PACT_IS_PLAN_ROW (child) ? PACT_PLAN_ROW (child) : NULL;
}

static gboolean
delete_pressed_cb (GtkWidget *widget,
                   GVariant *arguments,
                   gpointer user_data)
{
  PactPlanRow *row = get_focus_row (PACT_LIBRARY_PAGE (widget));

  if (row == NULL || pact_plan_row_get_item (row) == NULL)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (row),
                                     pact_plan_item_is_trashed (pact_plan_row_get_item (row)) ? "plan.delete" : "plan.trash",
                                     NULL);
}

static gboolean
menu_pressed_cb (GtkWidget *widget,
                 GVariant *arguments,
                 gpointer user_data)
{
  PactPlanRow *row = get_focus_row (PACT_LIBRARY_PAGE (widget));

  if (row == NULL)
    return FALSE;
  pact_plan_row_open_menu (row);

  return TRUE;
}

static gboolean
more_cb (gpointer user_data)
{
  PactLibraryPage *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->shown) + N_MORE;

  if (size < MIN (N_ENOUGH, g_list_model_get_n_items (G_LIST_MODEL (self->sorted))))
    {
      gtk_slice_list_model_set_size (self->shown, size);
      return G_SOURCE_CONTINUE;
    }

  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  self->more_source = 0;

  return G_SOURCE_REMOVE;
}

static void
pact_library_page_map (GtkWidget *widget)
{
  PactLibraryPage *self = PACT_LIBRARY_PAGE (widget);
  g_autoptr (GError) error = NULL;

  GTK_WIDGET_CLASS (pact_library_page_parent_class)->map (widget);

  /* When the program starts the list is new; later a plan may have been worked on. */
  if (self->workspace != NULL && self->was_shown && !pact_workspace_refresh (self->workspace, &error))
    g_info ("The list of plans was not read again: %s", error->message);
  if (!self->was_shown)
    self->more_source = g_idle_add_full (G_PRIORITY_LOW, more_cb, self, NULL);
  self->was_shown = TRUE;
  focus_content (self);
}

static void
pact_library_page_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  PactLibraryPage *self = PACT_LIBRARY_PAGE (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;

    case PROP_STATE:
    case PROP_TEMPLATE:
    case PROP_COUNTRY:
      g_value_set_string (value, self->traits[PACT_PLAN_TRAIT_STATE + (prop_id - PROP_STATE)]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_order (PactLibraryPage *self,
           const char *order)
{
  g_autoptr (GtkSorter) sorter = pact_plan_sorter_new (order);

  g_free (self->order);
  self->order = g_strdup (order);
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  if (self->workspace != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->plans_view), "list.scroll-to-item", "u", 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
set_trait (PactLibraryPage *self,
           PactPlanTrait trait,
           const char *value)
{
  g_free (self->traits[trait]);
  self->traits[trait] = g_strdup (value != NULL ? value : "");
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->workspace != NULL)
    update_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE + trait]);
}

static void
pact_library_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PactLibraryPage *self = PACT_LIBRARY_PAGE (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      set_order (self, g_value_get_string (value));
      break;

    case PROP_STATE:
    case PROP_TEMPLATE:
    case PROP_COUNTRY:
      set_trait (self, PACT_PLAN_TRAIT_STATE + (prop_id - PROP_STATE), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pact_library_page_dispose (GObject *object)
{
  PactLibraryPage *self = PACT_LIBRARY_PAGE (object);

  g_clear_handle_id (&self->more_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PACT_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->shown);
  g_clear_object (&self->sorted);
  g_clear_object (&self->trashed);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (pact_library_page_parent_class)->dispose (object);
}

static void
pact_library_page_finalize (GObject *object)
{
  PactLibraryPage *self = PACT_LIBRARY_PAGE (object);

  g_clear_pointer (&self->order, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (self->traits); i++)
    g_clear_pointer (&self->traits[i], g_free);

  G_OBJECT_CLASS (pact_library_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * PactLibraryPage:order:
   *
   * In which order plans are listed, see pact_plan_sorter_new().
   */
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "modified", flags);
  /**
   * PactLibraryPage:state:
   *
   * The state of the plans that are listed, empty for any.
   */
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "", flags);
  /**
   * PactLibraryPage:template:
   *
   * The id of the template of the plans that are listed, empty for any.
   */
  properties[PROP_TEMPLATE] = g_param_spec_string ("template", NULL, NULL, "", flags);
  /**
   * PactLibraryPage:country:
   *
   * The country of the plans that are listed, empty for any.
   */
  properties[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  pact_library_actions_install (widget_class);
  gtk_widget_class_install_property_action (widget_class, "library.order", "order");
  gtk_widget_class_install_property_action (widget_class, "library.state", "state");
  gtk_widget_class_install_property_action (widget_class, "library.template", "template");
  gtk_widget_class_install_property_action (widget_class, "library.country", "country");
  gtk_widget_class_install_action (widget_class, "library.show-all", NULL, show_all_activated);
  gtk_widget_class_install_action (widget_class, "library.search", NULL, search_activated);
  gtk_widget_class_install_action (widget_class, "library.show-trash", NULL, show_trash_activated);
  gtk_widget_class_install_action (widget_class, "library.leave-trash", NULL, leave_trash_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "library.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "library.leave-trash", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "library.leave-trash", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_pressed_cb, NULL);
}

static void
pact_library_page_class_init (PactLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pact_library_page_dispose;
  object_class->finalize = pact_library_page_finalize;
  object_class->get_property = pact_library_page_get_property;
  object_class->set_property = pact_library_page_set_property;
  widget_class->map = pact_library_page_map;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, empty_trash_button);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, info_revealer);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, info_label);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, plans_view);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, found_view);
  gtk_widget_class_bind_template_child (widget_class, PactLibraryPage, trash_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_activated_cb);

  install_actions (widget_class);
}

static void
pact_library_page_init (PactLibraryPage *self)
{
  self->order = g_strdup ("modified");
  for (gsize i = 0; i < G_N_ELEMENTS (self->traits); i++)
    self->traits[i] = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_plan, self, NULL));
  self->sorted =
    gtk_sort_list_model_new (G_LIST_MODEL (gtk_filter_list_model_new (NULL, g_object_ref (self->filter))),
                             pact_plan_sorter_new (self->order));
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0, N_FIRST);
  self->trashed = gtk_filter_list_model_new (NULL, GTK_FILTER (gtk_custom_filter_new (match_trashed, NULL, NULL)));
  self->found = g_list_store_new (PACT_TYPE_FOUND);

  gtk_widget_init_template (GTK_WIDGET (self));
  pact_stack_hide_behind (self->stack);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_menu_button_set_create_popup_func (self->view_button, create_view_menu_cb, self, NULL);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * pact_library_page_set_workspace:
 * @self: the page
 * @workspace: the open library
 *
 * Shows the plans of a library. Called once.
 */
void
pact_library_page_set_workspace (PactLibraryPage *self,
                                 PactWorkspace *workspace)
{
  GListModel *plans;

  g_return_if_fail (PACT_IS_LIBRARY_PAGE (self));
  g_return_if_fail (PACT_IS_WORKSPACE (workspace));
  g_return_if_fail (self->workspace == NULL);

  /* The order first: a list that shows rows already keeps them on the screen when they change places. */
  g_settings_bind (pact_shell_get_settings (pact_shell_get (GTK_WIDGET (self))), "library-order", self, "order",
                   G_SETTINGS_BIND_DEFAULT);
  self->workspace = g_object_ref (workspace);
  plans = pact_workspace_get_plans (workspace);
  gtk_filter_list_model_set_model (GTK_FILTER_LIST_MODEL (gtk_sort_list_model_get_model (self->sorted)), plans);
  gtk_filter_list_model_set_model (self->trashed, plans);

  pact_library_list_plans (self->plans_view, G_LIST_MODEL (self->shown), pact_workspace_get_templates (workspace));
  pact_library_list_plans (self->trash_view, G_LIST_MODEL (self->trashed), pact_workspace_get_templates (workspace));
  pact_library_list_found (self->found_view, G_LIST_MODEL (self->found));

  g_signal_connect_object (plans, "items-changed", G_CALLBACK (update_view), self, G_CONNECT_SWAPPED);
  update_view (self);
}
