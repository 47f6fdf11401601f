/// RFC 9457 problem documents: the one way any failure leaves the system over HTTP.
@NullMarked
package xyz.contentfactory.kit.problem;

import org.jspecify.annotations.NullMarked;
