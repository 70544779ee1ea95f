-- Lists of one nature, and of what was received in some days.
CREATE INDEX appeal_by_district_nature ON appeal (district, nature, id DESC);
CREATE INDEX appeal_by_district_received ON appeal (district, received_at, id DESC);
