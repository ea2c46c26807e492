package com.bizosaas.adsdesk.draft;

import java.util.List;
import java.util.regex.Pattern;

/// What a creative that is made with its ad has to say (graph-api chapter 08, "object_story_spec").
final class NewCreativeCheck {

    private static final Pattern ADDRESS = Pattern
            .compile("(?i)https?://[^\\s/?#@:.]+(\\.[^\\s/?#@:.]+)+(:[0-9]{1,5})?([/?#]\\S*)?");

    private final DraftKey key;
    private final NewCreative creative;

    NewCreativeCheck(DraftKey key, NewCreative creative) {
        this.key = key;
        this.creative = creative;
    }

    void run(List<Finding> findings) {
        if (creative.page().isEmpty()) {
            red(findings, "creative.page", "Nobody speaks in the ad", "Choose the Page.");
        }
        if (creative.instagram().isEmpty()) {
            red(findings, "creative.instagram", "It is not said who speaks at Instagram",
                    "Choose an account, or “Use the Page”.");
        }
        if (creative.image().isEmpty()) {
            red(findings, "creative.image", "The ad has no image", "Choose one of the account, or a file.");
        }
        if (creative.link().isEmpty()) {
            red(findings, "creative.link", "The ad leads nowhere", "Type the address of the website.");
        } else if (!isAddress(creative.link())) {
            red(findings, "creative.link", "“" + creative.link() + "” is no address of a website",
                    "Write it as https://shop.example/summer.");
        }
        boolean mixed = creative.mix() != null;
        if (creative.headline().isBlank()) {
            add(findings, mixed, "creative.headline", "A headline is empty", "Type it, or remove it.");
        }
        if (creative.text().isBlank()) {
            add(findings, mixed, "creative.text", "The text above the image is empty", "Type it, or remove it.");
        }
    }

    private void red(List<Finding> findings, String code, String text, String fix) {
        findings.add(Finding.red(key, code, code, text, fix));
    }

    private void add(List<Finding> findings, boolean stops, String code, String text, String fix) {
        findings.add(stops
                ? Finding.red(key, code, code, text, fix)
                : Finding.yellow(key, code, code, text, fix));
    }

    /// An absolute http or https address of a host; Facebook takes no other.
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
