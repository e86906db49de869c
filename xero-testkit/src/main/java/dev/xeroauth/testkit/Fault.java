package dev.xeroauth.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.http.Answer;
import dev.xeroauth.testkit.internal.http.Interference;
import dev.xeroauth.testkit.internal.http.Interference.Ending;
import dev.xeroauth.testkit.internal.http.Interference.HoldUp;
import java.time.Duration;
import java.util.function.Consumer;

/** Something that goes wrong with one request to a {@link FakeXero}. Immutable. */
public final class Fault {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Interference interference;

    private Fault(String name, Interference interference) {
        this.name = name;
        this.interference = interference;
    }

    /**
     * The connection closes, and the request has had no effect.
     *
     * @return the fault
     */
    public static Fault dropBeforeWork() {
        return new Fault("dropped", Interference.NONE.ending(false, Ending.DROPPED));
    }

    /**
     * The connection closes after the request has had its effect: tokens are rotated, and the answer is lost.
     *
     * @return the fault
     */
    public static Fault dropAfterWork() {
        return dropBeforeWork().afterWork();
    }

    /**
     * The connection closes, and the request stays on its way until {@link FakeXero#deliverLateRequests()}: its client has
     * long given up when it has its effect.
     *
     * @return the fault
     */
    public static Fault lateArrival() {
        return new Fault("late", Interference.NONE.ending(false, Ending.LATE));
    }

    /**
     * The request has its effect, and its answer breaks off in the middle of the body.
     *
     * @return the fault
     */
    public static Fault cutAnswer() {
        return new Fault("cut", Interference.NONE.ending(true, Ending.CUT));
    }

    /**
     * Another answer comes instead of the work.
     *
     * @param status the HTTP status, 200 among them
     * @param contentType such as {@code text/html}
     * @param body its text
     * @return the fault
     */
    public static Fault answer(int status, String contentType, String body) {
        return replaced(Answer.text(status, contentType, body));
    }

    /**
     * A limit is reached.
     *
     * @param problem Xero's word for the limit, such as {@code minute} or {@code day}
     * @param retryAfter sent in whole seconds
     * @return the fault
     */
    public static Fault tooManyRequests(String problem, Duration retryAfter) {
        return replaced(tooMany(problem).with("Retry-After", String.valueOf(retryAfter.toSeconds())));
    }

    /**
     * A limit is reached, and Xero does not say when to try again, as for requests in progress.
     *
     * @param problem Xero's word for the limit, such as {@code concurrent}
     * @return the fault
     */
    public static Fault tooManyRequests(String problem) {
        return replaced(tooMany(problem));
    }

    /**
     * The request has its effect, and one field of its answer says something else: a token answer's {@code expires_in}, say.
     *
     * @param field a field at the top of the answer's JSON; added if it is not there
     * @param json its value as JSON, such as {@code -1} or {@code "soon"} in quotes
     * @return the fault
     * @throws IllegalArgumentException if that is no JSON
     */
    public static Fault answerWith(String field, String json) {
        JsonNode value = read(json);
        return changed(field, object -> object.set(field, value));
    }

    /**
     * The request has its effect, and its answer comes without one field. A token answer without its {@code refresh_token}
     * hides that the token has rotated.
     *
     * @param field a field at the top of the answer's JSON
     * @return the fault
     */
    public static Fault answerWithout(String field) {
        return changed(field, object -> object.remove(field));
    }

    /**
     * The request has its effect, and something is wrong with the ID token of its answer. For the token endpoint; an answer
     * without an ID token stays as it is.
     *
     * @param bad what is wrong
     * @return the fault
     */
    public static Fault idToken(BadIdToken bad) {
        return changed("id_token, " + bad, object -> {
            String good = object.path("id_token").asText();
            if (!good.isEmpty()) {
                object.put("id_token", bad.madeOf(good));
            }
        });
    }

    /**
     * The request has its effect, and its answer takes its time, by the host's clock.
     *
     * @param by how long
     * @return the fault
     */
    public static Fault delay(Duration by) {
        return new Fault("delayed", Interference.NONE.delayed(by));
    }

    /**
     * The request waits until the test lets it go with {@link FakeXero#releaseHeldUp()}, and then has its effect. With
     * {@link #afterWork()} its answer alone waits.
     *
     * @return the fault
     */
    public static Fault holdUp() {
        return new Fault("held up", Interference.NONE.heldUp(HoldUp.BEFORE_WORK));
    }

    /**
     * The same, after the request has had its effect.
     *
     * @return a fault whose request is not in vain
     * @throws IllegalStateException if the request arrives late: it has no effect before
     */
    public Fault afterWork() {
        if (interference.ending() == Ending.LATE) {
            throw new IllegalStateException("A request that arrives late has its effect when it arrives");
        }
        return new Fault(name, interference.afterWork());
    }

    Interference interference() {
        return interference;
    }

    private static Answer tooMany(String problem) {
        return Answer.empty(429).with("X-Rate-Limit-Problem", problem);
    }

    private static Fault replaced(Answer answer) {
        return new Fault("status=" + answer.status(), Interference.NONE.answered(false, worked -> answer));
    }

    private static Fault changed(String field, Consumer<ObjectNode> change) {
        return new Fault("changed " + field, Interference.NONE.answered(true, answer -> {
            if (answer.isJson() && read(answer.body().utf8()) instanceof ObjectNode object) {
                change.accept(object);
                return answer.withBody(object.toString());
            }
            return answer;
        }));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON", e);
        }
    }

    @Override
    public String toString() {
        return "Fault[" + name + (interference.works() ? ", after the work" : "") + "]";
    }
}
