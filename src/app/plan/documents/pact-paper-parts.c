/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-paper-parts"

#include "config.h"

#include "pact-model.h"
#include "pact-paper-parts.h"
#include "pact-value.h"
#include "pact-words.h"

#define N_COLUMNS 2

/**
 * PactPaperParts:
 *
 * The parts that the council paper can have, to be ticked, in the order in which they stand in it.
 */
struct _PactPaperParts
{
  GtkWidget parent_instance;

  const PactField *field; /* what is kept: the parts that are left out */
  GtkWidget *grid;
  GPtrArray *checks; /* GtkCheckButton, borrowed: one for each term of the field's vocabulary */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactPaperParts, pact_paper_parts, GTK_TYPE_WIDGET)

static void
toggled_cb (PactPaperParts *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pact_paper_parts_dispose (GObject *object)
{
  g_clear_pointer (&PACT_PAPER_PARTS (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (pact_paper_parts_parent_class)->dispose (object);
}

static void
pact_paper_parts_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_PAPER_PARTS (object)->checks);

  G_OBJECT_CLASS (pact_paper_parts_parent_class)->finalize (object);
}

static void
pact_paper_parts_class_init (PactPaperPartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_paper_parts_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_paper_parts_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * PactPaperParts::changed:
   * @self: the parts
   *
   * A part was ticked, or is ticked no longer.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pact_paper_parts_init (PactPaperParts *self)
{
  const PactVocabulary *vocabulary;
  int n_rows;

  self->field = pact_kind_find_field (pact_model_get_root (pact_model_get_default ()), "paper_left_out");
  self->checks = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  vocabulary = self->field->vocabulary;
  n_rows = ((int) vocabulary->n_terms + N_COLUMNS - 1) / N_COLUMNS;
  for (int i = 0; i < (int) vocabulary->n_terms; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (pact_vocabulary_get_label (vocabulary, &vocabulary->terms[i]));

      g_ptr_array_add (self->checks, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self->grid), check, i / n_rows, i % n_rows, 1, 1);
    }
}

/**
 * pact_paper_parts_dup_left_out:
 * @self: the parts
 *
 * Returns: (transfer full) (nullable): the codes of those that are not ticked, %NULL if all are
 */
char *
pact_paper_parts_dup_left_out (PactPaperParts *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  g_return_val_if_fail (PACT_IS_PAPER_PARTS (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (!gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_ptr_array_add (codes, (gpointer) self->field->vocabulary->terms[i].code);
    }
  g_ptr_array_add (codes, NULL);

  return pact_field_join_codes (self->field, (const char *const *) codes->pdata);
}

/**
 * pact_paper_parts_set_left_out:
 * @self: the parts
 * @left_out: (nullable): the codes of those that are not to be ticked
 */
void
pact_paper_parts_set_left_out (PactPaperParts *self,
                               const char *left_out)
{
  g_return_if_fail (PACT_IS_PAPER_PARTS (self));

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 !pact_codes_contain (left_out, self->field->vocabulary->terms[i].code));
}
