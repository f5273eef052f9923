-- Alerts: who is told when something new fits, and what each of them knows already, so that nothing is told twice.

SET search_path = platform, public;

CREATE TABLE alert (
  id              uuid PRIMARY KEY,
  -- told while this membership stands, and of what it may read
  person_id       uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- who fits an interest, which interests fit the researcher, a saved search for researchers, one for interests
  kind            text NOT NULL CHECK (kind IN ('EXPERTS', 'NEEDS', 'RESEARCHERS', 'INTERESTS')),
  interest_id     uuid REFERENCES interest ON DELETE CASCADE,
  name            text CHECK (length(name) BETWEEN 1 AND 80),
  search_text     text NOT NULL DEFAULT '' CHECK (length(search_text) <= 100),
  search_mode     text CHECK (length(search_mode) <= 40),
  search_sub_projects uuid[] NOT NULL DEFAULT '{}',
  -- no reference: it would tell whether there is an organisation of this id
  search_organisation uuid,
  search_topic    uuid REFERENCES concept ON DELETE CASCADE,
  search_accepting boolean NOT NULL DEFAULT false,
  -- the weakest match that is told
  threshold       text CHECK (threshold IN ('GOOD', 'STRONG')),
  frequency       text NOT NULL CHECK (frequency IN ('AT_ONCE', 'DAILY', 'WEEKLY', 'OFF')),
  created_at      timestamptz NOT NULL,
  -- when what was there was taken as known; before that nothing is told
  begun_at        timestamptz,
  checked_at      timestamptz,
  due_at          timestamptz NOT NULL,
  -- a node is at it; one that died leaves it to others after this
  claimed_until   timestamptz,
  -- counts what its owner changes
  version         integer NOT NULL DEFAULT 0,
  CHECK ((kind = 'EXPERTS') = (interest_id IS NOT NULL)),
  CHECK ((kind IN ('EXPERTS', 'NEEDS')) = (threshold IS NOT NULL)),
  CHECK ((kind IN ('RESEARCHERS', 'INTERESTS')) = (name IS NOT NULL)),
  UNIQUE NULLS DISTINCT (person_id, organisation_id, interest_id)
);
CREATE UNIQUE INDEX alert_needs_once ON alert (person_id, organisation_id) WHERE kind = 'NEEDS';
CREATE INDEX ON alert (checked_at NULLS FIRST);
CREATE INDEX ON alert (interest_id);
CREATE INDEX ON alert (search_topic);
CREATE INDEX ON alert (organisation_id);

