package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An unlocked desk with its token in memory, which waits for its end: a signal, or an order to use up all memory.
final class CrashedDesk {

    private CrashedDesk() {
    }

    /// @param arguments data folder
    static void main(String[] arguments) throws IOException {
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                DeskStore store = StoreFixture.open(folder);
                SecretBytes token = store.connections().token(StoreFixture.ACME).orElseThrow()) {
            System.out.println("ready " + token.with(bytes -> bytes.length));
            int order = System.in.read();
            List<byte[]> all = new ArrayList<>();
            while (order == 'm') {
                all.add(new byte[1 << 22]);
            }
            System.out.println(all.size());
        }
    }
}
