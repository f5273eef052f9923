-- What researchers want of partners, whom they are never to be matched with, and what either side said of a match.

SET search_path = platform, public;

CREATE TABLE researcher_wishes (
  researcher_id uuid PRIMARY KEY REFERENCES researcher ON DELETE CASCADE,
  -- empty: any
  partner_kinds text[] NOT NULL DEFAULT '{}' CHECK (partner_kinds <@ ARRAY ['COMPANY', 'VENTURE_CAPITAL', 'INSTITUTE']),
  modes         text[] NOT NULL DEFAULT '{}'
    CHECK (modes <@ ARRAY ['JOINT_RESEARCH', 'DATA', 'PROOF_OF_CONCEPT', 'TECHNOLOGY_TRANSFER', 'INTERNSHIP', 'ADVICE']),
  languages     text[] NOT NULL DEFAULT '{}' CHECK (languages <@ ARRAY ['ko', 'en']),
  data_ko       text CHECK (length(data_ko) <= 600), data_en text CHECK (length(data_en) <= 600),
  -- new engagements a month; 0 for none now, NULL for unsaid
  capacity      smallint CHECK (capacity BETWEEN 0 AND 20),
  updated_at    timestamptz NOT NULL,
  version       integer NOT NULL DEFAULT 0
);
CREATE TABLE researcher_wish_field (
  researcher_id uuid NOT NULL REFERENCES researcher_wishes ON DELETE CASCADE,
  concept_id    uuid NOT NULL REFERENCES concept,
  position      integer NOT NULL,
  PRIMARY KEY (researcher_id, concept_id)
);
CREATE INDEX ON researcher_wish_field (concept_id);

-- The organisation never learns of it, nor of the note.
CREATE TABLE match_conflict (
  researcher_id   uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  note            text NOT NULL DEFAULT '' CHECK (length(note) <= 400),
  declared_at     timestamptz NOT NULL,
  PRIMARY KEY (researcher_id, organisation_id)
);
CREATE INDEX ON match_conflict (organisation_id);

