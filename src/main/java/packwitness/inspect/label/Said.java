package packwitness.inspect.label;

/**
 * One named text anywhere in a file.
 *
 * @param place the carrier, such as {@code jpeg-app1-xmp} or {@code exif}
 * @param space XMP namespace, {@code main}, {@code exif} or {@code gps} for EXIF, else empty
 * @param owner the property that holds this one in XMP, else empty
 * @param name XMP property, EXIF field in IPTC spelling, or text key
 */
public record Said(String place, String space, String owner, String name, String text) {}
