/// Whom an ad set reaches, and with what: the targeting editor, the estimate beside it, and the choice of a creative.
///
/// The parts stand on their own and are put together by the dialogs that need them. What is edited is a
/// [com.bizosaas.adsdesk.draft.TargetingSpec]; searches and estimates come from
/// [com.bizosaas.adsdesk.service.TargetingService].
@NullMarked
package com.bizosaas.adsdesk.ui.targeting;

import org.jspecify.annotations.NullMarked;
