package org.accord.database;

import java.nio.file.Path;

/** Another Accord has the data folder. */
final class DataFolderInUse extends StoreUnavailable {

    DataFolderInUse(Path folder, String process) {
        super(
                "The data folder " + folder + " is in use by process " + process + ".",
                "Stop that process first, or give this one a folder of its own with accord.data-dir.");
    }
}
