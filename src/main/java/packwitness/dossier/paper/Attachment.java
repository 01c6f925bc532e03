package packwitness.dossier.paper;

/** A file to be carried inside the PDF beside the manifest that the writer makes itself. */
public final class Attachment {
    private final String name;
    private final String mime;
    private final String description;
    private final byte[] content;

    private Attachment(String name, String mime, String description, byte[] content) {
        this.name = name;
        this.mime = mime;
        this.description = description;
        this.content = content;
    }

    /** Wraps a copy of the content; mime is such as {@code application/json}. */
    public static Attachment of(String name, String mime, String description, byte[] content) {
        return new Attachment(name, mime, description, content.clone());
    }

    public String name() {
        return name;
    }

    public String mime() {
        return mime;
    }

    public String description() {
        return description;
    }

    public byte[] content() {
        return content.clone();
    }
}
