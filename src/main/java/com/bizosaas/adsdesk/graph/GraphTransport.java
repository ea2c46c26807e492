package com.bizosaas.adsdesk.graph;

/// Sends one request and brings back one whole reply, whatever its status. It neither retries nor follows redirects.
///
/// Wrap one to observe what is sent. Implementations are thread-safe; an interrupt ends the call.
@FunctionalInterface
public interface GraphTransport {

    WireReply send(WireRequest request) throws TransportException;
}
