/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-row-focus"

#include "config.h"

#include "pact-row-focus.h"

/* In how many frames the list has made a row again at the latest. */
#define MAX_FRAMES 60

/**
 * PactRowFocus:
 *
 * Keeps the keyboard on the chosen row of a list whose rows come and go.
 *
 * When a row is moved its widget goes, but GTK leaves the keyboard with that widget until the next frame, and what is
 * pressed until then is lost. So it goes to the list at once, and to the chosen row as soon as that is there, unless somebody
 * takes it before.
 */
struct _PactRowFocus
{
  GObject parent_instance;

  GtkWidget *list; /* not owned: whoever owns this owns the list too */
  PactRowFocusFunc func;
  gpointer user_data;
  guint tick;
  guint n_frames;     /* since the keyboard is to go to the chosen row */
  gboolean has_focus; /* whether the keyboard was in the list before its rows changed */
};

G_DEFINE_FINAL_TYPE (PactRowFocus, pact_row_focus, G_TYPE_OBJECT)

/* Where the keyboard is, or NULL for nowhere. */
static GtkWidget *
get_focus (PactRowFocus *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_in_list (PactRowFocus *self,
            GtkWidget *focus)
{
  return focus != NULL && (focus == self->list || gtk_widget_is_ancestor (focus, self->list));
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  PactRowFocus *self = PACT_ROW_FOCUS (user_data);
  GtkWidget *focus = get_focus (self);
  gboolean is_elsewhere = focus != NULL && !is_in_list (self, focus);
  GtkWidget *row = is_elsewhere ? NULL : self->func (self->user_data);

  if (!is_elsewhere && (row == NULL || !gtk_widget_grab_focus (row)) && ++self->n_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* Before the list shows that its rows changed. */
static void
rows_changing_cb (PactRowFocus *self)
{
  self->has_focus = is_in_list (self, get_focus (self));
}

/* After the list has shown it. */
static void
rows_changed_cb (PactRowFocus *self)
{
  if (self->has_focus)
    pact_row_focus_grab (self);
}

static void
pact_row_focus_dispose (GObject *object)
{
  PactRowFocus *self = PACT_ROW_FOCUS (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->list, self->tick);
  self->tick = 0;

  G_OBJECT_CLASS (pact_row_focus_parent_class)->dispose (object);
}

static void
pact_row_focus_class_init (PactRowFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pact_row_focus_dispose;
}

static void
pact_row_focus_init (PactRowFocus *self)
{
}

/**
 * pact_row_focus_new:
 * @list_view: a list, which must live longer
 * @func: (scope forever): finds the chosen row
 * @user_data: handed to @func
 *
 * Returns: (transfer full): what keeps the keyboard in @list_view
 */
PactRowFocus *
pact_row_focus_new (GtkListView *list_view,
                    PactRowFocusFunc func,
                    gpointer user_data)
{
  PactRowFocus *self = g_object_new (PACT_TYPE_ROW_FOCUS, NULL);

  self->list = GTK_WIDGET (list_view);
  self->func = func;
  self->user_data = user_data;

  return self;
}

/**
 * pact_row_focus_set_model:
 * @self: what keeps the keyboard
 * @selection: what the list shows
 * @rows: the rows, not selected from by anything yet
 *
 * Has @selection select from @rows, and follows them. The list is shown each change between the two moments at which it
 * has to be known where the keyboard is.
 */
void
pact_row_focus_set_model (PactRowFocus *self,
                          GtkMultiSelection *selection,
                          GListModel *rows)
{
  g_return_if_fail (PACT_IS_ROW_FOCUS (self));

  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changing_cb), self, G_CONNECT_SWAPPED);
  gtk_multi_selection_set_model (selection, rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pact_row_focus_grab:
 * @self: what keeps the keyboard
 *
 * Takes the keyboard to the chosen row, as soon as that is there. Does nothing if the list is not shown.
 */
void
pact_row_focus_grab (PactRowFocus *self)
{
  g_return_if_fail (PACT_IS_ROW_FOCUS (self));

  if (!gtk_widget_get_mapped (self->list))
    return;
  if (!is_in_list (self, get_focus (self)))
    gtk_root_set_focus (gtk_widget_get_root (self->list), self->list);
  self->n_frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->list, tick_cb, self, NULL);
}
