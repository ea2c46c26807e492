/// What ads are aimed at: places, details and languages as Facebook's targeting search names them, and how many people that
/// is (graph-api chapter 07).
@NullMarked
package com.bizosaas.adsdesk.domain.targeting;

import org.jspecify.annotations.NullMarked;
