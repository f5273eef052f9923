-- The house: who acts, the second fence, and every table of the main job.
--
-- Two database roles meet here. The role that runs this file owns everything and is used by migrations only;
-- platform_app, created by infra, is what the application connects as: it owns nothing and cannot bypass the policies.
-- Every table is FORCE ROW LEVEL SECURITY; the owner passes only through its own explicit policy, so that the few
-- SECURITY DEFINER functions below work and nothing else does.

CREATE SCHEMA IF NOT EXISTS platform;
SET search_path = platform, public;
GRANT USAGE ON SCHEMA platform TO platform_app;

-- ---------------------------------------------------------------------------------------------- who acts
-- The transaction manager sets these for the length of one transaction; a pooled connection answers '' later.

CREATE FUNCTION actor_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('platform.actor', true), ''), 'nobody') $$;
CREATE FUNCTION actor_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('platform.person', true), '')::uuid $$;
CREATE FUNCTION actor_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('platform.organisation', true), '')::uuid $$;
CREATE FUNCTION actor_has(role text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT platform.actor_kind() = 'person' AND role = ANY (string_to_array(coalesce(current_setting('platform.roles', true), ''), ',')) $$;
CREATE FUNCTION actor_signed_in() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT platform.actor_kind() = 'person' $$;
CREATE FUNCTION actor_job(VARIADIC names text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT platform.actor_kind() = 'job' AND coalesce(current_setting('platform.job', true), '') = ANY (names) $$;

-- ---------------------------------------------------------------------------------------------- tables

CREATE TABLE lab (
  id            uuid PRIMARY KEY,
  only_one      boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one),
  acronym       text NOT NULL CHECK (length(acronym) BETWEEN 1 AND 40),
  name_ko       text, name_en text,
  address_ko    text, address_en text,
  director_ko   text, director_en text,
  headline_ko   text, headline_en text,
  lead_ko       text, lead_en text,
  banner_ko     text, banner_en text,
  offer         jsonb NOT NULL DEFAULT '[]',
  brand_colour  text NOT NULL CHECK (brand_colour ~ '^#[0-9a-f]{6}$'),
  version       integer NOT NULL DEFAULT 0
);

CREATE TABLE organisation (
  id             uuid PRIMARY KEY,
  slug           text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
  kind           text NOT NULL CHECK (kind IN ('LAB', 'UNIVERSITY', 'COMPANY', 'VENTURE_CAPITAL', 'INSTITUTE')),
  status         text NOT NULL CHECK (status IN ('INVITED', 'ACTIVE', 'SUSPENDED')),
  partner        boolean NOT NULL DEFAULT false,
  partner_since  smallint CHECK (partner_since BETWEEN 1900 AND 2200),
  fictional      boolean NOT NULL DEFAULT false,
  name_ko        text CHECK (length(name_ko) <= 120), name_en text CHECK (length(name_en) <= 120),
  country        text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  founded        smallint CHECK (founded BETWEEN 1000 AND 2200),
  website        text CHECK (length(website) <= 300),
  email_domain   text UNIQUE CHECK (email_domain = lower(email_domain) AND length(email_domain) <= 253),
  sector_ko      text CHECK (length(sector_ko) <= 200), sector_en text CHECK (length(sector_en) <= 200),
  summary_ko     text CHECK (length(summary_ko) <= 600), summary_en text CHECK (length(summary_en) <= 600),
  description_ko text CHECK (length(description_ko) <= 8000), description_en text CHECK (length(description_en) <= 8000),
  address_ko     text CHECK (length(address_ko) <= 300), address_en text CHECK (length(address_en) <= 300),
  profile_audience text NOT NULL DEFAULT 'PUBLIC' CHECK (profile_audience IN ('PUBLIC', 'MEMBERS')),
  logo_file_id   uuid,
  keycloak_id    text UNIQUE,
  search_key     text NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  version        integer NOT NULL DEFAULT 0,
  CHECK (name_ko IS NOT NULL OR name_en IS NOT NULL)
);

CREATE TABLE profile_item (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('PRODUCT', 'TECHNOLOGY', 'CERTIFICATION', 'AWARD', 'CLIENT', 'PERSON', 'LINK')),
  position        integer NOT NULL,
  name_ko         text CHECK (length(name_ko) <= 200), name_en text CHECK (length(name_en) <= 200),
  detail_ko       text CHECK (length(detail_ko) <= 1000), detail_en text CHECK (length(detail_en) <= 1000),
  url             text CHECK (length(url) <= 300)
);
CREATE INDEX ON profile_item (organisation_id, position);

