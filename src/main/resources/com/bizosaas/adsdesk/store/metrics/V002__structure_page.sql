-- All objects of a kind of an account in one row, as a table reads them. Derived from graph_object: whoever writes there
-- removes the page, and the next reader makes it anew.
CREATE TABLE IF NOT EXISTS structure_page (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    body VARBINARY(100000000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, kind)
);
