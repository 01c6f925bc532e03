package packwitness.law;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the data files shipped beside this package; a fault in them is a mistake of ours. */
final class ShippedData {
    /** Turns a document into what it describes. */
    interface Reader<T> {
        T read(Node document) throws Failure;
    }

    private ShippedData() {}

    static <T> T read(String name, Reader<T> reader) {
        try (InputStream in = ShippedData.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not shipped: " + name);
            }
            return reader.read(Node.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Failure e) {
            throw new IllegalStateException(name, e);
        }
    }
}
