package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.service.CreativeService.Preview;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the address out of Facebook's preview markup (graph-api chapter 08). The markup itself is never shown: it is
/// someone else's HTML.
final class PreviewFrame {

    private static final Pattern FRAME = Pattern.compile("<iframe\\s([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')",
            Pattern.CASE_INSENSITIVE);
    private static final int WIDTH = 335;
    private static final int HEIGHT = 450;

    private PreviewFrame() {
    }

    /// @throws DeskException if there is no frame in it, or one that leads where nothing is to be loaded from
    static Preview of(String markup, Addresses addresses) {
        Matcher frame = FRAME.matcher(markup);
        if (!frame.find()) {
            throw refused("Facebook gave no preview");
        }
        String source = "";
        int width = WIDTH;
        int height = HEIGHT;
        Matcher attribute = ATTRIBUTE.matcher(frame.group(1));
        while (attribute.find()) {
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            switch (attribute.group(1).toLowerCase(Locale.ROOT)) {
                case "src" -> source = value;
                case "width" -> width = pixels(value, WIDTH);
                case "height" -> height = pixels(value, HEIGHT);
                default -> {
                    // Style and scrolling are the pane's own.
                }
            }
        }
        String address = source.replace("&quot;", "\"").replace("&#039;", "'").replace("&amp;", "&");
        if (!addresses.allows(address)) {
            throw refused("The preview leads to an unexpected address");
        }
        return new Preview(address, width, height);
    }

    private static int pixels(String text, int otherwise) {
        return text.matches("[0-9]{1,4}") && !text.equals("0") ? Integer.parseInt(text) : otherwise;
    }

    private static DeskException refused(String title) {
        return new DeskException(Problem.of(Problem.Kind.FAILED, title, "Try another placement, or try again later."));
    }

    /// Where pictures and previews may come from: https, and the Graph host itself where it is this computer.
    record Addresses(URI graphUrl) {

        boolean allows(String text) {
            try {
                URI address = new URI(text);
                if (address.getHost() == null || address.getRawUserInfo() != null) {
                    return false;
                }
                return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme())
                        && "http".equalsIgnoreCase(graphUrl.getScheme()) && address.getHost().equals(graphUrl.getHost())
                        && address.getPort() == graphUrl.getPort();
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
