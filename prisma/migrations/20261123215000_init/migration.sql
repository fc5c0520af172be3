-- CreateEnum
CREATE TYPE "district_level" AS ENUM ('PROVINCE', 'PREFECTURE', 'COUNTY');

-- CreateEnum
CREATE TYPE "agency_kind" AS ENUM ('GOVERNMENT', 'DEPARTMENT', 'STREET', 'TOWNSHIP');

-- CreateEnum
CREATE TYPE "form" AS ENUM ('FORM_2014', 'FORM_2019', 'FORM_2021');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('TEXT', 'FILE', 'STRUCTURED');

-- CreateEnum
CREATE TYPE "figure_state" AS ENUM ('STATED', 'BLANK', 'UNREADABLE');

-- CreateEnum
CREATE TYPE "disclosure_item_code" AS ENUM ('REGULATIONS', 'NORMATIVE_DOCUMENTS', 'LICENSING', 'OTHER_EXTERNAL_MANAGEMENT', 'INSPECTION', 'CONFIRMATION', 'PENALTIES', 'COERCION', 'ADMINISTRATIVE_FEES', 'PROCUREMENT', 'PROACTIVE', 'KEY_AREAS', 'KEY_AREA_BUDGETS', 'KEY_AREA_HOUSING', 'KEY_AREA_FOOD_SAFETY', 'KEY_AREA_ENVIRONMENT', 'KEY_AREA_BIDDING', 'KEY_AREA_WORK_SAFETY', 'KEY_AREA_LAND_EXPROPRIATION', 'KEY_AREA_PRICES', 'KEY_AREA_ENTERPRISE_CREDIT', 'KEY_AREA_AUDIT', 'KEY_AREA_PUBLIC_INSTITUTIONS', 'KEY_AREA_DESIGNATED', 'KEY_AREA_OTHER', 'CHANNEL_GAZETTE', 'CHANNEL_WEBSITE', 'CHANNEL_WEIBO', 'CHANNEL_WECHAT', 'CHANNEL_OTHER', 'RESPONSE_HOT_TOPICS', 'RESPONSE_PRESS_CONFERENCES', 'RESPONSE_PRESS_CONFERENCES_BY_LEADERS', 'RESPONSE_ONLINE_INTERVIEWS', 'RESPONSE_ONLINE_INTERVIEWS_BY_LEADERS', 'RESPONSE_POLICY_INTERPRETATIONS', 'RESPONSE_WEIBO_WECHAT', 'RESPONSE_OTHER', 'COMPLAINTS', 'APPLICATION_FEES', 'OFFICES', 'READING_POINTS', 'STAFF', 'STAFF_FULL_TIME', 'STAFF_PART_TIME', 'BUDGET', 'MEETINGS', 'TRAINING_CLASSES', 'TRAINEES');

-- CreateEnum
CREATE TYPE "disclosure_measure" AS ENUM ('MADE', 'DISCLOSED', 'DISCLOSED_TOTAL', 'PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS', 'PROJECTS', 'AMOUNT', 'ISSUED', 'REPEALED', 'IN_FORCE', 'COUNT');

-- CreateEnum
CREATE TYPE "application_row" AS ENUM ('RECEIVED', 'CARRIED_IN', 'GRANTED', 'PARTLY_GRANTED', 'REFUSED_STATE_SECRET', 'REFUSED_PROHIBITED_BY_LAW', 'REFUSED_SECURITY_AND_STABILITY', 'REFUSED_THIRD_PARTY_RIGHTS', 'REFUSED_INTERNAL_AFFAIRS', 'REFUSED_PROCESS_INFORMATION', 'REFUSED_ENFORCEMENT_FILE', 'REFUSED_ADMINISTRATIVE_QUERY', 'UNABLE_NOT_HELD', 'UNABLE_NOT_READY_MADE', 'UNABLE_STILL_UNCLEAR', 'NOT_PROCESSED_PETITION', 'NOT_PROCESSED_REPEAT', 'NOT_PROCESSED_PUBLICATION', 'NOT_PROCESSED_EXCESSIVE', 'NOT_PROCESSED_CONFIRMATION', 'OTHER', 'OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS', 'HANDLED_TOTAL', 'CARRIED_OVER', 'RECEIVED_IN_PERSON', 'RECEIVED_BY_FAX', 'RECEIVED_ONLINE', 'RECEIVED_BY_LETTER', 'CLOSED', 'CLOSED_ON_TIME', 'CLOSED_EXTENDED', 'ALREADY_PUBLIC', 'REFUSED', 'REFUSED_TRADE_SECRET', 'REFUSED_PRIVACY', 'REFUSED_NOT_GOVERNMENT_INFORMATION', 'REFUSED_OTHER_LAW', 'NOT_THIS_AGENCY', 'DOES_NOT_EXIST', 'ASKED_TO_CORRECT', 'REDIRECTED');

