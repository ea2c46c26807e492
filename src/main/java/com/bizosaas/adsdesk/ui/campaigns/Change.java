package com.bizosaas.adsdesk.ui.campaigns;

/// One line of a review: a field, what it was, and what it will be.
///
/// @param old empty where there was nothing before
/// @param note what follows from it, such as "+14.3%"; empty where nothing does
record Change(String field, String old, String fresh, String note) {
}
