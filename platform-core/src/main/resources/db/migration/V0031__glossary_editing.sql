-- The lab edits its glossary in the app.

SET search_path = platform, public;

ALTER TABLE concept ADD COLUMN version integer NOT NULL DEFAULT 0;

-- What is narrower than a concept, and where it is used.
CREATE INDEX ON concept_broader (broader_id);
CREATE INDEX ON sub_project_application (concept_id);
CREATE INDEX ON research_area_topic (concept_id);
CREATE INDEX ON researcher_topic (concept_id);
CREATE INDEX ON result_topic (concept_id);
CREATE INDEX ON interest_topic (concept_id);

-- Does anything stand on the concept? Drafts and hidden topics count, too, so the policies of the asker cannot tell.
CREATE FUNCTION concept_in_use(concept uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT actor_has('LAB_MANAGER') AND (
       EXISTS (SELECT 1 FROM concept_broader b WHERE b.broader_id = concept)
    OR EXISTS (SELECT 1 FROM sub_project_application t WHERE t.concept_id = concept)
    OR EXISTS (SELECT 1 FROM research_area_topic t WHERE t.concept_id = concept)
    OR EXISTS (SELECT 1 FROM researcher_topic t WHERE t.concept_id = concept)
    OR EXISTS (SELECT 1 FROM result_topic t WHERE t.concept_id = concept)
    OR EXISTS (SELECT 1 FROM interest_topic t WHERE t.concept_id = concept)) $$;

-- Moves every use of one concept to another and takes the first away. Companies' interests are not the manager's to write,
-- so this passes the policies for exactly this change; who is on a rung of an interest's topic stays as it was.
CREATE FUNCTION merge_concept(merged uuid, kept uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_has('LAB_MANAGER') THEN
    RAISE insufficient_privilege USING MESSAGE = 'only lab managers merge concepts';
  END IF;
  INSERT INTO sub_project_application (sub_project_id, concept_id)
    SELECT sub_project_id, kept FROM sub_project_application WHERE concept_id = merged ON CONFLICT DO NOTHING;
  DELETE FROM sub_project_application WHERE concept_id = merged;
  INSERT INTO research_area_topic (area_id, concept_id)
    SELECT area_id, kept FROM research_area_topic WHERE concept_id = merged ON CONFLICT DO NOTHING;
  DELETE FROM research_area_topic WHERE concept_id = merged;
  INSERT INTO researcher_topic (researcher_id, concept_id, position)
    SELECT researcher_id, kept, position FROM researcher_topic WHERE concept_id = merged ON CONFLICT DO NOTHING;
  DELETE FROM researcher_topic WHERE concept_id = merged;
  INSERT INTO result_topic (result_id, concept_id)
    SELECT result_id, kept FROM result_topic WHERE concept_id = merged ON CONFLICT DO NOTHING;
  DELETE FROM result_topic WHERE concept_id = merged;
  INSERT INTO interest_topic (interest_id, concept_id, position, audience)
    SELECT interest_id, kept, position, audience FROM interest_topic WHERE concept_id = merged ON CONFLICT DO NOTHING;
  DELETE FROM interest_topic WHERE concept_id = merged;
  INSERT INTO concept_broader (concept_id, broader_id)
    SELECT concept_id, kept FROM concept_broader WHERE broader_id = merged AND concept_id <> kept ON CONFLICT DO NOTHING;
  DELETE FROM concept WHERE id = merged;
END $$;

REVOKE ALL ON FUNCTION concept_in_use(uuid), merge_concept(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION concept_in_use(uuid), merge_concept(uuid, uuid) TO platform_app;

-- Words of interests that no concept covers and that none shall.
CREATE TABLE ignored_word (
  language   text NOT NULL CHECK (language IN ('ko', 'en')),
  word       text NOT NULL CHECK (length(word) <= 120),
  ignored_at timestamptz NOT NULL,
  PRIMARY KEY (language, word)
);
ALTER TABLE ignored_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE ignored_word FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON ignored_word FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON ignored_word TO platform_app;
CREATE POLICY managers ON ignored_word FOR ALL TO platform_app USING (actor_has('LAB_MANAGER')) WITH CHECK (actor_has('LAB_MANAGER'));
