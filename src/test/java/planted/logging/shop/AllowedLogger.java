package planted.logging.shop;

final class AllowedLogger {
    Object logger() {
        return System.getLogger("packwitness.shop");
    }
}
