-- When researchers are away, who stands in for them, and how soon they answer. What nobody answers goes to whoever stands
-- in before it expires.

SET search_path = platform, public;

CREATE TABLE researcher_stand_in (
  researcher_id uuid PRIMARY KEY REFERENCES researcher ON DELETE CASCADE,
  stand_in_id   uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  named_at      timestamptz NOT NULL,
  CHECK (stand_in_id <> researcher_id)
);
CREATE INDEX ON researcher_stand_in (stand_in_id);
CREATE TABLE researcher_absence (
  researcher_id uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  first_day     date NOT NULL,
  last_day      date NOT NULL CHECK (last_day >= first_day),
  PRIMARY KEY (researcher_id, first_day)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['researcher_stand_in', 'researcher_absence'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_passes ON platform.%I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON platform.%I TO platform_app', t);
    EXECUTE format('CREATE POLICY readers ON platform.%I FOR SELECT TO platform_app USING (actor_signed_in())', t);
    EXECUTE format('CREATE POLICY own ON platform.%I FOR ALL TO platform_app
      USING (researcher_id = (SELECT actor_researcher())) WITH CHECK (researcher_id = (SELECT actor_researcher()))', t);
  END LOOP;
END $$;

ALTER TABLE request_history DROP CONSTRAINT request_history_command_check;
ALTER TABLE request_history ADD CONSTRAINT request_history_command_check
  CHECK (command IN ('SEND', 'ASK', 'ANSWER', 'HAND_OVER', 'PASS_ON', 'ACCEPT', 'DECLINE', 'WITHDRAW', 'REMIND', 'EXPIRE'));
ALTER TABLE request_hand_over DROP CONSTRAINT request_hand_over_reason_check;
ALTER TABLE request_hand_over ADD CONSTRAINT request_hand_over_reason_check
  CHECK (reason IN ('BETTER_FIT', 'NO_CAPACITY', 'AWAY', 'NO_ANSWER'));
CREATE POLICY clock ON request_hand_over FOR INSERT TO platform_app WITH CHECK (actor_job('clock') AND reason = 'NO_ANSWER');

-- To whom an unanswered request goes: to whoever its addressee named, else to the investigator of the addressee's
-- sub-project; to nobody who could not answer, is away, had it before, or is never to be matched with the company.
-- The clock alone asks: the answer would tell of conflicts.
CREATE FUNCTION stand_in(request uuid, today date) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT c.id
    FROM collaboration_request q
    JOIN researcher a ON a.id = q.researcher_id
    CROSS JOIN LATERAL (
      SELECT s.stand_in_id AS id, 1 AS place FROM researcher_stand_in s WHERE s.researcher_id = a.id
      UNION ALL
      SELECT p.principal_investigator_id, 2 FROM sub_project p WHERE p.id = a.sub_project_id) c
    JOIN researcher r ON r.id = c.id
   WHERE actor_job('clock') AND q.id = request AND c.id <> a.id
     AND r.retired_at IS NULL AND r.person_id IS NOT NULL AND r.person_id <> q.created_by AND r.accepting
     AND (SELECT count(*) FROM request_hand_over h WHERE h.request_id = q.id) < 3
     AND NOT EXISTS (SELECT 1 FROM request_hand_over h WHERE h.request_id = q.id AND r.id IN (h.from_researcher_id, h.to_researcher_id))
     AND NOT EXISTS (SELECT 1 FROM researcher_absence w WHERE w.researcher_id = r.id AND today BETWEEN w.first_day AND w.last_day)
     AND NOT EXISTS (SELECT 1 FROM match_conflict m WHERE m.researcher_id = r.id AND m.organisation_id = q.organisation_id)
   ORDER BY c.place
   LIMIT 1 $$;

-- How soon a researcher's turns ended, in seconds, the latest hundred; and the lab's, the latest five hundred. A turn that
-- ended without an answer counts with its whole length, or the slow would look quick.
CREATE INDEX ON request_history (at DESC) WHERE command IN ('ASK', 'ACCEPT', 'DECLINE', 'HAND_OVER', 'PASS_ON', 'EXPIRE');
CREATE FUNCTION turns_taken(researcher uuid, since timestamptz, sooner double precision, later double precision)
  RETURNS TABLE (own boolean, turns integer, soon double precision, late double precision)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  WITH ended AS (
    (SELECT true AS own, h.request_id, h.sequence, h.at
       FROM collaboration_request q JOIN request_history h ON h.request_id = q.id
       LEFT JOIN request_hand_over p ON p.history_id = h.id
      WHERE (q.researcher_id = researcher OR EXISTS (
              SELECT 1 FROM request_hand_over o WHERE o.request_id = q.id AND o.from_researcher_id = researcher))
        AND h.at >= since
        AND CASE h.command
              WHEN 'HAND_OVER' THEN p.from_researcher_id = researcher
              WHEN 'PASS_ON' THEN p.from_researcher_id = researcher
              WHEN 'EXPIRE' THEN q.researcher_id = researcher AND h.from_state IN ('SENT', 'HANDED_OVER')
              WHEN 'ASK' THEN h.person_id = (SELECT r.person_id FROM researcher r WHERE r.id = researcher)
              WHEN 'ACCEPT' THEN q.researcher_id = researcher AND h.from_state IN ('SENT', 'HANDED_OVER')
              WHEN 'DECLINE' THEN q.researcher_id = researcher AND h.from_state IN ('SENT', 'HANDED_OVER')
              ELSE false END
      ORDER BY h.at DESC LIMIT 100)
    UNION ALL
    (SELECT false, h.request_id, h.sequence, h.at
       FROM request_history h
      WHERE h.command IN ('ASK', 'ACCEPT', 'DECLINE', 'HAND_OVER', 'PASS_ON', 'EXPIRE') AND h.from_state IN ('SENT', 'HANDED_OVER')
        AND h.at >= since
      ORDER BY h.at DESC LIMIT 500)),
  lengths AS (
    SELECT e.own, extract(epoch FROM e.at - b.at)::double precision AS seconds
      FROM ended e
      CROSS JOIN LATERAL (
        SELECT max(p.at) AS at FROM request_history p
         WHERE p.request_id = e.request_id AND p.sequence < e.sequence AND p.command IN ('SEND', 'ANSWER', 'HAND_OVER', 'PASS_ON')) b
     WHERE b.at IS NOT NULL)
  SELECT l.own, count(*)::integer, percentile_cont(sooner) WITHIN GROUP (ORDER BY l.seconds),
         percentile_cont(later) WITHIN GROUP (ORDER BY l.seconds)
    FROM lengths l WHERE actor_signed_in() GROUP BY l.own $$;

REVOKE ALL ON FUNCTION stand_in(uuid, date), turns_taken(uuid, timestamptz, double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stand_in(uuid, date), turns_taken(uuid, timestamptz, double precision, double precision) TO platform_app;

-- Both are the researcher's own and leave with them; having been named by somebody else, too.
ALTER FUNCTION own_data(uuid) RENAME TO own_data_before_availability;
CREATE FUNCTION own_data(who uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT CASE WHEN actor_job('privacy') THEN own_data_before_availability(who) || jsonb_build_object(
    'stand_in', (SELECT jsonb_agg(jsonb_build_object('name_ko', s.name_ko, 'name_en', s.name_en, 'named_at', i.named_at))
       FROM researcher r JOIN researcher_stand_in i ON i.researcher_id = r.id JOIN researcher s ON s.id = i.stand_in_id WHERE r.person_id = who),
    'absences', (SELECT jsonb_agg(jsonb_build_object('first_day', a.first_day, 'last_day', a.last_day) ORDER BY a.first_day)
       FROM researcher r JOIN researcher_absence a ON a.researcher_id = r.id WHERE r.person_id = who)) END $$;
ALTER FUNCTION erase_person(uuid, timestamptz) RENAME TO erase_person_before_availability;
CREATE FUNCTION erase_person(who uuid, moment timestamptz) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF NOT actor_job('privacy') THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody erases others';
  END IF;
  DELETE FROM researcher_stand_in s USING researcher r WHERE r.person_id = who AND r.id IN (s.researcher_id, s.stand_in_id);
  DELETE FROM researcher_absence a USING researcher r WHERE r.person_id = who AND r.id = a.researcher_id;
  RETURN erase_person_before_availability(who, moment);
END $$;
REVOKE ALL ON FUNCTION own_data(uuid), own_data_before_availability(uuid), erase_person(uuid, timestamptz),
  erase_person_before_availability(uuid, timestamptz) FROM PUBLIC, platform_app;
GRANT EXECUTE ON FUNCTION own_data(uuid), erase_person(uuid, timestamptz) TO platform_app;
