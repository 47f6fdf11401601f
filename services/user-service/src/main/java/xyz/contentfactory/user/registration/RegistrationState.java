package xyz.contentfactory.user.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a person who wants to register has to know.
///
/// @param firstMember nobody is registered yet: whoever comes first will be admin, in any mode
/// @param captcha whether a solved challenge has to come along
/// @param mailbox where mails are shown on the machine itself, when no mail server is set up
public record RegistrationState(
    RegistrationMode mode,
    boolean firstMember,
    boolean captcha,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable URI mailbox) {}
