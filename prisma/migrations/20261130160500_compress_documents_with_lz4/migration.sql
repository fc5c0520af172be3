-- Written by hand: the schema language does not know how a column is compressed.
-- Documents and their snippets take less time to compress, for a tenth more room (docs/decisions/0029-ingestion-speed.md). What is there
-- already stays as it is, and is read as before. A server that was built without LZ4 goes on as it was, and so does a table that somebody
-- reads for long: who asks meanwhile must not wait behind this. No rows are touched; one table at a time is locked, so that nobody who
-- reads several waits in a circle.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    PERFORM set_config('lock_timeout', '1s', TRUE);
    ALTER TABLE "revisions" ALTER COLUMN "source" SET COMPRESSION lz4, ALTER COLUMN "snippets" SET COMPRESSION lz4;
  END IF;
EXCEPTION WHEN lock_not_available THEN
  RAISE NOTICE 'The table is in use: how it is compressed stays as it is.';
END
$$;
