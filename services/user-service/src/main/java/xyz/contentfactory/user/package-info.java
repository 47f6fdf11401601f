/// Members and their web sessions: register, sign in, stay signed in, sign out.
@NullMarked
package xyz.contentfactory.user;

import org.jspecify.annotations.NullMarked;
