package xyz.contentfactory.integration.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import xyz.contentfactory.kit.identity.Caller;

/// The live stream of the caller's own changes.
@RestController
@Tag(name = "Events")
public class EventController {
  private final Events events;

  public EventController(Events events) {
    this.events = events;
  }

  @GetMapping(path = "/api/v1/telegram/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "Changes of accounts, deliveries and logins, as they happen")
  SseEmitter events(Caller caller) {
    return events.subscribe(caller);
  }
}
