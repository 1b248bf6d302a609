-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: 2026 The Pact Planner authors
-- A library as it was written between versions 0.1.0 and 0.2.0. Never to be changed: new versions must open it.
PRAGMA application_id = 1346454356;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE element (  id INTEGER PRIMARY KEY AUTOINCREMENT,  uuid TEXT NOT NULL UNIQUE,  kind TEXT NOT NULL,  plan INTEGER REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,  parent INTEGER REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,  position INTEGER NOT NULL,  created TEXT NOT NULL,  modified TEXT NOT NULL,  extra TEXT,  trashed TEXT) STRICT;
CREATE INDEX element_plan_kind ON element (plan, kind, position);
CREATE INDEX element_plan_modified ON element (plan, modified);
CREATE INDEX element_parent ON element (parent);
CREATE TABLE edit (  id INTEGER PRIMARY KEY AUTOINCREMENT,  plan INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,  verb TEXT NOT NULL,  kind TEXT,  author TEXT,  at TEXT NOT NULL,  merge_key TEXT,  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'fixed'))) STRICT;
CREATE INDEX edit_plan ON edit (plan, state);
CREATE TABLE change (  id INTEGER PRIMARY KEY,  edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,  tab TEXT NOT NULL,  row INTEGER NOT NULL,  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),  old TEXT,  new TEXT) STRICT;
CREATE INDEX change_edit ON change (edit, row);
CREATE TABLE tally (  id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,  plan INTEGER NOT NULL,  filled INTEGER NOT NULL,  required INTEGER NOT NULL) STRICT;
CREATE INDEX tally_plan ON tally (plan, filled, required);
CREATE TABLE summary (  id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,  modified TEXT NOT NULL,  n_measures INTEGER NOT NULL,  filled INTEGER NOT NULL,  required INTEGER NOT NULL) STRICT;
CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (title, text, prefix = '1 3',  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
CREATE TABLE "plan" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "summary" TEXT, "authority_name" TEXT, "authority_kind" TEXT, "country" TEXT, "subdivision" TEXT, "population" INTEGER, "children" INTEGER, "website" TEXT, "child_page" TEXT, "competences" TEXT, "lead_office" TEXT, "lead_name" TEXT, "contact_name" TEXT, "contact_role" TEXT, "contact_email" TEXT, "contact_phone" TEXT, "period_start" TEXT, "period_end" TEXT, "language" TEXT, "currency" TEXT, "vision" TEXT, "situation" TEXT, "governance" TEXT, "participation" TEXT, "monitoring" TEXT, "resources" TEXT, "adopted_on" TEXT, "adopted_by" TEXT, "adopted_reference" TEXT, "pact_signed_on" TEXT, "state" TEXT, "template_id" TEXT, "template_version" TEXT, "envelope" TEXT) STRICT;
CREATE TABLE "pillar" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "aim" TEXT, "template_key" TEXT) STRICT;
CREATE TABLE "objective" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "description" TEXT, "expected_result" TEXT, "assumptions" TEXT, "template_key" TEXT) STRICT;
CREATE TABLE "measure" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "description" TEXT, "situation" TEXT, "situation_note" TEXT, "further_pillars" TEXT, "action_type" TEXT, "priority" TEXT, "status" TEXT, "start" TEXT, "end" TEXT, "lead" TEXT REFERENCES element (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, "lead_type" TEXT, "partner_types" TEXT, "target_groups" TEXT, "settings" TEXT, "legal_basis" TEXT, "legal_note" TEXT, "child_participation" TEXT, "evidence" TEXT, "note" TEXT, "provenance" TEXT, "concept" TEXT, "template_key" TEXT) STRICT;
CREATE INDEX "measure_lead" ON "measure" ("lead");
CREATE TABLE "milestone" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "due" TEXT, "reached_on" TEXT, "note" TEXT) STRICT;
CREATE TABLE "indicator" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "level" TEXT, "type" TEXT, "unit" TEXT, "steps" TEXT, "method" TEXT, "baseline" TEXT, "baseline_date" TEXT, "target" TEXT, "target_date" TEXT, "source" TEXT, "frequency" TEXT, "breakdown" TEXT, "additive" INTEGER, "counts_people" INTEGER, "provenance" TEXT, "template_key" TEXT) STRICT;
CREATE TABLE "reading" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "date" TEXT, "value" TEXT, "confidence" TEXT, "note" TEXT) STRICT;
CREATE TABLE "actor" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "name" TEXT, "kind" TEXT, "contribution" TEXT, "contact_name" TEXT, "contact_email" TEXT, "contact_phone" TEXT) STRICT;
CREATE TABLE "involvement" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "actor" TEXT REFERENCES element (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, "role" TEXT) STRICT;
CREATE INDEX "involvement_actor" ON "involvement" ("actor");
CREATE TABLE "funding_source" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "name" TEXT, "kind" TEXT, "ceiling" INTEGER) STRICT;
CREATE TABLE "cost" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "year" INTEGER, "category" TEXT, "amount" INTEGER, "funding_source" TEXT REFERENCES element (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, "state" TEXT, "note" TEXT) STRICT;
CREATE INDEX "cost_funding_source" ON "cost" ("funding_source");
CREATE TABLE "risk" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "likelihood" TEXT, "impact" TEXT, "response" TEXT, "owner" TEXT REFERENCES element (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE INDEX "risk_owner" ON "risk" ("owner");
CREATE TABLE "document" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "title" TEXT, "reference" TEXT) STRICT;
CREATE TABLE "comment" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "author" TEXT, "text" TEXT, "resolved" INTEGER) STRICT;
CREATE TABLE "submission" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "date" TEXT, "revision" INTEGER, "recipient" TEXT, "digest" TEXT, "file" TEXT, "state" TEXT) STRICT;
CREATE TABLE "remark" (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, "text" TEXT, "severity" TEXT, "state" TEXT, "answer" TEXT) STRICT;
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (1, '00000000-0000-4000-8000-000000000000', 'plan', 1, NULL, 0, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (2, '9e3779b1-0000-4000-8000-000000000001', 'pillar', 1, 1, 0, '2026-01-01T00:00:01Z', '2026-02-01T00:00:01Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (3, '3c6ef362-0000-4000-8000-000000000002', 'objective', 1, 2, 0, '2026-01-01T00:00:02Z', '2026-02-01T00:00:02Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (4, 'daa66d13-0000-4000-8000-000000000003', 'measure', 1, 3, 0, '2026-01-01T00:00:03Z', '2026-02-01T00:00:03Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (5, '78dde6c4-0000-4000-8000-000000000004', 'milestone', 1, 4, 0, '2026-01-01T00:00:04Z', '2026-02-01T00:00:04Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (6, '17156075-0000-4000-8000-000000000005', 'comment', 1, 5, 0, '2026-01-01T00:00:05Z', '2026-02-01T00:00:05Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (7, '538453d7-0000-4000-8000-000000000007', 'remark', 1, 5, 0, '2026-01-01T00:00:07Z', '2026-02-01T00:00:07Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (8, 'a708a7ae-0000-4000-8000-00000000000e', 'indicator', 1, 4, 0, '2026-01-01T00:00:14Z', '2026-02-01T00:00:14Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (9, '4540215f-0000-4000-8000-00000000000f', 'reading', 1, 8, 0, '2026-01-01T00:00:15Z', '2026-02-01T00:00:15Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (10, '4e114f5c-0000-4000-8000-00000000001c', 'involvement', 1, 4, 0, '2026-01-01T00:00:28Z', '2026-02-01T00:00:28Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (11, '8a8042be-0000-4000-8000-00000000001e', 'cost', 1, 4, 0, '2026-01-01T00:00:30Z', '2026-02-01T00:00:30Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (12, 'c6ef3620-0000-4000-8000-000000000020', 'risk', 1, 4, 0, '2026-01-01T00:00:32Z', '2026-02-01T00:00:32Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (13, 'f519f70a-0000-4000-8000-00000000002a', 'document', 1, 4, 0, '2026-01-01T00:00:42Z', '2026-02-01T00:00:42Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (14, '90eecb6b-0000-4000-8000-0000000001db', 'actor', 1, 1, 0, '2026-01-01T00:07:55Z', '2026-02-01T00:07:55Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (15, 'bf198c55-0000-4000-8000-0000000001e5', 'funding_source', 1, 1, 0, '2026-01-01T00:08:05Z', '2026-02-01T00:08:05Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (16, '944cf4ed-0000-4000-8000-0000000001fd', 'submission', 1, 1, 0, '2026-01-01T00:08:29Z', '2026-02-01T00:08:29Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (17, '6281b541-af9b-4d7e-aaac-92aaaf9bb71e', 'pillar', 1, 1, 0, '2026-11-26T03:30:45Z', '2026-11-26T03:30:45Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (18, 'c1283762-4742-43a0-bc4c-a9973241853c', 'objective', 1, 17, 0, '2026-11-26T03:30:45Z', '2026-11-26T03:30:45Z', NULL, NULL);
INSERT INTO "element" ("id", "uuid", "kind", "plan", "parent", "position", "created", "modified", "extra", "trashed") VALUES (19, 'b59d6b7e-54c4-460e-9d29-7514eb9739c9', 'measure', 1, 18, 0, '2026-11-26T03:30:45Z', '2026-11-26T03:30:45Z', NULL, NULL);
INSERT INTO "edit" ("id", "plan", "verb", "kind", "author", "at", "merge_key", "state") VALUES (1, 1, 'create', 'measure', 'Ada', '2026-11-26T03:30:45Z', NULL, 'fixed');
INSERT INTO "edit" ("id", "plan", "verb", "kind", "author", "at", "merge_key", "state") VALUES (2, 1, 'add', 'measure', 'Ada', '2026-11-26T03:30:45Z', NULL, 'done');
INSERT INTO "edit" ("id", "plan", "verb", "kind", "author", "at", "merge_key", "state") VALUES (3, 1, 'add', 'measure', 'Ada', '2026-11-26T03:30:45Z', NULL, 'done');
INSERT INTO "edit" ("id", "plan", "verb", "kind", "author", "at", "merge_key", "state") VALUES (4, 1, 'add', 'measure', 'Ada', '2026-11-26T03:30:45Z', NULL, 'done');
INSERT INTO "edit" ("id", "plan", "verb", "kind", "author", "at", "merge_key", "state") VALUES (5, 1, 'edit', 'measure', 'Ada', '2026-11-26T03:30:45Z', NULL, 'done');
INSERT INTO "edit" ("id", "plan", "verb", "kind", "author", "at", "merge_key", "state") VALUES (6, 1, 'edit', 'measure', 'Ada', '2026-11-26T03:30:45Z', NULL, 'undone');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (1, 2, 'element', 17, 'insert', NULL, '{"uuid":"6281b541-af9b-4d7e-aaac-92aaaf9bb71e","kind":"pillar","plan":1,"parent":1,"position":0,"created":"2026-11-26T03:30:45Z","modified":"2026-11-26T03:30:45Z"}');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (2, 2, 'pillar', 17, 'insert', NULL, '{"title":"Prevention"}');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (3, 3, 'element', 18, 'insert', NULL, '{"uuid":"c1283762-4742-43a0-bc4c-a9973241853c","kind":"objective","plan":1,"parent":17,"position":0,"created":"2026-11-26T03:30:45Z","modified":"2026-11-26T03:30:45Z"}');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (4, 3, 'objective', 18, 'insert', NULL, '{"title":"Staff know what to do"}');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (5, 4, 'element', 19, 'insert', NULL, '{"uuid":"b59d6b7e-54c4-460e-9d29-7514eb9739c9","kind":"measure","plan":1,"parent":18,"position":0,"created":"2026-11-26T03:30:45Z","modified":"2026-11-26T03:30:45Z"}');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (6, 4, 'measure', 19, 'insert', NULL, '{"title":"Train staff"}');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (7, 5, 'measure', 19, 'update', '{"title":"Train staff"}', '{"title":"Train school staff"}');
INSERT INTO "change" ("id", "edit", "tab", "row", "op", "old", "new") VALUES (8, 6, 'measure', 19, 'update', '{"title":"Train school staff"}', '{"title":"Train all staff"}');
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (1, 1, 8, 11);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (2, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (3, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (4, 1, 2, 2);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (5, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (6, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (7, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (8, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (9, 1, 2, 2);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (10, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (11, 1, 2, 2);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (12, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (13, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (14, 1, 1, 2);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (15, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (16, 1, 2, 2);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (17, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (18, 1, 1, 1);
INSERT INTO "tally" ("id", "plan", "filled", "required") VALUES (19, 1, 1, 5);
INSERT INTO "summary" ("id", "modified", "n_measures", "filled", "required") VALUES (1, '2026-11-26T03:30:45Z', 2, 30, 38);
INSERT INTO "meta" ("key", "value") VALUES ('model', '8a6f996aae6f340ea3d949fb9ed260eb7410c0bc50f808c123da5ac769e5f9da');
INSERT INTO "search" ("rowid", "title", "text") VALUES (1, '0 “ss” "\/ e  例  🌍', '1
	عربى <b>&amp;</b>

end

2 “ss” "\/ e  例  🌍
21
	عربى <b>&amp;</b>

end

22
	عربى <b>&amp;</b>

end

23
	عربى <b>&amp;</b>

end

24
	عربى <b>&amp;</b>

end

25
	عربى <b>&amp;</b>

end

26
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (2, '1 “ss” "\/ e  例  🌍', '2
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (3, '2 “ss” "\/ e  例  🌍', '3
	عربى <b>&amp;</b>

end

4
	عربى <b>&amp;</b>

end

5
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (4, '3 “ss” "\/ e  例  🌍', '4
	عربى <b>&amp;</b>

end

6
	عربى <b>&amp;</b>

end

19
	عربى <b>&amp;</b>

end

20
	عربى <b>&amp;</b>

end

21
	عربى <b>&amp;</b>

end

22
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (5, '4 “ss” "\/ e  例  🌍', '7
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (6, NULL, '6
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (7, NULL, '7
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (8, '14 “ss” "\/ e  例  🌍', '19
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (9, NULL, '18
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (11, NULL, '35
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (12, '32 “ss” "\/ e  例  🌍', '35
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (13, '42 “ss” "\/ e  例  🌍', NULL);
INSERT INTO "search" ("rowid", "title", "text") VALUES (14, '475 “ss” "\/ e  例  🌍', '477
	عربى <b>&amp;</b>

end
');
INSERT INTO "search" ("rowid", "title", "text") VALUES (15, '485 “ss” "\/ e  例  🌍', NULL);
INSERT INTO "search" ("rowid", "title", "text") VALUES (17, 'prevention', NULL);
INSERT INTO "search" ("rowid", "title", "text") VALUES (18, 'staff know what to do', NULL);
INSERT INTO "search" ("rowid", "title", "text") VALUES (19, 'train school staff', NULL);
INSERT INTO "plan" ("id", "title", "summary", "authority_name", "authority_kind", "country", "subdivision", "population", "children", "website", "child_page", "competences", "lead_office", "lead_name", "contact_name", "contact_role", "contact_email", "contact_phone", "period_start", "period_end", "language", "currency", "vision", "situation", "governance", "participation", "monitoring", "resources", "adopted_on", "adopted_by", "adopted_reference", "pact_signed_on", "state", "template_id", "template_version", "envelope") VALUES (1, '0 “ß” "\/ é 例 🌍', '1
	عربى <b>&amp;</b>

end
', '2 “ß” "\/ é 例 🌍', 'association', 'FR', 'FR-67', 2000000000, 0, '8 “ß” "\/ é 例 🌍', '9 “ß” "\/ é 例 🌍', 'education migration', '11 “ß” "\/ é 例 🌍', '12 “ß” "\/ é 例 🌍', '13 “ß” "\/ é 例 🌍', '14 “ß” "\/ é 例 🌍', '15 “ß” "\/ é 例 🌍', '16 “ß” "\/ é 例 🌍', '2027-02-28', '2027', 'fr-CH', 'EUR', '21
	عربى <b>&amp;</b>

end
', '22
	عربى <b>&amp;</b>

end
', '23
	عربى <b>&amp;</b>

end
', '24
	عربى <b>&amp;</b>

end
', '25
	عربى <b>&amp;</b>

end
', '26
	عربى <b>&amp;</b>

end
', '2027', '28 “ß” "\/ é 例 🌍', '29 “ß” "\/ é 例 🌍', '2027', 'in-review', '32 “ß” "\/ é 例 🌍', '33 “ß” "\/ é 例 🌍', '{"x_later":[1,2.50,null,{"a":"ä"}]}');
INSERT INTO "pillar" ("id", "title", "aim", "template_key") VALUES (2, '1 “ß” "\/ é 例 🌍', '2
	عربى <b>&amp;</b>

end
', '3 “ß” "\/ é 例 🌍');
INSERT INTO "pillar" ("id", "title", "aim", "template_key") VALUES (17, 'Prevention', NULL, NULL);
INSERT INTO "objective" ("id", "title", "description", "expected_result", "assumptions", "template_key") VALUES (3, '2 “ß” "\/ é 例 🌍', '3
	عربى <b>&amp;</b>

end
', '4
	عربى <b>&amp;</b>

end
', '5
	عربى <b>&amp;</b>

end
', '6 “ß” "\/ é 例 🌍');
INSERT INTO "objective" ("id", "title", "description", "expected_result", "assumptions", "template_key") VALUES (18, 'Staff know what to do', NULL, NULL, NULL, NULL);
INSERT INTO "measure" ("id", "title", "description", "situation", "situation_note", "further_pillars", "action_type", "priority", "status", "start", "end", "lead", "lead_type", "partner_types", "target_groups", "settings", "legal_basis", "legal_note", "child_participation", "evidence", "note", "provenance", "concept", "template_key") VALUES (4, '3 “ß” "\/ é 例 🌍', '4
	عربى <b>&amp;</b>

end
', 'in-place', '6
	عربى <b>&amp;</b>

end
', 'governance participation', 'research', 'high', 'completed', '2027-02-28', '2027', '90eecb6b-0000-4000-8000-0000000001db', 'prosecution-courts', 'mayors-office ombuds-office', 'children-0-5 adult-survivors', 'family administration', 'lanzarote-5 uncrc-39', '19
	عربى <b>&amp;</b>

end
', '20
	عربى <b>&amp;</b>

end
', '21
	عربى <b>&amp;</b>

end
', '22
	عربى <b>&amp;</b>

end
', 'suggestion', '24 “ß” "\/ é 例 🌍', '25 “ß” "\/ é 例 🌍');
INSERT INTO "measure" ("id", "title", "description", "situation", "situation_note", "further_pillars", "action_type", "priority", "status", "start", "end", "lead", "lead_type", "partner_types", "target_groups", "settings", "legal_basis", "legal_note", "child_participation", "evidence", "note", "provenance", "concept", "template_key") VALUES (19, 'Train school staff', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "milestone" ("id", "title", "due", "reached_on", "note") VALUES (5, '4 “ß” "\/ é 例 🌍', '2027-02-28', '2027', '7
	عربى <b>&amp;</b>

end
');
INSERT INTO "indicator" ("id", "title", "level", "type", "unit", "steps", "method", "baseline", "baseline_date", "target", "target_date", "source", "frequency", "breakdown", "additive", "counts_people", "provenance", "template_key") VALUES (8, '14 “ß” "\/ é 例 🌍', 'output', 'number', '17 “ß” "\/ é 例 🌍', '18
	عربى <b>&amp;</b>

end
', '19
	عربى <b>&amp;</b>

end
', '0.1', '2027', '100', '2027-02-28', '24 “ß” "\/ é 例 🌍', 'monthly', 'age language', 0, 1, 'suggestion', '30 “ß” "\/ é 例 🌍');
INSERT INTO "reading" ("id", "date", "value", "confidence", "note") VALUES (9, '2027', '100', 'expert', '18
	عربى <b>&amp;</b>

end
');
INSERT INTO "actor" ("id", "name", "kind", "contribution", "contact_name", "contact_email", "contact_phone") VALUES (14, '475 “ß” "\/ é 例 🌍', 'third-sector', '477
	عربى <b>&amp;</b>

end
', '478 “ß” "\/ é 例 🌍', '479 “ß” "\/ é 例 🌍', '480 “ß” "\/ é 例 🌍');
INSERT INTO "involvement" ("id", "actor", "role") VALUES (10, '90eecb6b-0000-4000-8000-0000000001db', 'consulted');
INSERT INTO "funding_source" ("id", "name", "kind", "ceiling") VALUES (15, '485 “ß” "\/ é 例 🌍', 'council-of-europe', 0);
INSERT INTO "cost" ("id", "year", "category", "amount", "funding_source", "state", "note") VALUES (11, 2200, 'services', 9007199254740991, 'bf198c55-0000-4000-8000-0000000001e5', 'requested', '35
	عربى <b>&amp;</b>

end
');
INSERT INTO "risk" ("id", "title", "likelihood", "impact", "response", "owner") VALUES (12, '32 “ß” "\/ é 例 🌍', 'unlikely', 'serious', '35
	عربى <b>&amp;</b>

end
', '90eecb6b-0000-4000-8000-0000000001db');
INSERT INTO "document" ("id", "title", "reference") VALUES (13, '42 “ß” "\/ é 例 🌍', '43 “ß” "\/ é 例 🌍');
INSERT INTO "comment" ("id", "author", "text", "resolved") VALUES (6, '5 “ß” "\/ é 例 🌍', '6
	عربى <b>&amp;</b>

end
', 0);
INSERT INTO "submission" ("id", "date", "revision", "recipient", "digest", "file", "state") VALUES (16, '2027-06-30T23:59:59Z', 1000000, '511 “ß” "\/ é 例 🌍', '512 “ß” "\/ é 例 🌍', '513 “ß” "\/ é 例 🌍', 'accepted');
INSERT INTO "remark" ("id", "text", "severity", "state", "answer") VALUES (7, '7
	عربى <b>&amp;</b>

end
', 'must-change', 'open', '10
	عربى <b>&amp;</b>

end
');
COMMIT;
