package planted.uiandcli.cli;

public final class Command {
    public Command() {}
}
