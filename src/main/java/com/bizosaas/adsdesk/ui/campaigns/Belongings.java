package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;

/// How many ad sets and ads a campaign has, whatever the filter shows of them.
record Belongings(int adSets, int ads) {

    static final Belongings NONE = new Belongings(0, 0);

    /// @param local a row of the part
    static Belongings of(Part part, int local) {
        int children = part.endOfChildren(local) - part.firstChild(local);
        if (part.level(local) != Level.CAMPAIGN) {
            return part.level(local) == Level.AD_SET ? new Belongings(0, children) : NONE;
        }
        int ads = 0;
        for (int adSet = part.firstChild(local); adSet < part.endOfChildren(local); adSet++) {
            ads += part.endOfChildren(adSet) - part.firstChild(adSet);
        }
        return new Belongings(children, ads);
    }
}
