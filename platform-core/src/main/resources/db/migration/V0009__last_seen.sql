SET search_path = platform, public;

-- When an organisation's people were last there is read with every page of its members.
CREATE INDEX audit_entry_arrivals ON audit_entry (organisation_id, person_id, at DESC) WHERE action LIKE 'session.%';
