-- Who of which organisation opened what of another beyond public. Both sides read it, nobody changes it.

SET search_path = platform, public;

CREATE TABLE access_ledger (
  id              uuid PRIMARY KEY,
  at              timestamptz NOT NULL,
  person_id       uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  -- whom the reader acted for
  reader_organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- whose words were read
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  subject_kind    text NOT NULL CHECK (subject_kind IN ('PROFILE', 'INTEREST')),
  subject_id      uuid NOT NULL,
  -- the narrowest that was given
  audience        text NOT NULL CHECK (audience IN ('MEMBERS', 'ACCEPTED', 'NDA')),
  CHECK (organisation_id <> reader_organisation_id)
);
CREATE INDEX ON access_ledger (organisation_id, at);
CREATE INDEX ON access_ledger (reader_organisation_id, at);
CREATE INDEX ON access_ledger (person_id, subject_id, at);
ALTER TABLE access_ledger ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_ledger FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON access_ledger FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON access_ledger TO platform_app;
-- Nobody writes for others, nor about another's page than the one that was opened.
CREATE POLICY readers_write ON access_ledger FOR INSERT TO platform_app WITH CHECK (
  actor_signed_in() AND person_id = actor_person() AND reader_organisation_id = actor_organisation() AND organisation_id <> actor_organisation()
  AND CASE subject_kind
    WHEN 'PROFILE' THEN subject_id = organisation_id
    ELSE EXISTS (SELECT 1 FROM interest i WHERE i.id = subject_id AND i.organisation_id = access_ledger.organisation_id) END);
