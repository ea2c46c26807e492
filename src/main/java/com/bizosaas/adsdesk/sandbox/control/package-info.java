/// The control address, outside the Graph API's paths: faults, clock, tokens, budgets, changes from outside, and the
/// journal of what was asked. For tests and demonstrations; Facebook has nothing like it.
@NullMarked
package com.bizosaas.adsdesk.sandbox.control;

import org.jspecify.annotations.NullMarked;
