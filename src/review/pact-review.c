/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-review"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-address.h"
#include "pact-date.h"
#include "pact-measured.h"
#include "pact-review-private.h"
#include "pact-review.h"
#include "pact-text.h"

/* How many findings are allocated at a time. */
#define BLOCK_SIZE 256

/*
 * An element is named by its number and title, what stands below a measure by the measure's too.
 * Numbers are counted along the way: asking each element for its own would search its siblings.
 */
typedef struct
{
  PactElement *element;
  const PactKind *last_kind; /* of the child that was met last */
  guint last_index;
  guint index;
  char *number; /* (owned) (nullable) made when first needed */
  char *name;   /* (owned) (nullable) likewise */
} Frame;

/**
 * PactReview:
 *
 * What was found in a plan, or what has been found so far. What the findings say is kept together, and is gone with the review.
 */
struct _PactReview
{
  PactPlan *plan;
  GPtrArray *elements; /* all of the plan, parents first; %NULL when all have been looked at */
  guint n_reviewed;
  GArray *frames; /* the element being looked at, and those above it */

  GPtrArray *findings; /* those that block; in the end all */
  GPtrArray *advice;   /* %NULL in the end */
  GPtrArray *blocks;   /* the findings themselves, BLOCK_SIZE at a time: of a large plan there are a hundred thousand */
  GStringChunk *texts; /* and what they say */

  /* The period of the plan, %NULL where it is not known */
  GDate *start;
  GDate *end;
};

static void
clear_frame (gpointer data)
{
  Frame *frame = data;

  g_free (frame->number);
  g_free (frame->name);
}

static Frame *
get_frame (PactReview *self,
           guint depth)
{
  return &g_array_index (self->frames, Frame, depth);
}

static const char *
get_number (PactReview *self,
            guint depth)
{
  Frame *frame = get_frame (self, depth);

  if (frame->number != NULL || depth == 0)
    return frame->number;

  frame->number = depth == 1 ? g_strdup_printf ("%u", frame->index + 1)
                             : g_strdup_printf ("%s.%u", get_number (self, depth - 1), frame->index + 1);

  return frame->number;
}

static gboolean
is_numbered (PactElement *element)
{
  return (pact_element_get_kind (element)->flags & PACT_KIND_NUMBERED) != 0;
}

static char *
make_short_name (PactReview *self,
                 guint depth)
{
  Frame *frame = get_frame (self, depth);
  const char *title = pact_element_get_title (frame->element);
  const char *kind = pact_kind_get_label (pact_element_get_kind (frame->element));

  if (depth == 0)
    return g_strdup (title != NULL ? title : kind);
  if (is_numbered (frame->element))
    return g_strdup_printf ("%s %s", get_number (self, depth), pact_element_get_name (frame->element));
  if (title != NULL)
    return g_strdup (title);

  /* Translators: one of several without a title: %1$s is what it is, %2$u its number, as in “Cost 2”. */
  return g_strdup_printf (C_ ("element", "%1$s %2$u"), kind, frame->index + 1);
}

/* How the sentences call the element that is being looked at. */
static const char *
get_name (PactReview *self,
          guint depth)
{
  Frame *frame = get_frame (self, depth);
  g_autofree char *name = NULL;

  if (frame->name != NULL)
    return frame->name;

  name = make_short_name (self, depth);
  if (depth > 1 && !is_numbered (frame->element))
    {
      /* Translators: an element of the plan and something below it, as in “2.1.3 Train staff › Cost 2”. */
      frame->name = g_strdup_printf (C_ ("element", "%1$s › %2$s"), get_name (self, depth - 1), name);
    }
  else
    {
      frame->name = g_steal_pointer (&name);
    }

  return frame->name;
}

static const char *
get_current_name (PactReview *self)
{
  return get_name (self, self->frames->len - 1);
}

static PactFinding *
allocate_finding (PactReview *self)
{
  guint n = self->findings->len + self->advice->len;

  if (n % BLOCK_SIZE == 0)
    g_ptr_array_add (self->blocks, g_new0 (PactFinding, BLOCK_SIZE));

  return (PactFinding *) g_ptr_array_index (self->blocks, n / BLOCK_SIZE) + n % BLOCK_SIZE;
}

