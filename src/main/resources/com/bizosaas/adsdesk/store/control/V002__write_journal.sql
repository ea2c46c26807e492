-- Every write to Facebook, recorded before it leaves. Names and values are sealed with the tenant's data key.
CREATE TABLE IF NOT EXISTS write_journal (
    write_id VARCHAR(36) NOT NULL PRIMARY KEY,
    tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (tenant_id),
    account_id VARCHAR(40) NOT NULL,
    batch_id VARCHAR(64) NOT NULL,
    place INT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    edge VARCHAR(64) NOT NULL,
    object_id VARCHAR(40),
    action VARCHAR(120) NOT NULL,
    state VARCHAR(16) NOT NULL,
    who VARCHAR(400) NOT NULL,
    planned_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    sent_at TIMESTAMP(9) WITH TIME ZONE,
    settled_at TIMESTAMP(9) WITH TIME ZONE,
    trace_id VARCHAR(400) NOT NULL,
    reason VARCHAR(4000) NOT NULL,
    sealed VARBINARY(1000000) NOT NULL
);
CREATE INDEX IF NOT EXISTS write_journal_by_time ON write_journal (tenant_id, planned_at);
CREATE INDEX IF NOT EXISTS write_journal_by_batch ON write_journal (tenant_id, batch_id, place);
CREATE INDEX IF NOT EXISTS write_journal_by_object ON write_journal (tenant_id, object_id);
CREATE INDEX IF NOT EXISTS write_journal_by_state ON write_journal (tenant_id, state);
