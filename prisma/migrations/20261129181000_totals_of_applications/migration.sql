-- Written by hand: what series and totals add up over many reports, with its value, so that no row of the table is read. The columns of
-- the other rows are left out: they are six of seven figures, and are read report by report.
CREATE INDEX "application_outcomes_totals_idx" ON "application_outcomes" ("row", "applicant", "agency_id", "year", "number") INCLUDE ("value")
  WHERE "applicant" = 'TOTAL' OR "row" = 'RECEIVED';
