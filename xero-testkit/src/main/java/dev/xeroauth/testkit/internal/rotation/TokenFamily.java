package dev.xeroauth.testkit.internal.rotation;

import dev.xeroauth.testkit.internal.rotation.Rules.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens of one consent, each known by its place in the list. Immutable: presenting a token makes the next
 * family.
 *
 * @param tokens in the order of their issue; the first is the consent's own
 */
public record TokenFamily(List<Token> tokens) {

    /** How long a used token may be presented again. */
    public static final Duration WINDOW = Duration.ofMinutes(30);

    /** How long an unused token is good. */
    public static final Duration UNUSED = Duration.ofDays(60);

    /** The parent of a consent's first token. */
    public static final int NONE = -1;

    /**
     * One refresh token.
     *
     * @param parent whose presentation gave it
     * @param issuedAt when
     * @param firstUsedAt when it was first presented; null: never
     * @param windowEnded whether it may not be presented again although its 30 minutes are not over
     * @param revoked whether it is no longer good at all
     */
    public record Token(
            int parent, Instant issuedAt, @Nullable Instant firstUsedAt, boolean windowEnded, boolean revoked) {

        Token used(Instant at) {
            return new Token(parent, issuedAt, at, windowEnded, revoked);
        }

        Token withoutWindow() {
            return new Token(parent, issuedAt, firstUsedAt, true, revoked);
        }

        Token dead() {
            return new Token(parent, issuedAt, firstUsedAt, windowEnded, true);
        }
    }

    /**
     * What came of a presentation.
     *
     * @param family as it is from now on
     * @param issued the place of the token that is handed out; empty: {@code invalid_grant}
     */
    public record Presented(TokenFamily family, Optional<Integer> issued) {}

    /** Copies the list. */
    public TokenFamily {
        tokens = List.copyOf(tokens);
    }

    /** A consent's first token. */
    public static TokenFamily begun(Instant now) {
        return new TokenFamily(List.of(new Token(NONE, now, null, false, false)));
    }

    /** A second consent that shares this family's fate. */
    public TokenFamily begunAgain(Instant now) {
        List<Token> more = new ArrayList<>(tokens);
        more.add(new Token(NONE, now, null, false, false));
        return new TokenFamily(more);
    }

    /** Whether a token would be accepted. */
    public boolean accepts(int place, Instant now, Rules rules) {
        return present(place, now, rules).issued().isPresent();
    }

    /** Presents a token of this family. */
    public Presented present(int place, Instant now, Rules rules) {
        Token token = tokens.get(place);
        if (token.revoked()) {
            return refused();
        }
        Instant firstUsedAt = token.firstUsedAt();
        if (firstUsedAt == null) {
            return isOver(token.issuedAt(), UNUSED, now) ? refused() : used(place, now, rules);
        }
        if (rules.replay() == Replay.FAMILY_REVOKED) {
            return new Presented(revoked(), Optional.empty());
        }
        boolean closed = token.windowEnded() || isOver(firstUsedAt, WINDOW, now);
        return closed || rules.replay() == Replay.REFUSED ? refused() : replayed(place, now, rules);
    }

    /** Everything that came of the consent is no longer good. */
    public TokenFamily revoked() {
        return each(Token::dead);
    }

    private Presented used(int place, Instant now, Rules rules) {
        TokenFamily next = with(place, token -> token.used(now));
        int parent = tokens.get(place).parent();
        if (rules.windowEndsWithSuccessor() && parent != NONE) {
            next = next.with(parent, Token::withoutWindow);
        }
        return next.issue(place, now);
    }

    private Presented replayed(int place, Instant now, Rules rules) {
        return switch (rules.replay()) {
            case SAME_PAIR -> new Presented(this, Optional.of(newestChild(place)));
            case NEWEST_ONLY -> withoutChildren(place, false).issue(place, now);
            case NEWEST_KILLS_DESCENDANTS -> withoutChildren(place, true).issue(place, now);
            default -> issue(place, now);
        };
    }

    private TokenFamily withoutChildren(int place, boolean andTheirs) {
        TokenFamily next = this;
        for (int i = place + 1; i < tokens.size(); i++) {
            int parent = tokens.get(i).parent();
            boolean dies = parent == place
                    || (andTheirs && parent > place && next.tokens.get(parent).revoked());
            if (dies) {
                next = next.with(i, Token::dead);
            }
        }
        return next;
    }

    private Presented issue(int parent, Instant now) {
        List<Token> more = new ArrayList<>(tokens);
        more.add(new Token(parent, now, null, false, false));
        return new Presented(new TokenFamily(more), Optional.of(more.size() - 1));
    }

    private int newestChild(int place) {
        int newest = NONE;
        for (int i = place + 1; i < tokens.size(); i++) {
            newest = tokens.get(i).parent() == place ? i : newest;
        }
        return newest;
    }

    private Presented refused() {
        return new Presented(this, Optional.empty());
    }

    private TokenFamily with(int place, UnaryOperator<Token> change) {
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(place, change.apply(changed.get(place)));
        return new TokenFamily(changed);
    }

    private TokenFamily each(UnaryOperator<Token> change) {
        return new TokenFamily(tokens.stream().map(change).toList());
    }

    private static boolean isOver(Instant since, Duration howLong, Instant now) {
        return now.isAfter(since.plus(howLong));
    }
}
