-- CreateEnum
CREATE TYPE "report_table" AS ENUM ('DISCLOSURE', 'APPLICATIONS', 'CASES', 'STATISTICS');

-- CreateEnum
CREATE TYPE "claim_scope" AS ENUM ('AGENCY', 'DISTRICT');

-- CreateTable
CREATE TABLE "unrecognised_rows" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,
    "table" "report_table" NOT NULL,
    "label" TEXT NOT NULL,
    "values" TEXT[],
    "locator" JSONB,

    CONSTRAINT "unrecognised_rows_pkey" PRIMARY KEY ("agency_id","year","number","position")
);

-- CreateTable
CREATE TABLE "claims" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "unit" TEXT,
    "approximate" BOOLEAN NOT NULL,
    "scope" "claim_scope",
    "sentence" TEXT NOT NULL,
    "locator" JSONB,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("agency_id","year","number","position")
);

-- CreateIndex
CREATE INDEX "claims_subject_idx" ON "claims"("subject");

-- AddForeignKey
ALTER TABLE "unrecognised_rows" ADD CONSTRAINT "unrecognised_rows_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what the schema language cannot say.
ALTER TABLE "unrecognised_rows"
  ADD CONSTRAINT "unrecognised_rows_position_check" CHECK ("position" >= 0);

ALTER TABLE "claims"
  ADD CONSTRAINT "claims_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "claims_value_check" CHECK ("value" >= 0);

ALTER TABLE "unrecognised_rows" ALTER COLUMN "values" SET NOT NULL;

-- Both hang off a revision, which is written once.
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "unrecognised_rows" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "claims" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
