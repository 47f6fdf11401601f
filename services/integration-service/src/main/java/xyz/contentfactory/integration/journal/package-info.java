/// The journal: every act with its result, for the person who wants to know what happened.
@NullMarked
package xyz.contentfactory.integration.journal;

import org.jspecify.annotations.NullMarked;
