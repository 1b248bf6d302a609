/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-section.h"

G_BEGIN_DECLS

#define PACT_TYPE_DOCUMENTS (pact_documents_get_type ())
G_DECLARE_FINAL_TYPE (PactDocuments, pact_documents, PACT, DOCUMENTS, PactSection)

G_END_DECLS
