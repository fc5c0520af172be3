-- DropIndex
DROP INDEX "findings_rule_id_idx";

-- DropIndex
DROP INDEX "judgements_status_idx";

-- DropIndex
DROP INDEX "reports_district_code_year_agency_id_idx";

-- DropIndex
DROP INDEX "reports_year_agency_id_idx";

-- CreateIndex
CREATE INDEX "agencies_name_idx" ON "agencies"("name");

-- CreateIndex
CREATE INDEX "findings_rule_id_year_agency_id_number_position_idx" ON "findings"("rule_id", "year" DESC, "agency_id", "number", "position");

-- CreateIndex
CREATE INDEX "findings_difference_idx" ON "findings"("difference");

-- CreateIndex
CREATE INDEX "judgements_status_year_agency_id_number_idx" ON "judgements"("status", "year" DESC, "agency_id", "number");

-- CreateIndex
CREATE INDEX "reports_year_agency_id_idx" ON "reports"("year" DESC, "agency_id");

-- CreateIndex
CREATE INDEX "reports_district_code_year_agency_id_idx" ON "reports"("district_code", "year" DESC, "agency_id");

-- CreateIndex
CREATE INDEX "reports_created_at_idx" ON "reports"("created_at");

-- CreateIndex
CREATE INDEX "reports_updated_at_idx" ON "reports"("updated_at");

-- CreateIndex
CREATE INDEX "revisions_form_year_agency_id_number_idx" ON "revisions"("form", "year" DESC, "agency_id", "number");

-- Written by hand: the schema language has no index over an expression.
CREATE INDEX "findings_absolute_difference_idx" ON "findings" (abs("difference"));
