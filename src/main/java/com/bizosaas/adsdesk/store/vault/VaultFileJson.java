package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `vault.json` as text. Reading is strict: a property that is missing, unknown or of another type makes the file damaged,
/// since nothing the MAC does not cover may pass; a version or algorithm from elsewhere makes it unsupported.
final class VaultFileJson {

    static final int MAX_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Set<String> FILE_1 = Set.of("format", "version", "storeId", "created", "h2Version",
            "controlSchema", "metricsSchema", "slots", "mac");
    private static final Set<String> FILE = Set.of("format", "version", "storeId", "created", "generation", "h2Version",
            "controlSchema", "metricsSchema", "persons", "slots", "mac");
    private static final Set<String> PERSON = Set.of("id", "name", "role");
    private static final Set<String> SLOT_1 = Set.of("id", "kind", "label", "created", "kdf", "cipher", "nonce",
            "wrapped");
    private static final Set<String> SLOT = Set.of("id", "kind", "person", "label", "created", "kdf", "cipher", "nonce",
            "wrapped");
    private static final Set<String> ARGON2 = Set.of("algorithm", "version", "memoryKib", "passes", "lanes", "salt");
    private static final Set<String> HKDF = Set.of("algorithm", "salt");

    private VaultFileJson() {
    }

    static byte[] write(VaultFile file) {
        ObjectNode root = JSON.createObjectNode().put("format", VaultFile.FORMAT).put("version", VaultFile.VERSION)
                .put("storeId", file.storeId()).put("created", file.created().toString())
                .put("generation", file.generation()).put("h2Version", file.h2Version())
                .put("controlSchema", file.controlSchema()).put("metricsSchema", file.metricsSchema());
        ArrayNode persons = root.putArray("persons");
        file.persons().forEach(person -> persons.addObject().put("id", person.id()).put("name", person.name())
                .put("role", word(person.role())));
        ArrayNode slots = root.putArray("slots");
        file.slots().forEach(slot -> write(slot, slots.addObject()));
        root.put("mac", base64(file.mac()));
        return JSON.writeValueAsBytes(root);
    }

    private static void write(KeySlot slot, ObjectNode to) {
        to.put("id", slot.id()).put("kind", slot.kind().word()).put("person", slot.owner()).put("label", slot.label())
                .put("created",
                        slot.created().toString());
        ObjectNode kdf = to.putObject("kdf").put("algorithm", slot.kind().algorithm());
        KdfCosts costs = slot.costs();
        if (costs != null) {
            kdf.put("version", Argon2.VERSION).put("memoryKib", costs.memoryKib()).put("passes", costs.passes())
                    .put("lanes", costs.lanes());
        }
        kdf.put("salt", base64(slot.salt()));
        to.put("cipher", AesGcm.ALGORITHM).put("nonce", base64(slot.nonce())).put("wrapped", base64(slot.wrapped()));
    }

    static VaultFile read(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw damaged("it is larger than any vault file", null);
        }
        try {
            JsonNode root = JSON.readTree(content);
            // Before anything else, so that a newer format is called newer and not damaged.
            if (!VaultFile.FORMAT.equals(text(root, "format"))) {
                throw damaged("it is not a vault file", null);
            }
            int version = number(root, "version");
            if (version != VaultFile.VERSION && version != VaultFile.WITHOUT_PERSONS) {
                throw new Unsupported("The vault has format " + version + ", this release reads formats 1 and 2. "
                        + "Use the release that wrote it.");
            }
            boolean persons = version != VaultFile.WITHOUT_PERSONS;
            requireExactly(root, persons ? FILE : FILE_1);
            JsonNode list = root.get("slots");
            if (!list.isArray() || list.size() > VaultFile.MAX_SLOTS) {
                throw damaged("its list of key slots is not one", null);
            }
            List<KeySlot> slots = new ArrayList<>();
            for (JsonNode slot : list) {
                slots.add(readSlot(slot, persons));
            }
            return new VaultFile(version, UUID.fromString(text(root, "storeId")).toString(),
                    Instant.parse(text(root, "created")), persons ? number(root, "generation") : 0,
                    text(root, "h2Version"), number(root, "controlSchema"), number(root, "metricsSchema"),
                    persons ? readPersons(root.get("persons")) : List.of(), slots, bytes(root, "mac"));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw damaged("it does not read as one", e);
        }
    }

    private static List<Person> readPersons(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > VaultFile.MAX_PERSONS) {
            throw damaged("its list of persons is not one", null);
        }
        List<Person> persons = new ArrayList<>();
        for (JsonNode from : list) {
            requireExactly(from, PERSON);
            persons.add(new Person(text(from, "id"), text(from, "name"), role(text(from, "role"))));
        }
        return persons;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (word(role).equals(word)) {
                return role;
            }
        }
        throw new Unsupported("The vault gives somebody a role that this release does not know: " + word + ".");
    }

    private static KeySlot readSlot(JsonNode from, boolean persons) {
        requireExactly(from, persons ? SLOT : SLOT_1);
        KeySlot.Kind kind = KeySlot.Kind.ofWord(text(from, "kind"));
        JsonNode kdf = from.get("kdf");
        if (!kind.algorithm().equals(text(kdf, "algorithm"))) {
            throw new Unsupported("The vault derives a " + kind.word() + " key with " + text(kdf, "algorithm")
                    + ", which this release does not accept.");
        }
        if (!AesGcm.ALGORITHM.equals(text(from, "cipher"))) {
            throw new Unsupported(
                    "The vault is encrypted with " + text(from, "cipher") + ", which this release does not accept.");
        }
        KdfCosts costs = null;
        if (kind == KeySlot.Kind.PASSPHRASE) {
            requireExactly(kdf, ARGON2);
            if (number(kdf, "version") != Argon2.VERSION) {
                throw new Unsupported("The vault uses version " + number(kdf, "version")
                        + " of Argon2id, which this release does not accept.");
            }
            costs = new KdfCosts(number(kdf, "memoryKib"), number(kdf, "passes"), number(kdf, "lanes"));
        } else {
            requireExactly(kdf, HKDF);
        }
        return new KeySlot(text(from, "id"), kind, persons ? text(from, "person") : "", text(from, "label"),
                Instant.parse(text(from, "created")), costs, bytes(kdf, "salt"), bytes(from, "nonce"),
                bytes(from, "wrapped"));
    }

    private static void requireExactly(JsonNode node, Set<String> names) {
        int known = 0;
        for (Iterator<String> all = node.propertyNames().iterator(); all.hasNext(); known++) {
            if (!names.contains(all.next())) {
                throw damaged("it has properties that do not belong there", null);
            }
        }
        if (known != names.size()) {
            throw damaged("it lacks properties", null);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw damaged("its " + name + " is not text", null);
        }
        return value.asString();
    }

    private static int number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isInt()) {
            throw damaged("its " + name + " is not a number", null);
        }
        return value.asInt();
    }

    private static byte[] bytes(JsonNode node, String name) {
        return Base64.getDecoder().decode(text(node, name));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Damaged damaged(String why, @Nullable Throwable cause) {
        return new Damaged("The vault file cannot be read: " + why + ".", cause);
    }
}
