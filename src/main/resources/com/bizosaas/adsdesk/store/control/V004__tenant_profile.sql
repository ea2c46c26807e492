-- What was agreed with a client, sealed with its data key; and the days on which a person confirmed its first write.
CREATE TABLE IF NOT EXISTS tenant_profile (
    tenant_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES tenant (tenant_id),
    sealed VARBINARY(1000000) NOT NULL
);

CREATE TABLE IF NOT EXISTS first_write (
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    person_id VARCHAR(64) NOT NULL,
    on_day DATE NOT NULL,
    PRIMARY KEY (tenant_id, person_id)
);