-- CreateEnum
CREATE TYPE "applicant" AS ENUM ('NATURAL_PERSON', 'COMMERCIAL_ENTERPRISE', 'RESEARCH_INSTITUTION', 'SOCIAL_WELFARE_ORGANIZATION', 'LEGAL_SERVICE_INSTITUTION', 'OTHER_ORGANIZATION', 'TOTAL');

-- CreateEnum
CREATE TYPE "case_result" AS ENUM ('UPHELD', 'CORRECTED', 'OTHER', 'PENDING', 'TOTAL');

-- CreateEnum
CREATE TYPE "litigation_route" AS ENUM ('DIRECT', 'AFTER_REVIEW', 'ALL');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('ERROR', 'WARNING', 'NOTICE');

-- CreateTable
CREATE TABLE "districts" (
    "code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "level" "district_level" NOT NULL,
    "parent_code" CHAR(6),
    "current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "districts_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "agencies" (
    "id" SERIAL NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "kind" "agency_kind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "agencies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "current_number" SMALLINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("agency_id","year")
);

-- CreateTable
CREATE TABLE "revisions" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "form" "form",
    "title" TEXT,
    "period_from" DATE,
    "period_to" DATE,
    "agency_as_printed" TEXT,
    "source_kind" "source_kind" NOT NULL,
    "source_name" TEXT,
    "media_type" TEXT NOT NULL,
    "source_sha256" BYTEA NOT NULL,
    "source" BYTEA NOT NULL,
    "parser_version" TEXT NOT NULL,
    "rules_version" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("agency_id","year","number")
);

-- CreateTable
CREATE TABLE "disclosure_items" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "item" "disclosure_item_code" NOT NULL,
    "measure" "disclosure_measure" NOT NULL,
    "state" "figure_state" NOT NULL,
    "value" DECIMAL(20,4),
    "raw" TEXT NOT NULL,
    "locator" JSONB,

    CONSTRAINT "disclosure_items_pkey" PRIMARY KEY ("agency_id","year","number","item","measure")
);

-- CreateTable
CREATE TABLE "application_outcomes" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "row" "application_row" NOT NULL,
    "applicant" "applicant" NOT NULL,
    "state" "figure_state" NOT NULL,
    "value" INTEGER,
    "raw" TEXT NOT NULL,
    "locator" JSONB,

    CONSTRAINT "application_outcomes_pkey" PRIMARY KEY ("agency_id","year","number","row","applicant")
);

-- CreateTable
CREATE TABLE "review_results" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "result" "case_result" NOT NULL,
    "state" "figure_state" NOT NULL,
    "value" INTEGER,
    "raw" TEXT NOT NULL,
    "locator" JSONB,

    CONSTRAINT "review_results_pkey" PRIMARY KEY ("agency_id","year","number","result")
);

-- CreateTable
CREATE TABLE "litigation_results" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "route" "litigation_route" NOT NULL,
    "result" "case_result" NOT NULL,
    "state" "figure_state" NOT NULL,
    "value" INTEGER,
    "raw" TEXT NOT NULL,
    "locator" JSONB,

    CONSTRAINT "litigation_results_pkey" PRIMARY KEY ("agency_id","year","number","route","result")
);

