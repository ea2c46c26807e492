-- Campaigns, ad sets and ads as the last reading of everything brought them, packed page by page. Of an account the parts
-- of the reading that read_mark names count; others are of one that is under way or broke off. What changed since stands in
-- graph_object and hides what the parts say of it; a row without a body says that the object is gone.
CREATE SEQUENCE IF NOT EXISTS structure_reading;
CREATE TABLE IF NOT EXISTS structure_part (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    reading BIGINT NOT NULL,
    part INT NOT NULL,
    body VARBINARY(100000000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, kind, reading, part)
);
ALTER TABLE read_mark ADD COLUMN IF NOT EXISTS reading BIGINT;
-- Rows from before stay until everything is read again, which is due at once.
UPDATE read_mark SET whole_at = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00' WHERE topic = 'CAMPAIGNS' AND reading IS NULL;
DROP TABLE IF EXISTS structure_page;
