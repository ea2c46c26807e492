/// The wizard in which campaigns, ad sets and ads are made: a tree of drafts, each keystroke of which is stored, in five
/// steps that can be taken in any order. Nothing in here writes to Facebook; the last step leaves the tree among the
/// pending changes. New ads are one for each image and headline, or single ones; their drafts alone hold the mix, the
/// images lie in the control store until they are published. Knows services, `ui.common`, `ui.targeting` and the preview
/// of `ui.creatives`; the tabs open it by [CreateWizard].
@NullMarked
package com.bizosaas.adsdesk.ui.create;

import org.jspecify.annotations.NullMarked;
