package planted.streams.cli;

final class AllowedPrint {
    void print() {
        System.out.println("text");
    }
}