-- CreateTable
CREATE TABLE "sections" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT,
    "text" TEXT NOT NULL,
    "locator" JSONB,

    CONSTRAINT "sections_pkey" PRIMARY KEY ("agency_id","year","number","position")
);

-- CreateTable
CREATE TABLE "issues" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "paths" TEXT[],
    "raw" TEXT,
    "locator" JSONB,

    CONSTRAINT "issues_pkey" PRIMARY KEY ("agency_id","year","number","position")
);

-- CreateTable
CREATE TABLE "findings" (
    "agency_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" SMALLINT NOT NULL,
    "position" INTEGER NOT NULL,
    "rule_id" TEXT NOT NULL,
    "severity" "severity" NOT NULL,
    "message" TEXT NOT NULL,
    "left" DECIMAL(24,4) NOT NULL,
    "right" DECIMAL(24,4) NOT NULL,
    "difference" DECIMAL(24,4) NOT NULL,
    "left_paths" TEXT[],
    "right_paths" TEXT[],

    CONSTRAINT "findings_pkey" PRIMARY KEY ("agency_id","year","number","position")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "districts_parent_code_code_idx" ON "districts"("parent_code", "code");

-- CreateIndex
CREATE INDEX "districts_name_idx" ON "districts"("name");

-- CreateIndex
CREATE UNIQUE INDEX "agencies_district_code_name_key" ON "agencies"("district_code", "name");

-- CreateIndex
CREATE UNIQUE INDEX "agencies_id_district_code_key" ON "agencies"("id", "district_code");

-- CreateIndex
CREATE INDEX "reports_district_code_year_agency_id_idx" ON "reports"("district_code", "year", "agency_id");

-- CreateIndex
CREATE INDEX "reports_year_agency_id_idx" ON "reports"("year", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_agency_id_year_current_number_key" ON "reports"("agency_id", "year", "current_number");

-- CreateIndex
CREATE INDEX "revisions_source_sha256_idx" ON "revisions"("source_sha256");

-- CreateIndex
CREATE INDEX "findings_rule_id_idx" ON "findings"("rule_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_name_key" ON "api_keys"("name");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_sha256_key" ON "api_keys"("sha256");

-- AddForeignKey
ALTER TABLE "districts" ADD CONSTRAINT "districts_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "districts"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "districts"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_agency_id_district_code_fkey" FOREIGN KEY ("agency_id", "district_code") REFERENCES "agencies"("id", "district_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "districts"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_agency_id_year_current_number_fkey" FOREIGN KEY ("agency_id", "year", "current_number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "api_keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_agency_id_year_fkey" FOREIGN KEY ("agency_id", "year") REFERENCES "reports"("agency_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_items" ADD CONSTRAINT "disclosure_items_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_outcomes" ADD CONSTRAINT "application_outcomes_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_results" ADD CONSTRAINT "review_results_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "litigation_results" ADD CONSTRAINT "litigation_results_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sections" ADD CONSTRAINT "sections_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issues" ADD CONSTRAINT "issues_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_agency_id_year_number_fkey" FOREIGN KEY ("agency_id", "year", "number") REFERENCES "revisions"("agency_id", "year", "number") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows is written by hand: the schema language cannot say it.

-- Codes and years.
ALTER TABLE "districts"
  ADD CONSTRAINT "districts_code_check" CHECK ("code" ~ '^[0-9]{6}$'),
  ADD CONSTRAINT "districts_level_check" CHECK (
    "level" = CASE WHEN "code" LIKE '__0000' THEN 'PROVINCE' WHEN "code" LIKE '____00' THEN 'PREFECTURE' ELSE 'COUNTY' END::"district_level"
  ),
  ADD CONSTRAINT "districts_parent_check" CHECK (("parent_code" IS NULL) = ("level" = 'PROVINCE'));

ALTER TABLE "reports"
  ADD CONSTRAINT "reports_year_check" CHECK ("year" BETWEEN 1990 AND 2100);

-- A district has one government; its departments, streets and townships are told apart by name.
CREATE UNIQUE INDEX "agencies_one_government_key" ON "agencies"("district_code") WHERE "kind" = 'GOVERNMENT';

ALTER TABLE "agencies"
  ADD CONSTRAINT "agencies_name_check" CHECK ("name" <> '');

-- The digest is the digest of the bytes, not what somebody says it is.
ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_number_check" CHECK ("number" > 0),
  ADD CONSTRAINT "revisions_source_sha256_check" CHECK ("source_sha256" = sha256("source")),
  ADD CONSTRAINT "revisions_period_check" CHECK (
    ("period_from" IS NULL) = ("period_to" IS NULL) AND ("period_from" IS NULL OR "period_from" <= "period_to")
  );

-- A figure has a value if and only if it is stated; blank is not zero. Counts are whole, and only a change may be below zero.
ALTER TABLE "disclosure_items"
  ADD CONSTRAINT "disclosure_items_state_check" CHECK (("value" IS NOT NULL) = ("state" = 'STATED')),
  ADD CONSTRAINT "disclosure_items_sign_check" CHECK ("value" >= 0 OR "measure" = 'CHANGE'),
  ADD CONSTRAINT "disclosure_items_whole_check" CHECK ("value" = trunc("value") OR "measure" = 'AMOUNT');

ALTER TABLE "application_outcomes"
  ADD CONSTRAINT "application_outcomes_state_check" CHECK (("value" IS NOT NULL) = ("state" = 'STATED')),
  ADD CONSTRAINT "application_outcomes_sign_check" CHECK ("value" >= 0),
  -- The rows that only the 2014 form has are not divided by applicant.
  ADD CONSTRAINT "application_outcomes_applicant_check" CHECK (
    "applicant" = 'TOTAL' OR "row" NOT IN (
      'RECEIVED_IN_PERSON', 'RECEIVED_BY_FAX', 'RECEIVED_ONLINE', 'RECEIVED_BY_LETTER', 'CLOSED', 'CLOSED_ON_TIME',
      'CLOSED_EXTENDED', 'ALREADY_PUBLIC', 'REFUSED', 'REFUSED_TRADE_SECRET', 'REFUSED_PRIVACY',
      'REFUSED_NOT_GOVERNMENT_INFORMATION', 'REFUSED_OTHER_LAW', 'NOT_THIS_AGENCY', 'DOES_NOT_EXIST', 'ASKED_TO_CORRECT',
      'REDIRECTED'
    )
  );

ALTER TABLE "review_results"
  ADD CONSTRAINT "review_results_state_check" CHECK (("value" IS NOT NULL) = ("state" = 'STATED')),
  ADD CONSTRAINT "review_results_sign_check" CHECK ("value" >= 0);

ALTER TABLE "litigation_results"
  ADD CONSTRAINT "litigation_results_state_check" CHECK (("value" IS NOT NULL) = ("state" = 'STATED')),
  ADD CONSTRAINT "litigation_results_sign_check" CHECK ("value" >= 0),
  -- Litigation is undivided on the 2014 form, which has no column for cases pending.
  ADD CONSTRAINT "litigation_results_route_check" CHECK ("route" <> 'ALL' OR "result" <> 'PENDING');

ALTER TABLE "sections"
  ADD CONSTRAINT "sections_position_check" CHECK ("position" >= 0);

ALTER TABLE "issues"
  ALTER COLUMN "paths" SET NOT NULL,
  ADD CONSTRAINT "issues_position_check" CHECK ("position" >= 0);

ALTER TABLE "findings"
  ALTER COLUMN "left_paths" SET NOT NULL,
  ALTER COLUMN "right_paths" SET NOT NULL,
  ADD CONSTRAINT "findings_position_check" CHECK ("position" >= 0),
  ADD CONSTRAINT "findings_difference_check" CHECK ("difference" = "left" - "right");

ALTER TABLE "api_keys"
  ADD CONSTRAINT "api_keys_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "api_keys_sha256_check" CHECK (octet_length("sha256") = 32);

-- A revision and what hangs off it is written once.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A revision is immutable: % on % is refused. A correction is a new revision.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revisions" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "disclosure_items" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "application_outcomes" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "review_results" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "litigation_results" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "sections" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "issues" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "findings" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
