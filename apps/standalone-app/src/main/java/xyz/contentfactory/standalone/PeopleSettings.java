package xyz.contentfactory.standalone;

import org.jspecify.annotations.Nullable;

/// Who may come in, and how.
///
/// @param registration as `CF_REGISTRATION` names it
/// @param oidc null when people sign in here only
record PeopleSettings(String registration, int captchaDifficulty, @Nullable OidcAccess oidc) {}
