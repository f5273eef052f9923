SET search_path = platform, public;

-- What a researcher who is invited becomes here once they come: the page that is theirs already, or a new one. Nothing of
-- it is shown to anybody but lab managers before.
CREATE TABLE invited_researcher (
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  email           text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
  researcher_id   uuid REFERENCES researcher ON DELETE CASCADE,
  sub_project_id  uuid REFERENCES sub_project ON DELETE SET NULL,
  role            text NOT NULL CHECK (role IN ('PRINCIPAL_INVESTIGATOR', 'RESEARCHER', 'POSTDOC', 'DOCTORAL', 'VISITING_SCHOLAR')),
  name_ko         text CHECK (length(name_ko) <= 100), name_en text CHECK (length(name_en) <= 100),
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, email),
  CHECK (name_ko IS NOT NULL OR name_en IS NOT NULL)
);
-- A page is one person's.
CREATE UNIQUE INDEX ON invited_researcher (researcher_id);
ALTER TABLE invited_researcher ENABLE ROW LEVEL SECURITY;
ALTER TABLE invited_researcher FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON invited_researcher FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON invited_researcher TO platform_app;
CREATE POLICY managers ON invited_researcher FOR ALL TO platform_app USING (actor_has('LAB_MANAGER')) WITH CHECK (actor_has('LAB_MANAGER'));
CREATE POLICY onboarding_reads ON invited_researcher FOR SELECT TO platform_app USING (actor_job('onboarding'));
CREATE POLICY onboarding_ends ON invited_researcher FOR DELETE TO platform_app USING (actor_job('onboarding'));

-- Whoever comes gets their page; one that has its person is left alone, and so is a sub-project that somebody leads.
CREATE POLICY onboarding ON researcher FOR INSERT TO platform_app WITH CHECK (actor_job('onboarding') AND person_id IS NOT NULL);
CREATE POLICY onboarding_links ON researcher FOR UPDATE TO platform_app
  USING (actor_job('onboarding') AND person_id IS NULL) WITH CHECK (actor_job('onboarding'));
CREATE POLICY onboarding_leads ON sub_project FOR UPDATE TO platform_app
  USING (actor_job('onboarding') AND principal_investigator_id IS NULL) WITH CHECK (actor_job('onboarding'));
