package org.accord.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A mail server that answers as a test tells it to: what {@code GreenMail} cannot do. */
final class ScriptedServer implements AutoCloseable {

    /** At which point it does not say yes, and what it says; nothing at all if it says nothing. */
    record Script(String at, String says) {}

    private final ServerSocket socket = open();
    private final AtomicReference<Script> script = new AtomicReference<>(new Script("", ""));
    private final AtomicBoolean once = new AtomicBoolean();
    private final AtomicInteger taken = new AtomicInteger();

    private static ServerSocket open() {
        try {
            return new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptedServer() {
        Thread thread = new Thread(this::serve, "scripted-mail");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void follows(String at, String says) {
        script.set(new Script(at, says));
    }

    void followsOnce(String at, String says) {
        script.set(new Script(at, says));
        once.set(true);
    }

    /** Mails that it has read to their end. */
    int taken() {
        return taken.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException e) {
                // the client is gone, or the test is over
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 scripted\r\n");
        out.flush();
        String line = in.readLine();
        while (line != null && answer(line, in, out)) {
            out.flush();
            line = in.readLine();
        }
        out.flush();
    }

    private boolean answer(String line, BufferedReader in, PrintWriter out) throws IOException {
        String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
        if (verb.equals(script.get().at())) {
            String says = script.get().says();
            if (once.getAndSet(false)) {
                script.set(new Script("", ""));
            }
            return say(says, out);
        }
        if (verb.equals("DATA")) {
            out.print("354 go on\r\n");
            out.flush();
            String data = in.readLine();
            while (data != null && !data.equals(".")) {
                data = in.readLine();
            }
            taken.incrementAndGet();
            return say(script.get().at().equals("END") ? script.get().says() : "250 taken", out);
        }
        out.print(verb.equals("QUIT") ? "221 bye\r\n" : "250 yes\r\n");
        return !verb.equals("QUIT");
    }

    private static boolean say(String words, PrintWriter out) {
        if (words.isEmpty()) {
            return false;
        }
        out.print(words + "\r\n");
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
