-- The same ladder for interests: what is narrower than its interest stands beside it, and topics and sub-projects, which are
-- rows already, say who sees them.

SET search_path = platform, public;

CREATE TABLE interest_field (
  interest_id uuid NOT NULL REFERENCES interest ON DELETE CASCADE,
  -- topics and sub-projects have no words here, only who sees them
  field       text NOT NULL CHECK (field IN ('NEED', 'TOPICS', 'SUB_PROJECTS', 'HORIZON', 'BUDGET')),
  audience    text NOT NULL CHECK (audience IN ('MEMBERS', 'ACCEPTED', 'NDA')),
  ko          text CHECK (length(ko) <= 4000),
  en          text CHECK (length(en) <= 4000),
  plain       text CHECK (length(plain) <= 40),
  PRIMARY KEY (interest_id, field)
);
ALTER TABLE interest_topic ADD COLUMN audience text NOT NULL DEFAULT 'PUBLIC' CHECK (audience IN ('PUBLIC', 'MEMBERS', 'ACCEPTED', 'NDA'));
ALTER TABLE interest_sub_project ADD COLUMN audience text NOT NULL DEFAULT 'PUBLIC' CHECK (audience IN ('PUBLIC', 'MEMBERS', 'ACCEPTED', 'NDA'));

ALTER TABLE interest_field ENABLE ROW LEVEL SECURITY;
ALTER TABLE interest_field FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON interest_field FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON interest_field TO platform_app;
CREATE POLICY own_interests ON interest_field FOR ALL TO platform_app USING (actor_owns_interest(interest_id)) WITH CHECK (actor_owns_interest(interest_id));

-- The interest itself has to be readable, too: a field is never wider than its interest.
DROP POLICY readers ON interest_topic;
DROP POLICY readers ON interest_sub_project;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['interest_field', 'interest_topic', 'interest_sub_project'] LOOP
    EXECUTE format('CREATE POLICY readers ON platform.%1$I FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM interest i
      WHERE i.id = %1$I.interest_id AND (%1$I.audience = ''PUBLIC'' OR actor_reaches(i.organisation_id, %1$I.audience))))', t);
  END LOOP;
END $$;

-- The matching index is made of what every researcher may read, so its job reads nothing else.
DROP POLICY readers ON interest;
CREATE POLICY readers ON interest FOR SELECT TO platform_app USING (
     (actor_signed_in() AND organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
  OR (actor_kind() <> 'nobody' AND audience = 'PUBLIC' AND state = 'OPEN')
  OR (actor_signed_in() AND audience = 'MEMBERS' AND state = 'OPEN')
  OR (actor_signed_in() AND audience = 'ACCEPTED' AND state IN ('OPEN', 'PAUSED') AND actor_accepted_with(organisation_id))
  OR (actor_has('LAB_MANAGER') AND state <> 'DRAFT' AND audience IN ('PUBLIC', 'MEMBERS'))
  OR (actor_signed_in() AND EXISTS (SELECT 1 FROM collaboration_request r WHERE r.interest_id = interest.id AND r.researcher_id = (SELECT actor_researcher())))
  OR (actor_job('indexer') AND audience IN ('PUBLIC', 'MEMBERS'))
  OR actor_job('notifier', 'clock'));
