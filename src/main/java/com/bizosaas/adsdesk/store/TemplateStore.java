package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;

/// Campaigns that were given a name to begin from, sealed with the tenant's data key.
///
/// Thread rule: safe for use by several threads.
public final class TemplateStore {

    private static final String FIELD = "template";

    private final Sql sql;
    private final SealedJson sealed;

    TemplateStore(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    public List<CampaignTemplate> list(TenantId tenant) {
        sealed.prepare(tenant);
        return sql.list("SELECT template_id, sealed FROM campaign_template WHERE tenant_id = ? ORDER BY template_id",
                row -> sealed.open(tenant, row.getString(1), FIELD, row.getBytes(2), CampaignTemplate.class),
                tenant.value());
    }

    /// Stores a template in place of the one with its id, if there is one.
    public void save(TenantId tenant, CampaignTemplate template) {
        sql.update("MERGE INTO campaign_template (tenant_id, template_id, sealed) KEY (tenant_id, template_id) "
                + "VALUES (?, ?, ?)", tenant.value(), template.id(),
                sealed.seal(tenant, template.id(), FIELD, template));
    }

    public void delete(TenantId tenant, String id) {
        sql.update("DELETE FROM campaign_template WHERE tenant_id = ? AND template_id = ?", tenant.value(), id);
    }
}
