package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The conditional fields of an ad (graph-api chapter 04, "Ad").
final class AdCheck {

    private final Projection projection;
    private final Draft draft;
    private final DraftKey key;
    private final Map<String, String> after;
    private final Rules rules;

    AdCheck(Projection projection, Draft draft, Map<String, String> after, Rules rules) {
        this.projection = projection;
        this.draft = draft;
        this.key = draft.key();
        this.after = after;
        this.rules = rules;
    }

    void run(List<Finding> findings) {
        if (draft.action() == Action.ADD) {
            created(findings);
        }
        String tags = draft.mine(Fields.URL_TAGS);
        if (tags != null && !tags.isEmpty()) {
            UrlTags.problem(tags).ifPresent(problem -> findings
                    .add(Finding.red(key, Fields.URL_TAGS, "tags.shape", "The URL parameters cannot be read",
                            problem)));
        }
        if (draft.action() == Action.ADD || tags != null) {
            missing(tags, findings);
        }
    }

    private void created(List<Finding> findings) {
        String parent = projection.parent(Level.AD, key.object());
        Map<String, String> adSet = projection.after(Level.AD_SET, parent);
        if (adSet.isEmpty()) {
            findings.add(Finding.red(key, Fields.AD_SET, "parent.missing", "Its ad set does not exist",
                    "Choose the ad set it belongs to."));
        } else if (Checks.over(adSet)) {
            findings.add(Finding.red(key, Fields.AD_SET, "parent.over", "Its ad set is archived or deleted",
                    "Choose another ad set."));
        }
        if (FieldValues.isAbsent(after.get(Fields.CREATIVE))) {
            findings.add(Finding.red(key, Fields.CREATIVE, "ad.creative", "The ad has no creative", "Choose one."));
        }
        NewCreative.of(after.getOrDefault(Fields.CREATIVE, ""))
                .ifPresent(creative -> new NewCreativeCheck(key, creative).run(findings));
        List<String> siblings = projection.ads(parent);
        if (siblings.size() > AdMix.MOST_PER_AD_SET && siblings.stream()
                .filter(ad -> !Checks.over(projection.after(Level.AD, ad))).count() > AdMix.MOST_PER_AD_SET) {
            findings.add(Finding.red(key, Fields.AD_SET, "parent.full", "The ad set would have more than 50 ads",
                    "Put it into another ad set."));
        }
        if (Checks.ACTIVE.equals(after.get(Fields.STATUS))) {
            findings.add(
                    Finding.yellow(key, Fields.STATUS, "status.live", "It is switched on as soon as it is published",
                            "Create it paused, and switch it on later.").repairedBy(Fields.STATUS, "PAUSED"));
        }
    }

    private void missing(@Nullable String tags, List<Finding> findings) {
        List<String> missing = UrlTags.missing(rules.urlTags(), tags == null ? "" : tags);
        if (!missing.isEmpty()) {
            findings.add(Finding.yellow(key, Fields.URL_TAGS, "tags.missing",
                    "It lacks this client's URL parameters: " + String.join(", ", missing),
                    "Add them, or tracking breaks silently.").repairedBy(Fields.URL_TAGS,
                            UrlTags.completed(rules.urlTags(), tags == null ? "" : tags)));
        }
    }
}
