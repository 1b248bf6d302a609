/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-child-list"

#include "config.h"

#include "pact-child-list.h"
#include "pact-child-row.h"
#include "pact-follow.h"
#include "pact-heading.h"
#include "pact-shell.h"

/**
 * PactChildList:
 *
 * The children of one kind that an element has: the indicators of a measure, the actors of a plan.
 */
struct _PactChildList
{
  AdwPreferencesGroup parent_instance;

  char *kind_name;
  PactEditor *editor;
  PactElement *parent;
  GListModel *children;
  GPtrArray *rows; /* PactChildRow, borrowed, in the order of the children */
  GPtrArray *taken_out; /* PactChildRow: what is moved goes before it comes again, so they wait until an edit is all told */
  GtkWidget *kept_focus; /* (nullable) what had the keyboard in one of these */
  guint kept_index;      /* where that row stood */
  GtkWidget *add_button;
  GtkWidget *placeholder; /* (nullable), borrowed */
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_PLACEHOLDER,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactChildList, pact_child_list, ADW_TYPE_PREFERENCES_GROUP)

static void
update_placeholder (PactChildList *self)
{
  if (self->placeholder != NULL)
    gtk_widget_set_visible (self->placeholder, self->rows->len == 0);
}

static void
remove_rows (PactChildList *self,
             guint first)
{
  while (self->rows->len > first)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, first));
      g_ptr_array_remove_index (self->rows, first);
    }
}

static PactChildRow *
find_in (GPtrArray *rows,
         PactElement *element)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (pact_child_row_get_element (g_ptr_array_index (rows, i)) == element)
        return g_ptr_array_index (rows, i);
    }

  return NULL;
}

static void
update_steps (PactChildList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    pact_child_row_set_steps (g_ptr_array_index (self->rows, i), i > 0, i + 1 < self->rows->len);
}

/* Remembers what has the keyboard before rows are taken out, which takes it from them. */
static void
keep_focus (PactChildList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  g_set_object (&self->kept_focus, focus);
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (gtk_widget_is_ancestor (focus, g_ptr_array_index (self->rows, i)))
        self->kept_index = i;
    }
}

/* Back to where the keyboard was, if that is there again. */
static void
give_focus_back (PactChildList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->kept_focus == NULL || root == NULL || gtk_widget_get_root (self->kept_focus) != root)
    return;
  gtk_root_set_focus (root, self->kept_focus);
  g_clear_object (&self->kept_focus);
}

/* A group can only be appended to, so whatever stands behind a change is put there again; rows that stay
 * keep what is open, what is being typed in them and the keyboard. */
static void
children_changed_cb (PactChildList *self,
                     guint position,
                     guint removed,
                     guint added)
{
  guint n = g_list_model_get_n_items (self->children);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);

  keep_focus (self);
  for (guint i = position; i < self->rows->len; i++)
    g_ptr_array_add (i < position + removed ? self->taken_out : old, g_object_ref (g_ptr_array_index (self->rows, i)));
  remove_rows (self, position);

  for (guint i = position; i < n; i++)
    {
      g_autoptr (PactElement) child = g_list_model_get_item (self->children, i);
      PactChildRow *row = find_in (old, child);

      if (row == NULL)
        row = find_in (self->taken_out, child);
      if (row == NULL)
        row = pact_child_row_new (self->editor, child);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
      g_ptr_array_remove (self->taken_out, row);
    }
  update_placeholder (self);
  give_focus_back (self);
  update_steps (self);
}

/* All is told: what has not come again is gone. Whoever was in it goes on with what stands there now. */
static void
edited_cb (PactChildList *self)
{
  g_ptr_array_set_size (self->taken_out, 0);
  if (self->kept_focus == NULL)
    return;
  g_clear_object (&self->kept_focus);
  if (self->rows->len > 0)
    pact_child_row_grab_header (g_ptr_array_index (self->rows, MIN (self->kept_index, self->rows->len - 1)));
  else
    gtk_widget_grab_focus (self->add_button);
}

/* Shows nobody's children. */
static void
forget_children (PactChildList *self)
{
  if (self->children != NULL)
    g_signal_handlers_disconnect_by_func (self->children, children_changed_cb, self);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, edited_cb, self);
  g_ptr_array_set_size (self->taken_out, 0);
  g_clear_object (&self->kept_focus);
  g_clear_object (&self->children);
}

