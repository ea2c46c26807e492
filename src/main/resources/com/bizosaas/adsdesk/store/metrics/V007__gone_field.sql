-- Fields that Facebook refused as gone, by version of the API, so that a restart does not send again what was refused. The
-- tenant is the one whose call showed it; it holds for all. A day later it counts no more.

CREATE TABLE IF NOT EXISTS gone_field (
    tenant_id VARCHAR(64) NOT NULL,
    version VARCHAR(16) NOT NULL,
    place VARCHAR(2000) NOT NULL,
    field VARCHAR(80) NOT NULL,
    refused_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant_id, version, place, field)
);
