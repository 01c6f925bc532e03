package packwitness.recording;

/**
 * What turns a camera's shots into coded frames, on a thread of its own: {@link VideoStage} decodes
 * and encodes, {@link CopyStage} takes the camera's packets as they are.
 */
interface Stage extends Runnable {
    EncoderFacts environment();
}
