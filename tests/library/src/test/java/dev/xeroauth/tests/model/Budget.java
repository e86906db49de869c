package dev.xeroauth.tests.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much may happen.
 *
 * @param processes how many share the grant
 * @param flights how many refreshes each of two may begin; of three, the first, and the others one each
 * @param faults how often each may strike
 */
record Budget(int processes, int flights, Map<Fault, Integer> faults) {

    int flightsOf(int index) {
        return processes == 2 || index == 0 ? flights : 1;
    }

    static Budget of(int processes, int flights, Fault... faults) {
        Map<Fault, Integer> count = new EnumMap<>(Fault.class);
        for (Fault fault : faults) {
            count.merge(fault, 1, Integer::sum);
        }
        return new Budget(processes, flights, count);
    }

    String told() {
        List<String> all = new ArrayList<>();
        faults.forEach((fault, times) ->
                all.add(fault.name().toLowerCase(java.util.Locale.ROOT) + (times > 1 ? "*" + times : "")));
        return all.isEmpty() ? "none" : String.join("+", all);
    }
}
