package xyz.contentfactory.gateway.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same request over and over by a few clients at once, each waiting for its answer.
///
/// @param clients how many
record Load(String name, int clients, Request request) {

  /// One request and its whole answer; throws when the answer is not the right one.
  interface Request {
    void send(int client) throws Exception;
  }

  /// One round.
  ///
  /// @return answers a second
  double during(Duration time) {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int client = i;
        counts.add(threads.submit(() -> until(end, client)));
      }
      int answers = 0;
      for (Future<Integer> count : counts) {
        answers += count.get();
      }
      return answers * 1e9 / (System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new IllegalStateException(name + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int until(long end, int client) throws Exception {
    int answers = 0;
    while (System.nanoTime() < end) {
      request.send(client);
      answers++;
    }
    return answers;
  }

  /// Median and spread of rounds, as one line.
  static String line(String name, List<Double> rounds, String unit) {
    List<Double> sorted = rounds.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%-44s %8.2f %s   (%.2f to %.2f in %d rounds)",
        name,
        sorted.get(sorted.size() / 2),
        unit,
        sorted.getFirst(),
        sorted.getLast(),
        sorted.size());
  }
}
