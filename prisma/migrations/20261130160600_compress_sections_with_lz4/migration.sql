-- Written by hand, as the migration before: sections, for a hundredth more room.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    ALTER TABLE "sections" ALTER COLUMN "text" SET COMPRESSION lz4;
  END IF;
END
$$;
