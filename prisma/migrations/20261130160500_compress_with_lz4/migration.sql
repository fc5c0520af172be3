-- Written by hand: the schema language does not know how a column is compressed.
-- Documents and their sentences take less time to compress, for two hundredths more room (docs/decisions/0029-ingestion-speed.md). What is
-- there already stays as it is, and is read as before. A server that was built without LZ4 goes on as it was.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    ALTER TABLE "revisions" ALTER COLUMN "source" SET COMPRESSION lz4, ALTER COLUMN "snippets" SET COMPRESSION lz4;
    ALTER TABLE "sections" ALTER COLUMN "text" SET COMPRESSION lz4;
    ALTER TABLE "ingestion_items" ALTER COLUMN "source" SET COMPRESSION lz4;
  END IF;
END
$$;
