-- How an organisation's own people sign in: further e-mail domains that it proved to be its own, and its own identity
-- provider.

SET search_path = platform, public;

-- The first domain stands in organisation.email_domain: the lab has seen it when the organisation came.
CREATE TABLE email_domain (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  domain          text NOT NULL CHECK (domain = lower(domain) AND length(domain) <= 253),
  -- REMOVED only until the identity provider knows
  state           text NOT NULL CHECK (state IN ('ASKED', 'VERIFIED', 'REMOVED')),
  proof           text CHECK (proof IN ('DNS', 'MAIL')),
  -- what the record in the domain name system must hold; public by nature
  record          text NOT NULL CHECK (length(record) <= 100),
  -- of the link that was mailed to the domain's postmaster or another of its keepers
  mail_to         text CHECK (length(mail_to) <= 254),
  mail_hash       bytea UNIQUE,
  mail_until      timestamptz,
  asked_at        timestamptz NOT NULL,
  verified_at     timestamptz,
  told            boolean NOT NULL DEFAULT true,
  CHECK ((state = 'ASKED') = (verified_at IS NULL AND proof IS NULL)),
  CHECK ((mail_hash IS NULL) = (mail_until IS NULL))
);
CREATE UNIQUE INDEX email_domain_once ON email_domain (organisation_id, domain) WHERE state <> 'REMOVED';
CREATE UNIQUE INDEX email_domain_of_one ON email_domain (domain) WHERE state = 'VERIFIED';

-- One provider for an organisation. What it is reached with, its secret too, is the realm's alone.
CREATE TABLE identity_provider (
  organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  alias           text NOT NULL UNIQUE CHECK (length(alias) <= 80),
  protocol        text NOT NULL CHECK (protocol IN ('OIDC', 'SAML')),
  issuer          text NOT NULL CHECK (length(issuer) <= 500),
  client_id       text NOT NULL CHECK (length(client_id) <= 300),
  added_at        timestamptz NOT NULL,
  -- when the first of the organisation's people came through it
  proved_at       timestamptz,
  required        boolean NOT NULL DEFAULT false,
  stopped_at      timestamptz,
  stopped_by_lab  boolean NOT NULL DEFAULT false,
  told            boolean NOT NULL DEFAULT true,
  CHECK (NOT required OR proved_at IS NOT NULL),
  CHECK (stopped_at IS NOT NULL OR NOT stopped_by_lab)
);

-- Whose domain this is. SECURITY DEFINER: it decides before anybody is known.
CREATE FUNCTION organisation_has_domain(organisation uuid, asked text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation AND o.email_domain = asked)
            OR EXISTS (SELECT 1 FROM email_domain d WHERE d.organisation_id = organisation AND d.domain = asked AND d.state = 'VERIFIED') $$;

-- A domain is one organisation's, whether it stands here or there.
CREATE FUNCTION domain_of_one() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform
AS $$
BEGIN
  IF TG_TABLE_NAME = 'organisation' THEN
    IF NEW.email_domain IS NOT NULL AND EXISTS (
        SELECT 1 FROM email_domain d WHERE d.domain = NEW.email_domain AND d.state = 'VERIFIED' AND d.organisation_id <> NEW.id) THEN
      RAISE unique_violation USING MESSAGE = 'another organisation has this domain';
    END IF;
  ELSIF NEW.state = 'VERIFIED' AND EXISTS (
        SELECT 1 FROM organisation o WHERE o.email_domain = NEW.domain AND o.id <> NEW.organisation_id) THEN
    RAISE unique_violation USING MESSAGE = 'another organisation has this domain';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER domain_of_one BEFORE INSERT OR UPDATE OF email_domain ON organisation FOR EACH ROW EXECUTE FUNCTION domain_of_one();
CREATE TRIGGER domain_of_one BEFORE INSERT OR UPDATE OF state ON email_domain FOR EACH ROW EXECUTE FUNCTION domain_of_one();

