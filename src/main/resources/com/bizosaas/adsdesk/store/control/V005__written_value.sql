-- The last value that this desk wrote to each field, sealed with the tenant's data key: another one is drift.
CREATE TABLE IF NOT EXISTS written_value (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    account_id VARCHAR(40) NOT NULL,
    level VARCHAR(16) NOT NULL,
    object_id VARCHAR(40) NOT NULL,
    field VARCHAR(80) NOT NULL,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, object_id, field)
);
