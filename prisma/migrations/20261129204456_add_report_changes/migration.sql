-- CreateEnum
CREATE TYPE "report_change_kind" AS ENUM ('CREATED', 'REVISED', 'WITHDRAWN', 'RESTORED');

-- CreateTable
CREATE TABLE "report_changes" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "report_change_kind" NOT NULL,
    "number" SMALLINT,
    "previous_number" SMALLINT,
    "reason" TEXT,
    "key_id" INTEGER,

    CONSTRAINT "report_changes_pkey" PRIMARY KEY ("agency_id","year","position")
);

-- AddForeignKey
ALTER TABLE "report_changes" ADD CONSTRAINT "report_changes_agency_id_year_fkey" FOREIGN KEY ("agency_id", "year") REFERENCES "reports"("agency_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_changes" ADD CONSTRAINT "report_changes_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_changes" ADD CONSTRAINT "report_changes_agency_id_year_previous_number_fkey" FOREIGN KEY ("agency_id", "year", "previous_number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Written by hand: what the schema language cannot say.

ALTER TABLE "report_changes"
  ADD CONSTRAINT "report_changes_position_check" CHECK ("position" > 0),
  ADD CONSTRAINT "report_changes_kind_check" CHECK (CASE "kind"
    WHEN 'CREATED' THEN "position" = 1 AND "number" = 1
    WHEN 'REVISED' THEN "position" > 1 AND "number" > 1
    WHEN 'WITHDRAWN' THEN "number" IS NULL AND "previous_number" IS NOT NULL AND "reason" IS NOT NULL
    WHEN 'RESTORED' THEN "number" IS NOT NULL AND "reason" IS NOT NULL
  END),
  ADD CONSTRAINT "report_changes_number_check" CHECK ("number" IS DISTINCT FROM "previous_number");

-- The corrections, the newest first: what was created is none.
CREATE INDEX "report_changes_corrections_idx" ON "report_changes" ("at" DESC, "agency_id", "year", "position" DESC) WHERE "kind" <> 'CREATED';

-- Each entry goes on from the one before it. Whoever writes one holds the lock of the agency, so that there is no other at the same time.
CREATE FUNCTION "go_on_from_last_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last "report_changes";
BEGIN
  SELECT * INTO last FROM "report_changes"
    WHERE ("agency_id", "year") = (NEW."agency_id", NEW."year") ORDER BY "position" DESC LIMIT 1;
  NEW."position" := coalesce(last."position", 0) + 1;
  NEW."previous_number" := last."number";
  IF NEW."at" <= last."at" THEN
    RAISE EXCEPTION 'Expected a change of the report %/% later than the last one (%), got %.', NEW."agency_id", NEW."year", last."at", NEW."at"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "refuse_change_of_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What was in force is written once: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

-- What the log says of reports that are there already. Moments grow with the numbers: requests at one time may have been given theirs before
-- they took turns.
INSERT INTO "report_changes" ("agency_id", "year", "position", "at", "kind", "number", "previous_number", "reason", "key_id")
SELECT "agency_id", "year", "number",
  max("created_at" - "number" * INTERVAL '1 millisecond') OVER (PARTITION BY "agency_id", "year" ORDER BY "number")
    + "number" * INTERVAL '1 millisecond',
  CASE WHEN "number" = 1 THEN 'CREATED' ELSE 'REVISED' END::report_change_kind,
  "number", nullif("number" - 1, 0), "reason", "created_by_id"
FROM "revisions";

-- Nothing but a hand on the database can have put another revision in force than the newest, or none.
INSERT INTO "report_changes" ("agency_id", "year", "position", "at", "kind", "number", "previous_number", "reason")
SELECT report."agency_id", report."year", last."position" + 1,
  greatest(report."updated_at", last."at" + INTERVAL '1 millisecond'),
  CASE WHEN report."current_number" IS NULL THEN 'WITHDRAWN' ELSE 'RESTORED' END::report_change_kind,
  report."current_number", last."number", 'Found so when the log of changes was begun.'
FROM "reports" AS report
CROSS JOIN LATERAL (
  SELECT "position", "at", "number" FROM "report_changes" AS change
  WHERE (change."agency_id", change."year") = (report."agency_id", report."year") ORDER BY "position" DESC LIMIT 1
) AS last
WHERE report."current_number" IS DISTINCT FROM last."number";

-- A request that was refused could leave a report without any revision behind.
DELETE FROM "reports" AS report
WHERE NOT EXISTS (
  SELECT FROM "revisions" WHERE ("revisions"."agency_id", "revisions"."year") = (report."agency_id", report."year")
);

-- A report tells the moments of its log.
UPDATE "reports" AS report SET "created_at" = log."first", "updated_at" = log."last"
FROM (SELECT "agency_id", "year", min("at") AS "first", max("at") AS "last" FROM "report_changes" GROUP BY "agency_id", "year") AS log
WHERE (log."agency_id", log."year") = (report."agency_id", report."year");

CREATE TRIGGER "going_on" BEFORE INSERT ON "report_changes" FOR EACH ROW EXECUTE FUNCTION "go_on_from_last_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_changes" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_log"();
CREATE CONSTRAINT TRIGGER "counted" AFTER INSERT OR UPDATE OR DELETE ON "report_changes" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "count_change"();
