-- AlterTable
ALTER TABLE "revisions" ADD COLUMN "source_url" TEXT;

-- Written by hand: what the schema language cannot say.
ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_source_url_check" CHECK ("source_url" ~* '^https?://[^/]' AND length("source_url") <= 2000);