static void
add_cb (PactChildList *self)
{
  g_autoptr (GError) error = NULL;
  PactElement *child;

  if (self->parent == NULL)
    return;

  pact_shell_flush (pact_shell_get (GTK_WIDGET (self)));
  child = pact_editor_add (self->editor, self->parent, self->kind_name, NULL, &error);
  if (child == NULL)
    pact_shell_report (pact_shell_get (GTK_WIDGET (self)), gtk_button_get_label (GTK_BUTTON (self->add_button)), error);
  else
    pact_child_row_reveal (find_in (self->rows, child), NULL);
}

/* The key for one more, while the keyboard is in one of them. */
static gboolean
add_key_cb (GtkWidget *widget,
            GVariant *arguments,
            gpointer user_data)
{
  if (!gtk_widget_is_sensitive (PACT_CHILD_LIST (widget)->add_button))
    return GDK_EVENT_PROPAGATE;
  add_cb (PACT_CHILD_LIST (widget));

  return GDK_EVENT_STOP;
}

static void
pact_child_list_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  PactChildList *self = PACT_CHILD_LIST (object);

  switch (id)
    {
    case PROP_KIND:
      self->kind_name = g_value_dup_string (value);
      break;
    case PROP_PLACEHOLDER:
      self->placeholder = g_value_get_object (value);
      if (self->placeholder != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->placeholder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_child_list_constructed (GObject *object)
{
  PactChildList *self = PACT_CHILD_LIST (object);
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), self->kind_name);

  G_OBJECT_CLASS (pact_child_list_parent_class)->constructed (object);

  g_return_if_fail (kind != NULL);
  if (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self))[0] == '\0')
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), pact_kind_get_label_plural (kind));
  self->add_button = gtk_button_new_with_label (pact_kind_get_verb_label (kind, PACT_VERB_ADD));
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  pact_heading_keep_whole (ADW_PREFERENCES_GROUP (self));
}

static void
pact_child_list_dispose (GObject *object)
{
  PactChildList *self = PACT_CHILD_LIST (object);

  forget_children (self);
  g_clear_object (&self->parent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (pact_child_list_parent_class)->dispose (object);
}

static void
pact_child_list_finalize (GObject *object)
{
  PactChildList *self = PACT_CHILD_LIST (object);

  g_free (self->kind_name);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->taken_out);

  G_OBJECT_CLASS (pact_child_list_parent_class)->finalize (object);
}

static void
pact_child_list_class_init (PactChildListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pact_child_list_set_property;
  object_class->constructed = pact_child_list_constructed;
  object_class->dispose = pact_child_list_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_n, GDK_CONTROL_MASK, add_key_cb, NULL);
  object_class->finalize = pact_child_list_finalize;

  /**
   * PactChildList:kind:
   *
   * The name of the kind of the children.
   */
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PactChildList:placeholder:
   *
   * What is shown as long as there are no children, a row that invites to add one.
   */
  properties[PROP_PLACEHOLDER] = g_param_spec_object ("placeholder", NULL, NULL, GTK_TYPE_WIDGET,
                                                      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_child_list_init (PactChildList *self)
{
  self->rows = g_ptr_array_new ();
  self->taken_out = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * pact_child_list_set_parent:
 * @self: a list
 * @editor: (nullable): the open plan
 * @parent: (nullable): the element whose children are shown
 */
void
pact_child_list_set_parent (PactChildList *self,
                            PactEditor *editor,
                            PactElement *parent)
{
  g_return_if_fail (PACT_IS_CHILD_LIST (self));

  if (parent == self->parent && editor == self->editor)
    return;
  forget_children (self);
  remove_rows (self, 0);
  g_set_object (&self->editor, editor);
  g_set_object (&self->parent, parent);
  pact_widget_follow_editor (self->add_button, editor);
  if (parent == NULL)
    return;

  self->children = g_object_ref (pact_element_get_children_by_name (parent, self->kind_name));
  g_signal_connect_object (self->children, "items-changed", G_CALLBACK (children_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  children_changed_cb (self, 0, 0, g_list_model_get_n_items (self->children));
}

/**
 * pact_child_list_reveal:
 * @self: a list
 * @element: an element of the plan
 * @field: (nullable): a field of it
 *
 * Opens the row of @element and puts the keyboard into @field.
 *
 * Returns: whether it is in this list
 */
gboolean
pact_child_list_reveal (PactChildList *self,
                        PactElement *element,
                        const PactField *field)
{
  PactChildRow *row;

  g_return_val_if_fail (PACT_IS_CHILD_LIST (self), FALSE);

  row = find_in (self->rows, element);
  if (row != NULL)
    pact_child_row_reveal (row, field);

  return row != NULL;
}
