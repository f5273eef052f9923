-- A researcher passes a request on to a colleague, whose turn it is then.

SET search_path = platform, public;

ALTER TABLE collaboration_request DROP CONSTRAINT collaboration_request_state_check;
ALTER TABLE collaboration_request ADD CONSTRAINT collaboration_request_state_check
  CHECK (state IN ('DRAFT', 'SENT', 'QUESTION_ASKED', 'HANDED_OVER', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'));
ALTER TABLE request_history DROP CONSTRAINT request_history_command_check;
ALTER TABLE request_history ADD CONSTRAINT request_history_command_check
  CHECK (command IN ('SEND', 'ASK', 'ANSWER', 'HAND_OVER', 'ACCEPT', 'DECLINE', 'WITHDRAW', 'REMIND', 'EXPIRE'));

-- From whom to whom: as open as the step's history, never changed.
CREATE TABLE request_hand_over (
  history_id         uuid PRIMARY KEY REFERENCES request_history ON DELETE CASCADE,
  request_id         uuid NOT NULL REFERENCES collaboration_request ON DELETE CASCADE,
  from_researcher_id uuid NOT NULL REFERENCES researcher,
  to_researcher_id   uuid NOT NULL REFERENCES researcher,
  reason             text NOT NULL CHECK (reason IN ('BETTER_FIT', 'NO_CAPACITY', 'AWAY')),
  CHECK (from_researcher_id <> to_researcher_id)
);
CREATE INDEX ON request_hand_over (request_id);
CREATE INDEX ON request_hand_over (from_researcher_id);
CREATE INDEX ON request_hand_over (to_researcher_id);

ALTER TABLE request_hand_over ENABLE ROW LEVEL SECURITY;
ALTER TABLE request_hand_over FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON request_hand_over FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON request_hand_over TO platform_app;

-- Did I pass this request on, and to this researcher if one is given? SECURITY DEFINER, or its policy and the request's
-- would ask each other in a circle.
CREATE FUNCTION actor_passed_on(request uuid, receiver uuid DEFAULT NULL) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT EXISTS (SELECT 1 FROM request_hand_over h WHERE h.request_id = request AND h.from_researcher_id = (SELECT actor_researcher())
                          AND (receiver IS NULL OR h.to_researcher_id = receiver)) $$;
REVOKE ALL ON FUNCTION actor_passed_on(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION actor_passed_on(uuid, uuid) TO platform_app;

CREATE POLICY readers ON request_hand_over FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM collaboration_request r WHERE r.id = request_id));
CREATE POLICY addressee ON request_hand_over FOR INSERT TO platform_app WITH CHECK (
  from_researcher_id = (SELECT actor_researcher()) AND actor_is_party(request_id));

-- Whoever passed a request on still sees what becomes of it, and nothing confidential.
DROP POLICY readers ON collaboration_request;
CREATE POLICY readers ON collaboration_request FOR SELECT TO platform_app USING (
     (organisation_id = actor_organisation() AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
  OR (state <> 'DRAFT' AND researcher_id = (SELECT actor_researcher()))
  OR (state <> 'DRAFT' AND actor_has('LAB_MANAGER'))
  OR actor_job('notifier', 'clock')
  OR actor_passed_on(id));
DROP POLICY sender_moves ON collaboration_request;
CREATE POLICY sender_moves ON collaboration_request FOR UPDATE TO platform_app
  USING (organisation_id = actor_organisation() AND state IN ('DRAFT', 'SENT', 'QUESTION_ASKED', 'HANDED_OVER') AND (actor_has('MEMBER') OR actor_has('ADMINISTRATOR')))
  WITH CHECK (organisation_id = actor_organisation() AND state IN ('DRAFT', 'SENT', 'WITHDRAWN'));
DROP POLICY addressee_moves ON collaboration_request;
CREATE POLICY addressee_moves ON collaboration_request FOR UPDATE TO platform_app
  USING (state IN ('SENT', 'QUESTION_ASKED', 'HANDED_OVER') AND researcher_id = (SELECT actor_researcher()))
  WITH CHECK ((researcher_id = (SELECT actor_researcher()) AND state IN ('QUESTION_ASKED', 'ACCEPTED', 'DECLINED'))
    -- The hand-over is written first; it names the receiver.
    OR (state = 'HANDED_OVER' AND actor_passed_on(id, researcher_id)));
DROP POLICY clock ON collaboration_request;
CREATE POLICY clock ON collaboration_request FOR UPDATE TO platform_app
  USING (actor_job('clock') AND state IN ('SENT', 'QUESTION_ASKED', 'HANDED_OVER'))
  WITH CHECK (actor_job('clock') AND state IN ('SENT', 'HANDED_OVER', 'EXPIRED'));

-- A hand-over to somebody who fits better is an answer too: it speaks against the one and for the other.
CREATE OR REPLACE FUNCTION match_answers(asked uuid[])
  RETURNS TABLE (researcher_id uuid, organisation_id uuid, answer text, told boolean, concept_ids uuid[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT a.researcher_id, i.organisation_id, a.answer, a.told,
         (SELECT array_agg(t.concept_id) FROM interest_topic t WHERE t.interest_id = i.id AND t.audience IN ('PUBLIC', 'MEMBERS'))
    FROM (SELECT q.interest_id, q.researcher_id, CASE q.state WHEN 'ACCEPTED' THEN 'ACCEPTED' ELSE q.decline_reason END AS answer, true AS told
            FROM collaboration_request q
           WHERE q.researcher_id = ANY (asked) AND (q.state = 'ACCEPTED' OR q.decline_reason IN ('OUT_OF_FIELD', 'NOT_READY'))
          UNION ALL
          SELECT q.interest_id, h.from_researcher_id, 'PASSED_ON', true
            FROM request_hand_over h JOIN collaboration_request q ON q.id = h.request_id
           WHERE h.from_researcher_id = ANY (asked) AND h.reason = 'BETTER_FIT'
          UNION ALL
          SELECT q.interest_id, h.to_researcher_id, 'RECOMMENDED', true
            FROM request_hand_over h JOIN collaboration_request q ON q.id = h.request_id
           WHERE h.to_researcher_id = ANY (asked) AND h.reason = 'BETTER_FIT'
          UNION ALL
          SELECT s.interest_id, s.researcher_id, s.reason, false
            FROM match_set_aside s
           WHERE s.researcher_id = ANY (asked) AND s.reason IN ('WRONG_FIELD', 'TOO_THEORETICAL', 'TOO_APPLIED')) a
    JOIN interest i ON i.id = a.interest_id
   WHERE actor_signed_in() AND i.audience IN ('PUBLIC', 'MEMBERS') $$;
