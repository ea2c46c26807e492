-- Drafts, the steps that made them, and what was published of them. Names and values are sealed with the tenant's data key.

CREATE TABLE IF NOT EXISTS draft (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    account_id VARCHAR(40) NOT NULL,
    level VARCHAR(16) NOT NULL,
    object_id VARCHAR(48) NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, level, object_id)
);

CREATE TABLE IF NOT EXISTS draft_step (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    number BIGINT NOT NULL,
    undone BOOLEAN NOT NULL,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    who VARCHAR(400) NOT NULL,
    sealed VARBINARY(10000) NOT NULL,
    PRIMARY KEY (tenant_id, number)
);

CREATE TABLE IF NOT EXISTS draft_change (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    step BIGINT NOT NULL,
    place INT NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    level VARCHAR(16) NOT NULL,
    object_id VARCHAR(48) NOT NULL,
    field VARCHAR(80) NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, step, place)
);
CREATE INDEX IF NOT EXISTS draft_change_by_object ON draft_change (tenant_id, object_id);

-- New objects by the key they had as drafts.
CREATE TABLE IF NOT EXISTS draft_alias (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    object_key VARCHAR(48) NOT NULL,
    object_id VARCHAR(40) NOT NULL,
    PRIMARY KEY (tenant_id, object_key)
);

-- What was read of single objects beyond the structure: what drafts of targetings and creatives are based on.
CREATE TABLE IF NOT EXISTS object_detail (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    account_id VARCHAR(40) NOT NULL,
    object_id VARCHAR(40) NOT NULL,
    as_of TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, object_id)
);

CREATE TABLE IF NOT EXISTS publish_batch (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    batch_id VARCHAR(64) NOT NULL,
    who VARCHAR(400) NOT NULL,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    phase VARCHAR(16) NOT NULL,
    policy VARCHAR(16) NOT NULL,
    undoes VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, batch_id)
);

CREATE TABLE IF NOT EXISTS publish_row (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    batch_id VARCHAR(64) NOT NULL,
    place INT NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    level VARCHAR(16) NOT NULL,
    object_key VARCHAR(48) NOT NULL,
    state VARCHAR(16) NOT NULL,
    write_id VARCHAR(36),
    object_id VARCHAR(40),
    sealed VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, batch_id, place)
);
CREATE INDEX IF NOT EXISTS publish_row_by_write ON publish_row (tenant_id, write_id);