CREATE TABLE stored_file (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  purpose         text NOT NULL CHECK (purpose IN ('LOGO')),
  name            text NOT NULL CHECK (length(name) <= 200),
  media_type      text NOT NULL,
  size            bigint NOT NULL CHECK (size BETWEEN 1 AND 20971520),
  sha256          bytea NOT NULL,
  created_by      uuid NOT NULL,
  created_at      timestamptz NOT NULL
);
CREATE TABLE stored_file_chunk (
  file_id  uuid NOT NULL REFERENCES stored_file ON DELETE CASCADE,
  position integer NOT NULL,
  bytes    bytea NOT NULL,
  PRIMARY KEY (file_id, position)
);
ALTER TABLE organisation ADD FOREIGN KEY (logo_file_id) REFERENCES stored_file ON DELETE SET NULL;

-- A person is known by issuer and subject, never by e-mail.
CREATE TABLE person (
  id         uuid PRIMARY KEY,
  issuer     text NOT NULL,
  subject    text NOT NULL,
  email      text NOT NULL CHECK (length(email) <= 254),
  name_ko    text CHECK (length(name_ko) <= 100), name_en text CHECK (length(name_en) <= 100),
  language   text NOT NULL DEFAULT 'ko' CHECK (language IN ('ko', 'en')),
  theme      text NOT NULL DEFAULT 'SYSTEM' CHECK (theme IN ('SYSTEM', 'LIGHT', 'DARK')),
  created_at timestamptz NOT NULL,
  version    integer NOT NULL DEFAULT 0,
  UNIQUE (issuer, subject),
  CHECK (name_ko IS NOT NULL OR name_en IS NOT NULL)
);

CREATE TABLE membership (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  roles           text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY ['MEMBER', 'ADMINISTRATOR', 'RESEARCHER', 'LAB_MANAGER', 'EDITOR']),
  title_ko        text CHECK (length(title_ko) <= 100), title_en text CHECK (length(title_en) <= 100),
  status          text NOT NULL CHECK (status IN ('ACTIVE', 'REMOVED')),
  created_at      timestamptz NOT NULL,
  removed_at      timestamptz,
  -- whether the identity provider counts this person among the organisation's; it is told afterwards, and again until it knows
  linked          boolean NOT NULL DEFAULT false,
  CHECK ((status = 'REMOVED') = (removed_at IS NOT NULL)),
  UNIQUE (person_id, organisation_id)
);
CREATE INDEX ON membership (organisation_id);
CREATE INDEX membership_out_of_step ON membership (id) WHERE linked <> (status = 'ACTIVE');

CREATE TABLE invitation (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  email           text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
  token_hash      bytea NOT NULL UNIQUE,
  roles           text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY ['MEMBER', 'ADMINISTRATOR', 'RESEARCHER', 'LAB_MANAGER', 'EDITOR']),
  language        text NOT NULL CHECK (language IN ('ko', 'en')),
  invited_by      uuid NOT NULL REFERENCES person,
  state           text NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'REPLACED', 'REVOKED')),
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  accepted_by     uuid REFERENCES person,
  accepted_at     timestamptz,
  CHECK ((state = 'ACCEPTED') = (accepted_at IS NOT NULL))
);
-- One live invitation for an address in an organisation: a newer one replaces the older.
CREATE UNIQUE INDEX invitation_one_open ON invitation (organisation_id, email) WHERE state = 'OPEN';

