-- How often vault.json had been written when this store last looked: an older one in its place is noticed.

ALTER TABLE store_info ADD COLUMN IF NOT EXISTS vault_generation BIGINT DEFAULT 0 NOT NULL;
