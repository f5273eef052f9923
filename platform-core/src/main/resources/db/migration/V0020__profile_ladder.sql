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