/* Takes the message. */
static PactFinding *
add_finding (PactReview *self,
             PactFindingSeverity severity,
             const char *field_name,
             char *message)
{
  guint depth = self->frames->len - 1;
  PactElement *element = get_frame (self, depth)->element;
  PactFinding *finding = allocate_finding (self);
  g_autofree char *name = make_short_name (self, depth);

  finding->severity = severity;
  finding->message = g_string_chunk_insert (self->texts, message);
  finding->name = g_string_chunk_insert (self->texts, name);
  finding->element = g_string_chunk_insert (self->texts, pact_element_get_uuid (element));
  finding->field = field_name != NULL ? pact_kind_find_field (pact_element_get_kind (element), field_name) : NULL;
  g_ptr_array_add (severity == PACT_FINDING_BLOCKING ? self->findings : self->advice, finding);
  g_free (message);

  return finding;
}

/* Contact data belong where they can be withheld; those of people who are affected, nowhere. */
static void
check_privacy (PactReview *self,
               const PactField *field,
               const char *value)
{
  if (field->type != PACT_TYPE_PROSE || (field->flags & PACT_FIELD_SERVICES))
    return;

  if (pact_text_contains_email (value))
    add_finding (self, PACT_FINDING_ADVICE, field->name,
                 /* Translators: %1$s is the name of an element, %2$s that of a field. */
                 g_strdup_printf (_("“%1$s”: %2$s seems to contain an e-mail address. The fields for contacts are the "
                                    "place for it; nobody who is affected may be identifiable."),
                                  get_current_name (self), pact_field_get_label (field)));
  if (pact_review_contains_phone (value))
    add_finding (self, PACT_FINDING_ADVICE, field->name,
                 /* Translators: %1$s is the name of an element, %2$s that of a field. */
                 g_strdup_printf (_("“%1$s”: %2$s seems to contain a telephone number. The fields for contacts are the "
                                    "place for it; nobody who is affected may be identifiable."),
                                  get_current_name (self), pact_field_get_label (field)));
}

/* Each sentence about a field calls it as the form does: whoever reads it looks for that word. */
static void
add_mistake (PactReview *self,
             PactElement *element,
             const PactField *field,
             PactMistake mistake)
{
  const char *value = pact_element_get_value (element, field);
  const char *label = pact_field_get_label (field);
  char *message = NULL;

  switch (mistake)
    {
    case PACT_MISTAKE_NONE:
      return;
    case PACT_MISTAKE_MISSING:
      /* Translators: %1$s is the name of an element, %2$s that of a field. */
      message = g_strdup_printf (C_ ("finding", "“%1$s”: %2$s is missing."), get_current_name (self), label);
      break;
    case PACT_MISTAKE_EMAIL:
      /* Translators: %1$s is the name of an element, %2$s that of a field, %3$s what stands there. */
      message = g_strdup_printf (_("“%1$s”: %2$s: “%3$s” is not an e-mail address."), get_current_name (self), label, value);
      break;
    case PACT_MISTAKE_URL:
      /* Translators: %1$s is the name of an element, %2$s that of a field, %3$s what stands there. */
      message = g_strdup_printf (_("“%1$s”: %2$s: “%3$s” is not a web address; it must begin with https:// or http://."),
                                 get_current_name (self), label, value);
      break;
    case PACT_MISTAKE_ORDER:
      /* Translators: %1$s is the name of an element, %2$s and %3$s those of two fields with a date, such as “End” and “Start”. */
      message = g_strdup_printf (_("“%1$s”: %2$s lies before %3$s."), get_current_name (self), label,
                                 pact_field_get_label (pact_kind_find_field (pact_element_get_kind (element), field->after)));
      break;
    case PACT_MISTAKE_UNSAVED:
      /* Translators: %1$s is the name of an element, %2$s that of a field. */
      message = g_strdup_printf (_("“%1$s”: %2$s holds something that could not be saved."), get_current_name (self), label);
      break;
    }
  add_finding (self, PACT_FINDING_BLOCKING, field->name, message)->is_missing = mistake == PACT_MISTAKE_MISSING;
}

