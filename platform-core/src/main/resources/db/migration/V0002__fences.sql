-- The second fence: what each actor may read and write, told by PostgreSQL itself.

SET search_path = platform, public;

-- Is this request mine, as one of the two sides? SECURITY DEFINER, or the policies of requests, persons and files
-- would ask each other in a circle.
CREATE FUNCTION actor_is_party(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT EXISTS (SELECT 1 FROM collaboration_request r WHERE r.id = request AND (
            (r.organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
         OR (r.state <> 'DRAFT' AND r.researcher_id IN (SELECT x.id FROM researcher x WHERE x.person_id = actor_person()) AND actor_has('RESEARCHER')))) $$;

-- The researcher this person is, if any.
CREATE FUNCTION actor_researcher() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT id FROM researcher WHERE person_id = actor_person() AND actor_has('RESEARCHER') $$;

-- People whose names I may see: myself, my organisation's, those on the other side of a sent request of mine.
CREATE FUNCTION actor_knows(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT other = actor_person()
            OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = other AND m.organisation_id = actor_organisation())
            OR EXISTS (SELECT 1 FROM researcher x JOIN person p ON p.id = x.person_id WHERE p.id = other AND actor_signed_in())
            OR EXISTS (SELECT 1 FROM request_history h JOIN collaboration_request r ON r.id = h.request_id
                       WHERE h.person_id = other AND (r.organisation_id = actor_organisation() OR r.researcher_id = (SELECT actor_researcher()))) $$;

-- An accepted request between this organisation and me (the ladder's third step).
CREATE FUNCTION actor_accepted_with(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT EXISTS (SELECT 1 FROM collaboration_request r WHERE r.organisation_id = organisation
            AND r.state = 'ACCEPTED' AND r.researcher_id = (SELECT actor_researcher())) $$;

-- Beginning a person's transaction: sets the actor and answers the roles that the membership holds now;
-- NULL when there is no active membership any more, and then nothing is set.
CREATE FUNCTION enter_as_person(person uuid, organisation uuid, claimed text[]) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
DECLARE held text[];
BEGIN
  SELECT m.roles INTO held FROM membership m JOIN organisation o ON o.id = m.organisation_id
   WHERE m.person_id = enter_as_person.person AND m.organisation_id = enter_as_person.organisation
     AND m.status = 'ACTIVE' AND o.status <> 'SUSPENDED';
  IF held IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('platform.actor', 'person', true),
          set_config('platform.person', person::text, true),
          set_config('platform.organisation', organisation::text, true),
          set_config('platform.job', '', true),
          -- never more than is held now, whatever the session remembers
          set_config('platform.roles', array_to_string(ARRAY(SELECT unnest(claimed) INTERSECT SELECT unnest(held)), ','), true);
  RETURN held;
END $$;

-- Signing in: the one way from issuer and subject to a person and the organisations it may act for.
CREATE FUNCTION find_login(login_issuer text, login_subject text)
  RETURNS TABLE (person_id uuid, email text, name_ko text, name_en text, language text, theme text,
                 organisation_id uuid, organisation_slug text, organisation_kind text, organisation_name_ko text, organisation_name_en text,
                 keycloak_id text, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT p.id, p.email, p.name_ko, p.name_en, p.language, p.theme, o.id, o.slug, o.kind, o.name_ko, o.name_en, o.keycloak_id, m.roles
    FROM person p
    LEFT JOIN membership m ON m.person_id = p.id AND m.status = 'ACTIVE'
    LEFT JOIN organisation o ON o.id = m.organisation_id AND o.status <> 'SUSPENDED'
   WHERE p.issuer = login_issuer AND p.subject = login_subject
   ORDER BY o.name_en NULLS LAST, o.id $$;

-- An invited person holds only a link: its hash finds the one open invitation.
CREATE FUNCTION find_invitation(hash bytea, now timestamptz)
  RETURNS TABLE (id uuid, organisation_id uuid, organisation_name_ko text, organisation_name_en text, email text, roles text[], language text, expires_at timestamptz, keycloak_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT i.id, i.organisation_id, o.name_ko, o.name_en, i.email, i.roles, i.language, i.expires_at, o.keycloak_id
    FROM invitation i JOIN organisation o ON o.id = i.organisation_id
   WHERE i.token_hash = hash AND i.state = 'OPEN' AND i.expires_at > now AND o.status <> 'SUSPENDED' $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA platform FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA platform TO platform_app;

-- ---------------------------------------------------------------------------------------------- fences on

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'platform' AND tablename NOT IN ('scheduled_tasks', 'flyway_schema_history') LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_passes ON platform.%I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON platform.%I TO platform_app', t);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON audit_entry, request_history, request_message, interest_history FROM platform_app;
REVOKE DELETE ON organisation, person, membership, invitation, domain_event, mail_outbox FROM platform_app;

-- Rows everyone may read, visitors of the public pages too.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['lab', 'concept', 'concept_label', 'concept_broader', 'sub_project', 'sub_project_institution',
      'sub_project_application', 'research_area', 'research_area_topic', 'researcher', 'researcher_topic', 'researcher_area',
      'research_result', 'result_author', 'result_topic', 'lab_event'] LOOP
    EXECUTE format('CREATE POLICY readers ON platform.%I FOR SELECT TO platform_app USING (actor_kind() <> ''nobody'')', t);
    EXECUTE format('CREATE POLICY managers ON platform.%I FOR ALL TO platform_app USING (actor_has(''LAB_MANAGER'') OR actor_job(''setup'')) WITH CHECK (actor_has(''LAB_MANAGER'') OR actor_job(''setup''))', t);
  END LOOP;
END $$;

-- Vocabulary: people propose concepts, managers (above) confirm and edit.
CREATE POLICY proposals ON concept FOR INSERT TO platform_app WITH CHECK (actor_signed_in() AND status = 'PROPOSED');

-- Research: a researcher writes their own page and results; a principal investigator the sub-project's words.
CREATE POLICY own_page ON researcher FOR UPDATE TO platform_app USING (person_id = actor_person() AND actor_has('RESEARCHER')) WITH CHECK (person_id = actor_person());
CREATE POLICY investigator ON sub_project FOR UPDATE TO platform_app USING (principal_investigator_id = (SELECT actor_researcher())) WITH CHECK (principal_investigator_id = (SELECT actor_researcher()));
CREATE POLICY own_topics ON researcher_topic FOR ALL TO platform_app USING (researcher_id = (SELECT actor_researcher())) WITH CHECK (researcher_id = (SELECT actor_researcher()));
CREATE POLICY own_areas ON researcher_area FOR ALL TO platform_app USING (researcher_id = (SELECT actor_researcher())) WITH CHECK (researcher_id = (SELECT actor_researcher()));
CREATE POLICY add_result ON research_result FOR INSERT TO platform_app WITH CHECK (actor_researcher() IS NOT NULL);
CREATE POLICY own_result ON research_result FOR UPDATE TO platform_app USING (EXISTS (SELECT 1 FROM result_author a WHERE a.result_id = id AND a.researcher_id = (SELECT actor_researcher())));
CREATE POLICY drop_result ON research_result FOR DELETE TO platform_app USING (EXISTS (SELECT 1 FROM result_author a WHERE a.result_id = id AND a.researcher_id = (SELECT actor_researcher())));
CREATE FUNCTION actor_wrote_result(result uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT actor_researcher() IS NOT NULL AND (EXISTS (SELECT 1 FROM result_author a WHERE a.result_id = result AND a.researcher_id = (SELECT actor_researcher()))
            OR NOT EXISTS (SELECT 1 FROM result_author a WHERE a.result_id = result)) $$;
GRANT EXECUTE ON FUNCTION actor_wrote_result(uuid) TO platform_app;
REVOKE ALL ON FUNCTION actor_wrote_result(uuid) FROM PUBLIC;
CREATE POLICY own_authors ON result_author FOR ALL TO platform_app USING (actor_wrote_result(result_id)) WITH CHECK (actor_wrote_result(result_id));
CREATE POLICY own_result_topics ON result_topic FOR ALL TO platform_app USING (actor_wrote_result(result_id)) WITH CHECK (actor_wrote_result(result_id));

-- Organisations: active ones by their audience; one's own always; managers and the setup job all.
CREATE POLICY readers ON organisation FOR SELECT TO platform_app USING (
     (actor_kind() <> 'nobody' AND status = 'ACTIVE' AND (profile_audience = 'PUBLIC' OR actor_kind() IN ('person', 'job')))
  OR (actor_signed_in() AND id = actor_organisation())
  OR actor_has('LAB_MANAGER') OR actor_kind() = 'job');
CREATE POLICY own_profile ON organisation FOR UPDATE TO platform_app
  USING (id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER')))
  WITH CHECK (id = actor_organisation() AND status = 'ACTIVE');
CREATE POLICY managers ON organisation FOR ALL TO platform_app
  USING (actor_has('LAB_MANAGER') OR actor_job('setup', 'onboarding')) WITH CHECK (actor_has('LAB_MANAGER') OR actor_job('setup', 'onboarding'));
-- Its own people write its words; what it is here (kind, standing, address, sign-in) stays with the lab.
CREATE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql SET search_path = platform
AS $$
BEGIN
  IF actor_signed_in() AND NOT actor_has('LAB_MANAGER')
     AND ROW (NEW.id, NEW.slug, NEW.kind, NEW.status, NEW.partner, NEW.partner_since, NEW.fictional, NEW.email_domain, NEW.keycloak_id, NEW.created_at)
         IS DISTINCT FROM ROW (OLD.id, OLD.slug, OLD.kind, OLD.status, OLD.partner, OLD.partner_since, OLD.fictional, OLD.email_domain, OLD.keycloak_id, OLD.created_at) THEN
    RAISE insufficient_privilege USING MESSAGE = 'an organisation does not change its own standing';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_standing BEFORE UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION keep_standing();
-- What belongs to a profile is seen with it.
CREATE POLICY readers ON profile_item FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation_id));
CREATE POLICY own_profile ON profile_item FOR ALL TO platform_app
  USING (organisation_id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER')))
  WITH CHECK (organisation_id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER')));
CREATE POLICY managers ON profile_item FOR ALL TO platform_app USING (actor_has('LAB_MANAGER') OR actor_job('setup')) WITH CHECK (actor_has('LAB_MANAGER') OR actor_job('setup'));
CREATE POLICY readers ON stored_file FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation_id));
CREATE POLICY own_files ON stored_file FOR ALL TO platform_app
  USING (organisation_id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER')))
  WITH CHECK (organisation_id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER')) AND created_by = actor_person());
CREATE POLICY managers ON stored_file FOR ALL TO platform_app USING (actor_has('LAB_MANAGER')) WITH CHECK (actor_has('LAB_MANAGER') AND created_by = actor_person());
CREATE POLICY readers ON stored_file_chunk FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file_id));
CREATE POLICY own_files ON stored_file_chunk FOR INSERT TO platform_app WITH CHECK (EXISTS (SELECT 1 FROM stored_file f WHERE f.id = file_id AND f.created_by = actor_person()
  AND (actor_has('LAB_MANAGER') OR (f.organisation_id = actor_organisation() AND (actor_has('ADMINISTRATOR') OR actor_has('MEMBER'))))));
-- A stored file does not change; it goes as a whole.
REVOKE UPDATE ON stored_file, stored_file_chunk FROM platform_app;
REVOKE DELETE ON stored_file_chunk FROM platform_app;

-- People and what they may do.
CREATE POLICY readers ON person FOR SELECT TO platform_app USING (
  (actor_signed_in() AND actor_knows(id)) OR actor_has('LAB_MANAGER') OR actor_job('setup', 'notifier', 'onboarding'));
CREATE POLICY self ON person FOR UPDATE TO platform_app USING (id = actor_person()) WITH CHECK (id = actor_person());
CREATE POLICY onboarding ON person FOR INSERT TO platform_app WITH CHECK (actor_job('setup', 'onboarding'));
-- Who somebody is at the identity provider never changes.
REVOKE UPDATE ON person FROM platform_app;
GRANT UPDATE (name_ko, name_en, language, theme, version) ON person TO platform_app;
CREATE POLICY readers ON membership FOR SELECT TO platform_app USING (
     (actor_signed_in() AND (person_id = actor_person() OR organisation_id = actor_organisation()))
  OR actor_has('LAB_MANAGER') OR actor_job('setup', 'notifier', 'onboarding'));
CREATE POLICY onboarding ON membership FOR INSERT TO platform_app WITH CHECK (actor_job('setup', 'onboarding'));
CREATE POLICY onboarding_again ON membership FOR UPDATE TO platform_app USING (actor_job('setup', 'onboarding')) WITH CHECK (actor_job('setup', 'onboarding'));
CREATE POLICY administrators ON membership FOR UPDATE TO platform_app
  USING ((organisation_id = actor_organisation() AND actor_has('ADMINISTRATOR') AND roles <@ ARRAY ['MEMBER', 'ADMINISTRATOR']) OR actor_has('LAB_MANAGER'))
  -- nobody makes a lab manager or an editor but the lab's own managers
  WITH CHECK (((organisation_id = actor_organisation() AND actor_has('ADMINISTRATOR')) AND roles <@ ARRAY ['MEMBER', 'ADMINISTRATOR']) OR actor_has('LAB_MANAGER'));
-- Whose membership it is and where never changes, nor to whom an invitation went and what it opens.
REVOKE UPDATE ON membership, invitation FROM platform_app;
GRANT UPDATE (roles, title_ko, title_en, status, removed_at, linked) ON membership TO platform_app;
GRANT UPDATE (state, accepted_by, accepted_at) ON invitation TO platform_app;
CREATE POLICY inviters ON invitation FOR ALL TO platform_app
  USING ((organisation_id = actor_organisation() AND actor_has('ADMINISTRATOR')) OR actor_has('LAB_MANAGER') OR actor_job('onboarding', 'setup'))
  WITH CHECK ((organisation_id = actor_organisation() AND actor_has('ADMINISTRATOR') AND roles <@ ARRAY ['MEMBER', 'ADMINISTRATOR'])
           OR actor_has('LAB_MANAGER') OR actor_job('onboarding', 'setup'));

-- Interests: one's own; open ones by their audience. Lab managers see that there is one, as members do, and drafts never.
CREATE POLICY readers ON interest FOR SELECT TO platform_app USING (
     (actor_signed_in() AND organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
  OR (actor_kind() <> 'nobody' AND audience = 'PUBLIC' AND state = 'OPEN')
  OR (actor_signed_in() AND audience = 'MEMBERS' AND state = 'OPEN')
  OR (actor_signed_in() AND audience = 'ACCEPTED' AND state IN ('OPEN', 'PAUSED') AND actor_accepted_with(organisation_id))
  OR (actor_has('LAB_MANAGER') AND state <> 'DRAFT' AND audience IN ('PUBLIC', 'MEMBERS'))
  OR (actor_signed_in() AND EXISTS (SELECT 1 FROM collaboration_request r WHERE r.interest_id = interest.id AND r.researcher_id = (SELECT actor_researcher())))
  OR actor_job('indexer', 'notifier', 'clock'));
CREATE POLICY own_interests ON interest FOR ALL TO platform_app
  USING (organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
  WITH CHECK (organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')));
CREATE POLICY clock ON interest FOR UPDATE TO platform_app USING (actor_job('clock')) WITH CHECK (actor_job('clock'));
CREATE FUNCTION actor_owns_interest(interest uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')) AND EXISTS (SELECT 1 FROM interest i WHERE i.id = interest AND i.organisation_id = actor_organisation()) $$;
REVOKE ALL ON FUNCTION actor_owns_interest(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION actor_owns_interest(uuid) TO platform_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['interest_topic', 'interest_sub_project'] LOOP
    EXECUTE format('CREATE POLICY readers ON platform.%I FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM interest i WHERE i.id = interest_id))', t);
    EXECUTE format('CREATE POLICY own_interests ON platform.%I FOR ALL TO platform_app USING (actor_owns_interest(interest_id)) WITH CHECK (actor_owns_interest(interest_id))', t);
  END LOOP;
END $$;
CREATE POLICY readers ON interest_history FOR SELECT TO platform_app USING (actor_owns_interest(interest_id));
CREATE POLICY own_interests ON interest_history FOR INSERT TO platform_app WITH CHECK (actor_owns_interest(interest_id) OR actor_job('clock'));

-- Requests: the two sides; lab managers see the tie once it is sent, not its confidential part.
CREATE POLICY readers ON collaboration_request FOR SELECT TO platform_app USING (
     (organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
  OR (state <> 'DRAFT' AND researcher_id = (SELECT actor_researcher()))
  OR (state <> 'DRAFT' AND actor_has('LAB_MANAGER'))
  OR actor_job('notifier', 'clock'));
CREATE POLICY senders ON collaboration_request FOR INSERT TO platform_app WITH CHECK (
  organisation_id = actor_organisation() AND created_by = actor_person() AND state = 'DRAFT' AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')));
-- Whoever moves it, a decided request stays as it is.
CREATE POLICY sender_moves ON collaboration_request FOR UPDATE TO platform_app
  USING (organisation_id = actor_organisation() AND state IN ('DRAFT', 'SENT', 'QUESTION_ASKED') AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
  WITH CHECK (organisation_id = actor_organisation() AND state IN ('DRAFT', 'SENT', 'WITHDRAWN'));
CREATE POLICY addressee_moves ON collaboration_request FOR UPDATE TO platform_app
  USING (state IN ('SENT', 'QUESTION_ASKED') AND researcher_id = (SELECT actor_researcher()))
  WITH CHECK (researcher_id = (SELECT actor_researcher()) AND state IN ('QUESTION_ASKED', 'ACCEPTED', 'DECLINED'));
CREATE POLICY sender_drops_draft ON collaboration_request FOR DELETE TO platform_app
  USING (organisation_id = actor_organisation() AND state = 'DRAFT' AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')));
CREATE POLICY clock ON collaboration_request FOR UPDATE TO platform_app
  USING (actor_job('clock') AND state IN ('SENT', 'QUESTION_ASKED')) WITH CHECK (actor_job('clock') AND state IN ('SENT', 'EXPIRED'));
CREATE POLICY parties ON request_confidential FOR SELECT TO platform_app USING (actor_is_party(request_id));
-- The sender writes the confidential part while it is a draft, and nobody afterwards.
CREATE FUNCTION actor_sends(request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')) AND EXISTS (SELECT 1 FROM collaboration_request r WHERE r.id = request AND r.state = 'DRAFT' AND r.organisation_id = actor_organisation()) $$;
REVOKE ALL ON FUNCTION actor_sends(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION actor_sends(uuid) TO platform_app;
CREATE POLICY senders ON request_confidential FOR INSERT TO platform_app WITH CHECK (actor_sends(request_id));
CREATE POLICY senders_edit ON request_confidential FOR UPDATE TO platform_app USING (actor_sends(request_id)) WITH CHECK (actor_sends(request_id));
CREATE POLICY readers ON request_history FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM collaboration_request r WHERE r.id = request_id));
CREATE POLICY parties ON request_history FOR INSERT TO platform_app WITH CHECK (
  (actor_is_party(request_id) AND person_id = actor_person()) OR (actor_job('clock') AND person_id IS NULL));
CREATE POLICY parties ON request_message FOR SELECT TO platform_app USING (actor_is_party(request_id));
CREATE POLICY parties_write ON request_message FOR INSERT TO platform_app WITH CHECK (actor_is_party(request_id));

-- Updates and follows.
CREATE POLICY readers ON project_update FOR SELECT TO platform_app USING (
  (actor_kind() <> 'nobody' AND audience = 'PUBLIC') OR actor_signed_in() OR actor_job('notifier', 'indexer'));
CREATE POLICY authors_post ON project_update FOR INSERT TO platform_app WITH CHECK (
  researcher_id = (SELECT actor_researcher())
  AND EXISTS (SELECT 1 FROM researcher x WHERE x.id = project_update.researcher_id AND x.sub_project_id = project_update.sub_project_id));
CREATE POLICY authors_edit ON project_update FOR UPDATE TO platform_app USING (researcher_id = (SELECT actor_researcher())) WITH CHECK (researcher_id = (SELECT actor_researcher()));
CREATE POLICY authors_drop ON project_update FOR DELETE TO platform_app USING (researcher_id = (SELECT actor_researcher()));
-- What was posted stays where it was posted and with who posted it.
REVOKE UPDATE ON project_update FROM platform_app;
GRANT UPDATE (title_ko, title_en, body_ko, body_en, audience, edited_at, version) ON project_update TO platform_app;
CREATE POLICY own_follows ON follow FOR ALL TO platform_app USING (actor_signed_in() AND person_id = actor_person()) WITH CHECK (person_id = actor_person());
CREATE POLICY notifier ON follow FOR SELECT TO platform_app USING (actor_job('notifier'));

-- The newsletter: published to all, everything to its editors.
CREATE POLICY readers ON newsletter_issue FOR SELECT TO platform_app USING (actor_kind() <> 'nobody' AND state = 'PUBLISHED');
CREATE POLICY editors ON newsletter_issue FOR ALL TO platform_app USING (actor_has('EDITOR') OR actor_has('LAB_MANAGER')) WITH CHECK (actor_has('EDITOR') OR actor_has('LAB_MANAGER'));
CREATE POLICY readers ON story FOR SELECT TO platform_app USING (
  actor_kind() <> 'nobody' AND state = 'PUBLISHED' AND EXISTS (SELECT 1 FROM newsletter_issue i WHERE i.id = issue_id AND i.state = 'PUBLISHED'));
CREATE POLICY editors ON story FOR ALL TO platform_app USING (actor_has('EDITOR') OR actor_has('LAB_MANAGER')) WITH CHECK (actor_has('EDITOR') OR actor_has('LAB_MANAGER'));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['story_organisation', 'story_researcher', 'story_sub_project'] LOOP
    EXECUTE format('CREATE POLICY readers ON platform.%I FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM story s WHERE s.id = story_id))', t);
    EXECUTE format('CREATE POLICY editors ON platform.%I FOR ALL TO platform_app USING (actor_has(''EDITOR'') OR actor_has(''LAB_MANAGER'')) WITH CHECK (actor_has(''EDITOR'') OR actor_has(''LAB_MANAGER''))', t);
  END LOOP;
END $$;
CREATE POLICY editors ON lab_event FOR ALL TO platform_app USING (actor_has('EDITOR')) WITH CHECK (actor_has('EDITOR'));

-- Events are written by whoever caused them and read only by the job that tells others.
CREATE POLICY causes ON domain_event FOR INSERT TO platform_app WITH CHECK (
  (actor_signed_in() AND person_id = actor_person() AND organisation_id = actor_organisation()) OR actor_kind() = 'job');
CREATE POLICY notifier ON domain_event FOR SELECT TO platform_app USING (actor_job('notifier'));
CREATE POLICY notifier_marks ON domain_event FOR UPDATE TO platform_app USING (actor_job('notifier')) WITH CHECK (actor_job('notifier'));
CREATE POLICY own_inbox ON notification FOR SELECT TO platform_app USING (
  actor_signed_in() AND person_id = actor_person() AND (organisation_id IS NULL OR organisation_id = actor_organisation()));
CREATE POLICY own_inbox_marks ON notification FOR UPDATE TO platform_app
  USING (actor_signed_in() AND person_id = actor_person() AND (organisation_id IS NULL OR organisation_id = actor_organisation()))
  WITH CHECK (person_id = actor_person() AND (organisation_id IS NULL OR organisation_id = actor_organisation()));
CREATE POLICY notifier ON notification FOR ALL TO platform_app USING (actor_job('notifier')) WITH CHECK (actor_job('notifier'));
-- Anyone who may invite writes that mail; nobody but the mailer and the notifier reads the outbox.
CREATE POLICY writers ON mail_outbox FOR INSERT TO platform_app WITH CHECK (actor_job('notifier', 'setup', 'onboarding') OR actor_has('ADMINISTRATOR') OR actor_has('LAB_MANAGER'));
CREATE POLICY mailer ON mail_outbox FOR ALL TO platform_app USING (actor_job('mailer', 'notifier')) WITH CHECK (actor_job('mailer', 'notifier'));

CREATE POLICY writers ON audit_entry FOR INSERT TO platform_app WITH CHECK (
  (actor_signed_in() AND person_id = actor_person()) OR actor_kind() = 'job');
CREATE POLICY readers ON audit_entry FOR SELECT TO platform_app USING (
  actor_has('LAB_MANAGER') OR (actor_has('ADMINISTRATOR') AND organisation_id = actor_organisation()));
