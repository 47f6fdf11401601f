/// What can go wrong, as tables: our codes, Telegram's refusals, complaints about fields.
@NullMarked
package xyz.contentfactory.integration.problem;

import org.jspecify.annotations.NullMarked;