static void
check_fields (PactReview *self,
              PactElement *element)
{
  const PactKind *kind = pact_element_get_kind (element);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];
      const char *value = pact_element_get_value (element, field);

      add_mistake (self, element, field, pact_element_find_mistake (element, field));
      if (value != NULL)
        check_privacy (self, field, value);
    }
}

static GDate *
read_date (PactElement *element,
           const char *field_name,
           gboolean last_day)
{
  const char *value = pact_element_get (element, field_name);
  PactDate date;

  if (value == NULL || !pact_date_parse (value, &date))
    return NULL;

  return last_day ? pact_date_last_day (&date) : pact_date_first_day (&date);
}

static void
check_plan (PactReview *self,
            PactElement *plan)
{
  if (pact_plan_count (self->plan, "measure") == 0)
    add_finding (self, PACT_FINDING_BLOCKING, NULL, g_strdup (_("The plan has no measures.")));
}

static void
check_dates (PactReview *self,
             PactElement *measure)
{
  g_autoptr (GDate) start = read_date (measure, "start", FALSE);
  g_autoptr (GDate) end = read_date (measure, "end", TRUE);
  const PactField *start_field = pact_kind_find_field (pact_element_get_kind (measure), "start");
  const PactField *end_field = pact_kind_find_field (pact_element_get_kind (measure), "end");

  if (pact_element_find_mistake (measure, end_field) != PACT_MISTAKE_NONE)
    return;

  /* What began earlier may go on, so this keeps nobody from submitting. */
  if (start != NULL && self->start != NULL && g_date_compare (start, self->start) < 0)
    add_finding (self, PACT_FINDING_ADVICE, "start",
                 /* Translators: %1$s is the number and title of a measure, %2$s the name of a field with a date. */
                 g_strdup_printf (_("“%1$s”: %2$s lies before the period of the plan."), get_current_name (self),
                                  pact_field_get_label (start_field)));
  if (end != NULL && self->end != NULL && g_date_compare (end, self->end) > 0)
    add_finding (self, PACT_FINDING_ADVICE, "end",
                 /* Translators: %1$s is the number and title of a measure, %2$s the name of a field with a date. */
                 g_strdup_printf (_("“%1$s”: %2$s lies after the period of the plan."), get_current_name (self),
                                  pact_field_get_label (end_field)));
}

static void
check_measure (PactReview *self,
               PactElement *measure)
{
  const PactKind *kind = pact_element_get_kind (measure);

  check_dates (self, measure);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];
      const PactField *reason = pact_element_get_reason_field (measure, field);

      if (reason != NULL && pact_text_is_blank (pact_element_get_value (measure, reason)))
        add_finding (self, PACT_FINDING_ADVICE, reason->name,
                     /* Translators: %1$s is the number and title of a measure, %2$s a field such as “Situation today”, %3$s an
                      * answer such as “Not applicable”, %4$s the name of the field for the reason. */
                     g_strdup_printf (_("“%1$s”: for “%2$s” you chose “%3$s”, but “%4$s” does not say why."),
                                      get_current_name (self), pact_field_get_label (field),
                                      pact_vocabulary_get_label (field->vocabulary,
                                                                 pact_vocabulary_find (field->vocabulary,
                                                                                       pact_element_get_value (measure, field))),
                                      pact_field_get_label (reason)));
    }
}

/* Where people are counted, fewer than these could be known by name. */
#define FEW_PEOPLE 5

/* Whether few people are counted; what begins with “<” reads as 0. */
static gboolean
tells_of_few (PactElement *indicator,
              const char *value)
{
  double number = g_ascii_strtod (value, NULL);

  return g_strcmp0 (pact_element_get (indicator, "counts_people"), "1") == 0 && number > 0 && number < FEW_PEOPLE;
}

