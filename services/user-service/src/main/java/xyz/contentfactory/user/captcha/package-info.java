/// The proof of work that registering costs, in the form of ALTCHA.
@NullMarked
package xyz.contentfactory.user.captcha;

import org.jspecify.annotations.NullMarked;
