-- Facebook's limits as an app saw them: what is closed and how much is used, so that a restart asks nothing of a closed
-- window. The tenant is the one whose call showed it; app and account limits hold for all.

CREATE TABLE IF NOT EXISTS limit_window (
    tenant_id VARCHAR(64) NOT NULL,
    app_id VARCHAR(64) NOT NULL,
    part VARCHAR(16) NOT NULL,
    scope_key VARCHAR(200) NOT NULL,
    use_case VARCHAR(64) NOT NULL,
    closed_at TIMESTAMP(9) WITH TIME ZONE,
    closed_until TIMESTAMP(9) WITH TIME ZONE,
    strikes INT NOT NULL,
    share DOUBLE PRECISION NOT NULL,
    seen_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant_id, app_id, part, scope_key, use_case)
);
