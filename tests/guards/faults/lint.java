package dev.xeroauth.guard;

import java.util.ArrayList;
import java.util.List;

/** Uses a raw type. */
public final class Fault {

    private Fault() {}

    /**
     * How many.
     *
     * @return none
     */
    public static int count() {
        List names = new ArrayList<String>();
        return names.size();
    }
}
