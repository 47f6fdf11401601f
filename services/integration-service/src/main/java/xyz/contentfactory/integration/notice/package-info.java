/// What members are to be told about their accounts.
@NullMarked
package xyz.contentfactory.integration.notice;

import org.jspecify.annotations.NullMarked;
