/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-taking"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-alert.h"
#include "pact-known.h"
#include "pact-shell.h"
#include "pact-strategy-taking.h"
#include "pact-text.h"

/* Taking over what a strategy proposes. A measure that the plan has already is not taken a second time: what the strategy says
 * besides is offered for it. */

typedef struct
{
  PactMeasuresTree *tree;
  PactEditor *editor;
  char *measure;      /* its UUID: it may go while the person thinks */
  PactElement *other; /* the same measure in the strategy */
} Merging;

static void
merging_free (Merging *self)
{
  g_object_unref (self->tree);
  g_object_unref (self->editor);
  g_object_unref (self->other);
  g_free (self->measure);
  g_free (self);
}

static PactShell *
get_shell (PactMeasuresTree *tree)
{
  return pact_shell_get (GTK_WIDGET (tree));
}

static void
merge_answered_cb (gboolean confirmed,
                   gpointer data)
{
  Merging *self = data;
  PactElement *measure = pact_plan_lookup (pact_editor_get_plan (self->editor), self->measure);
  PactShell *shell = get_shell (self->tree);
  g_autoptr (GError) error = NULL;
  guint n_added;

  if (!confirmed || measure == NULL || shell == NULL)
    return;
  if (!pact_editor_merge (self->editor, measure, self->other, &n_added, &error))
    pact_shell_report (shell, _("Nothing was added"), error);
  else if (n_added == 0)
    pact_shell_say_in_passing (shell, _("Your measure has all that the strategy says already."));
  else
    pact_shell_say_with_undo (shell, _("What the strategy says besides was added to your measure."), "win.undo", NULL);
}

/* Tells whether the plan has the measure already. Then the person is asked what to do about it. */
static gboolean
ask_if_known (PactMeasuresTree *tree,
              PactEditor *editor,
              PactElement *element)
{
  g_autoptr (PactKnown) known = pact_known_new (pact_editor_get_plan (editor));
  PactElement *measure = pact_element_is_kind (element, "measure") ? pact_known_find (known, element) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;
  Merging *merging;

  if (measure == NULL)
    return FALSE;

  number = pact_element_dup_number (measure);
  title = pact_text_shorten_title (pact_element_get_name (measure));
  /* Translators: %1$s is the number of a measure, such as 2.1.4, and %2$s its title. */
  body = g_strdup_printf (_("It is %1$s “%2$s”. Legal references and indicators that the strategy gives it besides can be added. "
                            "What it says now stays."), number, title);
  merging = g_new0 (Merging, 1);
  merging->tree = g_object_ref (tree);
  merging->editor = g_object_ref (editor);
  merging->measure = g_strdup (pact_element_get_uuid (measure));
  merging->other = g_object_ref (element);
  pact_alert_confirm (GTK_WIDGET (tree), _("Your plan has this measure already"), body, C_ ("button", "Add What Is New"), FALSE,
                      merge_answered_cb, merging, (GDestroyNotify) merging_free);

  return TRUE;
}

static char *
describe (guint n_added,
          guint n_known)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u measure was added.", "%u measures were added.", n_added), n_added);
  g_autofree char *known = NULL;

  if (n_known == 0)
    return g_steal_pointer (&added);

  known = g_strdup_printf (ngettext ("%u that you have already was left out.", "%u that you have already were left out.", n_known),
                           n_known);

  /* Translators: two sentences, the first such as “2 elements were deleted.”. */
  return g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), added, known);
}

static void
show_taken (PactMeasuresTree *tree,
            PactEditor *editor,
            GPtrArray *taken,
            guint n_known,
            const GError *error)
{
  PactShell *shell = get_shell (tree);
  g_autofree char *sentence = NULL;
  guint n = 0;

  if (taken == NULL)
    {
      pact_shell_report (shell, _("Nothing was added"), error);
      return;
    }
  for (guint i = 0; i < taken->len; i++)
    {
      PactTally tally;

      pact_element_get_tally (g_ptr_array_index (taken, i), &tally);
      n += tally.measures;
    }
  sentence = describe (n, n_known);
  if (n == 0)
    {
      pact_shell_say_in_passing (shell, sentence);
      return;
    }
  pact_measures_tree_select_all (tree, taken);
  pact_shell_say_with_undo (shell, sentence, "win.undo", NULL);
}

/**
 * pact_strategy_take:
 * @tree: the tree of the plan
 * @editor: the plan
 * @element: a pillar, an objective or a measure of a strategy
 *
 * Takes @element over to what is chosen in the tree, or where the strategy has it.
 */
void
pact_strategy_take (PactMeasuresTree *tree,
                    PactEditor *editor,
                    PactElement *element)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *chosen;
  guint n_known = 0;

  g_return_if_fail (PACT_IS_MEASURES_TREE (tree));
  g_return_if_fail (PACT_IS_EDITOR (editor));
  g_return_if_fail (PACT_IS_ELEMENT (element));

  pact_shell_flush (get_shell (tree));
  if (ask_if_known (tree, editor, element))
    return;

  elements = g_ptr_array_new ();
  g_ptr_array_add (elements, element);
  chosen = pact_measures_tree_get_chosen (tree);
  taken = pact_editor_take (editor, elements,
                            chosen->len > 0 ? g_ptr_array_index (chosen, chosen->len - 1)
                                            : pact_plan_get_root (pact_editor_get_plan (editor)),
                            &n_known, &error);
  show_taken (tree, editor, taken, n_known, error);
}

/**
 * pact_strategy_take_to:
 * @tree: the tree of the plan
 * @editor: the plan
 * @element: a pillar, an objective or a measure of a strategy
 * @parent: an element of the plan that may hold it
 * @before: (nullable): the element there before which it shall stand, %NULL for the end
 *
 * Takes @element over to a certain place.
 *
 * Returns: whether it stands there now, or the person is asked about it
 */
gboolean
pact_strategy_take_to (PactMeasuresTree *tree,
                       PactEditor *editor,
                       PactElement *element,
                       PactElement *parent,
                       PactElement *before)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GError) error = NULL;
  guint n_known = 0;

  g_return_val_if_fail (PACT_IS_MEASURES_TREE (tree), FALSE);
  g_return_val_if_fail (PACT_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);

  pact_shell_flush (get_shell (tree));
  if (ask_if_known (tree, editor, element))
    return TRUE;

  elements = g_ptr_array_new ();
  g_ptr_array_add (elements, element);
  taken = pact_editor_take_to (editor, elements, parent, before, &n_known, &error);
  show_taken (tree, editor, taken, n_known, error);

  return taken != NULL;
}
