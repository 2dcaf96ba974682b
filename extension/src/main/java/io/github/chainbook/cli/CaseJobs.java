package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Answers cases, in several threads if asked for, in the order in which they came. */
final class CaseJobs implements AutoCloseable {

  /** What came of a case, besides what is written. */
  private record Answer(Diagnostic problem, boolean loaded) {}

  /** An answer that waits for its turn. */
  private record Waiting(byte[] bytes, Answer answer) {}

  /** Answers a case, and says what came of it. */
  @FunctionalInterface
  private interface Task {
    Answer answer(JsonBytes to) throws IOException;
  }

  /** How many cases may wait for each thread, so that answers do not pile up. */
  private static final int WAITING = 4;

  private final Console console;
  private final List<Backend> backends;
  private final JsonBytes out;
  private final PrintWriter err;
  private final int jobs;
  private final ExecutorService threads;
  private final ThreadLocal<RulesetReader> readers = ThreadLocal.withInitial(RulesetReader::new);
  private final Deque<Future<Waiting>> pending = new ArrayDeque<>();
  private boolean loaded = true;

  CaseJobs(int jobs, Console console, List<Backend> backends, JsonBytes out, PrintWriter err) {
    this.jobs = jobs;
    this.console = console;
    this.backends = List.copyOf(backends);
    this.out = out;
    this.err = err;
    this.threads = jobs > 1 ? Executors.newFixedThreadPool(jobs) : null;
  }

  /** Answers a case that is a line of a file. */
  void add(String file, int number, Lines.Line line) throws IOException {
    submit(
        to -> {
          try {
            return answer(CaseText.read(file, number, line), to);
          } catch (Console.Unreadable e) {
            return new Answer(e.diagnostic(), false);
          }
        });
  }

  /** Answers a case. */
  void add(CaseText one) throws IOException {
    submit(to -> answer(one, to));
  }

  private void submit(Task task) throws IOException {
    if (threads == null) {
      note(task.answer(out));
      return;
    }
    pending.add(
        threads.submit(
            () -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              JsonBytes json = new JsonBytes(bytes, JsonBytes.LARGE);
              Answer answer = task.answer(json);
              json.flush();
              return new Waiting(bytes.toByteArray(), answer);
            }));
    if (pending.size() >= jobs * WAITING) {
      await(pending.remove());
    }
  }

  private void await(Future<Waiting> future) throws IOException {
    try {
      Waiting waiting = future.get();
      out.lines(waiting.bytes());
      note(waiting.answer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private Answer answer(CaseText one, JsonBytes to) throws IOException {
    TraceCase traced = new TraceCase(one, readers.get(), console);
    TraceJson json = new TraceJson(to);
    for (Backend each : backends) {
      traced.write(each, json);
    }
    return new Answer(null, traced.isLoaded());
  }

  private void note(Answer answer) {
    if (answer.problem() != null) {
      err.println(answer.problem());
    }
    loaded &= answer.loaded();
  }

  /** Writes what is answered up to now. */
  void flush() throws IOException {
    while (!pending.isEmpty()) {
      await(pending.remove());
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
