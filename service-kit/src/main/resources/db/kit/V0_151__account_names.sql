-- What officials are called, as their tokens say: shown beside their accounts. Never people of enterprises, and never in the log.
CREATE TABLE account_name (
    account  text NOT NULL,
    name     text NOT NULL,
    -- of the token; null where it named none
    division text,
    -- the last day on which the account changed something
    seen_on  date NOT NULL,
    CONSTRAINT account_name_pk PRIMARY KEY (account)
);
GRANT SELECT, INSERT, UPDATE (name, division, seen_on) ON account_name TO ${app};
