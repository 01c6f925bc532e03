import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Reads the cells of a workbook with the event reader of POI, which the product does not have:
 * {@code java -cp 'POI/*' packaging/compare/PoiReader.java FILE.xlsx}. What {@code bench import
 * --read FILE.xlsx} says of the same file stands beside it.
 */
class PoiReader {
    public static void main(String[] arguments) throws Exception {
        for (int round = 0; round < 3; round++) {
            var threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            AtomicLong rows = new AtomicLong();
            AtomicLong characters = new AtomicLong();
            try (OPCPackage book = OPCPackage.open(arguments[0], PackageAccess.READ)) {
                XSSFReader reader = new XSSFReader(book);
                var texts = new ReadOnlySharedStringsTable(book);
                SAXParserFactory factory = SAXParserFactory.newInstance();
                factory.setNamespaceAware(true);
                XMLReader xml = factory.newSAXParser().getXMLReader();
                xml.setContentHandler(
                        new XSSFSheetXMLHandler(
                                reader.getStylesTable(),
                                texts,
                                new XSSFSheetXMLHandler.SheetContentsHandler() {
                                    @Override
                                    public void startRow(int row) {
                                        rows.incrementAndGet();
                                    }

                                    @Override
                                    public void endRow(int row) {}

                                    @Override
                                    public void cell(String at, String value, XSSFComment note) {
                                        if (value != null) characters.addAndGet(value.length());
                                    }
                                },
                                false));
                try (InputStream sheet = reader.getSheetsData().next()) {
                    xml.parse(new InputSource(sheet));
                }
            }
            double busy = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
            double took = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "{\"reader\":\"poi\",\"rows\":%d,\"characters\":%d,\"rows_per_s\":%d,"
                            + "\"rows_per_cpu_s\":%d}%n",
                    rows.get(),
                    characters.get(),
                    Math.round(rows.get() / took),
                    Math.round(rows.get() / busy));
        }
    }
}
