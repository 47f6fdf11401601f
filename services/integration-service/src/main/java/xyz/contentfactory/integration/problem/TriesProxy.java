package xyz.contentfactory.integration.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A controller method that asks Telegram through a proxy a person has named.
@TelegramProblems({
  TelegramProblem.PROXY_UNREACHABLE,
  TelegramProblem.PROXY_ADDRESS_FORBIDDEN,
  TelegramProblem.PROXY_LOGIN_REFUSED,
  TelegramProblem.PROXY_DESTINATION_REFUSED,
  TelegramProblem.PROXY_OF_ANOTHER_KIND,
  TelegramProblem.PROXY_SILENT,
  TelegramProblem.PROXY_SECRET_REFUSED,
  TelegramProblem.PROXY_LEADS_ELSEWHERE
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TriesProxy {}
