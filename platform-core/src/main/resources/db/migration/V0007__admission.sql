-- Becoming a partner: applications from the public page, confirmed by mail and answered by the lab's managers.

SET search_path = platform, public;

-- Who a company is in its country's register, or in an international one. One organisation for a number.
ALTER TABLE organisation
  ADD COLUMN registration_kind   text CHECK (registration_kind IN ('KR_BUSINESS', 'NATIONAL', 'ROR', 'LEI')),
  ADD COLUMN registration_number text CHECK (registration_number = upper(registration_number) AND length(registration_number) BETWEEN 3 AND 40),
  ADD CHECK ((registration_kind IS NULL) = (registration_number IS NULL));
CREATE UNIQUE INDEX organisation_one_number ON organisation
  (registration_kind, (CASE WHEN registration_kind = 'NATIONAL' THEN country ELSE '' END), registration_number);

CREATE OR REPLACE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql SET search_path = platform
AS $$
BEGIN
  IF actor_signed_in() AND NOT actor_has('LAB_MANAGER')
     AND ROW (NEW.id, NEW.slug, NEW.kind, NEW.status, NEW.partner, NEW.partner_since, NEW.fictional, NEW.email_domain, NEW.keycloak_id, NEW.created_at,
              NEW.registration_kind, NEW.registration_number)
         IS DISTINCT FROM ROW (OLD.id, OLD.slug, OLD.kind, OLD.status, OLD.partner, OLD.partner_since, OLD.fictional, OLD.email_domain, OLD.keycloak_id, OLD.created_at,
              OLD.registration_kind, OLD.registration_number) THEN
    RAISE insufficient_privilege USING MESSAGE = 'an organisation does not change its own standing';
  END IF;
  RETURN NEW;
END $$;

CREATE TABLE partner_application (
  id                  uuid PRIMARY KEY,
  state               text NOT NULL CHECK (state IN ('UNCONFIRMED', 'SUBMITTED', 'QUESTION_ASKED', 'APPROVED', 'JOINED', 'DECLINED', 'WITHDRAWN')),
  language            text NOT NULL CHECK (language IN ('ko', 'en')),
  organisation_kind   text NOT NULL CHECK (organisation_kind IN ('COMPANY', 'VENTURE_CAPITAL', 'INSTITUTE')),
  name_ko             text CHECK (length(name_ko) <= 120), name_en text CHECK (length(name_en) <= 120),
  country             text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  registration_kind   text NOT NULL CHECK (registration_kind IN ('KR_BUSINESS', 'NATIONAL', 'ROR', 'LEI')),
  registration_number text NOT NULL CHECK (registration_number = upper(registration_number) AND length(registration_number) BETWEEN 3 AND 40),
  website             text CHECK (length(website) <= 300),
  email_domain        text CHECK (email_domain = lower(email_domain) AND length(email_domain) <= 253),
  contact_name        text NOT NULL CHECK (length(contact_name) <= 100),
  contact_email       text NOT NULL CHECK (contact_email = lower(contact_email) AND length(contact_email) <= 254),
  need                text NOT NULL CHECK (length(need) <= 400),
  -- of the link that the applicant holds
  token_hash          bytea NOT NULL UNIQUE,
  -- where it came from, only to count: keyed with a secret that no restart survives, and gone once it is confirmed
  origin              bytea,
  created_at          timestamptz NOT NULL,
  confirmed_at        timestamptz,
  decided_at          timestamptz,
  decided_by          uuid REFERENCES person ON DELETE SET NULL,
  decline_reason      text CHECK (decline_reason IN ('OUT_OF_FIELD', 'NOT_VERIFIED', 'DUPLICATE', 'NO_CAPACITY', 'OTHER')),
  organisation_id     uuid REFERENCES organisation ON DELETE SET NULL,
  version             integer NOT NULL DEFAULT 0,
  CHECK (name_ko IS NOT NULL OR name_en IS NOT NULL),
  CHECK (state IN ('UNCONFIRMED', 'WITHDRAWN') OR confirmed_at IS NOT NULL),
  CHECK ((state IN ('APPROVED', 'JOINED', 'DECLINED')) = (decided_at IS NOT NULL)),
  CHECK ((state = 'DECLINED') = (decline_reason IS NOT NULL))
);
CREATE INDEX ON partner_application (state, created_at DESC);
CREATE INDEX ON partner_application (registration_number);
CREATE INDEX ON partner_application (contact_email, created_at);
CREATE TABLE application_step (
  id             uuid PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES partner_application ON DELETE CASCADE,
  sequence       integer NOT NULL,
  at             timestamptz NOT NULL,
  -- the manager; NULL for the applicant, who has no account yet
  person_id      uuid REFERENCES person ON DELETE SET NULL,
  command        text NOT NULL CHECK (command IN ('CONFIRM', 'ASK', 'ANSWER', 'APPROVE', 'JOIN', 'DECLINE', 'WITHDRAW')),
  from_state     text NOT NULL,
  to_state       text NOT NULL,
  words          text CHECK (length(words) BETWEEN 1 AND 2000),
  UNIQUE (application_id, sequence)
);
-- What was agreed to, in which version of the text; also what was not.
CREATE TABLE application_consent (
  application_id uuid NOT NULL REFERENCES partner_application ON DELETE CASCADE,
  kind           text NOT NULL CHECK (kind IN ('PRIVACY', 'CONTACT', 'NEWS')),
  text_version   text NOT NULL CHECK (length(text_version) <= 20),
  given          boolean NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (application_id, kind)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY ['partner_application', 'application_step', 'application_consent'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_passes ON platform.%I FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON partner_application TO platform_app;
-- What was applied for never changes; only how it stands.
GRANT UPDATE (state, confirmed_at, decided_at, decided_by, decline_reason, organisation_id, token_hash, origin, version) ON partner_application TO platform_app;
GRANT SELECT, INSERT ON application_step, application_consent TO platform_app;

-- The applicant is nobody here yet: a job acts for whoever holds the link. Nobody sees what is not confirmed.
CREATE POLICY admission ON partner_application FOR ALL TO platform_app USING (actor_job('admission')) WITH CHECK (actor_job('admission'));
CREATE POLICY managers_read ON partner_application FOR SELECT TO platform_app USING (actor_has('LAB_MANAGER') AND confirmed_at IS NOT NULL);
CREATE POLICY managers_decide ON partner_application FOR UPDATE TO platform_app
  USING (actor_has('LAB_MANAGER') AND state IN ('SUBMITTED', 'QUESTION_ASKED'))
  WITH CHECK (actor_has('LAB_MANAGER') AND state IN ('QUESTION_ASKED', 'APPROVED', 'JOINED', 'DECLINED'));
CREATE POLICY notifier ON partner_application FOR SELECT TO platform_app USING (actor_job('notifier'));
CREATE POLICY admission ON application_step FOR INSERT TO platform_app WITH CHECK (actor_job('admission') AND person_id IS NULL);
CREATE POLICY managers ON application_step FOR INSERT TO platform_app WITH CHECK (actor_has('LAB_MANAGER') AND person_id = actor_person());
CREATE POLICY readers ON application_step FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM partner_application a WHERE a.id = application_id));
CREATE POLICY admission ON application_consent FOR INSERT TO platform_app WITH CHECK (actor_job('admission'));
CREATE POLICY readers ON application_consent FOR SELECT TO platform_app USING (EXISTS (SELECT 1 FROM partner_application a WHERE a.id = application_id));
CREATE POLICY admission_writes ON mail_outbox FOR INSERT TO platform_app WITH CHECK (actor_job('admission'));