/* What is measured has to be what the indicator measures. A target is nobody yet. */
static void
check_measured (PactReview *self,
                PactElement *element,
                const char *field_name,
                gboolean is_target)
{
  PactElement *indicator = pact_element_get_ancestor (element, "indicator");
  const PactField *field = pact_kind_find_field (pact_element_get_kind (element), field_name);
  const char *value = pact_element_get_value (element, field);
  g_autofree char *answer = NULL;

  if (value == NULL)
    return;

  answer = pact_measured_dup_label (element, field, value, NULL);
  switch (pact_measured_get_form (element, field))
    {
    case PACT_MEASURED_NUMBER:
      if (!is_target && tells_of_few (indicator, value))
        add_finding (self, PACT_FINDING_ADVICE, field_name,
                     /* Translators: %1$s is the name of an indicator, %2$s that of a field. */
                     g_strdup_printf (_("“%1$s”: %2$s is so small a number of people that somebody could be identifiable. "
                                        "Write <5 instead."),
                                      get_current_name (self), pact_field_get_label (field)));
      break;
    case PACT_MEASURED_PERCENTAGE:
      if (g_ascii_strtod (value, NULL) > 100)
        add_finding (self, PACT_FINDING_ADVICE, field_name,
                     /* Translators: %1$s is the name of an indicator, %2$s that of a field. */
                     g_strdup_printf (_("“%1$s”: %2$s is more than 100 percent."), get_current_name (self),
                                      pact_field_get_label (field)));
      break;
    case PACT_MEASURED_YES_NO:
      if (answer == NULL)
        add_finding (self, PACT_FINDING_BLOCKING, field_name,
                     /* Translators: %1$s is the name of an indicator, %2$s that of a field, %3$s what stands there. */
                     g_strdup_printf (_("“%1$s”: %2$s: “%3$s” is neither yes nor no."), get_current_name (self),
                                      pact_field_get_label (field), value));
      break;
    case PACT_MEASURED_STEPS:
      if (answer == NULL)
        add_finding (self, PACT_FINDING_BLOCKING, field_name,
                     /* Translators: %1$s is the name of an indicator, %2$s that of a field, %3$s what stands there. */
                     g_strdup_printf (_("“%1$s”: %2$s: “%3$s” is no step of the scale."), get_current_name (self),
                                      pact_field_get_label (field), value));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_indicator (PactReview *self,
                 PactElement *indicator)
{
  check_measured (self, indicator, "baseline", FALSE);
  check_measured (self, indicator, "target", TRUE);
}

static void
check_reading (PactReview *self,
               PactElement *reading)
{
  check_measured (self, reading, "value", FALSE);
}

static void
check_involvement (PactReview *self,
                   PactElement *involvement)
{
  PactElement *measure = pact_element_get_ancestor (involvement, "measure");
  const char *actor = pact_element_get (involvement, "actor");
  const char *title = pact_element_get_title (involvement);

  if (actor == NULL || g_strcmp0 (actor, pact_element_get (measure, "lead")) != 0)
    return;

  add_finding (self, PACT_FINDING_ADVICE, "actor",
               /* Translators: %1$s is the number and title of a measure, %2$s the name of a body. */
               g_strdup_printf (_("“%1$s”: the lead body “%2$s” is listed as a partner too."),
                                get_name (self, self->frames->len - 2), title != NULL ? title : ""));
}

/* Elements come parents first; leaves those frames that are not above @element. */
static void
enter_element (PactReview *self,
               PactElement *element)
{
  PactElement *parent = pact_element_get_parent (element);
  Frame frame = { .element = element };

  while (self->frames->len > 0 && get_frame (self, self->frames->len - 1)->element != parent)
    g_array_set_size (self->frames, self->frames->len - 1);

  if (self->frames->len > 0)
    {
      Frame *above = get_frame (self, self->frames->len - 1);
      const PactKind *kind = pact_element_get_kind (element);

      above->last_index = above->last_kind == kind ? above->last_index + 1 : 0;
      above->last_kind = kind;
      frame.index = above->last_index;
    }
  g_array_append_val (self->frames, frame);
}

static void
review_element (PactReview *self,
                PactElement *element)
{
  static const struct
  {
    const char *kind;
    void (*check) (PactReview *self, PactElement *element);
  } checks[] = {
    { "plan", check_plan },
    { "measure", check_measure },
    { "indicator", check_indicator },
    { "reading", check_reading },
    { "involvement", check_involvement },
  };

  enter_element (self, element);
  check_fields (self, element);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (pact_element_is_kind (element, checks[i].kind))
        checks[i].check (self, element);
    }
}

static void
collect_element (PactElement *element,
                 gpointer data)
{
  g_ptr_array_add (data, g_object_ref (element));
}

/**
 * pact_review_new:
 * @plan: a plan
 *
 * Begins to look through a plan: for what a submission needs, for what contradicts itself, and for what could give somebody away.
 * Belongs to the plan's thread. Where the plan changes before the end, what is found is half old and half new: begin again.
 *
 * Returns: (transfer full): a review that has found nothing yet
 */
PactReview *
pact_review_new (PactPlan *plan)
{
  PactReview *self;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  self = g_rc_box_new0 (PactReview);
  self->plan = g_object_ref (plan);
  self->elements = g_ptr_array_new_with_free_func (g_object_unref);
  pact_element_walk (pact_plan_get_root (plan), collect_element, self->elements);
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->frames, clear_frame);
  self->findings = g_ptr_array_new ();
  self->advice = g_ptr_array_new ();
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (64 * 1024);
  self->start = read_date (pact_plan_get_root (plan), "period_start", FALSE);
  self->end = read_date (pact_plan_get_root (plan), "period_end", TRUE);

  return self;
}

