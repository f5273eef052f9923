package kr.nairl.platform.core.interest;

/** What a company may spend, in Korean won. */
public enum BudgetBand {
    UNDECIDED,
    UNDER_50M,
    FROM_50M_TO_200M,
    FROM_200M_TO_500M,
    OVER_500M
}
