package com.bizosaas.adsdesk.ui.campaigns;

/// How many ad sets and ads a campaign has, whatever the filter shows of them.
record Belongings(int adSets, int ads) {
}
