/// The Graph API's general machinery: paths, field expansion, paging, filtering, parameter checks, batch and errors. What
/// the single objects can do is registered by `sandbox.objects`.
@NullMarked
package com.bizosaas.adsdesk.sandbox.graph;

import org.jspecify.annotations.NullMarked;
