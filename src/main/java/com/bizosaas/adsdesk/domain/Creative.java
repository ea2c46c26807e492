package com.bizosaas.adsdesk.domain;

import org.jspecify.annotations.Nullable;

/// An ad creative as last read (graph-api chapter 08).
///
/// @param cards number of cards of a carousel, 0 otherwise
/// @param thumbnailUrl a signed address that dies after some days: fetch and keep the bytes, never the address
public record Creative(GraphId id, String name, String status, Format format, String title, String body,
        String callToAction, String link, int cards, @Nullable String videoId, @Nullable String imageHash,
        @Nullable String pageId, @Nullable String thumbnailUrl) {

    /// The same with what alone can change of a creative (graph-api chapter 08).
    public Creative renamed(String toName, String toStatus) {
        return new Creative(id, toName, toStatus, format, title, body, callToAction, link, cards, videoId, imageHash,
                pageId, thumbnailUrl);
    }

    /// What a viewer sees.
    public enum Format {
        IMAGE, VIDEO, CAROUSEL, OTHER
    }
}
