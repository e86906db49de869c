package dev.xeroauth.testkit.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Listens for a server that writes headers and body apart: each is sent at once. Otherwise a body waits for the client to
 * acknowledge its headers, which takes 40 milliseconds on a connection that was used before.
 */
public final class AtOnce extends ServerSocketFactory {

    private static final class Listening extends ServerSocket {

        Listening() throws IOException {}

        @Override
        public Socket accept() throws IOException {
            Socket accepted = super.accept();
            accepted.setTcpNoDelay(true);
            return accepted;
        }
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Listening();
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException("It is bound by the server");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException("It is bound by the server");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException("It is bound by the server");
    }
}
