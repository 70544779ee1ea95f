-- A proposal can be confirmed as long as its day lies ahead. Those that are open get the deadline that new ones have.
UPDATE approval_request a
   SET deadline = p.effective_from::timestamp AT TIME ZONE 'Asia/Shanghai' - interval '1 second'
  FROM setting_proposal p WHERE p.approval_id = a.id AND a.outcome = 'OPEN';

-- The sweep of dues asks with every round which of them have no due yet.
CREATE INDEX approval_request_with_deadline ON approval_request (kind, id) WHERE outcome = 'OPEN' AND deadline IS NOT NULL;
CREATE INDEX setting_proposal_of_approval ON setting_proposal (approval_id);
