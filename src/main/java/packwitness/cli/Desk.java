package packwitness.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import packwitness.shipment.DeskSettings;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.text.Explanation;
import packwitness.text.Messages;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every command works with: the streams, the clock, the settings. Used by one thread, printing
 * by any.
 *
 * @param standardVault the vault where no other is named
 */
public record Desk(
        Clock clock,
        ShopSettings settings,
        Path standardVault,
        Lang standardLang,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Secrets secrets) {
    private static final ObjectMapper LINES =
            new ObjectMapper()
                    .setDefaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
    private static final ObjectMapper PRETTY =
            LINES.copy().enable(SerializationFeature.INDENT_OUTPUT);

    /** A desk of this process with these streams. */
    public Desk(
            Clock clock,
            ShopSettings settings,
            Path standardVault,
            Lang standardLang,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this(clock, settings, standardVault, standardLang, in, out, err, Secrets.ofThisProcess());
    }

    /** Returns a desk on the streams of this process. */
    public static Desk standard(Clock clock, ShopSettings settings, Path vault, Lang lang) {
        return new Desk(clock, settings, vault, lang, System.in, System.out, System.err);
    }

    Shop open(Common common) throws Failure {
        return admitted(Shop.open(vault(common), settings, clock), common);
    }

    Shop open(Common common, DeskSettings packing) throws Failure {
        return admitted(Shop.open(vault(common), settings.with(packing), clock), common);
    }

    Shop openExisting(Common common) throws Failure {
        return admitted(Shop.openExisting(vault(common), settings, clock), common);
    }

    /** Closes the vault again where its caller may not do what he asks for. */
    private Shop admitted(Shop shop, Common common) throws Failure {
        try {
            admission(common).admit(shop, common);
            return shop;
        } catch (Failure | RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    Admission admission(Common common) {
        return new Admission(secrets, messages(common));
    }

    Path vault(Common common) {
        Path named = common.vault;
        return named == null ? standardVault : named;
    }

    Messages messages(Common common) {
        return Messages.of(lang(common));
    }

    /** Returns the language asked for, or that of this desk. */
    Lang lang(Common common) {
        Lang lang = common.lang;
        return lang == null ? standardLang() : lang;
    }

    /** Prints one JSON document. */
    void json(Object document) {
        out.println(text(PRETTY, document));
    }

    /** Prints one JSON line. */
    synchronized void line(Object document) {
        out.println(text(LINES, document));
        out.flush();
    }

    /** Prints a failure: what happened, what is safe, what to do. */
    void explain(Common common, Failure failure) {
        Explanation words = messages(common).explain(failure);
        if (common.json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", words.code());
            error.put("key", failure.problem().key());
            error.put("what", words.what());
            error.put("safe", words.safe());
            error.put("todo", words.todo());
            line(Map.of("problem", error));
        }
        err.println(words.what());
        err.println("  " + messages(common).say("cli.safe", words.safe()));
        err.println("  " + messages(common).say("cli.todo", words.todo(), words.code()));
    }

    private static String text(ObjectMapper mapper, Object document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + document.getClass(), e);
        }
    }
}
