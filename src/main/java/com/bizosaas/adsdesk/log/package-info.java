/// The one redaction point: every line that is logged passes here (robustness 5.4).
@NullMarked
package com.bizosaas.adsdesk.log;

import org.jspecify.annotations.NullMarked;
