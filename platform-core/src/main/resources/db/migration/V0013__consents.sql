-- What people have agreed to, in which version of the words, and what they took back. Only ever added to.

SET search_path = platform, public;

CREATE TABLE consent_record (
  id           uuid PRIMARY KEY,
  -- the order of decisions made in the same moment
  sequence     bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  person_id    uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  purpose      text NOT NULL CHECK (purpose IN ('USE', 'NEWS')),
  text_version text NOT NULL CHECK (length(text_version) <= 20),
  given        boolean NOT NULL,
  at           timestamptz NOT NULL
);
CREATE INDEX ON consent_record (person_id, sequence);
ALTER TABLE consent_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent_record FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON consent_record FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
-- deleted only with the person
GRANT SELECT, INSERT, DELETE ON consent_record TO platform_app;
CREATE POLICY privacy ON consent_record FOR ALL TO platform_app USING (actor_job('privacy')) WITH CHECK (actor_job('privacy'));