-- What an alert knows: there from its beginning, or told. Ids only; names are read again by whoever may.
CREATE TABLE alert_subject (
  alert_id     uuid NOT NULL REFERENCES alert ON DELETE CASCADE,
  subject_kind text NOT NULL CHECK (subject_kind IN ('RESEARCHER', 'AREA', 'INTEREST')),
  subject_id   uuid NOT NULL,
  -- null: it was there already
  told_at      timestamptz,
  PRIMARY KEY (alert_id, subject_kind, subject_id)
);
CREATE INDEX ON alert_subject (alert_id, told_at DESC) WHERE told_at IS NOT NULL;
CREATE INDEX ON alert_subject (subject_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['alert', 'alert_subject'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_passes ON platform.%I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON alert TO platform_app;
-- Whose it is and what it watches never changes.
GRANT UPDATE (name, threshold, frequency, begun_at, checked_at, due_at, claimed_until, version) ON alert TO platform_app;
GRANT SELECT, INSERT ON alert_subject TO platform_app;

CREATE POLICY own ON alert FOR SELECT TO platform_app USING (
  actor_signed_in() AND person_id = actor_person() AND organisation_id = actor_organisation());
CREATE POLICY own_add ON alert FOR INSERT TO platform_app WITH CHECK (
  actor_signed_in() AND person_id = actor_person() AND organisation_id = actor_organisation()
  AND CASE kind
    WHEN 'EXPERTS' THEN actor_owns_interest(interest_id)
    WHEN 'NEEDS' THEN actor_researcher() IS NOT NULL
    WHEN 'INTERESTS' THEN actor_has('RESEARCHER') OR actor_has('LAB_MANAGER')
    ELSE true END);
CREATE POLICY own_change ON alert FOR UPDATE TO platform_app
  USING (actor_signed_in() AND person_id = actor_person() AND organisation_id = actor_organisation())
  WITH CHECK (person_id = actor_person() AND organisation_id = actor_organisation());
CREATE POLICY own_drop ON alert FOR DELETE TO platform_app USING (
  actor_signed_in() AND person_id = actor_person() AND organisation_id = actor_organisation());
CREATE POLICY alerter_reads ON alert FOR SELECT TO platform_app USING (actor_job('alerter', 'notifier'));
-- An open interest tells its owner without being asked to.
CREATE POLICY alerter_adds ON alert FOR INSERT TO platform_app WITH CHECK (actor_job('alerter') AND kind = 'EXPERTS');
CREATE POLICY alerter_checks ON alert FOR UPDATE TO platform_app USING (actor_job('alerter')) WITH CHECK (actor_job('alerter'));
CREATE POLICY own ON alert_subject FOR SELECT TO platform_app USING (
  actor_signed_in() AND EXISTS (SELECT 1 FROM alert a WHERE a.id = alert_id AND a.person_id = actor_person() AND a.organisation_id = actor_organisation()));
CREATE POLICY alerter ON alert_subject FOR ALL TO platform_app USING (actor_job('alerter')) WITH CHECK (actor_job('alerter'));

-- The job finds out whose turn it is; what fits is read as the owner, by nobody's policies but the owner's.
CREATE POLICY alerter ON membership FOR SELECT TO platform_app USING (actor_job('alerter'));
CREATE POLICY alerter ON interest FOR SELECT TO platform_app USING (actor_job('alerter') AND state = 'OPEN');

-- Which mails a person does without: those of alerts, too.
ALTER TABLE person DROP CONSTRAINT person_mail_off_check;
ALTER TABLE person ADD CONSTRAINT person_mail_off_check CHECK (mail_off <@ ARRAY ['REQUESTS', 'UPDATES', 'ADMISSION', 'ALERTS']);

-- A saved search follows its topic into the concept that it was merged with.
ALTER FUNCTION merge_concept(uuid, uuid) RENAME TO merge_concept_before_alerts;
CREATE FUNCTION merge_concept(merged uuid, kept uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_has('LAB_MANAGER') THEN
    RAISE insufficient_privilege USING MESSAGE = 'only lab managers merge concepts';
  END IF;
  UPDATE alert SET search_topic = kept WHERE search_topic = merged;
  PERFORM merge_concept_before_alerts(merged, kept);
END $$;

ALTER FUNCTION own_data(uuid) RENAME TO own_data_before_alerts;
CREATE FUNCTION own_data(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT CASE WHEN actor_job('privacy') THEN own_data_before_alerts(who) || jsonb_build_object(
    'alerts', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en),
        'kind', a.kind, 'title', coalesce(a.name, CASE WHEN m.id IS NOT NULL THEN concat_ws(' · ', i.title_ko, i.title_en) END),
        'text', nullif(a.search_text, ''), 'frequency', a.frequency, 'threshold', a.threshold, 'created_at', a.created_at,
        'told', (SELECT count(*) FROM alert_subject s WHERE s.alert_id = a.id AND s.told_at IS NOT NULL)) ORDER BY a.created_at, a.id)
        FROM alert a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN interest i ON i.id = a.interest_id
        LEFT JOIN membership m ON m.person_id = who AND m.organisation_id = a.organisation_id AND m.status = 'ACTIVE' WHERE a.person_id = who)
  ) END $$;

ALTER FUNCTION erase_person(uuid, timestamptz) RENAME TO erase_person_before_alerts;
CREATE FUNCTION erase_person(who uuid, moment timestamptz) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_job('privacy') THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody erases others';
  END IF;
  DELETE FROM alert WHERE person_id = who;
  DELETE FROM alert_subject WHERE subject_id IN (SELECT id FROM researcher WHERE person_id = who);
  RETURN erase_person_before_alerts(who, moment);
END $$;

-- Alerts of those who left stay a while, since some come back.
INSERT INTO retention_rule (what, position, days) VALUES ('left-alerts', 35, 90);
CREATE OR REPLACE FUNCTION apply_retention(moment timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
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
      WHEN 'access-ledger' THEN
        DELETE FROM access_ledger WHERE at < due;
      WHEN 'left-alerts' THEN
        DELETE FROM alert a USING membership m
          WHERE m.person_id = a.person_id AND m.organisation_id = a.organisation_id AND m.status = 'REMOVED' AND m.removed_at < due;
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

REVOKE ALL ON FUNCTION own_data(uuid), own_data_before_alerts(uuid), erase_person(uuid, timestamptz),
  erase_person_before_alerts(uuid, timestamptz), merge_concept(uuid, uuid), merge_concept_before_alerts(uuid, uuid) FROM PUBLIC, platform_app;
GRANT EXECUTE ON FUNCTION own_data(uuid), erase_person(uuid, timestamptz), merge_concept(uuid, uuid) TO platform_app;
