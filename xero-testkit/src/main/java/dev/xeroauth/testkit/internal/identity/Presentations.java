package dev.xeroauth.testkit.internal.identity;

/** Is told what came of every presentation of a refresh token. Places are those of the token's family. */
@FunctionalInterface
public interface Presentations {

    /**
     * One presentation.
     *
     * @param consent which consent's chain, from 0
     * @param presented which of its tokens; -1: none that was ever issued
     * @param issued which one was handed out; -1: refused
     */
    void note(int consent, int presented, int issued);
}
