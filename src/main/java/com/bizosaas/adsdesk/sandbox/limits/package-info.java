/// How much may be called: scores, hourly budgets and the usage headers that tell of them (graph-api chapter 12).
@NullMarked
package com.bizosaas.adsdesk.sandbox.limits;

import org.jspecify.annotations.NullMarked;
