package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.UnreadableValueException;
import java.io.IOException;

/** Reads an answer that has to be JSON. */
record JsonAnswer<R>(BodyReader<R> reader) implements AnswerReader<R> {

    @Override
    public R read(AnswerHead head, WatchedStream body) {
        try (JsonParser parser = Json.parser(body)) {
            return reader.read(head, parser);
        } catch (UnreadableValueException e) {
            throw new UnreadableAnswerException(head, e.what(), body.bytesRead(), e);
        } catch (WrongValueException e) {
            throw new UnreadableAnswerException(head, e.what(), body.bytesRead(), e);
        } catch (IOException e) {
            throw unreadable(head, body, e);
        }
    }

    /** The exception of a parser quotes the body and goes no further; that of a connection is kept as the cause. */
    private static UnreadableAnswerException unreadable(AnswerHead head, WatchedStream body, IOException e) {
        if (body.failure() != null) {
            return new UnreadableAnswerException(head, "it was cut off", body.bytesRead(), body.failure());
        }
        String what = e instanceof JsonProcessingException parsing && parsing.getLocation() != null
                ? "no JSON at byte " + parsing.getLocation().getByteOffset()
                : "no JSON";
        return new UnreadableAnswerException(head, what, body.bytesRead(), null);
    }
}
