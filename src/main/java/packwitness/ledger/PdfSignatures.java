package packwitness.ledger;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

import packwitness.value.Sha256;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * C10 as far as bytes alone tell it: the signatures of a PDF over their byte ranges, whether the
 * last one covers the whole file, and whether an attached manifest is the bag's.
 */
final class PdfSignatures {
    private static final String CHECK = "C10";
    private static final int LARGEST = 512 << 20;
    private static final int LARGEST_MANIFEST = 8 << 20;
    private static final String JPEG = "\u00ff\u00d8\u00ff";
    private static final Pattern RANGE =
            Pattern.compile(
                    "/ByteRange\\s*\\[\\s*(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s*\\]");

    private final Findings findings;
    private final TrustList trust;

    PdfSignatures(Findings findings, TrustList trust) {
        this.findings = findings;
        this.trust = trust;
    }

    static boolean isPdf(Path file) {
        byte[] start = new byte[5];
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(start, 0, 5) == 5
                    && new String(start, StandardCharsets.US_ASCII).equals("%PDF-");
        } catch (IOException unreadable) {
            return false;
        }
    }

    void check(Path pdf, String about, List<SortedMap<String, Sha256>> bags, List<Path> keyFrames) {
        Optional<byte[]> read = SafeFiles.read(pdf, LARGEST);
        if (read.isEmpty()) {
            findings.undecided(CHECK, about, Report.UNREADABLE, pdf.getFileName());
            return;
        }
        byte[] bytes = read.get();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        signatures(bytes, text, about);
        manifests(bytes, text, about, bags);
        if (!keyFrames.isEmpty()) pictures(bytes, text, about, keyFrames);
    }

    /** C11: the paper carries its pictures byte for byte, so they are looked for as they are. */
    private void pictures(byte[] bytes, String text, String about, List<Path> keyFrames) {
        List<Integer> starts = new ArrayList<>();
        for (int at = text.indexOf(JPEG); at >= 0; at = text.indexOf(JPEG, at + 1)) starts.add(at);
        int found = 0;
        for (Path frame : keyFrames) {
            byte[] picture = SafeFiles.read(frame, LARGEST).orElse(new byte[0]);
            if (picture.length > 0 && starts.stream().anyMatch(at -> isAt(bytes, at, picture)))
                found++;
        }
        if (found > 0) findings.passed("C11", about, "frame.inPaper", found, keyFrames.size());
        else findings.undecided("C11", about, "frame.notInPaper", keyFrames.size());
    }

    private static boolean isAt(byte[] bytes, int at, byte[] part) {
        return at + part.length <= bytes.length
                && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
    }

    private void signatures(byte[] bytes, String text, String about) {
        Matcher range = RANGE.matcher(text);
        long covered = -1;
        int count = 0;
        while (range.find()) {
            count++;
            long[] place = new long[4];
            for (int i = 0; i < 4; i++) place[i] = Long.parseLong(range.group(i + 1));
            if (!sound(place, bytes.length)) {
                findings.failed(CHECK, about, "pdf.range");
                continue;
            }
            covered = Math.max(covered, place[2] + place[3]);
            signature(bytes, text, place, about);
        }
        if (count == 0) findings.undecided(CHECK, about, "pdf.unsigned");
        else if (covered != bytes.length)
            findings.failed(CHECK, about, "pdf.uncovered", bytes.length - Math.max(covered, 0));
    }

    private static boolean sound(long[] place, long length) {
        return place[0] == 0
                && place[1] > 0
                && place[2] > place[1] + 1
                && place[3] >= 0
                && place[2] + place[3] <= length;
    }

    private void signature(byte[] bytes, String text, long[] place, String about) {
        String contents = text.substring((int) place[1], (int) place[2]);
        if (!contents.startsWith("<") || !contents.endsWith(">")) {
            findings.failed(CHECK, about, "pdf.range");
            return;
        }
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write(bytes, 0, (int) place[1]);
        signed.write(bytes, (int) place[2], (int) place[3]);
        try {
            byte[] cms = withoutPadding(plain(contents.substring(1, contents.length() - 1)));
            CMSSignedData data =
                    new CMSSignedData(new CMSProcessableByteArray(signed.toByteArray()), cms);
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.isEmpty()) throw new CMSException("nobody signed");
            if (!Cms.consistent(data)) throw new CMSException("fields beside the signature");
            for (SignerInformation signer : signers) signer(data, signer, about);
        } catch (IOException
                | CMSException
                | TSPException
                | CertificateException
                | OperatorCreationException
                | RuntimeException e) {
            // BouncyCastle answers damaged structures with many kinds of runtime exceptions.
            findings.failed(CHECK, about, "pdf.signature");
        }
    }

    /** Nobody signs how the signature itself is spelt, so one spelling is allowed. */
    private static byte[] plain(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        boolean lower = HexFormat.of().formatHex(bytes).equals(hex);
        if (!lower && !HexFormat.of().withUpperCase().formatHex(bytes).equals(hex))
            throw new IOException("spelt in two ways");
        return bytes;
    }

    /** The place for a signature is larger than the signature; zeros fill it up. */
    private static byte[] withoutPadding(byte[] padded) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(padded);
        new ASN1InputStream(in, padded.length).readObject();
        int end = padded.length - in.available();
        for (int i = end; i < padded.length; i++)
            if (padded[i] != 0) throw new IOException("bytes beside the signature");
        return Arrays.copyOf(padded, end);
    }

    private void signer(CMSSignedData data, SignerInformation signer, String about)
            throws CMSException,
                    CertificateException,
                    OperatorCreationException,
                    IOException,
                    TSPException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> matches =
                data.getCertificates().getMatches(signer.getSID());
        X509CertificateHolder certificate = matches.iterator().next();
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> all = data.getCertificates().getMatches(null);
        boolean valid =
                signer.verify(
                                new JcaSimpleSignerInfoVerifierBuilder()
                                        .setProvider(Certificates.BC)
                                        .build(certificate))
                        && Cms.namesSigner(signer, certificate)
                        && Cms.certificatesHold(all, certificate, trust);
        if (!valid) {
            findings.failed(CHECK, about, "pdf.signature");
            return;
        }
        findings.passed(CHECK, about, "pdf.signed", certificate.getSubject());
        Optional<TimeStampToken> stamp = Cms.stamp(signer);
        if (stamp.isPresent()) stamp(stamp.get(), signer.getSignature(), about);
    }

    private void stamp(TimeStampToken stamp, byte[] signature, String about) {
        try {
            Token token = new TokenReader(trust).readInside(stamp, signature);
            if (token.kind() == AuthorityKind.COMMERCIAL)
                findings.passed("C5", about, "pdf.stamped", token.genTime(), token.authority());
            else
                findings.undecided(
                        "C5", about, "pdf.stampedUntrusted", token.genTime(), token.authority());
        } catch (TokenReader.Refused e) {
            findings.failed(CHECK, about, "pdf.stamp");
        }
    }

    /** Every file that an attached manifest lists must be in a bag with the same hash. */
    private void manifests(
            byte[] bytes, String text, String about, List<SortedMap<String, Sha256>> bags) {
        int at = text.indexOf("stream");
        while (at >= 0) {
            boolean begins = at < 3 || !text.startsWith("end", at - 3);
            if (begins) {
                int from = at + "stream".length();
                if (text.startsWith("\r\n", from)) from += 2;
                else if (text.startsWith("\n", from)) from += 1;
                attached(bytes, from)
                        .flatMap(Manifest::read)
                        .ifPresent(listed -> compare(listed, about, bags));
            }
            at = text.indexOf("stream", at + 1);
        }
    }

    private void compare(
            SortedMap<String, Sha256> listed, String about, List<SortedMap<String, Sha256>> bags) {
        if (bags.isEmpty()) {
            findings.undecided(CHECK, about, "pdf.manifestAlone", listed.size());
            return;
        }
        for (Map.Entry<String, Sha256> file : listed.entrySet())
            if (bags.stream().noneMatch(bag -> file.getValue().equals(bag.get(file.getKey())))) {
                findings.failed(CHECK, about, "pdf.manifestOther", file.getKey());
                return;
            }
        findings.passed(CHECK, about, "pdf.manifest", listed.size());
    }

    /** Returns the text of a stream, plain or deflated, if it begins like a manifest. */
    private static Optional<String> attached(byte[] bytes, int from) {
        if (from + 70 > bytes.length) return Optional.empty();
        String plain = new String(bytes, from, 70, StandardCharsets.ISO_8859_1);
        if (beginsLikeManifest(plain)) {
            int to = from;
            String all =
                    new String(
                            bytes,
                            from,
                            Math.min(LARGEST_MANIFEST, bytes.length - from),
                            StandardCharsets.UTF_8);
            to = all.indexOf("endstream");
            return to < 0
                    ? Optional.empty()
                    : Optional.of(all.substring(0, to).stripTrailing() + "\n");
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] head = new byte[70];
            int n = inflater.inflate(head);
            if (!beginsLikeManifest(new String(head, 0, n, StandardCharsets.ISO_8859_1)))
                return Optional.empty();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(head, 0, n);
            byte[] block = new byte[1 << 16];
            while (!inflater.finished() && all.size() < LARGEST_MANIFEST) {
                n = inflater.inflate(block);
                if (n == 0) break;
                all.write(block, 0, n);
            }
            return Optional.of(all.toString(StandardCharsets.UTF_8));
        } catch (DataFormatException notDeflated) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static boolean beginsLikeManifest(String text) {
        return text.length() > 66 && text.substring(0, 66).matches("[0-9a-f]{64}  ");
    }
}
