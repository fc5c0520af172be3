-- CreateEnum
CREATE TYPE "key_scope" AS ENUM ('READ_PRIVATE', 'INGEST', 'ADMIN');

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "agency_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "district_codes" CHAR(6)[] DEFAULT ARRAY[]::CHAR(6)[],
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "scopes" "key_scope"[] DEFAULT ARRAY['INGEST']::"key_scope"[];

-- CreateTable
CREATE TABLE "audit_events" (
    "chain" SMALLINT NOT NULL,
    "number" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "key_id" INTEGER,
    "key_name" TEXT,
    "request_id" TEXT,
    "agency_id" INTEGER,
    "year" SMALLINT,
    "before" BYTEA,
    "after" BYTEA,
    "details" JSONB,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("chain","number")
);

-- CreateTable
CREATE TABLE "audit_chains" (
    "chain" SMALLINT NOT NULL,
    "number" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chains_pkey" PRIMARY KEY ("chain")
);

-- CreateIndex
CREATE INDEX "audit_events_agency_id_year_idx" ON "audit_events"("agency_id", "year");

-- CreateIndex
CREATE INDEX "audit_events_at_chain_number_idx" ON "audit_events"("at" DESC, "chain", "number");

-- Written by hand: what the schema language cannot say.

ALTER TABLE "api_keys"
  ADD CONSTRAINT "api_keys_scopes_check" CHECK ("scopes" IS NOT NULL AND cardinality("scopes") > 0),
  ADD CONSTRAINT "api_keys_limits_check" CHECK ("district_codes" IS NOT NULL AND "agency_ids" IS NOT NULL);

ALTER TABLE "audit_events"
  ADD CONSTRAINT "audit_events_chain_check" CHECK ("chain" BETWEEN 0 AND 64),
  ADD CONSTRAINT "audit_events_number_check" CHECK ("number" > 0),
  ADD CONSTRAINT "audit_events_hash_check" CHECK (octet_length("hash") = 32 AND octet_length("previous_hash") = 32),
  ADD CONSTRAINT "audit_events_before_check" CHECK (octet_length("before") = 32),
  ADD CONSTRAINT "audit_events_after_check" CHECK (octet_length("after") = 32);

-- A head is written by each event: pages with room keep that cheap.
ALTER TABLE "audit_chains" SET (fillfactor = 25);

-- A chain begins with a hash of zeros. There are as many as slots of data_versions: writers of agencies in one wait for each other anyway.
INSERT INTO "audit_chains" ("chain", "number", "hash") SELECT chain, 0, decode(repeat('00', 32), 'hex') FROM generate_series(0, 64) AS chain;

-- The hash of an event: the SHA-256 of that of the one before it and of everything that the event says, as a JSON array without spaces of
-- its own: hashes in hexadecimal, the instant in UTC with milliseconds.
CREATE FUNCTION "audit_hash"("event" "audit_events") RETURNS BYTEA LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256("event"."previous_hash" || convert_to(jsonb_build_array(
    "event"."chain", "event"."number", to_char("event"."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), "event"."action",
    "event"."key_id", "event"."key_name", "event"."request_id", "event"."agency_id", "event"."year",
    encode("event"."before", 'hex'), encode("event"."after", 'hex'), "event"."details"
  )::text, 'UTF8'))
$$;

-- Chains an event to the last one. Its chain's head stays locked until the end of the transaction: events are written last.
CREATE FUNCTION "chain_event"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "audit_chains";
BEGIN
  SELECT * INTO STRICT head FROM "audit_chains" WHERE "chain" = NEW."chain" FOR UPDATE;
  NEW."number" := head."number" + 1;
  NEW."at" := clock_timestamp();
  NEW."previous_hash" := head."hash";
  NEW."hash" := "audit_hash"(NEW);
  UPDATE "audit_chains" SET "number" = NEW."number", "hash" = NEW."hash" WHERE "chain" = NEW."chain";
  RETURN NEW;
END
$$;

CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The heads are moved by the trigger of the events alone.
  IF TG_TABLE_NAME = 'audit_chains' AND TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'What was done is written once: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "chained" BEFORE INSERT ON "audit_events" FOR EACH ROW EXECUTE FUNCTION "chain_event"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "append_only" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "audit_chains" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
