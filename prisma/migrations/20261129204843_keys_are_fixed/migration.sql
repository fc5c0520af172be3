-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_agency_id_year_fkey" FOREIGN KEY ("agency_id", "year") REFERENCES "reports"("agency_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what the schema language cannot say.

-- What a key may do is told by the event that made it, and by nothing later. A name is never given again, so that it stands for one key in
-- whatever it has left behind.
CREATE FUNCTION "refuse_key_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW."id", NEW."name", NEW."sha256", NEW."scopes", NEW."district_codes", NEW."agency_ids", NEW."created_at", NEW."expires_at")
      IS NOT DISTINCT FROM
      (OLD."id", OLD."name", OLD."sha256", OLD."scopes", OLD."district_codes", OLD."agency_ids", OLD."created_at", OLD."expires_at")
    AND (OLD."revoked_at" IS NULL OR NEW."revoked_at" IS NOT DISTINCT FROM OLD."revoked_at")
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'A key is used and revoked, and never changed: % of % is refused.', TG_OP, OLD."name" USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "fixed" BEFORE UPDATE OR DELETE ON "api_keys" FOR EACH ROW EXECUTE FUNCTION "refuse_key_change"();
