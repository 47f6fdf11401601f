package xyz.contentfactory.integration.login;

import xyz.contentfactory.integration.account.Accounts;

/// What all ways to log in work with.
public record LoginParts(
    Logins logins,
    QrCodes codes,
    Accounts accounts,
    LoginRecord record,
    PhoneHashes hashes,
    AccountStart starting,
    LoginProxies proxies) {

  Arrivals arrivals() {
    return new Arrivals(record, hashes, starting);
  }
}
