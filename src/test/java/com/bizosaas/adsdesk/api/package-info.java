/// Tests of the local API: in this process over the sandbox, and helpers for those that drive a process of its own.
package com.bizosaas.adsdesk.api;
