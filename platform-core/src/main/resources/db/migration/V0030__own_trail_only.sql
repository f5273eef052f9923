-- What a person does is written into the trail of the organisation they act for, or into none. Only lab managers act upon
-- others; before, the policy asked who wrote and not into whose trail.

SET search_path = platform, public;

DROP POLICY writers ON audit_entry;
CREATE POLICY writers ON audit_entry FOR INSERT TO platform_app WITH CHECK (
  (actor_signed_in() AND person_id = actor_person()
     AND (organisation_id IS NULL OR organisation_id = actor_organisation() OR actor_has('LAB_MANAGER')))
  OR actor_kind() = 'job');
