-- The control store: small, durable per commit, never recreated by itself. Secrets stand here as ciphertext only.
-- Statements can run twice, since a definition commits by itself and a migration may be interrupted between two.

CREATE TABLE IF NOT EXISTS store_info (
    store_id VARCHAR(64) NOT NULL PRIMARY KEY,
    created_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    compaction_due BOOLEAN NOT NULL
);

CREATE TABLE IF NOT EXISTS tenant (
    tenant_id VARCHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(120) NOT NULL UNIQUE,
    colour INT NOT NULL,
    created_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- Data keys, wrapped under the master key. '.desk' stands for the desk itself; no tenant id begins with a dot.
CREATE TABLE IF NOT EXISTS data_key (
    owner_id VARCHAR(64) NOT NULL,
    key_version INT NOT NULL,
    wrapped VARBINARY(200) NOT NULL,
    created_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (owner_id, key_version)
);

CREATE TABLE IF NOT EXISTS facebook_connection (
    tenant_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES tenant (tenant_id),
    connection_id VARCHAR(64) NOT NULL,
    user_id VARCHAR(64) NOT NULL,
    user_name VARCHAR(400) NOT NULL,
    app_id VARCHAR(64) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    granted VARCHAR(10000) NOT NULL,
    declined VARCHAR(10000) NOT NULL,
    connected_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(9) WITH TIME ZONE,
    data_access_expires_at TIMESTAMP(9) WITH TIME ZONE,
    broken VARCHAR(32),
    token VARBINARY(20000) NOT NULL
);

CREATE TABLE IF NOT EXISTS chosen_account (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    place INT NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    PRIMARY KEY (tenant_id, account_id)
);

-- owner_id is a tenant or '.desk'; body is JSON.
CREATE TABLE IF NOT EXISTS setting (
    owner_id VARCHAR(64) NOT NULL,
    name VARCHAR(120) NOT NULL,
    body VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (owner_id, name)
);

CREATE TABLE IF NOT EXISTS desk_secret (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    sealed VARBINARY(20000) NOT NULL
);

-- Tenants are not referenced: the record of what was done outlives them.
CREATE TABLE IF NOT EXISTS audit (
    number BIGINT NOT NULL PRIMARY KEY,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    who VARCHAR(400) NOT NULL,
    tenant_id VARCHAR(64),
    tenant_name VARCHAR(120) NOT NULL,
    action VARCHAR(120) NOT NULL,
    object_id VARCHAR(200) NOT NULL,
    object_name VARCHAR(2000) NOT NULL,
    before_json VARCHAR(1000000) NOT NULL,
    after_json VARCHAR(1000000) NOT NULL,
    outcome VARCHAR(32) NOT NULL,
    trace_id VARCHAR(400) NOT NULL,
    source VARCHAR(32) NOT NULL,
    payload_hash CHAR(64) NOT NULL,
    chain_hash CHAR(64) NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_by_tenant ON audit (tenant_id, number);
