-- CreateEnum
CREATE TYPE "ingestion_item_state" AS ENUM ('WAITING', 'STORED', 'FAILED', 'DISCARDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ingestion_outcome" AS ENUM ('CREATED', 'UNCHANGED', 'REVISED');

-- CreateTable
CREATE TABLE "ingestion_runs" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "key_id" INTEGER,
    "district_code" CHAR(6),
    "year" SMALLINT,
    "refuse_on" "severity",
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "ingestion_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ingestion_items" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "source" BYTEA,
    "district_code" CHAR(6),
    "year" SMALLINT,
    "expected_revision" SMALLINT,
    "state" "ingestion_item_state" NOT NULL DEFAULT 'WAITING',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "outcome" "ingestion_outcome",
    "report_agency_id" INTEGER,
    "report_year" SMALLINT,
    "report_number" SMALLINT,
    "error_code" TEXT,
    "error" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "ingestion_items_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "idempotent_answers" (
    "key_id" INTEGER NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "request_sha256" BYTEA NOT NULL,
    "owner" BIGINT NOT NULL,
    "status" SMALLINT,
    "media_type" TEXT,
    "body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY ("key_id","idempotency_key")
);

-- CreateIndex
CREATE INDEX "ingestion_runs_created_at_id_idx" ON "ingestion_runs"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "ingestion_runs_key_id_created_at_id_idx" ON "ingestion_runs"("key_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "ingestion_items_run_id_state_position_idx" ON "ingestion_items"("run_id", "state", "position");

-- CreateIndex
CREATE INDEX "ingestion_items_report_agency_id_report_year_idx" ON "ingestion_items"("report_agency_id", "report_year");

-- CreateIndex
CREATE UNIQUE INDEX "ingestion_items_run_id_name_sha256_key" ON "ingestion_items"("run_id", "name", "sha256");

-- CreateIndex
CREATE INDEX "idempotent_answers_created_at_idx" ON "idempotent_answers"("created_at");

-- AddForeignKey
ALTER TABLE "ingestion_runs" ADD CONSTRAINT "ingestion_runs_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingestion_items" ADD CONSTRAINT "ingestion_items_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "ingestion_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ingestion_items" ADD CONSTRAINT "ingestion_items_report_agency_id_report_year_fkey" FOREIGN KEY ("report_agency_id", "report_year") REFERENCES "reports"("agency_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what the schema language cannot say.

-- A sender finds the run again that he was at.
CREATE UNIQUE INDEX "ingestion_runs_name_key" ON "ingestion_runs" ("key_id", "name") NULLS NOT DISTINCT
  WHERE "name" IS NOT NULL AND "finished_at" IS NULL AND "cancelled_at" IS NULL;

-- What is to be done next: what was begun before and brought the process down comes last.
CREATE INDEX "ingestion_items_waiting_idx" ON "ingestion_items" ("run_id", "attempts", "position") WHERE "state" = 'WAITING';
CREATE INDEX "ingestion_runs_unfinished_idx" ON "ingestion_runs" ("created_at", "id") WHERE "finished_at" IS NULL AND "cancelled_at" IS NULL;

ALTER TABLE "ingestion_runs"
  ADD CONSTRAINT "ingestion_runs_end_check" CHECK ("cancelled_at" IS NULL OR "finished_at" IS NULL),
  ADD CONSTRAINT "ingestion_runs_closed_check" CHECK ("finished_at" IS NULL OR "closed_at" IS NOT NULL);

ALTER TABLE "ingestion_items"
  ADD CONSTRAINT "ingestion_items_position_check" CHECK ("position" > 0),
  ADD CONSTRAINT "ingestion_items_sha256_check" CHECK (octet_length("sha256") = 32),
  -- Nothing that was sent is lost: it is a revision, or was discarded, or its bytes are here.
  ADD CONSTRAINT "ingestion_items_source_check" CHECK (("source" IS NULL) = ("state" IN ('STORED', 'DISCARDED'))),
  ADD CONSTRAINT "ingestion_items_outcome_check" CHECK (
    num_nonnulls("outcome", "report_agency_id", "report_year", "report_number") = CASE "state" WHEN 'STORED' THEN 4 ELSE 0 END),
  ADD CONSTRAINT "ingestion_items_error_check" CHECK (num_nonnulls("error_code", "error") IN (0, 2) AND ("error" IS NOT NULL OR "state" <> 'FAILED')),
  ADD CONSTRAINT "ingestion_items_settled_check" CHECK (("settled_at" IS NULL) = ("state" = 'WAITING'));

ALTER TABLE "idempotent_answers"
  ADD CONSTRAINT "idempotent_answers_sha256_check" CHECK (octet_length("request_sha256") = 32),
  ADD CONSTRAINT "idempotent_answers_answer_check" CHECK (num_nonnulls("status", "media_type", "body") IN (0, 3));
