-- The metrics store: what was read from Facebook. Everything here can be read again; body is JSON.

CREATE TABLE IF NOT EXISTS read_mark (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    topic VARCHAR(32) NOT NULL,
    as_of TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    outdated BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, account_id, topic)
);

CREATE TABLE IF NOT EXISTS ad_account (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    body VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id)
);

-- kind: CAMPAIGN, AD_SET, AD, AUDIENCE, CREATIVE. A row without a body remembers that we removed the object, so that a
-- reading begun before does not bring it back; touched_at is when we last changed it ourselves.
CREATE TABLE IF NOT EXISTS graph_object (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    object_id VARCHAR(40) NOT NULL,
    place INT NOT NULL,
    campaign_id VARCHAR(40),
    ad_set_id VARCHAR(40),
    body VARCHAR(1000000),
    touched_at TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (tenant_id, account_id, kind, object_id)
);

-- What was asked of insights: 'daily/CAMPAIGN/2026-02-01' for one day of a level, 'range/...' and 'breakdown/...' for
-- whole ranges. A day that stands here without parts had no delivery; one that does not stand here was never read.
CREATE TABLE IF NOT EXISTS insight_query (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    query VARCHAR(100) NOT NULL,
    as_of TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    outdated BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, account_id, query)
);

-- The answer: up to 2000 facts in each part, as deflated JSON. A row per fact costs twenty times the time to replace.
CREATE TABLE IF NOT EXISTS insight_part (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    query VARCHAR(100) NOT NULL,
    part INT NOT NULL,
    body VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, query, part)
);

CREATE TABLE IF NOT EXISTS thumbnail (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    creative_id VARCHAR(40) NOT NULL,
    stored_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    size INT NOT NULL,
    picture VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, creative_id)
);
CREATE INDEX IF NOT EXISTS thumbnail_by_age ON thumbnail (stored_at, size);
