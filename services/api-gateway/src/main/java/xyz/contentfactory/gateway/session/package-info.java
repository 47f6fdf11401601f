/// From a cookie or a bearer token to a caller, and from tokens to cookies.
@NullMarked
package xyz.contentfactory.gateway.session;

import org.jspecify.annotations.NullMarked;
