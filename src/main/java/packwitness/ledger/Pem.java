package packwitness.ledger;

import org.bouncycastle.cert.X509CertificateHolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM text, written and read. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    static String write(String label, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, lines.encodeToString(der), label);
    }

    static String certificates(List<X509CertificateHolder> chain) throws IOException {
        StringBuilder text = new StringBuilder();
        for (X509CertificateHolder one : chain) text.append(write("CERTIFICATE", one.getEncoded()));
        return text.toString();
    }

    static List<X509CertificateHolder> certificates(String pem) throws IOException {
        List<X509CertificateHolder> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(pem);
        while (block.find())
            if (block.group(1).equals("CERTIFICATE"))
                found.add(
                        new X509CertificateHolder(Base64.getMimeDecoder().decode(block.group(2))));
        return found;
    }

    /** Returns the DER of the only block with this label, if the text is exactly what we write. */
    static Optional<byte[]> read(String label, String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find() || !block.group(1).equals(label)) return Optional.empty();
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            return write(label, der).equals(pem) ? Optional.of(der) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
