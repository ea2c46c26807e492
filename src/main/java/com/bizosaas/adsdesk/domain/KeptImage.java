package com.bizosaas.adsdesk.domain;

/// An image that a draft shows and that is kept on this computer until it is published.
///
/// @param sha256 of its bytes, 64 hexadecimal digits
/// @param name its file's name
/// @param type `JPEG`, `PNG` or `GIF`
/// @param bytes how long the file is
public record KeptImage(String sha256, String name, String type, int width, int height, int bytes) {
}
