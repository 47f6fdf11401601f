package xyz.contentfactory.telegram.mtproto.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Plays the actions of each transcript with both halves and writes down what they say. To be run
/// by hand, with the folder of the transcripts, when a change of the wire is meant; the difference
/// is then read, line by line.
///
/// The actions are those of `TranscriptTest`, and `lose client` or `lose server`: the next packet
/// of that side does not arrive.
final class RecordTranscripts {
  private final List<String> out = new ArrayList<>();
  private final Scene scene;
  private boolean loseClient;
  private boolean loseServer;

  private RecordTranscripts(Scene scene) {
    this.scene = scene;
  }

  static void main(String[] folder) throws IOException {
    try (var files = Files.list(Path.of(folder[0]))) {
      for (var file : files.sorted().toList()) {
        var lines = Files.readAllLines(file);
        var recording = new RecordTranscripts(new Scene(TranscriptTest.clockOffset(lines)));
        lines.forEach(recording::play);
        Files.write(file, recording.out);
      }
    }
  }

  private void play(String line) {
    boolean recorded = line.isEmpty() || "-<=*q".indexOf(line.charAt(0)) >= 0;
    if (recorded) {
      return;
    }
    out.add(line);
    loseClient |= line.equals("lose client");
    loseServer |= line.equals("lose server");
    if (scene.moves(line) || scene.movesServer(line)) {
      settle();
    }
  }

  private void settle() {
    boolean spoke = true;
    while (spoke) {
      spoke = clientSpeaks();
      spoke |= serverSpeaks();
    }
    out.add("quiet");
  }

  private boolean clientSpeaks() {
    boolean spoke = false;
    for (var p = scene.client.nextPacket(scene.now);
        p != null;
        p = scene.client.nextPacket(scene.now)) {
      spoke = true;
      out.add((loseClient ? "->x " : "-> ") + HexFormat.of().formatHex(p));
      if (!loseClient) {
        out.addAll(scene.serverTakes(p));
      }
      loseClient = false;
    }
    effects();
    return spoke;
  }

  private boolean serverSpeaks() {
    boolean spoke = false;
    for (var p = scene.serverSays(); p != null; p = scene.serverSays()) {
      spoke = true;
      out.add((loseServer ? "<-x " : "<- ") + HexFormat.of().formatHex(p));
      if (!loseServer) {
        scene.client.received(p, scene.now);
      }
      loseServer = false;
      effects();
    }
    return spoke;
  }

  private void effects() {
    for (var e = scene.clientEffect(); e != null; e = scene.clientEffect()) {
      out.add(e);
    }
  }
}
