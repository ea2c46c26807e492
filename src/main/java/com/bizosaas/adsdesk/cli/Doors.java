package com.bizosaas.adsdesk.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a command gets to a desk; made by whoever can open one.
public interface Doors {

    /// Where the desk is and how to get in, as the options say.
    ///
    /// @param dataDir null for the usual folder
    /// @param passphraseFile opens the store where no desk runs; null where that is not wanted
    /// @param sandbox whether the built-in stand-in for Facebook is meant, with its own folder
    /// @param graphUrl null for Facebook's
    /// @param dialogUrl null for Facebook's
    record Where(@Nullable Path dataDir, @Nullable Path passphraseFile, boolean sandbox, @Nullable String graphUrl,
            @Nullable String dialogUrl) {
    }

    /// An API that answers; closing it closes a desk that was opened for it.
    ///
    /// @param opened whether the desk was opened here
    record Door(URI url, String key, boolean opened, AutoCloseable behind) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            behind.close();
        }

        @Override
        public String toString() {
            return "Door[" + url + "]";
        }
    }

    /// @throws CliException if there is no way in, in a sentence that says what to do
    Door open(Where where) throws IOException;

    /// Puts a backup back while no desk runs.
    ///
    /// @param secretFile its first line is an administrator's passphrase of the backup's day, or its recovery code
    /// @return what was put back, in a sentence
    /// @throws CliException if it cannot be; nothing was changed
    String restore(Where where, Path backup, Path secretFile) throws IOException;
}
