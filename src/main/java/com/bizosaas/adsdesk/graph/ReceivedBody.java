package com.bizosaas.adsdesk.graph;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// The body of a reply as it comes. Once taken it is not held any more: the JDK's connections remember their last reply for
/// as long as they are kept open, and with it whatever its body handler holds.
///
/// Written by one thread at a time; taken when it is whole.
final class ReceivedBody implements Consumer<Optional<byte[]>> {

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void accept(Optional<byte[]> piece) {
        piece.ifPresent(bytes::writeBytes);
    }

    /// All of it; nothing the second time.
    synchronized byte[] take() {
        byte[] whole = bytes.toByteArray();
        bytes = new ByteArrayOutputStream();
        return whole;
    }
}
