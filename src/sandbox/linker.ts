/** Gives a module its `require` and `publish`, inside the realm. */
export type Linker = (
  file: string,
  imports: Readonly<Record<string, string>>,
) => {
  readonly require: unknown;
  readonly publish: unknown;
  readonly exports: Record<string, unknown>;
};

/** The source of a linker. */
export const LINKER = `(() => {
  'use strict';
  const modules = { __proto__: null };
  const { defineProperties, getOwnPropertyDescriptors } = Object;
  return (file, imports) => {
    const exports = modules[file] = { __proto__: null };
    return {
      exports,
      require: (specifier) => modules[imports[specifier]],
      publish: (more) => { defineProperties(exports, getOwnPropertyDescriptors(more)); },
    };
  };
})()`;
