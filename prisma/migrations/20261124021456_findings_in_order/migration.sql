-- CreateIndex
CREATE INDEX "findings_year_agency_id_number_position_idx" ON "findings"("year" DESC, "agency_id", "number", "position");

-- CreateIndex
CREATE INDEX "findings_severity_year_agency_id_number_position_idx" ON "findings"("severity", "year" DESC, "agency_id", "number", "position");
