package planted.uiandcli.ui.find;

import planted.uiandcli.cli.Command;

final class PlantedWindow {
    Object command() {
        return new Command();
    }
}
