/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-document.h"

G_BEGIN_DECLS

GBytes *pact_document_to_odt (PactDocument *document,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
