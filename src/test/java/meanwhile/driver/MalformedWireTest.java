package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.junit.jupiter.api.Test;

/** Tests the driver against bytes that need not even be HTTP. */
class MalformedWireTest {
    private static final int TIMES = 150;

    private static final List<String> ANSWERS =
            List.of(
                    "",
                    "\r\n",
                    "220 mail.example.org ESMTP\r\n",
                    "HTTP/1.1\r\n\r\n",
                    "HTTP/1.1 abc OK\r\n\r\n",
                    "HTTP/1.1 99999999999 OK\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
                    "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n{}",
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                    "HTTP/1.1 200 OK\r\nContent-Type: ;;;charset=\r\nContent-Length: 2\r\n\r\n{}",
                    withHeader("200 OK", "Content-Type: text/html; charset=none-such"),
                    withHeader("200 OK", "Set-Cookie: =; Expires=never; Max-Age=x"),
                    "HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 2\r\n\r\n{}",
                    "HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
                    withHeader("401 Unauthorized", "WWW-Authenticate: \u0001"),
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
                    withHeader("200 OK", "X: " + "y".repeat(200_000)),
                    "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello");

    private static String withHeader(String status, String header) {
        return "HTTP/1.1 %s\r\n%s\r\nContent-Length: 2\r\n\r\n{}".formatted(status, header);
    }

    @Test
    @SuppressWarnings("try") // closed early, so that the server thread ends
    void everyAnswerIsAnOutcomeOrUnknown() throws Exception {
        Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpGallery gallery = ReferenceFixture.at(server)) {
            Future<Integer> serving = threads.submit(() -> serve(server));
            for (int i = 0; i < TIMES; i++) {
                Outcome outcome =
                        gallery.send(ReferenceFixture.ANA, new Operation.ReadSelf(), null)
                                .outcome();
                seen.merge(Kind.of(outcome), 1, Integer::sum);
            }
            server.close();
            // Bytes that an answer left on the connection are taken for the next answer, so there
            // are fewer connections than calls.
            assertThat(serving.get()).isBetween(TIMES / 2, TIMES);
        }
        assertThat(seen).containsKeys(Kind.BROKEN, Kind.UNKNOWN);
    }

    private enum Kind {
        ACCEPTED,
        REFUSED,
        BROKEN,
        UNKNOWN;

        static Kind of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Accepted _ -> ACCEPTED;
                case Outcome.Refused _ -> REFUSED;
                case Outcome.Broken _ -> BROKEN;
                case Outcome.Unknown _ -> UNKNOWN;
            };
        }
    }

    /** Answers each connection once and closes it; returns how many there were. */
    private static int serve(ServerSocket server) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        int served = 0;
        while (true) {
            try (Socket socket = server.accept()) {
                answer(socket, damaged(random, served));
                served++;
            } catch (IOException closed) {
                if (server.isClosed()) {
                    return served;
                }
                throw closed;
            }
        }
    }

    /** Whoever has read enough of a long answer may hang up before its end. */
    private static void answer(Socket socket, byte[] answer) {
        try {
            readHeaders(socket.getInputStream());
            socket.getOutputStream().write(answer);
        } catch (IOException hungUp) {
            // The next one is answered all the same.
        }
    }

    /** Each answer first unchanged, then with some bytes overwritten. */
    private static byte[] damaged(SplittableRandom random, int number) {
        byte[] answer = ANSWERS.get(number % ANSWERS.size()).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; number >= ANSWERS.size() && answer.length > 0 && i < 3; i++) {
            answer[random.nextInt(Math.min(answer.length, 120))] = (byte) random.nextInt(256);
        }
        return answer;
    }

    private static void readHeaders(InputStream in) throws IOException {
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            last = last << 8 | next;
        }
    }
}
