package xyz.contentfactory.integration.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A controller method that waits for an answer of Telegram, which may be any of these; an account
/// behind a proxy may not get as far.
@TelegramProblems({
  TelegramProblem.ACCOUNT_LOGGED_OUT,
  TelegramProblem.FLOOD_WAIT,
  TelegramProblem.PROXY_UNREACHABLE,
  TelegramProblem.PROXY_ADDRESS_FORBIDDEN,
  TelegramProblem.PROXY_LOGIN_REFUSED,
  TelegramProblem.PROXY_DESTINATION_REFUSED,
  TelegramProblem.PROXY_OF_ANOTHER_KIND,
  TelegramProblem.PROXY_SILENT,
  TelegramProblem.PROXY_SECRET_REFUSED,
  TelegramProblem.PROXY_LEADS_ELSEWHERE,
  TelegramProblem.TELEGRAM_FAULT,
  TelegramProblem.TELEGRAM_REFUSED
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsksTelegram {}
