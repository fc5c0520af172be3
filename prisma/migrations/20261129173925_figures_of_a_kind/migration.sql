-- CreateIndex
CREATE INDEX "application_outcomes_of_a_kind_idx" ON "application_outcomes"("row", "applicant", "agency_id", "year", "number", "state", "value");

-- CreateIndex
CREATE INDEX "disclosure_items_of_a_kind_idx" ON "disclosure_items"("item", "measure", "agency_id", "year", "number", "state", "value");

-- CreateIndex
CREATE INDEX "litigation_results_of_a_kind_idx" ON "litigation_results"("route", "result", "agency_id", "year", "number", "state", "value");

-- CreateIndex
CREATE INDEX "review_results_of_a_kind_idx" ON "review_results"("result", "agency_id", "year", "number", "state", "value");
