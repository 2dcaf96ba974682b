package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Answers cases, in several threads if asked for, in the order in which they came. */
final class CaseJobs implements AutoCloseable {

  /** An answer that waits for its turn. */
  private record Answer(String text, Diagnostic problem, boolean loaded) {}

  /** How many cases may wait for each thread, so that answers do not pile up. */
  private static final int WAITING = 4;

  private final Console console;
  private final List<Backend> backends;
  private final Writer out;
  private final PrintWriter err;
  private final int jobs;
  private final ExecutorService threads;
  private final ThreadLocal<RulesetReader> readers = ThreadLocal.withInitial(RulesetReader::new);
  private final Deque<Future<Answer>> pending = new ArrayDeque<>();
  private boolean loaded = true;

  CaseJobs(int jobs, Console console, List<Backend> backends, Writer out, PrintWriter err) {
    this.jobs = jobs;
    this.console = console;
    this.backends = List.copyOf(backends);
    this.out = out;
    this.err = err;
    this.threads = jobs > 1 ? Executors.newFixedThreadPool(jobs) : null;
  }

  /** Whether a line is more than a comment. */
  static boolean isData(String line) {
    String text = line.strip();
    return !text.isEmpty() && !text.startsWith("#") && !text.startsWith("//");
  }

  /**
   * Reads an object.
   *
   * @throws Console.Unreadable where the text is none
   */
  static Map<String, Object> object(String file, int line, String text) throws Console.Unreadable {
    try {
      return JsonText.object(text);
    } catch (IOException e) {
      String name = file.equals("-") ? "<stdin>" : file;
      throw new Console.Unreadable(
          Diagnostic.error(
              "bad-json",
              new Position(name, line, 1),
              "expected a JSON object: " + e.getMessage().lines().findFirst().orElse("")));
    }
  }

  /** Answers a case that is a line of a file. */
  void add(String file, int number, String line) throws IOException {
    submit(
        () -> {
          try {
            return answer(object(file, number, line));
          } catch (Console.Unreadable e) {
            return new Answer("", e.diagnostic(), false);
          }
        });
  }

  /** Answers a case. */
  void add(Map<String, Object> one) throws IOException {
    submit(() -> answer(one));
  }

  private void submit(Callable<Answer> task) throws IOException {
    if (threads == null) {
      write(now(task));
      return;
    }
    pending.add(threads.submit(task));
    if (pending.size() >= jobs * WAITING) {
      write(await(pending.remove()));
    }
  }

  private static Answer now(Callable<Answer> task) throws IOException {
    try {
      return task.call();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer await(Future<Answer> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private Answer answer(Map<String, Object> one) {
    StringWriter text = new StringWriter();
    try {
      TraceCase traced = new TraceCase(new Fields(one), readers.get(), console);
      TraceJson json = new TraceJson(text);
      for (Backend each : backends) {
        traced.write(each, json);
      }
      json.flush();
      return new Answer(text.toString(), null, traced.isLoaded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Answer answer) throws IOException {
    out.write(answer.text());
    if (answer.problem() != null) {
      err.println(answer.problem());
    }
    loaded &= answer.loaded();
  }

  /** Writes what is answered up to now. */
  void flush() throws IOException {
    while (!pending.isEmpty()) {
      write(await(pending.remove()));
    }
    out.flush();
  }

  /** Writes the rest; whether all cases loaded. */
  boolean finish() throws IOException {
    flush();
    return loaded;
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