-- 'Not relevant', said by one side of a match; the other side does not see it.
CREATE TABLE match_set_aside (
  interest_id   uuid NOT NULL REFERENCES interest ON DELETE CASCADE,
  researcher_id uuid REFERENCES researcher ON DELETE CASCADE,
  area_id       uuid REFERENCES research_area ON DELETE CASCADE,
  side          text NOT NULL CHECK (side IN ('COMPANY', 'RESEARCHER')),
  reason        text NOT NULL CHECK (reason IN ('WRONG_FIELD', 'TOO_THEORETICAL', 'TOO_APPLIED', 'ALREADY_TOGETHER', 'OTHER')),
  created_by    uuid NOT NULL REFERENCES person,
  created_at    timestamptz NOT NULL,
  CHECK (num_nonnulls(researcher_id, area_id) = 1),
  CHECK (side = 'COMPANY' OR researcher_id IS NOT NULL),
  UNIQUE NULLS NOT DISTINCT (interest_id, researcher_id, area_id, side)
);
CREATE INDEX ON match_set_aside (researcher_id);
CREATE INDEX ON match_set_aside (area_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['researcher_wishes', 'researcher_wish_field', 'match_conflict', 'match_set_aside'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_passes ON platform.%I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON platform.%I TO platform_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY ['researcher_wishes', 'researcher_wish_field'] LOOP
    EXECUTE format('CREATE POLICY readers ON platform.%I FOR SELECT TO platform_app USING (actor_signed_in() OR actor_job(''indexer''))', t);
    EXECUTE format('CREATE POLICY own ON platform.%I FOR ALL TO platform_app
      USING (researcher_id = (SELECT actor_researcher())) WITH CHECK (researcher_id = (SELECT actor_researcher()))', t);
  END LOOP;
END $$;
CREATE POLICY own ON match_conflict FOR ALL TO platform_app
  USING (researcher_id = (SELECT actor_researcher())) WITH CHECK (researcher_id = (SELECT actor_researcher()));
CREATE POLICY managers ON match_conflict FOR SELECT TO platform_app USING (actor_has('LAB_MANAGER'));
CREATE POLICY own_interests ON match_set_aside FOR ALL TO platform_app
  USING (side = 'COMPANY' AND actor_owns_interest(interest_id))
  WITH CHECK (side = 'COMPANY' AND actor_owns_interest(interest_id) AND created_by = actor_person());
CREATE POLICY own_matches ON match_set_aside FOR ALL TO platform_app
  USING (side = 'RESEARCHER' AND researcher_id = (SELECT actor_researcher()))
  WITH CHECK (side = 'RESEARCHER' AND researcher_id = (SELECT actor_researcher()) AND created_by = actor_person()
    AND EXISTS (SELECT 1 FROM interest i WHERE i.id = interest_id));

-- Whom of these a company's ranking leaves out as if they had not fitted. Told to the ranking alone, never shown.
CREATE FUNCTION conflicting_researchers(asked uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT c.researcher_id FROM match_conflict c
         WHERE c.organisation_id = actor_organisation() AND c.researcher_id = ANY (asked) AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')) $$;

-- What was said of researchers by both sides, as the ranking learns from it: with the topics that every signed-in person
-- may have read on the interest, without its words, its id or who said it. Nobody is shown a row; 'told' says whether
-- both sides know of it.
CREATE FUNCTION match_answers(asked uuid[])
  RETURNS TABLE (researcher_id uuid, organisation_id uuid, answer text, told boolean, concept_ids uuid[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT a.researcher_id, i.organisation_id, a.answer, a.told,
         (SELECT array_agg(t.concept_id) FROM interest_topic t WHERE t.interest_id = i.id AND t.audience IN ('PUBLIC', 'MEMBERS'))
    FROM (SELECT q.interest_id, q.researcher_id, CASE q.state WHEN 'ACCEPTED' THEN 'ACCEPTED' ELSE q.decline_reason END AS answer, true AS told
            FROM collaboration_request q
           WHERE q.researcher_id = ANY (asked) AND (q.state = 'ACCEPTED' OR q.decline_reason IN ('OUT_OF_FIELD', 'NOT_READY'))
          UNION ALL
          SELECT s.interest_id, s.researcher_id, s.reason, false
            FROM match_set_aside s
           WHERE s.researcher_id = ANY (asked) AND s.reason IN ('WRONG_FIELD', 'TOO_THEORETICAL', 'TOO_APPLIED')) a
    JOIN interest i ON i.id = a.interest_id
   WHERE actor_signed_in() AND i.audience IN ('PUBLIC', 'MEMBERS') $$;

-- How many requests each of these has accepted since. Shown as 'room' or 'no room', never as a number.
CREATE FUNCTION accepted_since(asked uuid[], since timestamptz) RETURNS TABLE (researcher_id uuid, requests integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT q.researcher_id, count(*)::integer FROM collaboration_request q
   WHERE actor_signed_in() AND q.researcher_id = ANY (asked) AND q.state = 'ACCEPTED' AND q.decided_at >= since
   GROUP BY q.researcher_id $$;

REVOKE ALL ON FUNCTION conflicting_researchers(uuid[]), match_answers(uuid[]), accepted_since(uuid[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conflicting_researchers(uuid[]), match_answers(uuid[]), accepted_since(uuid[], timestamptz) TO platform_app;

-- A wanted field is a use of its concept.
ALTER FUNCTION concept_in_use(uuid) RENAME TO concept_in_use_before_wishes;
CREATE FUNCTION concept_in_use(concept uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT concept_in_use_before_wishes(concept)
            OR (actor_has('LAB_MANAGER') AND EXISTS (SELECT 1 FROM researcher_wish_field f WHERE f.concept_id = concept)) $$;
ALTER FUNCTION merge_concept(uuid, uuid) RENAME TO merge_concept_before_wishes;
CREATE FUNCTION merge_concept(merged uuid, kept uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_has('LAB_MANAGER') THEN
    RAISE insufficient_privilege USING MESSAGE = 'only lab managers merge concepts';
  END IF;
  INSERT INTO researcher_wish_field (researcher_id, concept_id, position)
    SELECT researcher_id, kept, position FROM researcher_wish_field WHERE concept_id = merged ON CONFLICT DO NOTHING;
  DELETE FROM researcher_wish_field WHERE concept_id = merged;
  PERFORM merge_concept_before_wishes(merged, kept);
END $$;
REVOKE ALL ON FUNCTION concept_in_use(uuid), concept_in_use_before_wishes(uuid), merge_concept(uuid, uuid),
  merge_concept_before_wishes(uuid, uuid) FROM PUBLIC, platform_app;
GRANT EXECUTE ON FUNCTION concept_in_use(uuid), merge_concept(uuid, uuid) TO platform_app;

-- All of it is the researcher's own data and leaves with them; what a member set aside is the organisation's, and only who
-- did it becomes nobody with the person.
ALTER FUNCTION own_data(uuid) RENAME TO own_data_before_wishes;
CREATE FUNCTION own_data(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT CASE WHEN actor_job('privacy') THEN own_data_before_wishes(who) || jsonb_build_object(
    'wishes', (SELECT jsonb_agg(jsonb_build_object('partner_kinds', array_to_string(w.partner_kinds, ', '), 'modes', array_to_string(w.modes, ', '),
        'languages', array_to_string(w.languages, ', '), 'data_ko', w.data_ko, 'data_en', w.data_en, 'capacity', w.capacity, 'updated_at', w.updated_at,
        'fields', (SELECT string_agg(concat_ws(' · ', c.label_ko, c.label_en), ', ' ORDER BY f.position)
                     FROM researcher_wish_field f JOIN concept c ON c.id = f.concept_id WHERE f.researcher_id = w.researcher_id)))
        FROM researcher_wishes w JOIN researcher r ON r.id = w.researcher_id WHERE r.person_id = who),
    'conflicts', (SELECT jsonb_agg(jsonb_build_object('organisation', concat_ws(' · ', o.name_ko, o.name_en), 'note', x.note, 'declared_at', x.declared_at) ORDER BY x.declared_at)
        FROM match_conflict x JOIN organisation o ON o.id = x.organisation_id JOIN researcher r ON r.id = x.researcher_id WHERE r.person_id = who),
    'set_aside', (SELECT jsonb_agg(jsonb_build_object('reason', s.reason, 'created_at', s.created_at) ORDER BY s.created_at)
        FROM match_set_aside s WHERE s.created_by = who)
  ) END $$;

ALTER FUNCTION erase_person(uuid, timestamptz) RENAME TO erase_person_before_wishes;
CREATE FUNCTION erase_person(who uuid, moment timestamptz) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_job('privacy') THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody erases others';
  END IF;
  DELETE FROM researcher_wishes WHERE researcher_id IN (SELECT id FROM researcher WHERE person_id = who);
  DELETE FROM match_conflict WHERE researcher_id IN (SELECT id FROM researcher WHERE person_id = who);
  DELETE FROM match_set_aside WHERE researcher_id IN (SELECT id FROM researcher WHERE person_id = who);
  RETURN erase_person_before_wishes(who, moment);
END $$;
REVOKE ALL ON FUNCTION own_data(uuid), own_data_before_wishes(uuid), erase_person(uuid, timestamptz),
  erase_person_before_wishes(uuid, timestamptz) FROM PUBLIC, platform_app;
GRANT EXECUTE ON FUNCTION own_data(uuid), erase_person(uuid, timestamptz) TO platform_app;