/**
 * pact_review_continue:
 * @self: a review
 * @microseconds: after how long to come back, by and by
 *
 * Goes on looking through the plan.
 *
 * Returns: whether everything has been looked at
 */
gboolean
pact_review_continue (PactReview *self,
                      gint64 microseconds)
{
  gint64 begin = g_get_monotonic_time ();

  g_return_val_if_fail (self != NULL, TRUE);

  while (self->elements != NULL && self->n_reviewed < self->elements->len)
    {
      review_element (self, g_ptr_array_index (self->elements, self->n_reviewed++));
      if (g_get_monotonic_time () - begin > microseconds)
        break;
    }
  if (self->elements == NULL || self->n_reviewed < self->elements->len)
    return self->elements == NULL;

  g_ptr_array_extend_and_steal (self->findings, g_steal_pointer (&self->advice));
  g_clear_pointer (&self->elements, g_ptr_array_unref);

  return TRUE;
}

/**
 * pact_review_plan:
 * @plan: a plan
 *
 * Looks through a whole plan.
 *
 * Returns: (transfer full): what was found
 */
PactReview *
pact_review_plan (PactPlan *plan)
{
  PactReview *self = pact_review_new (plan);

  if (self != NULL)
    pact_review_continue (self, G_MAXINT64);

  return self;
}

/**
 * pact_review_ref:
 * @self: a review
 *
 * Returns: (transfer full): @self
 */
PactReview *
pact_review_ref (PactReview *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_review (gpointer data)
{
  PactReview *self = data;

  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_array_unref (self->frames);
  g_clear_pointer (&self->advice, g_ptr_array_unref);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->start, g_date_free);
  g_clear_pointer (&self->end, g_date_free);
  g_object_unref (self->plan);
}

/**
 * pact_review_unref:
 * @self: a review
 *
 * Gives up a reference. With the last one go the findings.
 */
void
pact_review_unref (PactReview *self)
{
  g_rc_box_release_full (self, clear_review);
}

/**
 * pact_review_get_findings:
 * @self: a review that has looked at everything
 *
 * Returns: (transfer none) (element-type PactFinding): what was found: first what keeps the plan from being submitted, then advice,
 *   both in the order of the plan
 */
GPtrArray *
pact_review_get_findings (PactReview *self)
{
  g_return_val_if_fail (self != NULL && self->elements == NULL, NULL);

  return self->findings;
}

/**
 * pact_review_count:
 * @self: a review that has looked at everything
 * @severity: how much they matter
 *
 * Returns: how many of the findings matter so much
 */
guint
pact_review_count (PactReview *self,
                   PactFindingSeverity severity)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && self->elements == NULL, 0);

  for (guint i = 0; i < self->findings->len; i++)
    n += ((PactFinding *) g_ptr_array_index (self->findings, i))->severity == severity;

  return n;
}
