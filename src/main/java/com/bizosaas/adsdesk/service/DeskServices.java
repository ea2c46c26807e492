package com.bizosaas.adsdesk.service;

/// All services of one unlocked desk, handed to the window that shows them.
public record DeskServices(TenantService tenants, ConnectionService connections, CampaignService campaigns,
        AdObjectService adObjects,
        InsightService insights, AudienceService audiences, CreativeService creatives, SyncService sync,
        SettingsService settings, AuditService audit, PersonService persons, BackupService backups,
        JournalService journal, ProfileService profiles, LocalApiService localApi, Workbench workbench,
        DeskEvents events) {
}
