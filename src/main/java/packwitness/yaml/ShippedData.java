package packwitness.yaml;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads data files shipped beside a class; a fault in them is a mistake of ours. */
public final class ShippedData {
    /** Turns a document into what it describes. */
    public interface Reader<T> {
        T read(Node document) throws Failure;
    }

    private ShippedData() {}

    /** Reads the file of this name from the class's own package. */
    public static <T> T read(Class<?> beside, String name, Reader<T> reader) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not shipped: " + name);
            }
            return reader.read(
                    Node.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Failure e) {
            throw new IllegalStateException(name, e);
        }
    }
}
