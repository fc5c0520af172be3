-- CreateTable
CREATE TABLE "data_versions" (
    "slot" SMALLINT NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "data_versions_pkey" PRIMARY KEY ("slot")
);

-- Written by hand: what the schema language cannot say.

-- A slot is written at the end of each commit: pages with room keep that cheap.
ALTER TABLE "data_versions" SET (fillfactor = 25);

-- Slots 0 to 63 for agencies, by the rest of their ids; 64 for what belongs to no agency. Beginnings and steps are random, so that another
-- database, or this one brought back from a copy, does not come to a sum that stood for other data.
INSERT INTO "data_versions" ("slot", "version") SELECT slot, floor(random() * 1000000000) FROM generate_series(0, 64) AS slot;

-- Runs at the end of the transaction, so that writers of agencies in one slot wait for each other's commit and no longer. Once a slot: the
-- setting, which ends with the transaction, remembers which were counted.
CREATE FUNCTION "count_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed RECORD;
  counted TEXT := coalesce(nullif(current_setting('disclosure_hub.counted_slots', true), ''), ',');
  own SMALLINT;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  IF TG_TABLE_NAME = 'districts' THEN own := 64;
  ELSIF TG_TABLE_NAME = 'agencies' THEN own := changed.id % 64;
  ELSE own := changed.agency_id % 64;
  END IF;
  IF position(',' || own || ',' IN counted) > 0 THEN RETURN NULL; END IF;
  UPDATE data_versions SET version = version + 1 + floor(random() * 1000000000)::bigint WHERE slot = own;
  PERFORM set_config('disclosure_hub.counted_slots', counted || own || ',', true);
  RETURN NULL;
END
$$;

-- What hangs off a revision or a judgement is written with it and never by itself: its table needs no trigger.
CREATE CONSTRAINT TRIGGER "counted" AFTER INSERT OR UPDATE OR DELETE ON "districts" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "count_change"();
CREATE CONSTRAINT TRIGGER "counted" AFTER INSERT OR UPDATE OR DELETE ON "agencies" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "count_change"();
CREATE CONSTRAINT TRIGGER "counted" AFTER INSERT OR UPDATE OR DELETE ON "reports" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "count_change"();
CREATE CONSTRAINT TRIGGER "counted" AFTER INSERT OR UPDATE OR DELETE ON "revisions" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "count_change"();
CREATE CONSTRAINT TRIGGER "counted" AFTER INSERT OR UPDATE OR DELETE ON "judgements" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "count_change"();
