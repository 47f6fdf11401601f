/// The failures of this service by their published codes.
@NullMarked
package xyz.contentfactory.user.problem;

import org.jspecify.annotations.NullMarked;
