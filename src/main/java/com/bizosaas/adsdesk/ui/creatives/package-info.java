/// The Creatives tab: cards with thumbnails and performance, and Facebook's own preview of one creative.
///
/// A creative's figures are those of the ads that use it, added up from ad-level daily facts. Uploads and A/B tests are
/// not in here.
@NullMarked
package com.bizosaas.adsdesk.ui.creatives;

import org.jspecify.annotations.NullMarked;
