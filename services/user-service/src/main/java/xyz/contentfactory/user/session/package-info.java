/// Web sessions: signed access tokens and rotating refresh tokens.
@NullMarked
package xyz.contentfactory.user.session;

import org.jspecify.annotations.NullMarked;
