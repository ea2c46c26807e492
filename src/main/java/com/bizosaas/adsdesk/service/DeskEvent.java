package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;

/// News for the panes. An event says what changed, not how: listeners read the store again.
public sealed interface DeskEvent {

    /// Tenants were made, renamed or deleted.
    record TenantsChanged() implements DeskEvent {
    }

    /// A sign-in was made, renewed, broken or removed, or other accounts were chosen.
    record ConnectionChanged(TenantId tenant) implements DeskEvent {
    }

    /// The store holds newer data of a topic.
    record DataChanged(TenantId tenant, AdAccountId account, Topic topic) implements DeskEvent {
    }

    /// A refresh started, moved on, ended or failed.
    record SyncChanged(TenantId tenant, AdAccountId account, Topic topic) implements DeskEvent {
    }

    /// Usage of Facebook's limits moved.
    record UsageChanged() implements DeskEvent {
    }

    record SettingsChanged() implements DeskEvent {
    }

    /// A backup was made, or a daily one failed.
    record BackupsChanged() implements DeskEvent {
    }

    /// Somebody was added, removed, renamed or given another role.
    record PersonsChanged() implements DeskEvent {
    }

    /// The journal of the tenant's writes to Facebook moved.
    record JournalChanged(TenantId tenant) implements DeskEvent {
    }

    /// Something was written to the audit log.
    record AuditChanged() implements DeskEvent {
    }

    /// Drafts of the tenant were made, changed, undone, published or compared.
    record DraftsChanged(TenantId tenant) implements DeskEvent {
    }

    /// Something was written about an object of the tenant, or taken away.
    record CommentsChanged(TenantId tenant) implements DeskEvent {
    }

    /// A batch that is published moved on.
    record PublishChanged(TenantId tenant, String batch) implements DeskEvent {
    }

    /// What Facebook has differs otherwise than before from what this desk wrote, or somebody decided about it.
    record DriftChanged(TenantId tenant) implements DeskEvent {
    }
}