CREATE TABLE concept (
  id           uuid PRIMARY KEY,
  slug         text NOT NULL UNIQUE CHECK (length(slug) <= 120),
  label_ko     text CHECK (length(label_ko) <= 120), label_en text CHECK (length(label_en) <= 120),
  abbreviation text CHECK (length(abbreviation) <= 40),
  status       text NOT NULL CHECK (status IN ('CONFIRMED', 'PROPOSED')),
  source       text NOT NULL,
  licence      text NOT NULL,
  search_key   text NOT NULL,
  created_at   timestamptz NOT NULL,
  CHECK (label_ko IS NOT NULL OR label_en IS NOT NULL)
);
CREATE TABLE concept_label (
  concept_id uuid NOT NULL REFERENCES concept ON DELETE CASCADE,
  language   text NOT NULL CHECK (language IN ('ko', 'en')),
  label      text NOT NULL CHECK (length(label) <= 120),
  PRIMARY KEY (concept_id, language, label)
);
CREATE TABLE concept_broader (
  concept_id uuid NOT NULL REFERENCES concept ON DELETE CASCADE,
  broader_id uuid NOT NULL REFERENCES concept ON DELETE CASCADE,
  PRIMARY KEY (concept_id, broader_id),
  CHECK (concept_id <> broader_id)
);

CREATE TABLE sub_project (
  id             uuid PRIMARY KEY,
  number         smallint NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 99),
  slug           text NOT NULL UNIQUE,
  title_ko       text, title_en text,
  summary_ko     text, summary_en text,
  description_ko text, description_en text,
  principal_investigator_id uuid,
  version        integer NOT NULL DEFAULT 0
);
CREATE TABLE sub_project_institution (
  sub_project_id  uuid NOT NULL REFERENCES sub_project ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  position        integer NOT NULL,
  PRIMARY KEY (sub_project_id, organisation_id)
);
CREATE TABLE sub_project_application (
  sub_project_id uuid NOT NULL REFERENCES sub_project ON DELETE CASCADE,
  concept_id     uuid NOT NULL REFERENCES concept,
  PRIMARY KEY (sub_project_id, concept_id)
);
CREATE TABLE research_area (
  id              uuid PRIMARY KEY,
  slug            text NOT NULL UNIQUE,
  sub_project_id  uuid NOT NULL REFERENCES sub_project ON DELETE CASCADE,
  organisation_id uuid REFERENCES organisation,
  position        integer NOT NULL,
  name_ko         text, name_en text,
  summary_ko      text, summary_en text
);
CREATE INDEX ON research_area (sub_project_id, position);
CREATE TABLE research_area_topic (
  area_id    uuid NOT NULL REFERENCES research_area ON DELETE CASCADE,
  concept_id uuid NOT NULL REFERENCES concept,
  PRIMARY KEY (area_id, concept_id)
);

