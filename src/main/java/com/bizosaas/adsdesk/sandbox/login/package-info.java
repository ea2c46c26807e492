/// Who may call: the app's credentials, operators, grants, codes and tokens, the login dialog's pages, and the calls that
/// turn a code into a token and tell what a token is worth (graph-api chapter 01).
@NullMarked
package com.bizosaas.adsdesk.sandbox.login;

import org.jspecify.annotations.NullMarked;
