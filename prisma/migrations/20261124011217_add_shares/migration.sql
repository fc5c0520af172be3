-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "parts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "shares" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,
    "percent" TEXT NOT NULL,
    "part_subject" TEXT,
    "part_value" DECIMAL(20,4),
    "whole_subject" TEXT,
    "whole_value" DECIMAL(20,4),
    "sentence" TEXT NOT NULL,
    "locator" JSONB,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("agency_id","year","number","position")
);

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what the schema language cannot say.
ALTER TABLE "claims" ALTER COLUMN "parts" SET NOT NULL;

ALTER TABLE "shares"
  ADD CONSTRAINT "shares_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "shares_percent_check" CHECK ("percent" ~ '^[0-9]+([.][0-9]+)?$'),
  ADD CONSTRAINT "shares_terms_check" CHECK (num_nulls("part_subject", "part_value") < 2 AND num_nulls("whole_subject", "whole_value") < 2);

-- They hang off a revision, which is written once.
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "shares" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
