-- What a partner's system has filed, newest first.
CREATE INDEX appeal_of_partner ON appeal (submitted_by, id DESC) WHERE source = 'PARTNER';
