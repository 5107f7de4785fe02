/** The names under which an instrumented module finds its counters and its links. */
export interface Injected {
  readonly meter: string;
  readonly require: string;
  readonly publish: string;
  /** What an expression that is exported by default is bound to. */
  readonly byDefault: string;
}

/** Names made from the digest of a text, so that they are the same whenever it is loaded; no text can hold its own, however it spells it. */
export function injectedFor(mark: string): Injected {
  return {
    meter: `$meter_${mark}`,
    require: `$require_${mark}`,
    publish: `$publish_${mark}`,
    byDefault: `$default_${mark}`,
  };
}
