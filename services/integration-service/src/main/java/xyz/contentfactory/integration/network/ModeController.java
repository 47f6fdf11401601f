package xyz.contentfactory.integration.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;

/// Says which Telegram this installation talks to, and in sandbox mode whom one can log in as.
@RestController
@Tag(name = "Mode")
public class ModeController {
  private final TelegramMode mode;
  private final TelegramGate gate;
  private final @Nullable SandboxSite sandbox;

  ModeController(TelegramMode mode, TelegramGate gate, @Nullable SandboxSite sandbox) {
    this.mode = mode;
    this.gate = gate;
    this.sandbox = sandbox;
  }

  @Schema(name = "TelegramMode")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Mode(TelegramMode mode, boolean ready, @Nullable Sandbox sandbox) {}

  @Schema(name = "SandboxOffer")
  record Sandbox(URI phoneUrl, List<Person> numbers) {}

  @Schema(name = "SandboxNumber")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Person(
      String phone,
      String name,
      @Nullable Integer dc,
      boolean cloudPasswordSet,
      @Nullable String hint) {
    static Person of(SandboxDescription.Person number) {
      return new Person(
          number.phone(),
          Objects.requireNonNullElse(number.name(), number.phone()),
          number.dc(),
          Boolean.TRUE.equals(number.cloudPasswordSet()),
          number.hint());
    }
  }

  @GetMapping("/api/v1/telegram/mode")
  @Operation(summary = "Which Telegram this installation talks to")
  Mode mode(Caller caller) throws InterruptedException {
    SandboxSite site = sandbox;
    return new Mode(
        mode, gate.isReady(), site == null ? null : new Sandbox(site.phoneUrl(), numbers(site)));
  }

  private static List<Person> numbers(SandboxSite site) throws InterruptedException {
    try {
      List<SandboxDescription.Person> numbers = site.describe().numbers();
      return numbers == null ? List.of() : numbers.stream().map(Person::of).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
