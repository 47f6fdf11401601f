package xyz.contentfactory.gateway.limit;

import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `api-gateway.limits.*`: how often, written as `30/1m`: so many at once, and as many
/// again in that time.
///
/// @param loginPerAddress sign-ins from one address; an office shares one
/// @param loginPerAccount sign-ins to one e-mail, from wherever
/// @param registerPerAddress registrations from one address
/// @param refreshPerAddress refreshes from one address; every tab of an office does one in 10
///   minutes
/// @param connectPerAddress steps of connecting Telegram accounts from one address
/// @param connectPerMember steps of connecting Telegram accounts by one member
/// @param connectStartPerMember beginnings of connecting by one member: each makes Telegram send a
///   code to the number given, whoever owns it
public record RequestLimits(
    @DefaultValue("60/1m") Limit loginPerAddress,
    @DefaultValue("10/1m") Limit loginPerAccount,
    @DefaultValue("30/1m") Limit registerPerAddress,
    @DefaultValue("300/1m") Limit refreshPerAddress,
    @DefaultValue("120/1m") Limit connectPerAddress,
    @DefaultValue("60/1m") Limit connectPerMember,
    @DefaultValue("30/1h") Limit connectStartPerMember) {}
