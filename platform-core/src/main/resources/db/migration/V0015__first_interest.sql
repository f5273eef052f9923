-- What an applicant wrote as the first interest waits as a draft for the first person of the organisation.

SET search_path = platform, public;

CREATE FUNCTION first_need(organisation uuid, invited text)
  RETURNS TABLE (need text, language text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT a.need, a.language FROM partner_application a
   WHERE actor_job('onboarding') AND a.organisation_id = first_need.organisation AND a.contact_email = invited AND a.state = 'APPROVED'
     AND NOT EXISTS (SELECT 1 FROM interest i WHERE i.organisation_id = first_need.organisation)
   ORDER BY a.decided_at DESC LIMIT 1 $$;
REVOKE ALL ON FUNCTION first_need(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION first_need(uuid, text) TO platform_app;

CREATE POLICY first_draft ON interest FOR INSERT TO platform_app WITH CHECK (actor_job('onboarding') AND state = 'DRAFT');
