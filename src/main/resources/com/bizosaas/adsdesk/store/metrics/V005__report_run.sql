-- Report runs of insights that were started and not fetched yet; question is a hash of what was asked.
CREATE TABLE IF NOT EXISTS report_run (
    tenant_id VARCHAR(64) NOT NULL,
    account_id VARCHAR(40) NOT NULL,
    question VARCHAR(64) NOT NULL,
    run_id VARCHAR(40) NOT NULL,
    started_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant_id, account_id, question)
);
