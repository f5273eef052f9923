package kr.nairl.platform.core.matching;

/** Why one side sets a match aside. */
public enum SetAsideReason {
    WRONG_FIELD,
    /** What the company needs is nearer to use. */
    TOO_THEORETICAL,
    /** What the researcher looks for is a research question. */
    TOO_APPLIED,
    ALREADY_TOGETHER,
    OTHER;

    /** Can this side of a match say so? */
    public boolean isOf(Side side) {
        return switch (this) {
            case WRONG_FIELD, ALREADY_TOGETHER, OTHER -> true;
            case TOO_THEORETICAL -> side == Side.COMPANY;
            case TOO_APPLIED -> side == Side.RESEARCHER;
        };
    }

    /** Who sets aside. */
    public enum Side {
        COMPANY,
        RESEARCHER
    }
}
