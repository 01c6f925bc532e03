package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.dossier.OpenDraft;
import packwitness.dossier.draft.Caution;
import packwitness.dossier.draft.Change;
import packwitness.dossier.draft.Draft;
import packwitness.dossier.draft.Paragraph;
import packwitness.dossier.paper.Addressee;
import packwitness.shop.Shop;
import packwitness.storage.StorageProblem;
import packwitness.text.Messages;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The commands that change the sentences of a paper before it is fixed. */
final class DraftCommands {
    static final String READERS = "platform|regulator|police|court|ai-provider|buyer|shop-rules";

    private DraftCommands() {}

    static Addressee reader(String named) throws Failure {
        try {
            return Addressee.valueOf(named.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Failure(CliProblem.BAD_VALUE, e, named, READERS.replace("|", ", "));
        }
    }

    /** What all of them have: the paper and who changes it. */
    abstract static class OnDraft extends Action {
        @Parameters(paramLabel = "CLAIM")
        long claim;

        @Option(names = "--for", required = true, paramLabel = READERS)
        String addressee = "";

        OnDraft(Desk desk) {
            super(desk);
        }

        abstract void work(OpenDraft draft) throws Failure;

        @Override
        final int run() throws Failure {
            Addressee reader = reader(addressee);
            try (Shop shop = desk.openExisting(common)) {
                work(shop.dossiers().draft(new ClaimId(claim), reader));
            }
            return ExitCode.DONE;
        }
    }

    /** A change of one paragraph. */
    abstract static class OnParagraph extends OnDraft {
        @Option(names = "--paragraph", required = true, paramLabel = "ID")
        String paragraph = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "修改的理由 / why it is changed")
        String reason = "";

        @Option(names = "--who", paramLabel = "NAME", description = "修改人 / who changes it")
        String who = "店主";

        OnParagraph(Desk desk) {
            super(desk);
        }

        void show(Draft draft) {
            if (common.json) {
                desk.json(view(draft, messages()));
                return;
            }
            Paragraph now = draft.paragraph(paragraph).orElseThrow();
            say("cli.dossier.changed", now.id(), now.text(), draft.changes().size());
            for (Caution caution : now.cautions())
                detail("cli.dossier.caution", messages().say(caution.key(), caution.detail()));
        }
    }

    @Command(
            name = "edit",
            description = "改动材料中的一段；每次改动都会保存 / change a paragraph; every change is kept")
    static final class Edit extends OnParagraph {
        @Option(
                names = "--text-file",
                required = true,
                paramLabel = "FILE",
                description = "UTF-8 文字；空文件表示删去此段 / UTF-8; an empty file strikes it out")
        Path text = Path.of("");

        Edit(Desk desk) {
            super(desk);
        }

        @Override
        void work(OpenDraft draft) throws Failure {
            show(draft.change(paragraph, read(text), reason, who));
        }

        private static String read(Path file) throws Failure {
            try {
                return Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
            } catch (IOException e) {
                throw new Failure(CliProblem.FILE_UNREADABLE, e, file);
            }
        }
    }

    @Command(name = "reset", description = "恢复模板原句 / put the sentence of the template back")
    static final class Reset extends OnParagraph {
        Reset(Desk desk) {
            super(desk);
        }

        @Override
        void work(OpenDraft draft) throws Failure {
            show(draft.reset(paragraph, reason, who));
        }
    }

    @Command(
            name = "preview",
            description = "写出未签名、未核验的样稿 / write the pages without checks and signature")
    static final class Preview extends OnDraft {
        @Option(names = "--out", required = true, paramLabel = "FILE")
        @Nullable Path out;

        @Option(names = "--english", description = "英文参考译本 / the courtesy translation")
        boolean english;

        Preview(Desk desk) {
            super(desk);
        }

        @Override
        void work(OpenDraft draft) throws Failure {
            Path file = out == null ? Path.of("") : out;
            try {
                Files.write(file, english ? draft.previewEnglish() : draft.preview());
            } catch (IOException e) {
                throw new Failure(StorageProblem.NOT_WRITABLE, e, file);
            }
        }
    }

    static Map<String, Object> view(Draft draft, Messages messages) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("claim", draft.claim().value());
        map.put("for", draft.addressee().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        map.put("paragraphs", draft.paragraphs().stream().map(p -> view(p, messages)).toList());
        map.put("changes", draft.changes().stream().map(DraftCommands::view).toList());
        return map;
    }

    private static Map<String, Object> view(Paragraph paragraph, Messages messages) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", paragraph.id());
        map.put("part", paragraph.part());
        map.put("text", paragraph.text());
        map.put("changed", paragraph.changed());
        if (paragraph.changed()) map.put("written", paragraph.written());
        map.put("exhibits", paragraph.exhibits());
        List<Map<String, String>> cautions =
                paragraph.cautions().stream()
                        .map(caution ->
                                Map.of(
                                        "kind", caution.kind().name(),
                                        "detail", caution.detail(),
                                        "says", messages.say(caution.key(), caution.detail())))
                        .toList();
        if (!cautions.isEmpty()) map.put("cautions", cautions);
        return map;
    }

    private static Map<String, Object> view(Change change) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("paragraph", change.paragraph());
        map.put("at", change.at().toString());
        map.put("who", change.who());
        map.put("reason", change.reason());
        map.put("old", change.oldText());
        map.put("new", change.newText().orElse(change.base()));
        map.put("reset", change.newText().isEmpty());
        return map;
    }
}
