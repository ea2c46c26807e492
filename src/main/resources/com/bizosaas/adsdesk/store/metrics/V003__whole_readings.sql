-- When a topic was last read whole; as_of may be later, when only what changed was read.
ALTER TABLE read_mark ADD COLUMN IF NOT EXISTS whole_at TIMESTAMP(9) WITH TIME ZONE;
