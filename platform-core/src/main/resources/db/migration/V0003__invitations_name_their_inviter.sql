-- Whoever holds the link is told who invites: a name they can ask, before they give an account.
DROP FUNCTION find_invitation(bytea, timestamptz);
CREATE FUNCTION find_invitation(hash bytea, now timestamptz)
  RETURNS TABLE (id uuid, organisation_id uuid, organisation_name_ko text, organisation_name_en text, email text, roles text[], language text, expires_at timestamptz, keycloak_id text, inviter_name_ko text, inviter_name_en text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT i.id, i.organisation_id, o.name_ko, o.name_en, i.email, i.roles, i.language, i.expires_at, o.keycloak_id, p.name_ko, p.name_en
    FROM invitation i JOIN organisation o ON o.id = i.organisation_id JOIN person p ON p.id = i.invited_by
   WHERE i.token_hash = hash AND i.state = 'OPEN' AND i.expires_at > now AND o.status <> 'SUSPENDED' $$;
REVOKE ALL ON FUNCTION find_invitation(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_invitation(bytea, timestamptz) TO platform_app;
