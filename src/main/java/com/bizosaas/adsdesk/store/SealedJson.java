package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Records as JSON, sealed with the data key of their tenant and bound to the row they lie in.
final class SealedJson {

    private final DataKeys keys;

    SealedJson(DataKeys keys) {
        this.keys = keys;
    }

    /// To be called before rows of the tenant are read, outside of the reading.
    void prepare(TenantId tenant) {
        keys.prepare(tenant.value());
    }

    byte[] seal(TenantId tenant, String row, String field, Object value) {
        try (SecretBytes text = SecretBytes.owning(Json.write(value).getBytes(StandardCharsets.UTF_8))) {
            return keys.of(tenant.value()).seal(text, row, field).bytes();
        }
    }

    <T> T open(TenantId tenant, String row, String field, byte[] sealed, Class<T> type) {
        return Json.read(text(tenant, row, field, sealed), type);
    }

    Map<String, String> openMap(TenantId tenant, String row, String field, byte[] sealed) {
        return Json.readMap(text(tenant, row, field, sealed));
    }

    private String text(TenantId tenant, String row, String field, byte[] sealed) {
        try (SecretBytes text = keys.of(tenant.value()).open(sealed, row, field)) {
            return text.with(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
