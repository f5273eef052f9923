-- How long what is kept of people and companies stays, and its deleting. infra/docs/security.md holds the same table.

SET search_path = platform, public;

CREATE TABLE retention_rule (
  what         text PRIMARY KEY,
  position     integer NOT NULL UNIQUE,
  days         integer NOT NULL CHECK (days BETWEEN 1 AND 3650),
  -- when it last was applied, and what it deleted then
  last_run_at  timestamptz,
  last_deleted integer
);
INSERT INTO retention_rule (what, position, days) VALUES
  ('unconfirmed-applications', 1, 7),
  ('settled-applications', 2, 365),
  ('unused-invitations', 3, 90),
  ('finished-mails', 4, 90),
  ('told-events', 5, 90),
  ('notifications', 6, 365);
ALTER TABLE retention_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON retention_rule FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY readers ON retention_rule FOR SELECT TO platform_app USING (actor_kind() <> 'nobody');
GRANT SELECT ON retention_rule TO platform_app;

CREATE FUNCTION apply_retention(moment timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
DECLARE
  rule retention_rule;
  due timestamptz;
  deleted integer;
  total integer := 0;
BEGIN
  IF NOT actor_job('privacy') THEN
    RAISE insufficient_privilege USING MESSAGE = 'only the privacy job deletes what is due';
  END IF;
  FOR rule IN SELECT * FROM retention_rule ORDER BY position FOR UPDATE LOOP
    due := moment - make_interval(days => rule.days);
    CASE rule.what
      WHEN 'unconfirmed-applications' THEN
        DELETE FROM partner_application WHERE state = 'UNCONFIRMED' AND created_at < due;
      WHEN 'settled-applications' THEN
        -- what became an organisation stays as part of its history
        DELETE FROM partner_application WHERE state IN ('DECLINED', 'WITHDRAWN') AND coalesce(decided_at, created_at) < due;
      WHEN 'unused-invitations' THEN
        DELETE FROM invitation WHERE state <> 'ACCEPTED' AND expires_at < due;
      WHEN 'finished-mails' THEN
        DELETE FROM mail_outbox WHERE state IN ('SENT', 'IN_DOUBT', 'DEAD') AND created_at < due;
      WHEN 'told-events' THEN
        DELETE FROM domain_event WHERE handled_at < due;
      WHEN 'notifications' THEN
        DELETE FROM notification WHERE created_at < due;
    END CASE;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    UPDATE retention_rule SET last_run_at = moment, last_deleted = deleted WHERE what = rule.what;
    total := total + deleted;
  END LOOP;
  -- what was promised with an invitation goes with the last one
  DELETE FROM invited_researcher r WHERE NOT EXISTS
    (SELECT 1 FROM invitation i WHERE i.organisation_id = r.organisation_id AND i.email = r.email);
  RETURN total;
END $$;
REVOKE ALL ON FUNCTION apply_retention(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apply_retention(timestamptz) TO platform_app;

-- The admission job deleted applications itself before.
REVOKE DELETE ON partner_application FROM platform_app;
