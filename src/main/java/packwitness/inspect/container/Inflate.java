package packwitness.inspect.container;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks zlib data up to a bound. */
final class Inflate {
    static final int MOST = 8 << 20;
    static final int MOST_IN_ALL = 32 << 20;

    private Inflate() {}

    static Bytes zlib(Bytes packed) throws Damage {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed.copy());
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary()))
                    throw new Damage("packed text ends too early");
                plain.write(buffer, 0, count);
                if (plain.size() > MOST) throw new Damage("unpacks to too much");
            }
            return Bytes.of(plain.toByteArray());
        } catch (DataFormatException e) {
            throw new Damage("packed text is damaged");
        }
    }
}
