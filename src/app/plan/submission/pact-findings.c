/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-findings"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-findings.h"
#include "pact-shell.h"

/* How many rows are made at a time. A large plan that begins has findings at every measure. */
#define PAGE_SIZE 50

/**
 * PactFindings:
 *
 * What a review has found, a row for each measure, actor or other element that something is found at. The
 * row opens to the findings, and each goes to the field that it is about. The last row shows more of them.
 */
struct _PactFindings
{
  AdwPreferencesGroup parent_instance;

  PactReview *review;  /* (nullable): whose findings they are */
  GPtrArray *groups;   /* Group */
  GPtrArray *rows;     /* GtkWidget, borrowed: one for each of the first groups */
  GtkWidget *more_row; /* (nullable), borrowed */
};

G_DEFINE_FINAL_TYPE (PactFindings, pact_findings, ADW_TYPE_PREFERENCES_GROUP)

/* What was found at a measure and what stands below it, or at another element. */
typedef struct
{
  PactElement *holder;
  GPtrArray *findings; /* PactFinding, borrowed */
} Group;

static Group *
group_new (PactElement *holder)
{
  Group *group = g_new0 (Group, 1);

  group->holder = g_object_ref (holder);
  group->findings = g_ptr_array_new ();

  return group;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_object_unref (group->holder);
  g_ptr_array_unref (group->findings);
  g_free (group);
}

/* A finding as its row shows it, and where it goes to. */
typedef struct
{
  char *title;
  char *subtitle; /* NULL for none */
  char *element;
  const PactField *field;
} Target;

/* Below a measure's row in the list of what is needed, what is only missing needs no sentence: the names of
 * the field and of what stands below the measure are enough. @holder is NULL for a row of its own. */
static Target *
target_new (const PactFinding *finding,
            PactElement *holder)
{
  Target *target = g_new0 (Target, 1);

  if (finding->is_missing && holder != NULL)
    {
      target->title = g_strdup (pact_field_get_label (finding->field));
      if (g_strcmp0 (finding->element, pact_element_get_uuid (holder)) != 0)
        target->subtitle = g_strdup (finding->name);
    }
  else
    {
      target->title = g_strdup (finding->message);
    }
  target->element = g_strdup (finding->element);
  target->field = finding->field;

  return target;
}

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->title);
  g_free (target->subtitle);
  g_free (target->element);
  g_free (target);
}

static void
activated_cb (GtkWidget *row,
              gpointer user_data)
{
  const Target *target = g_object_get_data (G_OBJECT (row), "pact-target");
  PactShell *shell = pact_shell_get (row);

  if (shell != NULL)
    pact_shell_reveal (shell, target->element, target->field != NULL ? target->field->name : NULL);
}

static GtkWidget *
finding_row_new (Target *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_object_set_data_full (G_OBJECT (row), "pact-target", target, target_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), target->title);
  if (target->subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), target->subtitle);
  gtk_widget_set_valign (arrow, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);

  return row;
}

/* The element that findings are gathered under: a measure with all that stands below it. */
static PactElement *
get_holder (PactElement *element)
{
  PactElement *holder = pact_element_get_ancestor (element, "measure");

  return holder != NULL ? holder : element;
}

/* The rows of a measure are made when somebody wants to see them: a plan that begins has hundreds. */
static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec *pspec,
             gpointer user_data)
{
  g_autoptr (GPtrArray) rows = g_object_steal_data (G_OBJECT (row), "pact-rows");

  while (rows != NULL && rows->len > 0)
    adw_expander_row_add_row (row, finding_row_new (g_ptr_array_steal_index (rows, 0)));
}

/* As the findings' own sentences call it. What has no title lacks it: that is the first of its findings. */
static char *
dup_holder_name (PactElement *holder,
                 const PactFinding *first)
{
  const char *name = pact_element_get_name (holder);
  g_autofree char *number = NULL;

  if (pact_element_get_parent (holder) == NULL)
    return g_strdup (C_ ("review", "The plan itself"));
  if (g_strcmp0 (first->element, pact_element_get_uuid (holder)) == 0)
    return g_strdup (first->name);
  if (!pact_element_is_kind (holder, "measure"))
    return g_strdup (name);
  number = pact_element_dup_number (holder);

  return g_strdup_printf (C_ ("element", "%s %s"), number, name);
}

