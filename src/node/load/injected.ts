/** The names under which an instrumented module finds its counters and its links; its source may not use them. */
export const METER = '$meter';
export const REQUIRE = '$require';
export const PUBLISH = '$publish';