CREATE POLICY read_side ON access_ledger FOR SELECT TO platform_app USING (
  organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR') OR actor_has('LAB_MANAGER')));
CREATE POLICY reading_side ON access_ledger FOR SELECT TO platform_app USING (
  actor_signed_in() AND reader_organisation_id = actor_organisation()
  AND (person_id = actor_person() OR actor_has('ADMINISTRATOR') OR actor_has('LAB_MANAGER')));

-- Whoever reads what is not public is known by name to those whose words they are.
CREATE OR REPLACE FUNCTION actor_knows(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT other = actor_person()
            OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = other AND m.organisation_id = actor_organisation())
            OR EXISTS (SELECT 1 FROM researcher x JOIN person p ON p.id = x.person_id WHERE p.id = other AND actor_signed_in())
            OR EXISTS (SELECT 1 FROM request_history h JOIN collaboration_request r ON r.id = h.request_id
                       WHERE h.person_id = other AND (r.organisation_id = actor_organisation() OR r.researcher_id = (SELECT actor_researcher())))
            OR EXISTS (SELECT 1 FROM access_ledger l WHERE l.person_id = other AND l.organisation_id = actor_organisation()
                         AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR') OR actor_has('LAB_MANAGER'))) $$;

INSERT INTO retention_rule (what, position, days) VALUES ('access-ledger', 20, 365);
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

-- A person's own data tells what they opened, and which agreements they recorded and ended. Erasing them leaves the entries, as those of somebody who left.
CREATE OR REPLACE FUNCTION own_data(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT CASE WHEN actor_job('privacy') THEN jsonb_build_object(
    'account', (SELECT jsonb_agg(jsonb_build_object('name_ko', p.name_ko, 'name_en', p.name_en, 'email', p.email, 'language', p.language,
        'theme', p.theme, 'mail_off', array_to_string(p.mail_off, ', '), 'created_at', p.created_at)) FROM person p WHERE p.id = who),
    'memberships', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en), 'roles', array_to_string(m.roles, ', '),
        'title', concat_ws(' · ', m.title_ko, m.title_en), 'status', m.status, 'created_at', m.created_at, 'removed_at', m.removed_at) ORDER BY m.created_at)
        FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = who),
    'invitations', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en), 'email', i.email, 'roles', array_to_string(i.roles, ', '),
        'state', i.state, 'created_at', i.created_at, 'accepted_at', i.accepted_at) ORDER BY i.created_at)
        FROM invitation i JOIN organisation o ON o.id = i.organisation_id WHERE i.accepted_by = who),
    'applications', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', a.name_ko, a.name_en), 'registration_number', a.registration_number,
        'contact_name', a.contact_name, 'need', a.need, 'state', a.state, 'created_at', a.created_at,
        'consents', (SELECT string_agg(c.kind || ' ' || c.text_version || CASE WHEN c.given THEN '' ELSE ' (–)' END, ', ' ORDER BY c.kind)
                       FROM application_consent c WHERE c.application_id = a.id)) ORDER BY a.created_at)
        FROM partner_application a JOIN person p ON p.id = who AND a.contact_email = p.email WHERE a.confirmed_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM person other WHERE other.email = p.email AND other.id <> who)),
    'researcher', (SELECT jsonb_agg(jsonb_build_object('name_ko', r.name_ko, 'name_en', r.name_en, 'role', r.role, 'headline_ko', r.headline_ko, 'headline_en', r.headline_en,
        'biography_ko', r.biography_ko, 'biography_en', r.biography_en, 'seeks_ko', r.seeks_ko, 'seeks_en', r.seeks_en, 'accepting', r.accepting,
        'homepage', r.homepage, 'orcid', r.orcid, 'scholar', r.scholar, 'updated_at', r.updated_at)) FROM researcher r WHERE r.person_id = who),
    'results', (SELECT jsonb_agg(jsonb_build_object('title', x.title, 'venue', x.venue, 'year', x.year, 'doi', x.doi) ORDER BY x.year DESC NULLS LAST, x.title)
        FROM research_result x JOIN result_author a ON a.result_id = x.id JOIN researcher r ON r.id = a.researcher_id WHERE r.person_id = who),
    'updates', (SELECT jsonb_agg(jsonb_build_object('title', concat_ws(' · ', u.title_ko, u.title_en), 'audience', u.audience, 'published_at', u.published_at) ORDER BY u.published_at)
        FROM project_update u JOIN researcher r ON r.id = u.researcher_id WHERE r.person_id = who),
    'interests', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en),
        'title', CASE WHEN m.id IS NOT NULL THEN concat_ws(' · ', i.title_ko, i.title_en) END, 'state', i.state, 'created_at', i.created_at) ORDER BY i.created_at)
        FROM interest i JOIN organisation o ON o.id = i.organisation_id
        LEFT JOIN membership m ON m.person_id = who AND m.organisation_id = i.organisation_id AND m.status = 'ACTIVE' WHERE i.created_by = who),
    'requests', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en),
        'title', CASE WHEN m.id IS NOT NULL THEN q.title END, 'state', q.state, 'created_at', q.created_at) ORDER BY q.created_at)
        FROM collaboration_request q JOIN organisation o ON o.id = q.organisation_id
        LEFT JOIN membership m ON m.person_id = who AND m.organisation_id = q.organisation_id AND m.status = 'ACTIVE' WHERE q.created_by = who),
    'steps', (SELECT jsonb_agg(jsonb_build_object('command', h.command, 'at', h.at,
        'words', CASE WHEN m.id IS NOT NULL THEN (SELECT w.text FROM request_message w WHERE w.history_id = h.id) END) ORDER BY h.at)
        FROM request_history h
        LEFT JOIN membership m ON m.person_id = who AND m.organisation_id = h.organisation_id AND m.status = 'ACTIVE' WHERE h.person_id = who),
    'follows', (SELECT jsonb_agg(jsonb_build_object('sub_project', concat_ws(' · ', s.title_ko, s.title_en), 'researcher', concat_ws(' · ', r.name_ko, r.name_en), 'created_at', f.created_at) ORDER BY f.created_at)
        FROM follow f LEFT JOIN sub_project s ON s.id = f.sub_project_id LEFT JOIN researcher r ON r.id = f.researcher_id WHERE f.person_id = who),
    'notifications', (SELECT jsonb_agg(jsonb_build_object('kind', n.kind, 'created_at', n.created_at, 'read_at', n.read_at) ORDER BY n.created_at)
        FROM notification n WHERE n.person_id = who),
    'mails', (SELECT jsonb_agg(jsonb_build_object('subject', x.subject, 'state', x.state, 'created_at', x.created_at) ORDER BY x.created_at)
        FROM mail_outbox x JOIN person p ON p.id = who AND x.recipient = p.email
        WHERE NOT EXISTS (SELECT 1 FROM person other WHERE other.email = p.email AND other.id <> who)),
    'files', (SELECT jsonb_agg(jsonb_build_object('purpose', f.purpose, 'created_at', f.created_at) ORDER BY f.created_at) FROM stored_file f WHERE f.created_by = who),
    'ndas', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en), 'signed_on', n.signed_on,
        'recorded_at', CASE WHEN n.created_by = who THEN n.recorded_at END, 'ended_at', CASE WHEN n.ended_by = who THEN n.ended_at END) ORDER BY n.recorded_at)
        FROM nda n JOIN organisation o ON o.id = n.organisation_id WHERE who IN (n.created_by, n.ended_by)),
    'openings', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en), 'kind', l.subject_kind,
        'audience', l.audience, 'at', l.at) ORDER BY l.at)
        FROM access_ledger l JOIN organisation o ON o.id = l.organisation_id WHERE l.person_id = who),
    'audit', (SELECT jsonb_agg(jsonb_build_object('action', e.action, 'at', e.at) ORDER BY e.at) FROM audit_entry e
        WHERE e.person_id = who OR (e.subject_kind = 'person' AND e.subject_id = who))
  ) END $$;
