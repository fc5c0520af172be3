-- Written by hand, as the migrations before: files that wait to be worked off.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    PERFORM set_config('lock_timeout', '1s', TRUE);
    ALTER TABLE "ingestion_items" ALTER COLUMN "source" SET COMPRESSION lz4;
  END IF;
EXCEPTION WHEN lock_not_available THEN
  RAISE NOTICE 'The table is in use: how it is compressed stays as it is.';
END
$$;
