package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.StoreBehind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How far the control store has come, kept outside it in `mark.json` under a MAC. H2 opens a truncated file without an
/// error, as an older or an empty database; only a witness outside can tell.
///
/// The mark is written after each commit of an audit entry and each writing of the vault file: both may be ahead of it, never
/// behind.
///
/// @param vaultGeneration of the last vault file, 0 in a mark of a release that did not note it
public record HighWaterMark(String storeId, int schemaVersion, long auditNumber, String auditHash,
        long vaultGeneration) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int MAX_BYTES = 4096;

    public HighWaterMark {
        if (schemaVersion < 1 || auditNumber < 0 || vaultGeneration < 0) {
            throw new IllegalArgumentException("A mark below zero.");
        }
    }

    /// @throws StoreBehind if the mark is missing, damaged or not written by the holder of this vault
    public static HighWaterMark read(Place folder, SecretBytes macKey) {
        Path file = folder.markFile();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unreadable(file, null);
            }
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            HighWaterMark mark = new HighWaterMark(root.path("storeId").asString(), root.path("schemaVersion").asInt(),
                    root.path("auditNumber").asLong(), root.path("auditHash").asString(),
                    root.path("vaultGeneration").asLong(0));
            byte[] mac = HexFormat.of().parseHex(root.path("mac").asString());
            if (!Hmac.same(mac, Hmac.sha256(macKey, mark.content()))) {
                throw unreadable(file, null);
            }
            return mark;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    public void write(Place folder, SecretBytes macKey) throws IOException {
        String mac = HexFormat.of().formatHex(Hmac.sha256(macKey, content()));
        String json = JSON.writeValueAsString(JSON.createObjectNode().put("storeId", storeId)
                .put("schemaVersion", schemaVersion).put("auditNumber", auditNumber).put("auditHash", auditHash)
                .put("vaultGeneration", vaultGeneration).put("mac", mac));
        AtomicFile.replace(folder.disk(), folder.markFile(), json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] content() {
        Fields fields = new Fields().add(vaultGeneration == 0 ? "ads-desk/mark/1" : "ads-desk/mark/2").add(storeId)
                .add(schemaVersion).add(auditNumber).add(auditHash);
        return vaultGeneration == 0 ? fields.bytes() : fields.add(vaultGeneration).bytes();
    }

    public HighWaterMark withAudit(long number, String hash) {
        return new HighWaterMark(storeId, schemaVersion, number, hash, vaultGeneration);
    }

    public HighWaterMark withVault(long generation) {
        return new HighWaterMark(storeId, schemaVersion, auditNumber, auditHash, generation);
    }

    private static StoreBehind unreadable(Path file, @Nullable Exception cause) {
        StoreBehind behind = new StoreBehind("The file " + file
                + ", which says how far the store has come, is missing or "
                + "was changed. Without it an older store cannot be told from the right one, so it was not opened. Nothing was "
                + "changed.");
        if (cause != null) {
            behind.addSuppressed(cause);
        }
        return behind;
    }
}
