package xyz.contentfactory.user.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import xyz.contentfactory.kit.secret.Secret;

/// Hands mails to an SMTP server. Whatever the server does, `send` ends within the time limits.
final class SmtpRoute implements MailRoute {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

  private final JavaMailSenderImpl server = new JavaMailSenderImpl();
  private final String from;

  SmtpRoute(SmtpSettings settings) {
    server.setHost(settings.host());
    server.setPort(settings.port());
    server.setUsername(settings.username());
    Secret password = settings.password();
    server.setPassword(password == null ? null : password.reveal());
    server.setDefaultEncoding("UTF-8");
    server.setJavaMailProperties(properties(settings));
    this.from = settings.from();
  }

  private static Properties properties(SmtpSettings settings) {
    Properties properties = new Properties();
    boolean starttls = settings.security() == SmtpSettings.Security.STARTTLS;
    boolean tls = settings.security() == SmtpSettings.Security.TLS;
    properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(starttls || tls));
    properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_LIMIT.toMillis()));
    properties.put("mail.smtp.timeout", Long.toString(ANSWER_LIMIT.toMillis()));
    properties.put("mail.smtp.writetimeout", Long.toString(ANSWER_LIMIT.toMillis()));
    return properties;
  }

  @Override
  public void send(Mail mail) {
    try {
      MimeMessage message = server.createMimeMessage();
      MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
      parts.setFrom(from);
      parts.setTo(mail.to());
      parts.setSubject(mail.subject());
      parts.setSentDate(Date.from(mail.at()));
      parts.setText(mail.text(), mail.html());
      message.setHeader("Auto-Submitted", "auto-generated");
      server.send(message);
    } catch (MailException | MessagingException e) {
      throw new MailNotTaken(e.getClass().getSimpleName());
    }
  }
}