CREATE TABLE researcher (
  id              uuid PRIMARY KEY,
  slug            text NOT NULL UNIQUE,
  person_id       uuid UNIQUE REFERENCES person ON DELETE SET NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  sub_project_id  uuid REFERENCES sub_project,
  role            text NOT NULL CHECK (role IN ('PRINCIPAL_INVESTIGATOR', 'RESEARCHER', 'POSTDOC', 'DOCTORAL', 'VISITING_SCHOLAR')),
  overseas        boolean NOT NULL DEFAULT false,
  name_ko         text CHECK (length(name_ko) <= 100), name_en text CHECK (length(name_en) <= 100),
  headline_ko     text CHECK (length(headline_ko) <= 200), headline_en text CHECK (length(headline_en) <= 200),
  biography_ko    text CHECK (length(biography_ko) <= 4000), biography_en text CHECK (length(biography_en) <= 4000),
  seeks_ko        text CHECK (length(seeks_ko) <= 1000), seeks_en text CHECK (length(seeks_en) <= 1000),
  accepting       boolean NOT NULL DEFAULT true,
  search_key      text NOT NULL,
  updated_at      timestamptz NOT NULL,
  version         integer NOT NULL DEFAULT 0,
  CHECK (name_ko IS NOT NULL OR name_en IS NOT NULL)
);
CREATE INDEX ON researcher (sub_project_id);
ALTER TABLE sub_project ADD FOREIGN KEY (principal_investigator_id) REFERENCES researcher;
CREATE TABLE researcher_topic (
  researcher_id uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  concept_id    uuid NOT NULL REFERENCES concept,
  position      integer NOT NULL,
  PRIMARY KEY (researcher_id, concept_id)
);
CREATE TABLE researcher_area (
  researcher_id uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  area_id       uuid NOT NULL REFERENCES research_area ON DELETE CASCADE,
  PRIMARY KEY (researcher_id, area_id)
);
CREATE TABLE research_result (
  id         uuid PRIMARY KEY,
  slug       text NOT NULL UNIQUE,
  title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 400),
  title_ko   text CHECK (length(title_ko) <= 400),
  venue      text CHECK (length(venue) <= 200),
  year       smallint CHECK (year BETWEEN 1950 AND 2200),
  doi        text CHECK (doi ~ '^10\.\d{4,9}/\S+$' AND length(doi) <= 200),
  url        text CHECK (length(url) <= 300),
  summary_ko text CHECK (length(summary_ko) <= 2000), summary_en text CHECK (length(summary_en) <= 2000),
  created_at timestamptz NOT NULL,
  version    integer NOT NULL DEFAULT 0
);
CREATE TABLE result_author (
  result_id     uuid NOT NULL REFERENCES research_result ON DELETE CASCADE,
  researcher_id uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  position      integer NOT NULL,
  PRIMARY KEY (result_id, researcher_id)
);
CREATE INDEX ON result_author (researcher_id);
CREATE TABLE result_topic (
  result_id  uuid NOT NULL REFERENCES research_result ON DELETE CASCADE,
  concept_id uuid NOT NULL REFERENCES concept,
  PRIMARY KEY (result_id, concept_id)
);

CREATE TABLE interest (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  title_ko        text CHECK (length(title_ko) <= 160), title_en text CHECK (length(title_en) <= 160),
  need_ko         text CHECK (length(need_ko) <= 4000), need_en text CHECK (length(need_en) <= 4000),
  mode            text NOT NULL CHECK (mode IN ('JOINT_RESEARCH', 'DATA', 'PROOF_OF_CONCEPT', 'TECHNOLOGY_TRANSFER', 'INTERNSHIP', 'ADVICE')),
  horizon_months  smallint CHECK (horizon_months BETWEEN 1 AND 60),
  budget_band     text NOT NULL CHECK (budget_band IN ('UNDECIDED', 'UNDER_50M', 'FROM_50M_TO_200M', 'FROM_200M_TO_500M', 'OVER_500M')),
  audience        text NOT NULL CHECK (audience IN ('PUBLIC', 'MEMBERS', 'ACCEPTED')),
  state           text NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'PAUSED', 'CLOSED')),
  opened_at       timestamptz,
  expires_at      timestamptz,
  created_by      uuid NOT NULL REFERENCES person,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  version         integer NOT NULL DEFAULT 0,
  CHECK (title_ko IS NOT NULL OR title_en IS NOT NULL),
  CHECK (state <> 'OPEN' OR (opened_at IS NOT NULL AND expires_at IS NOT NULL))
);
CREATE INDEX ON interest (organisation_id, state);
CREATE TABLE interest_topic (
  interest_id uuid NOT NULL REFERENCES interest ON DELETE CASCADE,
  concept_id  uuid NOT NULL REFERENCES concept,
  position    integer NOT NULL,
  PRIMARY KEY (interest_id, concept_id)
);
CREATE TABLE interest_sub_project (
  interest_id    uuid NOT NULL REFERENCES interest ON DELETE CASCADE,
  sub_project_id uuid NOT NULL REFERENCES sub_project,
  PRIMARY KEY (interest_id, sub_project_id)
);
CREATE TABLE interest_history (
  id          uuid PRIMARY KEY,
  -- the order of steps taken in the same moment
  sequence    bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  interest_id uuid NOT NULL REFERENCES interest ON DELETE CASCADE,
  at          timestamptz NOT NULL,
  person_id   uuid REFERENCES person ON DELETE SET NULL,
  command     text NOT NULL,
  from_state  text,
  to_state    text NOT NULL
);
CREATE INDEX ON interest_history (interest_id, sequence);

