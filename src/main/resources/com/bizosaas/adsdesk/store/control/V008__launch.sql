-- Images that drafts show and Facebook does not have yet, by the SHA-256 of their bytes; under which hash an ad account has
-- one; and trees of campaigns that were given a name to begin from. Bytes, names and values are sealed with the tenant's
-- data key.

CREATE TABLE IF NOT EXISTS draft_image (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    image_id VARCHAR(64) NOT NULL,
    kept_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    size INT NOT NULL,
    facts VARBINARY(10000) NOT NULL,
    sealed VARBINARY(40000000) NOT NULL,
    PRIMARY KEY (tenant_id, image_id)
);

CREATE TABLE IF NOT EXISTS account_image (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    account_id VARCHAR(40) NOT NULL,
    image_id VARCHAR(64) NOT NULL,
    image_hash VARCHAR(128) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, image_id)
);

CREATE TABLE IF NOT EXISTS campaign_template (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    template_id VARCHAR(36) NOT NULL,
    sealed VARBINARY(1000000) NOT NULL,
    PRIMARY KEY (tenant_id, template_id)
);
