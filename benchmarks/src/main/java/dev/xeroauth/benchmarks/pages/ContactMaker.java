package dev.xeroauth.benchmarks.pages;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the contacts in a page: 300 customers who come again, with the empty addresses and phones that Xero sends. */
final class ContactMaker {

    private static final int COUNT = 300;

    private final Random random;
    private final List<String> contacts;

    ContactMaker(Random random) {
        this.random = random;
        this.contacts = IntStream.range(0, COUNT).mapToObj(this::make).toList();
    }

    String contact() {
        return contacts.get(random.nextInt(COUNT));
    }

    private String make(int number) {
        return "{\"ContactID\":\"" + new UUID(random.nextLong(), random.nextLong()) + "\",\"ContactStatus\":\"ACTIVE\","
                + "\"Name\":\"Müller & Söhne " + number + " Ltd\",\"FirstName\":\"Ana\",\"LastName\":\"No " + number
                + "\",\"EmailAddress\":\"books" + number + "@example.com\",\"BankAccountDetails\":\"\",\"Addresses\":["
                + address("STREET", "") + "," + address("POBOX", number + " Long Street") + "],\"Phones\":["
                + phones() + "],\"UpdatedDateUTC\":\"/Date(" + (1_760_000_000_000L + number * 1000L)
                + "+0000)/\",\"ContactGroups\":[],\"IsSupplier\":false,\"IsCustomer\":true,"
                + "\"DefaultCurrency\":\"NZD\",\"ContactPersons\":[],\"HasValidationErrors\":false}";
    }

    private static String address(String type, String line) {
        return "{\"AddressType\":\"" + type + "\",\"AddressLine1\":\"" + line
                + "\",\"City\":\"Wellington\",\"Region\":\"\",\"PostalCode\":\"6011\",\"Country\":\"New Zealand\"}";
    }

    private String phones() {
        return List.of("DDI", "DEFAULT", "FAX", "MOBILE").stream()
                .map(type -> "{\"PhoneType\":\"" + type + "\",\"PhoneNumber\":\""
                        + (type.equals("DEFAULT") ? 1_000_000 + random.nextInt(9_000_000) : "")
                        + "\",\"PhoneAreaCode\":\"04\",\"PhoneCountryCode\":\"64\"}")
                .collect(Collectors.joining(","));
    }
}
