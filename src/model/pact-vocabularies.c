/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-vocabularies"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-vocabularies.h"

/* The codes are part of the exchange file: they never change and are never
 * used again for something else. New answers may be added. */

#define VOCABULARY(variable, vocabulary_name, vocabulary_context)                                  \
  const PactVocabulary pact_vocabulary_##variable = { vocabulary_name, vocabulary_context,         \
                                                      variable##_terms,                            \
                                                      G_N_ELEMENTS (variable##_terms) }

static const PactTerm authority_kind_terms[] = {
  { "municipality", NC_ ("authority kind", "Municipality"),
    NC_ ("authority kind", "A town, city or other local authority of the first level.") },
  { "county", NC_ ("authority kind", "County or district"),
    NC_ ("authority kind", "An authority between municipality and region.") },
  { "region", NC_ ("authority kind", "Region"),
    NC_ ("authority kind", "A region, Land, province or canton, with or without legislative powers.") },
  { "association", NC_ ("authority kind", "Association of authorities"),
    NC_ ("authority kind", "An association of towns, counties or regions that plans for its members.") },
  { "other", NC_ ("authority kind", "Other"),
    NC_ ("authority kind", "Any other body that takes part in the Pact.") },
};
VOCABULARY (authority_kind, "authority_kind", "authority kind");

static const PactTerm competence_terms[] = {
  { "education", NC_ ("competence", "Education"), NULL },
  { "early-years", NC_ ("competence", "Nurseries and early years"), NULL },
  { "social", NC_ ("competence", "Social services"), NULL },
  { "health", NC_ ("competence", "Health"), NULL },
  { "sport", NC_ ("competence", "Sport"), NULL },
  { "culture", NC_ ("competence", "Culture"), NULL },
  { "youth", NC_ ("competence", "Youth work"), NULL },
  { "police", NC_ ("competence", "Police"), NULL },
  { "housing", NC_ ("competence", "Housing"), NULL },
  { "planning", NC_ ("competence", "Planning and public space"), NULL },
  { "licensing", NC_ ("competence", "Licensing and permits"), NULL },
  { "migration", NC_ ("competence", "Reception of refugees and migrants"), NULL },
};
VOCABULARY (competence, "competence", "competence");

static const PactTerm plan_state_terms[] = {
  { "drafting", NC_ ("plan state", "Drafting"),
    NC_ ("plan state", "The plan is being written.") },
  { "in-review", NC_ ("plan state", "In review"),
    NC_ ("plan state", "The plan is with colleagues or the council for comment.") },
  { "adopted", NC_ ("plan state", "Adopted"),
    NC_ ("plan state", "The competent body has adopted the plan.") },
  { "submitted", NC_ ("plan state", "Submitted"),
    NC_ ("plan state", "The plan has been sent to the receiving body.") },
  { "closed", NC_ ("plan state", "Closed"),
    NC_ ("plan state", "The plan has ended or was replaced.") },
};
VOCABULARY (plan_state, "plan_state", "plan state");

static const PactTerm pact_state_terms[] = {
  { "not-yet", NC_ ("pact state", "Not yet"),
    NC_ ("pact state", "The authority has not decided about it.") },
  { "decided", NC_ ("pact state", "Decided"),
    NC_ ("pact state", "The competent body has decided to join; nothing has been signed yet.") },
  { "signed", NC_ ("pact state", "Signed"),
    NC_ ("pact state", "The authority has joined the Pact.") },
};
VOCABULARY (pact_state, "pact_state", "pact state");

static const PactTerm paper_terms[] = {
  { "a4", NC_ ("paper", "A4"), NULL },
  { "a3", NC_ ("paper", "A3"), NULL },
  { "letter", NC_ ("paper", "Letter"), NULL },
};
VOCABULARY (paper, "paper", "paper");

static const PactTerm paper_part_terms[] = {
  { "summary", NC_ ("paper part", "Summary"), NULL },
  { "child-summary", NC_ ("paper part", "For children"), NULL },
  { "law", NC_ ("paper part", "Background and legal framework"), NULL },
  { "participation", NC_ ("paper part", "How the plan was made"), NULL },
  { "situation", NC_ ("paper part", "Situation"), NULL },
  { "vision", NC_ ("paper part", "Vision"), NULL },
  { "overview", NC_ ("paper part", "The measures at a glance"), NULL },
  { "sheets", NC_ ("paper part", "The measures one by one"), NULL },
  { "considered", NC_ ("paper part", "Considered, not in this plan"), NULL },
  { "partners", NC_ ("paper part", "Governance and partners"), NULL },
  { "timetable", NC_ ("paper part", "Timetable"), NULL },
  { "budget", NC_ ("paper part", "Budget"), NULL },
  { "indicators", NC_ ("paper part", "Indicators"), NULL },
  { "risks", NC_ ("paper part", "Risks"), NULL },
  { "monitoring", NC_ ("paper part", "Monitoring"), NULL },
  { "help", NC_ ("paper part", "Help and reporting"), NULL },
  { "sources", NC_ ("paper part", "Sources"), NULL },
};
VOCABULARY (paper_part, "paper_part", "paper part");

static const PactTerm pillar_terms[] = {
  { "governance", NC_ ("pillar", "Governance"),
    NC_ ("pillar", "Steering, resources and review of the plan as a whole.") },
  { "prevention", NC_ ("pillar", "Prevention"),
    NC_ ("pillar", "Stopping abuse before it happens.") },
  { "protection", NC_ ("pillar", "Protection"),
    NC_ ("pillar", "Help for children who have experienced or risk abuse.") },
  { "prosecution", NC_ ("pillar", "Prosecution"),
    NC_ ("pillar", "The authority’s contribution to child-friendly investigations; authorities themselves do not prosecute.") },
  { "participation", NC_ ("pillar", "Participation"),
    NC_ ("pillar", "Children and young people shape the plan and the services.") },
};
VOCABULARY (pillar, "pillar", "pillar");

static const PactTerm action_type_terms[] = {
  { "policy", NC_ ("type of action", "Policy or strategy"),
    NC_ ("type of action", "A decision, plan or strategy of the authority.") },
  { "coordination", NC_ ("type of action", "Coordination"),
    NC_ ("type of action", "A structure or agreed procedure in which several bodies work together.") },
  { "awareness", NC_ ("type of action", "Awareness raising"),
    NC_ ("type of action", "Informing the public, families or a group.") },
  { "education", NC_ ("type of action", "Education of children"),
    NC_ ("type of action", "Teaching children and young people.") },
  { "training", NC_ ("type of action", "Training"),
    NC_ ("type of action", "Training people who work or volunteer.") },
  { "service", NC_ ("type of action", "Service"),
    NC_ ("type of action", "Help or support given to people.") },
  { "rules", NC_ ("type of action", "Rules and checks"),
    NC_ ("type of action", "By-laws, conditions, vetting or inspection.") },
  { "agreement", NC_ ("type of action", "Agreement with others"),
    NC_ ("type of action", "A commitment of partners outside the authority.") },
  { "research", NC_ ("type of action", "Data and research"),
    NC_ ("type of action", "Finding out, measuring or evaluating.") },
  { "participation", NC_ ("type of action", "Participation of children"),
    NC_ ("type of action", "Children and young people take part in decisions.") },
};
VOCABULARY (action_type, "action_type", "type of action");

static const PactTerm situation_terms[] = {
  { "in-place", NC_ ("situation today", "In place"),
    NC_ ("situation today", "It exists, works for everyone it is meant for, and is expected to go on."),
    PACT_TERM_WAIVES },
  { "partly", NC_ ("situation today", "Partly in place"),
    NC_ ("situation today", "It exists, but not everywhere, not for everyone, or not reliably.") },
  { "planned", NC_ ("situation today", "Planned"),
    NC_ ("situation today", "It has been decided but has not started.") },
  { "missing", NC_ ("situation today", "Missing"),
    NC_ ("situation today", "Nothing of the kind exists or is decided.") },
  { "not-applicable", NC_ ("situation today", "Not applicable"),
    NC_ ("situation today", "It lies outside the authority’s competence or makes no sense here; say why."),
    PACT_TERM_WAIVES | PACT_TERM_LEFT_OUT | PACT_TERM_REASONED },
};
VOCABULARY (situation, "situation", "situation today");

static const PactTerm inclusion_terms[] = {
  { "included", NC_ ("in the plan", "In this plan"),
    NC_ ("in the plan", "It is carried out within the period of the plan, or goes on in it.") },
  { "later", NC_ ("in the plan", "Later"),
    NC_ ("in the plan", "Worth doing, but not within the period of this plan."),
    PACT_TERM_WAIVES | PACT_TERM_LEFT_OUT | PACT_TERM_REASONED },
  { "excluded", NC_ ("in the plan", "Not for us"),
    NC_ ("in the plan", "Considered, and decided against."),
    PACT_TERM_WAIVES | PACT_TERM_LEFT_OUT | PACT_TERM_REASONED },
};
VOCABULARY (inclusion, "inclusion", "in the plan");

static const PactTerm priority_terms[] = {
  { "highest", NC_ ("priority", "Highest"),
    NC_ ("priority", "Children are at risk as long as it is missing.") },
  { "high", NC_ ("priority", "High"),
    NC_ ("priority", "The plan’s success depends on it.") },
  { "medium", NC_ ("priority", "Medium"),
    NC_ ("priority", "Worth doing within the period of the plan.") },
  { "low", NC_ ("priority", "Low"),
    NC_ ("priority", "Can wait if resources are short.") },
};
VOCABULARY (priority, "priority", "priority");

static const PactTerm measure_status_terms[] = {
  { "not-started", NC_ ("status of a measure", "Not started"),
    NC_ ("status of a measure", "No work has begun.") },
  { "on-track", NC_ ("status of a measure", "On track"),
    NC_ ("status of a measure", "Work is going as planned.") },
  { "minor-issues", NC_ ("status of a measure", "Minor issues"),
    NC_ ("status of a measure", "There are delays or difficulties that those responsible can solve.") },
  { "major-issues", NC_ ("status of a measure", "Major issues"),
    NC_ ("status of a measure", "The aim or the date is in danger; a decision is needed.") },
  { "completed", NC_ ("status of a measure", "Completed"),
    NC_ ("status of a measure", "Everything planned has been done."),
    PACT_TERM_ENDS },
  { "dropped", NC_ ("status of a measure", "Dropped"),
    NC_ ("status of a measure", "It was decided not to go on."),
    PACT_TERM_ENDS },
};
VOCABULARY (measure_status, "measure_status", "status of a measure");

static const PactTerm target_group_terms[] = {
  { "children-0-5", NC_ ("target group", "Children under 6"), NULL },
  { "children-6-11", NC_ ("target group", "Children aged 6 to 11"), NULL },
  { "children-12-15", NC_ ("target group", "Children aged 12 to 15"), NULL },
  { "children-16-17", NC_ ("target group", "Young people aged 16 and 17"), NULL },
  { "girls", NC_ ("target group", "Girls"), NULL },
  { "boys", NC_ ("target group", "Boys"), NULL },
  { "children-with-disabilities", NC_ ("target group", "Children with disabilities"), NULL },
  { "children-in-care", NC_ ("target group", "Children in out-of-home care"), NULL },
  { "refugee-children", NC_ ("target group", "Unaccompanied, refugee and migrant children"), NULL },
  { "lgbtiq-children", NC_ ("target group", "LGBTIQ children"), NULL },
  { "roma-children", NC_ ("target group", "Roma children"), NULL },
  { "child-victims", NC_ ("target group", "Children who have experienced sexual violence"), NULL },
  { "children-harmful-behaviour", NC_ ("target group", "Children who display harmful sexual behaviour"), NULL },
  { "parents-carers", NC_ ("target group", "Parents and carers"), NULL },
  { "early-years-staff", NC_ ("target group", "Staff in early years"), NULL },
  { "school-staff", NC_ ("target group", "Teachers and school staff"), NULL },
  { "social-workers", NC_ ("target group", "Social workers"), NULL },
  { "health-staff", NC_ ("target group", "Health staff"), NULL },
  { "police-justice", NC_ ("target group", "Police and justice"), NULL },
  { "sport-leisure", NC_ ("target group", "Staff and volunteers in sport and leisure"), NULL },
  { "authority-staff", NC_ ("target group", "Staff and elected members of the authority"), NULL },
  { "general-public", NC_ ("target group", "General public"), NULL },
  { "media", NC_ ("target group", "Media"), NULL },
  { "private-sector", NC_ ("target group", "Private sector"), NULL },
  { "persons-at-risk-of-offending", NC_ ("target group", "Persons who fear they might offend"), NULL },
  { "adult-survivors", NC_ ("target group", "Adult survivors"), NULL },
};
VOCABULARY (target_group, "target_group", "target group");

static const PactTerm setting_terms[] = {
  { "family", NC_ ("setting", "Family and home"), NULL },
  { "nursery", NC_ ("setting", "Nurseries and kindergartens"), NULL },
  { "school", NC_ ("setting", "Schools"), NULL },
  { "out-of-home-care", NC_ ("setting", "Residential and foster care"), NULL },
  { "sport", NC_ ("setting", "Sports facilities and clubs"), NULL },
  { "leisure", NC_ ("setting", "Leisure and youth centres"), NULL },
  { "health-facility", NC_ ("setting", "Health facilities"), NULL },
  { "public-space", NC_ ("setting", "Streets and public space"), NULL },
  { "online", NC_ ("setting", "Online"), NULL },
  { "reception-centre", NC_ ("setting", "Reception centres"), NULL },
  { "custody", NC_ ("setting", "Places of detention"), NULL },
  { "police-court", NC_ ("setting", "Police stations and courts"), NULL },
  { "workplace", NC_ ("setting", "Workplaces and businesses"), NULL },
  { "administration", NC_ ("setting", "The authority’s own offices"), NULL },
};
VOCABULARY (setting, "setting", "setting");

static const PactTerm legal_basis_terms[] = {
  { "lanzarote-2", NC_ ("legal basis", "Lanzarote Convention, Article 2"),
    NC_ ("legal basis", "Non-discrimination."),
    PACT_TERM_NO_GAP },
  { "lanzarote-5", NC_ ("legal basis", "Lanzarote Convention, Article 5"),
    NC_ ("legal basis", "Recruitment, training and awareness raising of persons working in contact with children.") },
  { "lanzarote-6", NC_ ("legal basis", "Lanzarote Convention, Article 6"),
    NC_ ("legal basis", "Education for children.") },
  { "lanzarote-7", NC_ ("legal basis", "Lanzarote Convention, Article 7"),
    NC_ ("legal basis", "Preventive intervention programmes or measures.") },
  { "lanzarote-8", NC_ ("legal basis", "Lanzarote Convention, Article 8"),
    NC_ ("legal basis", "Measures for the general public.") },
  { "lanzarote-9", NC_ ("legal basis", "Lanzarote Convention, Article 9"),
    NC_ ("legal basis", "Participation of children, the private sector, the media and civil society.") },
  { "lanzarote-10", NC_ ("legal basis", "Lanzarote Convention, Article 10"),
    NC_ ("legal basis", "Coordination and collaboration.") },
  { "lanzarote-11", NC_ ("legal basis", "Lanzarote Convention, Article 11"),
    NC_ ("legal basis", "Principles of protection and assistance.") },
  { "lanzarote-12", NC_ ("legal basis", "Lanzarote Convention, Article 12"),
    NC_ ("legal basis", "Reporting suspicion of sexual exploitation or abuse.") },
  { "lanzarote-13", NC_ ("legal basis", "Lanzarote Convention, Article 13"),
    NC_ ("legal basis", "Helplines.") },
  { "lanzarote-14", NC_ ("legal basis", "Lanzarote Convention, Article 14"),
    NC_ ("legal basis", "Assistance to victims.") },
  { "lanzarote-15", NC_ ("legal basis", "Lanzarote Convention, Article 15"),
    NC_ ("legal basis", "Intervention programmes: general principles.") },
  { "lanzarote-16", NC_ ("legal basis", "Lanzarote Convention, Article 16"),
    NC_ ("legal basis", "Intervention programmes: recipients.") },
  { "lanzarote-17", NC_ ("legal basis", "Lanzarote Convention, Article 17"),
    NC_ ("legal basis", "Intervention programmes: information and consent.") },
  { "lanzarote-18", NC_ ("legal basis", "Lanzarote Convention, Article 18"),
    NC_ ("legal basis", "Sexual abuse."),
    PACT_TERM_NO_GAP },
  { "lanzarote-19", NC_ ("legal basis", "Lanzarote Convention, Article 19"),
    NC_ ("legal basis", "Exploitation of children in prostitution."),
    PACT_TERM_NO_GAP },
  { "lanzarote-20", NC_ ("legal basis", "Lanzarote Convention, Article 20"),
    NC_ ("legal basis", "Child sexual abuse material."),
    PACT_TERM_NO_GAP },
  { "lanzarote-21", NC_ ("legal basis", "Lanzarote Convention, Article 21"),
    NC_ ("legal basis", "Participation of a child in sexual performances."),
    PACT_TERM_NO_GAP },
  { "lanzarote-22", NC_ ("legal basis", "Lanzarote Convention, Article 22"),
    NC_ ("legal basis", "Exposing children to sexual acts."),
    PACT_TERM_NO_GAP },
  { "lanzarote-23", NC_ ("legal basis", "Lanzarote Convention, Article 23"),
    NC_ ("legal basis", "Solicitation of children for sexual purposes (grooming)."),
    PACT_TERM_NO_GAP },
  { "lanzarote-27", NC_ ("legal basis", "Lanzarote Convention, Article 27"),
    NC_ ("legal basis", "Sanctions and measures.") },
  { "lanzarote-30", NC_ ("legal basis", "Lanzarote Convention, Article 30"),
    NC_ ("legal basis", "Principles of investigation and proceedings.") },
  { "lanzarote-31", NC_ ("legal basis", "Lanzarote Convention, Article 31"),
    NC_ ("legal basis", "General measures of protection in proceedings.") },
  { "lanzarote-34", NC_ ("legal basis", "Lanzarote Convention, Article 34"),
    NC_ ("legal basis", "Investigations.") },
  { "lanzarote-35", NC_ ("legal basis", "Lanzarote Convention, Article 35"),
    NC_ ("legal basis", "Interviews with the child.") },
  { "lanzarote-36", NC_ ("legal basis", "Lanzarote Convention, Article 36"),
    NC_ ("legal basis", "Criminal court proceedings.") },
  { "lanzarote-37", NC_ ("legal basis", "Lanzarote Convention, Article 37"),
    NC_ ("legal basis", "Recording and storing of national data on convicted offenders."),
    PACT_TERM_NO_GAP },
  { "uncrc-2", NC_ ("legal basis", "Convention on the Rights of the Child, Article 2"),
    NC_ ("legal basis", "Non-discrimination."),
    PACT_TERM_NO_GAP },
  { "uncrc-3", NC_ ("legal basis", "Convention on the Rights of the Child, Article 3"),
    NC_ ("legal basis", "The best interests of the child."),
    PACT_TERM_NO_GAP },
  { "uncrc-4", NC_ ("legal basis", "Convention on the Rights of the Child, Article 4"),
    NC_ ("legal basis", "Implementation of the rights."),
    PACT_TERM_NO_GAP },
  { "uncrc-12", NC_ ("legal basis", "Convention on the Rights of the Child, Article 12"),
    NC_ ("legal basis", "The child’s right to be heard.") },
  { "uncrc-16", NC_ ("legal basis", "Convention on the Rights of the Child, Article 16"),
    NC_ ("legal basis", "Privacy."),
    PACT_TERM_NO_GAP },
  { "uncrc-17", NC_ ("legal basis", "Convention on the Rights of the Child, Article 17"),
    NC_ ("legal basis", "Access to information; media."),
    PACT_TERM_NO_GAP },
  { "uncrc-18", NC_ ("legal basis", "Convention on the Rights of the Child, Article 18"),
    NC_ ("legal basis", "Responsibilities of parents, and support for them."),
    PACT_TERM_NO_GAP },
  { "uncrc-19", NC_ ("legal basis", "Convention on the Rights of the Child, Article 19"),
    NC_ ("legal basis", "Protection from all forms of violence.") },
  { "uncrc-20", NC_ ("legal basis", "Convention on the Rights of the Child, Article 20"),
    NC_ ("legal basis", "Children deprived of their family environment."),
    PACT_TERM_NO_GAP },
  { "uncrc-22", NC_ ("legal basis", "Convention on the Rights of the Child, Article 22"),
    NC_ ("legal basis", "Refugee children."),
    PACT_TERM_NO_GAP },
  { "uncrc-23", NC_ ("legal basis", "Convention on the Rights of the Child, Article 23"),
    NC_ ("legal basis", "Children with disabilities."),
    PACT_TERM_NO_GAP },
  { "uncrc-24", NC_ ("legal basis", "Convention on the Rights of the Child, Article 24"),
    NC_ ("legal basis", "Health."),
    PACT_TERM_NO_GAP },
  { "uncrc-28", NC_ ("legal basis", "Convention on the Rights of the Child, Article 28"),
    NC_ ("legal basis", "Education."),
    PACT_TERM_NO_GAP },
  { "uncrc-31", NC_ ("legal basis", "Convention on the Rights of the Child, Article 31"),
    NC_ ("legal basis", "Rest, leisure, play and culture."),
    PACT_TERM_NO_GAP },
  { "uncrc-34", NC_ ("legal basis", "Convention on the Rights of the Child, Article 34"),
    NC_ ("legal basis", "Protection from sexual exploitation and abuse.") },
  { "uncrc-35", NC_ ("legal basis", "Convention on the Rights of the Child, Article 35"),
    NC_ ("legal basis", "Abduction, sale and trafficking of children."),
    PACT_TERM_NO_GAP },
  { "uncrc-39", NC_ ("legal basis", "Convention on the Rights of the Child, Article 39"),
    NC_ ("legal basis", "Recovery and reintegration of child victims.") },
  { "uncrc-42", NC_ ("legal basis", "Convention on the Rights of the Child, Article 42"),
    NC_ ("legal basis", "Making the Convention known."),
    PACT_TERM_NO_GAP },
  { "trafficking-5", NC_ ("legal basis", "Convention on Action against Trafficking in Human Beings, Article 5"),
    NC_ ("legal basis", "Prevention of trafficking."),
    PACT_TERM_NO_GAP },
  { "trafficking-10", NC_ ("legal basis", "Convention on Action against Trafficking in Human Beings, Article 10"),
    NC_ ("legal basis", "Identification of victims."),
    PACT_TERM_NO_GAP },
  { "trafficking-12", NC_ ("legal basis", "Convention on Action against Trafficking in Human Beings, Article 12"),
    NC_ ("legal basis", "Assistance to victims."),
    PACT_TERM_NO_GAP },
};
VOCABULARY (legal_basis, "legal_basis", "legal basis");

static const PactTerm body_terms[] = {
  { "mayors-office", NC_ ("type of body", "Mayor’s or president’s office"), NULL },
  { "council", NC_ ("type of body", "Council or assembly"), NULL },
  { "coordination-unit", NC_ ("type of body", "Coordination unit for children"), NULL },
  { "social-services", NC_ ("type of body", "Social and youth welfare"), NULL },
  { "education", NC_ ("type of body", "Education"), NULL },
  { "health", NC_ ("type of body", "Health"), NULL },
  { "sport-culture-youth", NC_ ("type of body", "Sport, culture and youth"), NULL },
  { "human-resources", NC_ ("type of body", "Human resources"), NULL },
  { "finance", NC_ ("type of body", "Finance"), NULL },
  { "legal-data-protection", NC_ ("type of body", "Legal service or data protection officer"), NULL },
  { "communication-it", NC_ ("type of body", "Communication and IT"), NULL },
  { "planning-licensing", NC_ ("type of body", "Planning and licensing"), NULL },
  { "economy", NC_ ("type of body", "Economic development"), NULL },
  { "police", NC_ ("type of body", "Police and crime prevention"), NULL },
  { "prosecution-courts", NC_ ("type of body", "Prosecution service and courts"), NULL },
  { "regional-national-authority", NC_ ("type of body", "Regional or national authority"), NULL },
  { "ngo-victim-support", NC_ ("type of body", "Non-governmental organisation or victim support"), NULL },
  { "helpline", NC_ ("type of body", "Helpline"), NULL },
  { "childrens-council", NC_ ("type of body", "Children’s or youth council"), NULL },
  { "parents-association", NC_ ("type of body", "Parents’ association"), NULL },
  { "university", NC_ ("type of body", "University"), NULL },
  { "private-sector", NC_ ("type of body", "Private sector"), NULL },
  { "association-of-authorities", NC_ ("type of body", "Association of authorities"), NULL },
  { "settings-clubs", NC_ ("type of body", "Schools, clubs and other settings"), NULL },
  { "media", NC_ ("type of body", "Media"), NULL },
  { "ombuds-office", NC_ ("type of body", "Ombudsperson or complaints office"), NULL },
};
VOCABULARY (body, "body", "type of body");

static const PactTerm provenance_terms[] = {
  { "pact", NC_ ("provenance", "Stated by the Pact"),
    NC_ ("provenance", "Found in the Pact or in the Congress’s campaign material.") },
  { "article", NC_ ("provenance", "Follows from an article"),
    NC_ ("provenance", "Follows from an article of the Lanzarote Convention.") },
  { "framework", NC_ ("provenance", "Named by a framework"),
    NC_ ("provenance", "Named by a framework or standard that is cited.") },
  { "suggestion", NC_ ("provenance", "Our suggestion"),
    NC_ ("provenance", "A reasonable elaboration of ours; no source is known to state it."),
    PACT_TERM_SUGGESTION },
};
VOCABULARY (provenance, "provenance", "provenance");

static const PactTerm indicator_provenance_terms[] = {
  { "source", NC_ ("provenance of an indicator", "The source’s own"),
    NC_ ("provenance of an indicator", "Stands in the source that is cited.") },
  { "suggestion", NC_ ("provenance of an indicator", "Our suggestion"),
    NC_ ("provenance of an indicator", "A reasonable way of measuring it; no source is known to state it."),
    PACT_TERM_SUGGESTION },
};
VOCABULARY (indicator_provenance, "indicator_provenance", "provenance of an indicator");

static const PactTerm indicator_level_terms[] = {
  { "output", NC_ ("level of an indicator", "Output"),
    NC_ ("level of an indicator", "What the measure produces directly: sessions, services, people trained.") },
  { "outcome", NC_ ("level of an indicator", "Outcome"),
    NC_ ("level of an indicator", "What changes for people in the short or medium term.") },
  { "impact", NC_ ("level of an indicator", "Impact"),
    NC_ ("level of an indicator", "What changes in the long term.") },
};
VOCABULARY (indicator_level, "indicator_level", "level of an indicator");

static const PactTerm indicator_type_terms[] = {
  { "number", NC_ ("type of an indicator", "Number"), NULL },
  { "percentage", NC_ ("type of an indicator", "Percentage"), NULL, PACT_TERM_PERCENTAGE },
  { "yes-no", NC_ ("type of an indicator", "Yes or no"), NULL, PACT_TERM_YES_NO },
  { "scale", NC_ ("type of an indicator", "Scale or score"), NULL, PACT_TERM_SCALE },
};
VOCABULARY (indicator_type, "indicator_type", "type of an indicator");

static const PactTerm frequency_terms[] = {
  { "once", NC_ ("frequency", "Once"), NULL },
  { "monthly", NC_ ("frequency", "Every month"), NULL },
  { "quarterly", NC_ ("frequency", "Every quarter"), NULL },
  { "half-yearly", NC_ ("frequency", "Every half year"), NULL },
  { "yearly", NC_ ("frequency", "Every year"), NULL },
  { "every-two-years", NC_ ("frequency", "Every two years"), NULL },
};
VOCABULARY (frequency, "frequency", "frequency");

static const PactTerm breakdown_terms[] = {
  { "age", NC_ ("breakdown", "Age group"), NULL },
  { "sex", NC_ ("breakdown", "Girls and boys"), NULL },
  { "disability", NC_ ("breakdown", "Disability"), NULL },
  { "area", NC_ ("breakdown", "Area"), NULL },
  { "setting", NC_ ("breakdown", "Setting"), NULL },
  { "language", NC_ ("breakdown", "Language"), NULL },
};
VOCABULARY (breakdown, "breakdown", "breakdown");

static const PactTerm confidence_terms[] = {
  { "estimate", NC_ ("confidence", "Estimate"),
    NC_ ("confidence", "A rough estimate by those involved.") },
  { "expert", NC_ ("confidence", "Expert judgement"),
    NC_ ("confidence", "The judgement of people who know the field.") },
  { "survey", NC_ ("confidence", "Survey"),
    NC_ ("confidence", "Asked of a sample.") },
  { "records", NC_ ("confidence", "Records"),
    NC_ ("confidence", "Counted from registers or accounts.") },
};
VOCABULARY (confidence, "confidence", "confidence");

static const PactTerm actor_kind_terms[] = {
  { "own-department", NC_ ("kind of actor", "Own department"), NULL },
  { "public-body", NC_ ("kind of actor", "Other public body"), NULL },
  { "police-justice", NC_ ("kind of actor", "Police or justice"), NULL },
  { "health", NC_ ("kind of actor", "Health"), NULL },
  { "education", NC_ ("kind of actor", "Education"), NULL },
  { "social-services", NC_ ("kind of actor", "Social services"), NULL },
  { "third-sector", NC_ ("kind of actor", "Third sector"),
    NC_ ("kind of actor", "Non-governmental and voluntary organisations, associations, churches.") },
  { "private-sector", NC_ ("kind of actor", "Private sector"), NULL },
  { "childrens-council", NC_ ("kind of actor", "Children’s or youth council"), NULL },
  { "other", NC_ ("kind of actor", "Other"), NULL },
};
VOCABULARY (actor_kind, "actor_kind", "kind of actor");

static const PactTerm involvement_role_terms[] = {
  { "partner", NC_ ("role of a partner", "Partner"),
    NC_ ("role of a partner", "Carries out part of the measure.") },
  { "consulted", NC_ ("role of a partner", "Consulted"),
    NC_ ("role of a partner", "Is asked before decisions.") },
  { "funder", NC_ ("role of a partner", "Funder"),
    NC_ ("role of a partner", "Pays for the measure or a part of it.") },
  { "informed", NC_ ("role of a partner", "Informed"),
    NC_ ("role of a partner", "Is told about progress and results.") },
};
VOCABULARY (involvement_role, "involvement_role", "role of a partner");

static const PactTerm funding_kind_terms[] = {
  { "own-budget", NC_ ("kind of funding", "Own budget"), NULL },
  { "state", NC_ ("kind of funding", "State"), NULL },
  { "eu", NC_ ("kind of funding", "European Union"), NULL },
  { "council-of-europe", NC_ ("kind of funding", "Council of Europe"), NULL },
  { "foundation", NC_ ("kind of funding", "Foundation"), NULL },
  { "private", NC_ ("kind of funding", "Private"), NULL },
  { "other", NC_ ("kind of funding", "Other"), NULL },
};
VOCABULARY (funding_kind, "funding_kind", "kind of funding");

static const PactTerm cost_category_terms[] = {
  { "staff", NC_ ("category of a cost", "Staff"), NULL },
  { "services", NC_ ("category of a cost", "Services"), NULL },
  { "equipment", NC_ ("category of a cost", "Equipment"), NULL },
  { "training", NC_ ("category of a cost", "Training"), NULL },
  { "campaign", NC_ ("category of a cost", "Campaign"), NULL },
  { "other", NC_ ("category of a cost", "Other"), NULL },
};
VOCABULARY (cost_category, "cost_category", "category of a cost");

static const PactTerm cost_state_terms[] = {
  { "secured", NC_ ("state of a cost", "Secured"),
    NC_ ("state of a cost", "The money has been decided.") },
  { "requested", NC_ ("state of a cost", "Requested"),
    NC_ ("state of a cost", "An application or budget request has been made.") },
  { "to-be-found", NC_ ("state of a cost", "To be found"),
    NC_ ("state of a cost", "Nobody has been asked yet.") },
};
VOCABULARY (cost_state, "cost_state", "state of a cost");

static const PactTerm likelihood_terms[] = {
  { "unlikely", NC_ ("likelihood", "Unlikely"),
    NC_ ("likelihood", "It would surprise us.") },
  { "possible", NC_ ("likelihood", "Possible"),
    NC_ ("likelihood", "It may well happen during the plan.") },
  { "likely", NC_ ("likelihood", "Likely"),
    NC_ ("likelihood", "We expect it unless something is done.") },
};
VOCABULARY (likelihood, "likelihood", "likelihood");

static const PactTerm risk_impact_terms[] = {
  { "minor", NC_ ("impact of a risk", "Minor"),
    NC_ ("impact of a risk", "Delay or extra work.") },
  { "serious", NC_ ("impact of a risk", "Serious"),
    NC_ ("impact of a risk", "An objective would be missed.") },
  { "severe", NC_ ("impact of a risk", "Severe"),
    NC_ ("impact of a risk", "Children could be harmed or the plan would fail.") },
};
VOCABULARY (risk_impact, "risk_impact", "impact of a risk");

static const PactTerm submission_state_terms[] = {
  { "exported", NC_ ("state of a submission", "Exported"), NULL },
  { "sent", NC_ ("state of a submission", "Sent"), NULL },
  { "acknowledged", NC_ ("state of a submission", "Acknowledged"), NULL },
  { "returned", NC_ ("state of a submission", "Returned with remarks"), NULL },
  { "accepted", NC_ ("state of a submission", "Accepted"), NULL },
};
VOCABULARY (submission_state, "submission_state", "state of a submission");

static const PactTerm remark_severity_terms[] = {
  { "must-change", NC_ ("severity of a remark", "Must be changed"), NULL },
  { "should-change", NC_ ("severity of a remark", "Should be changed"), NULL },
  { "question", NC_ ("severity of a remark", "Question"), NULL },
  { "praise", NC_ ("severity of a remark", "Praise"), NULL },
};
VOCABULARY (remark_severity, "remark_severity", "severity of a remark");

static const PactTerm remark_state_terms[] = {
  { "open", NC_ ("state of a remark", "Open"), NULL },
  { "answered", NC_ ("state of a remark", "Answered"), NULL },
  { "settled", NC_ ("state of a remark", "Settled"), NULL },
};
VOCABULARY (remark_state, "remark_state", "state of a remark");
