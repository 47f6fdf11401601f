package xyz.contentfactory.integration.media;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.ProblemException;

/// Files for posts.
@RestController
@RequestMapping("/api/v1/telegram/media")
@Tag(name = "Media")
public class MediaController {
  /// Only what a browser shows without running it; all else is downloaded.
  private static final Set<String> SHOWN =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4");

  private final Reception reception;
  private final MediaFiles files;

  public MediaController(Reception reception, MediaFiles files) {
    this.reception = reception;
    this.files = files;
  }

  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Hand in a file for a post; its bytes are the body",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  @TelegramProblems({
    TelegramProblem.MEDIA_EMPTY,
    TelegramProblem.MEDIA_UNREADABLE,
    TelegramProblem.MEDIA_STORAGE_FULL
  })
  MediaFile take(Caller caller, @RequestParam String name, HttpServletRequest request)
      throws IOException {
    Permission.toChange(caller);
    return reception.take(
        caller.memberId(), name, request.getContentLengthLong(), request.getInputStream());
  }

  @GetMapping("/{id}")
  @Operation(summary = "The file as it was handed in")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @TelegramProblems(TelegramProblem.MEDIA_NOT_FOUND)
  ResponseEntity<Resource> give(Caller caller, @PathVariable UUID id) {
    MediaFile file =
        files
            .find(caller.memberId(), id)
            .orElseThrow(() -> ProblemException.of(TelegramProblem.MEDIA_NOT_FOUND));
    boolean shown = SHOWN.contains(file.mime());
    ContentDisposition disposition =
        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(file.name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .contentType(
            shown ? MediaType.parseMediaType(file.mime()) : MediaType.APPLICATION_OCTET_STREAM)
        .body(new FileSystemResource(files.disk().file(file.sha256())));
  }
}
