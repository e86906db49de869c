package dev.xeroauth.tests.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between the library and a fake Xero, passes every byte on, and keeps it. */
final class Wire implements AutoCloseable {

    private final ServerSocket listening;
    private final int to;
    private final List<ByteArrayOutputStream> asked = new CopyOnWriteArrayList<>();
    private final List<ByteArrayOutputStream> answered = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    Wire(int to) {
        this.to = to;
        try {
            this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    URI address() {
        return URI.create("http://localhost:" + listening.getLocalPort());
    }

    /** Every request so far. */
    List<Message> requests() {
        return asked.stream()
                .flatMap(bytes -> Message.all(bytes.toByteArray()).stream())
                .toList();
    }

    /** Every answer so far, one that was cut off as far as it came. */
    List<Message> answers() {
        return answered.stream()
                .flatMap(bytes -> Message.all(bytes.toByteArray()).stream())
                .toList();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
                open.addAll(List.of(client, server));
                pass(client, server, asked);
                pass(server, client, answered);
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void pass(Socket from, Socket to, List<ByteArrayOutputStream> kept) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        kept.add(copy);
        start(() -> {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] bytes = new byte[8192];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    copy.write(bytes, 0, read);
                    out.write(bytes, 0, read);
                }
            } catch (IOException e) {
                // One end has closed, and so the other one is.
            }
        });
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
