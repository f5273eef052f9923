package kr.nairl.platform.core.matching;

/**
 * Places English texts in a space where texts of like meaning lie close: the port to a sentence model. Safe for use by
 * many threads.
 */
public interface Embedding {

    /** No model: ranking goes by words and concepts alone. */
    Embedding NONE = new Embedding() {
        @Override
        public String model() {
            return "none";
        }

        @Override
        public float[] embed(String english) {
            return new float[0];
        }
    };

    /** Name of the model; changes when the same text may get another place. */
    String model();

    /**
     * The text's place.
     *
     * @param english not blank; what is beyond the model's length is averaged in or left out, as the model has it
     * @return as many numbers as the model always gives, of length 1; none where there is no model
     * @throws IllegalStateException when the model fails
     */
    float[] embed(String english);
}
