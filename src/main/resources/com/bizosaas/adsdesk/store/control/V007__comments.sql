-- What people write about objects and published batches, sealed with the tenant's data key; which batch a draft takes back;
-- and which steps of several tenants are one edit.

CREATE TABLE IF NOT EXISTS object_comment (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    account_id VARCHAR(40) NOT NULL,
    level VARCHAR(16) NOT NULL,
    object_id VARCHAR(48) NOT NULL,
    sealed VARBINARY(100000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, level, object_id)
);

CREATE TABLE IF NOT EXISTS batch_note (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    batch_id VARCHAR(64) NOT NULL,
    sealed VARBINARY(100000) NOT NULL,
    PRIMARY KEY (tenant_id, batch_id)
);

CREATE TABLE IF NOT EXISTS draft_origin (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    account_id VARCHAR(40) NOT NULL,
    level VARCHAR(16) NOT NULL,
    object_id VARCHAR(48) NOT NULL,
    batch_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, level, object_id)
);

ALTER TABLE draft_step ADD COLUMN IF NOT EXISTS together VARCHAR(36) DEFAULT '' NOT NULL;
