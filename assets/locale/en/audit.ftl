# The audit: checks of a report's own arithmetic.
check-kind-parts = Parts and whole
check-kind-share = Share
check-kind-base = Implied base
check-kind-change = From, change, to
check-kind-average = Average
check-kind-repeated = Stated twice
check-both = { $left }; { $right }
check-stated = { $left }; stated: { $stated }
check-agrees = agrees
check-differs-more = stated { $by } too much
check-differs-less = stated { $by } too little
check-unclear-whole = cannot be checked: the text does not say what it is a share of
check-unclear-base = cannot be checked: the text does not say that the total is shared among just these
check-unclear-count = cannot be checked: the stated population may be counted in another way
check-summary = { $agree ->
    [one] { $agree } check agrees
   *[other] { $agree } checks agree
 }, { $differ ->
    [one] { $differ } differs
   *[other] { $differ } differ
 }, { $unclear } cannot be decided
audit-none = No figures of these reports can be checked against each other
audit-title = Audit
audit-kind = Kind
audit-arithmetic = Arithmetic
audit-verdict = Verdict
audit-doubted = The report's own arithmetic speaks against this figure; see Audit