-- What every side and the lab's managers may see; the confidential part is a table of its own with its own policy.
CREATE TABLE collaboration_request (
  id              uuid PRIMARY KEY,
  interest_id     uuid REFERENCES interest ON DELETE SET NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  created_by      uuid NOT NULL REFERENCES person,
  sub_project_id  uuid REFERENCES sub_project,
  researcher_id   uuid REFERENCES researcher,
  mode            text NOT NULL CHECK (mode IN ('JOINT_RESEARCH', 'DATA', 'PROOF_OF_CONCEPT', 'TECHNOLOGY_TRANSFER', 'INTERNSHIP', 'ADVICE')),
  title           text NOT NULL DEFAULT '' CHECK (length(title) <= 160),
  summary         text NOT NULL DEFAULT '' CHECK (length(summary) <= 400),
  state           text NOT NULL CHECK (state IN ('DRAFT', 'SENT', 'QUESTION_ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
  decline_reason  text CHECK (decline_reason IN ('NO_CAPACITY', 'OUT_OF_FIELD', 'CONFLICT_OF_INTEREST', 'NOT_READY', 'OTHER')),
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  due_at          timestamptz,
  reminded_at     timestamptz,
  decided_at      timestamptz,
  version         integer NOT NULL DEFAULT 0,
  -- A request to a sub-project is addressed to its principal investigator, who is then its researcher.
  CHECK (researcher_id IS NOT NULL OR state = 'DRAFT'),
  CHECK (state IN ('DRAFT', 'WITHDRAWN') OR (sent_at IS NOT NULL AND due_at IS NOT NULL)),
  CHECK ((state IN ('ACCEPTED', 'DECLINED', 'EXPIRED')) = (decided_at IS NOT NULL) OR state = 'WITHDRAWN'),
  CHECK ((state = 'DECLINED') = (decline_reason IS NOT NULL))
);
CREATE INDEX ON collaboration_request (organisation_id, state, updated_at DESC);
CREATE INDEX ON collaboration_request (researcher_id, state, updated_at DESC);
CREATE INDEX ON collaboration_request (state, due_at);
CREATE TABLE request_confidential (
  request_id uuid PRIMARY KEY REFERENCES collaboration_request ON DELETE CASCADE,
  proposal   text NOT NULL DEFAULT '' CHECK (length(proposal) <= 4000),
  offer      text NOT NULL DEFAULT '' CHECK (length(offer) <= 1500),
  outcome    text NOT NULL DEFAULT '' CHECK (length(outcome) <= 1500)
);
CREATE TABLE request_history (
  id              uuid PRIMARY KEY,
  request_id      uuid NOT NULL REFERENCES collaboration_request ON DELETE CASCADE,
  sequence        integer NOT NULL,
  at              timestamptz NOT NULL,
  person_id       uuid REFERENCES person ON DELETE SET NULL,
  organisation_id uuid REFERENCES organisation,
  command         text NOT NULL CHECK (command IN ('SEND', 'ASK', 'ANSWER', 'ACCEPT', 'DECLINE', 'WITHDRAW', 'REMIND', 'EXPIRE')),
  from_state      text NOT NULL,
  to_state        text NOT NULL,
  UNIQUE (request_id, sequence)
);
-- Words said with a step: for the two sides only.
CREATE TABLE request_message (
  history_id uuid PRIMARY KEY REFERENCES request_history ON DELETE CASCADE,
  request_id uuid NOT NULL REFERENCES collaboration_request ON DELETE CASCADE,
  text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000)
);

CREATE TABLE project_update (
  id             uuid PRIMARY KEY,
  sub_project_id uuid NOT NULL REFERENCES sub_project,
  researcher_id  uuid NOT NULL REFERENCES researcher,
  title_ko       text CHECK (length(title_ko) <= 160), title_en text CHECK (length(title_en) <= 160),
  body_ko        text CHECK (length(body_ko) <= 6000), body_en text CHECK (length(body_en) <= 6000),
  audience       text NOT NULL CHECK (audience IN ('PUBLIC', 'MEMBERS')),
  published_at   timestamptz NOT NULL,
  edited_at      timestamptz,
  version        integer NOT NULL DEFAULT 0,
  CHECK (title_ko IS NOT NULL OR title_en IS NOT NULL)
);
CREATE INDEX ON project_update (published_at DESC, id);
CREATE INDEX ON project_update (sub_project_id, published_at DESC);
CREATE INDEX ON project_update (researcher_id, published_at DESC);
CREATE TABLE follow (
  person_id      uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  sub_project_id uuid REFERENCES sub_project ON DELETE CASCADE,
  researcher_id  uuid REFERENCES researcher ON DELETE CASCADE,
  created_at     timestamptz NOT NULL,
  CHECK (num_nonnulls(sub_project_id, researcher_id) = 1),
  UNIQUE NULLS NOT DISTINCT (person_id, sub_project_id, researcher_id)
);
CREATE INDEX ON follow (sub_project_id);
CREATE INDEX ON follow (researcher_id);

CREATE TABLE newsletter_issue (
  id           uuid PRIMARY KEY,
  slug         text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title_ko     text, title_en text,
  volume       text NOT NULL,
  intro_ko     text, intro_en text,
  state        text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
  published_at timestamptz,
  created_at   timestamptz NOT NULL,
  version      integer NOT NULL DEFAULT 0,
  CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL))
);
CREATE TABLE story (
  id           uuid PRIMARY KEY,
  issue_id     uuid NOT NULL REFERENCES newsletter_issue ON DELETE CASCADE,
  slug         text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  section      text NOT NULL CHECK (section IN ('ABOUT', 'RESEARCH_HIGHLIGHT', 'INSIGHT_TALK', 'IMPACT', 'BULLETIN')),
  position     integer NOT NULL,
  title_ko     text CHECK (length(title_ko) <= 200), title_en text CHECK (length(title_en) <= 200),
  lead_ko      text CHECK (length(lead_ko) <= 600), lead_en text CHECK (length(lead_en) <= 600),
  body_ko      text CHECK (length(body_ko) <= 60000), body_en text CHECK (length(body_en) <= 60000),
  illustration text CHECK (length(illustration) <= 40),
  state        text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
  published_at timestamptz,
  updated_at   timestamptz NOT NULL,
  version      integer NOT NULL DEFAULT 0,
  CHECK (title_ko IS NOT NULL OR title_en IS NOT NULL),
  CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL))
);
CREATE INDEX ON story (issue_id, section, position);
CREATE TABLE story_organisation (
  story_id        uuid NOT NULL REFERENCES story ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  PRIMARY KEY (story_id, organisation_id)
);
CREATE TABLE story_researcher (
  story_id      uuid NOT NULL REFERENCES story ON DELETE CASCADE,
  researcher_id uuid NOT NULL REFERENCES researcher ON DELETE CASCADE,
  PRIMARY KEY (story_id, researcher_id)
);
CREATE TABLE story_sub_project (
  story_id       uuid NOT NULL REFERENCES story ON DELETE CASCADE,
  sub_project_id uuid NOT NULL REFERENCES sub_project ON DELETE CASCADE,
  PRIMARY KEY (story_id, sub_project_id)
);

