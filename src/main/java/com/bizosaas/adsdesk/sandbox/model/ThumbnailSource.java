package com.bizosaas.adsdesk.sandbox.model;

/// Where the sandbox's pictures come from: drawn, never fetched, so that the sandbox needs no network.
///
/// Implementations are safe for use by many threads and answer the same bytes for the same arguments.
public interface ThumbnailSource {

    /// A PNG of exactly this size in pixels. An id nobody knows still gets a picture of its own.
    byte[] png(String creativeOrImageId, int width, int height);
}
