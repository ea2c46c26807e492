package com.bizosaas.adsdesk.domain;

/// An image of an ad account's library.
///
/// @param hash by which creatives of that account name it
/// @param url of a small picture, signed and good for some days; empty where there is none
public record AccountImage(String hash, String name, int width, int height, String url) {
}
