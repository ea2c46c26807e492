package com.bizosaas.adsdesk.sandbox;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.login.Sessions;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.WorldChanges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A sandbox's changes and tokens as one JSON file, replaced as a whole. The tokens in it open nothing but a sandbox.
final class StateFile {

    private static final int FORMAT = 1;

    /// Everything that outlives a run.
    record State(Sessions.Saved sessions, WorldChanges world, Map<String, List<ObjectNode>> activities) {
    }

    private final Path path;
    private final Fleet fleet;

    StateFile(Path path, Fleet fleet) {
        this.path = path;
        this.fleet = fleet;
    }

    /// What was saved last; empty where nothing was.
    ///
    /// @throws IOException where the file cannot be read, is damaged, or belongs to another fleet or seed
    Optional<State> load() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = Json.read(Files.readAllBytes(path));
        } catch (JacksonException e) {
            throw new IOException("The sandbox's state file is damaged: " + path, e);
        }
        if (root.path("format").asInt() != FORMAT || !root.path("fleet").asString("").equals(fleet.name()) || root.path(
                "seed").asLong() != fleet.seed()) {
            throw new IOException("The sandbox's state file belongs to another fleet, seed or release: " + path);
        }
        List<Node> nodes = new ArrayList<>();
        for (JsonNode node : root.path("nodes")) {
            nodes.add(new Node(Kind.valueOf(node.path("kind").asString()), node.path("id").asString(),
                    node.path("account")
                            .asString(),
                    parent(node), (ObjectNode) node.path("fields")));
        }
        Map<String, String> removed = new LinkedHashMap<>();
        root.path("removed").properties().forEach(one -> removed.put(one.getKey(), one.getValue().asString()));
        Map<String, List<ObjectNode>> activities = new LinkedHashMap<>();
        root.path("activities").properties()
                .forEach(one -> activities.put(one.getKey(), one.getValue().valueStream().map(
                        row -> (ObjectNode) row).toList()));
        return Optional
                .of(new State(Json.value(root.path("sessions"), Sessions.Saved.class), new WorldChanges(root.path(
                        "serial").asLong(), nodes, removed), activities));
    }

    private static @Nullable String parent(JsonNode node) {
        return node.has("parent") ? node.path("parent").asString() : null;
    }

    /// The state as bytes; call it while the world is still.
    byte[] write(State state) {
        ObjectNode root = Json.object().put("format", FORMAT).put("fleet", fleet.name()).put("seed", fleet.seed()).put(
                "serial", state.world().serial());
        root.set("sessions", Json.tree(state.sessions()));
        ArrayNode nodes = root.putArray("nodes");
        for (Node node : state.world().nodes()) {
            ObjectNode saved = nodes.addObject().put("kind", node.kind().name()).put("id", node.id()).put("account",
                    node
                            .accountId());
            if (node.parentId() != null) {
                saved.put("parent", node.parentId());
            }
            saved.set("fields", node.fields());
        }
        root.set("removed", Json.tree(state.world().removed()));
        root.set("activities", Json.tree(state.activities()));
        return Json.bytes(root);
    }

    /// Replaces the file: a reader sees the old state or the new one, never half of it.
    void replace(byte[] bytes) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = path.resolveSibling(path.getFileName() + ".tmp");
        Files.deleteIfExists(next);
        // It holds tokens, if only of play money.
        FileAttribute<?>[] ownersOnly = path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(next,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
