package packwitness.inspect.c2pa;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** CBOR within bounds; numbers as keys of maps appear as their decimal text. */
final class Cbor {
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(16 << 20)
                    .maxNameLength(4_096)
                    .build();

    private static final ObjectMapper CBOR =
            new ObjectMapper(CBORFactory.builder().streamReadConstraints(BOUNDS).build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectMapper JSON =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build()).build();

    private Cbor() {}

    static JsonNode read(Bytes bytes) throws Damage {
        return read(CBOR, bytes, "CBOR");
    }

    static JsonNode json(Bytes bytes) throws Damage {
        return read(JSON, bytes, "JSON");
    }

    /** Returns the byte string at this node. */
    static byte[] bytes(JsonNode node) throws Damage {
        try {
            byte[] value = node.isBinary() ? node.binaryValue() : null;
            if (value == null) throw new Damage("no byte string where one belongs");
            return value;
        } catch (IOException e) {
            throw new Damage("no byte string where one belongs");
        }
    }

    /** Writes the head of a byte string and the bytes. */
    static void writeBytes(ByteArrayOutputStream out, byte[] value) {
        int n = value.length;
        if (n < 24) {
            out.write(0x40 | n);
        } else if (n < 0x100) {
            out.write(0x58);
            out.write(n);
        } else if (n < 0x10000) {
            out.write(0x59);
            out.write(n >> 8);
            out.write(n);
        } else {
            out.write(0x5A);
            out.write(n >> 24);
            out.write(n >> 16);
            out.write(n >> 8);
            out.write(n);
        }
        out.writeBytes(value);
    }

    private static JsonNode read(ObjectMapper mapper, Bytes bytes, String what) throws Damage {
        try {
            JsonNode node = mapper.readTree(bytes.copy());
            if (node == null || node.isMissingNode()) throw new Damage("empty " + what);
            return node;
        } catch (IOException | RuntimeException e) {
            // The decoder's own unchecked exceptions on odd input are damage of the input too.
            throw new Damage("unreadable " + what);
        }
    }
}
