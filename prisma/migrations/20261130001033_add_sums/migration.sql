-- AlterTable
ALTER TABLE "reports" ADD COLUMN     "summed_number" SMALLINT;

-- CreateTable
CREATE TABLE "sum_groups" (
    "id" SERIAL NOT NULL,
    "province" CHAR(6),
    "level" "district_level" NOT NULL,
    "agency_kind" "agency_kind" NOT NULL,
    "year" SMALLINT NOT NULL,
    "form" "form",
    "reports" INTEGER NOT NULL,

    CONSTRAINT "sum_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_sums" (
    "group_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "sum" DECIMAL(40,4) NOT NULL,
    "stated" INTEGER NOT NULL,
    "blank" INTEGER NOT NULL,
    "unreadable" INTEGER NOT NULL,

    CONSTRAINT "figure_sums_pkey" PRIMARY KEY ("group_id","path")
);

-- CreateTable
CREATE TABLE "formula_sums" (
    "group_id" INTEGER NOT NULL,
    "formula" TEXT NOT NULL,
    "counted" INTEGER NOT NULL,
    "numerator" DECIMAL(40,4) NOT NULL,
    "denominator" DECIMAL(40,4) NOT NULL,

    CONSTRAINT "formula_sums_pkey" PRIMARY KEY ("group_id","formula")
);

-- CreateTable
CREATE TABLE "summed_formulas" (
    "formula" TEXT NOT NULL,

    CONSTRAINT "summed_formulas_pkey" PRIMARY KEY ("formula")
);

-- CreateIndex
CREATE UNIQUE INDEX "sum_groups_province_level_agency_kind_year_form_key" ON "sum_groups"("province", "level", "agency_kind", "year", "form") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "figure_sums" ADD CONSTRAINT "figure_sums_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "sum_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "formula_sums" ADD CONSTRAINT "formula_sums_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "sum_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what the schema language cannot say. Above it is NULLS NOT DISTINCT: the country is one province, and no form one form.

-- Sums are brought up to date again and again: pages with room keep their index as it is.
ALTER TABLE "figure_sums" SET (fillfactor = 70);
ALTER TABLE "formula_sums" SET (fillfactor = 70);

-- The reports that the sums are behind of: none, most of the time.
CREATE INDEX "reports_unsummed_idx" ON "reports" ("agency_id", "year") WHERE "summed_number" IS DISTINCT FROM "current_number";

-- That a report was added up changes no answer.
DROP TRIGGER "counted" ON "reports";
CREATE CONSTRAINT TRIGGER "counted"
  AFTER INSERT OR DELETE OR UPDATE OF "agency_id", "year", "district_code", "current_number", "created_at", "updated_at" ON "reports"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "count_change"();

-- What is taken out of a sum is taken from the group that it was put into. Where that cannot be told any more, all is added up anew. The
-- level of a district follows from its code, and the form of a revision is fixed. The lock is that of whoever adds up.
CREATE FUNCTION "forget_sums"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(2008492713);
  IF NOT EXISTS (SELECT FROM "sum_groups") THEN RETURN NULL; END IF;
  DELETE FROM "figure_sums";
  DELETE FROM "formula_sums";
  DELETE FROM "sum_groups";
  UPDATE "reports" SET "summed_number" = NULL WHERE "summed_number" IS NOT NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER "sums_forgotten" AFTER UPDATE OF "kind", "district_code" ON "agencies"
  FOR EACH ROW WHEN ((OLD."kind", OLD."district_code") IS DISTINCT FROM (NEW."kind", NEW."district_code")) EXECUTE FUNCTION "forget_sums"();
CREATE TRIGGER "sums_forgotten" AFTER DELETE ON "reports"
  FOR EACH ROW WHEN (OLD."summed_number" IS NOT NULL) EXECUTE FUNCTION "forget_sums"();