CREATE TABLE lab_event (
  id             uuid PRIMARY KEY,
  slug           text NOT NULL UNIQUE,
  kind           text NOT NULL CHECK (kind IN ('CEREMONY', 'SEMINAR', 'SPECIAL_TALK', 'SPECIAL_TALK_SERIES', 'NETWORKING_DAY', 'CONFERENCE')),
  title_ko       text, title_en text,
  description_ko text, description_en text,
  venue_ko       text, venue_en text,
  speaker_ko     text, speaker_en text,
  affiliation_id uuid REFERENCES organisation,
  researcher_id  uuid REFERENCES researcher,
  starts_on      date NOT NULL,
  ends_on        date NOT NULL,
  start_time     time,
  end_time       time,
  version        integer NOT NULL DEFAULT 0,
  CHECK (ends_on >= starts_on)
);
CREATE INDEX ON lab_event (starts_on);

-- What happened, written by the transaction that caused it and turned into inbox and mail by a job.
CREATE TABLE domain_event (
  id              uuid PRIMARY KEY,
  kind            text NOT NULL CHECK (length(kind) <= 80),
  subject_id      uuid NOT NULL,
  person_id       uuid,
  organisation_id uuid,
  detail          jsonb NOT NULL DEFAULT '{}',
  at              timestamptz NOT NULL,
  handled_at      timestamptz,
  -- a handling that failed is tried again later and holds up nobody else's
  attempts        integer NOT NULL DEFAULT 0,
  retry_at        timestamptz
);
CREATE INDEX domain_event_waiting ON domain_event (at) WHERE handled_at IS NULL;

