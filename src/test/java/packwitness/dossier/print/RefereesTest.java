package packwitness.dossier.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Authority;
import packwitness.ledger.LedgerProblem;
import packwitness.ledger.Outcome;
import packwitness.ledger.PaperKey;
import packwitness.ledger.Verifier;
import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Outside referees over the written papers: veraPDF, EU DSS and, where installed, pdfsig. */
class RefereesTest {
    @TempDir Path folder;

    private final SampleAuthority authority = new SampleAuthority();

    @BeforeAll
    static void quiet() {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void unsignedPaperIsAnArchivePaper() throws Exception {
        Path pdf = folder.resolve("platform.pdf");
        DossierWriter.writeUnsigned(SampleDossier.of(Addressee.PLATFORM), pdf);
        assertEquals(List.of(), faults(pdf));
    }

    @Test
    void signedPaperStaysAnArchivePaperAndPasses() throws Exception {
        Path pdf = signed(Addressee.PLATFORM);
        assertEquals(List.of(), faults(pdf));
        SimpleReport report = validated(pdf);
        String id = report.getFirstSignatureId();
        assertEquals(Indication.TOTAL_PASSED, report.getIndication(id), () -> why(report, id));
        assertEquals("PAdES-BASELINE-T", report.getSignatureFormat(id).toString());
        assertEquals(List.of(), report.getAdESValidationErrors(id));
        assertEquals(1, report.getSignaturesCount());
    }

    @Test
    void draftOfAComplaintWithARibbonIsAnArchivePaper() throws Exception {
        Path pdf = folder.resolve("court.pdf");
        DossierWriter.writeUnsigned(SampleDossier.of(Addressee.COURT, Authority.TEST, 3), pdf);
        assertEquals(List.of(), faults(pdf));
    }

    @Test
    void paperWithoutAnAuthorityIsSignedAllTheSame() throws Exception {
        PdfSigner whole = authority.signer();
        PdfSigner alone =
                new PdfSigner(whole.key(), whole.chain(), java.util.Optional.<Stamper>empty());
        Path pdf = folder.resolve("alone.pdf");
        DossierWriter.write(SampleDossier.of(Addressee.BUYER), pdf, alone, SampleDossier.MADE);
        SimpleReport report = validated(pdf);
        String id = report.getFirstSignatureId();
        assertEquals(Indication.TOTAL_PASSED, report.getIndication(id), why(report, id));
        assertEquals("PAdES-BASELINE-B", report.getSignatureFormat(id).toString());
        assertEquals(List.of(), faults(pdf));
        assertEquals(Outcome.PASSED, ours(pdf));
    }

    @Test
    void certificateOfTheCompanySignsInTheCompanysName() throws Exception {
        Path p12 = folder.resolve("company.p12");
        char[] passphrase = "口令 1".toCharArray();
        Instant made = SampleDossier.MADE;
        authority.company(
                p12, passphrase, made.minus(Duration.ofDays(9)), made.plus(Duration.ofDays(9)));
        Path pdf = folder.resolve("company.pdf");
        DossierWriter.write(
                SampleDossier.of(Addressee.BUYER),
                pdf,
                authority.signer(PaperKey.open(p12, passphrase, made)),
                made);
        SimpleReport report = validated(pdf);
        String id = report.getFirstSignatureId();
        assertEquals(Indication.TOTAL_PASSED, report.getIndication(id), () -> why(report, id));
        assertEquals("某某商贸有限公司", report.getSignedBy(id));
        assertEquals(List.of(), faults(pdf));
        assertEquals(Outcome.PASSED, ours(pdf));
    }

    @Test
    void certificateThatHasEndedOrDoesNotOpenIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path p12 = folder.resolve("company.p12");
        char[] passphrase = "geheim".toCharArray();
        Instant made = SampleDossier.MADE;
        authority.company(
                p12, passphrase, made.minus(Duration.ofDays(9)), made.minus(Duration.ofDays(1)));
        Failure ended = assertThrows(Failure.class, () -> PaperKey.open(p12, passphrase, made));
        assertEquals(LedgerProblem.COMPANY_KEY_UNFIT, ended.problem());
        Failure shut =
                assertThrows(Failure.class, () -> PaperKey.open(p12, "other".toCharArray(), made));
        assertEquals(LedgerProblem.COMPANY_KEY_UNREADABLE, shut.problem());
    }

    @Test
    void ourOwnVerifierAgreesWithTheReferees() throws Exception {
        assertEquals(Outcome.PASSED, ours(signed(Addressee.BUYER)));
    }

    private static Outcome ours(Path pdf) {
        return new Verifier().verify(List.of(pdf)).check("C10").outcome();
    }

    @Test
    void oneChangedBitIsFound() throws Exception {
        Path pdf = signed(Addressee.BUYER);
        byte[] bytes = Files.readAllBytes(pdf);
        for (int place : new int[] {bytes.length / 7, bytes.length / 3, bytes.length / 2}) {
            byte[] changed = bytes.clone();
            changed[place] ^= 1;
            Path other = Files.write(folder.resolve("changed" + place + ".pdf"), changed);
            SimpleReport report = validated(other);
            for (String id : report.getSignatureIdList())
                assertTrue(report.getIndication(id) != Indication.TOTAL_PASSED, "bit at " + place);
        }
    }

    @Test
    void pdfsigFindsTheWholeDocumentSigned() throws Exception {
        Path pdf = signed(Addressee.BUYER);
        Process pdfsig;
        try {
            pdfsig =
                    new ProcessBuilder("pdfsig", "-nocert", pdf.toString())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            Assumptions.abort("pdfsig is not installed");
            return;
        }
        String said = new String(pdfsig.getInputStream().readAllBytes());
        pdfsig.waitFor(20, TimeUnit.SECONDS);
        assertTrue(said.contains("Signature is Valid"), said);
        assertTrue(said.contains("Total document signed"), said);
    }

    private Path signed(Addressee addressee) throws Exception {
        Path pdf = folder.resolve(addressee + ".pdf");
        return DossierWriter.write(
                        SampleDossier.of(addressee), pdf, authority.signer(), SampleDossier.MADE)
                .file();
    }

    private SimpleReport validated(Path pdf) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(authority.root()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(
                new ExternalResourcesCRLSource(
                        new java.io.ByteArrayInputStream(authority.revoked())));
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new FileDocument(pdf.toFile()));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(SampleDossier.MADE.plusSeconds(60)));
        return validator.validateDocument().getSimpleReport();
    }

    private static String why(SimpleReport report, String id) {
        return report.getSubIndication(id)
                + " "
                + report.getAdESValidationErrors(id).stream().map(m -> m.getValue()).toList();
    }

    private static List<String> faults(Path pdf) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFA_3_B;
        try (InputStream in = Files.newInputStream(pdf);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            List<String> faults =
                    result.getTestAssertions().stream()
                            .filter(found -> found.getStatus() == TestAssertion.Status.FAILED)
                            .map(found -> found.getRuleId().getClause() + " " + found.getMessage())
                            .distinct()
                            .toList();
            assertTrue(result.isCompliant() || !faults.isEmpty());
            return faults;
        }
    }
}
