/// What users, businesses, ad accounts, campaigns, ad sets, ads, creatives, media and audiences can do: their edges, worked
/// out fields, rules on writing and refusals (graph-api chapters 03 to 08).
@NullMarked
package com.bizosaas.adsdesk.sandbox.objects;

import org.jspecify.annotations.NullMarked;
