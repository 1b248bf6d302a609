/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid-cell"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-grid-cell.h"

/**
 * PactGridCell:
 *
 * One cell of a table: a line of text that is cut off where it ends. All cells are equally high, whatever the letters in them.
 */
struct _PactGridCell
{
  GtkWidget parent_instance;

  const PactTableColumn *column;
  GtkListItem *item; /* borrowed: it owns the cell */
  PactCellLook look;
  char *mistake; /* (nullable) */
  gboolean is_heading;

  GtkWidget *text;
  GtkWidget *heading; /* (nullable): stands in place of the text where the row is a heading; made when first needed */
};

G_DEFINE_FINAL_TYPE (PactGridCell, pact_grid_cell, GTK_TYPE_WIDGET)

static void
pact_grid_cell_dispose (GObject *object)
{
  PactGridCell *self = PACT_GRID_CELL (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->heading, gtk_widget_unparent);

  G_OBJECT_CLASS (pact_grid_cell_parent_class)->dispose (object);
}

static void
pact_grid_cell_finalize (GObject *object)
{
  g_free (PACT_GRID_CELL (object)->mistake);

  G_OBJECT_CLASS (pact_grid_cell_parent_class)->finalize (object);
}

/* Only the cell that is edited next has the keyboard. GTK would give it to the first of a row, when it has taken away the row that had
   it and looks for another. */
static gboolean
pact_grid_cell_grab_focus (GtkWidget *widget)
{
  return (PACT_GRID_CELL (widget)->look & PACT_CELL_CURSOR) != 0
         && GTK_WIDGET_CLASS (pact_grid_cell_parent_class)->grab_focus (widget);
}

static void
pact_grid_cell_class_init (PactGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_grid_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_grid_cell_finalize;
  widget_class->grab_focus = pact_grid_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

/* One line: as high as that, for in a higher place the text would be broken into several. */
static GtkWidget *
make_line (PactGridCell *self,
           GtkAccessibleRole role)
{
  GtkWidget *line = g_object_new (GTK_TYPE_INSCRIPTION,
                                  "accessible-role", role,
                                  "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                                  "valign", GTK_ALIGN_CENTER,
                                  NULL);

  if (pact_table_column_is_name (self->column))
    gtk_inscription_set_nat_chars (GTK_INSCRIPTION (line), self->column->width);
  gtk_widget_set_parent (line, GTK_WIDGET (self));

  return line;
}

static void
pact_grid_cell_init (PactGridCell *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * pact_grid_cell_new:
 * @column: the column that the cell stands in
 * @item: the item of a list that holds the cell
 *
 * Returns: (transfer floating): an empty cell
 */
PactGridCell *
pact_grid_cell_new (const PactTableColumn *column,
                    GtkListItem *item)
{
  PactGridCell *self = g_object_new (PACT_TYPE_GRID_CELL, NULL);

  self->column = column;
  self->item = item;
  self->text = make_line (self, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), column->is_numeric ? 1 : 0);
  if (column->is_numeric || g_str_equal (column->name, "number"))
    gtk_widget_add_css_class (self->text, "numeric");

  return self;
}

/**
 * pact_grid_cell_get_column:
 * @self: a cell
 *
 * Returns: (transfer none): the column that it stands in
 */
const PactTableColumn *
pact_grid_cell_get_column (PactGridCell *self)
{
  g_return_val_if_fail (PACT_IS_GRID_CELL (self), NULL);

  return self->column;
}

/**
 * pact_grid_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the element that its row is about
 */
PactElement *
pact_grid_cell_get_row (PactGridCell *self)
{
  g_return_val_if_fail (PACT_IS_GRID_CELL (self), NULL);

  return gtk_list_item_get_item (self->item);
}

/**
 * pact_grid_cell_get_position:
 * @self: a cell
 *
 * Returns: the number of its row, from 0, as the rows stand now
 */
guint
pact_grid_cell_get_position (PactGridCell *self)
{
  g_return_val_if_fail (PACT_IS_GRID_CELL (self), GTK_INVALID_LIST_POSITION);

  return gtk_list_item_get_position (self->item);
}

static void
set_class (PactGridCell *self,
           const char *name,
           gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* What a screen reader says of it. */
static void
tell (PactGridCell *self)
{
  const char *shown = gtk_inscription_get_text (GTK_INSCRIPTION (self->text));
  const char *text = shown != NULL ? shown : "";
  /* Translators: what a screen reader says of the cell of a table: %1$s is the heading of its column, %2$s what stands in it. */
  g_autofree char *name = g_strdup_printf (C_ ("cell", "%1$s: %2$s"), pact_table_column_get_label (self->column), text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->is_heading ? text : name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->mistake != NULL ? self->mistake : "", -1);
}

/**
 * pact_grid_cell_set_text:
 * @self: a cell
 * @text: what stands in it
 * @mistake: (nullable): what is wrong with it
 *
 * Says something else, here and to screen readers.
 */
void
pact_grid_cell_set_text (PactGridCell *self,
                         const char *text,
                         const char *mistake)
{
  g_return_if_fail (PACT_IS_GRID_CELL (self));

  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->text)), text) == 0 && g_strcmp0 (self->mistake, mistake) == 0)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  g_free (self->mistake);
  self->mistake = g_strdup (mistake);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), mistake != NULL ? mistake : text[0] != '\0' ? text : NULL);
  tell (self);
}

/**
 * pact_grid_cell_set_heading:
 * @self: a cell
 * @is_heading: whether its row is a heading
 * @name: (nullable): what screen readers say of the heading, in the cell in which that stands
 */
void
pact_grid_cell_set_heading (PactGridCell *self,
                            gboolean is_heading,
                            const char *name)
{
  g_return_if_fail (PACT_IS_GRID_CELL (self));

  if (is_heading != self->is_heading)
    {
      self->is_heading = is_heading;
      set_class (self, "heading", is_heading);
      tell (self);
    }
  if (name != NULL && self->heading == NULL)
    {
      self->heading = make_line (self, GTK_ACCESSIBLE_ROLE_HEADING);
      g_object_bind_property (self->text, "text", self->heading, "text", G_BINDING_SYNC_CREATE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
    }
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->heading != NULL)
    gtk_widget_set_visible (self->heading, name != NULL);
  gtk_widget_set_visible (self->text, name == NULL);
}

/**
 * pact_grid_cell_set_look:
 * @self: a cell
 * @look: how it looks
 *
 * Looks different, without a word changed: all cells that there are can be told of it whenever a person goes on to another.
 */
void
pact_grid_cell_set_look (PactGridCell *self,
                         PactCellLook look)
{
  g_return_if_fail (PACT_IS_GRID_CELL (self));

  if (look == self->look)
    return;
  set_class (self, "selected", (look & PACT_CELL_SELECTED) != 0);
  set_class (self, "cursor", (look & PACT_CELL_CURSOR) != 0);
  set_class (self, "error", (look & PACT_CELL_WRONG) != 0);
  set_class (self, "dim-label", (look & PACT_CELL_LEFT_OUT) != 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, (look & PACT_CELL_SELECTED) != 0, -1);
  self->look = look;
}
