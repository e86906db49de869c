package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.FakeUser;
import dev.xeroauth.testkit.internal.identity.Directory;
import dev.xeroauth.testkit.internal.identity.Person;
import dev.xeroauth.testkit.internal.identity.Tenant;
import java.util.List;
import java.util.stream.Collectors;

/** How the consent page looks. It needs neither scripts nor anything from elsewhere. */
final class ConsentHtml {

    private static final String STYLE = "body{font:16px/1.5 sans-serif;background:#eef1f4;color:#16263a;margin:0}"
            + "main{box-sizing:border-box;max-width:30rem;margin:0 auto;padding:1.5rem;background:#fff;min-height:100vh}"
            + "h1{font-size:1.4rem;overflow-wrap:anywhere}h2{font-size:1rem;margin:1.5rem 0 .25rem}ul{margin:0;padding-left:1.2rem}"
            + "label{display:block;padding:.6rem 0;border-bottom:1px solid #dde3e9}input{width:1.2rem;height:1.2rem}"
            + "button{font:inherit;width:100%;padding:.8rem;margin-top:.8rem;border:1px solid #0b66b2;border-radius:.3rem;"
            + "background:#fff;color:#0b66b2}button[value=allow]{background:#0b66b2;color:#fff}small{color:#56657a}";

    private final Directory directory;

    ConsentHtml(Directory directory) {
        this.directory = directory;
    }

    String page(AuthorizeQuery query, Person person) {
        return "<!doctype html>\n<html lang=en><head><meta charset=utf-8>"
                + "<meta name=viewport content=\"width=device-width, initial-scale=1\">"
                + "<title>Fake Xero: allow access?</title><style>" + STYLE + "</style></head>\n<body><main>"
                + "<small>Fake Xero. Nothing here is real.</small>\n<h1>The app " + escaped(query.clientId())
                + " asks for access</h1>\n"
                + signedIn(query, person.user())
                + "<h2>It wants to</h2>\n<ul id=scopes>" + scopes(query.scopes()) + "</ul>\n"
                + form(person) + "</main></body></html>\n";
    }

    private String signedIn(AuthorizeQuery query, FakeUser user) {
        StringBuilder links = new StringBuilder();
        for (Person other : directory.people()) {
            if (!other.user().equals(user)) {
                links.append("<p><a href=\"")
                        .append(escaped(query.signedInAs(other.user().id().toString())))
                        .append("\">Sign in as ")
                        .append(named(other.user()))
                        .append("</a></p>\n");
            }
        }
        return "<p id=user>You are signed in as " + named(user) + ".</p>\n" + links;
    }

    private static String scopes(List<String> scopes) {
        return scopes.stream()
                .map(scope -> "<li>" + escaped(ScopeWords.of(scope)) + " <small>" + escaped(scope) + "</small></li>")
                .collect(Collectors.joining("\n"));
    }

    private static String form(Person person) {
        return "<form method=post><input type=hidden name=user value=\""
                + person.user().id() + "\">\n<h2>Organisations</h2>\n"
                + person.tenants().stream().map(ConsentHtml::box).collect(Collectors.joining())
                + "<button name=decision value=allow>Allow access</button>\n"
                + "<button name=decision value=cancel>Cancel</button></form>\n";
    }

    private static String box(Tenant tenant) {
        return "<label><input type=checkbox name=tenant checked value=\"" + tenant.id() + "\"> "
                + escaped(tenant.name()) + "</label>\n";
    }

    private static String named(FakeUser user) {
        return escaped(user.givenName() + " " + user.familyName() + " (" + user.email() + ")");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
