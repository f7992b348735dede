import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Exits 0 when the Accord of this container can work; the image's Java runtime is all that it needs. */
final class Health {

    private Health() {}

    public static void main(String[] arguments) {
        System.exit(status() == 200 ? 0 : 1);
    }

    private static int status() {
        String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(4)).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
        } catch (Exception e) {
            return -1;
        }
    }
}
