-- The audit trail as a chain: one link for each entry, with the hash of the link before it, so that whoever changes,
-- drops or reorders what was written leaves a break behind. See infra/docs/adr/0018-audit-chain.md.

SET search_path = platform, public;

-- In which order entries were begun, whatever their clock said. A link may still name a lower one than the link before
-- it: its transaction ended later.
ALTER TABLE audit_entry ADD COLUMN sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE;
CREATE INDEX ON audit_entry (organisation_id, at DESC);

-- No foreign key: an entry that was taken away leaves its link, which tells that it is missed.
CREATE TABLE audit_link (
  sequence   bigint PRIMARY KEY CHECK (sequence > 0),
  entry_id   uuid NOT NULL UNIQUE,
  -- nothing can follow the same link twice: two nodes cannot make the chain fork
  previous   bytea NOT NULL UNIQUE CHECK (length(previous) = 32),
  hash       bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
  chained_at timestamptz NOT NULL
);
ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_link FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_passes ON audit_link FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON audit_link TO platform_app;

-- One job links and verifies; whoever may see an entry may see that it is linked.
CREATE POLICY auditor ON audit_entry FOR SELECT TO platform_app USING (actor_job('auditor'));
CREATE POLICY auditor ON audit_link FOR INSERT TO platform_app WITH CHECK (actor_job('auditor'));
CREATE POLICY readers ON audit_link FOR SELECT TO platform_app USING (
  actor_job('auditor') OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.id = entry_id));

-- Not even by mistake, and not even by the tables' owner while these stand.
CREATE FUNCTION only_add() RETURNS trigger LANGUAGE plpgsql SET search_path = platform
AS $$ BEGIN RAISE insufficient_privilege USING MESSAGE = 'the audit trail is only ever added to'; END $$;
REVOKE ALL ON FUNCTION only_add() FROM PUBLIC;
CREATE TRIGGER only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION only_add();
