/// What an agency agreed with a client: owner, targets, guardrails, what counts as a conversion, naming and links.
@NullMarked
package com.bizosaas.adsdesk.domain.profile;

import org.jspecify.annotations.NullMarked;
