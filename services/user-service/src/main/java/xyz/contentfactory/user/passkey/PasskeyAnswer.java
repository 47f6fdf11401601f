package xyz.contentfactory.user.passkey;

import java.util.Map;

/// What a browser's `PublicKeyCredential.toJSON()` says, under the id it was asked with.
record PasskeyAnswer(String challengeId, Map<String, Object> credential) {}
