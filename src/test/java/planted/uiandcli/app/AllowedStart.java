package planted.uiandcli.app;

import planted.uiandcli.cli.Command;

final class AllowedStart {
    Object command() {
        return new Command();
    }
}
