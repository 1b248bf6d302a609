/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

/*
 * A picture that a plan holds: a PNG file as a text in Base64.
 *
 * It is read strictly, for it may come from anywhere: what passes is small, has a bounded number of pixels, nothing in it but these,
 * and any program that reads PNG can show it.
 */

G_BEGIN_DECLS

/* What a picture takes at most, as a file and as a text, and how many pixels it is wide and high. */
#define PACT_PICTURE_MAX_BYTES (256 * 1024)
#define PACT_PICTURE_MAX_LENGTH ((PACT_PICTURE_MAX_BYTES + 2) / 3 * 4)
#define PACT_PICTURE_MAX_SIDE 600

GBytes *pact_picture_read (const char *value,
                           guint *width,
                           guint *height,
                           GError **error);
char *pact_picture_write (GBytes *png);

G_END_DECLS
