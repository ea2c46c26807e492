package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.HighWaterMark;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the high-water mark of the open control store up to date.
///
/// Thread rule: safe for use by several threads; the mark only rises.
final class HighWater implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HighWater.class);

    private final Place folder;
    private final SecretBytes macKey;
    private final QuietThread thread = new QuietThread("store-mark");
    private HighWaterMark mark;

    HighWater(Place folder, SecretBytes macKey, HighWaterMark mark) {
        this.folder = folder;
        this.macKey = macKey;
        this.mark = mark;
    }

    synchronized HighWaterMark mark() {
        return mark;
    }

    /// Called after the commit, so a failure must not be reported as one of the commit. A mark that lags is safe, it only
    /// notices less; the next entry raises it again.
    synchronized void advance(long auditNumber, String auditHash) {
        if (auditNumber <= mark.auditNumber()) {
            return;
        }
        raise(mark.withAudit(auditNumber, auditHash));
    }

    /// Called after the vault file was written; the same holds.
    synchronized void vaultAt(long generation) {
        if (generation > mark.vaultGeneration()) {
            raise(mark.withVault(generation));
        }
    }

    private void raise(HighWaterMark next) {
        try {
            write(next);
            mark = next;
        } catch (IOException e) {
            LOG.warn("The high-water mark could not be raised to {}", next, e);
        }
    }

    void write(HighWaterMark next) throws IOException {
        try {
            thread.call(() -> {
                next.write(folder, macKey);
                return next;
            });
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        thread.close();
        macKey.close();
    }
}
