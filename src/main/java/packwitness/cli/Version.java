package packwitness.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version of the program. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"PackWitness 打包见证 0.1.0"};
    }
}
