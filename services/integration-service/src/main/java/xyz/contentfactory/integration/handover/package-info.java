/// Logins change hands: those that other programs made are taken over, ours are handed over.
@NullMarked
package xyz.contentfactory.integration.handover;

import org.jspecify.annotations.NullMarked;
