import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs Neo4j for Interlock. Arguments: data folder, configuration file.
 *
 * <p>Reads the password from the first line of standard input, so that it stands in no argument list and no
 * environment. Says on standard output {@code ready} or {@code failed: reason}. Stops, cleanly, when standard
 * input ends: that is, when its parent stops or is killed.
 */
public final class Launcher {
    public static void main(String[] arguments) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = input.readLine();
        if (password == null) return;
        DatabaseManagementService service;
        try {
            service = start(Path.of(arguments[0]), Path.of(arguments[1]), password);
        } catch (Exception error) {
            System.out.println("failed: " + reasons(error));
            System.out.flush();
            System.exit(3);
            return;
        }
        System.out.println("ready");
        System.out.flush();
        while (input.readLine() != null) {
            // Nothing is said to a running Neo4j this way; only the end of input matters.
        }
        service.shutdown();
        System.exit(0);
    }

    private static DatabaseManagementService start(Path data, Path configuration, String password) {
        var service = new DatabaseManagementServiceBuilder(data).loadPropertiesFromFile(configuration).build();
        try {
            service.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        } catch (RuntimeException error) {
            // Every start but the first: the password is already the one that is asked for.
            if (!reasons(error).contains("cannot be the same")) throw error;
        }
        return service;
    }

    /** The whole chain of causes on one line: the useful one is often the last. */
    private static String reasons(Throwable error) {
        var text = new StringBuilder();
        for (Throwable each = error; each != null; each = each.getCause()) {
            text.append(each.getClass().getSimpleName()).append(": ").append(each.getMessage()).append(" | ");
        }
        return text.toString().replaceAll("\\s+", " ");
    }
}
