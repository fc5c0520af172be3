-- AlterTable
ALTER TABLE "application_outcomes" ADD COLUMN     "snippet" SMALLINT,
ADD COLUMN     "snippet_end" SMALLINT,
ADD COLUMN     "snippet_start" SMALLINT;

-- AlterTable
ALTER TABLE "disclosure_items" ADD COLUMN     "snippet" SMALLINT,
ADD COLUMN     "snippet_end" SMALLINT,
ADD COLUMN     "snippet_start" SMALLINT;

-- AlterTable
ALTER TABLE "issues" ADD COLUMN     "snippet" SMALLINT,
ADD COLUMN     "snippet_end" SMALLINT,
ADD COLUMN     "snippet_start" SMALLINT;

-- AlterTable
ALTER TABLE "litigation_results" ADD COLUMN     "snippet" SMALLINT,
ADD COLUMN     "snippet_end" SMALLINT,
ADD COLUMN     "snippet_start" SMALLINT;

-- AlterTable
ALTER TABLE "review_results" ADD COLUMN     "snippet" SMALLINT,
ADD COLUMN     "snippet_end" SMALLINT,
ADD COLUMN     "snippet_start" SMALLINT;

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "snippets" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Written by hand: what the schema language cannot say. A range is there as a whole or not at all.
ALTER TABLE "application_outcomes" ADD CONSTRAINT "application_outcomes_snippet_check"
  CHECK (num_nulls("snippet", "snippet_start", "snippet_end") IN (0, 3) AND "snippet" >= 0 AND "snippet_start" >= 0 AND "snippet_end" >= "snippet_start");

ALTER TABLE "disclosure_items" ADD CONSTRAINT "disclosure_items_snippet_check"
  CHECK (num_nulls("snippet", "snippet_start", "snippet_end") IN (0, 3) AND "snippet" >= 0 AND "snippet_start" >= 0 AND "snippet_end" >= "snippet_start");

ALTER TABLE "issues" ADD CONSTRAINT "issues_snippet_check"
  CHECK (num_nulls("snippet", "snippet_start", "snippet_end") IN (0, 3) AND "snippet" >= 0 AND "snippet_start" >= 0 AND "snippet_end" >= "snippet_start");

ALTER TABLE "litigation_results" ADD CONSTRAINT "litigation_results_snippet_check"
  CHECK (num_nulls("snippet", "snippet_start", "snippet_end") IN (0, 3) AND "snippet" >= 0 AND "snippet_start" >= 0 AND "snippet_end" >= "snippet_start");

ALTER TABLE "review_results" ADD CONSTRAINT "review_results_snippet_check"
  CHECK (num_nulls("snippet", "snippet_start", "snippet_end") IN (0, 3) AND "snippet" >= 0 AND "snippet_start" >= 0 AND "snippet_end" >= "snippet_start");

ALTER TABLE "revisions" ALTER COLUMN "snippets" SET NOT NULL;
