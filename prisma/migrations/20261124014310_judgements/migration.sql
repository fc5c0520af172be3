-- Findings of the old shape have one verdict of three, and no judgement to hang off. They are worked out from the figures, which stay:
-- they go, and the reports are judged anew by `hub judge` or by the next start.
DROP TRIGGER "immutable" ON "findings";
TRUNCATE "findings";

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('CLEAN', 'WARNINGS', 'ERRORS', 'UNJUDGED');

-- DropForeignKey
ALTER TABLE "findings" DROP CONSTRAINT "findings_agency_id_year_number_fkey";

-- AlterTable
ALTER TABLE "findings" DROP COLUMN "left_paths",
DROP COLUMN "right_paths",
ADD COLUMN     "paths" TEXT[],
ADD COLUMN     "remedy" TEXT,
ADD COLUMN     "same_as" TEXT[],
ADD COLUMN     "unit" TEXT,
DROP COLUMN "left",
ADD COLUMN     "left" JSONB NOT NULL,
DROP COLUMN "right",
ADD COLUMN     "right" JSONB NOT NULL,
ALTER COLUMN "difference" SET DATA TYPE DECIMAL(65,30);

-- AlterTable
ALTER TABLE "revisions" DROP COLUMN "rules_version";

-- CreateTable
CREATE TABLE "judgements" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "rules_version" TEXT NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "report_status" NOT NULL,
    "held" TEXT[],
    "broken" TEXT[],
    "unknown" TEXT[],
    "errors" SMALLINT NOT NULL,
    "warnings" SMALLINT NOT NULL,
    "notices" SMALLINT NOT NULL,

    CONSTRAINT "judgements_pkey" PRIMARY KEY ("agency_id","year","number")
);

-- CreateIndex
CREATE INDEX "judgements_status_idx" ON "judgements"("status");

-- CreateIndex
CREATE INDEX "findings_paths_idx" ON "findings" USING GIN ("paths");

-- AddForeignKey
ALTER TABLE "judgements" ADD CONSTRAINT "judgements_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "judgements"("agency_id", "year", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_agency_id_year_fkey" FOREIGN KEY ("agency_id", "year") REFERENCES "reports"("agency_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what the schema language cannot say.
ALTER TABLE "judgements"
  ALTER COLUMN "held" SET NOT NULL,
  ALTER COLUMN "broken" SET NOT NULL,
  ALTER COLUMN "unknown" SET NOT NULL,
  ADD CONSTRAINT "judgements_rules_version_check" CHECK ("rules_version" <> ''),
  -- A rule has one verdict.
  ADD CONSTRAINT "judgements_verdicts_check" CHECK (NOT "held" && "broken" AND NOT "held" && "unknown" AND NOT "broken" && "unknown"),
  ADD CONSTRAINT "judgements_counts_check" CHECK ("errors" >= 0 AND "warnings" >= 0 AND "notices" >= 0),
  -- The status follows from the rest. Notices do not count; where nothing holds and nothing is broken, nothing was judged.
  ADD CONSTRAINT "judgements_status_check" CHECK (
    "status" = CASE
      WHEN "errors" > 0 THEN 'ERRORS'
      WHEN "warnings" > 0 THEN 'WARNINGS'
      WHEN cardinality("held") + cardinality("broken") = 0 THEN 'UNJUDGED'
      ELSE 'CLEAN'
    END::"report_status"
  );

-- The figures of a side of a finding.
CREATE FUNCTION "paths_of_side"("side" JSONB) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(path), '{}') FROM jsonb_array_elements_text(side->'paths') AS path
$$;

ALTER TABLE "findings"
  ALTER COLUMN "paths" SET NOT NULL,
  ALTER COLUMN "same_as" SET NOT NULL,
  ADD CONSTRAINT "findings_rule_id_check" CHECK ("rule_id" <> ''),
  -- A side has figures, a value and sentences, and may be of another year.
  ADD CONSTRAINT "findings_left_check" CHECK ((
    jsonb_typeof("left"->'paths') = 'array' AND jsonb_typeof("left"->'value') = 'string' AND jsonb_typeof("left"->'statements') = 'array'
    AND jsonb_typeof("left"->'year') IN ('number', 'null') AND "left"->>'value' ~ '^-?[0-9]+([.][0-9]+)?$'
  ) IS TRUE),
  ADD CONSTRAINT "findings_right_check" CHECK ((
    jsonb_typeof("right"->'paths') = 'array' AND jsonb_typeof("right"->'value') = 'string' AND jsonb_typeof("right"->'statements') = 'array'
    AND jsonb_typeof("right"->'year') IN ('number', 'null') AND "right"->>'value' ~ '^-?[0-9]+([.][0-9]+)?$'
  ) IS TRUE),
  ADD CONSTRAINT "findings_difference_check" CHECK ("difference" = ("left"->>'value')::numeric - ("right"->>'value')::numeric),
  ADD CONSTRAINT "findings_paths_check" CHECK (
    "paths" @> ("paths_of_side"("left") || "paths_of_side"("right")) AND "paths" <@ ("paths_of_side"("left") || "paths_of_side"("right"))
  ),
  ADD CONSTRAINT "findings_path_check" CHECK (
    array_to_string("paths" || "same_as", ' ') ~ '^((disclosure|applications|review|litigation)[.][A-Z_.]+( |$))*$'
  );

-- A judgement and its findings are written at once, and go at once: findings only with their judgement, which takes them along.
CREATE FUNCTION "refuse_change_of_judgement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The judgement that takes its findings along deletes them from within a trigger of its own.
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'A judgement is replaced as a whole: % on % is refused. Delete the judgement, and insert it with its findings.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "whole" BEFORE UPDATE OR TRUNCATE ON "judgements" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_judgement"();
CREATE TRIGGER "whole" BEFORE UPDATE OR DELETE OR TRUNCATE ON "findings" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_judgement"();

-- At the end of the transaction there are the findings that the judgement counts, and they are of the rules that it has as broken.
CREATE FUNCTION "check_judgement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM judgements AS judged
    CROSS JOIN LATERAL (
      SELECT
        count(*) FILTER (WHERE severity = 'ERROR') AS errors,
        count(*) FILTER (WHERE severity = 'WARNING') AS warnings,
        count(*) FILTER (WHERE severity = 'NOTICE') AS notices,
        coalesce(array_agg(DISTINCT rule_id), '{}') AS broken
      FROM findings AS found
      WHERE found.agency_id = judged.agency_id AND found.year = judged.year AND found.number = judged.number
    ) AS found
    WHERE judged.agency_id = NEW.agency_id AND judged.year = NEW.year AND judged.number = NEW.number AND NOT (
      (judged.errors, judged.warnings, judged.notices) = (found.errors, found.warnings, found.notices)
      AND judged.broken @> found.broken AND judged.broken <@ found.broken
    )
  ) THEN
    RAISE EXCEPTION 'The judgement of %/%/% counts other findings than there are.', NEW.agency_id, NEW.year, NEW.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'judgements_findings_check';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "findings_counted" AFTER INSERT ON "judgements" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "check_judgement"();
CREATE CONSTRAINT TRIGGER "findings_counted" AFTER INSERT ON "findings" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "check_judgement"();
