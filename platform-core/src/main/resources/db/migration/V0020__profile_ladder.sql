-- The visibility ladder: everybody, members, accepted partners, after an NDA. A policy hides rows and no columns, so a
-- field that is narrower than its profile stands in a row of its own, and the column beside it is empty.

SET search_path = platform, public;

-- What an organisation has signed with another: the top rung. Recorded and ended by its own administrators.
CREATE TABLE nda (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  other_id        uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  signed_on       date NOT NULL,
  -- the last day on which it stands; NULL for one without an end
  ends_on         date,
  recorded_at     timestamptz NOT NULL,
  created_by      uuid NOT NULL REFERENCES person,
  ended_at        timestamptz,
  ended_by        uuid REFERENCES person,
  CHECK (organisation_id <> other_id),
  CHECK (ends_on >= signed_on),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX ON nda (organisation_id, other_id);
CREATE INDEX ON nda (other_id);

CREATE TABLE profile_field (
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  field           text NOT NULL CHECK (field IN ('FOUNDED', 'WEBSITE', 'SECTOR', 'SUMMARY', 'DESCRIPTION', 'ADDRESS')),
  audience        text NOT NULL CHECK (audience IN ('MEMBERS', 'ACCEPTED', 'NDA')),
  -- a text in both languages, or what has no language
  ko              text CHECK (length(ko) <= 8000),
  en              text CHECK (length(en) <= 8000),
  plain           text CHECK (length(plain) <= 300),
  PRIMARY KEY (organisation_id, field)
);

ALTER TABLE profile_item ADD COLUMN audience text NOT NULL DEFAULT 'PUBLIC' CHECK (audience IN ('PUBLIC', 'MEMBERS', 'ACCEPTED', 'NDA'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['nda', 'profile_field'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_passes ON platform.%I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON profile_field TO platform_app;
GRANT SELECT, INSERT ON nda TO platform_app;
-- It ends, and nothing else of it changes.
GRANT UPDATE (ended_at, ended_by) ON nda TO platform_app;

CREATE POLICY both_sides ON nda FOR SELECT TO platform_app USING (actor_signed_in() AND actor_organisation() IN (organisation_id, other_id));
CREATE POLICY administrators ON nda FOR INSERT TO platform_app WITH CHECK (
  organisation_id = actor_organisation() AND actor_has('ADMINISTRATOR') AND created_by = actor_person() AND ended_at IS NULL);
CREATE POLICY administrators_end ON nda FOR UPDATE TO platform_app
  USING (organisation_id = actor_organisation() AND actor_has('ADMINISTRATOR') AND ended_at IS NULL)
  WITH CHECK (organisation_id = actor_organisation() AND ended_by = actor_person());

-- Do I act for an organisation with which this one has an NDA that stands today?
CREATE FUNCTION actor_under_nda(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT EXISTS (SELECT 1 FROM nda n WHERE n.organisation_id = organisation AND n.other_id = actor_organisation() AND n.ended_at IS NULL
            AND (now() AT TIME ZONE 'Asia/Seoul')::date BETWEEN n.signed_on AND coalesce(n.ends_on, 'infinity')) $$;

-- How far up somebody else's ladder I stand. A lab manager is a member here and no more.
CREATE FUNCTION actor_reaches(organisation uuid, audience text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT CASE audience
          WHEN 'PUBLIC' THEN actor_kind() <> 'nobody'
          WHEN 'MEMBERS' THEN actor_signed_in() OR actor_job('indexer', 'setup')
          WHEN 'ACCEPTED' THEN actor_job('setup') OR (actor_signed_in() AND actor_accepted_with(organisation))
          WHEN 'NDA' THEN actor_job('setup') OR (actor_signed_in() AND actor_accepted_with(organisation) AND actor_under_nda(organisation))
          ELSE false END $$;

-- Which fields an organisation keeps from those who edit its profile for it; their words stay hidden.
CREATE FUNCTION kept_fields(organisation uuid) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT f.field FROM profile_field f WHERE f.organisation_id = organisation AND f.audience IN ('ACCEPTED', 'NDA') AND actor_has('LAB_MANAGER') $$;

REVOKE ALL ON FUNCTION actor_under_nda(uuid), actor_reaches(uuid, text), kept_fields(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION actor_under_nda(uuid), actor_reaches(uuid, text), kept_fields(uuid) TO platform_app;

-- The organisation itself has to be readable, too: a field is never wider than its profile.
CREATE POLICY readers ON profile_field FOR SELECT TO platform_app USING (
  EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation_id)
  AND ((actor_signed_in() AND organisation_id = actor_organisation()) OR actor_reaches(organisation_id, audience)));
CREATE POLICY own_profile ON profile_field FOR ALL TO platform_app
  USING (organisation_id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER')))
  WITH CHECK (organisation_id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER')));
CREATE POLICY managers ON profile_field FOR ALL TO platform_app
  USING ((actor_has('LAB_MANAGER') AND (audience = 'MEMBERS' OR organisation_id = actor_organisation())) OR actor_job('setup'))
  WITH CHECK ((actor_has('LAB_MANAGER') AND (audience = 'MEMBERS' OR organisation_id = actor_organisation())) OR actor_job('setup'));

DROP POLICY readers ON profile_item;
CREATE POLICY readers ON profile_item FOR SELECT TO platform_app USING (
  EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation_id)
  AND (audience = 'PUBLIC' OR (actor_signed_in() AND organisation_id = actor_organisation()) OR actor_reaches(organisation_id, audience)));
DROP POLICY managers ON profile_item;
CREATE POLICY managers ON profile_item FOR ALL TO platform_app
  USING ((actor_has('LAB_MANAGER') AND (audience IN ('PUBLIC', 'MEMBERS') OR organisation_id = actor_organisation())) OR actor_job('setup'))
  WITH CHECK ((actor_has('LAB_MANAGER') AND (audience IN ('PUBLIC', 'MEMBERS') OR organisation_id = actor_organisation())) OR actor_job('setup'));

-- A person's own data names the agreements that they recorded and ended.
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
    'audit', (SELECT jsonb_agg(jsonb_build_object('action', e.action, 'at', e.at) ORDER BY e.at) FROM audit_entry e
        WHERE e.person_id = who OR (e.subject_kind = 'person' AND e.subject_id = who))
  ) END $$;