-- Memberships that a sign-in does not open: those of organisations that ask for their own provider, with its alias; and
-- all, without one, when the person came through a provider that may not speak for their address.
CREATE FUNCTION held_back(who uuid, came_through text)
  RETURNS TABLE (organisation_id uuid, alias text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT m.organisation_id, i.alias
    FROM membership m
    JOIN person p ON p.id = m.person_id
    LEFT JOIN identity_provider i ON i.organisation_id = m.organisation_id AND i.required AND i.stopped_at IS NULL
              AND i.alias IS DISTINCT FROM came_through
              AND organisation_has_domain(m.organisation_id, split_part(p.email, '@', 2))
   WHERE m.person_id = who AND m.status = 'ACTIVE'
     AND (i.alias IS NOT NULL
          OR (came_through IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM identity_provider v
                 WHERE v.alias = came_through AND v.stopped_at IS NULL
                   AND organisation_has_domain(v.organisation_id, split_part(p.email, '@', 2))))) $$;

-- The provider that an invited person may come through: that of the organisation whose link they hold, and whether they must.
CREATE FUNCTION provider_for_invitation(hash bytea, now timestamptz)
  RETURNS TABLE (alias text, required boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
AS $$
  SELECT p.alias, p.required
    FROM invitation i JOIN organisation o ON o.id = i.organisation_id
    JOIN identity_provider p ON p.organisation_id = o.id AND p.stopped_at IS NULL
   WHERE i.token_hash = hash AND i.state = 'OPEN' AND i.expires_at > now AND o.status <> 'SUSPENDED'
     AND organisation_has_domain(o.id, split_part(i.email, '@', 2)) $$;

-- Who has proved the domain already; asked when somebody else proves it too.
CREATE FUNCTION owner_of_domain(asked text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = platform
  AS $$ SELECT o.id FROM organisation o WHERE o.email_domain = asked
        UNION SELECT d.organisation_id FROM email_domain d WHERE d.domain = asked AND d.state = 'VERIFIED' LIMIT 1 $$;

REVOKE ALL ON FUNCTION organisation_has_domain(uuid, text), domain_of_one(), held_back(uuid, text), provider_for_invitation(bytea, timestamptz),
  owner_of_domain(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisation_has_domain(uuid, text), held_back(uuid, text), provider_for_invitation(bytea, timestamptz),
  owner_of_domain(text) TO platform_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['email_domain', 'identity_provider'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_passes ON platform.%I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON platform.%I TO platform_app', t);
    EXECUTE format('CREATE POLICY own ON platform.%I FOR ALL TO platform_app USING (organisation_id = actor_organisation() AND actor_has(''ADMINISTRATOR'')) '
      || 'WITH CHECK (organisation_id = actor_organisation() AND actor_has(''ADMINISTRATOR''))', t);
    EXECUTE format('CREATE POLICY managers ON platform.%I FOR SELECT TO platform_app USING (actor_has(''LAB_MANAGER''))', t);
    EXECUTE format('CREATE POLICY job ON platform.%I FOR ALL TO platform_app USING (actor_job(''onboarding'')) WITH CHECK (actor_job(''onboarding''))', t);
  END LOOP;
END $$;
-- Lab managers stop a provider and let it go on; no more.
CREATE POLICY managers_stop ON identity_provider FOR UPDATE TO platform_app USING (actor_has('LAB_MANAGER')) WITH CHECK (actor_has('LAB_MANAGER'));
CREATE FUNCTION keep_provider() RETURNS trigger LANGUAGE plpgsql SET search_path = platform
AS $$
BEGIN
  IF actor_signed_in() AND NOT (actor_has('ADMINISTRATOR') AND OLD.organisation_id = actor_organisation())
     AND ROW (NEW.organisation_id, NEW.alias, NEW.protocol, NEW.issuer, NEW.client_id, NEW.added_at, NEW.proved_at, NEW.required)
         IS DISTINCT FROM ROW (OLD.organisation_id, OLD.alias, OLD.protocol, OLD.issuer, OLD.client_id, OLD.added_at, OLD.proved_at, OLD.required) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only its own administrators change an organisation''s provider';
  END IF;
  IF actor_signed_in() AND NOT actor_has('LAB_MANAGER') AND (OLD.stopped_by_lab OR NEW.stopped_by_lab)
     AND ROW (NEW.stopped_at, NEW.stopped_by_lab) IS DISTINCT FROM ROW (OLD.stopped_at, OLD.stopped_by_lab) THEN
    RAISE insufficient_privilege USING MESSAGE = 'what the lab stopped goes on when the lab says so';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION keep_provider() FROM PUBLIC;
CREATE TRIGGER keep_provider BEFORE UPDATE ON identity_provider FOR EACH ROW EXECUTE FUNCTION keep_provider();
