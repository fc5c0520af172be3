-- Written by hand, as the migrations before: files that wait to be worked off.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    ALTER TABLE "ingestion_items" ALTER COLUMN "source" SET COMPRESSION lz4;
  END IF;
END
$$;