static GtkWidget *
holder_row_new (PactElement *holder,
                GPtrArray *findings)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (target_free);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *name = dup_holder_name (holder, g_ptr_array_index (findings, 0));
  g_autofree char *escaped_name = NULL;
  g_autofree char *count = NULL;

  escaped_name = g_markup_escape_text (name, -1);
  count = g_strdup_printf (ngettext ("%u missing answer", "%u missing answers", findings->len), findings->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), count);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (rows, target_new (g_ptr_array_index (findings, i), holder));
  g_object_set_data_full (G_OBJECT (row), "pact-rows", rows, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), NULL);

  return row;
}

static void
show_rows (PactFindings *self,
           guint n_rows);

static void
more_cb (PactFindings *self)
{
  guint n_before = self->rows->len;

  show_rows (self, n_before + PAGE_SIZE);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, n_before));
}

static GtkWidget *
more_row_new (PactFindings *self)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count = g_strdup_printf (_("%1$u of %2$u are shown"), self->rows->len, self->groups->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("button", "Show More"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* Makes rows until there are so many, and one for the rest. */
static void
show_rows (PactFindings *self,
           guint n_rows)
{
  AdwPreferencesGroup *list = ADW_PREFERENCES_GROUP (self);

  if (self->more_row != NULL)
    adw_preferences_group_remove (list, g_steal_pointer (&self->more_row));
  for (guint i = self->rows->len; i < MIN (n_rows, self->groups->len); i++)
    {
      const Group *group = g_ptr_array_index (self->groups, i);
      GtkWidget *row = group->findings->len == 1
                         ? finding_row_new (target_new (g_ptr_array_index (group->findings, 0), NULL))
                         : holder_row_new (group->holder, group->findings);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (list, row);
    }
  if (self->rows->len == self->groups->len)
    return;

  self->more_row = more_row_new (self);
  adw_preferences_group_add (list, self->more_row);
}

static void
pact_findings_finalize (GObject *object)
{
  PactFindings *self = PACT_FINDINGS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->review, pact_review_unref);

  G_OBJECT_CLASS (pact_findings_parent_class)->finalize (object);
}

static void
pact_findings_class_init (PactFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_findings_finalize;
}

static void
pact_findings_init (PactFindings *self)
{
  self->rows = g_ptr_array_new ();
  self->groups = g_ptr_array_new_with_free_func (group_free);
}

/**
 * pact_findings_show:
 * @self: the list
 * @plan: the plan that was reviewed
 * @review: what was found
 * @severity: which findings are shown
 *
 * Shows the findings of one severity; nothing, if there is none.
 */
void
pact_findings_show (PactFindings *self,
                    PactPlan *plan,
                    PactReview *review,
                    PactFindingSeverity severity)
{
  GPtrArray *findings = pact_review_get_findings (review);
  g_autoptr (GHashTable) by_holder = g_hash_table_new (NULL, NULL);
  guint n_rows;

  g_return_if_fail (PACT_IS_FINDINGS (self));

  /* Who has asked for more keeps it. */
  n_rows = MAX (PAGE_SIZE, self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->groups, 0);
  g_clear_pointer (&self->review, pact_review_unref);
  self->review = pact_review_ref (review);

  for (guint i = 0; i < findings->len; i++)
    {
      PactFinding *finding = g_ptr_array_index (findings, i);
      PactElement *element = pact_plan_lookup (plan, finding->element);
      PactElement *holder = element != NULL ? get_holder (element) : NULL;
      Group *group;

      if (finding->severity != severity || holder == NULL)
        continue;
      group = g_hash_table_lookup (by_holder, holder);
      if (group == NULL)
        {
          group = group_new (holder);
          g_hash_table_insert (by_holder, holder, group);
          g_ptr_array_add (self->groups, group);
        }
      g_ptr_array_add (group->findings, finding);
    }

  show_rows (self, n_rows);
  gtk_widget_set_visible (GTK_WIDGET (self), self->groups->len > 0);
}
