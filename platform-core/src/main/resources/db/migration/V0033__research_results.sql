-- What a researcher shows first of their results, and works that ORCID or OpenAlex name as theirs and that wait for their word.

SET search_path = platform, public;

-- A pin outlives an edit of its result, which writes the authors anew; whoever is no author any more is not shown by it.
CREATE TABLE result_pin (
  researcher_id uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  result_id     uuid NOT NULL REFERENCES research_result ON DELETE CASCADE,
  position      smallint NOT NULL CHECK (position BETWEEN 0 AND 4),
  PRIMARY KEY (researcher_id, result_id),
  UNIQUE (researcher_id, position)
);
CREATE INDEX ON result_pin (result_id);
ALTER TABLE result_pin ENABLE ROW LEVEL SECURITY;
ALTER TABLE result_pin FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON result_pin FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON result_pin TO platform_app;
CREATE POLICY readers ON result_pin FOR SELECT TO platform_app USING (actor_kind() <> 'nobody');
CREATE POLICY own_pins ON result_pin FOR INSERT TO platform_app WITH CHECK (
  researcher_id = (SELECT actor_researcher())
  AND EXISTS (SELECT 1 FROM result_author a WHERE a.result_id = result_pin.result_id AND a.researcher_id = result_pin.researcher_id));
CREATE POLICY drop_pins ON result_pin FOR DELETE TO platform_app USING (researcher_id = (SELECT actor_researcher()));

-- Nobody but the researcher reads these: that a directory names a work as theirs does not make it theirs.
CREATE TABLE result_suggestion (
  id            uuid PRIMARY KEY,
  researcher_id uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  source        text NOT NULL CHECK (source IN ('ORCID', 'OPENALEX')),
  -- ORCID's put-code, or OpenAlex's id such as W2741809807
  source_id     text NOT NULL CHECK (length(source_id) BETWEEN 1 AND 100),
  title_ko      text CHECK (length(title_ko) <= 400), title_en text CHECK (length(title_en) <= 400),
  venue         text CHECK (length(venue) <= 200),
  year          smallint CHECK (year BETWEEN 1950 AND 2200),
  doi           text CHECK (doi ~ '^10\.\d{4,9}/\S+$' AND length(doi) <= 200),
  url           text CHECK (length(url) <= 300),
  summary_ko    text CHECK (length(summary_ko) <= 2000), summary_en text CHECK (length(summary_en) <= 2000),
  state         text NOT NULL CHECK (state IN ('SUGGESTED', 'TAKEN', 'DISMISSED')),
  -- what it became, while that is there
  result_id     uuid REFERENCES research_result ON DELETE SET NULL,
  found_at      timestamptz NOT NULL,
  settled_at    timestamptz,
  UNIQUE (researcher_id, source, source_id),
  CHECK ((state = 'SUGGESTED') = (settled_at IS NULL)),
  CHECK (result_id IS NULL OR state = 'TAKEN')
);
CREATE INDEX ON result_suggestion (result_id);
ALTER TABLE result_suggestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE result_suggestion FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON result_suggestion FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON result_suggestion TO platform_app;
CREATE POLICY own ON result_suggestion FOR ALL TO platform_app
  USING (researcher_id = (SELECT actor_researcher())) WITH CHECK (researcher_id = (SELECT actor_researcher()));

-- Both are the person's own data and leave with them. What earlier migrations give and take is kept as it stands.
ALTER FUNCTION own_data(uuid) RENAME TO own_data_before_suggestions;
CREATE FUNCTION own_data(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT CASE WHEN actor_job('privacy') THEN own_data_before_suggestions(who) || jsonb_build_object(
    'pins', (SELECT jsonb_agg(jsonb_build_object('title', coalesce(x.title_ko, x.title), 'position', n.position + 1) ORDER BY n.position)
        FROM result_pin n JOIN research_result x ON x.id = n.result_id JOIN researcher r ON r.id = n.researcher_id WHERE r.person_id = who),
    'suggestions', (SELECT jsonb_agg(jsonb_build_object('title', concat_ws(' · ', s.title_ko, s.title_en), 'year', s.year, 'doi', s.doi,
        'source', s.source, 'source_id', s.source_id, 'state', s.state, 'found_at', s.found_at, 'settled_at', s.settled_at) ORDER BY s.found_at, s.id)
        FROM result_suggestion s JOIN researcher r ON r.id = s.researcher_id WHERE r.person_id = who)
  ) END $$;

ALTER FUNCTION erase_person(uuid, timestamptz) RENAME TO erase_person_before_suggestions;
CREATE FUNCTION erase_person(who uuid, moment timestamptz) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_job('privacy') THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody erases others';
  END IF;
  DELETE FROM result_pin WHERE researcher_id IN (SELECT id FROM researcher WHERE person_id = who);
  DELETE FROM result_suggestion WHERE researcher_id IN (SELECT id FROM researcher WHERE person_id = who);
  RETURN erase_person_before_suggestions(who, moment);
END $$;
REVOKE ALL ON FUNCTION own_data(uuid), own_data_before_suggestions(uuid), erase_person(uuid, timestamptz),
  erase_person_before_suggestions(uuid, timestamptz) FROM PUBLIC, platform_app;
GRANT EXECUTE ON FUNCTION own_data(uuid), erase_person(uuid, timestamptz) TO platform_app;
