package dev.xeroauth.guard;

import java.util.ArrayList;
import java.util.List;

/** Uses a raw type in a test. */
final class Fault {

    private Fault() {}

    static int count() {
        List names = new ArrayList<String>();
        return names.size();
    }
}
