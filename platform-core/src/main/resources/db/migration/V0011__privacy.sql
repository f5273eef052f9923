-- What is stored about a person, given out to them and to nobody else, and their leaving for good.

SET search_path = platform, public;

-- Which mails a person does not want; what is told stays in the inbox.
ALTER TABLE person ADD COLUMN mail_off text[] NOT NULL DEFAULT '{}' CHECK (mail_off <@ ARRAY ['REQUESTS', 'UPDATES', 'ADMISSION']);
GRANT UPDATE (mail_off) ON person TO platform_app;

-- A researcher who left for good while others' records name them: nobody's page any more, in no directory.
ALTER TABLE researcher ADD COLUMN retired_at timestamptz, ADD CHECK (retired_at IS NULL OR person_id IS NULL);

-- Accounts that the identity provider still has to delete.
CREATE TABLE erased_account (
  subject   text PRIMARY KEY,
  erased_at timestamptz NOT NULL
);
ALTER TABLE erased_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_account FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON erased_account FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON erased_account TO platform_app;
CREATE POLICY privacy ON erased_account FOR ALL TO platform_app USING (actor_job('privacy'));

-- All that is kept about a person, across the fences between their organisations: it is theirs. Words that belong to an
-- organisation are given out only as long as they are a member there.
CREATE FUNCTION own_data(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
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
    'audit', (SELECT jsonb_agg(jsonb_build_object('action', e.action, 'at', e.at) ORDER BY e.at) FROM audit_entry e
        WHERE e.person_id = who OR (e.subject_kind = 'person' AND e.subject_id = who))
  ) END $$;

-- The organisations that this person cannot leave: others work there, and nobody else administers. They are held.
CREATE FUNCTION held_by(who uuid) RETURNS TABLE (organisation_id uuid, name_ko text, name_en text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_job('privacy') THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody asks this for others';
  END IF;
  PERFORM 1 FROM organisation o WHERE o.id IN (SELECT m.organisation_id FROM membership m WHERE m.person_id = who AND m.status = 'ACTIVE') ORDER BY o.id FOR UPDATE;
  RETURN QUERY SELECT o.id, o.name_ko, o.name_en FROM membership mine JOIN organisation o ON o.id = mine.organisation_id
    WHERE mine.person_id = who AND mine.status = 'ACTIVE' AND 'ADMINISTRATOR' = ANY (mine.roles)
      AND EXISTS (SELECT 1 FROM membership other WHERE other.organisation_id = o.id AND other.person_id <> who AND other.status = 'ACTIVE')
      AND NOT EXISTS (SELECT 1 FROM membership other WHERE other.organisation_id = o.id AND other.person_id <> who AND other.status = 'ACTIVE' AND 'ADMINISTRATOR' = ANY (other.roles));
END $$;

-- Takes away all that is only theirs and anonymises what others' records need: who asked, who answered, who was invited.
-- Answers the researcher that they were, NULL for none.
CREATE FUNCTION erase_person(who uuid, moment timestamptz) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
DECLARE
  address text;
  shared boolean;
  page uuid;
BEGIN
  IF NOT actor_job('privacy') THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody erases others';
  END IF;
  SELECT email INTO STRICT address FROM person WHERE id = who FOR UPDATE;
  shared := EXISTS (SELECT 1 FROM person WHERE email = address AND id <> who);
  INSERT INTO erased_account (subject, erased_at) SELECT subject, moment FROM person WHERE id = who;
  DELETE FROM follow WHERE person_id = who;
  DELETE FROM notification WHERE person_id = who;
  IF NOT shared THEN
    DELETE FROM mail_outbox WHERE recipient = address AND state <> 'CLAIMED';
    UPDATE partner_application SET contact_name = '–', contact_email = 'erased-' || id || '@erased.invalid'
      WHERE contact_email = address AND state IN ('APPROVED', 'JOINED', 'DECLINED', 'WITHDRAWN');
  END IF;
  UPDATE invitation SET state = 'REVOKED' WHERE invited_by = who AND state = 'OPEN';
  UPDATE invitation SET email = 'erased-' || id || '@erased.invalid' WHERE accepted_by = who;
  SELECT id INTO page FROM researcher WHERE person_id = who FOR UPDATE;
  IF page IS NOT NULL THEN
    DELETE FROM research_result x WHERE EXISTS (SELECT 1 FROM result_author a WHERE a.result_id = x.id AND a.researcher_id = page)
      AND NOT EXISTS (SELECT 1 FROM result_author a WHERE a.result_id = x.id AND a.researcher_id <> page);
    DELETE FROM result_author WHERE researcher_id = page;
    DELETE FROM researcher_topic WHERE researcher_id = page;
    DELETE FROM researcher_area WHERE researcher_id = page;
    DELETE FROM story_researcher WHERE researcher_id = page;
    DELETE FROM follow WHERE researcher_id = page;
    UPDATE lab_event SET researcher_id = NULL WHERE researcher_id = page;
    UPDATE sub_project SET principal_investigator_id = NULL WHERE principal_investigator_id = page;
    IF EXISTS (SELECT 1 FROM collaboration_request WHERE researcher_id = page) OR EXISTS (SELECT 1 FROM project_update WHERE researcher_id = page) THEN
      UPDATE researcher SET person_id = NULL, retired_at = moment, slug = 'former-' || id, sub_project_id = NULL, accepting = false,
          name_ko = '탈퇴한 연구자', name_en = 'Former researcher', headline_ko = NULL, headline_en = NULL, biography_ko = NULL, biography_en = NULL,
          seeks_ko = NULL, seeks_en = NULL, homepage = NULL, orcid = NULL, scholar = NULL, search_key = '|', updated_at = moment, version = version + 1
        WHERE id = page;
    ELSE
      DELETE FROM researcher WHERE id = page;
    END IF;
  END IF;
  UPDATE membership SET status = 'REMOVED', removed_at = coalesce(removed_at, moment), linked = false, title_ko = NULL, title_en = NULL WHERE person_id = who;
  UPDATE person SET email = 'erased-' || id || '@erased.invalid', subject = 'erased:' || id, name_ko = '탈퇴한 구성원', name_en = 'Former member',
      language = 'ko', theme = 'SYSTEM', mail_off = '{}', version = version + 1 WHERE id = who;
  RETURN page;
END $$;

REVOKE ALL ON FUNCTION own_data(uuid), held_by(uuid), erase_person(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_data(uuid), held_by(uuid), erase_person(uuid, timestamptz) TO platform_app;
