package planted.exit.app;

final class AllowedExit {
    void end() {
        System.exit(1);
    }
}
