-- Written by hand: the schema language does not know how a column is compressed.
-- Documents and their snippets take less time to compress, for a tenth more room (docs/decisions/0029-ingestion-speed.md). What is there
-- already stays as it is, and is read as before. A server that was built without LZ4 goes on as it was. No rows are touched; one table at a
-- time is locked, so that nobody who reads several waits in a circle.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    ALTER TABLE "revisions" ALTER COLUMN "source" SET COMPRESSION lz4, ALTER COLUMN "snippets" SET COMPRESSION lz4;
  END IF;
END
$$;
