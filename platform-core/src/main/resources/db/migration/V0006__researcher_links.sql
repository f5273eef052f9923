-- Where else a researcher is found: addresses are checked in the domain, an ORCID iD by its form here too.
ALTER TABLE researcher
  ADD COLUMN homepage text CHECK (length(homepage) <= 300),
  ADD COLUMN orcid    text CHECK (orcid ~ '^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$'),
  ADD COLUMN scholar  text CHECK (length(scholar) <= 300);