CREATE TABLE notification (
  id         uuid PRIMARY KEY,
  event_id   uuid NOT NULL,
  person_id  uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  -- the membership that it was told for: it is read only while acting for that organisation; NULL concerns the person
  organisation_id uuid REFERENCES organisation ON DELETE CASCADE,
  kind       text NOT NULL CHECK (length(kind) <= 80),
  parameters jsonb NOT NULL DEFAULT '{}',
  link       text NOT NULL CHECK (length(link) <= 300),
  created_at timestamptz NOT NULL,
  read_at    timestamptz,
  UNIQUE (event_id, person_id)
);
CREATE INDEX ON notification (person_id, created_at DESC);

CREATE TABLE mail_outbox (
  id           uuid PRIMARY KEY,
  event_id     uuid,
  message_id   text NOT NULL UNIQUE,
  recipient    text NOT NULL CHECK (length(recipient) <= 254),
  language     text NOT NULL CHECK (language IN ('ko', 'en')),
  subject      text NOT NULL CHECK (length(subject) <= 300 AND subject !~ '[\r\n]'),
  text_body    text NOT NULL,
  html_body    text NOT NULL,
  state        text NOT NULL CHECK (state IN ('WAITING', 'CLAIMED', 'SENT', 'IN_DOUBT', 'DEAD')),
  attempts     integer NOT NULL DEFAULT 0,
  not_before   timestamptz NOT NULL,
  claimed_at   timestamptz,
  sent_at      timestamptz,
  last_error   text CHECK (length(last_error) <= 500),
  created_at   timestamptz NOT NULL,
  UNIQUE NULLS DISTINCT (event_id, recipient)
);
CREATE INDEX mail_outbox_waiting ON mail_outbox (not_before) WHERE state = 'WAITING';
CREATE INDEX mail_outbox_claimed ON mail_outbox (claimed_at) WHERE state = 'CLAIMED';

CREATE TABLE audit_entry (
  id              uuid PRIMARY KEY,
  at              timestamptz NOT NULL,
  person_id       uuid,
  organisation_id uuid,
  action          text NOT NULL CHECK (length(action) <= 80),
  subject_kind    text NOT NULL CHECK (length(subject_kind) <= 40),
  subject_id      uuid NOT NULL,
  detail          jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ON audit_entry (at DESC);

-- db-scheduler's own table: no organisation's data in it, and its library cannot carry an actor.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ON scheduled_tasks (execution_time);
CREATE INDEX ON scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO platform_app;
