-- What waits for a second person today has as long as what is proposed today.
UPDATE approval_request
   SET deadline = (date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai') + interval '31 days') AT TIME ZONE 'Asia/Shanghai'
                  - interval '1 second'
 WHERE outcome = 'OPEN' AND kind IN ('CREDIT_CODE', 'IMPORT');
